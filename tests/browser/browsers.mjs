// Chromium and Firefox under one small interface, so that a test is written once and run in both.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";

/** No browser of the tests looks for updates or for anything else of its own accord. */
export const QUIET = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How long anything may take, in milliseconds; two cores may be shared with a build. */
const PATIENCE = 60_000;

/** @typedef {"chromium" | "firefox"} Name */

/** @type {Name[]} */
export const browsers = ["chromium", "firefox"];

/** Where the machine has a browser: named by CHROMIUM or FIREFOX, or on the PATH. @param {Name} name */
export function executable(name) {
  const named = process.env[name.toUpperCase()];
  if (named) return named;
  const names = {
    chromium: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    firefox: ["firefox-esr", "firefox"],
  }[name];
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const file of names) if (existsSync(join(folder, file))) return join(folder, file);
  }
  throw new Error(`${name} is not on this machine; ./build.sh test installs it, or name it with ${name.toUpperCase()}=`);
}

/**
 * `language`: what the reader's browser asks pages for. `scripts`: whether scripts are on.
 * @typedef {{ language?: "nl" | "en", scripts?: boolean }} Options
 */

/**
 * Starts a browser with an empty profile.
 * @param {Name} name
 * @param {Options} [options]
 * @returns {Promise<Browser>}
 */
export async function launch(name, { language = "en", scripts = true } = {}) {
  const locale = { nl: "nl-NL", en: "en-US" }[language];
  if (name === "chromium") {
    const browser = await chromium.launch({ executablePath: executable(name), args: QUIET, timeout: PATIENCE });
    const open = () => browser.newContext({ locale, javaScriptEnabled: scripts, reducedMotion: "reduce" });
    const context = await open();
    return new Browser(name, () => context.newPage(), () => browser.close(), async () => {
      const context = await open();
      return new Browser(name, () => context.newPage(), () => context.close());
    });
  }
  const browser = await puppeteer.launch({
    browser: "firefox",
    protocol: "webDriverBiDi",
    executablePath: executable(name),
    headless: true,
    timeout: PATIENCE,
    extraPrefsFirefox: { "intl.accept_languages": locale, "javascript.enabled": scripts, "ui.prefersReducedMotion": 1 },
  });
  return new Browser(name, () => browser.newPage(), () => browser.close(), async () => {
    const context = await browser.createBrowserContext();
    return new Browser(name, () => context.newPage(), () => context.close());
  });
}

/** The first element in sight that has a role and a name; runs in the page. @param {string} role @param {string} name */
function named(role, name) {
  /** @type {Record<string, string>} */
  const native = {
    button: "button, summary", link: "a[href]", checkbox: "input[type=checkbox]", radio: "input[type=radio]",
    textbox: "input[type=text]", heading: "h1, h2, h3, h4",
  };
  const plain = (/** @type {string | null | undefined} */ text) => (text ?? "").replace(/\s+/g, " ").trim();
  const candidates = document.querySelectorAll(`[role="${role}"]${native[role] ? `, ${native[role]}` : ""}`);
  return [...candidates].find((it) => {
    const label = it instanceof HTMLInputElement ? it.labels?.[0]?.textContent : it.textContent;
    return it.getClientRects().length > 0 && plain(it.getAttribute("aria-label") ?? label) === name;
  });
}

export class Browser {
  /** @param {Name} name @param {() => Promise<any>} open @param {() => Promise<void>} close @param {() => Promise<Browser>} [profile] */
  constructor(name, open, close, profile) {
    this.name = name;
    this.close = close;
    this.open = open;
    /** Another empty profile, in the same process; its `close` leaves the process running. */
    this.profile = profile ?? (() => Promise.reject(new Error("a profile has no profiles")));
  }

  /** A new tab, of the same profile. */
  async newPage() {
    const page = new Page(this.name, await this.open());
    await page.resize(1280, 800);
    return page;
  }
}

/** A tab. `raw` is Playwright's or Puppeteer's own, for what only one of them can. */
export class Page {
  /** @param {Name} name @param {any} raw */
  constructor(name, raw) {
    this.name = name;
    this.raw = raw;
    /** The address of everything that was asked for, in order. @type {string[]} */
    this.requests = [];
    /** What the page wrote to the console, and errors that nothing caught. @type {string[]} */
    this.messages = [];
    raw.on("request", (/** @type {any} */ request) => this.requests.push(request.url()));
    raw.on("console", (/** @type {any} */ message) => this.messages.push(`${message.type()}: ${message.text()}`));
    raw.on("pageerror", (/** @type {any} */ error) => this.messages.push(`error: ${error.message ?? error}`));
    raw.setDefaultTimeout(PATIENCE);
  }

