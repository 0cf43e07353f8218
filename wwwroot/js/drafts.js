// What was typed and not sent outlives a closed tab, an expired session and a failed send. It stays on this device, for a week, apart for
// each person; signing out clears it (Clear-Site-Data).

const keepMs = 7 * 86_400_000;
const fields = "textarea[name], input[type=text][name]";

/** @typedef {{ at: number, values: Record<string, { base: string, text: string }> }} Draft */

/** @param {HTMLFormElement} form */
function keyOf(form) {
  return `draft:${document.documentElement.dataset.person ?? ""}:${new URL(form.action).pathname}`;
}

/** @param {HTMLFormElement} form */
function fieldsOf(form) {
  return /** @type {(HTMLTextAreaElement | HTMLInputElement)[]} */ ([...form.querySelectorAll(fields)])
    .filter(field => !field.closest("[data-no-draft]"));
}

/** @param {HTMLFormElement} form */
export function remember(form) {
  const changed = fieldsOf(form).filter(field => field.value !== field.defaultValue);
  /** @type {Draft} */
  const draft = { at: Date.now(), values: Object.fromEntries(changed.map(field => [field.name, { base: field.defaultValue, text: field.value }])) };
  try {
    if (changed.length > 0) localStorage.setItem(keyOf(form), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(form));
  } catch {
    // Storage is full or forbidden: the text still stands in the page.
  }
}

/** @param {HTMLFormElement} form */
export function forget(form) {
  try {
    localStorage.removeItem(keyOf(form));
  } catch {
    // Forbidden: then nothing was kept either.
  }
}

/** Fills in fields that still hold what they held when the text was typed. @param {HTMLFormElement} form @returns {boolean} whether any was */
export function restore(form) {
  const draft = read(keyOf(form));
  if (!draft) return false;
  const found = fieldsOf(form).filter(field => field.value === field.defaultValue && draft.values[field.name]?.base === field.defaultValue);
  for (const field of found) field.value = draft.values[field.name].text;
  return found.length > 0;
}

/** @param {string} key @returns {Draft | null} */
function read(key) {
  try {
    const draft = /** @type {Draft | null} */ (JSON.parse(localStorage.getItem(key) ?? "null"));
    if (draft && Date.now() - draft.at < keepMs) return draft;
    localStorage.removeItem(key);
  } catch {
    // Forbidden, or not ours.
  }
  return null;
}
