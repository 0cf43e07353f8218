// What a picture shows, for those who cannot see it: asked while it is looked at, and before it comes into a text.

/**
 * @param {HTMLElement} item the picture's row
 * @param {string} markdown the picture without its words
 * @param {() => void} remind when there are no words
 * @param {(markdown: string) => void} put when there are
 */
export function describe(item, markdown, remind, put) {
  const place = item.querySelector("[data-describe]");
  const [words, decorates] = place?.querySelectorAll("input") ?? [];
  if (!(place instanceof HTMLElement) || !words || !decorates) return;
  place.hidden = false;
  show(place, markdown);
  const answer = () => {
    const alt = words.value.trim();
    const isMissing = !alt && !decorates.checked;
    words.setAttribute("aria-invalid", String(isMissing));
    if (isMissing) return remind();
    place.hidden = true;
    put(markdown.replace("![]", () => `![${decorates.checked ? "" : alt.replace(/[\\[\]]/g, "\\$&")}]`));
  };
  decorates.addEventListener("change", () => { words.disabled = decorates.checked; });
  words.addEventListener("keydown", event => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    answer();
  });
  place.querySelector("[data-put]")?.addEventListener("click", answer);
  words.focus();
}

/** @param {HTMLElement} place @param {string} markdown */
function show(place, markdown) {
  const address = /\((\/attachments\/[^)]+)\)/.exec(markdown)?.[1];
  if (!address) return;
  const picture = document.createElement("img");
  picture.alt = "";
  picture.src = `${address}?width=320`;
  place.prepend(picture);
}
