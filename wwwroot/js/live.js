// The live line: says what changed while a page is open. It brings ids only; what they stand for is fetched over HTTP, where rights are checked.
// One line serves all pages of a visit: Turbo swaps the page, the line stays and watches what the new page shows.
import { announce } from "./app.js";

/** @typedef {{ id: number, kind: string, topicId: number | null, postId: number | null }} Changed */

const webSockets = 1;
const offlineAfterMs = 3_000;
const longestPauseMs = 30_000;
const sentenceMs = 2_000;
const spreadMs = 1_000;
const watchable = "[data-watch-topic], [data-watch-list], [data-watch-run]";

/** @type {import("@microsoft/signalr").HubConnection | null} */
let line = null;
/** @type {{ call: string, id: number, element: HTMLElement } | null} */
let watched = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let offlineTimer;
/** One promise for all changes: they must come in order. @type {Promise<typeof import("./live-topic.js")> | undefined} */
let topicPart;
/** @type {Promise<typeof import("./live-news.js")> | undefined} */
let newsPart;
/** @type {Promise<typeof import("./presence.js")> | undefined} */
let presencePart;
let isOpened = false;
/** Whether the line was open before on this visit. */
let wasHere = false;
let isLeaving = false;
let spokenAt = 0;

/** Two sentences at a time would drown each other. @param {string} text */
export function say(text) {
  const now = Date.now();
  const at = Math.max(now, spokenAt + sentenceMs);
  spokenAt = at;
  setTimeout(() => announce(text), at - now);
}

async function open() {
  isOpened = true;
  const { HubConnectionBuilder, LogLevel } = await import("@microsoft/signalr");
  line = new HubConnectionBuilder().withUrl("/live", { skipNegotiation: true, transport: webSockets }).configureLogging(LogLevel.None).build();
  line.on("changed", changed);
  line.on("notified", async notice => (await news()).notified(notice));
  line.on("followed", async () => (await news()).refreshNotices());
  line.on("present", async told => (await presence()).present(told));
  line.onclose(() => {
    if (isLeaving) return;
    lostLine();
    // A server that restarts closes all lines at once; they must not all come back at once.
    pause(Math.random() * spreadMs).then(connect);
  });
  addEventListener("pagehide", () => { isLeaving = true; });
  addEventListener("pageshow", event => {
    isLeaving = false;
    if (event.persisted && line?.state === "Disconnected") connect();
  });
  connect();
}

async function connect() {
  for (let tries = 0; line; tries++) {
    try {
      await line.start();
      foundLine();
      watch();
      // Only what a page watches is asked for from where it was made.
      if (wasHere || !watched) tell("Ring");
      wasHere = true;
      return;
    } catch {
      lostLine();
      if (tries > 0 && await isRefused()) return signedOut();
      await pause(Math.min(longestPauseMs, 500 * 2 ** tries) * (0.5 + Math.random()));
    }
  }
}

/** A WebSocket does not say why it failed. Where the session is over, trying again is no use. */
async function isRefused() {
  try {
    const answer = await fetch("/live/negotiate?negotiateVersion=1", { method: "POST" });
    return answer.status === 401 || answer.status === 403;
  } catch {
    return false;
  }
}

/** Shorter when the network comes back or the page is looked at again. @param {number} ms */
function pause(ms) {
  return new Promise(resolve => {
    const timer = setTimeout(end, ms);
    addEventListener("online", end);
    document.addEventListener("visibilitychange", end);
    function end() {
      clearTimeout(timer);
      removeEventListener("online", end);
      document.removeEventListener("visibilitychange", end);
      resolve(undefined);
    }
  });
}

function lostLine() {
  offlineTimer ??= setTimeout(() => showBar("offline-bar"), offlineAfterMs);
}

function foundLine() {
  clearTimeout(offlineTimer);
  offlineTimer = undefined;
  document.querySelector("body > .offline:not(.kept)")?.remove();
}

/** Whoever reads on is told that the page stands still. */
function signedOut() {
  foundLine();
  showBar("signed-out-bar");
}

/** @param {string} id */
function showBar(id) {
  const template = document.getElementById(id);
  if (!(template instanceof HTMLTemplateElement) || document.querySelector("body > .offline")) return;
  document.querySelector("body > .masthead")?.after(template.content.cloneNode(true));
  say(document.querySelector("body > .offline")?.textContent?.replace(/\s+/g, " ") ?? "");
}

/** Watches what the page shows, and asks for what happened since it was made. The line tells nothing in between, so that what was missed comes before what is new. */
function watch() {
  const element = document.querySelector(watchable);
  const before = watched;
  watched = null;
  if (element instanceof HTMLElement) {
    const { watchTopic, watchList, watchRun } = element.dataset;
    watched = { call: watchTopic ? "Watch" : watchList ? "WatchList" : "WatchRun", id: Number(watchTopic ?? watchList ?? watchRun), element };
  }

  if (line?.state !== "Connected") return;
  if (before && !(watched?.call === before.call && watched.id === before.id)) tell(before.call.replace("W", "Unw"), before.id);
  // Who does not show that they are here has no script for it.
  if (document.documentElement.dataset.presence) presence().then(part => part.enter());
  if (!watched) return;
  tell("Hold");
  tell(watched.call, watched.id);
  tell("Resume", Number(watched.element.dataset.lastEvent ?? 0));
}

/** @param {string} call @param {number[]} ids */
export function tell(call, ...ids) {
  line?.invoke(call, ...ids).catch(() => { /* not there any more, or the line broke: the next page or line asks again */ });
}

/** @param {Changed} change */
async function changed(change) {
  const page = watched;
  if (!page || change.id <= Number(page.element.dataset.lastEvent ?? 0)) return;
  // What the page before watched may still be on its way.
  if (page.call === "WatchRun" ? change.topicId !== null : page.call === "Watch" ? change.topicId !== page.id : change.kind !== "started" && change.kind !== "reload") return;
  page.element.dataset.lastEvent = String(change.id);
  if (page.call === "WatchRun") return (await news()).runChanged(page.id);
  if (page.call === "WatchList") {
    page.element.dataset.unshown ??= String(change.id - 1);
    return (await news()).listChanged(page.element);
  }
  topicPart ??= import("./live-topic.js");
  (await topicPart).topicChanged(change, page.element);
}

/** What happens seldom is fetched when it happens. */
function news() {
  return newsPart ??= import("./live-news.js");
}

function presence() {
  return presencePart ??= import("./presence.js");
}

function show() {
  if (document.documentElement.hasAttribute("data-turbo-preview")) return;
  if (!document.querySelector(`[data-bell], ${watchable}`)) return;
  if (!isOpened) return void open();
  watch();
  if (offlineTimer !== undefined && line?.state !== "Connected") setTimeout(() => { if (offlineTimer !== undefined) showBar("offline-bar"); }, offlineAfterMs);
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
