// From the compiled engine and the sources of the page to what the program carries inside it: `target/page/`.
//
//     node www/build.mjs ENGINE.wasm [--names]
//
// Every step is skipped when what it reads has not changed, and a file is written only when its bytes do, so that
// nothing behind it is made again for nothing. `--names` makes only the engine, with the names of its functions, in
// `target/named/`, for measuring.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (/** @type {string[]} */ ...parts) => join(root, ...parts);

/** Small before fast: the engine is read over a network, and its answers take milliseconds. */
const OPTIMISE = [
  "-Oz",
  "--converge",
  // The lowest kilobyte is the far end of the stack.
  "--low-memory-unused",
  // What rustc's wasm32-unknown-unknown uses, and no more: a browser of 2023 has all of it.
  "--enable-bulk-memory",
  "--enable-mutable-globals",
  "--enable-multivalue",
  "--enable-nontrapping-float-to-int",
  "--enable-reference-types",
  "--enable-sign-ext",
  "--strip-producers",
  "--strip-target-features",
];

const names = process.argv.includes("--names");
const compiled = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
if (!compiled) throw new Error("usage: node www/build.mjs ENGINE.wasm [--names]");

const page = at("target", "page");
const bindings = at("target", names ? "named" : "bindings");

makeEngine(compiled);
if (!names) await makePage();

/** Bindings and optimised wasm. @param {string} wasm */
function makeEngine(wasm) {
  const bindgen = at("target", "tool", process.platform === "win32" ? "kroniek-bindgen.exe" : "kroniek-bindgen");
  const optimiser = at("node_modules", "binaryen", "bin", "wasm-opt");
  const optimised = names ? join(bindings, "engine.wasm") : join(page, "engine.wasm");
  const stamp = join(bindings, "made-from");
  const version = JSON.parse(readFileSync(at("node_modules", "binaryen", "package.json"), "utf8")).version;
  const made = digest(readFileSync(wasm), readFileSync(bindgen), version, OPTIMISE.join());
  if (existsSync(optimised) && existsSync(stamp) && readFileSync(stamp, "utf8") === made) return;

  rmSync(bindings, { recursive: true, force: true });
  mkdirSync(bindings, { recursive: true });
  mkdirSync(dirname(optimised), { recursive: true });
  const environment = names ? { ...process.env, KEEP_NAMES: "1" } : process.env;
  execFileSync(bindgen, [wasm, bindings], { stdio: "inherit", env: environment });
  const bound = join(bindings, "kroniek_bg.wasm");
  execFileSync(process.execPath, [optimiser, ...OPTIMISE, ...(names ? ["-g"] : []), bound, "-o", optimised], {
    stdio: "inherit",
  });
  writeFileSync(stamp, made);
}

async function makePage() {
  const common = /** @type {const} */ ({
    bundle: true,
    minify: true,
    write: false,
    legalComments: "none",
    logLevel: "warning",
    absWorkingDir: root,
    target: ["chrome110", "firefox115", "safari16.4"],
  });
  const script = /** @type {const} */ ({
    ...common,
    // Modules do not load from file://, classic scripts do.
    format: "iife",
    jsx: "automatic",
    jsxImportSource: "preact",
    alias: { "kroniek/engine": join(bindings, "kroniek.js") },
    logOverride: { "empty-import-meta": "silent" },
  });
  const worker = await build({ ...script, globalName: "side", entryPoints: [at("www", "app", "worker.js")] });
  const app = await build({
    ...script,
    entryPoints: [at("www", "app", "main.jsx")],
    plugins: [
      {
        name: "worker-as-function",
        setup(build) {
          build.onResolve({ filter: /^kroniek\/worker$/ }, () => ({ path: "worker", namespace: "function" }));
          build.onLoad({ filter: /.*/, namespace: "function" }, () => ({
            contents: `export default () => { ${worker.outputFiles[0].text.trim()} return side; }`,
          }));
        },
      },
    ],
  });
  const style = await build({ ...common, entryPoints: [at("www", "style", "main.css")] });
  const service = await build({ ...common, entryPoints: [at("www", "sw.js")], bundle: false });

  keep("app.js", app.outputFiles[0].contents);
  keep("style.css", style.outputFiles[0].contents);
  keep("sw.js", service.outputFiles[0].contents);
  const asTheyAre = ["index.html", "manifest.webmanifest", "icon.svg", "icon-192.png", "icon-512.png"];
  for (const name of asTheyAre) keep(name, readFileSync(at("www", name)));
  const wanted = new Set(["app.js", "style.css", "sw.js", "engine.wasm", ...asTheyAre]);
  for (const name of readdirSync(page)) if (!wanted.has(name)) rmSync(join(page, name), { recursive: true });
}

/** @param {string} name @param {Uint8Array} bytes */
function keep(name, bytes) {
  const path = join(page, name);
  if (existsSync(path) && readFileSync(path).equals(bytes)) return;
  writeFileSync(path, bytes);
}

/** @param {(string | Uint8Array)[]} parts */
function digest(...parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
}
