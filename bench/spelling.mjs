// Prints how well spellings of one name are told from spellings of two, on pairs of places (GeoNames) and persons (Wikidata).
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "./measure.mjs";

const data = process.env.KRONIEK_DATA;
const files = ["place_pairs.tsv", "person_pairs.tsv"].map((name) => join(data ?? "", "data", "names", name));
const there = data !== undefined && files.every((file) => existsSync(file));
if (!there) console.log("\nKRONIEK_DATA is not set, or has no data/names: spellings of names are not measured");
else {
  console.log("\nspellings of names".padEnd(33) + ["F1", "precision", "recall", "pairs/s"].map((head) => head.padStart(10)).join(""));
  const wrong = [];
  for (const file of files) {
    const pairs = readFileSync(file, "utf8").trimEnd().split("\n").map((line) => line.split("\t"));
    const input = pairs.map(([one, other]) => `${one}\t${other}\n`).join("");
    const start = performance.now();
    const run = spawnSync(join(root, "target", "release", "kroniek"), ["spelling", "--tsv"], { input, encoding: "utf8", maxBuffer: 1 << 28 });
    const seconds = (performance.now() - start) / 1000;
    const said = run.stdout.trimEnd().split("\n").map((line) => line.split("\t"));
    if (run.status !== 0 || said.length !== pairs.length) throw new Error(run.stderr);
    const count = { right: 0, wrong: 0, missed: 0 };
    pairs.forEach(([one, other, label], place) => {
      const [, , verdict, score] = said[place];
      if (verdict === "same") count[label === "1" ? "right" : "wrong"] += 1;
      else if (label === "1") count.missed += 1;
      if ((verdict === "same") !== (label === "1")) wrong.push({ one, other, score: Number(score) });
    });
    const precision = count.right / (count.right + count.wrong);
    const recall = count.right / (count.right + count.missed);
    const f1 = (2 * precision * recall) / (precision + recall);
    const name = file.slice(file.lastIndexOf("/") + 1);
    console.log(name.padEnd(32) + [f1, precision, recall].map((value) => value.toFixed(3).padStart(10)).join("") + String(Math.round(pairs.length / seconds)).padStart(10));
  }
  // Where the verdict is surest, the label is the first thing to doubt.
  wrong.sort((one, other) => Math.abs(other.score - 50) - Math.abs(one.score - 50));
  const shown = (/** @type {boolean} */ same) =>
    wrong.filter(({ score }) => score >= 50 === same).slice(0, 15).map(({ one, other, score }) => `${one}/${other} ${score}`).join(", ");
  console.log(`surest against their labels: as one name ${shown(true)}; as two names ${shown(false)}`);
}
