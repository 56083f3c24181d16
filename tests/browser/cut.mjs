// Sites whose archive is files beside the engine, for tests of what happens where these cannot be had.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";

import { folderOf, pageOf, seeds } from "./built.mjs";
import { inEach, listed } from "./page.mjs";
import { serveUnder } from "./server.mjs";

/** @import { Browser, Page } from "./browsers.mjs" */

/** The five articles that come with Kroniek. */
export const cut = pageOf(seeds, "--title", "In delen", "--lang", "nl", "--chunk", "0");

export const isPart = (/** @type {string} */ name) => name.includes("parts/");

/** Articles that are long enough for many parts. Each has a word of its own: `woord7`, and so on. @param {string} end What all of them end with. */
function long(end) {
  /** @type {Record<string, string>} */
  const files = {};
  let seed = 1;
  const word = () => {
    // Words that deflate does not make much smaller.
    seed = (seed * 48271) % 2147483647;
    return `${seed.toString(36).replace(/\d/g, "")}a`;
  };
  for (let n = 0; n < 24; n++) {
    const text = Array.from({ length: 1500 }, word).join(" ");
    files[`${n}.txt`] = `date ${2000 + n}-03-05 Stuk ${n}\n\nHier staat woord${n} van allen. ${text}. ${end}\n`;
  }
  return files;
}

/** A collection of many parts; and the site of it later: with an article before all others every part that says where a word stands is another. */
export const older = pageOf(folderOf(long("")), "--title", "Ouder", "--lang", "nl", "--chunk", "0");
const added = { "nieuw.txt": "date 1990-03-05 Nieuw\n\nHier staat woord7 nog eens.\n" };
export const newer = pageOf(folderOf({ ...long("Bijgewerkt."), ...added }), "--title", "Nieuwer", "--lang", "nl", "--chunk", "0");

/** Words that stand in one article of both, far apart in the alphabet. @param {number} number */
export function words(number) {
  const all = long("")[`${number}.txt`].match(/[a-z]{6,}/g) ?? [];
  return ["b", "c", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t"].flatMap((letter) => all.find((word) => word.startsWith(letter)) ?? []);
}

/**
 * Asks for words of an article until one of them leads to a part that cannot be had; whatever is found before that is right.
 *
 * @param {Page} page
 * @param {number} number
 */
export async function askUntilLost(page, number) {
  for (const word of words(number)) {
    await page.evaluate((word) => (location.hash = `#q=%3D${word}`), word);
    const lost = await page.waitFor((word) => {
      // What else was asked of the word before may be lost only now, with its hits still there.
      const hit = document.querySelector("article.hit");
      if (!hit) return document.querySelector(".lost") ? "lost" : null;
      return hit.querySelector("mark")?.textContent === word ? "found" : null;
    }, word);
    if (lost === "lost") return word;
    assert.deepEqual(await listed(page), [`${number}`]);
  }
  throw new Error("nothing was lost");
}

/** How many parts a site has. @param {{ site: string }} page */
export const parts = ({ site }) => readdirSync(join(site, "parts")).length;

/**
 * A host and a tab, in each browser.
 *
 * @param {import("node:test").TestContext} t
 * @param {{ site: string }} page
 * @param {(at: { browser: Browser, server: Awaited<ReturnType<typeof serveUnder>>, page: Page, go: (place?: string) => Promise<void> }) => Promise<void>} check `go` opens the site
 * @param {Parameters<typeof inEach>[2]} [options]
 */
export const visit = (t, { site }, check, options) =>
  inEach(
    t,
    async (browser) => {
      const server = await serveUnder(site, "/a/sub/path/");
      const page = await browser.newPage();
      try {
        await check({ browser, server, page, go: async (place = "") => void (await page.goto(server.address + place)) });
      } finally {
        await server.stop();
      }
    },
    options,
  );

/** Presses the first button that a selector finds. @param {Page} page @param {string} selector */
export async function press(page, selector) {
  await page.waitFor((selector) => document.querySelector(selector), selector);
  await page.evaluate((selector) => /** @type {HTMLElement} */ (document.querySelector(selector)).click(), selector);
}
