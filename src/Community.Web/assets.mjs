// Installs the browser packages of package-lock.json and puts what is served of them into wwwroot/lib (see assets.targets).
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const lib = join(here, "../../wwwroot/lib");
const modules = join(here, "node_modules");
const installed = join(modules, ".installed");
const served = join(modules, ".served");
const needNode = "Node.js 20 or newer is needed to build the pages; install it (Debian: apt install nodejs npm) and build again.";

if (Number(process.versions.node.split(".")[0]) < 20) fail(needNode);

lock(join(here, "obj/assets.lock"));
install();
await publish();

/** One build at a time: test projects and the IDE build this project side by side. */
function lock(path) {
  mkdirSync(dirname(path), { recursive: true });
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: "wx" });
      process.on("exit", () => rmSync(path, { force: true }));
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (isStale(path)) rmSync(path, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
}

/** A build that was killed leaves its lock behind; the process it names is gone then. */
function isStale(path) {
  try {
    const age = Date.now() - statSync(path).mtimeMs;
    const owner = Number(readFileSync(path, "utf8"));
    if (!owner) return age > 5_000;
    process.kill(owner, 0);
    return age > 600_000;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

function install() {
  const wanted = hash(["package.json", "package-lock.json", ".npmrc"].map(name => readFileSync(join(here, name))));
  if (existsSync(installed) && readFileSync(installed, "utf8") === wanted) return;
  const npm = spawnSync("npm", ["ci", "--no-progress", "--loglevel=error"], { cwd: here, stdio: ["ignore", "inherit", "inherit"], shell: process.platform === "win32" });
  if (npm.error?.code === "ENOENT") fail(needNode);
  if (npm.status !== 0) fail("The browser packages could not be installed: npm ci did not succeed in src/Community.Web (see above).");
  writeFileSync(installed, wanted);
}

async function publish() {
  const { build } = await import("esbuild");
  const files = new Map();
  const bundle = async contents => {
    const result = await build({ stdin: { contents, resolveDir: here }, bundle: true, minify: true, write: false, format: "esm", target: "es2022", legalComments: "none" });
    return result.outputFiles[0].contents;
  };

  files.set("turbo.js", await bundle(turbo()));
  files.set("signalr.js", await bundle('export { HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";'));
  files.set("icons.svg", icons());
  for (const file of ["atkinson-hyperlegible-next-latin-wght-normal", "atkinson-hyperlegible-next-latin-ext-wght-normal",
    "literata-latin-wght-normal", "literata-latin-wght-italic", "literata-latin-ext-wght-normal"]) {
    const family = file.split("-latin")[0];
    files.set(`fonts/${file}.woff2`, readFileSync(join(modules, "@fontsource-variable", family, "files", `${file}.woff2`)));
  }
  files.set("LICENSES.txt", licences());

  for (const [name, content] of files) write(join(lib, name), Buffer.from(content));
  for (const entry of readdirSync(lib, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && !files.has(relative(lib, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))) rmSync(join(entry.parentPath, entry.name));
  writeFileSync(served, new Date().toISOString());
}

/** Turbo puts a style element into every page for its progress bar; our policy allows none, community.css has the rules. */
function turbo() {
  const source = readFileSync(join(modules, "@hotwired/turbo/dist/turbo.es2017-esm.js"), "utf8");
  const parts = source.split("    this.installStylesheetElement();\n");
  if (parts.length !== 2) fail("Turbo no longer installs its progress bar's style as it did: look at turbo() in assets.mjs.");
  return parts.join("");
}

function icons() {
  const names = readFileSync(join(here, "icons.txt"), "utf8").split("\n").map(line => line.trim()).filter(Boolean);
  const version = packageOf("lucide-static").version;
  const symbols = names.map(name => {
    const file = join(modules, "lucide-static/icons", `${name}.svg`);
    if (!existsSync(file)) fail(`icons.txt names "${name}", which lucide-static ${version} does not have.`);
    const shapes = readFileSync(file, "utf8").replace(/<!--.*?-->/gs, "").match(/<svg[^>]*>(.*)<\/svg>/s)[1];
    const tidy = shapes.replace(/\s+/g, " ").replace(/ ?\/>/g, "/>").replace(/> </g, "><").trim();
    return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${tidy}</symbol>`;
  });
  const mark = '<symbol id="mark" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="butt"><path stroke-width="3.5" d="M4 4v16"/><path stroke-width="2" d="M9.5 5.5H22M9.5 12H22M9.5 18.5h8"/></symbol>';
  return `<svg xmlns="http://www.w3.org/2000/svg">\n<!-- Icons: Lucide ${version} (ISC, parts MIT), see LICENSES.txt. "mark" is our own. -->\n${[mark, ...symbols].join("\n")}\n</svg>\n`;
}

function licences() {
  const served = Object.keys(JSON.parse(readFileSync(join(here, "package.json"), "utf8")).dependencies).sort();
  return served.map(name => {
    const { version, license, author } = packageOf(name);
    const file = readdirSync(join(modules, name)).find(entry => /^(MIT-)?LICEN[CS]E/i.test(entry));
    const text = file ? readFileSync(join(modules, name, file), "utf8") : mit(name, license, author);
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  }).join(`\n${"-".repeat(79)}\n\n`);
}

/** Some packages name the MIT licence without carrying its text. */
function mit(name, license, author) {
  if (license !== "MIT") fail(`${name} carries no licence text, and its licence ${license} is not one that assets.mjs knows.`);
  return `Copyright (c) ${author?.name ?? author}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions: The above copyright notice and this permission notice shall be included in all copies or substantial portions
of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH
THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}

function packageOf(name) {
  return JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8"));
}

/** Whole or not at all, and untouched when it is the same, so that nothing downstream is compressed again. */
function write(path, content) {
  if (existsSync(path) && readFileSync(path).equals(content)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}

function hash(contents) {
  const sum = createHash("sha256");
  for (const content of contents) sum.update(content);
  return sum.digest("hex");
}

/** Ends with one sentence in the form that MSBuild shows as an error. */
function fail(sentence) {
  console.error(`assets.mjs : error COMMUNITY1: ${sentence}`);
  process.exit(1);
}
