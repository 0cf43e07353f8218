// The distil bench by hand: a passage or a piece is dragged to where it belongs. Each drop sends the form, so that what
// was typed is kept with it; without scripts the same form has a list of sections and buttons.

/** @param {HTMLElement} bench */
export function begin(bench) {
  if (!(bench instanceof HTMLFormElement) || bench.dataset.begun) return;
  bench.dataset.begun = "yes";
  /** @type {HTMLElement | null} */
  let carried = null;
  for (const block of bench.querySelectorAll("[data-block]")) block.setAttribute("draggable", "true");

  bench.addEventListener("dragstart", event => {
    carried = event.target instanceof HTMLElement ? event.target.closest("[data-passage], [data-block]") : null;
    if (carried && event.dataTransfer) event.dataTransfer.setData("text/plain", carried.innerText);
  });
  bench.addEventListener("dragover", event => {
    const slot = carried && event.target instanceof Element ? event.target.closest("[data-section]") : null;
    for (const other of bench.querySelectorAll(".is-over")) if (other !== slot) other.classList.remove("is-over");
    if (!slot) return;
    slot.classList.add("is-over");
    event.preventDefault();
  });
  bench.addEventListener("drop", event => {
    const slot = event.target instanceof Element ? event.target.closest("[data-section]") : null;
    if (!(slot instanceof HTMLElement) || !carried) return;
    event.preventDefault();
    put(bench, carried, slot, event.clientY);
  });
}

/** @param {HTMLFormElement} bench @param {HTMLElement} carried @param {HTMLElement} slot @param {number} y */
function put(bench, carried, slot, y) {
  const passage = carried.dataset.passage;
  if (!passage) return;
  const pieces = [...slot.querySelectorAll("[data-block]")].filter(piece => piece !== carried);
  const before = pieces.findIndex(piece => y < piece.getBoundingClientRect().top + piece.getBoundingClientRect().height / 2);
  const into = bench.elements.namedItem("Into");
  if (into instanceof HTMLSelectElement) into.value = slot.dataset.section ?? "0";
  for (const tick of bench.querySelectorAll("input[name=Passage]")) if (tick instanceof HTMLInputElement) tick.checked = tick.value === passage;
  if (before >= 0) add(bench, "Before", String(before));
  const button = bench.querySelector("button[value=put]");
  if (button instanceof HTMLButtonElement) bench.requestSubmit(button);
}

/** @param {HTMLFormElement} to @param {string} name @param {string} value */
function add(to, name, value) {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = name;
  field.value = value;
  to.append(field);
}