  /** Opens an address. @param {string} address */
  goto(address) {
    return this.raw.goto(address, { waitUntil: "load", timeout: PATIENCE });
  }

  /** Runs a function before any script of the pages that are opened from now on. @param {() => void} code */
  before(code) {
    return this.name === "chromium" ? this.raw.addInitScript(code) : this.raw.evaluateOnNewDocument(code);
  }

  reload() {
    return this.raw.reload({ waitUntil: "load", timeout: PATIENCE });
  }

  /** Goes back within the page, where nothing is loaded. */
  stepBack() {
    return this.evaluate(() => history.back());
  }

  /** Goes forward within the page. */
  stepForward() {
    return this.evaluate(() => history.forward());
  }

  back() {
    return this.raw.goBack({ timeout: PATIENCE });
  }

  /** Runs a function in the page. @template A, R @param {(argument: A) => R} code @param {A} [argument] @returns {Promise<Awaited<R>>} */
  evaluate(code, argument) {
    return this.raw.evaluate(code, argument);
  }

  /** Waits until a function in the page gives something true, and gives it. @template A @param {(argument: A) => any} code @param {A} [argument] @returns {Promise<any>} */
  async waitFor(code, argument) {
    const handle =
      this.name === "chromium"
        ? await this.raw.waitForFunction(code, argument, { timeout: PATIENCE, polling: 50 })
        : await this.handle(code, argument);
    return handle.jsonValue();
  }

  /** The same in Firefox, whose own way to wait the page's policy forbids up to some version. @param {Function} code @param {...unknown} given */
  async handle(code, ...given) {
    const end = Date.now() + PATIENCE;
    let last = "";
    while (Date.now() < end) {
      try {
        const handle = await this.raw.evaluateHandle(code, ...given);
        if (await handle.evaluate((/** @type {unknown} */ it) => Boolean(it))) return handle;
        await handle.dispose();
      } catch (error) {
        // Another page may just be opening.
        last = String(error);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`waited in vain for ${code} ${last}`);
  }

  /** Waits until the engine answers; fails with what the page says when it cannot. */
  async ready() {
    await this.waitFor(() => document.documentElement.dataset.ready === "true");
  }

  /** What has a role and a name, as a reader of the page would find it. @param {string} role @param {string} name */
  find(role, name) {
    if (this.name === "chromium") {
      const found = this.raw.getByRole(role, { name, exact: true }).first();
      return {
        click: () => found.click(),
        /** @param {string} text */
        fill: (text) => found.fill(text),
      };
    }
    // Firefox takes a second to ask its accessibility tree for a name; that names are right is Chromium's to see.
    const found = async () => (await this.handle(named, role, name)).asElement();
    return {
      click: async () => (await found()).click(),
      /** @param {string} text */
      fill: async (text) => {
        const field = await found();
        await field.evaluate((/** @type {HTMLInputElement} */ field) => field.select());
        await field.type(text);
      },
    };
  }

  /** Clicks the first that a selector names. @param {string} selector */
  tap(selector) {
    // Firefox's locators wait by a script that the page's policy does not run.
    return this.name === "chromium" ? this.raw.locator(selector).first().click() : this.raw.click(selector);
  }

  /** Types into what has the focus, a key at a time. @param {string} text */
  type(text) {
    return this.raw.keyboard.type(text);
  }

  /** Presses a key: `Enter`, `/`, `ArrowRight`. @param {string} key */
  press(key) {
    return this.raw.keyboard.press(key);
  }

  /** @param {number} width @param {number} height */
  async resize(width, height) {
    if (this.name === "chromium") return this.raw.setViewportSize({ width, height });
    // Firefox up to 143 gets its size, and does not know which way a screen is held.
    await this.raw.setViewport({ width, height }).catch((/** @type {Error} */ error) => {
      if (!/setScreenOrientationOverride/.test(error.message)) throw error;
    });
  }

  /** The text that the page shows. @returns {Promise<string>} */
  text() {
    return this.evaluate(() => document.body.innerText);
  }

  /** @param {string} path */
  screenshot(path) {
    return this.raw.screenshot({ path, fullPage: true });
  }

  close() {
    return this.raw.close();
  }
}
