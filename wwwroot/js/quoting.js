// Select text in a post, and a button beside it takes it into the reply, or to the distil bench; the quote says which post and which revision it is from.

const popup = template();
document.addEventListener("selectionchange", () => setTimeout(place, 150));
place();

function template() {
  const source = document.getElementById("quote-popup");
  const element = source instanceof HTMLTemplateElement ? source.content.firstElementChild?.cloneNode(true) : null;
  if (!(element instanceof HTMLElement)) return null;
  element.addEventListener("pointerdown", event => event.preventDefault());
  element.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    const post = selectedPost();
    if (!button || !post) return;
    if (button.matches("[data-quote-selection]")) insert(post, String(getSelection()));
    else send(post, String(getSelection()));
    element.remove();
  });
  return element;
}

/** The one post whose text is selected; none where the selection crosses posts. @returns {HTMLElement | null} */
function selectedPost() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !String(selection).trim()) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const start = range.startContainer;
  const prose = (start instanceof Element ? start : start.parentElement)?.closest(".post .prose");
  if (!prose) return null;
  // Three clicks on the last lines select up to the start of what comes after them.
  if (!prose.contains(range.endContainer)) range.setEnd(prose, prose.childNodes.length);
  return bare(String(range)) === bare(String(selection)) ? prose.closest(".post") : null;
}

/** @param {string} text */
function bare(text) {
  return text.replace(/\s+/g, "");
}

function place() {
  const editor = document.querySelector("markdown-editor[data-reply]");
  const range = selectedPost() ? getSelection()?.getRangeAt(0) : null;
  const buttons = popup ? [...popup.querySelectorAll("button")] : [];
  for (const button of buttons) button.hidden = button.matches("[data-quote-selection]") && !editor;
  if (!popup || !range || buttons.every(button => button.hidden)) return popup?.remove();
  const box = range.getBoundingClientRect();
  document.body.append(popup);
  popup.style.left = `${Math.max(8, Math.min(box.left, innerWidth - popup.offsetWidth - 8))}px`;
  popup.style.top = `${Math.min(box.bottom + 8, innerHeight - popup.offsetHeight - 8)}px`;
}

/** Quotes what is selected in the post, else all of it. @param {Element} inside something in the post */
export function quotePost(inside) {
  const post = inside.closest(".post");
  if (!(post instanceof HTMLElement)) return;
  const prose = post.querySelector(".prose");
  insert(post, selectedPost() === post ? String(getSelection()) : prose instanceof HTMLElement ? prose.innerText : "");
}

/** Takes what is selected in the button's post to the bench, else all of the post. @param {HTMLButtonElement} button */
export function gather(button) {
  const post = button.closest(".post");
  const selected = selectedPost();
  if (post instanceof HTMLElement) send(post, selected === post ? String(getSelection()) : "");
}

/** The bench remembers who said it. @param {HTMLElement} post @param {string} text */
function send(post, text) {
  const form = document.getElementById("act");
  const button = post.querySelector("[data-bench]");
  if (!(form instanceof HTMLFormElement) || !(button instanceof HTMLButtonElement)) return;
  const field = document.createElement("input");
  [field.type, field.name, field.value] = ["hidden", "Passage", text.trim()];
  form.append(field);
  getSelection()?.removeAllRanges();
  form.requestSubmit(button);
  field.remove();
}

/** @param {HTMLElement} post @param {string} text */
async function insert(post, text) {
  await import("./editor.js");
  const editor = document.querySelector("markdown-editor[data-reply]");
  const lines = text.trim().replace(/\n{3,}/g, "\n\n").split("\n").map(line => `> ${line}`.trimEnd());
  const head = `> [!quote post=${post.id.replace(/^post-/, "")} rev=${post.dataset.rev ?? ""}]`;
  /** @type {import("./editor.js").MarkdownEditor | null} */ (editor)?.append(`${[head, ...lines].join("\n")}\n\n`);
  getSelection()?.removeAllRanges();
}
