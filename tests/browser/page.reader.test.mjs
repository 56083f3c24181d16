// An article, open.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { en, everywhere, five, gone, inChromium, lists, nl, open, pageWith, reaches, says, state, texts, there } from "./page.mjs";

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
  await tab.tap("details.furniture summary");
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
  const marked = await texts(tab, ".time-said");
  assert.ok(marked.includes("juli 2022") && marked.includes("3 mei 2021") && marked.includes("Gisteren"), `${marked}`);
  await tab.evaluate(() => document.querySelector("details.times summary")?.scrollIntoView());
  await tab.tap("details.times summary");
  await says(tab, "3 May 2021");
  await tab.find("link", "3 mei 2021").click();
  await tab.waitFor(() => document.activeElement?.matches(".sentence.aimed") && document.activeElement.textContent?.includes("3 mei 2021"));
});

/** @param {Page} tab @param {string} words */
const onTime = (tab, words) =>
  tab.evaluate((words) => {
    const time = /** @type {HTMLElement} */ ([...document.querySelectorAll(".time-said")].find((it) => it.textContent === words));
    time.scrollIntoView({ block: "center" });
    time.focus({ preventScroll: true });
    const box = time.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }, words);
const card = async (/** @type {Page} */ tab) => (await texts(tab, ".time-card"))[0] ?? "";

everywhere("a time says at the focus what it was read as and why; Escape closes that alone", async (browser) => {
  const tab = await open(browser, few, "#doc=midden");
  await titled(tab, "Het middelste");
  await onTime(tab, "Gisteren");
  await there(tab, ".time-card");
  assert.equal(await card(tab), `a day between 28 February and 30 March 2023, ${en.reader.datedMonth}. ${en.reader.rules["relative-day"]}${en.reader.moreOfTime}`);
  assert.equal(await tab.evaluate(() => document.activeElement?.getAttribute("aria-expanded")), "true");
  await tab.press("Escape");
  await gone(tab, ".time-card");
  await titled(tab, "Het middelste");
  assert.equal(await tab.evaluate(() => document.activeElement?.textContent), "Gisteren");
  await onTime(tab, "juli 2022");
  // Already told by its own words.
  await tab.waitFor(() => document.querySelector(".time-card")?.textContent?.startsWith("July 2022"));
  assert.ok((await card(tab)).includes(en.reader.rules.calendar));
  // The link is the next stop; it leads to all that is told of that time.
  await tab.press("Tab");
  await tab.waitFor(() => document.activeElement?.matches(".time-card a"));
  await tab.press("Enter");
  await reaches(tab, { told: "2022-07-01..2022-07-31", show: "times" });
});

everywhere("a time says it under the pointer too, and the card may be entered", async (browser) => {
  const tab = await open(browser, few, "#doc=midden");
  await titled(tab, "Het middelste");
  const { x, y } = await onTime(tab, "Gisteren");
  await tab.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
  await tab.raw.mouse.move(x, y, { steps: 3 });
  await there(tab, ".time-card");
  const link = await tab.evaluate(() => {
    const box = /** @type {Element} */ (document.querySelector(".time-card a")).getBoundingClientRect();
    return { x: box.left + 10, y: box.top + box.height / 2 };
  });
  await tab.raw.mouse.move(link.x, link.y, { steps: 8 });
  await tab.raw.mouse.click(link.x, link.y);
  await reaches(tab, { told: "2023-02-28..2023-03-30", show: "times" });
});

inChromium("what else is told of a time opens in a tab of its own, and this one stays where it is", async (browser) => {
  const tab = await open(browser, few, "#doc=midden");
  await titled(tab, "Het middelste");
  await onTime(tab, "juli 2022");
  await there(tab, ".time-card");
  const before = await tab.evaluate(() => location.hash);
  await Promise.all([tab.raw.context().waitForEvent("page"), tab.raw.click(".time-card a", { modifiers: ["Control"] })]);
  assert.equal(await tab.evaluate(() => location.hash), before);
  await titled(tab, "Het middelste");
});

/** A long article, and enough that is told of the same time for a list that is longer than the window. */
const built = pageWith({
  "lang.txt": `date 2021-05-06 Het lange\n\n${"Er gebeurde verder niets. ".repeat(150)}\n\nIn juli 1955 werd de molen gebouwd.\n`,
  ...Object.fromEntries(
    Array.from({ length: 30 }, (_, number) => [`${number}.txt`, `date 2021-06-${10 + (number % 20)} Bericht ${number}\n\nIn juli 1955 gebeurde nummer ${number}.\n`]),
  ),
});

everywhere("what else is told of a time begins at the top, and back leads to the sentence", async (browser) => {
  const tab = await open(browser, built, "#doc=lang");
  await titled(tab, "Het lange");
  await onTime(tab, "juli 1955");
  await there(tab, ".time-card");
  await tab.press("Tab");
  await tab.waitFor(() => document.activeElement?.matches(".time-card a"));
  await tab.press("Enter");
  await tab.waitFor(() => document.querySelectorAll(".told li").length > 20);
  await tab.waitFor(() => {
    const top = document.getElementById("answers")?.getBoundingClientRect().top ?? -1000;
    return Math.abs(top) < 100;
  });
  await tab.stepBack();
  await tab.waitFor(() => document.querySelector(".sentence.aimed")?.textContent?.includes("juli 1955"));
  await tab.waitFor(() => {
    const box = document.querySelector(".sentence.aimed")?.getBoundingClientRect();
    return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
  });
});

for (const [name, words] of /** @type {const} */ ([["English", en], ["Dutch", nl]])) {
  test(`every rule has a sentence of its own, ${name}`, () => {
    const declared = readFileSync(new URL("../../src/engine/answers.d.ts", import.meta.url), "utf8").match(/export type Rule =([^;]+);/)?.[1] ?? "";
    const rules = [...declared.matchAll(/"([a-z-]+)"/g)].map((it) => it[1]);
    assert.deepEqual(Object.keys(words.reader.rules).sort(), rules.sort());
    assert.equal(new Set(Object.values(words.reader.rules)).size, rules.length);
  });
}

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
  const tab = await open(browser, few, "#q=molen&off=%40compound&from=2023-02-01&doc=midden&lang=en");
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
  // What was asked is there too; the language is that of who opens it.
  await reaches(other, { q: "molen", off: "@compound", from: "2023-02-01", doc: "midden" });
  assert.deepEqual(await texts(other, ".reader article mark"), ["molen", "molen", "molen"]);
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
  const tab = await open(browser, few, "#q=smid&doc=midden");
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
  assert.deepEqual(await texts(other, ".reader article mark"), ["smid"]);
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
