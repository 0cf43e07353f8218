// What a topic's page does when somebody else changed the topic: posts change in their place, new ones are announced by a bar and do not move
// the text that is being read.
import { fetchFragment, isInUse, swap } from "./fragment.js";
import { bar, sentence } from "./live-news.js";
import { say } from "./live.js";

/** @typedef {import("./live.js").Changed} Changed */

const posted = new Set(["replied", "answered"]);
const changesPost = new Set(["revised", "voted", "withdrawn", "restored", "unnamed", "removed", "reinstated", "erased", "commented", "accepted", "unaccepted", "reported", "unreported", "helped", "helptakenback"]);
const changesHead = new Set(["closed", "reopened", "retitled", "retagged", "pinned", "unpinned", "accepted", "unaccepted", "markedduplicate"]);
/** Who else has a question stands in its opening. */
const changesOpening = new Set(["alsoasked", "alsoaskednomore"]);
/** What is said of a post by those who tried it. */
const changesReports = new Set(["reported", "unreported"]);
/** Of nobody's concern who only looks. */
const changesNothing = new Set(["taskopened", "taskended"]);
/** What the order of answers rests on. */
const changesOrder = new Set(["voted", "accepted", "unaccepted", "reported", "unreported", "helped", "helptakenback", "withdrawn", "restored", "removed", "reinstated"]);
const changesAll = new Set(["converted", "moved", "postsmoved", "reload"]);

/** @type {Changed[]} */
let waiting = [];
/** Posts that the bar offers. @type {Map<number, HTMLElement>} */
const offered = new Map();
/** Posts whose fields are in use. @type {Set<number>} */
const postponed = new Set();
let isBusy = false;
let isSending = false;

/** @param {Changed} change @param {HTMLElement} page */
export function topicChanged(change, page) {
  waiting.push(change);
  work(page);
}

/** While an own form is on its way the answer will be a whole page; what it brings must not show twice. @param {HTMLElement} page */
async function work(page) {
  if (isBusy || isSending) return;
  isBusy = true;
  while (waiting.length > 0 && page.isConnected) {
    const changes = waiting;
    waiting = [];
    try {
      await apply(changes, page);
    } catch {
      // The line is weak: the next change or the next page shows it.
    }
  }
  isBusy = false;
}

/** @param {Changed[]} changes @param {HTMLElement} page */
async function apply(changes, page) {
  const isNote = page.dataset.kind === "note";
  if (changes.some(({ kind }) => changesAll.has(kind) || isNote && kind !== "voted" && !changesReports.has(kind) && !changesNothing.has(kind))) return showChanged(changes[0], page);
  if (isNote) return changes.some(({ kind }) => changesReports.has(kind)) ? refreshReports() : undefined;

  if (changes.some(({ kind }) => changesHead.has(kind))) await refreshHead(Number(page.dataset.watchTopic));
  if (changes.some(({ kind }) => changesOpening.has(kind))) await refreshPost(Number(document.querySelector("[data-part=opening] > [id^=post-]")?.id.slice(5)));
  const fresh = [...new Set(changes.filter(({ kind }) => posted.has(kind)).map(({ postId }) => postId ?? 0))].filter(id => !document.getElementById(`post-${id}`) && !offered.has(id));
  const posts = new Set([...changes.filter(({ kind }) => changesPost.has(kind)).map(({ kind, postId }) => ({ kind, id: postId ?? 0 }))]
    .filter(({ kind, id }) => kind === "commented" || document.getElementById(`post-${id}`) || offered.has(id)).map(({ id }) => id));
  for (const id of posts) await refreshPost(id);
  if (fresh.length === 0) return changes.some(({ kind }) => changesOrder.has(kind)) ? checkOrder(changes[0], page) : undefined;
  page.dataset.unshown ??= String(changes[0].id - 1);
  await offer(fresh, page);
}

/** Says that answers stand in another order now; they stay where they are while somebody reads. @param {Changed} first @param {HTMLElement} page */
async function checkOrder(first, page) {
  if (page.dataset.sort !== "score" || offered.size > 0) return;
  const answer = await fetch(`/questions/${page.dataset.watchTopic}/order`, { cache: "no-store" });
  if (!answer.ok || answer.redirected) return;
  const order = /** @type {number[]} */ (await answer.json());
  const shown = [...list(page).children].map(post => Number(post.id.slice(5))).filter(id => order.includes(id));
  if (order.filter(id => shown.includes(id)).every((id, place) => id === shown[place])) return page.querySelector(".live-bar[data-order]")?.remove();
  page.dataset.unshown ??= String(first.id - 1);
  const text = document.getElementById("live-texts")?.dataset.order ?? "";
  const isNew = !page.querySelector(".live-bar[data-order]");
  const made = bar(text, `/posts/${order[0]}`);
  made?.setAttribute("data-order", "");
  place(page, made);
  if (isNew) say(text);
}

