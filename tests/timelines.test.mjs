// The measure of dates that matter counts as its source does.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { folderOf, root } from "./browser/built.mjs";

const articles = [
  { time: "2010-04-21T00:00:00", title: "Blast", text: "The rig exploded on April 20 , 2010 . Eleven men are missing ." },
  { time: "2010-05-30T00:00:00", title: "Mud", text: "The well has leaked since the rig exploded on April 20 . Pumping of mud was stopped yesterday ." },
  { time: "2010-07-16T00:00:00", title: "Cap", text: "The cap was closed yesterday . The well blew out on April 20 ." },
];
const lines = (/** @type {unknown[]} */ values) => values.map((value) => `${JSON.stringify(value)}\n`).join("");
// 20 April lies before the first article, and 1 August after the last: neither can be asked of what was collected.
const timeline = ["2010-04-20", "2010-05-29", "2010-06-11", "2010-07-15", "2010-08-01"].map((day) => [`${day}T00:00:00`, ["."]]);

test("Date-F1 is that of the dates within what was published", () => {
  for (const [end, made] of /** @type {[string, (text: string) => string | Buffer]} */ ([["", String], [".gz", gzipSync]])) {
    const folder = folderOf({
      [`oil/articles.preprocessed.jsonl${end}`]: made(lines(articles)),
      "oil/timelines.jsonl": lines([timeline]),
      "README.md": "no subject",
    });
    const run = spawnSync("node", [join(root, "bench", "timelines.mjs"), folder], { encoding: "utf8" });
    assert.equal(run.status, 0, run.stderr);
    // Nothing is told of 11 June: two are chosen of the three, and both are right.
    assert.match(run.stdout, /^oil\t3\t1\t0\.800\t/m);
  }
});

test("a folder without timelines is named", () => {
  const run = spawnSync("node", [join(root, "bench", "timelines.mjs"), folderOf({ "a.txt": "." })], { encoding: "utf8" });
  assert.notEqual(run.status, 0);
  assert.match(run.stderr, /no folder in it has a timelines\.jsonl/);
});
