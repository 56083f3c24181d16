// An article, open.
import assert from "node:assert/strict";

import { en, everywhere, five, gone, inChromium, lists, open, pageWith, reaches, says, state, texts, there } from "./page.mjs";

/** @import { Page } from "./browsers.mjs" */

const few = pageWith(
  {
    "voor.txt": "date 2023-03-01 Het eerste\n\nVoor alles uit.\n",
    "midden.md": `---
date: 2023-03
title: Het middelste
author: A. Schrijver
source: Het Blad
url: https://krant.example/midden?a=1&b=2
plaats: javascript:alert(1)
---

De molen van het dorp draait. Gisteren draaide hij niet. De smid keek toe.

## Een kop

In juli 2022 draaide de molen ook. ${"Er gebeurde verder niets. ".repeat(120)}

Tekst gaat verder onder tweet

Pas op 3 mei 2021 stond de molen stil.
`,
    "na.md": "---\ndate: 2023-04-02\ntitle: Het laatste\nurl: javascript:document.documentElement.dataset.seized=1\n---\n\nNa alles. De molen is weg.\n",
  },
  "--lang",
  "nl",
);

/** @param {Page} tab */
const title = (tab) => tab.evaluate(() => document.querySelector(".reader article h2")?.textContent ?? "");
/** @param {Page} tab @param {string} wanted */
const titled = (tab, wanted) => tab.waitFor((wanted) => document.querySelector(".reader article h2")?.textContent === wanted, wanted);

everywhere("an article opens from the list, with its blocks, its date as it is known, and every hit marked", async (browser) => {
  const tab = await open(browser, few, "#q=molen");
  await lists(tab, 2);
  await tab.find("link", "Het middelste").click();
  await titled(tab, "Het middelste");
  assert.equal((await state(tab)).get("doc"), "midden");
  assert.deepEqual(await texts(tab, ".reader article header .when"), ["March 2023"]);
  assert.deepEqual(await texts(tab, ".reader article .text h3"), ["Een kop"]);
  assert.deepEqual(await texts(tab, ".reader article mark"), ["molen", "molen", "molen"]);
  await says(tab, en.reader.hits("3", 3));
  // The article speaks its own language.
  assert.equal(await tab.evaluate(() => document.querySelector(".reader article")?.getAttribute("lang")), "nl");
});

everywhere("what is not of the article is folded away, and opens", async (browser) => {
  const tab = await open(browser, few, "#doc=midden");
  await titled(tab, "Het middelste");
  const seen = () => tab.evaluate(() => document.querySelector(".reader article")?.textContent?.includes("Tekst gaat verder onder tweet") && !document.querySelector("details.furniture")?.hasAttribute("open"));
  assert.equal(await seen(), true);
  assert.equal((await tab.text()).includes("Tekst gaat verder onder tweet"), false);
  await tab.raw.locator("details.furniture summary").click();
  await says(tab, "Tekst gaat verder onder tweet");
});

everywhere("n and p go from hit to hit, and round", async (browser) => {
  const tab = await open(browser, few, "#q=molen&doc=midden");
  await titled(tab, "Het middelste");
  const at = (/** @type {string} */ n) => says(tab, en.reader.hit(n, "3"));
  await tab.press("n");
  await at("1");
  await tab.press("n");
  await at("2");
  await tab.press("n");
  await at("3");
  // What is far down has come into sight.
  await tab.waitFor(() => {
    const box = document.querySelector("mark.current")?.getBoundingClientRect();
    return box && box.top >= 0 && box.bottom <= innerHeight;
  });
  await tab.press("n");
  await at("1");
  await tab.press("p");
  await at("3");
  await tab.find("button", en.reader.nextHit).click();
  await at("1");
});

everywhere("the strip shows where the hits are", async (browser) => {
  const tab = await open(browser, few, "#q=molen&doc=midden");
  await titled(tab, "Het middelste");
  await tab.waitFor(() => document.querySelectorAll(".strip .hit-at, .strip .current").length === 3);
  const places = await tab.evaluate(() => [...document.querySelectorAll(".strip .hit-at")].map((it) => Number(/M0 ([\d.]+)/.exec(it.getAttribute("d") ?? "")?.[1])));
  assert.deepEqual(places, [...places].sort((a, b) => a - b));
  assert.ok(places[2] - places[0] > 20, `${places}`);
});

everywhere("previous and next in time", async (browser) => {
  const tab = await open(browser, few, "#doc=voor");
  await titled(tab, "Het eerste");
  assert.equal((await texts(tab, ".neighbours a")).length, 1);
  const next = () => tab.evaluate((label) => /** @type {HTMLElement} */ ([...document.querySelectorAll(".neighbours a")].find((it) => it.textContent?.includes(label))).click(), en.reader.next);
  await next();
  await tab.waitFor(() => document.querySelector(".reader article h2")?.textContent !== "Het eerste");
  const second = await title(tab);
  await next();
  await tab.waitFor((second) => document.querySelector(".reader article h2")?.textContent !== second, second);
  assert.deepEqual(new Set([second, await title(tab)]), new Set(["Het middelste", "Het laatste"]));
  await tab.stepBack();
  await titled(tab, second);
});

