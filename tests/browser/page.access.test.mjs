// Every view: by axe-core in both themes, on the narrowest screen, and on paper.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { en, everywhere, five, inChromium, lists, open, pageWith, says, texts, there } from "./page.mjs";

/** @import { Page } from "./browsers.mjs" */

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const READER = "#q=stad&doc=001_19c6265daab4d627&s=3";

/** Every view of the page: where it is, and what is done there. @type {[string, string, (tab: Page) => Promise<unknown>][]} */
const views = [
  ["home", "", (tab) => lists(tab, 5)],
  ["hits", "#q=verlies", (tab) => there(tab, "article.hit mark")],
  ["hits in a range", "#q=verlies&from=2023-01-01&until=2023-12-31&off=verlies", (tab) => there(tab, ".form[aria-pressed=false]")],
  ["occurrences", "#q=verlies&show=lines&order=left", (tab) => there(tab, ".occurrence mark")],
  ["no hits", "#q=stad+sneeuwpop", (tab) => there(tab, ".nothing button")],
  ["a problem in the query", '#q="stad', (tab) => there(tab, "mark.wrong")],
  ["reader", READER, (tab) => there(tab, ".sentence.aimed")],
  ["an article that is not there", "#doc=nergens", (tab) => says(tab, en.reader.missing)],
  ["reader, all unfolded", READER, async (tab) => {
    await there(tab, ".sentence.aimed");
    await tab.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));
  }],
  ["two ranges, for their words", "#q=stad&from=2023-01-01&until=2023-12-31&told=2022-07-01..2022-12-31&per=words", (tab) => there(tab, ".spoken")],
  ["a time in the text", READER, async (tab) => {
    await there(tab, ".time-said");
    await tab.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".time-said")).focus());
    await there(tab, ".time-card");
  }],
  ["table", "", async (tab) => {
    await lists(tab, 5);
    await tab.find("button", en.time.showTable).click();
    await there(tab, "table tbody tr");
  }],
  ["help", "", async (tab) => {
    await lists(tab, 5);
    await tab.press("?");
    await there(tab, "dialog[open]");
  }],
  ["completions", "", async (tab) => {
    await lists(tab, 5);
    await tab.press("/");
    await tab.type("ver");
    await there(tab, "[role=option]");
  }],
];

/** What axe-core finds, in words. @param {Page} tab @returns {Promise<string[]>} */
async function violations(tab) {
  await tab.evaluate(/** @type {any} */ (`${axe}; undefined`));
  return tab.evaluate(async () => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap((/** @type {any} */ it) => it.nodes.map((/** @type {any} */ node) => `${it.id}: ${node.html.slice(0, 160)}; ${node.any[0]?.message ?? it.help}`));
  });
}

for (const theme of /** @type {const} */ (["light", "dark"])) {
  inChromium(`axe-core finds nothing in any view, ${theme}`, async (browser) => {
    const tab = await browser.newPage();
    await tab.goto(five().file);
    await tab.ready();
    await tab.find("radio", en.theme[theme]).click();
    for (const [name, place, reach] of views) {
      await tab.goto("about:blank");
      await tab.goto(five().file + place);
      await tab.ready();
      assert.equal(await tab.evaluate(() => document.documentElement.dataset.theme), theme);
      await reach(tab);
      assert.deepEqual(await violations(tab), [], name);
    }
  });
}

// What differs between browsers is what they say of names and roles: one look at the densest views is enough.
everywhere("axe-core finds nothing on a phone", async (browser) => {
  const tab = await browser.newPage();
  await tab.resize(360, 740);
  for (const [name, place, reach] of views.filter(([name]) => ["home", "reader", "hits"].includes(name))) {
    await tab.goto("about:blank");
    await tab.goto(five().file + place);
    await tab.ready();
    await reach(tab);
    assert.deepEqual(await violations(tab), [], name);
  }
});

const LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(3);
const wide = pageWith({
  [`${"lange-naam-".repeat(12)}.md`]: `---\ndate: 2021-03\ntitle: ${LONG}\nurl: https://krant.example/${"pad/".repeat(60)}\nsource: ${LONG}\n---\n\n${LONG} stad. Een stad in juli 2022.\n\n## ${LONG}\n\nStad.\n`,
  "2021-05-06 kort.txt": "Kort over de stad\n\nDe stad slaapt.\n",
});

everywhere("the page is no wider than a screen of 320 pixels", async (browser) => {
  const tab = await browser.newPage();
  await tab.resize(320, 640);
  /** @param {string} name */
  const fits = async (name) => {
    const over = await tab.evaluate(() => {
      const root = /** @type {Element} */ (document.scrollingElement);
      if (root.scrollWidth <= 320) return [];
      return [`${root.scrollWidth}`, ...[...document.querySelectorAll("body *")].filter((it) => it.getBoundingClientRect().right > 321).slice(0, 5).map((it) => it.outerHTML.slice(0, 120))];
    });
    assert.deepEqual(over, [], name);
  };
  for (const [name, place, reach] of views) {
    await tab.goto("about:blank");
    await tab.goto(five().file + place);
    await tab.ready();
    await reach(tab);
    await fits(name);
  }
  const long = encodeURIComponent("lange-naam-".repeat(12));
  for (const place of ["", "#q=stad", `#q=${LONG}`, `#q=stad&doc=${long}`, `#doc=${LONG}`, `#q="${LONG}`]) {
    await tab.goto("about:blank");
    await tab.goto(wide.file + place);
    await tab.ready();
    await there(tab, place.includes("doc=") ? ".reader h2" : "#answers-title");
    await tab.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));
    await fits(place.slice(0, 40));
  }
});

inChromium("an article prints as an article, without the controls", async (browser) => {
  const tab = await open(browser, five(), READER);
  await there(tab, ".reader article mark");
  await tab.raw.emulateMedia({ media: "print" });
  const text = await tab.text();
  assert.match(text, /Hoe Rusland en Oekraïne vechten/);
  assert.match(text, /Waarom is Bakhmut zo belangrijk\?/);
  for (const control of [en.help, en.theme.dark, en.question.label, en.time.showTable, en.answers.csv, en.reader.copyLink, en.reader.back, en.reader.next, en.madeWith]) {
    assert.ok(!text.includes(control), control);
  }
  assert.deepEqual(
    await tab.evaluate(() => [...document.querySelectorAll("button, input, svg")].filter((it) => it.getClientRects().length > 0).map((it) => it.outerHTML.slice(0, 80))),
    [],
  );
  // A list prints as a list.
  await tab.evaluate(() => (location.hash = "#q=stad"));
  await lists(tab, 5);
  assert.ok((await tab.text()).includes("5 articles"));
  assert.equal((await texts(tab, "article.hit")).length, 5);
});

inChromium("a printed page is black on white, also for who reads in the dark", async (browser) => {
  const tab = await open(browser, five(), READER);
  await tab.find("radio", en.theme.dark).click();
  await tab.raw.emulateMedia({ media: "print" });
  const colours = await tab.evaluate(() => {
    const light = (/** @type {string} */ css) => (css.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number).reduce((a, b) => a + b, 0);
    return { ink: getComputedStyle(/** @type {Element} */ (document.querySelector(".reader article p"))).color, light: light(getComputedStyle(/** @type {Element} */ (document.querySelector(".reader article .text"))).color) };
  });
  assert.ok(colours.light < 300, colours.ink);
});
