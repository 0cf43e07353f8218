// Who else edits the same post: asked for every now and then while the page is in sight.

const everyMs = 10_000;

/** @param {HTMLElement} place */
export function watch(place) {
  if (place.dataset.watched) return;
  place.dataset.watched = "yes";
  const timer = setInterval(() => {
    if (!place.isConnected) return clearInterval(timer);
    if (!document.hidden) refresh(place);
  }, everyMs);
}

/** @param {HTMLElement} place */
export async function refresh(place) {
  const answer = await fetch(place.dataset.others ?? "", { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok) return;
  const html = await answer.text();
  if (place.innerHTML.trim() !== html.trim()) place.innerHTML = html;
}
