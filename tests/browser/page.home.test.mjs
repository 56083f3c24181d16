// The page before anything is asked.
import assert from "node:assert/strict";

import { en, everywhere, five, listed, lists, nl, open, pageWith, says, texts } from "./page.mjs";

everywhere("without a query the collection is told in numbers, and every article listed in the order of time", async (browser) => {
  const tab = await open(browser, five());
  await lists(tab, 5);
  assert.deepEqual((await listed(tab)).map((name) => name.slice(0, 3)), ["002", "004", "000", "001", "003"]);
  assert.deepEqual(await texts(tab, "article.hit .when"), ["October 2022", "December 2022", "March 2023", "March 2023", "March 2023"]);
  assert.deepEqual(await texts(tab, "#answers-title"), ["All 5 articles"]);
  assert.deepEqual(await texts(tab, ".list-span"), ["October 2022 – March 2023"]);

  const numbers = Object.fromEntries(
    (await texts(tab, ".numbers > div")).map((it) => /^(.*?)([\d,]+)$/.exec(it)?.slice(1, 3) ?? []),
  );
  assert.equal(numbers.articles, "5");
  assert.match(numbers.words ?? "", /^\d,\d\d\d$/);
  assert.ok(Number(numbers["times mentioned"]) > 0);

  // One article has a title; the others are told by their first sentence, which is said.
  assert.deepEqual((await texts(tab, "article.hit h3")).map((name) => name.endsWith(en.answers.untitled)), [true, true, true, false, true]);
  assert.deepEqual(tab.messages.filter((message) => /^(error|warn)/.test(message)), []);
});

everywhere("the time band is there from the start", async (browser) => {
  const tab = await open(browser, five());
  await tab.waitFor(() => document.querySelector(".published .vague")?.getAttribute("d"));
  const month = await tab.evaluate(() => {
    // The bricks are those of months: each as wide as its month.
    const path = document.querySelector(".published .vague")?.getAttribute("d") ?? "";
    return [...path.matchAll(/M([\d.]+) [\d.]+h([\d.]+)/g)].map((it) => [Number(it[1]), Number(it[2])]);
  });
  assert.equal(month.length, 5);
  const width = await tab.evaluate(() => document.querySelector(".band svg")?.getBoundingClientRect().width ?? 0);
  for (const [, wide] of month) assert.ok(wide > width / 12 && wide < width / 6, `${wide} of ${width}`);
  assert.deepEqual(await texts(tab, ".gap text"), [en.time.gap, en.time.gap]);
  await says(tab, en.time.hint);
});

const article = "date 2023-03-01 Een titel\n\nDe stad slaapt.\n";

everywhere("one article, and articles without any date", async (browser) => {
  const one = await open(browser, pageWith({ "een.txt": article }));
  await lists(one, 1);
  assert.deepEqual(await texts(one, "#answers-title"), ["One article"]);
  assert.deepEqual(await texts(one, "article.hit .when"), ["1 March 2023"]);
  await one.close();

  const undated = await open(browser, pageWith({ "a.md": "# Een stad\n\nDe stad slaapt.\n", "b.md": "# Een dorp\n\nHet dorp slaapt.\n" }));
  await lists(undated, 2);
  assert.deepEqual(await texts(undated, "article.hit .when"), [en.time.undated, en.time.undated]);
  await undated.find("link", "Een stad").click();
  await undated.waitFor(() => document.querySelector(".reader h2")?.textContent === "Een stad");
  assert.deepEqual(undated.messages.filter((message) => /^(error|warn)/.test(message)), []);
});

everywhere("a Dutch browser gets a Dutch page", async (browser) => {
  const tab = await open(browser, five());
  await lists(tab, 5);
  assert.equal(await tab.evaluate(() => document.documentElement.lang), "nl");
  assert.deepEqual(await texts(tab, "#answers-title"), ["Alle 5 artikelen"]);
  assert.deepEqual((await texts(tab, "article.hit .when")).slice(0, 3), ["oktober 2022", "december 2022", "maart 2023"]);
  await says(tab, nl.time.hint);
}, { language: "nl" });
