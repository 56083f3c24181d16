// What a browser keeps of a collection in parts: taken in, without room for it, in two tabs, and of another version.
import assert from "node:assert/strict";
import { test } from "node:test";

import { askUntilLost, cut, isPart, newer, older, parts, press, visit } from "./cut.mjs";
import { ask, gone, inChromium, listed, lists, lookForNew, nl, says, there } from "./page.mjs";
import { serveUnder } from "./server.mjs";

/** @import { Page } from "./browsers.mjs" */

const dutch = /** @type {const} */ ({ language: "nl" });

/** How many parts are kept. @param {Page} page */
const kept = (page) =>
  page.evaluate(async () => {
    const name = (await caches.keys()).find((name) => name.startsWith("kroniek-parts"));
    return name ? (await (await caches.open(name)).keys()).length : 0;
  });

const ALL = /hele verzameling/;

/** Waits for what is said of what is kept. @param {Page} page @param {RegExp} text */
const tells = (page, text) => page.waitFor((text) => new RegExp(text).test(document.querySelector(".keep")?.textContent ?? ""), text.source);

const takeIn = (/** @type {Page} */ page) => press(page, ".keep button:not(.plain)");
const letGo = (/** @type {Page} */ page) => press(page, ".keep button.plain");

/** What is said about room, up to the number. */
const FULL = new RegExp(nl.keep.full("…").split("…")[0]);

test("what was read once is there without a network; the rest when it is taken in", (t) =>
  visit(t, cut, async ({ browser, server, page, go }) => {
    await go();
    await page.ready();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await takeIn(page);
    await tells(page, ALL);
    assert.equal(await kept(page), parts(cut));
    await server.stop();
    const tab = await browser.newPage();
    await tab.goto(`${server.address}#q=huurlingenleger`);
    await there(tab, "article.hit mark");
    await letGo(page);
    await page.waitFor(() => !/hele verzameling/.test(document.querySelector(".keep")?.textContent ?? ""));
    assert.equal(await kept(page), 0);
  }, dutch));

test("a first question is kept from the first visit on", (t) =>
  visit(t, older, async ({ browser, server, page, go }) => {
    await go("#q=woord7");
    await lists(page, 1);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitFor(async () => (await caches.keys()).some((name) => name.startsWith("kroniek-parts")));
    await tells(page, /\d MB/);
    await server.stop();
    const tab = await browser.newPage();
    await tab.goto(`${server.address}#q=woord7`);
    await lists(tab, 1);
  }, dutch));

test("that it is being taken in is said at once", (t) =>
  visit(t, older, async ({ server, page, go }) => {
    await go();
    await there(page, ".keep button");
    server.delay((name) => (isPart(name) ? 60_000 : 0));
    await takeIn(page);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.ok(await page.evaluate(() => document.querySelector(".keep progress") !== null));
  }, dutch));

test("where there is no room that is said, what is counted is there, and it goes on when there is", (t) =>
  visit(t, older, async ({ page, go }) => {
    await go();
    await there(page, ".keep button");
    await page.evaluate(() => {
      const put = Cache.prototype.put;
      let room = 4;
      Cache.prototype.put = function (...entry) {
        return room-- > 0 ? put.apply(this, entry) : Promise.reject(new DOMException("no room", "QuotaExceededError"));
      };
      /** @type {any} */ (window).makeRoom = () => (room = Infinity);
    });
    await takeIn(page);
    await tells(page, FULL);
    assert.equal(await page.evaluate(() => document.querySelector(".keep progress")), null);
    assert.ok((await kept(page)) < parts(older));
    // What is asked is answered without it.
    await ask(page, "woord19");
    await lists(page, 1);
    await page.evaluate(() => /** @type {any} */ (window).makeRoom());
    await takeIn(page);
    await tells(page, ALL);
    assert.equal(await kept(page), parts(older));
  }, dutch));

inChromium("a browser that gives no room says how much it gives, and all is answered", async (browser) => {
  const server = await serveUnder(older.site, "/");
  const page = await browser.newPage();
  await page.goto(server.address);
  await there(page, ".keep button");
  await page.evaluate(() => navigator.serviceWorker.ready);
  const session = await page.raw.context().newCDPSession(page.raw);
  const give = (/** @type {number} */ quotaSize) => session.send("Storage.overrideQuotaForOrigin", { origin: server.origin, quotaSize });
  await give(1);
  await takeIn(page);
  await tells(page, FULL);
  await ask(page, "woord19");
  await lists(page, 1);
  assert.deepEqual(await listed(page), ["19"]);
  // Nor is there room to keep a newer version: it is loaded without.
  server.swap(newer.site);
  await askUntilLost(page, 19);
  await says(page, nl.failures.renewed);
  await press(page, ".lost button");
  await page.waitFor(() => document.title === "Nieuwer");
  await lists(page, 1);
  assert.deepEqual(await listed(page), ["19"]);
  await give(1e9);
  await takeIn(page);
  await tells(page, ALL);
  await server.stop();
}, dutch);

