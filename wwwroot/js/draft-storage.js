// What the server does not have yet is kept on this device, for a week, apart for each person. Signing out clears it (Clear-Site-Data).

const keepMs = 7 * 86_400_000;

/** @typedef {Record<string, string>} Values */
/** @typedef {{ at: number, key: string, base: string, values: Values, page?: string, form?: string }} Local what stands on this device, the text that the server had before, where it was typed, and the form as it would be saved, without its token */

const prefix = (person = document.documentElement.dataset.person ?? "") => `draft:${person}:`;

/** @param {string} place @returns {string} */
export function storageOf(place) {
  return prefix() + place;
}

/** The keys of all that somebody has here; of who reads this page unless another is named. @param {string} [person] @returns {string[]} */
export function kept(person) {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(prefix(person)));
  } catch {
    return [];
  }
}

/** @param {string} storage @returns {Local | null} */
export function read(storage) {
  try {
    const local = /** @type {Local | null} */ (JSON.parse(localStorage.getItem(storage) ?? "null"));
    if (local && Date.now() - local.at < keepMs) return local;
  } catch {
    // Forbidden, or not ours.
  }
  return null;
}

/** @param {string} storage @param {Local} local */
export function remember(storage, local) {
  try {
    localStorage.setItem(storage, JSON.stringify(local));
  } catch {
    // Storage is full or forbidden: the text still stands in the page.
  }
}

/** @param {string} storage */
export function forget(storage) {
  try {
    localStorage.removeItem(storage);
  } catch {
    // Forbidden: then nothing was kept either.
  }
}
