// Measures Kroniek beside other engines that search in a browser, and writes the tables of bench/README.md.
//
// Usage: run.mjs [--corpus NAME]… [--peer NAME]…    see corpora.mjs and peers.mjs; without --corpus all but the million
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { memory, needed, opened, typed, withBrowser } from "./browse.mjs";
import { corpora, empty, lacking, prepare, work } from "./corpora.mjs";
import { needs } from "./needs.mjs";
import { build, peers } from "./peers.mjs";
import { pack, serve } from "./serve.mjs";
import { write } from "./table.mjs";

/** How often a page is opened cold, the median is taken; once where it takes longer than `SLOW` milliseconds. */
const OPENINGS = 3;
const SLOW = 20_000;

const chosen = { corpus: /** @type {string[]} */ ([]), peer: /** @type {string[]} */ ([]) };
for (let at = 2; at < process.argv.length; at += 2) {
  const of = chosen[/** @type {"corpus" | "peer"} */ (process.argv[at].replace(/^--/, ""))];
  if (!of || !process.argv[at + 1]) throw new Error("usage: run.mjs [--corpus NAME]… [--peer NAME]…");
  of.push(process.argv[at + 1]);
}
const unknown = chosen.corpus.find((name) => !corpora.some((it) => it.name === name));
if (unknown) throw new Error(`there is no collection ${unknown}: ${corpora.map(({ name }) => name).join(", ")}`);
const wanted = corpora.filter(({ name }) => (chosen.corpus.length ? chosen.corpus.includes(name) : name !== "made-1m"));
const compared = peers().filter(({ page }) => !chosen.peer.length || chosen.peer.includes(page));

mkdirSync(join(work, "empty"), { recursive: true });
writeFileSync(empty.path, "date 2020-01-01 Woord\n\nEen woord.\n");

/** What is measured of a peer without a collection to speak of. @type {Map<string, { disk: number, gzip: number, moved: number }>} */
const code = new Map();
for (const peer of compared) {
  const { folder, result } = await measure(peer, empty, await prepared(empty));
  rmSync(folder, { recursive: true, force: true });
  rmSync(`${folder}.gz`, { recursive: true, force: true });
  code.set(peer.page, { disk: result.disk, gzip: result.gzip, moved: result.moved });
}

for (const corpus of wanted) {
  const lack = lacking(corpus);
  if (lack) {
    console.log(`${corpus.name}: left out, ${lack}`);
    continue;
  }
  const ready = await prepared(corpus);
  console.log(`\n${corpus.name}: ${ready.count} articles, ${(ready.bytes / 1e6).toFixed(2)} MB of text`);
  const results = [];
  for (const peer of compared) {
    console.log(`  ${peer.name} …`);
    const { result } = await measure(peer, corpus, ready, code.get(peer.page)).catch((error) => ({ result: { failed: String(error.message ?? error) } }));
    console.log(`  ${peer.name} ${JSON.stringify(result)}`);
    results.push({ peer, result });
    // A collection of this size in eight forms fills a disk.
    for (const end of ["", ".gz"]) rmSync(`${join(work, corpus.name, peer.page)}${end}`, { recursive: true, force: true });
    writeFileSync(join(work, corpus.name, "results.json"), JSON.stringify(results, null, 1));
    // Some of the peers alone are for looking at; the table is of one run of all.
    if (!chosen.peer.length) write(corpus, ready, results);
  }
}

/** @param {import("./corpora.mjs").Corpus} corpus */
async function prepared(corpus) {
  mkdirSync(join(work, corpus.name), { recursive: true });
  const articles = join(work, corpus.name, "articles.jsonl");
  return { articles, ...(await prepare(corpus, articles)) };
}

/**
 * @param {import("./peers.mjs").Peer} peer
 * @param {import("./corpora.mjs").Corpus} corpus
 * @param {Awaited<ReturnType<typeof prepared>>} ready
 * @param {{ disk: number, gzip: number, moved: number }} [bare] what it weighs without a collection
 */
async function measure(peer, corpus, ready, bare = { disk: 0, gzip: 0, moved: 0 }) {
  const folder = join(work, corpus.name, peer.page);
  rmSync(`${folder}.gz`, { recursive: true, force: true });
  const { site, took } = await build(peer, corpus.path, ready.articles, folder);
  const { files, disk, gzip } = await pack(site);
  const server = await serve(site);
  const built = { ...took, rate: ready.bytes / 1e6 / took.seconds };
  const kept = { files, disk: disk - bare.disk, gzip: gzip - bare.gzip };
  try {
    const first = await withBrowser(async (browser) => {
      const times = [];
      let moved = { requests: 0, bytes: 0 };
      for (let turn = 0; turn < OPENINGS && (turn === 0 || times[0] < SLOW); turn++) {
        const from = Date.now();
        const { context, at, answered } = await opened(browser, peer, server.address, corpus.first);
        moved = server.counted(from, answered);
        times.push(at);
        await context.close();
      }
      return { cold: times.sort((a, b) => a - b)[times.length >> 1], requests: moved.requests, moved: moved.bytes, corpusMoved: moved.bytes - bare.moved };
    });
    if (corpus === empty) return { folder, result: { disk, gzip, moved: first.moved } };
    const warm = await withBrowser(async (browser) => {
      const { page } = await opened(browser, peer, server.address, corpus.first);
      const keys = await typed(page, ready.typed);
      const held = keys.late ? null : await memory(browser, page);
      const found = [];
      if (!keys.late) for (const need of needs[corpus.name] ?? []) found.push({ need, answer: await needed(page, need) });
      return { keys, held, found };
    });
    return { folder, result: { built, ...kept, ...first, ...warm } };
  } catch (error) {
    return { folder, result: { built, ...kept, failed: String(/** @type {Error} */ (error).message ?? error) } };
  } finally {
    await server.stop();
  }
}
