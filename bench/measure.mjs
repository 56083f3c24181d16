// The bytes of what was built: the site file by file, and the single file.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @typedef {{ bytes: number, why: string }} Budget */

/** Bytes: those of a first load with gzip, that of the single file as it is. @type {Record<string, Budget>} */
export const budgets = JSON.parse(readFileSync(join(root, "bench", "budgets.json"), "utf8"));

/** @typedef {{ name: string, raw: number, gzip: number, brotli: number }} Size */

/** @param {string} name @param {Buffer} bytes @returns {Size} */
function sizeOf(name, bytes) {
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length };
}

/**
 * The files of a site. All of them are of its first load: what the page itself does not ask for is fetched for when there
 * is no network.
 * @param {string} folder
 */
export function sizesOfSite(folder) {
  return readdirSync(folder).sort().map((name) => sizeOf(name, readFileSync(join(folder, name))));
}

/** @param {string} path */
export function sizeOfFile(path) {
  return sizeOf("kroniek.html", readFileSync(path));
}

/** What the budgets limit, as it is now. @param {string} dist @returns {Record<string, number>} */
export function spent(dist) {
  const site = sizesOfSite(join(dist, "site"));
  return {
    "first load": site.reduce((sum, size) => sum + size.gzip, 0),
    "engine with archive": site.filter(({ name }) => name.endsWith(".wasm")).reduce((sum, size) => sum + size.gzip, 0),
    "single file": sizeOfFile(join(dist, "kroniek.html")).raw,
  };
}
