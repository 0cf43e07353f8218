// "Show notices on this device": asks the browser, and sends with the page's own form what it says of itself.
/** @param {HTMLElement} place */
export async function offer(place) {
  if (place.dataset.offered !== undefined) return;
  place.dataset.offered = "";
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (place.querySelector(`[data-push-${name}]`));
  const show = (/** @type {string} */ name) => {
    for (const one of ["plain", "none", "denied", "failed", "here", "form"]) part(one).hidden = one !== name && !(name === "failed" && one === "form");
  };

  if (!("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window)) return show("none");
  if (Notification.permission === "denied") return show("denied");
  if (!await navigator.serviceWorker.register("/sw.js").catch(() => null)) return show("none");
  const registration = await navigator.serviceWorker.ready;

  const form = /** @type {HTMLFormElement} */ (part("form"));
  const known = await registration.pushManager.getSubscription().catch(() => null);
  // The browser may have been reset, or have told another person before.
  show(known && place.dataset.isHere !== undefined ? "here" : "form");

  form.addEventListener("submit", async event => {
    if (field(form, "endpoint").value) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (await Notification.requestPermission() !== "granted") return show("denied");
    try {
      await known?.unsubscribe();
      const { endpoint, keys } = (await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(place.dataset.push ?? "") })).toJSON();
      field(form, "endpoint").value = endpoint ?? "";
      field(form, "p256dh").value = keys?.p256dh ?? "";
      field(form, "auth").value = keys?.auth ?? "";
      form.requestSubmit();
    } catch {
      show("failed");
    }
  });
  document.querySelector("[data-push-this] form[action$='/remove']")?.addEventListener("submit", () => { known?.unsubscribe(); });
}

/** @param {HTMLFormElement} form @param {string} name */
function field(form, name) {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
}

/** @param {string} text in base64url */
function bytes(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), letter => letter.charCodeAt(0));
}
