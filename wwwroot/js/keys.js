// Keys for those who keep their hands on them; the page says what each does, by data-key="c" or data-key="g h". An element inside the post or
// row that has the focus comes before others. Single keys are off on <html data-keys="off">.

const items = ".topic, .post, .hit, [data-notice], .queue > li";
const opened = ".queue > li:has([aria-current=true])";
const secondKeyMs = 1_500;
let first = "";
let firstAt = 0;

document.addEventListener("keydown", press);

/** @param {KeyboardEvent} event */
export function press(event) {
  if (event.defaultPrevented || event.isComposing) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return send(event);
  if (event.key === "Escape") return leaveField();
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat && !"jk".includes(event.key)) return;
  if (document.documentElement.dataset.keys === "off" || isTyping(event.target) || document.querySelector("dialog:modal")) return;

  const keys = first && Date.now() - firstAt < secondKeyMs ? `${first} ${event.key}` : event.key;
  first = "";
  if (keys === "g") [first, firstAt] = ["g", Date.now()];
  else if (keys === "j" || keys === "k") move(event, keys === "j" ? 1 : -1);
  else if (keys === "?") showHelp(event);
  else if (keys === "u" && !find("u")) history.back();
  else act(event, keys);
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset])"));
}

/** @param {KeyboardEvent} event */
function send(event) {
  const form = event.target instanceof Element ? event.target.closest("form") : null;
  const button = form?.querySelector("[data-key='Ctrl Enter']") ?? form?.querySelector("button.strong[type=submit]") ?? form?.querySelector("[type=submit]");
  if (!form || !(button instanceof HTMLElement) || button.getAttribute("aria-disabled") === "true") return;
  event.preventDefault();
  form.requestSubmit(button);
}

function leaveField() {
  if (document.activeElement instanceof HTMLElement && isTyping(document.activeElement)) document.activeElement.blur();
}

/** @returns {HTMLElement | null} */
function currentItem() {
  return document.activeElement?.closest(items) ?? null;
}

/** @param {KeyboardEvent} event @param {1 | -1} step */
function move(event, step) {
  const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(items)]).filter(item => item.checkVisibility());
  const current = currentItem() ?? /** @type {HTMLElement | null} */ (document.querySelector(opened));
  const next = current ? all[all.indexOf(current) + step] : nearest(all, step);
  if (!next) return;
  event.preventDefault();
  const link = next.matches(".post") ? null : /** @type {HTMLElement | null} */ (next.querySelector("h2 a, h3 a, a[data-row]"));
  if (!link) next.tabIndex = -1;
  (link ?? next).focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

/** Where nothing has the focus: what stands in sight, not the head of a long page. @param {HTMLElement[]} all @param {1 | -1} step */
function nearest(all, step) {
  const top = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0;
  const inSight = all.findIndex(item => item.getBoundingClientRect().top >= top - 1);
  if (step > 0) return inSight < 0 ? all.at(-1) : all[inSight];
  return all[(inSight < 0 ? all.length : inSight) - 1];
}

/** @param {KeyboardEvent} event */
function showHelp(event) {
  const help = document.getElementById("keys-help");
  if (!(help instanceof HTMLDialogElement)) return;
  event.preventDefault();
  help.showModal();
}

/** @param {string} keys @returns {HTMLElement | null} */
function find(keys) {
  const selector = `[data-key="${CSS.escape(keys)}"]`;
  return currentItem()?.querySelector(selector) ?? document.querySelector(selector);
}

/** @param {KeyboardEvent} event @param {string} keys */
function act(event, keys) {
  const element = find(keys);
  if (!element) return;
  event.preventDefault();
  if (!element.matches("input, textarea")) return element.click();
  if (element.checkVisibility()) return element.focus();
  // A phone with a keyboard: the field of the masthead is not shown there, its page is.
  const form = element.closest("form");
  if (form) location.assign(form.action);
}
