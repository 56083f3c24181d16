// The time band, its handles, the date fields and the table: four ways to the same range.
import assert from "node:assert/strict";

import { en, everywhere, five, lists, open, pageWith, reaches, says, state, texts, there } from "./page.mjs";

/** @import { Page } from "./browsers.mjs" */

const year = pageWith({
  "a.txt": "date 2021-01-12 Een\n\nOp 3 mei 2015 draaide de molen.\n",
  "b.txt": "date 2021-01-20 Twee\n\nDe molen draait.\n",
  "c.txt": "date 2021-03 Drie\n\nDe smid hamert.\n",
  "d.txt": "date 2021-09-09 Vier\n\nDe smid slaapt.\n",
});

/** Where a day of the band lies on the screen. @param {Page} tab @param {number} share of its width */
const place = (tab, share) =>
  tab.evaluate((share) => {
    const box = /** @type {Element} */ (document.querySelector(".band svg")).getBoundingClientRect();
    return { x: box.left + share * box.width, y: box.top + box.height / 2 };
  }, share);

/** Drags from one place of the band to another. @param {Page} tab @param {number} from @param {number} to */
async function drag(tab, from, to) {
  const [a, b] = [await place(tab, from), await place(tab, to)];
  const { mouse } = tab.raw;
  await mouse.move(a.x, a.y);
  await mouse.down();
  await mouse.move((a.x + b.x) / 2, b.y, { steps: 4 });
  await mouse.move(b.x, b.y, { steps: 4 });
  await mouse.up();
}

/** @param {Page} tab */
const drawn = (tab) => tab.waitFor(() => document.querySelectorAll(".band [role=slider]").length === 2);

/** Writes a day into a field. @param {Page} tab @param {0 | 1} which @param {string} day */
const write = (tab, which, day) =>
  tab.evaluate(
    ([which, day]) => {
      const field = /** @type {HTMLInputElement} */ (document.querySelectorAll("input[type=date]")[Number(which)]);
      field.value = String(day);
      field.dispatchEvent(new Event("change", { bubbles: true }));
    },
    [which, day],
  );

everywhere("a drag across the band selects a range, which filters the hits", async (browser) => {
  const tab = await open(browser, year);
  await lists(tab, 4);
  await drawn(tab);
  await drag(tab, 0.02, 0.3);
  await lists(tab, 3);
  const chosen = await state(tab);
  assert.ok((chosen.get("from") ?? "") <= "2021-01-12" && (chosen.get("until") ?? "") >= "2021-03-01", `${chosen}`);
  assert.ok((chosen.get("until") ?? "") < "2021-09-01");
  // The fields show the same range.
  const fields = await tab.evaluate(() => [...document.querySelectorAll("input[type=date]")].map((it) => /** @type {HTMLInputElement} */ (it).value));
  assert.deepEqual(fields, [chosen.get("from"), chosen.get("until")]);
  await says(tab, "3 articles");

  await tab.find("button", en.time.clear).click();
  await lists(tab, 4);
  await reaches(tab, {});
});

everywhere("the other way round is the same range", async (browser) => {
  const tab = await open(browser, year);
  await drawn(tab);
  await drag(tab, 0.98, 0.5);
  await lists(tab, 1);
  const chosen = await state(tab);
  assert.ok((chosen.get("from") ?? "") < (chosen.get("until") ?? ""), `${chosen}`);
});

everywhere("a click selects a bin, a second click all time", async (browser) => {
  const tab = await open(browser, year);
  await drawn(tab);
  const { x, y } = await place(tab, 0.5);
  await tab.raw.mouse.click(x, y);
  await says(tab, en.answers.none);
  await tab.raw.mouse.click(x, y);
  await lists(tab, 4);
});

everywhere("the keyboard selects a range by the handles", async (browser) => {
  const tab = await open(browser, year);
  await drawn(tab);
  await tab.evaluate((name) => /** @type {HTMLElement} */ (document.querySelector(`[aria-label="${name}"]`)).focus(), en.time.start);
  const value = () => tab.evaluate(() => document.activeElement?.getAttribute("aria-valuetext") ?? "");
  const before = await value();
  for (let n = 0; n < 2; n++) await tab.press("PageUp");
  await lists(tab, 2);
  assert.notEqual(await value(), before);
  const from = (await state(tab)).get("from") ?? "";
  assert.ok(from > "2021-01-20" && from < "2021-04-01", from);
  await tab.press("ArrowRight");
  await tab.waitFor((from) => (new URLSearchParams(location.hash.slice(1)).get("from") ?? "") > from, from);
  await tab.press("End");
  await tab.waitFor(() => document.activeElement?.getAttribute("aria-valuenow") === document.activeElement?.getAttribute("aria-valuemax"));
  await says(tab, en.answers.none);
  await tab.press("Escape");
  await lists(tab, 4);
  await reaches(tab, {});
});

everywhere("the date fields select a range", async (browser) => {
  const tab = await open(browser, year, "#q=molen");
  await lists(tab, 2);
  await write(tab, 0, "2021-01-15");
  await reaches(tab, { q: "molen", from: "2021-01-15" });
  await lists(tab, 1);
  await write(tab, 1, "2021-01-10");
  await says(tab, en.time.badRange);
  await write(tab, 1, "");
  await lists(tab, 1);
});