everywhere("facts are told; a link is only what leads to the web", async (browser) => {
  const tab = await open(browser, few, "#doc=midden");
  await titled(tab, "Het middelste");
  const facts = await tab.evaluate(() =>
    [...document.querySelectorAll(".facts > div")].map((it) => [it.querySelector("dt")?.textContent, it.querySelector("dd")?.textContent, it.querySelector("a")?.href ?? null]),
  );
  const told = Object.fromEntries(facts.map(([name, ...rest]) => [name, rest]));
  assert.deepEqual(told.author, ["A. Schrijver", null]);
  assert.deepEqual(told.url, ["https://krant.example/midden?a=1&b=2", "https://krant.example/midden?a=1&b=2"]);
  assert.deepEqual(told.place, ["javascript:alert(1)", null]);
  const rel = await tab.evaluate(() => document.querySelector(".facts a")?.getAttribute("rel") ?? "");
  assert.match(rel, /noopener/);
  assert.match(rel, /noreferrer/);

  await tab.evaluate(() => (location.hash = "#doc=na"));
  await titled(tab, "Het laatste");
  assert.equal(await tab.evaluate(() => document.querySelector(".facts a")), null);
});

everywhere("the times that were read are marked, and listed with what they were read as", async (browser) => {
  const tab = await open(browser, few, "#doc=midden");
  await titled(tab, "Het middelste");
  const marked = await tab.evaluate(() => [...document.querySelectorAll(".time-said")].map((it) => [it.textContent, /** @type {HTMLElement} */ (it).title]));
  const told = Object.fromEntries(marked);
  assert.equal(told["juli 2022"], "July 2022");
  assert.equal(told["3 mei 2021"], "3 May 2021");
  await tab.evaluate(() => document.querySelector("details.times summary")?.scrollIntoView());
  await tab.raw.locator("details.times summary").click();
  await says(tab, "3 May 2021");
  await tab.find("link", "3 mei 2021").click();
  await tab.waitFor(() => document.activeElement?.matches(".sentence.aimed") && document.activeElement.textContent?.includes("3 mei 2021"));
});

/** Puts another clipboard in place of the browser's. @param {Page} tab @param {boolean} works */
const clipboard = (tab, works) =>
  tab.evaluate((works) => {
    const page = /** @type {any} */ (globalThis);
    const writeText = async (/** @type {string} */ text) => {
      if (!works) throw new DOMException("refused", "NotAllowedError");
      page.copied = text;
    };
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
  }, works);
/** @param {Page} tab */
const copied = async (tab) => {
  await says(tab, en.copied);
  return tab.evaluate(() => /** @type {any} */ (globalThis).copied);
};

everywhere("link and citation are copied", async (browser) => {
  const tab = await open(browser, few, "#q=molen&doc=midden");
  await titled(tab, "Het middelste");
  await clipboard(tab, true);
  await tab.find("button", en.reader.copyCitation).click();
  assert.equal(await copied(tab), "A. Schrijver, ‘Het middelste’, Het Blad, March 2023, https://krant.example/midden?a=1&b=2.");

  await tab.find("button", en.reader.copyLink).click();
  await tab.waitFor(() => /** @type {any} */ (globalThis).copied.includes("#"));
  const link = await copied(tab);
  assert.ok(link.startsWith(few.file), link);
  const other = await browser.newPage();
  await other.goto(link);
  await other.ready();
  await titled(other, "Het middelste");
});

everywhere("where copying is refused, the text is there to be copied by hand", async (browser) => {
  const tab = await open(browser, few, "#doc=midden");
  await titled(tab, "Het middelste");
  await clipboard(tab, false);
  await tab.find("button", en.reader.copyCitation).click();
  await says(tab, en.notCopied);
  const value = await tab.evaluate((name) => /** @type {HTMLInputElement} */ (document.querySelector(`input[aria-label="${name}"]`)).value, en.notCopied);
  assert.match(value, /‘Het middelste’/);
});

inChromium("a selected sentence is linked to, and the browser's own clipboard holds the link", async (browser) => {
  const tab = await open(browser, few, "#doc=midden");
  await titled(tab, "Het middelste");
  await tab.raw.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await tab.evaluate(() => {
    const sentence = /** @type {Element} */ ([...document.querySelectorAll(".reader [data-sentence]")].find((it) => it.textContent?.startsWith("De smid")));
    document.getSelection()?.selectAllChildren(sentence);
  });
  await tab.find("button", en.reader.copySentenceLink).click();
  await says(tab, en.copied);
  const link = await tab.evaluate(() => navigator.clipboard.readText());
  const other = await browser.newPage();
  await other.goto(link);
  await other.ready();
  await other.waitFor(() => document.activeElement?.textContent === "De smid keek toe.");
});

everywhere("Esc closes the article and gives the focus back to its place in the list", async (browser) => {
  const tab = await open(browser, few, "#q=molen");
  await lists(tab, 2);
  await tab.find("link", "Het laatste").click();
  await titled(tab, "Het laatste");
  await tab.press("Escape");
  await gone(tab, ".reader");
  await reaches(tab, { q: "molen" });
  await tab.waitFor(() => document.activeElement?.closest("article")?.getAttribute("data-document") === "na");
});

everywhere("an article without a title is told by its first sentence, once", async (browser) => {
  const tab = await open(browser, five(), "#doc=004_483bef66c26a3bd7");
  await there(tab, ".reader article h2");
  assert.ok((await title(tab)).endsWith(en.answers.untitled));
  assert.deepEqual(await texts(tab, ".reader header .when"), ["December 2022"]);
});
