// Writes what a run measured into bench/README.md, between the markers of its collection.
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { join } from "node:path";

import { root } from "../measure.mjs";

const file = join(root, "bench", "README.md");
const mark = (/** @type {string} */ name) => [`<!-- peers ${name} -->`, `<!-- /peers ${name} -->`];

/** What is aimed at, beside what came out: for collections of tens of thousands, and of a million. */
const GOALS = { kept: "≤ 0.75", moved: "≤ 300 kB", movedOfMost: "≤ 1 MB", p95: "≤ 16", memory: "≤ 150 MB", rate: "≥ 5" };

/** @import { Corpus } from "./corpora.mjs" */

/**
 * @param {Corpus} corpus
 * @param {{ bytes: number, count: number }} ready
 * @param {{ peer: import("./peers.mjs").Peer, result: any }[]} results
 */
export function write(corpus, { bytes, count }, results) {
  const [start, end] = mark(corpus.name);
  const text = readFileSync(file, "utf8");
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`${file} has no ${start} … ${end}`);
  const most = ["*goal*", "", "", GOALS.movedOfMost, "", "", "", "", "", "", ""];
  const many = ["*goal*", GOALS.kept, "", GOALS.moved, "", "", GOALS.p95, "", GOALS.memory, GOALS.rate, ""];
  const goals = count >= 1_000_000 ? [most] : count >= 10_000 ? [many] : [];
  const head = [
    "", "kept / text", "files", "to the first answer", "requests", "first answer", "key press to results, ms", "found", "page's memory", "built, MB/s",
    "built in, with",
  ];
  const rows = results.map(({ peer, result }) => row(peer, result, bytes));
  const parts = [
    start,
    `${count.toLocaleString("en")} articles, ${size(bytes)} of text. ${said(corpus.name)}`,
    table([head, ...rows, ...goals]),
    ...found(results),
    end,
  ];
  writeFileSync(file, text.slice(0, from) + parts.join("\n\n") + text.slice(to + end.length));
}

/** @param {string} name */
function said(name) {
  const load = loadavg()[1] / availableParallelism();
  const shared = load > 1.5 ? `; the machine was doing other work besides (load ${load.toFixed(1)} a core)` : "";
  return `\`./build.sh bench peers --corpus ${name}\` on ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"})${shared}.`;
}

/** @param {import("./peers.mjs").Peer} peer @param {any} result @param {number} text */
function row({ name, version, ...peer }, result, text) {
  const kept = "disk" in result ? `${(result.disk / text).toFixed(2)} (${(result.gzip / text).toFixed(2)} gzip)${peer.text ? "" : " †"}` : "";
  const built = result.built ? [result.built.rate.toFixed(1), `${seconds(result.built.seconds)} (${seconds(result.built.processors)}), ${size(result.built.memory)}`] : ["", ""];
  const label = `${name} ${version}`;
  if (result.failed) return [label, kept, count(result.files), `**fails**: ${result.failed}`, "", "", "", "", "", ...built];
  const needs = result.found.length ? `${result.found.filter((/** @type {any} */ it) => it.answer === "found").length} of ${result.found.length}` : "";
  return [
    label, kept, count(result.files), `${size(result.moved)}, corpus ${size(result.corpusMoved)}`, count(result.requests), `${milliseconds(result.cold)} ms`,
    keys(result.keys), needs, result.held ? size(result.held) : "", ...built,
  ];
}

/** @param {{ times: number[], late: boolean }} typed */
function keys({ times, late }) {
  if (times.length === 0) return "more than 30,000";
  const sorted = [...times].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => milliseconds(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]);
  return `${at(0.5)} / ${at(0.95)} / ${late ? "> 30,000" : at(1)}`;
}

/** Which needs are met by whom. @param {{ peer: import("./peers.mjs").Peer, result: any }[]} results */
function found(results) {
  const some = results.find(({ result }) => result.found?.length)?.result.found;
  if (!some) return [];
  const signs = { found: "●", offered: "◐", not: "·" };
  const rows = some.map(({ need }, /** @type {number} */ at) => [
    need.kind, `\`${need.query}\`${need.from ? ` ${need.from.slice(0, 7)} to ${need.until.slice(0, 7)}` : ""}`,
    ...results.map(({ result }) => signs[/** @type {"found"} */ (result.found?.[at]?.answer)] ?? ""),
  ]);
  return [table([["need", "asked", ...results.map(({ peer }) => peer.name)], ...rows])];
}

/** @param {string[][]} rows */
const table = ([head, ...rows]) => [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const count = (/** @type {number | undefined} */ number) => number?.toLocaleString("en") ?? "";
const milliseconds = (/** @type {number} */ time) => (time < 10 ? time.toFixed(1) : Math.round(time).toLocaleString("en"));
const seconds = (/** @type {number} */ time) => (time < 10 ? `${time.toFixed(1)} s` : `${Math.round(time)} s`);
const size = (/** @type {number} */ bytes) => (bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`);
