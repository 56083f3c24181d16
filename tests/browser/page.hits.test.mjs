// The hits: their order, more of them, and as a table.
import assert from "node:assert/strict";

import { en, everywhere, inChromium, listed, lists, many, open, pageWith, reaches, says, state, texts, there } from "./page.mjs";

/** @import { Page } from "./browsers.mjs" */

const pile = pageWith({
  ...many(45),
  "formule.jsonl": `${JSON.stringify({ id: "som", date: "2023-05-06", title: '=HYPERLINK("http://evil.example","klik")', text: 'De molen zegt "nee", en zwijgt.' })}\n`,
});

everywhere("hits are articles with their date, title, marked sentences and count", async (browser) => {
  const tab = await open(browser, pile, "#q=smid");
  await tab.waitFor(() => document.querySelectorAll("article.hit").length > 0);
  const hit = await tab.evaluate(() => {
    const it = /** @type {Element} */ (document.querySelector("article.hit"));
    return {
      when: it.querySelector(".when")?.textContent,
      title: it.querySelector("h3")?.textContent,
      marks: [...it.querySelectorAll("mark")].map((mark) => mark.textContent),
      snippet: it.querySelector(".snippet")?.textContent,
    };
  });
  assert.match(hit.when ?? "", /^\d+ [A-Z][a-z]+ 202[01]$/);
  assert.match(hit.title ?? "", /^Bericht nummer \d+$/);
  assert.ok(hit.marks.length > 0 && hit.marks.every((mark) => mark === "smid"), `${hit.marks}`);
  assert.match(hit.snippet ?? "", /smid/);
  // 45 less those of a number that 4 divides.
  assert.deepEqual(await texts(tab, "#answers-title"), ["33 articles"]);
  assert.match((await texts(tab, ".list-span"))[0], /^10 January 2020 – \d+ January 2021$/);
});

everywhere("more hits come on demand, until all are there", async (browser) => {
  const tab = await open(browser, pile);
  await lists(tab, 20);
  await says(tab, en.answers.shown("20", "46"));
  await tab.find("button", en.answers.more).click();
  await lists(tab, 40);
  await tab.find("button", en.answers.more).click();
  await lists(tab, 46);
  await tab.waitFor((more) => ![...document.querySelectorAll("button")].some((it) => it.textContent === more), en.answers.more);
  const names = await listed(tab);
  assert.equal(new Set(names).size, 46);
  assert.deepEqual(names, [...names].sort((a, b) => (a.startsWith("stuk") ? (b.startsWith("stuk") ? (a < b ? -1 : 1) : -1) : 1)));
});

everywhere("oldest first, newest first, best first", async (browser) => {
  const tab = await open(browser, pile, "#q=molen");
  await lists(tab, 20);
  await tab.find("radio", en.answers.orders.date).click();
  await reaches(tab, { q: "molen", order: "date" });
  await tab.waitFor(() => document.querySelector("article.hit")?.getAttribute("data-document") === "stuk-000");
  await tab.find("radio", en.answers.orders.newest).click();
  await tab.waitFor(() => document.querySelector("article.hit")?.getAttribute("data-document")?.endsWith("som"));
  assert.deepEqual((await listed(tab)).slice(1, 3), ["stuk-044", "stuk-043"]);
  await tab.find("radio", en.answers.orders.relevance).click();
  await reaches(tab, { q: "molen" });
});

/** The table that the page hands over; nothing is saved. @param {Page} tab */
async function saved(tab) {
  await tab.evaluate(() => {
    const page = /** @type {any} */ (globalThis);
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      page.handed = /** @type {Blob} */ (blob).arrayBuffer();
      return make(blob);
    };
    HTMLAnchorElement.prototype.click = function () {
      page.named = this.download;
    };
  });
  await tab.find("button", en.answers.csv).click();
  await tab.waitFor(() => /** @type {any} */ (globalThis).named);
  const bytes = await tab.evaluate(async () => [...new Uint8Array(await /** @type {any} */ (globalThis).handed)]);
  return { name: await tab.evaluate(() => /** @type {any} */ (globalThis).named), text: Buffer.from(bytes).toString("utf8") };
}

/** RFC 4180. @param {string} text */
function rows(text) {
  /** @type {string[][]} */
  const all = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    all[all.length - 1].push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\r\n") all.push([]);
    if (end === "") break;
  }
  return all.filter((row) => row.length > 1);
}

