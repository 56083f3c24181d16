// Who is compared: how each is built, and what it keeps.
import { cpSync, createReadStream, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build as bundle } from "esbuild";

import { root } from "../measure.mjs";

const here = dirname(fileURLToPath(import.meta.url));
/** How long a build may take; see measured.py. */
const BUILD_SECONDS = 600;
/** What Node may hold. */
const HEAP_MB = 8000;
const program = join(root, "target", "release", "kroniek");

/**
 * `text`: whether it keeps the articles, so that they can be read or quoted; else they must lie elsewhere. `excerpt`: whether it quotes what answers.
 *
 * @typedef {{ name: string, version: string, text: boolean, excerpt: boolean, page: string, mark: string }} Peer
 * @typedef {{ seconds: number, processors: number, memory: number }} Built
 */

const installed = (/** @type {string} */ name) => JSON.parse(readFileSync(join(here, "node_modules", name, "package.json"), "utf8")).version;
const peer = (/** @type {string} */ name, /** @type {string} */ page, /** @type {string} */ from, text = false, excerpt = false) => ({
  name, version: installed(from), text, excerpt, page, mark: "drawn",
});

/** @type {() => Peer[]} */
export const peers = () => [
  { name: "Kroniek", version: run([program, "--version"]).trim().split(" ").pop() ?? "", text: true, excerpt: true, page: "kroniek", mark: "kroniek:drawn" },
  peer("Pagefind", "pagefind", "pagefind", true, true),
  peer("MiniSearch", "minisearch", "minisearch"),
  peer("FlexSearch", "flexsearch", "flexsearch"),
  peer("Lunr", "lunr", "lunr"),
  peer("Orama", "orama", "@orama/orama", true),
  peer("SQLite FTS5", "fts5", "@sqlite.org/sqlite-wasm", true, true),
  peer("uFuzzy", "ufuzzy", "@leeoniya/ufuzzy", true, true),
];

/**
 * Makes the site of a peer in an empty folder. Only making the index is timed, for Kroniek its pages too.
 *
 * @param {Peer} peer
 * @param {string} corpus What `kroniek build` reads.
 * @param {string} articles The same as JSON Lines.
 * @param {string} out
 * @returns {Promise<{ site: string, took: Built }>}
 */
export async function build({ page }, corpus, articles, out) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  if (page === "kroniek") {
    const took = measured([program, "build", corpus, "--out", out]);
    return { site: join(out, "site"), took };
  }
  cpSync(join(here, "page", "index.html"), join(out, "index.html"));
  await bundle({
    entryPoints: [join(here, "page", "page.js")],
    alias: { engine: join(here, "engines", `${page}.js`) },
    outfile: join(out, "app.js"), bundle: true, minify: true, format: "esm", target: "es2022", logLevel: "error",
  });
  return { site: out, took: await index(page, articles, out) };
}

/** @param {string} page @param {string} articles @param {string} out */
async function index(page, articles, out) {
  if (page === "fts5") {
    cpSync(join(here, "node_modules", "@sqlite.org", "sqlite-wasm", "dist", "sqlite3.wasm"), join(out, "sqlite3.wasm"));
    return measured(["python3", join(here, "fts5.py"), articles, join(out, "articles.sqlite3")]);
  }
  if (page === "pagefind") {
    const pages = `${out}.pages`;
    await written(articles, pages);
    const runner = join(here, "node_modules", "pagefind", "lib", "runner", "bin.cjs");
    const took = measured(["node", runner, "--site", pages, "--output-path", join(out, "pagefind")]);
    rmSync(pages, { recursive: true, force: true });
    return took;
  }
  return measured(["node", `--max-old-space-size=${HEAP_MB}`, join(here, "build.mjs"), page, articles, out]);
}

/** The articles as the pages of a site, for a program that reads pages. @param {string} articles @param {string} folder */
async function written(articles, folder) {
  const html = (/** @type {string} */ text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  rmSync(folder, { recursive: true, force: true });
  let count = 0;
  for await (const line of createInterface({ input: createReadStream(articles) })) {
    const { id, title, text, first } = JSON.parse(line);
    // A thousand files a folder.
    const part = join(folder, String(Math.floor(count / 1000)));
    if (count % 1000 === 0) mkdirSync(part, { recursive: true });
    const paragraphs = text.split(/\n{2,}/).map((/** @type {string} */ it) => `<p>${html(it)}</p>`).join("\n");
    const head = `<!doctype html><html lang="nl"><meta charset="utf-8"><title>${html(title)}</title>`;
    const facts = `<body data-pagefind-body data-pagefind-filter="month:${first.slice(0, 7)}" data-pagefind-meta="id:${html(id)}">`;
    writeFileSync(join(part, `${count}.html`), `${head}${facts}<h1>${html(title)}</h1>${paragraphs}</body></html>`);
    count += 1;
  }
}

/** @param {string[]} command @returns {Built} */
function measured(command) {
  const { status, stopped, said, ...took } = JSON.parse(run(["python3", join(here, "measured.py"), String(BUILD_SECONDS), ...command]));
  if (stopped) throw new Error(`not built: ${stopped}`);
  if (status !== 0) throw new Error(`not built: ${reason(said)}`);
  return took;
}

/** The line of an error that says what went wrong. @param {string} said */
const reason = (said) =>
  /heap out of memory/.test(said) ? `more than ${HEAP_MB / 1000} GB of memory` : (said.match(/^\w*Error: .*$/m)?.[0] ?? said.trim().split("\n").pop() ?? "").slice(0, 120);

/** @param {string[]} command */
function run([file, ...rest]) {
  const { stdout, stderr, status, error } = spawnSync(file, rest, { encoding: "utf8", maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${file}: ${error?.message ?? stderr}`);
  return stdout;
}
