// What was typed and not sent. It is saved on the server a moment after the typing stops, so that it is there on every device; what the server
// does not have yet is kept on this one, for a week, apart for each person. Signing out clears it (Clear-Site-Data).

const waitMs = 2_000;
const longestWaitMs = 15_000;
const retryMs = 15_000;
const keepMs = 7 * 86_400_000;
const fields = "textarea[name], input[type=text][name], select[name]";

/** @typedef {Record<string, string>} Values */
/** @typedef {{ at: number, key: string, base: string, values: Values }} Local what stands on this device, and the text that the server had before */

/** @type {WeakMap<HTMLFormElement, Keeper>} */
const keepers = new WeakMap();

/** Keeps what is typed into the form, and fills in what this device has. @param {HTMLFormElement} form @param {boolean} isTyped whether somebody typed before this script was there */
export function keep(form, isTyped = false) {
  if (!keepers.has(form)) keepers.set(form, new Keeper(form, isTyped));
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
  #form;
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

  /** @param {HTMLFormElement} form @param {boolean} isTyped */
  constructor(form, isTyped) {
    this.#form = form;
    this.#storage = `draft:${document.documentElement.dataset.person ?? ""}:${this.#hidden("Place").value}`;
    this.#saved = text(Object.fromEntries(this.#fields.map(field => [field.name, field instanceof HTMLSelectElement ? "" : field.defaultValue])));
    this.#part("take")?.addEventListener("click", () => this.#take());
    this.#part("leave")?.addEventListener("click", () => this.#leave());
    form.addEventListener("input", () => this.#typed());
    form.addEventListener("submit", event => this.#submit(event));
    form.addEventListener("turbo:before-fetch-response", event => this.#answered(/** @type {CustomEvent<{ fetchResponse: { response: Response } }>} */ (event)));
    form.addEventListener("turbo:submit-start", () => { this.#isSending = true; });
    form.addEventListener("turbo:submit-end", event => this.#submitted(/** @type {CustomEvent<{ success: boolean }>} */ (event).detail.success));
    if (isTyped) this.#typed();
    else this.#restore();
  }

  /** Saves at once what waits, also while the page goes away. */
  flush() {
    if (this.#timer !== undefined && !this.#isSending) this.#save(true);
  }

  #restore() {
    const local = read(this.#storage);
    if (!local) return;

    const isShown = text(local.values) === text(this.#values());
    if (!isShown && local.base !== this.#saved) return this.#offer(local.values);

    if (!isShown) {
      this.#hidden("Key").value = local.key;
      this.#fill(local.values);
    }
    this.#typed();
  }

  #typed() {
    this.#remember();
    this.#typedSince ||= Date.now();
    this.#wait(Math.min(waitMs, Math.max(0, this.#typedSince + longestWaitMs - Date.now())));
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
    const sent = text(this.#values());
    const body = new URLSearchParams(/** @type {[string, string][]} */ ([...new FormData(this.#form)].filter(([, value]) => typeof value === "string")));
    const answer = await fetch("/drafts", { method: "POST", body, headers: { Accept: "application/json" }, keepalive: isLeaving }).catch(() => null);
    const said = answer?.ok || answer?.status === 409 ? await answer.json().catch(() => null) : null;
    if (!said) return this.#failed();

    this.#hidden("DraftVersion").value = said.version ?? "";
    if (answer?.status === 409) return this.#offer(named(said.text));

    this.#saved = sent;
    if (text(this.#values()) === sent) forget(this.#storage);
    else this.#remember();
    this.#say(said.version ? (this.#state?.dataset.saved ?? "").replace("{0}", new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" })) : "");
  }

  #failed() {
    this.#say(this.#state?.dataset.failed ?? "");
    if (this.#timer === undefined) this.#wait(retryMs);
  }

  /** @param {Values} values */
  #offer(values) {
    this.#other = values;
    this.#part("other")?.toggleAttribute("hidden", false);
  }

  #take() {
    const other = this.#other;
    if (!other) return;
    this.#other = this.#values();
    this.#fill(other);
    this.#remember();
  }

  #leave() {
    this.#other = null;
    this.#part("other")?.toggleAttribute("hidden", true);
    this.#remember();
    this.#save(false);
  }

  /** A save on its way would come after the post and bring the sent text back as a draft. @param {SubmitEvent} event */
  #submit(event) {
    if (!this.#saving) return;
    event.preventDefault();
    const button = event.submitter;
    this.#saving.then(() => this.#form.requestSubmit(button));
  }

  /**
   * The session has ended: the answer is the door with the text in it. Turbo would fetch its address anew, because a visitor's page has other
   * scripts, and the text would be gone; so the browser itself sends the form again. Nothing was done with the first.
   * @param {CustomEvent<{ fetchResponse: { response: Response } }>} event
   */
  #answered(event) {
    if (event.detail.fetchResponse.response.status !== 400) return;
    event.preventDefault();
    this.#form.submit();
  }

  /** @param {boolean} isDone */
  #submitted(isDone) {
    this.#isSending = isDone;
    if (isDone) forget(this.#storage);
    else this.#wait(retryMs);
  }

  #remember() {
    /** @type {Local} */
    const local = { at: Date.now(), key: this.#hidden("Key").value, base: this.#saved, values: this.#values() };
    try {
      localStorage.setItem(this.#storage, JSON.stringify(local));
    } catch {
      // Storage is full or forbidden: the text still stands in the page.
    }
  }

  get #fields() {
    return /** @type {(HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement)[]} */ ([...this.#form.querySelectorAll(fields)]);
  }

  #values() {
    return Object.fromEntries(this.#fields.map(field => [field.name, field.value]));
  }

  /** @param {Values} values */
  #fill(values) {
    for (const field of this.#fields)
      if (values[field.name]) field.value = values[field.name];
      else if (field instanceof HTMLTextAreaElement) field.value = "";
  }

  get #state() {
    return this.#part("state");
  }

  /** @param {string} sentence */
  #say(sentence) {
    if (this.#state) this.#state.textContent = sentence;
  }

  /** @param {string} name @returns {HTMLInputElement} */
  #hidden(name) {
    return /** @type {HTMLInputElement} */ (this.#form.querySelector(`input[type=hidden][name=${name}]`));
  }

  /** @param {string} name @returns {HTMLElement | null} */
  #part(name) {
    return this.#form.querySelector(`[data-draft-${name}]`);
  }
}

/** What makes two texts the same. @param {Values} values */
function text(values) {
  return `${values.Title ?? ""}\n${values.Body ?? ""}`;
}

/** The server's names begin small, the form's large. @param {Values} fields @returns {Values} */
function named(fields) {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name[0].toUpperCase() + name.slice(1), String(value ?? "")]));
}

/** @param {string} storage @returns {Local | null} */
function read(storage) {
  try {
    const local = /** @type {Local | null} */ (JSON.parse(localStorage.getItem(storage) ?? "null"));
    if (local && Date.now() - local.at < keepMs) return local;
  } catch {
    // Forbidden, or not ours.
  }
  return null;
}

/** @param {string} storage */
function forget(storage) {
  try {
    localStorage.removeItem(storage);
  } catch {
    // Forbidden: then nothing was kept either.
  }
}
