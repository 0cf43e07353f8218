// The page /offline: what this device keeps of whoever reads here, the latest first.
import { kept, read } from "./draft-storage.js";
import { when } from "./offline.js";

const pagesOf = "pages-";
const mostLetters = 80;

/** @param {HTMLElement} list */
export async function fill(list) {
  const isAskedFor = location.pathname === "/offline";
  part(list, "plain").hidden = true;
  part(list, "lists").hidden = false;
  part(list, "offline").hidden = isAskedFor && navigator.onLine;
  // It was made for nobody, and is shown as its reader likes pages to look.
  const theme = document.cookie.match(/(?:^|; )theme=(light|dark)/)?.[1];
  if (theme) document.documentElement.dataset.theme = theme;
  const again = /** @type {HTMLAnchorElement} */ (part(list, "again"));
  again.href = location.pathname + location.search;
  // It does not go there by itself: whoever reads here may be on the way elsewhere.
  if (!isAskedFor) addEventListener("online", () => { again.hidden = false; });

  const names = "caches" in window ? (await caches.keys()).filter(name => name.startsWith(pagesOf)) : [];
  const person = document.documentElement.dataset.person ?? names[0]?.slice(pagesOf.length) ?? "";
  rows(list, "drafts", drafts(person));
  rows(list, "pages", (await Promise.all(names.map(pages))).flat().reverse());
  part(list, "remove").addEventListener("click", async () => {
    for (const name of names) await caches.delete(name);
    rows(list, "pages", []);
  });
}

/** @typedef {{ address: string, title: string, at: string | number }} Row */

/** @param {string} person @returns {Row[]} */
function drafts(person) {
  const found = [];
  for (const storage of kept(person)) {
    const local = read(storage);
    const words = (local?.values.Title || local?.values.Body || "").replace(/\s+/g, " ").trim();
    if (local && words) found.push({ address: local.page ?? "/drafts", title: words.length > mostLetters ? words.slice(0, mostLetters) + "…" : words, at: local.at });
  }
  return found.sort((one, other) => other.at - one.at);
}

/** @param {string} name @returns {Promise<Row[]>} */
async function pages(name) {
  const cache = await caches.open(name);
  return Promise.all((await cache.keys()).map(async key => {
    const { headers } = await cache.match(key, { ignoreVary: true }) ?? new Response();
    const address = new URL(key.url);
    const title = new DOMParser().parseFromString(decodeURIComponent(headers.get("Kept-Title") ?? ""), "text/html").body.textContent ?? "";
    return { address: address.pathname + address.search, title: title.replace(/ – Community$/, "") || address.pathname, at: headers.get("Kept-At") ?? 0 };
  }));
}

/** @param {HTMLElement} list @param {string} name @param {Row[]} shown */
function rows(list, name, shown) {
  const section = part(list, name);
  const template = /** @type {HTMLTemplateElement} */ (part(list, "row"));
  part(section, "none").hidden = shown.length > 0;
  section.querySelector("ul")?.replaceChildren(...shown.map(({ address, title, at }) => {
    const row = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    const link = row.querySelector("a");
    link?.setAttribute("href", address);
    link?.replaceChildren(title);
    row.querySelector("span")?.replaceChildren(when(at));
    return row;
  }));
}

/** @param {HTMLElement} within @param {string} name */
function part(within, name) {
  return /** @type {HTMLElement} */ (within.querySelector(`[data-kept-${name}]`));
}
