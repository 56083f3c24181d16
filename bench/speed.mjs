// Milliseconds in Chromium: from navigation to a page that answers, and from a key press to results in the page and on
// the screen. A screen is painted 60 times a second: what is in the page within 16.7 ms is on it with the next frame.
import { serveUnder } from "../tests/browser/server.mjs";
import { launch } from "../tests/browser/browsers.mjs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { root } from "./measure.mjs";

const OPENINGS = 11;
/** Typed a letter at a time, each once the one before it was answered; in Dutch and English, so that some find nothing. */
const TYPED = ["bachmoet verliezen", "oekraine", "huurlingenleger", "\"de stad\"", "president zelensky", "frontline 2023"];

const server = await serveUnder(join(root, "dist", "site"), "/kroniek/");
try {
  show("dist/site, first visit", await openings(server.address));
  show("dist/kroniek.html", await openings(pathToFileURL(join(root, "dist", "kroniek.html")).href));
  const pressed = await keys(server.address);
  show("key press to results", pressed.map((it) => it.drawn));
  show("key press to painted", pressed.map((it) => it.painted));
} finally {
  await server.stop();
}

/** Each with an empty profile: nothing is cached. @param {string} address */
async function openings(address) {
  const times = [];
  for (let i = 0; i < OPENINGS; i++) {
    const browser = await launch("chromium");
    try {
      const page = await browser.newPage();
      await page.raw.addInitScript(() => {
        new MutationObserver((_, observer) => {
          if (document.documentElement?.dataset.ready !== "true") return;
          observer.disconnect();
          Object.assign(window, { readyAt: performance.now() });
        }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
      });
      await page.goto(address);
      times.push(await page.waitFor(() => /** @type {any} */ (window).readyAt));
    } finally {
      await browser.close();
    }
  }
  return times;
}

/** @param {string} address */
async function keys(address) {
  const browser = await launch("chromium");
  const times = [];
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await page.ready();
    await page.evaluate(() => {
      addEventListener("keydown", (event) => Object.assign(window, { pressedAt: event.timeStamp }), { capture: true });
    });
    /** Presses or types, and waits for what comes of it. @param {() => Promise<void>} act @returns {Promise<{ drawn: number, painted: number }>} */
    const timed = async (act) => {
      await page.evaluate(() => performance.clearMarks());
      await act();
      return page.waitFor(() => {
        const [drawn, painted] = ["drawn", "painted"].map((it) => performance.getEntriesByName(`kroniek:${it}`).at(-1));
        const { pressedAt } = /** @type {any} */ (window);
        return drawn && painted && { drawn: drawn.startTime - pressedAt, painted: painted.startTime - pressedAt };
      });
    };
    let empty = true;
    for (const query of TYPED) {
      await page.press("/");
      await page.press("Control+a");
      // The page without a question is drawn before the next one is begun.
      if (!empty) await timed(() => page.press("Delete"));
      for (const key of query) times.push(await timed(() => page.type(key)));
      empty = false;
    }
  } finally {
    await browser.close();
  }
  return times;
}

/** @param {string} what @param {number[]} times */
function show(what, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(0);
  console.log(`${what.padEnd(28)}median ${at(0.5).padStart(5)} ms   p95 ${at(0.95).padStart(5)} ms   of ${sorted.length}`);
}
