// What a reader has to wait for, and what their machine has to hold: measured in a page of headless Chromium.
import { readFileSync } from "node:fs";

import { chromium } from "playwright-core";

import { QUIET, executable } from "../../tests/browser/browsers.mjs";

/** A page that has not answered after so long has failed. */
const LOAD_SECONDS = 600;
/** A key press that has not answered after so long ends the typing. */
const KEY_SECONDS = 30;
/** Typing ends after so long, at the end of a word. */
const TYPING_SECONDS = 60;

/** How often, and for how long, a process is given time to let go of memory; the least counts. */
const SETTLING_TURNS = 4;
const SETTLING_SECONDS = 5;

/** @import { Peer } from "./peers.mjs" */
/** @import { Need } from "./needs.mjs" */

/** Runs something with a browser of its own. @template T @param {(browser: import("playwright-core").Browser) => Promise<T>} what */
export async function withBrowser(what) {
  // Memory is measured when it is asked for, and not when the page is next idle.
  const args = [...QUIET, "--enable-blink-features=ForceEagerMeasureMemory"];
  const browser = await chromium.launch({ executablePath: executable("chromium"), args });
  try {
    return await what(browser);
  } finally {
    await browser.close();
  }
}

/**
 * A page opened with a query in its address, once it has answered, and when that was: in milliseconds from the start, and by the clock.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {Peer} peer
 * @param {string} address
 * @param {string} query
 */
export async function opened(browser, { mark }, address, query) {
  // A service worker fetches for later, what is asked here is what is needed now.
  const context = await browser.newContext({ locale: "nl-NL", reducedMotion: "reduce", serviceWorkers: "block" });
  const page = await context.newPage();
  page.setDefaultTimeout(LOAD_SECONDS * 1000);
  let crashed = false;
  page.on("crash", () => (crashed = true));
  await page.addInitScript((wanted) => {
    const told = Object.assign(window, { pressedAt: 0, drawn: (/** @type {number} */ _) => {} });
    addEventListener("input", (event) => (told.pressedAt = event.timeStamp), { capture: true });
    // An observer of marks would be told when the page is next idle, which may be seconds later.
    const mark = performance.mark.bind(performance);
    performance.mark = (name, options) => {
      const entry = mark(name, options);
      if (name === wanted) told.drawn(entry.startTime - told.pressedAt);
      return entry;
    };
  }, mark);
  await page.goto(`${address}#${new URLSearchParams({ q: query })}`, { waitUntil: "commit" });
  try {
    const handle = await page.waitForFunction(
      (mark) => {
        const { failed } = document.documentElement.dataset;
        if (failed) return { failed };
        const drawn = performance.getEntriesByName(mark).at(-1);
        return drawn && document.querySelector("article.hit") && { at: drawn.startTime, answered: performance.timeOrigin + drawn.startTime };
      },
      mark,
      { polling: 50 },
    );
    const { failed, at, answered } = /** @type {{ failed?: string, at: number, answered: number }} */ (await handle.jsonValue());
    if (failed) throw new Error(failed);
    return { context, page, at, answered };
  } catch (error) {
    await context.close().catch(() => {});
    const said = String(/** @type {Error} */ (error).message).split("\n")[0];
    throw new Error(crashed || /crash|closed/.test(said) ? "the page ran out of memory" : /Timeout/.test(said) ? `no answer in ${LOAD_SECONDS / 60} minutes` : said);
  }
}

/** Does something in the page, and waits until what follows is drawn. @param {import("playwright-core").Page} page @param {() => Promise<unknown>} act */
async function redrawn(page, act) {
  await page.evaluate(() => {
    const told = /** @type {any} */ (window);
    told.next = new Promise((resolve) => (told.drawn = resolve));
  });
  await act();
  const late = new Promise((resolve) => setTimeout(resolve, KEY_SECONDS * 1000, null));
  return /** @type {number | null} */ (await Promise.race([page.evaluate(() => /** @type {any} */ (window).next), late]));
}

/**
 * Milliseconds from each key press to its results.
 *
 * @param {import("playwright-core").Page} page
 * @param {string[]} queries
 */
export async function typed(page, queries) {
  const times = [];
  await page.focus("#query");
  // The words are gone through once to warm up: what compiles, and what is fetched.
  for (const warm of [true, false]) {
    const started = performance.now();
    if (warm === false) times.length = 0;
    for (const query of queries) {
      if (performance.now() - started > TYPING_SECONDS * 1000) break;
      if (await page.inputValue("#query")) {
        await page.keyboard.press("Control+a");
        if ((await redrawn(page, () => page.keyboard.press("Delete"))) === null) return { times, late: true };
      }
      for (const key of query) {
        const took = await redrawn(page, () => page.keyboard.type(key));
        if (took === null) return { times, late: true };
        times.push(took);
      }
    }
  }
  return { times, late: false };
}

/**
 * Bytes that only the page's process holds once it has been told that memory is short, so that what is waiting to be collected does not count.
 * What Chromium says of a page itself leaves out the memory of WebAssembly.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {import("playwright-core").Page} page
 */
export async function memory(browser, page) {
  // This one collects garbage in the workers too, before it counts.
  await page.evaluate(() => /** @type {any} */ (performance).measureUserAgentSpecificMemory());
  const tab = await page.context().newCDPSession(page);
  const session = await browser.newBrowserCDPSession();
  const held = [];
  for (let turn = 0; turn < SETTLING_TURNS; turn++) {
    await tab.send("Memory.simulatePressureNotification", { level: "critical" });
    await page.waitForTimeout(SETTLING_SECONDS * 1000);
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    // The page's is the largest; one is kept in store for the next page, and the browser's own surfaces have theirs.
    held.push(Math.max(...processInfo.filter(({ type }) => type === "renderer").map(({ id }) => (ofTheBrowser(id) ? 0 : privately(id)))));
  }
  await session.detach();
  return Math.min(...held);
}

/** @param {number} id */
const ofTheBrowser = (id) => /--top-chrome-webui|--extension-process/.test(readFileSync(`/proc/${id}/cmdline`, "utf8"));

/** Bytes that no other process shares. @param {number} id */
const privately = (id) => Number(readFileSync(`/proc/${id}/smaps_rollup`, "utf8").match(/^Private_Dirty:\s+(\d+) kB/m)?.[1] ?? 0) * 1024;

/**
 * Whether what is needed is among the first ten, or is one press of a button away.
 *
 * @param {import("playwright-core").Page} page
 * @param {Need} need
 * @returns {Promise<"found" | "offered" | "not">}
 */
export async function needed(page, need) {
  const place = new URLSearchParams({ q: need.query, ...(need.from ? { from: need.from, until: need.until } : {}) });
  await redrawn(page, () => page.evaluate((place) => void (location.hash = place), String(place)));
  const listed = () => page.evaluate(() => [...document.querySelectorAll("article.hit")].slice(0, 10).map((it) => /** @type {HTMLElement} */ (it).dataset.document));
  const answers = (/** @type {(string | undefined)[]} */ names) => need.wanted.every((it) => names.includes(it)) && !need.unwanted.some((it) => names.includes(it));
  if (answers(await listed())) return "found";
  // Kroniek changes no word that was typed; it offers what may have been meant.
  const offer = page.locator(".nothing button, .meant button").first();
  if ((await offer.count()) === 0) return "not";
  await redrawn(page, () => offer.click());
  return answers(await listed()) ? "offered" : "not";
}
