// What a word of the glossary means, beside the word: while it is pointed at, while it has the focus, and after the first touch. Without this
// script the browser's own title says it, and the link leads to the term's page.

const tip = document.createElement("div");
tip.className = "term-tip";
tip.id = "term-tip";
tip.setAttribute("role", "tooltip");
const [word, meaning] = [document.createElement("b"), document.createElement("span")];
tip.append(word, " ", meaning);

/** The word whose meaning is shown. @type {HTMLAnchorElement | null} */
let shown = null;
let leaving = 0;

/** @param {HTMLAnchorElement} link */
export function show(link) {
  clearTimeout(leaving);
  if (link === shown) return;
  hide();
  const [name, title] = [link.dataset.term ?? "", link.title];
  if (!title) return;
  shown = link;
  word.textContent = name;
  meaning.textContent = title.slice(name.length + 2);
  // Else the browser says it a second time.
  link.dataset.title = title;
  link.removeAttribute("title");
  link.setAttribute("aria-describedby", tip.id);
  (link.closest("main") ?? document.body).append(tip);
  place(link);
}

export function hide() {
  clearTimeout(leaving);
  tip.remove();
  if (!shown) return;
  shown.title = shown.dataset.title ?? "";
  delete shown.dataset.title;
  shown.removeAttribute("aria-describedby");
  shown = null;
}

/** Under the word, or above it where there is no room. @param {HTMLAnchorElement} link */
function place(link) {
  const lines = link.getClientRects();
  const [box, last] = [lines[0] ?? link.getBoundingClientRect(), lines[lines.length - 1] ?? link.getBoundingClientRect()];
  const below = last.bottom + tip.offsetHeight + 8 <= innerHeight;
  tip.style.left = `${Math.max(8, Math.min(below ? last.left : box.left, document.documentElement.clientWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${below ? last.bottom + 4 : box.top - tip.offsetHeight - 4}px`;
}

/** Time enough to move from the word to what it says. */
function leave() {
  clearTimeout(leaving);
  leaving = setTimeout(hide, 250);
}

/** @param {EventTarget | null} target @returns {HTMLAnchorElement | null} */
export function termAt(target) {
  return target instanceof Element ? target.closest("a.term") : null;
}

document.addEventListener("pointerover", event => {
  if (event.pointerType === "touch") return;
  const link = termAt(event.target);
  if (link) show(link);
  else if (event.target instanceof Node && tip.contains(event.target)) clearTimeout(leaving);
  else if (shown && shown !== document.activeElement) leave();
});

document.addEventListener("focusin", event => {
  const link = termAt(event.target);
  if (link?.matches(":focus-visible")) show(link);
});

document.addEventListener("focusout", event => { if (termAt(event.target) === shown) hide(); });

document.addEventListener("pointerdown", event => {
  if (shown && !termAt(event.target) && !(event.target instanceof Node && tip.contains(event.target))) hide();
});

document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || !shown) return;
  event.stopImmediatePropagation();
  hide();
}, true);

document.addEventListener("scroll", () => { if (shown) place(shown); }, { passive: true, capture: true });
document.addEventListener("turbo:before-cache", hide);
document.addEventListener("turbo:before-render", hide);
