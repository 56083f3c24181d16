// Three ways to open the page: by double-click, from a static host under any path, and (offline.test.mjs) without a network.
import assert from "node:assert/strict";
import { test } from "node:test";

import { pageOf, seeds } from "./built.mjs";
import { inEach } from "./page.mjs";
import { serveUnder } from "./server.mjs";

/** @import { Page } from "./browsers.mjs" */

const made = pageOf(seeds, "--title", "Vijf artikelen", "--lang", "nl");

/** Search, time band, reader and a deep link. @param {Page} page @param {string} address */
async function works(page, address) {
  await page.goto(address);
  await page.ready();
  await page.waitFor(() => document.querySelectorAll("article.hit").length === 5);

  await page.press("/");
  await page.type("bakhmut");
  await page.waitFor(() => document.querySelector("article.hit mark")?.textContent?.toLowerCase().startsWith("ba"));
  await page.waitFor(() => /q=bakhmut/.test(location.hash));

  await page.find("button", "Show as table").click();
  await page.waitFor(() => document.querySelectorAll("table tr").length > 2);

  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("article.hit h3 a")).click());
  await page.waitFor(() => document.querySelector(".reader article mark") !== null);

  await page.goto(`${address}#doc=001_19c6265daab4d627&s=3`);
  await page.reload();
  await page.ready();
  await page.waitFor(() => document.querySelector(".reader article h2")?.textContent?.startsWith("Hoe Rusland en Oekraïne"));
  await page.waitFor(() => document.activeElement?.matches('[data-sentence="3"]'));
  assert.deepEqual(page.messages.filter((message) => /^(error|warn)/.test(message)), []);
}

test("by double-click", (t) =>
  inEach(t, async (browser) => {
    await works(await browser.newPage(), made.file);
  }));

test("from a static host, under any path", (t) =>
  inEach(t, async (browser) => {
    const server = await serveUnder(made.site, "/a/sub/path/");
    await works(await browser.newPage(), server.address);
    const missing = server.requests.filter((path) => !path.startsWith("/a/sub/path/") && path !== "/favicon.ico");
    assert.deepEqual(missing, []);
    await server.stop();
  }));

test("without its engine the page says so", (t) =>
  inEach(t, async (browser) => {
    const lies = [{ status: 404, type: "text/html", body: "" }, { type: "text/html", body: "<!doctype html>" }, { body: "\0asm" }];
    for (const lie of lies) {
      const server = await serveUnder(made.site, "/");
      server.lie((name) => (name.endsWith(".wasm") ? lie : undefined));
      const page = await browser.newPage();
      await page.goto(server.address);
      await page.waitFor(() => document.querySelector("[role=alert]")?.textContent);
      await page.close();
      await server.stop();
    }
  }));
