// The declarations in answers.d.ts hold: real answers, written as literals, are checked against them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { documents, native, queries, root, temporary } from "./engines.mjs";

/** @type {Record<string, string>} */
const types = {
  info: "Info",
  search: "SearchAnswer",
  suggest: "SuggestAnswer",
  timeline: "TimelineAnswer",
  concordance: "ConcordanceAnswer",
  chronology: "ChronologyAnswer",
  document: "DocumentAnswer",
};

/** @type {import("./engines.mjs").Call[]} */
const calls = [
  { method: "info" },
  { method: "suggest", request: { query: "sta", limit: 3 } },
  ...queries.filter((query) => query.length < 100).flatMap((query) => /** @type {const} */ ([
    { method: "search", request: { query, furniture: true, typing: true, order: "date", off: ["leger"], facts: [["year", "2023"]], limit: 3 } },
    { method: "concordance", request: { query, order: "left", limit: 2 } },
    { method: "chronology", request: { query, told: ["2022-01-01", "2023-12-31"], offset: 1, limit: 2 } },
    { method: "timeline", request: { query, moments: 2, bins: 3, from: "2022-01-01", until: null } },
  ])),
  ...documents.slice(0, 5).map((document) => /** @type {const} */ ({
    method: "document",
    request: { document, query: "stad" },
  })),
];

/** What tsc says of a file. @param {string} name @param {string[]} lines */
function check(name, lines) {
  const file = temporary(`${name}.ts`);
  const answers = JSON.stringify(join(root, "src", "engine", "answers"));
  writeFileSync(file, [`import type * as Answers from ${answers};`, ...lines, ""].join("\n"));
  const options = ["--ignoreConfig", "--strict", "--noEmit", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler"];
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, ...options, file], { cwd: root, encoding: "utf8" });
  return stdout;
}

const { answers } = native(calls);
/** @param {number} number */
const typeOf = (number) => types[calls[number].method];

test("every answer and every request has the members that are declared, and no others", () => {
  const lines = answers.flatMap((answer, number) => {
    const { method, request } = calls[number];
    const declared = `export const answer${number}: Answers.${typeOf(number)} = ${JSON.stringify(answer)};`;
    const asked = `export const request${number}: Answers.${typeOf(number).replace("Answer", "Request")} =`;
    return method === "info" ? [declared] : [declared, `${asked} ${JSON.stringify(request)};`];
  });
  assert.equal(check("answers", lines), "");
});

test("a member too many and a member too few are both seen", () => {
  const number = calls.findIndex(({ method, request }) => method === "search" && request.query === "leger");
  const answer = answers[number];
  const { total, ...less } = answer;
  const hit = { ...answer.hits[0], surplus: total };
  const wrong = [{ ...answer, surplus: total }, less, { ...answer, hits: [hit] }, { ...answer, total: "5" }];
  const lines = wrong.flatMap((value, place) => [
    "// @ts-expect-error",
    `export const wrong${place}: Answers.SearchAnswer = ${JSON.stringify(value)};`,
  ]);
  assert.equal(check("wrong", lines), "");
});
