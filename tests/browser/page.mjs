// What the tests of the page share: one browser of each kind for a file of tests, an empty profile for each test.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { browsers, launch } from "./browsers.mjs";
import { folderOf, pageOf, seeds } from "./built.mjs";

/** @import { Browser, Name, Options, Page } from "./browsers.mjs" */

export { default as en } from "../../www/app/texts/en.js";
export { default as nl } from "../../www/app/texts/nl.js";

/** How long a test may take in one browser, in milliseconds. */
const LIMIT = 180_000;

/** Room for a second browser, and for both to end. */
const TIMEOUT = 2 * LIMIT + 60_000;

/** @type {Map<string, Promise<Browser>>} */
const running = new Map();
after(async () => {
  const closed = Promise.all([...running.values()].map(async (browser) => (await browser).close()));
  await within(30_000, closed).catch(() => {});
  // What a browser leaves open does not keep the others waiting.
  setTimeout(() => process.exit(), 10_000).unref();
});

/** Waits so many milliseconds for something, and no longer. @template A @param {number} limit @param {Promise<A>} promise @returns {Promise<A>} */
async function within(limit, promise) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`not done in ${limit / 1000} s`)), limit)));
  try {
    return /** @type {A} */ (await Promise.race([promise, late]));
  } finally {
    clearTimeout(timer);
  }
}

/** @param {Name} name @param {Options} options @param {(browser: Browser) => Promise<void>} check */
async function attempt(name, options, check) {
  const key = `${name} ${JSON.stringify(options)}`;
  let browser = running.get(key);
  if (!browser) running.set(key, (browser = launch(name, options)));
  try {
    await within(LIMIT, browser.then(async (browser) => {
      const profile = await browser.profile();
      await check(profile);
      await profile.close();
    }));
  } catch (error) {
    // It may be in any state. The next test has another one.
    running.delete(key);
    void browser.then((browser) => browser.close()).catch(() => {});
    throw error;
  }
}

/**
 * Runs a check in an empty profile. A browser may end, hang or not start, for reasons of its own: so what does not get done is tried once more in a
 * new one. What is found to be other than it should be is not.
 *
 * @param {Name} name
 * @param {Options} options
 * @param {(browser: Browser) => Promise<void>} check
 */
async function inProfile(name, options, check) {
  try {
    await attempt(name, options, check);
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error;
    console.log(`tried again in another ${name}: ${String(error).split("\n", 1)[0]}`);
    await attempt(name, options, check);
  }
}

/**
 * Runs a test in every browser, each with an empty profile.
 * @param {import("node:test").TestContext} t
 * @param {(browser: Browser) => Promise<void>} check
 * @param {Options} [options]
 */
export async function inEach(t, check, options = {}) {
  for (const name of browsers) await t.test(name, { timeout: TIMEOUT }, () => inProfile(name, options, check));
}

/** @param {Name[]} names */
const among = (names) =>
  /**
   * A test that opens its pages itself, in a profile of its own.
   *
   * @param {string} title
   * @param {(browser: Browser) => Promise<void>} check
   * @param {Options} [options]
   */
  (title, check, { language = "en" } = {}) => {
    for (const name of names) {
      test(`${title} (${name})`, { timeout: TIMEOUT }, () => inProfile(name, { language }, check));
    }
  };

/** In every browser. */
export const everywhere = among(browsers);

/** What only Chromium lets a test do. */
export const inChromium = among(["chromium"]);

/** The page of the five articles that come with Kroniek. */
export const five = () => (made ??= pageOf(seeds, "--title", "Vijf artikelen", "--lang", "nl"));
/** @type {ReturnType<typeof pageOf> | undefined} */
let made;

/**
 * A page of small articles.
 *
 * @param {Record<string, string>} files
 * @param {...string} options
 */
export const pageWith = (files, ...options) => pageOf(folderOf(files), ...options);

/**
 * Opens the single file at a place, and waits for the answers.
 *
 * @param {Browser} browser
 * @param {{ file: string }} page
 * @param {string} [place] The fragment.
 */
export async function open(browser, page, place = "") {
  const tab = await browser.newPage();
  await tab.goto(page.file + place);
  await tab.ready();
  return tab;
}

/** Waits until a text is shown. @param {Page} tab @param {string} text */
export const says = (tab, text) => tab.waitFor((text) => document.body.innerText.includes(text), text);

/** Waits until something is there. @param {Page} tab @param {string} selector */
export const there = (tab, selector) => tab.waitFor((selector) => document.querySelector(selector) !== null, selector);

/** Waits until something is gone. @param {Page} tab @param {string} selector */
export const gone = (tab, selector) => tab.waitFor((selector) => document.querySelector(selector) === null, selector);

/** The texts of what a selector finds. @param {Page} tab @param {string} selector @returns {Promise<string[]>} */
export const texts = (tab, selector) =>
  tab.evaluate((selector) => [...document.querySelectorAll(selector)].map((it) => (it.textContent ?? "").replace(/\s+/g, " ").trim()), selector);

/** How many hits the list holds. @param {Page} tab @param {number} count */
export const lists = (tab, count) => tab.waitFor((count) => document.querySelectorAll("article.hit").length === count, count);

/** The names of the documents listed, in the order shown. @param {Page} tab @returns {Promise<string[]>} */
export const listed = (tab) =>
  tab.evaluate(() => [...document.querySelectorAll("article.hit")].map((it) => /** @type {HTMLElement} */ (it).dataset.document ?? ""));

/** The state in the address. @param {Page} tab */
export const state = async (tab) => new URLSearchParams((await tab.evaluate(() => location.hash)).slice(1));

/** Waits until the state in the address is this, and nothing else. @param {Page} tab @param {Record<string, string>} wanted */
export const reaches = (tab, wanted) =>
  tab.waitFor((wanted) => {
    const fields = [...new URLSearchParams(location.hash.slice(1))].sort();
    return JSON.stringify(fields) === wanted;
  }, JSON.stringify(Object.entries(wanted).sort()));

/** Types a query, as a reader does. @param {Page} tab @param {string} query */
export async function ask(tab, query) {
  await tab.press("/");
  await tab.waitFor(() => document.activeElement?.id === "query");
  await tab.type(query);
  await tab.waitFor((query) => new URLSearchParams(location.hash.slice(1)).get("q") === query, query);
}

/** The accessible name and the role of what has the focus. @param {Page} tab */
export const focused = (tab) =>
  tab.evaluate(() => {
    const it = /** @type {HTMLElement} */ (document.activeElement);
    return (it.getAttribute("aria-label") ?? it.textContent ?? "").trim();
  });

/** Has the browser look for a new version; says whether it is there, once it is or has failed. @param {Page} page */
export const lookForNew = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const before = registration.active;
    await registration.update().catch(() => {});
    for (;;) {
      const worker = registration.installing ?? registration.waiting ?? registration.active;
      if (!worker || worker === before) return false;
      if (worker.state === "activated") return true;
      await new Promise((resolve) => worker.addEventListener("statechange", resolve, { once: true }));
    }
  });

/** Articles of days, months and years that many collections have. @param {number} count @returns {Record<string, string>} */
export function many(count) {
  /** @type {Record<string, string>} */
  const files = {};
  for (let n = 0; n < count; n++) {
    const day = new Date(Date.UTC(2020, 0, 1 + n * 9)).toISOString().slice(0, 10);
    files[`stuk-${String(n).padStart(3, "0")}.txt`] = `date ${day} Bericht nummer ${n}\n\nDe molen van dorp ${n} draait vandaag. Ook de ${"smid hamert, de ".repeat(n % 4)}bakker bakt.\n`;
  }
  return files;
}
