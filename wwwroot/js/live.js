// What changed while a page is open. The line brings ids only; what they stand for is fetched over HTTP, where rights are checked.
// Turbo swaps the page, the line stays and watches what the new page shows.
import { checkLine, isConnected, open, tell } from "./live-line.js";
import { bar, say, sentence } from "./live-words.js";

/** @typedef {import("./live-line.js").Changed} Changed */

/** @type {{ call: string, id: number, element: HTMLElement } | null} */
let watched = null;
/** One promise for all changes: they must come in order. @type {Promise<typeof import("./live-topic.js")> | undefined} */
let topicPart;
let isOpened = false;
let started = 0;

/** Watches what the page shows, and asks at once for what happened since it was made; sent together, so that the answer is in order. */
function watch() {
  const element = document.querySelector("[data-watch-topic], [data-watch-list]");
  const before = watched;
  watched = null;
  if (element instanceof HTMLElement) {
    const isTopic = element.hasAttribute("data-watch-topic");
    watched = { call: isTopic ? "Watch" : "WatchList", id: Number(isTopic ? element.dataset.watchTopic : element.dataset.watchList), element };
  }

  if (!isConnected()) return;
  if (before && !(watched?.call === before.call && watched.id === before.id)) tell(before.call === "Watch" ? "Unwatch" : "UnwatchList", before.id);
  if (!watched) return;
  tell(watched.call, watched.id);
  tell("Resume", Number(watched.element.dataset.lastEvent ?? 0));
}

/** @param {Changed} change */
async function changed(change) {
  const page = watched;
  if (!page || change.id <= Number(page.element.dataset.lastEvent ?? 0)) return;
  if (page.call === "WatchList") return listChanged(change, page.element);
  if (change.topicId !== page.id) return;
  page.element.dataset.lastEvent = String(change.id);
  topicPart ??= import("./live-topic.js");
  (await topicPart).topicChanged(change, page.element);
}

/** @param {Changed} change @param {HTMLElement} list */
function listChanged(change, list) {
  list.dataset.lastEvent = String(change.id);
  list.dataset.unshown ??= String(change.id - 1);
  const previous = list.previousElementSibling?.matches(".live-bar") ? list.previousElementSibling : null;
  started = previous ? started + 1 : 1;
  const text = sentence("topics", started);
  const made = bar(text, location.pathname + location.search);
  previous?.remove();
  if (made) list.before(made);
  say(text);
}

/** @param {{ unread: number }} notice */
function notified({ unread }) {
  let before = 0;
  for (const bubble of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-bell] .bubble"))) {
    before = bubble.hidden ? 0 : Number(bubble.dataset.count ?? bubble.textContent);
    bubble.dataset.count = bubble.textContent = String(unread);
    bubble.hidden = unread === 0;
  }
  if (unread > before) say(sentence("notices", unread));
}

function show() {
  if (document.documentElement.hasAttribute("data-turbo-preview")) return;
  if (!document.querySelector("[data-bell], [data-watch-topic], [data-watch-list]")) return;
  if (!isOpened) {
    isOpened = true;
    return void open({ changed, notified, opened: watch });
  }
  watch();
  checkLine();
}

// A page that is kept for going back asks again for what its bar only announced.
document.addEventListener("turbo:before-cache", () => {
  document.querySelectorAll(".live-bar").forEach(made => made.remove());
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-unshown]"))) {
    element.dataset.lastEvent = element.dataset.unshown;
    delete element.dataset.unshown;
  }
});

show();
document.addEventListener("turbo:load", show);
