// News that a page does not show at once: a bar above a list, a number beside the bell, and the sentences for them.
import { fetchFragment, isInUse, swap } from "./fragment.js";
import { say } from "./live.js";

let started = 0;

/** A sentence of the page's own texts. @param {string} name @param {number} count */
export function sentence(name, count) {
  const texts = document.getElementById("live-texts")?.dataset ?? {};
  return (texts[count === 1 ? `${name}One` : `${name}Many`] ?? "").replace("{0}", count.toLocaleString(document.documentElement.lang || "en"));
}

/** The bar that says what is new, for the page to place. @param {string} text @param {string} href @returns {HTMLElement | null} */
export function bar(text, href) {
  const template = document.getElementById("live-bar");
  const made = template instanceof HTMLTemplateElement ? template.content.firstElementChild?.cloneNode(true) : null;
  if (!(made instanceof HTMLElement)) return null;
  const link = made.querySelector("a");
  link?.setAttribute("href", href);
  link?.querySelector("span")?.replaceChildren(text);
  return made;
}

/** @param {HTMLElement} list */
export function listChanged(list) {
  const previous = list.previousElementSibling?.matches(".live-bar") ? list.previousElementSibling : null;
  started = previous ? started + 1 : 1;
  const text = sentence("topics", started);
  const made = bar(text, location.pathname + location.search);
  previous?.remove();
  if (made) list.before(made);
  say(text);
}

/** @param {{ unread: number }} notice */
export function notified({ unread }) {
  let before = 0;
  for (const bubble of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-bell] .bubble"))) {
    before = bubble.hidden ? 0 : Number(bubble.dataset.count ?? bubble.textContent);
    bubble.dataset.count = bubble.textContent = String(unread);
    bubble.hidden = unread === 0;
  }
  if (unread > before) say(sentence("notices", unread));
  refreshNotices();
}

/** The notices themselves, where they are before the eyes: what was done or came elsewhere shows here too. */
export async function refreshNotices() {
  const shown = document.querySelector("[data-notices=live]");
  if (!shown || isInUse(shown) || shown.querySelector("details[open]")) return;
  const answer = await fetch(location.href, { cache: "no-store" });
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of ["#notices", ".tabs"]) {
    const [before, after] = [document.querySelector(part), fresh.querySelector(part)];
    if (before && after instanceof HTMLElement) swap(before, document.adoptNode(after));
  }
}

/** What of a run's page changes; who writes in it sees it with the next page. @param {number} id */
export async function runChanged(id) {
  const fresh = await fetchFragment(`/playbooks/runs/${id}/fragment`);
  const shown = document.querySelector("[data-run]");
  if (fresh && shown && !isInUse(shown)) swap(shown, fresh);
}