everywhere("nothing in a range says so, and leads out of it", async (browser) => {
  const tab = await open(browser, year, "#q=smid&from=2021-05-01&until=2021-05-31");
  await says(tab, en.answers.none);
  await says(tab, en.answers.noneInRange("May 2021"));
  await tab.evaluate((name) => [...document.querySelectorAll(".nothing button")].find((it) => it.textContent?.includes(name)).click(), en.answers.withoutRange);
  await lists(tab, 2);
  await reaches(tab, { q: "smid" });
});

everywhere("what is known to the month is drawn as wide as the month, and a range in the month finds it", async (browser) => {
  const tab = await open(browser, year, "#from=2021-03-10&until=2021-03-11");
  await lists(tab, 1);
  await tab.waitFor(() => document.querySelector(".band .vague")?.getAttribute("d"));
  const wide = await tab.evaluate(() => {
    const bin = (/** @type {string} */ name) => [...(document.querySelector(`.published .${name}`)?.getAttribute("d") ?? "").matchAll(/h([\d.]+)/g)].map((it) => Number(it[1]));
    const { width } = /** @type {Element} */ (document.querySelector(".band svg")).getBoundingClientRect();
    return { vague: bin("vague"), exact: bin("exact"), width };
  });
  assert.equal(wide.vague.length, 1);
  assert.ok(wide.vague[0] > wide.width / 14, `${wide.vague}`);
  assert.ok(wide.exact.every((it) => it < wide.vague[0] / 2), `${wide.exact}`);
});

everywhere("a stretch without articles is named", async (browser) => {
  const tab = await open(browser, year);
  await tab.waitFor(() => document.querySelectorAll(".gap text").length > 0);
  const names = await tab.evaluate(() => [...document.querySelectorAll(".gap")].map((it) => it.querySelector("title")?.textContent));
  assert.ok(names.length >= 2 && names.every((name) => name === en.time.gap), `${names}`);
});

everywhere("the table shows the numbers that the band draws", async (browser) => {
  const tab = await open(browser, year, "#q=smid");
  await lists(tab, 2);
  await tab.find("button", en.time.showTable).click();
  await there(tab, "table tbody tr");
  const table = await tab.evaluate(() => {
    const rows = [...document.querySelectorAll("#time-table tbody tr")];
    const sum = (/** @type {number} */ column) => rows.reduce((sum, row) => sum + (Number(row.children[column].textContent) || 0), 0);
    return {
      head: [...document.querySelectorAll("#time-table thead th")].map((it) => it.textContent),
      found: sum(1),
      corpus: sum(3),
      scopes: rows.every((row) => row.children[0].getAttribute("scope") === "row"),
      caption: document.querySelector("#time-table caption")?.textContent,
    };
  });
  assert.deepEqual(table.head, [en.time.period, en.time.publishedColumn, en.time.mentionedColumn, en.time.corpusColumn]);
  // The shares are shown to two decimals.
  assert.ok(Math.abs(table.found - 2) < 0.05, `${table.found}`);
  assert.ok(Math.abs(table.corpus - 4) < 0.05, `${table.corpus}`);
  assert.ok(table.scopes && table.caption?.includes("2021"));
  await tab.find("button", en.time.hideTable).click();
  await tab.waitFor(() => !document.querySelector("table tbody"));
});

everywhere("zoom in and out, all times mentioned, and back to the usual view", async (browser) => {
  const tab = await open(browser, year);
  await drawn(tab);
  await tab.find("button", en.time.zoomIn).click();
  await tab.waitFor(() => new URLSearchParams(location.hash.slice(1)).has("view"));
  const [first, last] = ((await state(tab)).get("view") ?? "").split("..");
  assert.ok(first > "2021-01-12" && last < "2021-09-09", `${first} ${last}`);
  // What lies outside is told at the edge.
  await tab.waitFor(() => document.querySelector(".edges")?.textContent?.includes("article"));

  await tab.find("button", en.time.everything).click();
  await tab.waitFor(() => (new URLSearchParams(location.hash.slice(1)).get("view") ?? "") < "2015-06");
  await tab.waitFor(() => [...document.querySelectorAll(".axis text")].some((it) => it.textContent === "2015" || it.textContent === "2016"));
  await tab.find("button", en.time.usual).click();
  await reaches(tab, {});
});

everywhere("two articles of a month in which five were written: found and not found are told apart", async (browser) => {
  const tab = await open(browser, five(), "#q=bakhmut");
  await there(tab, ".published.part .corpus");
  const bricks = await tab.evaluate(() => {
    const count = (/** @type {string} */ name) => (document.querySelector(`.published .${name}`)?.getAttribute("d") ?? "").split("M").length - 1;
    return { corpus: count("corpus"), found: count("vague") + count("exact") };
  });
  assert.equal(bricks.corpus, 5);
  assert.equal(bricks.found, (await texts(tab, "article.hit")).length);
});
