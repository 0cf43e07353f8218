// The entry. What every page needs is here; what waits for an act (keys, the editor, quoting) is fetched when the act begins, so that a
// first visit costs two scripts.
import "@hotwired/turbo";

const root = document.documentElement;
const yearSeconds = 31_536_000;

/** @param {string} name */
function cookie(name) {
  const pair = document.cookie.split("; ").find(part => part.startsWith(`${name}=`));
  return pair ? decodeURIComponent(pair.slice(name.length + 1)) : "";
}

/** @param {string} name @param {string} value */
function setCookie(name, value) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${value ? yearSeconds : 0}; samesite=lax${secure}`;
}

// Theme: the server writes data-theme from the cookie; without one the device decides.

function showTheme() {
  for (const button of document.querySelectorAll("[data-set-theme]"))
    button.setAttribute("aria-pressed", String(button.getAttribute("data-set-theme") === cookie("theme")));
}

/** @param {string} theme "light", "dark", or "" for the device's */
function setTheme(theme) {
  setCookie("theme", theme);
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  showTheme();
}

document.addEventListener("click", event => {
  const button = event.target instanceof Element ? event.target.closest("[data-set-theme]") : null;
  if (button) setTheme(button.getAttribute("data-set-theme") ?? "");
});

// Times: the server writes "3 hours ago"; a page that stays open must not go on saying so. The zone reaches the server with the next request.

/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const units = [["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]];
const relativeDays = 30;

function refreshTimes() {
  const format = new Intl.RelativeTimeFormat(root.lang || "en", { numeric: "auto" });
  for (const time of document.querySelectorAll("time[data-relative]")) {
    const seconds = (Date.parse(time.getAttribute("datetime") ?? "") - Date.now()) / 1000;
    if (!(Math.abs(seconds) < relativeDays * 86_400)) continue;
    const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
    const text = format.format(unit === "second" ? 0 : Math.trunc(seconds / size), unit);
    if (time.textContent !== text) time.textContent = text;
  }
}

setInterval(refreshTimes, 30_000);
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && cookie("zone") !== zone) setCookie("zone", zone);

// A sentence about what was done: on top of the page without scripts, else beside the thumb for ten seconds, or as long as it has the focus.

function showFlash() {
  for (const flash of document.querySelectorAll(".flash:not(.toast)")) {
    flash.classList.add("toast");
    const leave = () => flash.matches(":hover, :focus-within") ? setTimeout(leave, 2_000) : flash.remove();
    setTimeout(leave, 10_000);
    announce(flash.textContent ?? "");
  }
}

/** Says a sentence to screen readers. A region's first text is often not read, hence the pause. @param {string} sentence */
export function announce(sentence) {
  const region = document.getElementById("announcements");
  if (!region) return;
  region.textContent = "";
  setTimeout(() => { region.textContent = sentence.trim(); }, 100);
}

document.addEventListener("turbo:before-cache", () => document.querySelectorAll(".flash").forEach(flash => flash.remove()));

// Fetched when they are wanted.

/** Keys that were pressed before their script was there. @type {KeyboardEvent[]} */
const early = [];

/** @param {KeyboardEvent} event */
async function awaitKeys(event) {
  early.push(event);
  if (early.length > 1) return;
  const { press } = await import("./keys.js");
  document.removeEventListener("keydown", awaitKeys);
  early.forEach(press);
}

document.addEventListener("keydown", awaitKeys);

const near = new IntersectionObserver(entries => {
  if (entries.some(entry => entry.isIntersecting)) import("./editor.js");
}, { rootMargin: "400px" });

/** Comments are written without the editor, and somebody may type before it is there. @param {Event} event */
async function keepDraft(event) {
  const form = event.target instanceof Element ? event.target.closest("form[data-draft]") : null;
  if (!(form instanceof HTMLFormElement)) return;
  const { keep } = await import("./drafts.js");
  keep(form, event.type === "input");
}

document.addEventListener("focusin", keepDraft);
document.addEventListener("input", keepDraft);

/** What a word means: when it is pointed at, gets the focus, or is touched the first time. The second touch follows the link. @param {Event} event */
async function explain(event) {
  const link = event.target instanceof Element ? event.target.closest("a.term") : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  if (event.type === "click") {
    if (!("pointerType" in event) || event.pointerType !== "touch" || link.hasAttribute("aria-describedby")) return;
    event.preventDefault();
  } else if ("pointerType" in event && event.pointerType === "touch" || event.type === "focusin" && !link.matches(":focus-visible")) return;
  const { show } = await import("./terms.js");
  if (event.type === "click" || link.matches(":hover, :focus-visible")) show(link);
}

for (const kind of ["pointerover", "focusin", "click"]) document.addEventListener(kind, explain, true);

document.addEventListener("selectionchange", function select() {
  const node = getSelection()?.anchorNode;
  if (!node?.parentElement?.closest(".post .prose")) return;
  document.removeEventListener("selectionchange", select);
  import("./quoting.js");
});

document.addEventListener("click", async event => {
  const link = event.target instanceof Element ? event.target.closest(".post [data-quote]") : null;
  if (!link || !document.querySelector("markdown-editor[data-reply]") || event.defaultPrevented) return;
  event.preventDefault();
  const { quotePost } = await import("./quoting.js");
  quotePost(link);
});

document.addEventListener("click", async event => {
  const button = event.target instanceof Element ? event.target.closest(".post [data-bench]") : null;
  if (!(button instanceof HTMLButtonElement) || event.defaultPrevented || getSelection()?.isCollapsed !== false) return;
  event.preventDefault();
  const { gather } = await import("./quoting.js");
  gather(button);
});

// Who asks for a form wants to type in it, and not to pass its buttons first.

const reply = () => document.getElementById("reply-text");

document.addEventListener("click", event => {
  if (event.defaultPrevented || !(event.target instanceof Element)) return;
  const opened = event.target.closest(".post details:not([open]) > summary")?.parentElement;
  const field = event.target.closest("a[href='#reply']") ? reply() : opened?.querySelector("textarea");
  if (field) setTimeout(() => enter(field));
});

document.addEventListener("turbo:load", () => { if (location.hash === "#reply") enter(reply()); });

/** What the address names may be folded away. */
function unfold() {
  const named = location.hash.startsWith("#post-") ? document.getElementById(location.hash.slice(1)) : null;
  const fold = named?.closest("details:not([open])");
  if (!(fold instanceof HTMLDetailsElement)) return;
  fold.open = true;
  named?.scrollIntoView();
}

document.addEventListener("turbo:load", unfold);
addEventListener("hashchange", unfold);

/** A text that was begun is gone on with at its end. @param {HTMLElement | null} field */
function enter(field) {
  field?.focus();
  if (field instanceof HTMLTextAreaElement && field.selectionEnd === 0) field.setSelectionRange(field.value.length, field.value.length);
}

function show() {
  showTheme();
  refreshTimes();
  showFlash();
  document.querySelectorAll("form[data-bench-form]").forEach(async bench => (await import("./bench.js")).begin(/** @type {HTMLElement} */ (bench)));
  document.querySelectorAll("[data-for-spaces]").forEach(async choice => (await import("./for-spaces.js")).follow(/** @type {HTMLElement} */ (choice)));
  document.querySelectorAll("[data-push]").forEach(async place => (await import("./push.js")).offer(/** @type {HTMLElement} */ (place)));
  document.querySelectorAll("[data-others]").forEach(async place => (await import("./others.js")).watch(/** @type {HTMLElement} */ (place)));
  near.disconnect();
  if (!customElements.get("markdown-editor"))
    document.querySelectorAll("markdown-editor").forEach(editor => near.observe(editor));
}

show();
for (const name of ["turbo:load", "turbo:render", "turbo:frame-load"]) document.addEventListener(name, show);

// Reading: how far somebody came in a topic, told when the page was in sight for a moment and when it is left. Only that person sees it.

const readAfterMs = 2_000;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let readTimer;

function tellRead() {
  const topic = document.querySelector("[data-watch-topic]");
  const token = document.querySelector("input[name=__RequestVerificationToken]");
  if (!(topic instanceof HTMLElement) || !(token instanceof HTMLInputElement) || !root.dataset.person || document.visibilityState === "hidden") return;

  const newest = Math.max(...[...document.querySelectorAll("[id^=post-]")].map(post => Number(post.id.slice(5)) || 0), 0);
  if (newest <= Number(topic.dataset.seenPost)) return;

  topic.dataset.seenPost = String(newest);
  navigator.sendBeacon(`/topics/${topic.dataset.watchTopic}/read`, new URLSearchParams({ postId: String(newest), [token.name]: token.value }));
}

document.addEventListener("turbo:load", () => {
  clearTimeout(readTimer);
  readTimer = setTimeout(tellRead, readAfterMs);
});
document.addEventListener("turbo:before-visit", tellRead);
addEventListener("pagehide", tellRead);

// Searching: that something was opened, and its place in the list, told with a key of chance. Without scripts it is not told.

/** @param {MouseEvent} event */
function tellOpened(event) {
  const link = event.target instanceof Element ? event.target.closest("[data-asked] a[href]") : null;
  const list = link?.closest("[data-asked]");
  const token = document.querySelector("input[name=__RequestVerificationToken]");
  if (!(list instanceof HTMLElement) || !(token instanceof HTMLInputElement) || event.button > 1) return;

  const place = [...list.children].findIndex(row => row.contains(link));
  const position = list instanceof HTMLOListElement ? list.start + place : 0;
  navigator.sendBeacon("/search/opened", new URLSearchParams({ asked: list.dataset.asked ?? "", position: String(position), [token.name]: token.value }));
}

document.addEventListener("click", tellOpened, true);
document.addEventListener("auxclick", tellOpened, true);

// Composing: what is there already, while the title is typed.

document.addEventListener("turbo:load", async () => {
  const place = document.querySelector("[data-similar]");
  const title = document.getElementById("title");
  if (!(place instanceof HTMLElement) || !(title instanceof HTMLInputElement)) return;
  const { suggest } = await import("./similar.js");
  suggest(place, title);
});

// What stands beside a topic is fetched once somebody moves on the page, not to open it.
const moves = ["pointermove", "scroll", "keydown", "touchstart"];

function fetchBeside() {
  for (const name of moves) removeEventListener(name, fetchBeside);
  for (const frame of document.querySelectorAll("turbo-frame[data-src]")) {
    frame.setAttribute("src", frame.getAttribute("data-src") ?? "");
    frame.removeAttribute("data-src");
  }
}

document.addEventListener("turbo:load", () => { for (const name of moves) addEventListener(name, fetchBeside, { passive: true }); });

// A part of a page that could not be fetched is left out; the page says all that it has to without it.
document.addEventListener("turbo:frame-missing", event => {
  event.preventDefault();
  if (event.target instanceof HTMLElement) event.target.hidden = true;
});

// Searching: what is there already, while the words are typed.

/** @param {EventTarget | null} target */
async function offer(target) {
  if (!(target instanceof HTMLInputElement) || !target.matches("form[action='/search'] input[name=q]")) return;
  const { instant } = await import("./instant.js");
  instant(target);
}

document.addEventListener("focusin", event => offer(event.target));
offer(document.activeElement);

// Reading and writing without a line: the worker that keeps pages comes when the page is done, the script for it when there is no line, or something waits.

const atWork = "serviceWorker" in navigator ? navigator.serviceWorker : null;
/** Where it was not kept, the page goes on without it. */
const withoutLine = () => import("./offline.js").catch(() => null);

function isWithoutLine() {
  if (!navigator.onLine || document.querySelector("[data-kept], meta[name=kept-at]")) return true;
  try {
    return Object.keys(localStorage).some(key => /^(draft|unsent):/.test(key));
  } catch {
    return false;
  }
}

function attend() {
  if (root.dataset.person) atWork?.register("/sw.js").catch(() => { /* forbidden: then nothing is kept */ });
}

document.addEventListener("turbo:load", () => {
  if (isWithoutLine()) withoutLine();
  // What was fetched when a link was pointed at is kept only if it was read.
  if (root.dataset.person && !document.querySelector("meta[name=kept-at]")) atWork?.controller?.postMessage({ read: location.href });
});
addEventListener("offline", withoutLine);
document.addEventListener("turbo:fetch-request-error", async event => (await withoutLine())?.failed(event.target));
if ("requestIdleCallback" in window) requestIdleCallback(attend);
else setTimeout(attend);
