// Who else has this topic open, who of them is writing, and who edits the same post: for those who show it of themselves. The live line brings ids only;
// names are fetched over HTTP, where rights are checked. What is typed is never told, only that something is.
import { fetchFragment } from "./fragment.js";
import { say, tell } from "./live.js";

/** @typedef {{ topicId: number, people: number[], writing: number[], editing: number[] }} Present */

const writeEveryMs = 3_000;
const awayAfterMs = 30_000;
const againMs = 1_000;
const sayEveryMs = 60_000;

/** What was told last of the page that is shown. @type {Present | null} */
let told = null;
/** The people whose names are shown, as one text; null before any are. @type {string | null} */
let shown = null;
let isIn = false;
let wroteAt = 0;
let saidAt = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let leaving;

/** Says where this page is: in a topic, at the editor of a post, or nowhere. */
export function enter() {
  clearTimeout(leaving);
  [told, shown, wroteAt] = [null, null, 0];
  const [topic, edited] = document.hidden ? [null, null] : [here(), editor()];
  if (topic) tell("Arrive", Number(topic.dataset.here));
  else if (edited) tell("Edit", Number(edited.dataset.others?.split("/")[2]));
  else if (isIn) tell("Depart");
  isIn = topic !== null || edited !== null;
}

/** @param {Present} now */
export async function present(now) {
  const place = here();
  // What the page before was told may still be on its way.
  if (place && Number(place.dataset.here) !== now.topicId) return;
  const before = told;
  told = now;
  if (place) await show(place, before !== null);
  else if (String(before?.editing ?? []) !== String(now.editing)) await showEditors(now.editing.filter(id => !before?.editing.includes(id)));
}

/** @returns {HTMLElement | null} */
function here() {
  return document.querySelector("[data-here]");
}

/** @returns {HTMLElement | null} */
function editor() {
  return document.querySelector("[data-others]");
}

/** @param {HTMLElement} place @param {boolean} isLater whether somebody may have come since the page was shown */
async function show(place, isLater) {
  const people = told?.people ?? [];
  if (place.childElementCount === 0 || shown !== String(people)) {
    const fresh = await fetchFragment(`/topics/${place.dataset.here}/here`);
    // Somebody else came or went meanwhile: what was told last is shown by its own call.
    if (!place.isConnected || told?.people !== people) return;
    if (!fresh) {
      // Not there any more, or told by one node and asked of another, which hears of it in a moment.
      place.hidden = true;
      place.replaceChildren();
      if (people.length > 0) setTimeout(() => { if (told?.people === people && place.childElementCount === 0) show(place, isLater); }, againMs);
      return;
    }

    const isMore = people.some(id => !shown?.split(",").includes(String(id)));
    shown = String(people);
    if (place.contains(document.activeElement)) place.addEventListener("focusout", () => place.replaceChildren(fresh), { once: true });
    else place.replaceChildren(fresh);
    place.hidden = false;
    if (isLater && isMore) announce(fresh);
  }

  showWriting(place);
}

/** Seldom, and only that somebody came: who reads by ear must not hear each coming and going. @param {HTMLElement} fresh */
function announce(fresh) {
  if (Date.now() - saidAt < sayEveryMs) return;
  saidAt = Date.now();
  const line = /** @type {HTMLElement} */ (fresh.querySelector("p")?.cloneNode(true));
  line.querySelectorAll(".face, .why, [hidden]").forEach(part => part.remove());
  say(line.textContent?.replace(/\s+/g, " ") ?? "");
}

/** Shown and not announced. @param {HTMLElement} place */
function showWriting(place) {
  const line = place.querySelector("[data-here-writing]");
  if (!(line instanceof HTMLElement)) return;
  const names = (told?.writing ?? []).map(id => place.querySelector(`[data-here-person="${id}"]`)?.textContent).filter(name => name !== undefined);
  const texts = line.dataset;
  const text = (names.length === 0 ? "" : names.length === 1 ? texts.one : names.length === 2 ? texts.two : texts.many) ?? "";
  line.textContent = text.replace("{0}", names.length > 2 ? String(names.length) : names[0] ?? "").replace("{1}", names[1] ?? "");
}

/** @param {number[]} fresh who was not there before */
async function showEditors(fresh) {
  const place = editor();
  if (!place) return;
  const { refresh } = await import("./others.js");
  await refresh(place);
  for (const id of fresh) {
    const sentence = place.querySelector(`[data-editor="${id}"] b`)?.textContent;
    if (sentence) say(sentence);
  }
}

document.addEventListener("input", event => {
  if (!isIn || !here() || !(event.target instanceof Element) || !event.target.closest("form[data-draft]")) return;
  if (Date.now() - wroteAt < writeEveryMs) return;
  wroteAt = Date.now();
  tell("Write");
});

// Who looks at another window for a while is not here.
document.addEventListener("visibilitychange", () => {
  clearTimeout(leaving);
  if (!document.hidden) return isIn ? undefined : enter();
  leaving = setTimeout(() => {
    if (isIn) tell("Depart");
    isIn = false;
  }, awayAfterMs);
});

// A form that came back is a new page, on which nobody arrives anew.
document.addEventListener("turbo:render", () => {
  const place = here();
  if (place && place.childElementCount === 0 && told?.topicId === Number(place.dataset.here)) show(place, true);
});

// A page that is kept for going back must not show who was there.
document.addEventListener("turbo:before-cache", () => {
  const place = here();
  if (!place) return;
  place.hidden = true;
  place.replaceChildren();
});