everywhere("all hits as CSV, and no cell is a formula", async (browser) => {
  const tab = await open(browser, pile, "#q=molen&order=date");
  await lists(tab, 20);
  const { name, text } = await saved(tab);
  assert.equal(name, "articles.csv");
  assert.ok(text.startsWith("\uFEFF"));
  const [head, ...body] = rows(text.slice(1));
  const columns = en.answers.columns;
  assert.deepEqual(head, [columns.date, columns.document, columns.title, columns.label, columns.occurrences, columns.sentences]);
  assert.equal(body.length, 46);
  assert.ok(body.every((row) => row.length === 6));
  assert.deepEqual(body[0].slice(0, 4), ["2020-01-01", "stuk-000", "Bericht nummer 0", "Bericht nummer 0"]);
  const last = body[45];
  assert.equal(last[0], "2023-05-06");
  assert.equal(last[2], `'=HYPERLINK("http://evil.example","klik")`);
  assert.equal(last[5], 'De molen zegt "nee", en zwijgt.');
  for (const cell of body.flat()) assert.doesNotMatch(cell, /^[=+@-]/);
});

everywhere("every occurrence on a line of its own, in an order, each opening its place", async (browser) => {
  const tab = await open(browser, pile, "#q=smid");
  await there(tab, "article.hit");
  const hits = await tab.evaluate(() => document.querySelector("#answers-title")?.textContent);
  await tab.find("radio", en.answers.asLines).click();
  await reaches(tab, { q: "smid", show: "lines" });
  await there(tab, ".occurrence");
  assert.deepEqual(await texts(tab, "#answers-title"), [hits]);
  const lines = await tab.evaluate(() => [...document.querySelectorAll(".occurrence")].map((it) => [".before", "mark", ".after"].map((part) => it.querySelector(part)?.textContent ?? "")));
  assert.ok(lines.length >= 33 && lines.every(([, middle]) => middle === "smid"), JSON.stringify(lines[0]));
  const { text } = await saved(tab);
  const [head, ...body] = rows(text.slice(1));
  assert.deepEqual(head.slice(3), [en.answers.columns.before, en.answers.columns.middle, en.answers.columns.after]);
  assert.equal(body.length, lines.length);
  await tab.evaluate((right) => {
    const select = /** @type {HTMLSelectElement} */ (document.querySelector(".sorting select"));
    select.value = right;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }, "right");
  await reaches(tab, { q: "smid", show: "lines", order: "right" });
  await tab.waitFor(() => {
    const after = [...document.querySelectorAll(".occurrence .after")].map((it) => /[\p{L}\p{N}]+/u.exec(it.textContent ?? "")?.[0].toLowerCase() ?? "");
    return after.every((text, index) => index === 0 || after[index - 1] <= text);
  });
  await tab.evaluate(() => document.querySelector(".occurrence")?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })));
  await there(tab, ".sentence.aimed");
  assert.notEqual((await state(tab)).get("s"), null);
  await tab.find("radio", en.answers.asList).click();
  await there(tab, "article.hit");
});

inChromium("the table is saved as a file", async (browser) => {
  const tab = await open(browser, pile, "#q=smid");
  await there(tab, "article.hit");
  const [file] = await Promise.all([tab.raw.waitForEvent("download"), tab.find("button", en.answers.csv).click()]);
  assert.equal(file.suggestedFilename(), "articles.csv");
});

everywhere("a hit of a time quotes where it is told, and opens there", async (browser) => {
  const page = pageWith({ "a.txt": `date 2021-05-06 Het bericht\n\nDe molen draait. ${"Er gebeurde verder niets. ".repeat(90)}\n\nIn juli 1955 werd hij gebouwd.\n` });
  const tab = await open(browser, page, "#q=genoemd%3A1955");
  await lists(tab, 1);
  assert.deepEqual(await texts(tab, ".hit .snippet"), ["In juli 1955 werd hij gebouwd."]);
  assert.deepEqual(await texts(tab, ".hit mark"), ["juli 1955"]);
  await tab.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".hit .snippet a")).click());
  await tab.waitFor(() => document.activeElement?.matches(".sentence.aimed"));
  assert.deepEqual(await texts(tab, ".sentence.aimed mark"), ["juli 1955"]);
});

inChromium("Enter leads to what was found where it is out of sight, and the ring of the focus goes round a title", async (browser) => {
  const tab = await open(browser, pile);
  await tab.raw.setViewportSize({ width: 360, height: 500 });
  await tab.evaluate(() => document.getElementById("query")?.focus());
  await tab.type("molen smid");
  await tab.press("Enter");
  await tab.waitFor(() => (document.getElementById("answers")?.getBoundingClientRect().top ?? innerHeight) < innerHeight / 2);
  assert.equal(await tab.evaluate(() => document.activeElement?.id), "answers");
  assert.equal(await tab.evaluate(() => document.getElementById("completions")?.hidden), true);
  await tab.press("j");
  const [ring, title] = await tab.evaluate(() => {
    const link = /** @type {HTMLElement} */ (document.activeElement);
    return [link.getBoundingClientRect().height, /** @type {Element} */ (link.firstElementChild).getBoundingClientRect().height];
  });
  assert.ok(ring >= title && title > 0, `${ring} ${title}`);
});
