// The collections: where each is, what is asked of it, and its articles in the one form that every peer is built from.
import { createReadStream, createWriteStream, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { join } from "node:path";

import { root } from "../measure.mjs";

const data = process.env.KRONIEK_DATA ?? "";
const missiven = join(data, "corpora", "generale-missiven.jsonl.gz");
/** Where everything that is made for the comparison lies. */
export const work = join(root, "target", "peers");

/** How many queries are taken from the articles, and of how many words each. */
const TAKEN = [1, 1, 1, 1, 1, 2, 2, 2, 2, 3];

/**
 * `path`: what `kroniek build` is given. `first`: the query that the page is opened with. `typed`: what is typed; taken from the articles where
 * it is not said.
 *
 * @typedef {{ name: string, title: string, path: string, made?: number, first: string, typed?: string[] }} Corpus
 */

/** @type {Corpus[]} */
export const corpora = [
  {
    name: "seeds", title: "`seeds/`, five articles", path: join(root, "seeds"), first: "verliezen",
    typed: ["bachmoet verliezen", "oekraïne", "huurlingenleger", "\"de stad\"", "president zelensky", "frontline 2023"],
  },
  {
    name: "wikinews", title: "Dutch Wikinews (MEANTIME), 120 articles", path: join(data, "data", "wikinews-nl", "articles"), first: "vliegtuigen",
    typed: ["airbus levering", "beurs", "\"president obama\"", "faillissement chrysler", "vliegtuigbouwer", "iphone", "olieprijzen dalen"],
  },
  { name: "missiven", title: "Generale Missiven, 11,204 pages", path: missiven, first: "peper" },
  { name: "made-100k", title: "made, 100,000 articles", path: join(work, "made-100k.jsonl"), made: 100_000, first: "peper" },
  { name: "made-1m", title: "made, 1,000,000 articles", path: join(work, "made-1m.jsonl"), made: 1_000_000, first: "peper" },
];

/** One article of one word: what a page of it moves and keeps is the code. @type {Corpus} */
export const empty = { name: "empty", title: "", path: join(work, "empty", "one.txt"), first: "woord", typed: [] };

/** Why a collection cannot be measured, or nothing. @param {Corpus} corpus */
export function lacking(corpus) {
  const needs = corpus.made ? missiven : corpus.path;
  return existsSync(needs) ? null : `${needs} is not there: KRONIEK_DATA names the folder with the collections`;
}

/**
 * Writes the articles as JSON Lines, and says how many bytes of text they are and what is to be typed.
 *
 * @param {Corpus} corpus
 * @param {string} out
 */
export async function prepare(corpus, out) {
  if (corpus.made && !existsSync(corpus.path)) {
    const command = ["run", "--quiet", "--locked", "--release", "--example", "made", "--", missiven, String(corpus.made), corpus.path];
    execFileSync("cargo", command, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  }
  const file = createWriteStream(out);
  const [taken, every] = [[], Math.max(1, Math.floor((corpus.made ?? 11_204) / TAKEN.length))];
  let [bytes, count] = [0, 0];
  for await (const article of read(corpus)) {
    bytes += Buffer.byteLength(article.title) + Buffer.byteLength(article.text);
    if (!corpus.typed && count % every === every >> 1 && taken.length < TAKEN.length) taken.push(chosen(article.text, TAKEN[taken.length]));
    count += 1;
    if (!file.write(JSON.stringify(article) + "\n")) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
  return { bytes, count, typed: corpus.typed ?? taken };
}

/** Words spread over a text. @param {string} text @param {number} count */
function chosen(text, count) {
  const words = [...new Set(text.toLowerCase().match(/(?<![\p{L}\p{N}])[a-z]{4,12}(?![\p{L}\p{N}])/gu))];
  return Array.from({ length: count }, (_, at) => words[Math.floor(((at + 0.5) * words.length) / count)]).join(" ");
}

/** @param {Corpus} corpus */
async function* read({ path }) {
  if (path.includes(".jsonl")) {
    const input = path.endsWith(".gz") ? createReadStream(path).pipe(createGunzip()) : createReadStream(path);
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      const { id, date, title, text, source, author } = JSON.parse(line);
      yield { id, title: title ?? "", text, ...span(date), source, author };
    }
    return;
  }
  const files = statSync(path).isDirectory() ? readdirSync(path).sort().map((name) => join(path, name)) : [path];
  for (const file of files) {
    // As README.md describes: a date, a title on the same line, and the text.
    const [, date, rest] = readFileSync(file, "utf8").match(/^\s*date (\S+) ([^]*)$/) ?? [];
    const end = rest.indexOf("\n\n");
    const head = rest.slice(0, end === -1 ? undefined : end).trim();
    const titled = head.length <= 120;
    yield {
      id: file.slice(file.lastIndexOf("/") + 1).replace(/\.txt$/, ""),
      title: titled ? head : `${head.slice(0, 100)}…`,
      text: titled ? rest.slice(head.length).trim() : rest.trim(),
      ...span(date),
    };
  }
}

/** First and last day of a date: a month is all of it. @param {string | undefined} date */
function span(date) {
  if (!date) return { first: "0000-01-01", last: "9999-12-31" };
  // No month is longer than 31 days, and nothing is published on a day that is not there.
  return { first: `${date}-01-01`.slice(0, 10), last: date + "-12-31".slice(date.length - 4) };
}
