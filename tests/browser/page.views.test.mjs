// The other ways to look at what was found: by facts, by the times told, by why it was found.
import assert from "node:assert/strict";

import { en, everywhere, five, lists, open, pageWith, reaches, says, texts, there } from "./page.mjs";

/** @import { Page } from "./browsers.mjs" */

const line = (/** @type {Record<string, string>} */ it) => `${JSON.stringify(it)}\n`;

const papers = pageWith({
  "kranten.jsonl": [
    line({ id: "een", date: "2021-03-04", title: "De molen", source: "Bode", place: "Dorp", text: "De molen brandde op 3 mei 2010 af. De smid zag het." }),
    line({ id: "twee", date: "2021-05-06", title: "De brug", source: "Bode", place: "Stad", text: "De brug viel. In juli 2009 lag zij er nog." }),
    line({ id: "drie", date: "2022", title: "De smid", source: "Heraut", place: "Stad", text: "De smid werkte gisteren aan <b>de molen</b>, en sinds 1999 aan de brug." }),
  ].join(""),
});

/** What is handed over as a file. @param {Page} tab @param {string} button */
async function taken(tab, button) {
  await tab.evaluate(() => {
    const page = /** @type {any} */ (globalThis);
    page.named = undefined;
    URL.createObjectURL = (blob) => {
      page.handed = /** @type {Blob} */ (blob).text();
      return "blob:none";
    };
    HTMLAnchorElement.prototype.click = function () {
      page.named = this.download;
    };
  });
  await tab.find("button", button).click();
  await tab.waitFor(() => /** @type {any} */ (globalThis).named);
  return tab.evaluate(async () => [/** @type {any} */ (globalThis).named, await /** @type {any} */ (globalThis).handed]);
}

everywhere("facts narrow what was found, several at once, and their counts follow", async (browser) => {
  const tab = await open(browser, papers, "#q=smid");
  await lists(tab, 2);
  const facts = () => texts(tab, ".facets .fact");
  assert.deepEqual((await facts()).filter((it) => /Bode|Heraut/.test(it)), ["Bode 1", "Heraut 1"]);
  // What can be chosen looks as if it could.
  assert.ok(await tab.evaluate(() => [...document.querySelectorAll(".facets .fact")].every((it) => getComputedStyle(it).textDecorationLine === "underline")));
  await tab.evaluate(() => (location.hash = "#"));
  await lists(tab, 3);
  assert.ok((await facts()).includes("Bode 2"), `${await facts()}`);
  await tab.find("button", "Bode 2").click();
  await reaches(tab, { fact: "source=Bode" });
  await lists(tab, 2);
  assert.ok((await facts()).includes("Heraut 1") && (await facts()).includes("Stad 1"), `${await facts()}`);
  await tab.find("button", "Stad 1").click();
  await lists(tab, 1);
  await tab.find("button", "Heraut 1").click();
  await lists(tab, 2);
  await tab.find("button", en.answers.allFacts).click();
  await lists(tab, 3);
  await reaches(tab, {});
});

everywhere("what is told stands in the order of its times, and can be taken along", async (browser) => {
  const tab = await open(browser, papers);
  await lists(tab, 3);
  await tab.find("radio", en.answers.asTimes).click();
  await reaches(tab, { show: "times" });
  await there(tab, ".told mark");
  assert.deepEqual(await texts(tab, ".told mark"), ["1999", "juli 2009", "3 mei 2010", "gisteren"]);
  assert.equal((await texts(tab, ".uncertain")).length, 1);
  // What an article says is text.
  assert.equal(await tab.evaluate(() => document.querySelectorAll(".told b").length), 0);
  const [csv, table] = await taken(tab, en.answers.forms.csv);
  assert.equal(csv, "times.csv");
  assert.match(table, /2010-05-03,2010-05-03,2010-05-03,3 mei 2010,/);
  const [, json] = await taken(tab, en.answers.forms.json);
  assert.deepEqual(JSON.parse(json).map((/** @type {any} */ it) => it.time.text), ["1999", "juli 2009", "3 mei 2010", "gisteren"]);
  const [ics, calendar] = await taken(tab, en.answers.forms.ics);
  assert.equal(ics, "times.ics");
  assert.match(calendar, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  assert.match(calendar, /DTSTART;VALUE=DATE:20100503\r\nDTEND;VALUE=DATE:20100504\r\n/);
  assert.equal(calendar.match(/BEGIN:VEVENT/g)?.length, 4);
  assert.ok(calendar.split("\r\n").every((/** @type {string} */ it) => new TextEncoder().encode(it).length <= 75));
  const [, timeline] = await taken(tab, en.answers.forms.timelinejs);
  const { events } = JSON.parse(timeline);
  assert.deepEqual(events[2].start_date, { year: 2010, month: 5, day: 3 });
  assert.equal(events[3].text.text.includes("<b>"), false);
  await tab.evaluate(() => document.querySelector(".told a")?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })));
  await there(tab, ".sentence.aimed");
});

everywhere("an article says why it stands where it stands", async (browser) => {
  const tab = await open(browser, five(), "#q=huurlingenleger+bakhmut");
  await there(tab, ".explained summary");
  await tab.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".explained summary")).click());
  await there(tab, ".explained[open] tfoot");
  const rows = await texts(tab, ".explained[open] tbody tr");
  assert.ok(rows.some((row) => row.includes(en.understood.reason.spelling)) || rows.some((row) => row.includes(en.understood.reason.exact)), `${rows}`);
  const sums = await tab.evaluate(() => {
    const number = (/** @type {Element | null | undefined} */ it) => parseFloat(it?.textContent ?? "") || 0;
    const table = document.querySelector(".explained[open] table");
    return [
      [...(table?.querySelectorAll("tbody tr") ?? [])].reduce((sum, row) => sum + number(row.lastElementChild), 0),
      number(table?.querySelector("tfoot td")),
    ];
  });
  assert.ok(sums[1] > 0 && Math.abs(sums[0] - sums[1]) < 0.05, `${sums}`);
});

everywhere("a word with a slip is offered right, also where something else was found", async (browser) => {
  const tab = await open(browser, five(), "#q=stad+OF+bachmeot");
  await there(tab, ".meant button");
  assert.match((await texts(tab, ".meant button"))[0], /stad OF Bachmoet/);
  await tab.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".meant button")).click());
  await reaches(tab, { q: "stad OF Bachmoet" });
  await tab.evaluate(() => (location.hash = "#q=verliezne"));
  await says(tab, en.answers.kind.typo);
});
