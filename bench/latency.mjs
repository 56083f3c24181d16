// Milliseconds in Chromium from a question to its answer, for the queries of bench/archive.rs on the Generale Missiven: what the
// page sends to its own worker, asked again, so that whatever way the page opens its articles is the way that is measured.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

import { serveUnder } from "../tests/browser/server.mjs";
import { launch } from "../tests/browser/browsers.mjs";
import { root } from "./measure.mjs";

const NAME = "Generale Missiven";
/** Times that each is asked; the shortest counts, as in bench/archive.rs. */
const ROUNDS = 3;

const articles = join(process.env.KRONIEK_DATA ?? "", "corpora", "generale-missiven.jsonl.gz");
const asked = join(root, "target", "tmp", `${NAME}.queries`);
if (!process.env.KRONIEK_DATA || !existsSync(articles) || !existsSync(asked)) {
  console.log(`${NAME} in Chromium: not measured; KRONIEK_DATA names no folder that has it, or bench/archive.rs has not run`);
} else {
  const queries = readFileSync(asked, "utf8").split("\n").filter(Boolean);
  const folder = mkdtempSync(join(tmpdir(), "kroniek-bench-"));
  try {
    mkdirSync(join(folder, "articles"));
    copyFileSync(articles, join(folder, "articles", basename(articles)));
    const program = join(root, "target", "release", "kroniek");
    execFileSync(program, ["build", join(folder, "articles"), "--out", join(folder, "out"), "--title", NAME], { stdio: "ignore" });
    show(await times(join(folder, "out", "site"), queries));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} site @param {string[]} queries @returns {Promise<{ query: string, time: number }[]>} */
async function times(site, queries) {
  const server = await serveUnder(site, "/kroniek/");
  const browser = await launch("chromium");
  try {
    const page = await browser.newPage();
    await page.raw.addInitScript(() => {
      const Original = window.Worker;
      window.Worker = class extends Original {
        /** @param {ConstructorParameters<typeof Original>} how */
        constructor(...how) {
          super(...how);
          Object.assign(window, { benched: this });
        }
      };
    });
    await page.goto(server.address);
    await page.ready();
    const all = queries.map((query) => ({ query, time: Infinity }));
    // One after another, since the words of the last query are known.
    for (let round = 0; round < ROUNDS; round++) {
      for (const one of all) one.time = Math.min(one.time, await page.evaluate(ask, one.query));
    }
    return all;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/**
 * Runs in the page: a call as Comlink writes it, from the question to the answer in the hands of the page.
 * @param {string} query @returns {Promise<number>}
 */
function ask(query) {
  const worker = /** @type {Worker} */ (/** @type {any} */ (window).benched);
  const id = `bench ${Math.random()}`;
  const argumentList = ["search", "search bench", { query }].map((value) => ({ type: "RAW", value }));
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    worker.addEventListener("message", function answered({ data }) {
      if (data?.id !== id) return;
      worker.removeEventListener("message", answered);
      if (data.type === "RAW" && data.value.total >= 0) resolve(performance.now() - begun);
      else reject(new Error(`no answer to ${query}`));
    });
    worker.postMessage({ id, type: "APPLY", path: ["ask"], argumentList });
  });
}

/** @param {{ query: string, time: number }[]} all */
function show(all) {
  const sorted = [...all].sort((a, b) => a.time - b.time);
  const at = (/** @type {number} */ share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].time.toFixed(2);
  console.log(`${NAME} in Chromium`);
  console.log(`  queries             median ${at(0.5)} ms   p95 ${at(0.95)} ms   worst ${at(1)} ms   of ${sorted.length}`);
  for (const { query, time } of sorted.slice(-5).reverse()) console.log(`    ${time.toFixed(2).padStart(8)} ms  ${query}`);
}
