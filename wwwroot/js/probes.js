// A new note is written in fields with headings, or as one text. What is kept of one fits into the other.

/** @typedef {import("./draft-storage.js").Values} Values */

/** The same text for the fields that this form has. @param {Values} values @param {HTMLFormElement} form @returns {Values} */
export function fitted(values, form) {
  const hasProbes = form.querySelector("[name=Purpose]") !== null;
  if (hasProbes && values.Purpose === undefined) return { ...values, ...apart(values.Body ?? "", form) };
  if (!hasProbes && values.Purpose !== undefined) return { ...values, Body: together(values) };
  return values;
}

/** @param {Values} values */
function together(values) {
  const parts = [values.Purpose];
  for (let i = 0; values[`Probes[${i}]`] !== undefined; i++)
    if (values[`Probes[${i}]`].trim()) parts.push(`## ${values[`Headings[${i}]`] ?? ""}\n\n${values[`Probes[${i}]`]}`);
  return parts.filter(part => part.trim()).join("\n\n");
}

/** What stands under a heading that the form has not stays where it is. @param {string} body @param {HTMLFormElement} form @returns {Values} */
function apart(body, form) {
  const headings = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input[type=hidden][name^=Headings]")]).map(field => field.value);
  /** @type {Record<string, string[]>} */
  const lines = { Purpose: [] };
  let name = "Purpose";
  for (const line of body.split("\n")) {
    const at = line.startsWith("## ") ? headings.indexOf(line.slice(3).trim()) : -1;
    if (at >= 0 && !lines[`Probes[${at}]`]) lines[name = `Probes[${at}]`] = [];
    else lines[name].push(line);
  }
  return Object.fromEntries(Object.entries(lines).map(([field, written]) => [field, written.join("\n").trim()]));
}
