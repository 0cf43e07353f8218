// One file on its way: its row in the list, its progress, what the server said, and the words that a picture needs.
import { announce } from "./app.js";
import { describe } from "./describe.js";

const mega = 1_000_000;

/** @param {number} bytes */
export const megabytes = bytes => (Math.max(bytes, bytes && mega / 10) / mega).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });

/** @typedef {{ markdown?: string, isPicture?: boolean, usedBytes?: number, sentence?: string }} Answer */

export class Upload {
  #file;
  #item;
  #place;
  #stop = () => {};

  /** @param {File} file @param {HTMLElement} item its row @param {import("./uploads.js").FileUploads} place */
  constructor(file, item, place) {
    this.#file = file;
    this.#item = item;
    this.#place = place;
    item.querySelector("b")?.append(file.name);
    this.#progress?.setAttribute("aria-label", file.name);
    this.#away?.addEventListener("click", () => { this.#stop(); this.#leave(); });
    item.querySelector("[data-again] button")?.addEventListener("click", () => this.send());
  }

  get #progress() {
    return this.#item.querySelector("progress");
  }

  get #away() {
    return this.#item.querySelector("[data-away]");
  }

  send() {
    const file = this.#file;
    const place = this.#place;
    const limit = Number(place.dataset.maxBytes);
    if (file.size > limit) return this.#refuse(place.text("large", megabytes(file.size), megabytes(limit)), false);

    place.expect(this);
    this.#name("stop");
    this.#progress?.removeAttribute("hidden");
    this.#item.querySelector("[data-again]")?.setAttribute("hidden", "");
    this.say("");

    const sending = new XMLHttpRequest();
    this.#stop = () => sending.abort();
    sending.open("POST", `${place.dataset.url}?name=${encodeURIComponent(file.name)}`);
    sending.setRequestHeader("Content-Type", "application/octet-stream");
    const token = place.field?.form?.querySelector("[name=__RequestVerificationToken]");
    if (token instanceof HTMLInputElement) sending.setRequestHeader("RequestVerificationToken", token.value);
    sending.upload.addEventListener("progress", event => this.#show(event.loaded, event.total));
    sending.addEventListener("error", () => this.#refuse(place.text("broken"), true));
    sending.addEventListener("load", () => this.#answered(sending));
    sending.send(file);
  }

  /** What must be done about it before the form can go. */
  remind() {
    this.say(this.#place.text("waiting"));
    /** @type {HTMLElement | null} */ (this.#item.querySelector("[data-describe]:not([hidden]) input") ?? this.#away)?.focus();
  }

  /** @param {string} sentence */
  say(sentence) {
    const said = this.#item.querySelector("[data-said]");
    if (said) said.textContent = sentence;
    if (sentence) announce(`${this.#file.name}: ${sentence}`);
  }

  /** Too often to be announced. @param {number} loaded @param {number} total */
  #show(loaded, total) {
    const percent = Math.floor(100 * loaded / Math.max(1, total));
    if (this.#progress) this.#progress.value = percent;
    const said = this.#item.querySelector("[data-said]");
    if (said) said.textContent = this.#place.text("sending", percent, megabytes(loaded), megabytes(total));
  }

  /** @param {XMLHttpRequest} sending */
  #answered(sending) {
    /** @type {Answer} */
    let answer = {};
    try {
      answer = JSON.parse(sending.responseText);
    } catch {
      // A page and no answer: signed out, or something in between.
    }
    if (sending.status !== 201 || !answer.markdown) return this.#refuse(answer.sentence ?? this.#place.text("broken"), !answer.sentence);

    this.#place.showUse(answer.usedBytes);
    this.#progress?.setAttribute("hidden", "");
    this.#name("away");
    if (!answer.isPicture) return this.#put(answer.markdown);

    this.say(this.#place.text("drawn"));
    describe(this.#item, answer.markdown, () => this.remind(), markdown => this.#put(markdown));
  }

  /** @param {string} markdown */
  #put(markdown) {
    this.#away?.setAttribute("hidden", "");
    this.say(this.#place.text("there"));
    this.#place.put(this, markdown);
  }

  /** @param {string} sentence @param {boolean} mayRetry */
  #refuse(sentence, mayRetry) {
    this.#place.settle(this);
    this.#progress?.setAttribute("hidden", "");
    this.#name("away");
    this.say(`${this.#place.text("refused")}: ${sentence}`);
    if (mayRetry) this.#item.querySelector("[data-again]")?.removeAttribute("hidden");
  }

  /** What the cross at its end does. @param {"stop" | "away"} act */
  #name(act) {
    const words = this.#away?.querySelector(".sr");
    if (words) words.textContent = this.#place.text(act, this.#file.name);
  }

  #leave() {
    this.#place.settle(this);
    const list = this.#item.parentElement;
    this.#item.remove();
    if (list?.childElementCount === 0) list.hidden = true;
    this.#place.input?.focus();
  }
}
