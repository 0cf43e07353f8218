// How live changes are said: sentences of the page's own texts, aloud and in a bar.
import { announce } from "./app.js";

const sentenceMs = 2_000;
let spokenAt = 0;

/** A sentence of the page's own texts. @param {string} name @param {number} count */
export function sentence(name, count) {
  const texts = document.getElementById("live-texts")?.dataset ?? {};
  return (texts[count === 1 ? `${name}One` : `${name}Many`] ?? "").replace("{0}", count.toLocaleString(document.documentElement.lang || "en"));
}

/** Two sentences at a time would drown each other. @param {string} text */
export function say(text) {
  const now = Date.now();
  const at = Math.max(now, spokenAt + sentenceMs);
  spokenAt = at;
  setTimeout(() => announce(text), at - now);
}

/** The bar that says what is new, for the page to place. @param {string} text @param {string} href @returns {HTMLElement | null} */
export function bar(text, href) {
  const template = document.getElementById("live-bar");
  const made = template instanceof HTMLTemplateElement ? template.content.firstElementChild?.cloneNode(true) : null;
  if (!(made instanceof HTMLElement)) return null;
  const link = made.querySelector("a");
  link?.setAttribute("href", href);
  link?.querySelector("span")?.replaceChildren(text);
  return made;
}
