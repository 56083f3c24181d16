// The same archive in both engines: the native one, asked through examples/answers.rs, and the browser's, in Node.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** @typedef {{ method: "info" | "search" | "concordance" | "chronology" | "suggest" | "timeline" | "document", request?: any }} Call */

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const folder = mkdtempSync(join(tmpdir(), "kroniek-boundary-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** A path for a file that is gone when the tests of this file are done. @param {string} name */
export const temporary = (name) => join(folder, name);

/**
 * What the native engine answers on a collection.
 * @param {Call[]} calls
 * @param {string} [collection] A folder; seeds/ when left out.
 * @returns {{ archive: Uint8Array, answers: any[] }}
 */
export function native(calls, collection = "seeds") {
  const archive = temporary(`${basename(collection)}.kroniek`);
  const command = ["run", "--quiet", "--locked", "--example", "answers", "--", collection, archive];
  const input = calls.map((call) => `${JSON.stringify(call)}\n`).join("");
  const printed = execFileSync("cargo", command, { cwd: root, input, encoding: "utf8", maxBuffer: 1 << 30 });
  const answers = printed.split("\n").slice(0, -1).map((line) => JSON.parse(line));
  return { archive: new Uint8Array(readFileSync(archive)), answers };
}

/** The browser's engine, as the page loads it. */
export async function browser() {
  const { Engine, initSync } = await import(pathToFileURL(join(root, "target", "bindings", "kroniek.js")).href);
  const module = new WebAssembly.Module(readFileSync(join(root, "target", "page", "engine.wasm")));
  initSync({ module });
  return Engine;
}

/**
 * What the browser's engine answers.
 * @param {any} engine
 * @param {Call} call
 */
export const ask = (engine, { method, request }) => (method === "info" ? engine.info() : engine[method](request));

/** The queries that both are asked; one is longer than anyone types. @type {string[]} */
export const queries = [
  ...JSON.parse(readFileSync(join(root, "tests", "cases", "queries.json"), "utf8")),
  "stad leger ".repeat(500),
  "(".repeat(500) + "stad",
];

/** The articles of seeds/ by their names, and one that is not there. */
export const documents = [
  "000_df7c9b294e48a5f9",
  "001_19c6265daab4d627",
  "002_9a3c248a5f45507f",
  "003_2570c6fc12ef76f0",
  "004_483bef66c26a3bd7",
  "not-there",
];
