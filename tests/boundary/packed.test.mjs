// Enough text for a model of its language to pack it: both engines unpack it.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { ask, browser, native, temporary } from "./engines.mjs";

const lists = ["Het De Dit Een", "fregat schip anker vaartuig konvooi", "ligt vaart drijft zinkt", "in naar van voor", "de één zijn", "haven stad rivier vloot zee"].map((words) => words.split(" "));
let seed = 1;
/** @param {string[]} words */
const pick = (words) => words[(seed = (seed * 48271) % 2147483647) % words.length];
const sentence = () => `${lists.map(pick).join(" ")}. `;
const texts = Array.from({ length: 130 }, () => Array.from({ length: 300 }, sentence).join("").trim());
// A language that the model does not know.
texts.push("Το πλοίο είναι στο λιμάνι της πόλης. ".repeat(40).trim());

test("what a model packs is read as it was written", async () => {
  const folder = temporary("packed");
  mkdirSync(folder);
  texts.forEach((text, number) => writeFileSync(join(folder, `${number}.txt`), text));
  const calls = texts.map((_, number) => ({ method: /** @type {const} */ ("document"), request: { document: `${number}` } }));
  const { archive, answers } = native(calls, folder);
  const engine = (await browser()).open(archive);
  const size = texts.join("").length;
  assert.ok(size > 1 << 20 && archive.length < size / 2, `${archive.length} of ${size}`);
  calls.forEach((call, number) => {
    const told = ask(engine, call);
    assert.deepStrictEqual(told, answers[number]);
    assert.equal(told.blocks.map((/** @type {{ text: string }} */ block) => block.text).join(""), texts[number]);
  });
});
