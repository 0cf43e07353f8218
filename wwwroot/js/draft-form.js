// The form that a draft stands in: its fields, the hidden ones of the partial _Draft, and the sentence beside its buttons.

import { fitted } from "./probes.js";

const fields = "textarea[name], input[type=text][name], input[type=hidden][name^=Headings], input[type=checkbox][name=Masked], select[name]";

/** @typedef {import("./draft-storage.js").Values} Values */

export class DraftForm {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    form.addEventListener("turbo:before-fetch-response", event => this.#answered(/** @type {CustomEvent<{ fetchResponse: { response: Response } }>} */ (event)));
  }

  get #fields() {
    return /** @type {(HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement)[]} */ ([...this.form.querySelectorAll(fields)]);
  }

  /** @returns {Values} */
  get values() {
    return Object.fromEntries(this.#fields.map(field => [field.name, valueOf(field)]));
  }

  /** As the page came. @returns {Values} */
  get firstValues() {
    return Object.fromEntries(this.#fields.map(field => [field.name, field instanceof HTMLSelectElement ? "" : isTick(field) ? (field.defaultChecked ? "true" : "") : field.defaultValue]));
  }

  get #body() {
    return new URLSearchParams(/** @type {[string, string][]} */ ([...new FormData(this.form)].filter(([, value]) => typeof value === "string")));
  }

  /** All that is saved, but the token, which is the page's and not the text's. */
  get fields() {
    const body = this.#body;
    body.delete("__RequestVerificationToken");
    return String(body);
  }

  /**
   * Files are not saved. Null when the server could not be asked.
   * @param {boolean} isLeaving
   * @returns {Promise<{ version: string, other: Values | null } | null>} the other text that stands at this place, when this one was not taken
   */
  async save(isLeaving) {
    const answer = await fetch("/drafts", { method: "POST", body: this.#body, headers: { Accept: "application/json" }, keepalive: isLeaving }).catch(() => null);
    const said = answer?.ok || answer?.status === 409 ? await answer.json().catch(() => null) : null;
    return said && { version: said.version ?? "", other: answer?.status === 409 ? named(said.text) : null };
  }

  /** @param {Values} values */
  fill(values) {
    values = fitted(values, this.form);
    for (const field of this.#fields)
      if (isTick(field)) field.checked = values[field.name] === "true";
      else if (values[field.name]) field.value = values[field.name];
      else if (field instanceof HTMLTextAreaElement) field.value = "";
  }

  /** @param {string} name @returns {HTMLInputElement} */
  hidden(name) {
    return /** @type {HTMLInputElement} */ (this.form.querySelector(`input[type=hidden][name=${name}]`));
  }

  /** @param {string} name @returns {HTMLElement | null} */
  part(name) {
    return this.form.querySelector(`[data-draft-${name}]`);
  }

  /** One of the sentences that the page brought; none for nothing. @param {"saved" | "failed" | ""} name */
  say(name) {
    const state = this.part("state");
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    if (state) state.textContent = (name && state.dataset[name] || "").replace("{0}", time);
  }

  /**
   * The session has ended: the answer is the door with the text in it. Turbo would fetch its address anew, because a visitor's page has other
   * scripts, and the text would be gone; so the browser itself sends the form again. Nothing was done with the first.
   * @param {CustomEvent<{ fetchResponse: { response: Response } }>} event
   */
  #answered(event) {
    if (event.detail.fetchResponse.response.status !== 400) return;
    event.preventDefault();
    this.form.submit();
  }
}

/** @param {HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement} field @returns {field is HTMLInputElement} */
function isTick(field) {
  return field instanceof HTMLInputElement && field.type === "checkbox";
}

/** @param {HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement} field */
function valueOf(field) {
  return isTick(field) && !field.checked ? "" : field.value;
}

/** What makes two texts the same. @param {Values} values */
export function text(values) {
  const probes = Object.keys(values).filter(name => name === "Purpose" || name.startsWith("Probes")).map(name => values[name]);
  return [values.Title ?? "", values.Body ?? "", ...probes, values.Masked === "true" ? "masked" : ""].join("\n");
}

/** The server's names begin small, the form's large. @param {Values} fields @returns {Values} */
function named(fields) {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name[0].toUpperCase() + name.slice(1), String(value ?? "")]));
}
