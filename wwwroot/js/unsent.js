// Forms that were sent while there was no line. They stay as they are and say so; texts that are no drafts are kept on this device for this page. Once the line
// is back, the form offers to be sent again: whoever typed it presses the button.

const keepMs = 7 * 86_400_000;
const shownMs = 10_000;
const texts = "textarea[name], input[type=text][name], input:not([type])[name], select[name]";

/** @typedef {{ at: number, action: string, fields: Record<string, string> }} Unsent */

export function begin() {
  addEventListener("submit", event => {
    if (navigator.onLine || !isPosted(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    wait(event.target, event.submitter);
  }, true);
  document.addEventListener("turbo:submit-end", event => {
    if (event.target instanceof HTMLFormElement && /** @type {CustomEvent<{ success: boolean }>} */ (event).detail.success) done(event.target);
  });
  document.addEventListener("turbo:load", putBack);
  addEventListener("online", offerAgain);
  putBack();
}

/** The browser believed that there is a line. @param {EventTarget | null} target */
export function failed(target) {
  if (isPosted(target)) wait(target, null);
}

/** @param {EventTarget | null} target @returns {target is HTMLFormElement} */
function isPosted(target) {
  return target instanceof HTMLFormElement && target.method === "post";
}

/** @param {HTMLFormElement} form */
function fieldsOf(form) {
  return /** @type {(HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement)[]} */ ([...form.querySelectorAll(texts)]);
}

/** Passwords are kept nowhere. @param {HTMLFormElement} form */
function mayKeep(form) {
  return fieldsOf(form).length > 0 && !form.querySelector("input[type=password]");
}

/** @param {HTMLFormElement} form @param {HTMLElement | null} submitter */
function wait(form, submitter) {
  const isDraft = form.matches("[data-draft]");
  const isKept = isDraft || mayKeep(form) && remember(form);
  const note = noteOf(form, !isKept);
  if (!note) return;
  note.querySelector("button")?.addEventListener("click", () => form.requestSubmit(submitter && form.contains(submitter) ? submitter : null));
  if (!isKept) setTimeout(() => note.remove(), shownMs);
}

/** @param {HTMLFormElement} form @param {boolean} isPlain nothing was typed that could be kept */
function noteOf(form, isPlain) {
  const template = document.getElementById("unsent-note");
  if (!(template instanceof HTMLTemplateElement)) return null;
  document.querySelectorAll(".unsent").forEach(old => { if (isPlain || old.parentElement === form) old.remove(); });
  const note = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  part(note, "offline").hidden = isPlain;
  part(note, "plain").hidden = !isPlain;
  // A form of buttons alone is not to be seen.
  if (isPlain) document.getElementById("main")?.prepend(note);
  else form.append(note);
  note.scrollIntoView({ block: "nearest" });
  return note;
}

/** @param {HTMLElement} note @param {string} name */
function part(note, name) {
  return /** @type {HTMLElement} */ (note.querySelector(`[data-unsent-${name}]`));
}

function offerAgain() {
  for (const note of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("form > .unsent"))) {
    part(note, "offline").hidden = true;
    part(note, "online").hidden = part(note, "send").hidden = false;
  }
}

function storage() {
  return `unsent:${document.documentElement.dataset.person ?? ""}:${location.pathname}`;
}

/** @param {HTMLFormElement} form */
function remember(form) {
  /** @type {Unsent} */
  const unsent = { at: Date.now(), action: new URL(form.action).pathname, fields: Object.fromEntries(fieldsOf(form).map(field => [field.name, field.value])) };
  try {
    localStorage.setItem(storage(), JSON.stringify(unsent));
    return true;
  } catch {
    return false;
  }
}

/** What did not go stands in its form again, once the page is opened again. */
function putBack() {
  try {
    const unsent = /** @type {Unsent | null} */ (JSON.parse(localStorage.getItem(storage()) ?? "null"));
    if (!unsent || Date.now() - unsent.at > keepMs) return;
    const form = [...document.forms].find(one => isPosted(one) && new URL(one.action).pathname === unsent.action && mayKeep(one));
    if (!form || form.querySelector(".unsent")) return;
    for (const field of fieldsOf(form)) if (field.value === "" || field instanceof HTMLSelectElement) field.value = unsent.fields[field.name] ?? field.value;
    form.closest("details")?.setAttribute("open", "");
    const note = noteOf(form, false);
    note?.querySelector("button")?.addEventListener("click", () => form.requestSubmit());
    if (navigator.onLine) offerAgain();
  } catch {
    // Forbidden, or not ours.
  }
}

/** @param {HTMLFormElement} form */
function done(form) {
  try {
    const unsent = /** @type {Unsent | null} */ (JSON.parse(localStorage.getItem(storage()) ?? "null"));
    if (unsent?.action === new URL(form.action).pathname) localStorage.removeItem(storage());
  } catch {
    // Forbidden: then nothing was kept either.
  }
}
