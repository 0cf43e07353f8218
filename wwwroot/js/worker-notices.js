// The worker's other half, fetched by /sw.js as well: it shows notices that are pushed while no page is open.
"use strict";

(() => {
  // The types of workers and of pages do not fit into one check.
  const worker = /** @type {any} */ (self);

  worker.addEventListener("push", (/** @type {any} */ event) => {
    const told = event.data?.json() ?? {};
    event.waitUntil(worker.registration.showNotification(told.title || "Community", {
      body: told.body ?? "", tag: told.tag ?? "", renotify: Boolean(told.tag), icon: "/icons/192.png", badge: "/icons/sign.png", data: { url: told.url ?? "/notifications" },
    }));
  });

  worker.addEventListener("notificationclick", (/** @type {any} */ event) => {
    event.notification.close();
    event.waitUntil(show(new URL(event.notification.data?.url ?? "/notifications", location.origin).href));
  });

  /** @param {string} url */
  async function show(url) {
    if (!url.startsWith(location.origin + "/")) return;
    const [open] = await worker.clients.matchAll({ type: "window" });
    if (!open) return worker.clients.openWindow(url);
    await open.focus();
    await open.navigate(url).catch(() => worker.clients.openWindow(url));
  }
})();
