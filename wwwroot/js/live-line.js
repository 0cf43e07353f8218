// The line itself: one WebSocket for all pages of a visit, opened again when it breaks, and the bar that says when it stays broken.
import { say } from "./live-words.js";

const webSockets = 1;
const offlineAfterMs = 3_000;
const longestPauseMs = 30_000;
const spreadMs = 1_000;

/** @typedef {{ id: number, kind: string, topicId: number | null, postId: number | null }} Changed */
/** @typedef {{ changed: (change: Changed) => void, notified: (notice: { unread: number }) => void, opened: () => void }} Heard */

/** @type {import("@microsoft/signalr").HubConnection | null} */
let line = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let offlineTimer;
let opened = () => {};
let isLeaving = false;

export const isConnected = () => line?.state === "Connected";

/** @param {string} call @param {number} id */
export function tell(call, id) {
  line?.invoke(call, id).catch(() => { /* not there any more, or the line broke: the next page or line asks again */ });
}

/** A new page has no bar yet. */
export function checkLine() {
  if (offlineTimer !== undefined && !isConnected()) setTimeout(() => { if (offlineTimer !== undefined) showOffline(); }, offlineAfterMs);
}

/** Opens it, and keeps it open. @param {Heard} heard */
export async function open(heard) {
  const { HubConnectionBuilder, LogLevel } = await import("@microsoft/signalr");
  line = new HubConnectionBuilder().withUrl("/live", { skipNegotiation: true, transport: webSockets }).configureLogging(LogLevel.None).build();
  line.on("changed", heard.changed);
  line.on("notified", heard.notified);
  opened = heard.opened;
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
      return opened();
    } catch {
      lostLine();
      if (tries > 0 && await isRefused()) return foundLine();
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
  offlineTimer ??= setTimeout(showOffline, offlineAfterMs);
}

function foundLine() {
  clearTimeout(offlineTimer);
  offlineTimer = undefined;
  document.querySelector("body > .offline")?.remove();
}

function showOffline() {
  const template = document.getElementById("offline-bar");
  if (!(template instanceof HTMLTemplateElement) || document.querySelector("body > .offline")) return;
  document.querySelector("body > .masthead")?.after(template.content.cloneNode(true));
  say(document.querySelector("body > .offline")?.textContent?.replace(/\s+/g, " ") ?? "");
}
