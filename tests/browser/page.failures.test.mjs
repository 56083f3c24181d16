// What the page says when its engine is missing or damaged, and that there is a way on.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { temporary } from "./built.mjs";
import { serveUnder } from "./server.mjs";
import { en, everywhere, five, lists, nl, says } from "./page.mjs";

/** @import { Page } from "./browsers.mjs" */

const wasm = () => {
  const name = readdirSync(five().site).find((name) => name.endsWith(".wasm"));
  if (!name) throw new Error("the site has no engine");
  return readFileSync(join(five().site, name));
};

/** The bytes with one of them changed. @param {Buffer} bytes @param {number} at */
function flipped(bytes, at) {
  const other = Buffer.from(bytes);
  other[at] ^= 0x20;
  return other;
}

/** Where the archive begins. @param {Buffer} bytes */
function archive(bytes) {
  const at = bytes.lastIndexOf("kroniek.archive");
  if (at < 0) throw new Error("the engine holds no archive");
  return at + "kroniek.archive".length;
}

/** Where the section of the archive begins. @param {Buffer} bytes */
function section(bytes) {
  // Before the name stand its length, of one byte, the size of the section, of one byte to five, and a zero.
  const name = bytes.lastIndexOf("kroniek.archive") - 1;
  let size = 1;
  while (bytes[name - size - 1] & 0x80) size++;
  return name - size - 1;
}

/** The page says what is wrong and how to go on. @param {Page} tab @param {string} how */
async function fails(tab, how) {
  await tab.waitFor(() => document.querySelector("[role=alert]"));
  await says(tab, en.failures.title);
  await says(tab, how);
  assert.ok((await tab.text()).includes(en.failures.again));
}

everywhere("a site that comes damaged says so, whatever the damage", async (browser) => {
  const bytes = wasm();
  const start = archive(bytes);
  /** @type {[string, import("./server.mjs").Lie, string][]} */
  const damages = [
    ["a byte at the head of the archive", { body: flipped(bytes, start + 2) }, en.failures.broken],
    // The page reads what it needs when it needs it: these are found by a query and an open article.
    ["a byte at a quarter of the archive", { body: flipped(bytes, start + ((bytes.length - start) >> 2)) }, en.failures.broken],
    ["a byte in the middle of the archive", { body: flipped(bytes, (start + bytes.length) >> 1) }, en.failures.broken],
    ["a byte in the texts", { body: flipped(bytes, bytes.length - ((bytes.length - start) >> 3)) }, en.failures.broken],
    ["the last byte", { body: flipped(bytes, bytes.length - 1) }, en.failures.broken],
    ["cut short", { body: bytes.subarray(0, bytes.length - 1000) }, en.failures.broken],
    ["a byte in the code", { body: flipped(bytes, 4) }, en.failures.broken],
    ["no archive", { body: bytes.subarray(0, section(bytes)) }, en.failures.broken],
    ["missing", { status: 404, type: "text/html", body: "" }, en.failures.missing],
    ["a page in its place", { type: "text/html", body: "<!doctype html><p>Hello" }, en.failures.missing],
  ];
  for (const [name, lie, how] of damages) {
    // Each on an origin of its own: browsers keep what they have fetched.
    const server = await serveUnder(five().site, "/");
    server.lie((file) => (file.endsWith(".wasm") ? lie : undefined));
    const tab = await browser.newPage();
    try {
      await tab.goto(`${server.address}#q=verlies&doc=001_19c6265daab4d627`);
      await fails(tab, how);
    } catch (error) {
      throw new Error(`${name}: ${await tab.text()}`, { cause: error });
    } finally {
      await tab.close();
      await server.stop();
    }
  }
});

everywhere("once the site is whole, the button loads it again", async (browser) => {
  const server = await serveUnder(five().site, "/");
  try {
    server.lie((file) => (file.endsWith(".wasm") ? { status: 503, body: "" } : undefined));
    const tab = await browser.newPage();
    await tab.goto(`${server.address}#q=stad`);
    await fails(tab, en.failures.missing);
    server.lie(() => undefined);
    await tab.find("button", en.failures.again).click();
    await lists(tab, 5);
    assert.equal(await tab.evaluate(() => document.querySelector("[role=alert]")), null);
    assert.equal(await tab.evaluate(() => location.hash), "#q=stad");
  } finally {
    await server.stop();
  }
});

everywhere("a single file with a changed byte says so", async (browser) => {
  const html = readFileSync(fileURLToPath(five().file), "utf8");
  const at = html.indexOf(">", html.indexOf('id="kroniek-engine"')) + 1;
  const end = html.indexOf("<", at);
  const folder = temporary();
  const places = [at + 4000, (at + end) >> 1, end - 8];
  for (const [index, place] of places.entries()) {
    const file = join(folder, `${index}.html`);
    writeFileSync(file, html.slice(0, place) + (html[place] === "A" ? "B" : "A") + html.slice(place + 1));
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(file).href);
    await fails(tab, en.failures.broken);
    await tab.close();
  }
  const cut = join(folder, "cut.html");
  writeFileSync(cut, html.slice(0, at + 4001) + html.slice(end));
  const tab = await browser.newPage();
  await tab.goto(pathToFileURL(cut).href);
  await fails(tab, en.failures.broken);
});

everywhere("it says so in Dutch", async (browser) => {
  const server = await serveUnder(five().site, "/");
  server.lie((file) => (file.endsWith(".wasm") ? { status: 404, body: "" } : undefined));
  try {
    const tab = await browser.newPage();
    await tab.goto(server.address);
    await tab.waitFor(() => document.querySelector("[role=alert]"));
    await says(tab, nl.failures.title);
    await says(tab, nl.failures.missing);
  } finally {
    await server.stop();
  }
}, { language: "nl" });
