// Completes @people, #tags and [[notes in a textarea. The list is a listbox that the field points into, so that focus never leaves the text.

const word = /(?:^|[\s(])([@#])([\p{L}\p{N}._-]{1,40})$/u;
const noteTitle = /(\[\[)([^[\]|\n]{1,80})$/u;
const pauseMs = 120;

/** @typedef {{ value: string, label: string }} Suggestion */

/**
 * @param {HTMLTextAreaElement} field
 * @param {Record<string, string | undefined>} sources an address for each sign
 * @param {AbortSignal} signal
 */
export function complete(field, sources, signal) {
  const list = document.createElement("ul");
  list.className = "suggest";
  list.id = `suggest-${field.id}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.labels?.[0]?.textContent ?? field.name);
  list.hidden = true;
  field.after(list);
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);

  let chosen = 0;
  let asked = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;

  /** @returns {{ sign: string, text: string } | null} */
  const typed = () => {
    if (field.selectionStart !== field.selectionEnd) return null;
    const before = field.value.slice(0, field.selectionStart);
    const match = noteTitle.exec(before) ?? word.exec(before);
    return match ? { sign: match[1], text: match[2] } : null;
  };

  const close = () => {
    clearTimeout(pause);
    asked.abort();
    list.hidden = true;
    field.removeAttribute("aria-activedescendant");
  };

  /** @param {number} index */
  const choose = index => {
    chosen = (index + list.children.length) % list.children.length;
    for (const [at, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(at === chosen));
    list.children[chosen].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", list.children[chosen].id);
  };

  const take = () => {
    const word = typed();
    const value = list.children[chosen]?.getAttribute("data-value");
    if (word && value) {
      const length = word.text.length + (value.startsWith(word.sign) ? word.sign.length : 0);
      const isNote = word.sign === "[[";
      // Brackets that were closed beforehand are taken along.
      const end = field.selectionStart + (isNote && field.value.startsWith("]]", field.selectionStart) ? 2 : 0);
      const text = isNote ? value : `${value} `;
      field.setSelectionRange(field.selectionStart - length, end);
      if (!document.execCommand("insertText", false, text)) field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    }
    close();
  };

  const ask = async () => {
    const word = typed();
    const url = word && sources[word.sign];
    if (!word || !url) return close();
    asked.abort();
    asked = new AbortController();
    const answer = await fetch(`${url}?q=${encodeURIComponent(word.text)}`, { signal: asked.signal, headers: { Accept: "application/json" } }).catch(() => null);
    if (!answer?.ok) return;
    const suggestions = /** @type {Suggestion[]} */ (await answer.json().catch(() => []));
    if (suggestions.length === 0 || document.activeElement !== field) return close();
    list.replaceChildren(...suggestions.slice(0, 8).map((suggestion, index) => option(list.id, suggestion, index)));
    list.hidden = false;
    place(field, list);
    choose(0);
  };

  field.addEventListener("input", () => {
    clearTimeout(pause);
    if (typed()) pause = setTimeout(ask, pauseMs);
    else close();
  }, { signal });
  field.addEventListener("blur", close, { signal });
  field.addEventListener("keydown", event => {
    if (list.hidden || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Enter" || event.key === "Tab") take();
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  }, { signal });
  list.addEventListener("pointerdown", event => {
    event.preventDefault();
    const picked = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    if (!picked) return;
    choose([...list.children].indexOf(picked));
    take();
  }, { signal });
  signal.addEventListener("abort", () => list.remove());
  // Somebody types faster than this script came.
  if (typed()) ask();
}

/** @param {string} listId @param {Suggestion} suggestion @param {number} index */
function option(listId, suggestion, index) {
  const element = document.createElement("li");
  element.id = `${listId}-${index}`;
  element.setAttribute("role", "option");
  element.setAttribute("data-value", suggestion.value);
  element.textContent = suggestion.label;
  return element;
}

/**
 * Under the caret: a textarea does not tell where that is, a copy of its text in a box of the same measures does.
 * @param {HTMLTextAreaElement} field
 * @param {HTMLElement} list
 */
function place(field, list) {
  const box = document.createElement("div");
  const style = getComputedStyle(field);
  for (const name of ["font", "letter-spacing", "padding", "border", "box-sizing", "overflow-wrap"])
    box.style.setProperty(name, style.getPropertyValue(name));
  Object.assign(box.style, { position: "absolute", visibility: "hidden", whiteSpace: "pre-wrap", inlineSize: `${field.offsetWidth}px` });
  const caret = document.createElement("span");
  caret.textContent = "\u200b";
  box.append(field.value.slice(0, field.selectionStart), caret);
  field.after(box);
  const left = Math.min(caret.offsetLeft, field.offsetWidth - list.offsetWidth);
  list.style.left = `${field.offsetLeft + Math.max(0, left)}px`;
  list.style.top = `${field.offsetTop + caret.offsetTop + caret.offsetHeight - field.scrollTop}px`;
  box.remove();
}
