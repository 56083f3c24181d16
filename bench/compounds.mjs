// Prints how often Dutch words are split as they should be, on compounds of UD Dutch LassySmall and Alpino (KRONIEK_DATA).
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "./measure.mjs";

const file = join(process.env.KRONIEK_DATA ?? "", "data", "compounds-nl", "dev.tsv");
if (!process.env.KRONIEK_DATA || !existsSync(file)) {
  console.log("\ncompounds: KRONIEK_DATA has no data/compounds-nl/dev.tsv: not measured");
} else {
  const rows = (/** @type {string} */ text) => text.trim().split("\n").map((line) => line.split("\t"));
  const head = (/** @type {string} */ parts) => parts.match(/\+([^+]*)$/)?.[1];
  const wanted = rows(readFileSync(file, "utf8"));
  const input = wanted.map(([word]) => word).join("\n") + "\n";
  const started = performance.now();
  const ours = rows(execFileSync(join(root, "target", "release", "kroniek"), ["compound", "--tsv"], { input, encoding: "utf8" }));
  const took = performance.now() - started;
  const count = (/** @type {(at: number) => unknown} */ holds) => wanted.filter((_, at) => holds(at)).length;
  const split = count((at) => head(ours[at][1]));
  const compounds = count((at) => head(wanted[at][1]));
  const right = count((at) => head(ours[at][1]) && head(ours[at][1]) === head(wanted[at][1]));
  console.log(`\ncompounds, of ${wanted.length} words: right head`);
  console.log(`  precision ${(right / split).toFixed(3)}, recall ${(right / compounds).toFixed(3)}, ${took.toFixed(0)} ms`);
}
