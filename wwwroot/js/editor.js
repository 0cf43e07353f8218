// <markdown-editor>: a toolbar, a preview and a memory around a textarea that works without them.
//   data-preview-url   gets the form's text by POST, answers with HTML that the server made safe
//   data-space       where the text will stand, unless the form has a field that says so
//   data-people-url, data-tags-url, data-notes-url   answer ?q= with [{ value, label }]
//   data-reply   the editor that quotes of this page go into

import { keep } from "./drafts.js";
import { rove } from "./roving.js";
import "./uploads.js";

/** @type {Record<string, [before: string, after: string]>} */
const around = { bold: ["**", "**"], italic: ["_", "_"], link: ["[", "]()"] };
/** @type {Record<string, (line: number) => string>} */
const lineStarts = { heading: () => "## ", quote: () => "> ", list: () => "- ", "list-ordered": line => `${line + 1}. ` };
/** @type {Record<string, string>} */
const shortcuts = { b: "bold", i: "italic", k: "link" };

export class MarkdownEditor extends HTMLElement {
  /** @type {HTMLTextAreaElement} */
  #field = document.createElement("textarea");
  #leaving = new AbortController();

  connectedCallback() {
    const field = this.querySelector("textarea");
    if (!field) return;
    this.#field = field;
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;

    this.addEventListener("click", event => this.#click(event), { signal });
    const toolbar = this.querySelector(".toolbar");
    if (toolbar instanceof HTMLElement) rove(toolbar, signal);
    field.addEventListener("keydown", event => this.#shortcut(event), { signal });
    if (document.activeElement === field) this.#complete();
    else field.addEventListener("focus", () => this.#enter(), { once: true, signal });
    if (field.form?.matches("[data-draft]")) keep(field.form);
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  /** Puts Markdown after what is written, and the caret after it. @param {string} markdown */
  append(markdown) {
    if (this.#preview?.hidden === false) this.#showText();
    const written = this.#field.value.trimEnd();
    this.#field.focus();
    this.#field.setSelectionRange(written.length, this.#field.value.length);
    this.#insert(written ? `\n\n${markdown}` : markdown);
    this.#field.scrollIntoView({ block: "nearest" });
  }

  /** @returns {HTMLElement | null} */
  get #preview() {
    return this.querySelector("[data-preview]");
  }

  /** Who comes by key goes on where a text ends; a text to be changed is read from its start. */
  #enter() {
    const field = this.#field;
    if (!this.closest("form")?.matches("[action$='/edit']") && field.selectionEnd === 0) field.setSelectionRange(field.value.length, field.value.length);
    this.#complete();
  }

  async #complete() {
    const sources = { "@": this.dataset.peopleUrl, "#": this.dataset.tagsUrl, "[[": this.dataset.notesUrl };
    if (!Object.values(sources).some(url => url)) return;
    const { complete } = await import("./completion.js");
    complete(this.#field, sources, this.#leaving.signal);
  }

  /** @param {Event} event */
  #click(event) {
    const button = event.target instanceof Element ? event.target.closest("[data-md]") : null;
    if (!button) return;
    event.preventDefault();
    this.#apply(button.getAttribute("data-md") ?? "");
  }

  /** @param {KeyboardEvent} event */
  #shortcut(event) {
    const name = shortcuts[event.key];
    if (!name || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    this.#apply(name);
  }

  /** @param {string} name */
  #apply(name) {
    if (name === "preview") return this.#preview?.hidden === false ? this.#showText() : this.#showPreview();
    this.#field.focus();
    if (name === "code") this.#selected.includes("\n") ? this.#surround("```\n", "\n```") : this.#surround("`", "`");
    else if (name in around) this.#surround(...around[name]);
    else if (name in lineStarts) this.#startLines(lineStarts[name]);
    else if (name === "mention") this.#insert("@");
  }

  get #selected() {
    return this.#field.value.slice(this.#field.selectionStart, this.#field.selectionEnd);
  }

  /** @param {string} before @param {string} after */
  #surround(before, after) {
    const { selectionStart: start } = this.#field;
    const text = this.#selected;
    this.#insert(before + text + after);
    const caret = text && after.endsWith("()") ? start + before.length + text.length + after.length - 1 : start + before.length + text.length;
    this.#field.setSelectionRange(text && !after.endsWith("()") ? start + before.length : caret, caret);
  }

  /** Starts each selected line so, or takes the start away where all have it. @param {(line: number) => string} start */
  #startLines(start) {
    const { value, selectionStart, selectionEnd } = this.#field;
    const from = value.lastIndexOf("\n", selectionStart - 1) + 1;
    const end = value.indexOf("\n", Math.max(selectionEnd - 1, from));
    const to = end < 0 ? value.length : end;
    const lines = value.slice(from, to).split("\n");
    const all = lines.every((line, index) => line.startsWith(start(index)));
    this.#field.setSelectionRange(from, to);
    this.#insert(lines.map((line, index) => all ? line.slice(start(index).length) : start(index) + line).join("\n"));
  }

  /** In place of the selection, so that the browser's own undo takes it back. @param {string} text */
  #insert(text) {
    if (document.execCommand("insertText", false, text)) return;
    this.#field.setRangeText(text, this.#field.selectionStart, this.#field.selectionEnd, "end");
    this.#field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }

  async #showPreview() {
    const preview = this.#preview;
    const token = this.#field.form?.querySelector("[name=__RequestVerificationToken]");
    if (!preview || !this.dataset.previewUrl) return;
    const chosen = this.#field.form?.querySelector("[name=Space]");
    const space = chosen instanceof HTMLSelectElement ? chosen.value : this.dataset.space ?? "";
    const body = new URLSearchParams({ text: this.#field.value, space });
    if (token instanceof HTMLInputElement) body.set("__RequestVerificationToken", token.value);
    const answer = await fetch(this.dataset.previewUrl, { method: "POST", body, headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer?.ok) return;
    (preview.querySelector(".prose") ?? preview).innerHTML = await answer.text();
    this.#show(true);
  }

  #showText() {
    this.#show(false);
    this.#field.focus();
  }

  /** @param {boolean} shown whether the preview is */
  #show(shown) {
    if (this.#preview) this.#preview.hidden = !shown;
    this.#field.hidden = shown;
    this.querySelector("[data-md=preview]")?.setAttribute("aria-pressed", String(shown));
  }
}

customElements.define("markdown-editor", MarkdownEditor);
