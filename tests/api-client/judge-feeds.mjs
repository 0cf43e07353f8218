// Holds files against a JSON schema: node judge-feeds.mjs SCHEMA FILE...
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import formats from "ajv-formats";

const [schema, ...files] = process.argv.slice(2).map((file) => [file, JSON.parse(readFileSync(file, "utf8"))]);
const ajv = new Ajv.default({ allErrors: true, strict: false });
formats.default(ajv);
const holds = ajv.compile(schema[1]);
for (const [name, feed] of files) {
  if (holds(feed)) continue;
  console.error(name, ajv.errorsText(holds.errors));
  process.exitCode = 1;
}
