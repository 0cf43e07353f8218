// <file-uploads>: files for the text beside it, chosen, pasted or dropped, each sent for itself with its progress. A picture waits until
// somebody has said what it shows; the form waits with it. Without scripts the field is sent with the form.
//   data-url      takes a file as body and answers { markdown, isPicture, usedBytes } or { sentence }
//   data-use-url  answers { usedBytes, quotaBytes }
//   data-text-…   sentences, {0} and {1} for their places

const mega = 1_000_000;

/** @param {number} bytes */
const megabytes = bytes => (Math.max(bytes, bytes && mega / 10) / mega).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });

export class FileUploads extends HTMLElement {
  #leaving = new AbortController();
  /** @type {Set<HTMLElement>} those that must be described or are under way */
  #waiting = new Set();

  connectedCallback() {
    const { field, input } = this;
    if (!field || !input) return;
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;

    // The form must not send again what was sent from here.
    input.removeAttribute("name");
    this.querySelector("[data-with-scripts]")?.removeAttribute("hidden");
    input.addEventListener("change", () => this.#take(input), { signal });
    if (input.files?.length) this.#take(input);
    field.addEventListener("paste", event => this.#pasted(event), { signal });
    field.addEventListener("dragover", event => { if (event.dataTransfer?.types.includes("Files")) event.preventDefault(); }, { signal });
    field.addEventListener("drop", event => this.#dropped(event), { signal });
    field.form?.addEventListener("submit", event => this.#hold(event), { signal, capture: true });
    this.#showUse();
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
  #text(name, ...values) {
    return (this.getAttribute(`data-text-${name}`) ?? "").replace(/\{(\d)\}/g, (_, place) => String(values[Number(place)] ?? ""));
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
    this.#say(first, this.#text("waiting"));
    /** @type {HTMLElement | null} */ (first.querySelector("[data-describe]:not([hidden]) input") ?? first.querySelector("[data-away]"))?.focus();
  }

  /** @param {File} file */
  #add(file) {
    const list = this.querySelector(".uploads");
    const item = /** @type {HTMLTemplateElement | null} */ (this.querySelector("template"))?.content.firstElementChild?.cloneNode(true);
    if (!(item instanceof HTMLElement) || !(list instanceof HTMLElement)) return;
    item.querySelector("b")?.append(file.name);
    item.querySelector("progress")?.setAttribute("aria-label", file.name);
    list.hidden = false;
    list.append(item);
    this.#waiting.add(item);

    const away = item.querySelector("[data-away]");
    const request = { stop: () => {} };
    away?.addEventListener("click", () => { request.stop(); this.#drop(item); });
    item.querySelector("[data-again] button")?.addEventListener("click", () => { this.#waiting.add(item); this.#send(file, item, request); });
    this.#send(file, item, request);
  }

  /** @param {File} file @param {HTMLElement} item @param {{ stop: () => void }} request */
  #send(file, item, request) {
    const limit = Number(this.dataset.maxBytes);
    if (file.size > limit) return this.#refuse(item, this.#text("large", megabytes(file.size), megabytes(limit)), false);

    const progress = item.querySelector("progress");
    const away = item.querySelector("[data-away] .sr");
    if (away) away.textContent = this.#text("stop", file.name);
    progress?.removeAttribute("hidden");
    item.querySelector("[data-again]")?.setAttribute("hidden", "");
    this.#say(item, "");

    const sending = new XMLHttpRequest();
    request.stop = () => sending.abort();
    sending.open("POST", `${this.dataset.url}?name=${encodeURIComponent(file.name)}`);
    sending.setRequestHeader("Content-Type", "application/octet-stream");
    const token = this.field?.form?.querySelector("[name=__RequestVerificationToken]");
    if (token instanceof HTMLInputElement) sending.setRequestHeader("RequestVerificationToken", token.value);
    sending.upload.addEventListener("progress", event => {
      const percent = Math.floor(100 * event.loaded / Math.max(1, event.total));
      if (progress) progress.value = percent;
      const said = item.querySelector("[data-said]");
      if (said) said.textContent = this.#text("sending", percent, megabytes(event.loaded), megabytes(event.total));
    });
    sending.addEventListener("error", () => this.#refuse(item, this.#text("broken"), true));
    sending.addEventListener("load", () => this.#answered(file, item, sending));
    sending.send(file);
  }

  /** @param {File} file @param {HTMLElement} item @param {XMLHttpRequest} sending */
  #answered(file, item, sending) {
    /** @type {{ markdown?: string, isPicture?: boolean, usedBytes?: number, sentence?: string }} */
    let answer = {};
    try {
      answer = JSON.parse(sending.responseText);
    } catch {
      // A page and no answer: signed out, or something in between.
    }
    if (sending.status !== 201 || !answer.markdown) return this.#refuse(item, answer.sentence ?? this.#text("broken"), !answer.sentence);

    this.#showUse(answer.usedBytes);
    item.querySelector("progress")?.setAttribute("hidden", "");
    const away = item.querySelector("[data-away] .sr");
    if (away) away.textContent = this.#text("away", file.name);
    if (answer.isPicture) this.#ask(item, answer.markdown);
    else this.#put(item, answer.markdown);
  }

  /** @param {HTMLElement} item @param {string} markdown */
  #ask(item, markdown) {
    const describe = item.querySelector("[data-describe]");
    const [words, decorates] = describe?.querySelectorAll("input") ?? [];
    if (!(describe instanceof HTMLElement) || !words || !decorates) return;
    describe.hidden = false;
    this.#say(item, this.#text("drawn"));
    const put = () => {
      const alt = words.value.trim();
      words.setAttribute("aria-invalid", String(!alt && !decorates.checked));
      if (!alt && !decorates.checked) return words.focus();
      describe.hidden = true;
      this.#put(item, markdown.replace("![]", () => `![${decorates.checked ? "" : alt.replace(/[\\[\]]/g, "\\$&")}]`));
    };
    decorates.addEventListener("change", () => { words.disabled = decorates.checked; });
    words.addEventListener("keydown", event => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      event.stopPropagation();
      put();
    });
    describe.querySelector("[data-put]")?.addEventListener("click", put);
    words.focus();
  }

  /** Into the text where the caret is, a picture in a paragraph of its own. @param {HTMLElement} item @param {string} markdown */
  #put(item, markdown) {
    const { field } = this;
    if (!field) return;
    const { selectionEnd: caret, value } = field;
    const gap = markdown.startsWith("!") ? "\n\n" : value.slice(0, caret).match(/\S$/) ? " " : "";
    const before = caret === 0 || gap === "" || value.slice(0, caret).endsWith(gap) ? "" : gap;
    const after = gap === "\n\n" && !value.slice(caret).startsWith("\n\n") ? "\n\n" : "";
    field.setRangeText(before + markdown + after, caret, caret, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    this.#waiting.delete(item);
    item.querySelector("[data-away]")?.setAttribute("hidden", "");
    this.#say(item, this.#text("there"));
    if (!field.hidden && this.#waiting.size === 0) field.focus();
  }

  /** @param {HTMLElement} item @param {string} sentence @param {boolean} mayRetry */
  #refuse(item, sentence, mayRetry) {
    this.#waiting.delete(item);
    item.querySelector("progress")?.setAttribute("hidden", "");
    const away = item.querySelector("[data-away] .sr");
    if (away) away.textContent = this.#text("away", item.querySelector("b")?.textContent ?? "");
    this.#say(item, `${this.#text("refused")}: ${sentence}`);
    if (mayRetry) item.querySelector("[data-again]")?.removeAttribute("hidden");
  }

  /** @param {HTMLElement} item @param {string} sentence */
  async #say(item, sentence) {
    const said = item.querySelector("[data-said]");
    if (said) said.textContent = sentence;
    if (!sentence) return;
    const { announce } = await import("./app.js");
    announce(`${item.querySelector("b")?.textContent}: ${sentence}`);
  }

  /** @param {HTMLElement} item */
  #drop(item) {
    this.#waiting.delete(item);
    const list = item.parentElement;
    item.remove();
    if (list?.childElementCount === 0) list.hidden = true;
    this.input?.focus();
  }

  /** @param {number} [usedBytes] asked for when it is not known */
  async #showUse(usedBytes) {
    const place = this.querySelector("[data-use]");
    if (!place || !this.dataset.useUrl) return;
    if (usedBytes === undefined || !place.hasAttribute("data-quota-bytes")) {
      const answer = await fetch(this.dataset.useUrl, { headers: { Accept: "application/json" } }).catch(() => null);
      if (!answer?.ok) return;
      const use = await answer.json();
      place.setAttribute("data-quota-bytes", String(use.quotaBytes));
      usedBytes = Number(use.usedBytes);
    }
    place.textContent = `${this.#text("use", megabytes(usedBytes), megabytes(Number(place.getAttribute("data-quota-bytes"))))}.`;
  }
}

customElements.define("file-uploads", FileUploads);
