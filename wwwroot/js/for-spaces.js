// What is possible in some spaces only is shown while one of them is chosen, and as long as it is ticked: the server says so where it is not.

/** @param {HTMLElement} choice */
export function follow(choice) {
  const select = choice.closest("form")?.querySelector("select[name=Space]");
  const tick = choice.querySelector("input");
  if (!(select instanceof HTMLSelectElement) || !(tick instanceof HTMLInputElement)) return;

  const slugs = (choice.dataset.forSpaces ?? "").split(" ");
  const show = () => { choice.hidden = !tick.checked && !slugs.includes(select.value); };
  select.addEventListener("change", show);
  tick.addEventListener("change", show);
  show();
}
