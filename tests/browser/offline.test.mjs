// The site without a network, and a new version of it.
import assert from "node:assert/strict";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { pageOf, seeds, temporary } from "./built.mjs";
import { inEach, lookForNew } from "./page.mjs";
import { serveUnder } from "./server.mjs";

/** @import { Page } from "./browsers.mjs" */

const one = pageOf(seeds, "--title", "Versie een", "--lang", "nl");
const two = pageOf(seeds, "--title", "Versie twee", "--lang", "nl");

/** The site that a visitor has after a first visit. @param {Page} page */
const kept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => caches.keys()));

/** @param {Page} page @param {string} title */
async function shows(page, title) {
  await page.ready();
  const shown = await page.evaluate(() => document.title);
  assert.ok(shown.endsWith(title), shown);
}

test("after one visit the network can go", (t) =>
  inEach(t, async (browser) => {
    const server = await serveUnder(one.site, "/a/sub/path/");
    const page = await browser.newPage();
    await page.goto(server.address);
    await page.ready();
    await kept(page);
    await server.stop();

    await page.reload();
    await shows(page, "Versie een");
    for (const place of ["", "index.html", "?from=elsewhere", "#q=bakhmut", "#doc=001_19c6265daab4d627&s=2"]) {
      const tab = await browser.newPage();
      await tab.goto(server.address + place);
      await shows(tab, "Versie een");
      await tab.close();
    }
  }));

test("a new version takes the place of the old one whole, at the next load", (t) =>
  inEach(t, async (browser) => {
    const server = await serveUnder(one.site, "/a/sub/path/");
    const page = await browser.newPage();
    await page.goto(server.address);
    await page.ready();
    const [old] = await kept(page);

    server.swap(two.site);
    assert.ok(await lookForNew(page));
    await shows(page, "Versie een");
    await server.stop();
    await page.reload();
    await shows(page, "Versie twee");
    assert.notDeepEqual(await kept(page), [old]);

    // A third one clears the first away.
    await server.start();
    server.swap(pageOf(seeds, "--title", "Versie drie", "--lang", "nl").site);
    assert.ok(await lookForNew(page));
    const caches = await kept(page);
    assert.ok(caches.length === 2 && !caches.includes(old), `${caches}`);
    await server.stop();
  }));

test("half a new version changes nothing", (t) =>
  inEach(t, async (browser) => {
    const server = await serveUnder(one.site, "/a/sub/path/");
    const page = await browser.newPage();
    await page.goto(server.address);
    await page.ready();
    const before = await kept(page);

    server.swap(two.site);
    const wrong = [
      // A page in place of a file that is missing, as hosts of one-page applications send it.
      (/** @type {string} */ name) => (name.endsWith(".wasm") ? { type: "text/html", body: "<!doctype html><p>Hello" } : undefined),
      (/** @type {string} */ name) => (name.endsWith(".wasm") ? { status: 404, body: "" } : undefined),
      (/** @type {string} */ name) => (name === "index.html" ? { body: readFileSync(join(one.site, "index.html")) } : undefined),
    ];
    for (const lie of wrong) {
      server.lie(lie);
      assert.ok(!(await lookForNew(page)));
      assert.deepEqual(await kept(page), before);
      await page.reload();
      await shows(page, "Versie een");
    }

    // What came too late comes next time.
    server.lie(() => undefined);
    assert.ok(await lookForNew(page));
    await page.reload();
    await shows(page, "Versie twee");
    await server.stop();
  }));

test("sites on one origin leave each other alone", (t) =>
  inEach(t, async (browser) => {
    const host = temporary();
    cpSync(one.site, host, { recursive: true });
    cpSync(two.site, join(host, "inner"), { recursive: true });
    const server = await serveUnder(host, "/");
    const page = await browser.newPage();
    await page.goto(server.address);
    await page.ready();
    await kept(page);
    await page.goto(`${server.address}inner/`);
    await shows(page, "Versie twee");
    await page.waitFor(() => navigator.serviceWorker.ready.then(({ scope }) => scope.endsWith("/inner/")));
    assert.equal((await kept(page)).length, 2);
    await server.stop();

    await page.reload();
    await shows(page, "Versie twee");
    await page.goto(server.address);
    await shows(page, "Versie een");
  }));

test("a host that does not know the type of wasm will do", (t) =>
  inEach(t, async (browser) => {
    const server = await serveUnder(one.site, "/");
    server.lie((name) => (name.endsWith(".wasm") ? { type: "application/octet-stream" } : undefined));
    const page = await browser.newPage();
    await page.goto(server.address);
    await shows(page, "Versie een");
    await server.stop();
  }));

test("the page can be installed", () => {
  const manifest = JSON.parse(readFileSync(join(one.site, "manifest.webmanifest"), "utf8"));
  assert.equal(manifest.name, "Versie een");
  assert.equal(manifest.display, "standalone");
  assert.deepEqual([manifest.start_url, manifest.scope], ["./", "./"]);
  for (const { src, sizes, type } of manifest.icons) {
    const icon = readFileSync(join(one.site, src));
    if (type !== "image/png") continue;
    assert.equal(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`, sizes);
  }
  assert.ok(manifest.icons.some((/** @type {any} */ icon) => icon.sizes === "512x512"));
});
