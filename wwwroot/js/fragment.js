// Parts of a page that the server writes anew: fetched, and put in place without disturbing who reads or writes in them.

/** @param {string} address @returns {Promise<HTMLElement | null>} */
export async function fetchFragment(address) {
  const answer = await fetch(address, { cache: "no-store" });
  if (!answer.ok || answer.redirected) return null;
  const template = document.createElement("template");
  template.innerHTML = await answer.text();
  return template.content.firstElementChild instanceof HTMLElement ? template.content.firstElementChild : null;
}

/** Somebody is writing in it. @param {Element} element */
export function isInUse(element) {
  return [...element.querySelectorAll("textarea, input:not([type=hidden])")].some(field =>
    field === document.activeElement || (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) && field.value !== field.defaultValue);
}

/** Puts the fresh element in place; what was unfolded stays so, and the focus stays where it was. @param {Element} old @param {HTMLElement} fresh */
export function swap(old, fresh) {
  // Comments that are folded may be new there; all other folds are the same ones.
  const others = "details:not([data-fold])";
  const folds = old.querySelectorAll(others);
  fresh.querySelectorAll(others).forEach((fold, index) => { if (fold instanceof HTMLDetailsElement && folds[index] instanceof HTMLDetailsElement) fold.open ||= folds[index].open; });
  for (const fold of /** @type {NodeListOf<HTMLDetailsElement>} */ (fresh.querySelectorAll("details[data-fold]")))
    fold.open ||= old.querySelector(`details[data-fold="${fold.dataset.fold}"][open]`) !== null;
  const targets = "a, button, summary, input, textarea, select";
  const focus = old === document.activeElement ? -1 : [...old.querySelectorAll(targets)].findIndex(target => target === document.activeElement);
  const hadFocus = old.contains(document.activeElement);
  old.replaceWith(fresh);
  if (!hadFocus) return;
  const target = focus < 0 ? fresh : fresh.querySelectorAll(targets)[focus];
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}
