// Select text in a post, and a button beside it takes it into the reply; the quote says which post and which revision it is from.

const popup = template();
document.addEventListener("selectionchange", () => setTimeout(place, 150));
place();

function template() {
  const source = document.getElementById("quote-popup");
  const element = source instanceof HTMLTemplateElement ? source.content.firstElementChild?.cloneNode(true) : null;
  if (!(element instanceof HTMLElement)) return null;
  element.addEventListener("pointerdown", event => event.preventDefault());
  element.addEventListener("click", event => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-quote-selection]")) return;
    const post = selectedPost();
    if (post) insert(post, String(getSelection()));
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
  const range = selectedPost() && editor ? getSelection()?.getRangeAt(0) : null;
  if (!popup || !range) return popup?.remove();
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

/** @param {HTMLElement} post @param {string} text */
async function insert(post, text) {
  await import("./editor.js");
  const editor = document.querySelector("markdown-editor[data-reply]");
  const lines = text.trim().replace(/\n{3,}/g, "\n\n").split("\n").map(line => `> ${line}`.trimEnd());
  const head = `> [!quote post=${post.id.replace(/^post-/, "")} rev=${post.dataset.rev ?? ""}]`;
  /** @type {import("./editor.js").MarkdownEditor | null} */ (editor)?.append(`${[head, ...lines].join("\n")}\n\n`);
  getSelection()?.removeAllRanges();
}
