// Milliseconds in Chromium: from navigation to a page that answers, and from a key press to results on the screen.
import { serveUnder } from "../tests/browser/server.mjs";
import { launch } from "../tests/browser/browsers.mjs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { root } from "./measure.mjs";

const OPENINGS = 11;
/** Typed a letter at a time, each once the one before it was answered; in Dutch and English, so that some find nothing. */
const TYPED = ["bachmoet verliezen", "oekraïne", "huurlingenleger", "\"de stad\"", "president zelensky", "frontline 2023"];

const server = await serveUnder(join(root, "dist", "site"), "/kroniek/");
try {
  show("dist/site, first visit", await openings(server.address));
  show("dist/kroniek.html", await openings(pathToFileURL(join(root, "dist", "kroniek.html")).href));
  show("key press to results", await keys(server.address));
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
    for (const query of TYPED) {
      await page.press("/");
      await page.press("Control+a");
      await page.press("Delete");
      for (const key of query) {
        await page.evaluate(() => performance.clearMarks("kroniek:results"));
        await page.type(key);
        times.push(
          await page.waitFor(() => {
            const mark = performance.getEntriesByName("kroniek:results").at(-1);
            return mark ? Math.max(0.1, mark.startTime - /** @type {any} */ (window).pressedAt) : 0;
          }),
        );
      }
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
