// Prints what a first load takes, what the single file takes, and where the engine's bytes come from.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { byCrate } from "./crates.mjs";
import { budgets, root, sizeOfFile, sizesOfSite, spent } from "./measure.mjs";

const dist = join(root, "dist");
const number = (/** @type {number} */ value) => value.toLocaleString("en").padStart(10);
const row = (/** @type {string} */ name, /** @type {number[]} */ ...values) => console.log(name.padEnd(32) + values.map(number).join(""));

const site = sizesOfSite(join(dist, "site"));
console.log("dist/site, bytes".padEnd(32) + ["raw", "gzip 9", "brotli 11"].map((head) => head.padStart(10)).join(""));
for (const { name, raw, gzip, brotli } of site) row(name, raw, gzip, brotli);
const sum = (/** @type {"raw" | "gzip" | "brotli"} */ kind) => site.reduce((total, size) => total + size[kind], 0);
row("in all", sum("raw"), sum("gzip"), sum("brotli"));
const file = sizeOfFile(join(dist, "kroniek.html"));
row("dist/kroniek.html", file.raw, file.gzip, file.brotli);

console.log("\nbudgets, bytes".padEnd(33) + ["now", "at most", "left"].map((head) => head.padStart(10)).join(""));
for (const [name, now] of Object.entries(spent(dist))) row(name, now, budgets[name].bytes, budgets[name].bytes - now);

const named = join(root, "target", "named", "engine.wasm");
if (existsSync(named)) {
  const { shares, functions, sections } = byCrate(readFileSync(named));
  console.log("\nengine.wasm by section, raw bytes (without the archive)");
  for (const { name, bytes } of sections.filter(({ bytes }) => bytes > 200)) row(name, bytes);
  console.log("\nengine.wasm, code by crate".padEnd(33) + ["raw", "functions"].map((head) => head.padStart(10)).join(""));
  for (const { crate, bytes, functions } of shares.slice(0, 25)) row(crate, bytes, functions);
  console.log("\nengine.wasm, largest functions, raw bytes");
  for (const { name, bytes } of functions.slice(0, 20)) console.log(`${number(bytes)}  ${name.slice(0, 110)}`);
}
