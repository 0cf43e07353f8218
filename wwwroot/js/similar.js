// While a title is typed: topics like it, so that what is there already need not be written again.

const waitMs = 350;
const fewestLetters = 8;

/** @param {HTMLElement} place @param {HTMLInputElement} title */
export function suggest(place, title) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let asked = "";

  async function ask() {
    const typed = title.value.trim();
    if (typed === asked) return;
    asked = typed;
    const address = new URL(place.dataset.similar ?? "", location.href);
    address.searchParams.set("title", typed);
    const answer = typed.length < fewestLetters ? null : await fetch(address).catch(() => null);
    if (typed !== asked) return;
    place.innerHTML = answer?.ok ? await answer.text() : "";
    place.hidden = place.childElementCount === 0;
  }

  title.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, waitMs);
  });
  void ask();
}
