// What the browser's engine says when it is given what it cannot read, and that it goes on working.
import assert from "node:assert/strict";
import { test } from "node:test";

import { browser, native } from "./engines.mjs";

const { archive, answers } = native([{ method: "search", request: { query: "leger" } }]);
const Engine = await browser();

/** @param {(bytes: Uint8Array) => Uint8Array | void} change */
function changed(change) {
  const bytes = archive.slice();
  return change(bytes) ?? bytes;
}

const broken = {
  "nothing": [new Uint8Array(), /not a Kroniek archive/],
  "garbage": [new TextEncoder().encode("<!doctype html><title>404</title>"), /not a Kroniek archive/],
  "an archive of another version": [changed((bytes) => void (bytes[8] = 99)), /version 99, this program reads version \d/],
  "an archive that was cut short": [changed((bytes) => bytes.slice(0, -1)), /cut short/],
  "half an archive": [changed((bytes) => bytes.slice(0, bytes.length >> 1)), /cut short/],
  "an archive with more behind it": [changed((bytes) => new Uint8Array([...bytes, 0])), /added to/],
  "an archive with a changed table": [changed((bytes) => void (bytes[30] ^= 1)), /digest/],
};

for (const [name, [bytes, message]] of Object.entries(broken)) {
  test(`${name} is refused with a reason and a way out`, () => {
    const good = Engine.open(archive);
    assert.throws(() => Engine.open(bytes), (error) => {
      assert.ok(error instanceof Error);
      assert.match(error.message, /^the archive cannot be read: .*; build it again with `kroniek build`$/);
      assert.match(error.message, /** @type {RegExp} */ (message));
      return true;
    });
    // The engine that was open, and one opened after it, answer as before.
    assert.deepStrictEqual(good.search({ query: "leger" }), answers[0]);
    assert.deepStrictEqual(Engine.open(archive).search({ query: "leger" }), answers[0]);
  });
}

test("a changed section is an error when it is needed, and no wrong answer", () => {
  let refused = 0;
  for (let place = 400; place < archive.length; place += 997) {
    try {
      const engine = Engine.open(changed((bytes) => void (bytes[place] ^= 4)));
      assert.deepStrictEqual(engine.search({ query: "leger" }), answers[0]);
    } catch (error) {
      assert.match(/** @type {Error} */ (error).message, /^the archive cannot be read: /);
      refused += 1;
    }
  }
  assert.ok(refused > 0);
  assert.deepStrictEqual(Engine.open(archive).search({ query: "leger" }), answers[0]);
});

test("a request that is none is an error that says why", () => {
  const engine = Engine.open(archive);
  assert.throws(() => engine.search({ query: 5 }), Error);
  assert.throws(() => engine.search({ query: "leger", from: "2023-13-01" }), /2023-13-01 is not a day/);
  assert.throws(() => engine.search({ query: "leger", order: "price" }), /price/);
  assert.deepStrictEqual(engine.search({ query: "leger" }), answers[0]);
});

test("half a surrogate pair is only a word that is not there", () => {
  const engine = Engine.open(archive);
  assert.equal(engine.search({ query: "leger \ud83d" }).query, "leger \ufffd");
  assert.equal(engine.search({ query: "leger \ud83d" }).total, answers[0].total);
});

test("an article that is not there is null", () => {
  assert.equal(Engine.open(archive).document({ document: "not-there", query: "" }), null);
});
