// The worker in which the engine runs: it may fail, be ended by the browser, or say nothing any more.
import assert from "node:assert/strict";
import { test } from "node:test";

import { cut, visit } from "./cut.mjs";
import { everywhere, five, inChromium, listed, lists, nl, open, says } from "./page.mjs";

/** @import { Page } from "./browsers.mjs" */

const dutch = /** @type {const} */ ({ language: "nl" });

/** Remembers the workers that a page makes. @param {Page} page */
const watch = (page) =>
  page.before(() => {
    const Plain = Worker;
    const told = /** @type {any} */ (window);
    told.workers = [];
    window.Worker = class extends Plain {
      /** @param {string | URL} address */
      constructor(address) {
        super(address);
        told.workers.push(this);
      }
    };
  });

/** @param {Page} page @param {number} count */
const workers = (page, count) => page.waitFor((count) => /** @type {any} */ (window).workers.length === count, count);

const fail = (/** @type {Page} */ page) =>
  page.evaluate(() => void (/** @type {any} */ (window).workers.at(-1).dispatchEvent(new ErrorEvent("error", { message: "out of memory" }))));

test("one that fails is started again, and what was asked is answered", (t) =>
  visit(t, cut, async ({ page, go }) => {
    await watch(page);
    await go("#q=bakhmut");
    await lists(page, 5);
    const names = await listed(page);
    await fail(page);
    await workers(page, 2);
    await lists(page, 5);
    assert.deepEqual(await listed(page), names);
    await page.evaluate(() => (location.hash = "#q=huurlingenleger"));
    await page.waitFor(() => /huurlingen/.test(document.querySelector("article.hit mark")?.textContent ?? ""));
    assert.equal(await page.evaluate(() => document.querySelector("[role=alert]")), null);
  }));

test("one that was ended and tells nobody is missed, said and started again", (t) =>
  visit(t, cut, async ({ page, go }) => {
    await watch(page);
    await go("#q=bakhmut");
    await lists(page, 5);
    await page.evaluate(() => /** @type {any} */ (window).workers.at(-1).terminate());
    await page.evaluate(() => {
      new MutationObserver(() => (/** @type {any} */ (window).said += document.querySelector(".answers")?.textContent)).observe(document.body, { childList: true, subtree: true });
    });
    await page.evaluate(() => (location.hash = "#q=huurlingenleger"));
    await workers(page, 2);
    await page.waitFor(() => /huurlingen/.test(document.querySelector("article.hit mark")?.textContent ?? ""));
    assert.ok((await page.evaluate(() => /** @type {any} */ (window).said)).includes(nl.restarting));
    assert.equal(await page.evaluate(() => document.querySelector("[role=alert]")), null);
  }, dutch));

test("one that is lost again and again is not started for ever", (t) =>
  visit(t, cut, async ({ page, go }) => {
    await watch(page);
    await go("#q=bakhmut");
    await lists(page, 5);
    await fail(page);
    await workers(page, 2);
    await lists(page, 5);
    await fail(page);
    await says(page, nl.failures.died);
    assert.ok((await page.text()).includes("out of memory") || (await page.text()).includes(nl.failures.details));
    await page.find("button", nl.failures.again).click();
    await workers(page, 1);
    await lists(page, 5);
  }, dutch));

everywhere("a page that is one file goes on too", async (browser) => {
  const tab = await browser.newPage();
  await watch(tab);
  await tab.goto(`${five().file}#q=bakhmut`);
  await lists(tab, 5);
  await fail(tab);
  await workers(tab, 2);
  await tab.evaluate(() => (location.hash = "#q=huurlingenleger"));
  await tab.waitFor(() => /huurlingen/.test(document.querySelector("article.hit mark")?.textContent ?? ""));
});

inChromium("an error in it that nothing catches is noticed", async (browser) => {
  const tab = await open(browser, five(), "#q=bakhmut");
  const begun = new Promise((resolve) => tab.raw.once("worker", resolve));
  await tab.raw.workers()[0].evaluate(() => void setTimeout(() => { throw new Error("lost its head"); }));
  await begun;
  await lists(tab, 5);
  assert.equal(await tab.evaluate(() => document.querySelector("[role=alert]")), null);
});
