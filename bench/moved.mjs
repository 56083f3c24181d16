// What a question asked of a site moves: the parts that the engine asks for until it has an answer, by what they hold, and in how many
// rounds. Each is asked of an engine that has read nothing yet, as on a first visit.
//
//     node bench/moved.mjs SITE QUERY…
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

import { root } from "./measure.mjs";

const [site, ...queries] = process.argv.slice(2);
if (!site) throw new Error("usage: node bench/moved.mjs SITE QUERY…");
const file = readdirSync(site).find((name) => name.endsWith(".wasm")) ?? "";
const module = new WebAssembly.Module(readFileSync(join(site, file)));
const [head] = WebAssembly.Module.customSections(module, "kroniek.archive");
const { Engine, initSync } = await import(pathToFileURL(join(root, "target", "bindings", "kroniek.js")).href);
initSync({ module });

const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(0)} kB`;
const all = Engine.open(new Uint8Array(head)).parts();
console.log(`${site}: ${all.length} parts, ${kB(all.reduce((/** @type {number} */ sum, /** @type {any} */ part) => sum + part.bytes, 0))}; embedded ${kB(head.byteLength)}, gzip ${kB(gzipSync(new Uint8Array(head), { level: 9 }).length)}`);

/** @param {any} engine @param {string} method @param {object} request */
function ask(engine, method, request) {
  /** @type {Record<string, [number, number]>} */
  const moved = {};
  let [sum, rounds] = [0, 0];
  for (;;) {
    try {
      return { answer: engine[method](request), moved, sum, rounds };
    } catch (error) {
      const { lacks } = /** @type {any} */ (error);
      if (!lacks) throw error;
      rounds++;
      for (const { part, name } of lacks) {
        const bytes = readFileSync(join(site, "parts", `${name}.bin`));
        const known = (moved[all[part].kind] ??= [0, 0]);
        known[0]++;
        known[1] += bytes.length;
        sum += bytes.length;
        engine.give(part, bytes);
      }
    }
  }
}

for (const query of queries) {
  const engine = Engine.open(new Uint8Array(head));
  for (const [method, request] of /** @type {const} */ ([
    ["search", { query, limit: 5, brief: true }],
    ["search", { query, limit: 20 }],
    ["timeline", { query, moments: 0 }],
    ["timeline", { query, moments: 6, brief: true }],
  ])) {
    const { answer, moved, sum, rounds } = ask(engine, method, request);
    const kinds = Object.entries(moved).map(([kind, [parts, bytes]]) => `${kind} ${parts}: ${kB(bytes)}`);
    const again = performance.now();
    ask(engine, method, request);
    const time = performance.now() - again;
    const what = `${method} ${JSON.stringify(query)} ${JSON.stringify({ ...request, query: undefined })}`;
    console.log(`${what}: ${answer.total ?? answer.documents} found; ${kB(sum)} in ${rounds} rounds (${kinds.join(", ")}); again ${time.toFixed(1)} ms`);
  }
}
