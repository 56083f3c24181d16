// Prints how well the dates that `kroniek timeline` chooses agree with those of timelines that journalists made (Date-F1).
//
// Usage: node bench/timelines.mjs FOLDER    a folder for each subject, with articles.preprocessed.jsonl (or .jsonl.gz) and
// timelines.jsonl, as https://github.com/complementizer/news-tls names the data of T17, Crisis and Entities
//
// Measured as in Gholipour Ghalandari and Ifrim, "Examining the State-of-the-Art in News Timeline Summarization" (ACL 2020):
// as many dates as the journalist chose, between the first and the last of them; dates before the first article and after the
// last are left out; the mean of all timelines.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

import { root } from "./measure.mjs";

const folder = process.argv[2];
if (!folder || !existsSync(folder)) throw new Error("usage: timelines.mjs FOLDER, with a folder for each subject");
const work = mkdtempSync(join(tmpdir(), "kroniek-timelines-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

const subjects = readdirSync(folder).filter((name) => existsSync(join(folder, name, "timelines.jsonl"))).sort();
if (!subjects.length) throw new Error(`${folder}: no folder in it has a timelines.jsonl`);
console.log(["subject", "articles", "timelines", "Date-F1", "seconds each"].join("\t"));
const all = [];
for (const subject of subjects) {
  const articles = lines(join(folder, subject, "articles.preprocessed.jsonl")).map((article, number) => ({
    id: String(number),
    title: article.title || undefined,
    date: article.time.slice(0, 10),
    lang: "en",
    text: article.text,
  }));
  const published = articles.map(({ date }) => date).sort();
  const file = join(work, `${subject}.jsonl`);
  writeFileSync(file, articles.map((article) => `${JSON.stringify(article)}\n`).join(""));
  const scores = [];
  const start = performance.now();
  for (const timeline of lines(join(folder, subject, "timelines.jsonl"))) {
    const told = timeline.map((/** @type {[string, string[]]} */ [time]) => time.slice(0, 10));
    const within = told.filter((/** @type {string} */ date) => date >= published[0] && date <= published[published.length - 1]);
    const dates = [...new Set(within)].sort();
    if (dates.length) scores.push(f1(chosen(file, dates), dates));
  }
  all.push(...scores);
  const seconds = (performance.now() - start) / 1000 / Math.max(1, scores.length);
  console.log([subject, articles.length, scores.length, mean(scores), seconds.toFixed(1)].join("\t"));
}
console.log(["all", "", all.length, mean(all), ""].join("\t"));

/** The objects of a file with one a line, packed or not. @param {string} path @returns {any[]} */
function lines(path) {
  const text = existsSync(path) ? readFileSync(path, "utf8") : gunzipSync(readFileSync(`${path}.gz`)).toString();
  return text.split("\n").filter((line) => line.trim()).map((line) => JSON.parse(line));
}

/** The days that Kroniek chooses, as many as there are dates. @param {string} file @param {string[]} dates */
function chosen(file, dates) {
  const view = ["--from", dates[0], "--until", dates[dates.length - 1], "--moments", String(dates.length)];
  const program = join(root, "target", "release", "kroniek");
  const run = spawnSync(program, ["timeline", file, "--json", ...view], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(run.stderr);
  const moments = /** @type {{ earliest: string, latest: string }[]} */ (JSON.parse(run.stdout).moments);
  return moments.filter(({ earliest, latest }) => earliest === latest).map(({ earliest }) => earliest);
}

/** @param {string[]} chosen @param {string[]} dates */
function f1(chosen, dates) {
  const right = chosen.filter((date) => dates.includes(date)).length;
  return right ? (2 * right) / (chosen.length + dates.length) : 0;
}

/** @param {number[]} scores */
function mean(scores) {
  return scores.length ? (scores.reduce((sum, score) => sum + score, 0) / scores.length).toFixed(3) : "–";
}
