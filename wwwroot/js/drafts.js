// What was typed and not sent. It is saved on the server a moment after the typing stops, so that it is there on every device; until the server
// has it, it is kept on this one.
import { DraftForm, text } from "./draft-form.js";
import { forget, read, remember, storageOf } from "./draft-storage.js";

const waitMs = 2_000;
const longestWaitMs = 15_000;
const retryMs = 15_000;

/** @typedef {import("./draft-storage.js").Values} Values */

/** @type {WeakMap<HTMLFormElement, Keeper>} */
const keepers = new WeakMap();

/** Keeps what is typed into the form, and fills in what this device has. @param {HTMLFormElement} form @param {boolean} isTyped whether somebody typed before this script was there */
export function keep(form, isTyped = false) {
  if (!keepers.has(form)) keepers.set(form, new Keeper(new DraftForm(form), isTyped));
}

function flush() {
  for (const form of document.querySelectorAll("form[data-draft]"))
    if (form instanceof HTMLFormElement) keepers.get(form)?.flush();
}

addEventListener("pagehide", flush);
addEventListener("online", flush);
document.addEventListener("turbo:before-visit", flush);
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") flush(); });

class Keeper {
  #draft;
  #storage;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Promise<void> | null} */
  #saving = null;
  #isSending = false;
  #saved;
  #typedSince = 0;
  /** Another text for this place. @type {Values | null} */
  #other = null;

  /** @param {DraftForm} draft @param {boolean} isTyped */
  constructor(draft, isTyped) {
    const { form } = draft;
    this.#draft = draft;
    this.#storage = storageOf(draft.hidden("Place").value);
    this.#saved = text(draft.firstValues);
    draft.part("take")?.addEventListener("click", () => this.#take());
    draft.part("leave")?.addEventListener("click", () => this.#leave());
    form.addEventListener("input", () => this.#typed());
    form.addEventListener("submit", event => this.#submit(event));
    form.addEventListener("turbo:submit-start", () => { this.#isSending = true; });
    form.addEventListener("turbo:submit-end", event => this.#submitted(/** @type {CustomEvent<{ success: boolean }>} */ (event).detail.success));
    const kept = read(this.#storage);
    if (isTyped || text(draft.values) !== this.#saved) {
      // Scripts come after the page: what was typed meanwhile is newer than what this device kept, and neither is written over.
      if (kept && text(kept.values) !== text(draft.values)) this.#offer(kept.values);
      this.#typed();
    } else this.#restore(kept);
  }

  /** Saves at once what waits, also while the page goes away. */
  flush() {
    if (this.#timer !== undefined && !this.#isSending) this.#save(true);
  }

  /** @param {import("./draft-storage.js").Local | null} local */
  #restore(local) {
    if (!local) return;

    const isShown = text(local.values) === text(this.#draft.values);
    if (!isShown && local.base !== this.#saved) return this.#offer(local.values);

    if (!isShown) {
      this.#draft.hidden("Key").value = local.key;
      this.#draft.fill(local.values);
    }
    this.#typed();
  }

  #typed() {
    this.#remember();
    this.#typedSince ||= Date.now();
    this.#wait(Math.min(waitMs, Math.max(0, this.#typedSince + longestWaitMs - Date.now())));
  }

  /** While two texts are there, neither is to be saved from elsewhere. */
  #remember() {
    remember(this.#storage, { at: Date.now(), key: this.#draft.hidden("Key").value, base: this.#saved, values: this.#draft.values, page: location.pathname + location.search, ...this.#other ? {} : { form: this.#draft.fields } });
  }

  /** @param {number} ms */
  #wait(ms) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(false), ms);
  }

  /** @param {boolean} isLeaving */
  #save(isLeaving) {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#typedSince = 0;
    // Neither text is sent before its writer has chosen.
    if (this.#other || this.#isSending) return;
    if (this.#saving) return this.#wait(waitMs);
    this.#saving = this.#send(isLeaving).finally(() => { this.#saving = null; });
  }

  /** @param {boolean} isLeaving */
  async #send(isLeaving) {
    const draft = this.#draft;
    const sent = text(draft.values);
    const said = await draft.save(isLeaving);
    if (!said) return this.#failed();

    draft.hidden("DraftVersion").value = said.version;
    if (said.other) return this.#offer(said.other);

    this.#saved = sent;
    if (text(draft.values) === sent) forget(this.#storage);
    else this.#remember();
    draft.say(said.version ? "saved" : "");
  }

  #failed() {
    this.#draft.say("failed");
    if (this.#timer === undefined) this.#wait(retryMs);
  }

  /** @param {Values} values */
  #offer(values) {
    this.#other = values;
    this.#draft.part("other")?.toggleAttribute("hidden", false);
  }

  #take() {
    const other = this.#other;
    if (!other) return;
    this.#other = this.#draft.values;
    this.#draft.fill(other);
    this.#remember();
  }

  #leave() {
    this.#other = null;
    this.#draft.part("other")?.toggleAttribute("hidden", true);
    this.#remember();
    this.#save(false);
  }

  /** A save on its way would come after the post and bring the sent text back as a draft. @param {SubmitEvent} event */
  #submit(event) {
    if (!this.#saving) return;
    event.preventDefault();
    const button = event.submitter;
    this.#saving.then(() => this.#draft.form.requestSubmit(button));
  }

  /** @param {boolean} isDone */
  #submitted(isDone) {
    this.#isSending = isDone;
    if (isDone) forget(this.#storage);
    else this.#wait(retryMs);
  }
}