test("where nothing more can be remembered of a reader, the page goes on", (t) =>
  visit(t, cut, async ({ page, go }) => {
    await go("#q=bakhmut");
    await lists(page, 5);
    await page.evaluate(() => {
      for (let size = 1 << 20; size >= 1; size >>= 1) {
        try {
          for (let n = 0; ; n++) localStorage.setItem(`full ${size} ${n}`, "x".repeat(size));
        } catch {
          // A smaller one may fit.
        }
      }
    });
    await page.find("radio", nl.theme.dark).click().catch(() => page.find("button", nl.theme.dark).click());
    await ask(page, " leger");
    await there(page, "article.hit mark");
    assert.equal(await page.evaluate(() => document.querySelector("[role=alert]")), null);
    assert.deepEqual(page.messages.filter((message) => message.startsWith("error")), []);
  }, dutch));

test("two tabs take it in at once, and when one lets go of it the other says so", (t) =>
  visit(t, older, async ({ browser, server, page, go }) => {
    await go();
    await there(page, ".keep button");
    const other = await browser.newPage();
    await other.goto(server.address);
    await there(other, ".keep button");
    await Promise.all([takeIn(page), takeIn(other)]);
    await Promise.all([tells(page, ALL), tells(other, ALL)]);
    assert.equal(await kept(page), parts(older));
    await letGo(page);
    await other.waitFor(() => !/hele verzameling/.test(document.querySelector(".keep")?.textContent ?? ""));
    assert.equal(await kept(page), 0);
    for (const tab of [page, other]) {
      await tab.evaluate(() => (location.hash = "#q=woord11"));
      await lists(tab, 1);
      assert.deepEqual(await listed(tab), ["11"]);
    }
  }, dutch));

test("a tab that takes in what another lets go of ends with what is there", (t) =>
  visit(t, older, async ({ browser, server, page, go }) => {
    await go("#q=woord7");
    await lists(page, 1);
    const other = await browser.newPage();
    await other.goto(server.address);
    await there(other, ".keep button.plain");
    server.delay((name) => (isPart(name) ? 150 : 0));
    await takeIn(page);
    await page.waitFor(() => Number(/** @type {HTMLProgressElement | null} */ (document.querySelector(".keep progress"))?.value) > 30);
    await letGo(other);
    await gone(page, ".keep progress");
    assert.ok((await kept(page)) < parts(older));
    await tells(page, /\d+ MB van/);
    server.delay(() => 0);
    await takeIn(page);
    await tells(page, ALL);
    await tells(other, ALL);
    assert.equal(await kept(page), parts(older));
  }, dutch));

for (const seen of [false, true]) {
  test(`an old tab says that there is a newer version and loads it, ${seen ? "which the service worker has" : "which nobody has seen yet"}`, (t) =>
    visit(t, older, async ({ browser, server, page, go }) => {
      await go("#q=woord3");
      await lists(page, 1);
      await page.evaluate(() => navigator.serviceWorker.ready);
      server.swap(newer.site);
      if (seen) {
        // Another tab has the new version, and takes it in.
        const other = await browser.newPage();
        await other.goto(server.address);
        assert.ok(await lookForNew(other));
        await other.reload();
        await other.waitFor(() => document.title === "Nieuwer");
        await takeIn(other);
        await tells(other, ALL);
      }
      const word = await askUntilLost(page, 19);
      await says(page, nl.failures.renewed);
      assert.deepEqual(await listed(page), []);
      assert.equal(/\d+ artikel/.test(await page.text()), false, await page.text());
      if (seen) assert.ok((await kept(page)) >= parts(newer));
      await press(page, ".lost button");
      await page.waitFor(() => document.title === "Nieuwer");
      await lists(page, 1);
      assert.deepEqual(await listed(page), ["19"]);
      assert.equal(await page.evaluate(() => location.hash), `#q=%3D${word}`);
      await page.evaluate(() => (location.hash = "#q=woord7"));
      await lists(page, 2);
      assert.equal(await page.evaluate(() => document.querySelector(".lost")), null);
    }, dutch));
}
