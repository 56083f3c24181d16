// A collection whose archive is files beside the engine: fetched when they are needed, and what happens where they cannot be.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { pageOf, seeds } from "./built.mjs";
import { ask, inEach, listed, lists, says, there } from "./page.mjs";
import { serveUnder } from "./server.mjs";

/** @import { Browser } from "./browsers.mjs" */

const cut = pageOf(seeds, "--title", "In delen", "--lang", "nl", "--chunk", "0");
const whole = pageOf(seeds, "--title", "Heel", "--lang", "nl");

const isPart = (/** @type {string} */ name) => name.includes("parts/");

/** @param {Browser} browser @param {string} [place] */
async function visit(browser, place = "") {
  const server = await serveUnder(cut.site, "/a/sub/path/");
  const page = await browser.newPage();
  return { server, page, go: () => page.goto(server.address + place) };
}

test("what is found is the same as in one file", (t) =>
  inEach(t, async (browser) => {
    const { server, page, go } = await visit(browser);
    await go();
    await page.ready();
    await lists(page, 5);
    await ask(page, "bakhmut");
    await lists(page, 5);
    const names = await listed(page);
    const one = await browser.newPage();
    await one.goto(`${whole.file}#q=bakhmut&typing=1`);
    await one.ready();
    await lists(one, 5);
    assert.deepEqual(names, await listed(one));
    assert.ok(server.requests.some(isPart));
    await server.stop();
  }));

test("what a question does not need is not fetched", (t) =>
  inEach(t, async (browser) => {
    const { server, page, go } = await visit(browser, "#q=%22zzz+zzz%22");
    await go();
    await page.ready();
    const asked = new Set(server.requests.filter(isPart));
    const all = await page.evaluate(() => document.querySelectorAll("article.hit").length);
    assert.equal(all, 0);
    assert.ok(asked.size > 0 && asked.size < 8, [...asked].join());
    await server.stop();
  }));

for (const [what, lie] of /** @type {[string, (body: Buffer) => import("./server.mjs").Lie][]} */ ([
  ["missing", () => ({ status: 404, body: "not here" })],
  ["cut short", (body) => ({ body: body.subarray(0, body.length - 3) })],
  ["of another build", (body) => ({ body: Buffer.from(body).reverse() })],
  ["a page that says sorry", () => ({ type: "text/html", body: "<!doctype html><title>Sorry</title>" })],
])) {
  test(`a part that is ${what} is said, and asked for again`, (t) =>
    inEach(t, async (browser) => {
      const { server, page, go } = await visit(browser, "#q=bakhmut");
      server.lie((name) => (isPart(name) ? lie(readFileSync(join(cut.site, name))) : undefined));
      await go();
      await there(page, ".lost[role=alert]");
      // Nothing is counted that was not read.
      assert.deepEqual(await listed(page), []);
      assert.equal(await page.evaluate(() => document.body.innerText.includes("5 artikelen")), false);
      server.lie(() => undefined);
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".lost button")).click());
      await lists(page, 5);
      assert.equal(await page.evaluate(() => document.querySelector(".lost")), null);
      await server.stop();
    }));
}

test("a part that comes late holds up no newer question", (t) =>
  inEach(t, async (browser) => {
    const { server, page, go } = await visit(browser);
    await go();
    await page.ready();
    server.delay((name) => (isPart(name) ? 1500 : 0));
    await ask(page, "kerstmis");
    await page.press("Escape");
    await ask(page, "leger");
    server.delay(() => 0);
    await says(page, "leger");
    await there(page, "article.hit mark");
    await server.stop();
  }));

test("what was read once is there without a network; the rest when it is taken in", (t) =>
  inEach(t, async (browser) => {
    const { server, page, go } = await visit(browser);
    await go();
    await page.ready();
    await page.evaluate(() => navigator.serviceWorker.ready);
    // The first visit began before the service worker was there.
    await page.reload();
    await page.ready();
    await there(page, ".keep button");
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".keep button")).click());
    await page.waitFor(() => /hele verzameling|whole collection/.test(document.querySelector(".keep")?.textContent ?? ""));
    await server.stop();
    const tab = await browser.newPage();
    await tab.goto(`${server.address}#q=huurlingenleger`);
    await there(tab, "article.hit mark");
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".keep button.plain")).click());
    await page.waitFor(() => !/hele verzameling|whole collection/.test(document.querySelector(".keep")?.textContent ?? ""));
  }));
