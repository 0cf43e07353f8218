// A toolbar is one stop of Tab; the arrow keys go from button to button in it.

/** @param {HTMLElement} toolbar @param {AbortSignal} signal */
export function rove(toolbar, signal) {
  const buttons = [...toolbar.querySelectorAll("button")];
  /** @param {number} place */
  const stopAt = place => buttons.forEach((button, index) => { button.tabIndex = index === place ? 0 : -1; });
  toolbar.setAttribute("role", "toolbar");
  stopAt(0);
  toolbar.addEventListener("focusin", event => stopAt(buttons.findIndex(button => button === event.target)), { signal });
  toolbar.addEventListener("keydown", event => {
    const next = target(event.key, buttons.findIndex(button => button === event.target), buttons.length);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    buttons[next].focus();
  }, { signal });
}

/** @param {string} key @param {number} place @param {number} count @returns {number | undefined} */
function target(key, place, count) {
  if (key === "ArrowRight") return (place + 1) % count;
  if (key === "ArrowLeft") return (place + count - 1) % count;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return undefined;
}