/** @param {number} topicId */
async function refreshHead(topicId) {
  const head = document.querySelector("[data-topic-head]");
  const fresh = head && await fetchFragment(`/topics/${topicId}/head`);
  if (fresh && !isInUse(head)) swap(head, fresh);
}

/** The strip and the list of reports on a note. */
async function refreshReports() {
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-reports]"))) {
    const fresh = await fetchFragment(part.dataset.reports ?? "");
    if (fresh && !isInUse(part)) swap(part, fresh);
  }
}

/** @param {number} id a post, or a comment under one */
async function refreshPost(id) {
  const fresh = await fetchFragment(`/posts/${id}/fragment`);
  if (!fresh) return;
  const freshId = Number(fresh.id.replace(/^post-/, ""));
  if (offered.has(freshId)) offered.set(freshId, fresh);
  const old = document.getElementById(fresh.id);
  if (!old) return;
  if (isInUse(old)) postponed.add(freshId);
  else swap(old, fresh);
}

/** @param {number[]} ids @param {HTMLElement} page */
async function offer(ids, page) {
  for (const id of ids) {
    const fresh = await fetchFragment(`/posts/${id}/fragment`);
    if (fresh && !document.getElementById(fresh.id)) offered.set(id, fresh);
  }
  if (offered.size === 0 || !page.isConnected) return;
  const name = page.dataset.kind === "question" ? "answers" : "replies";
  const text = sentence(name, offered.size);
  if (movesNothing(page)) show(page);
  else place(page, bar(text, `/posts/${Math.min(...offered.keys())}`));
  say(text);
}

/** Whether new answers can stand at the end at once: somebody waits for them there, and no text that is read or written would move. @param {HTMLElement} page */
function movesNothing(page) {
  if (page.dataset.kind !== "question" || hasNext()) return false;
  if (document.activeElement?.matches("textarea, input")) return false;
  return page.querySelector("[data-empty]") !== null || list(page).getBoundingClientRect().bottom <= innerHeight;
}

/** Whether newer posts belong on a later page. */
function hasNext() {
  return document.querySelector("main .pager [rel=next]") !== null;
}

/** @param {HTMLElement} page @returns {Element} */
function list(page) {
  return page.querySelector("[data-posts]") ?? page;
}

/** Shows what was offered in its place. @param {HTMLElement} page @returns {HTMLElement | undefined} the first of it */
function show(page) {
  page.querySelector(".live-bar")?.remove();
  page.querySelector("[data-empty]")?.remove();
  const posts = [...offered].sort(([a], [b]) => a - b).map(([, post]) => post).filter(post => !document.getElementById(post.id));
  offered.clear();
  delete page.dataset.unshown;
  list(page).append(...posts);
  const heading = page.querySelector("#answers");
  if (heading && !hasNext()) heading.textContent = sentence("count", list(page).querySelectorAll(".post.answer").length);
  return posts[0];
}

/** @param {HTMLElement} page @param {HTMLElement | null} made */
function place(page, made) {
  page.querySelector(".live-bar")?.remove();
  if (!made) return;
  page.append(made);
  made.querySelector("a")?.addEventListener("click", event => {
    if (offered.size === 0 || hasNext()) return;
    event.preventDefault();
    show(page)?.focus();
  });
}

/** The page is another one now: only loading it again tells how. @param {Changed} first @param {HTMLElement} page */
function showChanged(first, page) {
  page.dataset.unshown ??= String(first.id - 1);
  const text = document.getElementById("live-texts")?.dataset.changed ?? "";
  place(page, bar(text, `/posts/${document.querySelector("[id^=post-]")?.id.replace(/^post-/, "") ?? ""}`));
  offered.clear();
  say(text);
}

document.addEventListener("focusout", () => setTimeout(() => {
  for (const id of postponed) {
    const post = document.getElementById(`post-${id}`);
    if (post && isInUse(post)) continue;
    postponed.delete(id);
    if (post) refreshPost(id);
  }
}));
document.addEventListener("turbo:submit-start", () => { isSending = true; });
document.addEventListener("turbo:submit-end", event => {
  const redirected = /** @type {CustomEvent} */ (event).detail.fetchResponse?.redirected;
  if (!redirected) goOn();
});
document.addEventListener("turbo:before-render", () => {
  waiting = [];
  offered.clear();
  postponed.clear();
});
document.addEventListener("turbo:load", goOn);

function goOn() {
  isSending = false;
  const page = document.querySelector("[data-watch-topic]");
  if (page instanceof HTMLElement) work(page);
}
