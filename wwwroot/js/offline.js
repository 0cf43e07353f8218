// Reading and writing without a line: the bar over a page that the worker kept (worker.js), forms that were sent and did not go, and texts that
// were typed meanwhile. A text is never sent by itself: it becomes the draft that it would have become.
import { announce } from "./app.js";
import { forget, kept, read } from "./draft-storage.js";
import { begin as beginUnsent } from "./unsent.js";
export { failed } from "./unsent.js";

const root = document.documentElement;
/** A page that has the same text open saves it first. */
const patienceMs = 4_000;

function keptAt() {
  return document.querySelector("meta[name=kept-at]")?.getAttribute("content") ?? "";
}

/** @param {string | number} at */
export function when(at) {
  const time = new Date(at);
  const isToday = time.toDateString() === new Date().toDateString();
  return time.toLocaleString(root.lang, { hour: "2-digit", minute: "2-digit", ...isToday ? {} : { day: "numeric", month: "short" } });
}

// The bar.

function showBar() {
  document.querySelector("body > .offline.kept")?.remove();
  const template = document.getElementById("kept-bar");
  if (!keptAt() || !(template instanceof HTMLTemplateElement)) return;
  document.querySelector("body > .offline")?.remove();
  document.querySelector("body > .masthead")?.after(template.content.cloneNode(true));
  say(false);
  // The line may have come back while the page was on its way, or be there and the site not.
  if (navigator.onLine) fetch("/health/live", { cache: "no-store" }).then(answer => { if (answer.ok) say(true); }, () => { /* it is not there */ });
}

/** @param {boolean} isOnline */
function say(isOnline) {
  const bar = document.querySelector("body > .offline.kept");
  const sentence = bar?.querySelector("b");
  if (!bar || !sentence) return;
  sentence.textContent = ((isOnline ? sentence.dataset.keptOn : sentence.dataset.keptOf) ?? "").replace("{0}", when(keptAt()));
  const fresh = /** @type {HTMLAnchorElement} */ (bar.querySelector("[data-kept-fresh]"));
  fresh.href = location.pathname + location.search;
  fresh.hidden = !isOnline;
  /** @type {HTMLElement} */ (bar.querySelector("[data-kept-list]")).hidden = isOnline;
  announce(sentence.textContent);
}

document.addEventListener("turbo:before-cache", () => document.querySelector("body > .offline.kept")?.remove());

// Texts that wait.

/** Puts what was typed without a line, and whose page is closed, where it would have been saved. What is newer there stays, and both are offered where it was typed. */
async function bring() {
  const token = document.querySelector("input[name=__RequestVerificationToken]");
  if (!navigator.onLine || !root.dataset.person || keptAt() || !(token instanceof HTMLInputElement)) return;
  for (const storage of kept()) {
    const local = read(storage);
    if (!local?.form || Date.now() - local.at < patienceMs || formAt(storage)) continue;
    const body = new URLSearchParams(local.form);
    body.set(token.name, token.value);
    const answer = await fetch("/drafts", { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
    if (answer?.ok && read(storage)?.at === local.at) forget(storage);
  }
}

/** The form of this page that the text belongs into. @param {string} storage @returns {HTMLFormElement | null} */
function formAt(storage) {
  const place = storage.split(":").slice(2).join(":");
  const forms = /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll("form[data-draft]")]);
  return forms.find(form => form.querySelector("input[name=Place]")?.getAttribute("value") === place) ?? null;
}

async function fillIn() {
  const forms = kept().map(formAt).filter(form => form !== null);
  if (forms.length === 0) return;
  const { keep } = await import("./drafts.js");
  for (const form of forms) keep(form);
}

function show() {
  showBar();
  fillIn();
  setTimeout(bring, patienceMs);
  const list = document.querySelector("[data-kept]");
  if (list instanceof HTMLElement) import("./kept-list.js").then(({ fill }) => fill(list));
}

addEventListener("online", () => {
  say(true);
  setTimeout(bring, patienceMs + 500);
});
addEventListener("offline", () => say(false));
document.addEventListener("turbo:load", show);
beginUnsent();
show();
