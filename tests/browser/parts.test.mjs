// A collection whose archive is files beside the engine: fetched when they are needed, and what happens where they cannot be.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { pageOf, seeds } from "./built.mjs";
import { askUntilLost, cut, isPart, older, press, visit } from "./cut.mjs";
import { ask, gone, listed, lists, nl, says, there } from "./page.mjs";

const whole = pageOf(seeds, "--title", "Heel", "--lang", "nl");

test("what is found is the same as in one file", (t) =>
  visit(t, cut, async ({ browser, server, page, go }) => {
    await go();
    await lists(page, 5);
    await ask(page, "bakhmut");
    await there(page, "article.hit mark");
    await lists(page, 5);
    const names = await listed(page);
    const one = await browser.newPage();
    await one.goto(`${whole.file}#q=bakhmut&typing=1`);
    await lists(one, 5);
    assert.deepEqual(names, await listed(one));
    assert.ok(server.requests.some(isPart));
  }));

test("what a question does not need is not fetched", (t) =>
  visit(t, cut, async ({ server, page, go }) => {
    await go("#q=%22zzz+zzz%22");
    await page.ready();
    const asked = new Set(server.requests.filter(isPart));
    assert.deepEqual(await listed(page), []);
    assert.ok(asked.size > 0 && asked.size < 8, [...asked].join());
  }));

for (const [what, lie] of /** @type {[string, (body: Buffer) => import("./server.mjs").Lie][]} */ ([
  ["missing", () => ({ status: 404, body: "not here" })],
  ["cut short", (body) => ({ body: body.subarray(0, body.length - 3) })],
  ["of another build", (body) => ({ body: Buffer.from(body).reverse() })],
  ["a page that says sorry", () => ({ type: "text/html", body: "<!doctype html><title>Sorry</title>" })],
])) {
  test(`a part that is ${what} is said, and asked for again`, (t) =>
    visit(t, cut, async ({ server, page, go }) => {
      server.lie((name) => (isPart(name) ? lie(readFileSync(join(cut.site, name))) : undefined));
      await go("#q=bakhmut");
      await there(page, ".lost[role=alert]");
      // Nothing is counted that was not read, and nothing kept that was not right.
      assert.deepEqual(await listed(page), []);
      assert.equal(/\d+ (artikel|article)/.test(await page.text()), false);
      assert.equal(await page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))).flat().some(({ url }) => url.includes("/parts/"))), false);
      server.lie(() => undefined);
      await press(page, ".lost button");
      await lists(page, 5);
      await gone(page, ".lost");
    }));
}

test("a part that comes late holds up no newer question", (t) =>
  visit(t, cut, async ({ server, page, go }) => {
    await go();
    await page.ready();
    server.delay((name) => (isPart(name) ? 1500 : 0));
    await ask(page, "kerstmis");
    await page.press("Escape");
    await ask(page, "leger");
    server.delay(() => 0);
    await says(page, "leger");
    await there(page, "article.hit mark");
  }));

test("a host that takes two seconds for each file gives the same answer, and no other before it", (t) =>
  visit(t, older, async ({ server, page, go }) => {
    await page.before(() => {
      const told = /** @type {any} */ (window);
      told.counts = new Set();
      setInterval(() => told.counts.add(document.querySelector(".answers h2")?.textContent ?? ""), 20);
    });
    server.delay((name) => (isPart(name) ? 2000 : 0));
    await go("#q=woord7");
    await lists(page, 1);
    assert.deepEqual(await listed(page), ["7"]);
    const counts = await page.evaluate(() => [.../** @type {any} */ (window).counts]);
    assert.ok(counts.filter((/** @type {string} */ text) => /\d/.test(text)).every((/** @type {string} */ text) => /^1 /.test(text)), counts.join());
  }));

test("a host that goes away half-way is said; nothing of another question stands there", (t) =>
  visit(t, older, async ({ server, page, go }) => {
    await go("#q=woord3");
    await lists(page, 1);
    /** How many pictures of what was found the band shows. */
    const drawn = () => page.evaluate(() => [...document.querySelectorAll(".lanes path:not(.corpus)")].filter((it) => it.getAttribute("d")).length);
    await page.waitFor(() => document.querySelector(".lanes .published path.exact")?.getAttribute("d"));
    assert.ok((await drawn()) > 0);
    await server.stop();
    await askUntilLost(page, 19);
    await there(page, ".lost[role=alert]");
    assert.deepEqual(await listed(page), []);
    assert.equal(/\d+ (artikel|article)/.test(await page.text()), false, await page.text());
    await page.waitFor(() => ![...document.querySelectorAll(".lanes path:not(.corpus)")].some((it) => it.getAttribute("d")));
    // The host is not there: nobody can say that it has another version.
    assert.ok((await page.text()).includes(nl.failures.lost));
    await server.start();
    await press(page, ".lost button");
    await lists(page, 1);
    assert.deepEqual(await listed(page), ["19"]);
    await gone(page, ".lost");
  }, { language: "nl" }));

test("what is lost is said below the box, which stays where it is", (t) =>
  visit(t, older, async ({ server, page, go }) => {
    await go();
    await page.ready();
    const top = () => page.evaluate(() => document.getElementById("query")?.getBoundingClientRect().top);
    const before = await top();
    server.lie((name) => (isPart(name) ? { status: 404, body: "" } : undefined));
    await askUntilLost(page, 19);
    assert.equal(await top(), before);
    // Another question has its own answer.
    server.lie(() => undefined);
    await page.evaluate(() => (location.hash = "#q=woord5"));
    await lists(page, 1);
    await gone(page, ".lost");
  }));

test("of a collection of very many parts the dates that matter are picked when a reader asks", (t) =>
  visit(t, cut, async ({ page, go }) => {
    await page.before(() => {
      const Plain = Worker;
      window.Worker = class extends Plain {
        /** @param {string} kind @param {any} listener @param {any} options */
        addEventListener(kind, listener, options) {
          const told = (/** @type {any} */ event) => {
            if (event.data?.value?.parts > 0) event.data.value.parts = 5000;
            listener(event);
          };
          super.addEventListener(kind, kind === "message" ? told : listener, options);
        }
      };
    });
    await go("#q=bakhmut");
    await lists(page, 5);
    await there(page, ".moments button");
    assert.equal(await page.evaluate(() => document.querySelector(".moments li")), null);
    await press(page, ".moments button");
    await there(page, ".moments li");
    assert.equal(await page.evaluate((pick) => document.querySelector(".moments")?.textContent?.includes(pick), nl.overview.pick), false);
    // Who asked once is not asked again.
    await page.evaluate(() => (location.hash = "#q=leger"));
    await page.waitFor(() => /leger/.test(document.querySelector("article.hit mark")?.textContent ?? ""));
    await there(page, ".moments li");
  }));
