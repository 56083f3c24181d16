// The program and the page give the same answers.
import assert from "node:assert/strict";
import { test } from "node:test";

import { ask, browser, documents, native, queries } from "./engines.mjs";

/** @type {import("./engines.mjs").Call[]} */
const calls = [{ method: "info" }];
for (const query of queries) {
  calls.push({ method: "search", request: { query } });
  calls.push({ method: "search", request: { query, typing: true, order: "newest", limit: 100 } });
  calls.push({ method: "search", request: { query, furniture: true, order: "date", offset: 1, limit: 2 } });
  calls.push({ method: "search", request: { query, off: ["@inflection", "@typo", "leger"], from: "2022-12-01" } });
  calls.push({ method: "search", request: { query, facts: [["year", "2023"], ["year", "2021"]], limit: 1 } });
  calls.push({ method: "chronology", request: { query, offset: 2, limit: 5 } });
  calls.push({ method: "chronology", request: { query, told: ["2022-10-01", "2023-03-02"], limit: 9, furniture: true } });
  calls.push({ method: "search", request: { query, told: ["2022-10-01", "2023-03-02"] } });
  calls.push({ method: "concordance", request: { query, order: "left", limit: 7 } });
  calls.push({ method: "concordance", request: { query, order: "document", offset: 3, limit: 5, furniture: true } });
  calls.push({ method: "suggest", request: { query, limit: 5 } });
  calls.push({ method: "timeline", request: { query, moments: 7 } });
  calls.push({ method: "timeline", request: { query, view: ["2022-06-01", "2023-04-15"], bins: 20, moments: 3 } });
  calls.push({ method: "timeline", request: { query, until: "2022-12-31", furniture: true, typing: true } });
}
for (const document of documents) {
  for (const query of ["", "stad leger", "\"het oosten\" OF oekraine", "h*"]) {
    calls.push({ method: "document", request: { document, query } });
    calls.push({ method: "document", request: { document, query, furniture: true } });
  }
}

const { archive, answers } = native(calls);
const engine = (await browser()).open(archive);

for (const method of ["info", "search", "concordance", "chronology", "suggest", "timeline", "document"]) {
  test(`${method}: native and browser answer alike`, () => {
    let compared = 0;
    calls.forEach((call, number) => {
      if (call.method !== method) return;
      const request = JSON.stringify(call.request)?.slice(0, 200);
      assert.deepStrictEqual(ask(engine, call), answers[number], request);
      compared += 1;
    });
    assert.ok(compared > 0);
  });
}

test("the answers are not all empty", () => {
  const found = calls.filter((call, number) => call.method === "search" && answers[number].total > 0);
  assert.ok(found.length > queries.length);
});
