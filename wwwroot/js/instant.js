// While a search is typed: what could be meant, in a list under the field. The field points into the list, so that focus never leaves it.
import { announce } from "./app.js";

const pauseMs = 80;
const sayAfterMs = 600;
const fewestLetters = 2;

/** Fields that have their list. @type {WeakSet<HTMLInputElement>} */
const known = new WeakSet();

/** @param {HTMLInputElement} field */
export function instant(field) {
  if (known.has(field)) return;
  known.add(field);

  const list = document.createElement("div");
  list.className = "suggest instant";
  list.id = `${field.id}-instant`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.labels?.[0]?.textContent ?? field.name);

  let asking = new AbortController();
  /** What the list was made for. */
  let asked = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let say;

  const options = () => /** @type {HTMLAnchorElement[]} */ ([...list.querySelectorAll("[role=option]")]);
  const chosen = () => options().find(option => option.getAttribute("aria-selected") === "true");

  const place = () => {
    if (!list.isConnected) field.after(list);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("aria-expanded", String(!list.hidden));
  };

  const close = () => {
    clearTimeout(pause);
    clearTimeout(say);
    asking.abort();
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    choose();
  };

  const open = () => {
    list.hidden = false;
    place();
    const said = list.querySelector("[data-said]")?.getAttribute("data-said") ?? "";
    clearTimeout(say);
    say = setTimeout(() => announce(said), sayAfterMs);
  };

  /** @param {HTMLAnchorElement} [option] none takes the choice back to the field */
  const choose = option => {
    chosen()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
  };

  /** Past either end lies the field itself. @param {1 | -1} step */
  const move = step => {
    const all = options();
    const now = chosen();
    const place = (now ? all.indexOf(now) : step > 0 ? -1 : all.length) + step;
    choose(all[place]);
  };

  const ask = async () => {
    const typed = field.value.trim();
    asking.abort();
    if (typed.length < fewestLetters) return close();
    if (typed === asked && list.childElementCount > 0) return open();
    asking = new AbortController();
    const { signal } = asking;
    const answer = await fetch(`/search/instant?q=${encodeURIComponent(field.value)}`, { signal }).catch(() => null);
    const html = answer?.ok ? await answer.text().catch(() => "") : "";
    if (signal.aborted || document.activeElement !== field) return;
    if (!html) return close();
    choose();
    list.innerHTML = html;
    asked = typed;
    for (const [index, option] of options().entries()) {
      option.id = `${list.id}-${index}`;
      option.tabIndex = -1;
    }
    open();
  };

  field.addEventListener("input", () => {
    clearTimeout(pause);
    clearTimeout(say);
    pause = setTimeout(ask, pauseMs);
  });
  field.addEventListener("blur", close);
  field.form?.addEventListener("submit", close);
  field.addEventListener("keydown", event => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown" && list.hidden) ask();
    else if (list.hidden) return;
    else if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen()) chosen()?.click();
    else return;
    event.preventDefault();
  });
  // The field keeps the focus while a row is pressed; else the list would be gone before the click.
  list.addEventListener("pointerdown", event => { if (event.button === 0) event.preventDefault(); });
  list.addEventListener("mousedown", event => { if (event.button === 0) event.preventDefault(); });
  list.addEventListener("click", event => { if (!event.ctrlKey && !event.metaKey && !event.shiftKey) close(); });
  document.addEventListener("turbo:before-cache", () => {
    close();
    list.remove();
    known.delete(field);
  }, { once: true });

  place();
  // Somebody types faster than this script came.
  if (document.activeElement === field && field.value !== field.defaultValue) ask();
}
