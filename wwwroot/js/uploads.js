// <file-uploads>: files for the text beside it, chosen, pasted or dropped, each sent for itself with its progress. A picture waits until
// somebody has said what it shows; the form waits with it. Without scripts the field is sent with the form.
//   data-url      takes a file as body and answers { markdown, isPicture, usedBytes } or { sentence }
//   data-use-url  answers { usedBytes, quotaBytes }
//   data-text-…   sentences, {0} and {1} for their places
import { megabytes, Upload } from "./upload.js";

export class FileUploads extends HTMLElement {
  #leaving = new AbortController();
  /** @type {Set<Upload>} those that must be described or are under way */
  #waiting = new Set();
  #isTouched = false;

  connectedCallback() {
    const { field, input } = this;
    if (!field || !input) return;
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;

    this.#prepare();
    // A page that is answered with itself is morphed: the element stays, with the attributes that the server wrote.
    document.addEventListener("turbo:render", () => this.#prepare(), { signal });
    input.addEventListener("change", () => this.#take(input), { signal });
    if (input.files?.length) this.#take(input);
    this.#isTouched = document.activeElement === field;
    field.addEventListener("focus", () => { this.#isTouched = true; }, { signal, once: true });
    field.addEventListener("paste", event => this.#pasted(event), { signal });
    field.addEventListener("dragover", event => { if (event.dataTransfer?.types.includes("Files")) event.preventDefault(); }, { signal });
    field.addEventListener("drop", event => this.#dropped(event), { signal });
    field.form?.addEventListener("submit", event => this.#hold(event), { signal, capture: true });
    this.showUse();
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  get field() {
    return this.closest("markdown-editor")?.querySelector("textarea") ?? null;
  }

  /** @returns {HTMLInputElement | null} */
  get input() {
    return this.querySelector("input[type=file]");
  }

  /** @param {string} name @param {...(string | number)} values */
  text(name, ...values) {
    return (this.getAttribute(`data-text-${name}`) ?? "").replace(/\{(\d)\}/g, (_, place) => String(values[Number(place)] ?? ""));
  }

  /** @param {Upload} upload */
  expect(upload) {
    this.#waiting.add(upload);
  }

  /** @param {Upload} upload */
  settle(upload) {
    this.#waiting.delete(upload);
  }

  /** Into the text where the caret is, or at its end where nobody was in it yet; a picture in a paragraph of its own. @param {Upload} upload @param {string} markdown */
  put(upload, markdown) {
    this.settle(upload);
    const { field } = this;
    if (!field) return;
    const { value } = field;
    const caret = this.#isTouched ? field.selectionEnd : value.length;
    const gap = markdown.startsWith("!") ? "\n\n" : value.slice(0, caret).match(/\S$/) ? " " : "";
    const before = caret === 0 || gap === "" || value.slice(0, caret).endsWith(gap) ? "" : gap;
    const after = gap === "\n\n" && !value.slice(caret).startsWith("\n\n") ? "\n\n" : "";
    field.setRangeText(before + markdown + after, caret, caret, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    if (!field.hidden && this.#waiting.size === 0) field.focus();
  }

  /** @param {number} [usedBytes] asked for when it is not known */
  async showUse(usedBytes) {
    const place = this.querySelector("[data-use]");
    if (!place || !this.dataset.useUrl) return;
    if (usedBytes === undefined || !place.hasAttribute("data-quota-bytes")) {
      const answer = await fetch(this.dataset.useUrl, { headers: { Accept: "application/json" } }).catch(() => null);
      if (!answer?.ok) return;
      const use = await answer.json();
      place.setAttribute("data-quota-bytes", String(use.quotaBytes));
      usedBytes = Number(use.usedBytes);
    }
    place.textContent = `${this.text("use", megabytes(usedBytes), megabytes(Number(place.getAttribute("data-quota-bytes"))))}.`;
  }

  #prepare() {
    // The form must not send again what was sent from here.
    this.input?.removeAttribute("name");
    this.querySelector("[data-with-scripts]")?.removeAttribute("hidden");
  }

  /** @param {HTMLInputElement} input */
  #take(input) {
    for (const file of input.files ?? []) this.#add(file);
    input.value = "";
  }

  /** Text beside a picture, as office programs copy it, is what was meant. @param {ClipboardEvent} event */
  #pasted(event) {
    const files = [...event.clipboardData?.files ?? []];
    if (files.length === 0 || event.clipboardData?.types.includes("text/plain")) return;
    event.preventDefault();
    files.forEach(file => this.#add(file));
  }

  /** @param {DragEvent} event */
  #dropped(event) {
    const files = [...event.dataTransfer?.files ?? []];
    if (files.length === 0) return;
    event.preventDefault();
    files.forEach(file => this.#add(file));
  }

  /** @param {SubmitEvent} event */
  #hold(event) {
    const [first] = this.#waiting;
    if (!first) return;
    event.preventDefault();
    event.stopPropagation();
    first.remind();
  }

  /** @param {File} file */
  #add(file) {
    const list = this.querySelector(".uploads");
    const item = /** @type {HTMLTemplateElement | null} */ (this.querySelector("template"))?.content.firstElementChild?.cloneNode(true);
    if (!(item instanceof HTMLElement) || !(list instanceof HTMLElement)) return;
    list.hidden = false;
    list.append(item);
    new Upload(file, item, this).send();
  }
}

customElements.define("file-uploads", FileUploads);
