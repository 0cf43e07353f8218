// The worker between the pages and the line. It keeps what every page needs to look and work, and the pages that somebody read last, to be shown when there
// is no line. It is fetched by /sw.js, which says what there is (self.community).
//
// Whose a page is, and that it may be kept, the server says in each answer (KeptOnDevice.cs). What is kept belongs to one person: an answer that was made for
// another one, or for nobody, takes all of it away, and so does signing out.
"use strict";

// The types of workers and of pages do not fit into one check.
const worker = /** @type {any} */ (self);

(() => {
  const { version, assets } = /** @type {{ version: string, assets: string[] }} */ (worker.community);
  const assetCache = `assets-${version}`;
  const pagesOf = "pages-";
  const mostPages = 50;
  const keepMs = 7 * 86_400_000;

  /** Pages that were fetched because somebody pointed at a link: read only when they are shown. @type {Map<string, Response>} */
  const prefetched = new Map();
  const mostPrefetched = 5;

  worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(install()));
  worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(activate()));

  async function install() {
    const cache = await caches.open(assetCache);
    await cache.addAll(assets);
    // Without the session: it is kept for whoever sits here.
    await cache.put("/offline", await fetch("/offline", { credentials: "omit", cache: "reload" }));
    await worker.skipWaiting();
  }

  async function activate() {
    for (const name of await caches.keys())
      if (name.startsWith("assets-") && name !== assetCache) await caches.delete(name);
    await worker.clients.claim();
    // The page that was open before the worker was there is one that somebody reads.
    for (const client of await worker.clients.matchAll({ type: "window" })) {
      const answer = await fetch(client.url, { headers: { Accept: "text/html" } }).catch(() => null);
      if (answer) await take(answer, answer.clone(), plain(new URL(client.url)), false);
    }
  }

  worker.addEventListener("fetch", (/** @type {any} */ event) => {
    const request = /** @type {Request} */ (event.request);
    const address = new URL(request.url);
    if (address.origin !== location.origin) return;
    // Neither is answered here; what was kept for the one is not for the next.
    if (request.method === "POST" && (address.pathname === "/sign-out" || address.pathname === "/sign-in")) event.waitUntil(onlyFor("0"));
    if (request.method !== "GET") return;
    if (/^\/(css|js|lib)\//.test(address.pathname)) event.respondWith(asset(request, address));
    else if (isPage(request)) event.respondWith(page(event, request, address));
  });

  worker.addEventListener("message", (/** @type {any} */ event) => {
    if (event.data?.read) event.waitUntil(wasRead(String(event.data.read)));
  });

  /** Parts of pages are asked for in another way. @param {Request} request */
  function isPage(request) {
    return request.mode === "navigate" || request.headers.get("Accept")?.startsWith("text/html") && !request.headers.has("Turbo-Frame");
  }

  /** An address with a fingerprint never means anything else. @param {Request} request @param {URL} address */
  async function asset(request, address) {
    const cache = await caches.open(assetCache);
    const known = await cache.match(request, { ignoreVary: true });
    if (known) return known;
    try {
      const answer = await fetch(request);
      if (answer.ok && answer.headers.get("Cache-Control")?.includes("immutable")) await cache.put(request, answer.clone());
      return answer;
    } catch (error) {
      // A page that was kept before the last update names files of then.
      const plain = unprinted(address.pathname);
      const alike = (await cache.keys()).find(kept => unprinted(new URL(kept.url).pathname) === plain);
      const found = alike && await cache.match(alike, { ignoreVary: true });
      if (found) return found;
      throw error;
    }
  }

  /** @param {string} path */
  function unprinted(path) {
    return path.replace(/\.[0-9a-z]{8,12}(?=\.[0-9a-z]+$)/, "");
  }

  /** The line first; what is kept only where there is none. @param {any} event @param {Request} request @param {URL} address */
  async function page(event, request, address) {
    const asked = plain(address);
    try {
      const answer = await fetch(request);
      // What is not kept is not copied either: a file may be large.
      const copy = mayKeep(answer) ? answer.clone() : null;
      const isPrefetch = (request.headers.get("X-Sec-Purpose") ?? request.headers.get("Sec-Purpose") ?? "").includes("prefetch");
      event.waitUntil(take(answer, copy, asked, isPrefetch));
      return answer;
    } catch (error) {
      const kept = await keptPage(asked);
      if (kept) return kept;
      const instead = await caches.match("/offline", { cacheName: assetCache, ignoreVary: true });
      // Made anew, it stands at the address that was asked for.
      if (instead) return new Response(await instead.text(), { headers: instead.headers });
      throw error;
    }
  }

  /** @param {Response} answer */
  function mayKeep(answer) {
    return answer.ok && answer.headers.get("Community-Keep") === "yes";
  }

  /** @param {URL} address */
  function plain(address) {
    return address.origin + address.pathname + address.search;
  }

  /** @param {Response} answer @param {Response | null} copy to be kept @param {string} asked @param {boolean} isPrefetch */
  async function take(answer, copy, asked, isPrefetch) {
    const reader = answer.headers.get("Community-Reader");
    if (answer.type === "opaqueredirect" || reader === null) return;
    await onlyFor(reader);
    if (reader === "0") return;

    const at = answer.redirected ? plain(new URL(answer.url)) : asked;
    // What is gone, or not for this person any more, is not shown from here either.
    if (!copy || !mayKeep(answer)) return void await (await caches.open(pagesOf + reader)).delete(at, { ignoreVary: true });
    if (!isPrefetch) return keep(copy, at, reader);
    prefetched.set(at, copy);
    for (const first of [...prefetched.keys()].slice(0, Math.max(0, prefetched.size - mostPrefetched))) prefetched.delete(first);
  }

  /** @param {string} shown */
  async function wasRead(shown) {
    const at = plain(new URL(shown));
    const answer = prefetched.get(at);
    prefetched.delete(at);
    const reader = answer?.headers.get("Community-Reader");
    if (answer && reader) await keep(answer, at, reader);
  }

  /** @param {Response} answer @param {string} at @param {string} reader */
  async function keep(answer, at, reader) {
    // What was said about an act that is over is not said again.
    const text = (await answer.text()).replace(/<div class="flash">.*?<\/div>/s, "");
    const headers = new Headers(answer.headers);
    for (const name of ["Content-Encoding", "Content-Length", "Set-Cookie"]) headers.delete(name);
    headers.set("Kept-At", new Date().toISOString());
    headers.set("Kept-Title", encodeURIComponent(text.match(/<title>([^<]*)<\/title>/)?.[1] ?? ""));
    const cache = await caches.open(pagesOf + reader);
    await cache.delete(at, { ignoreVary: true });
    await cache.put(at, new Response(text, { headers }));
    const keys = await cache.keys();
    for (const old of keys.slice(0, Math.max(0, keys.length - mostPages))) await cache.delete(old, { ignoreVary: true });
    for (const key of keys) {
      const kept = await cache.match(key, { ignoreVary: true });
      if (kept && isOld(kept)) await cache.delete(key, { ignoreVary: true });
    }
  }

  /** @param {Response} kept */
  function isOld(kept) {
    return !(Date.now() - Date.parse(kept.headers.get("Kept-At") ?? "") < keepMs);
  }

  /** As it was, with a mark that says when; the page's script makes a sentence of it. @param {string} at */
  async function keptPage(at) {
    for (const name of (await caches.keys()).filter(name => name.startsWith(pagesOf))) {
      const cache = await caches.open(name);
      const kept = await cache.match(at, { ignoreVary: true }) ?? await sameTopic(cache, at);
      if (!kept || isOld(kept)) continue;
      const text = (await kept.text()).replace("<head>", `<head><meta name="kept-at" content="${kept.headers.get("Kept-At")}">`);
      return new Response(text, { headers: kept.headers });
    }
    return null;
  }

  /** A topic is the same at each of its addresses: with its old title, with none, as another kind. The one kept last. @param {Cache} cache @param {string} at */
  async function sameTopic(cache, at) {
    const topic = topicOf(at);
    const key = topic && (await cache.keys()).findLast(kept => topicOf(kept.url) === topic);
    return key && await cache.match(key, { ignoreVary: true });
  }

  /** @param {string} at */
  function topicOf(at) {
    return at.match(/\/(?:threads|questions|notes)\/(\d+)(?:\/[^/?]*)?(?:\?|$)/)?.[1];
  }

  /** Forgets the pages of everybody else. @param {string} reader */
  async function onlyFor(reader) {
    for (const name of await caches.keys())
      if (name.startsWith(pagesOf) && name !== pagesOf + reader) await caches.delete(name);
    for (const [at, answer] of prefetched)
      if (answer.headers.get("Community-Reader") !== reader) prefetched.delete(at);
  }
})();
