// The time band, its handles, the date fields and the table: four ways to the same range.
import assert from "node:assert/strict";

import { en, everywhere, five, inChromium, lists, open, pageWith, reaches, says, state, texts, there } from "./page.mjs";

/** @import { Page } from "./browsers.mjs" */

const year = pageWith({
  "a.txt": "date 2021-01-12 Een\n\nOp 3 mei 2015 draaide de molen.\n",
  "b.txt": "date 2021-01-20 Twee\n\nDe molen draait.\n",
  "c.txt": "date 2021-03 Drie\n\nDe smid hamert.\n",
  "d.txt": "date 2021-09-09 Vier\n\nDe smid slaapt.\n",
});

/** How high each part of the band lies in it, in pixels. */
const LEVEL = { published: 80, axis: 127, told: 172 };

/** Where a day of the band lies on the screen. @param {Page} tab @param {number} share of its width @param {keyof typeof LEVEL} [level] */
const place = (tab, share, level = "published") =>
  tab.evaluate(([share, level]) => {
    const box = /** @type {Element} */ (document.querySelector(".band svg")).getBoundingClientRect();
    return { x: box.left + share * box.width, y: box.top + level };
  }, [share, LEVEL[level]]);

/** Drags from one place of the band to another. @param {Page} tab @param {number} from @param {number} to @param {keyof typeof LEVEL} [level] */
async function drag(tab, from, to, level) {
  const [a, b] = [await place(tab, from, level), await place(tab, to, level)];
  const { mouse } = tab.raw;
  await mouse.move(a.x, a.y);
  await mouse.down();
  await mouse.move((a.x + b.x) / 2, b.y, { steps: 4 });
  await mouse.move(b.x, b.y, { steps: 4 });
  await mouse.up();
}

/** Turns the wheel over the band. @param {Page} tab @param {number} share of its width @param {WheelEventInit} init @returns {Promise<boolean>} whether the page may scroll */
const turn = (tab, share, init) =>
  tab.evaluate(([share, init]) => {
    const svg = /** @type {Element} */ (document.querySelector(".band svg"));
    const box = svg.getBoundingClientRect();
    return svg.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, clientX: box.left + share * box.width, clientY: box.top + 50, ...init }));
  }, /** @type {const} */ ([share, init]));

/** The first and the last day in view, once it is in the address and no longer this one. @param {Page} tab @param {string} [other] */
async function viewed(tab, other = "") {
  await tab.waitFor((other) => ![other, ""].includes(new URLSearchParams(location.hash.slice(1)).get("view") ?? ""), other);
  return ((await state(tab)).get("view") ?? "").split("..");
}

/** How many days from one to another. @param {string} a @param {string} b */
const days = (a, b) => (Date.parse(b) - Date.parse(a)) / 86_400_000;

/** Two handles on each lane and one for the axis. @param {Page} tab */
const drawn = (tab) => tab.waitFor(() => document.querySelectorAll(".band [role=slider]").length === 5);

/** Gives the focus to what has a name. @param {Page} tab @param {string} name */
const focus = (tab, name) =>
  tab.evaluate((name) => /** @type {HTMLElement} */ (document.querySelector(`[aria-label="${name}"]`)).focus(), name);

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
  await focus(tab, en.time.start);
  const value = () => tab.evaluate(() => document.activeElement?.getAttribute("aria-valuetext") ?? "");
  const before = await value();
  for (let n = 0; n < 2; n++) await tab.press("PageUp");
  await lists(tab, 2);
  assert.notEqual(await value(), before);
  const from = await tab.waitFor(() => {
    const from = new URLSearchParams(location.hash.slice(1)).get("from") ?? "";
    return from > "2021-01-20" && from;
  });
  assert.ok(from < "2021-04-01", from);
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
  const tab = await open(browser, year, "#q=smid&from=2021-05-01&until=2021-05-31&told=2015-05-01..2015-05-31");
  await says(tab, en.answers.none);
  await says(tab, en.answers.noneInRange("May 2021"));
  await says(tab, en.time.chosenTold("May 2015"));
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
  // Where there is room only: what is hatched has its name under the pointer.
  for (const width of [1280, 700, 360]) {
    await tab.resize(width, 800);
    await tab.waitFor((width) => (document.querySelector(".band svg")?.clientWidth ?? 0) > 0 && innerWidth === width, width);
    const out = await tab.evaluate(() =>
      [...document.querySelectorAll(".gap")].filter((it) => {
        const [gap, name] = ["rect", "text"].map((part) => it.querySelector(part)?.getBoundingClientRect());
        return gap && name && (name.left < gap.left || name.right > gap.right || name.height > name.width);
      }).length);
    assert.equal(out, 0, `${width}`);
  }
});

everywhere("each lane says what it counts", async (browser) => {
  const tab = await open(browser, five());
  await there(tab, ".mentioned .all");
  assert.deepEqual(await texts(tab, ".lane-name > span"), [en.time.published, en.time.mentioned]);
});

everywhere("the table shows the numbers that the band draws", async (browser) => {
  const tab = await open(browser, year, "#q=smid");
  await lists(tab, 2);
  await tab.find("button", en.time.showTable).click();
  await there(tab, "#time-table tbody tr");
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
  await tab.waitFor(() => !document.querySelector("#time-table tbody"));
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

const told = pageWith({
  "a.txt": "date 2021-01-12 Een\n\nOp 3 maart 2021 draait de molen. In juni 2021 slaapt de smid.\n",
  "b.txt": "date 2021-01-20 Twee\n\nDe molen draaide op 15 januari 2021.\n",
  "c.txt": "date 2021-09-09 Drie\n\nDe smid hamerde in juni 2021.\n",
});

everywhere("a drag on the lower lane selects what speaks of a time, beside a range of publication", async (browser) => {
  const tab = await open(browser, told);
  await lists(tab, 3);
  await drawn(tab);
  // January to about May.
  await drag(tab, 0.02, 0.5, "told");
  await lists(tab, 2);
  const [first, last] = ((await state(tab)).get("told") ?? "").split("..");
  assert.ok(first <= "2021-01-15" && last >= "2021-03-03" && last < "2021-06-01", `${first} ${last}`);
  assert.equal((await state(tab)).get("from"), null);
  await drag(tab, 0.02, 0.3);
  await lists(tab, 2);
  assert.equal(await tab.evaluate(() => document.querySelectorAll(".band .outside").length), 2);
  const both = await state(tab);
  assert.ok(both.get("from") && both.get("until") && both.get("told"), `${both}`);

  await tab.find("button", en.time.clear).click();
  await reaches(tab, { told: `${first}..${last}` });
  await says(tab, en.time.tells);
  await tab.find("button", en.time.clearTold).click();
  await reaches(tab, {});
  await lists(tab, 3);
});

everywhere("each lane counts what the range of the other leaves, and all times of its own", async (browser) => {
  const tab = await open(browser, told, "#told=2021-06-01..2021-06-30&from=2021-09-01&until=2021-09-30");
  await lists(tab, 1);
  await tab.find("button", en.time.showTable).click();
  await there(tab, "#time-table tbody tr");
  const sums = () => tab.evaluate(() => [1, 2].map((column) => [...document.querySelectorAll("#time-table tbody tr")].reduce((sum, row) => sum + (Number(row.children[column].textContent) || 0), 0)));
  // Two articles speak of June; those of September mention it once.
  await tab.waitFor(() => [...document.querySelectorAll("#time-table tbody tr")].reduce((sum, row) => sum + (Number(row.children[2].textContent) || 0), 0) < 1.1);
  const [published, mentioned] = await sums();
  assert.ok(Math.abs(published - 2) < 0.05 && Math.abs(mentioned - 1) < 0.05, `${published} ${mentioned}`);
  await says(tab, en.time.chosenPublished("September 2021"));
  await says(tab, en.time.chosenTold("June 2021"));
});

everywhere("a click on the lower lane opens the sentences of that time, from the band and from the table", async (browser) => {
  const tab = await open(browser, told);
  await drawn(tab);
  const { x, y } = await place(tab, 0.25, "told");
  await tab.raw.mouse.click(x, y);
  await tab.waitFor(() => new URLSearchParams(location.hash.slice(1)).has("told"));
  assert.equal((await state(tab)).get("show"), "times");
  await tab.raw.mouse.click(x, y);
  await tab.waitFor(() => !new URLSearchParams(location.hash.slice(1)).has("told"));

  await tab.find("button", en.time.showTable).click();
  await there(tab, "#time-table tbody td:nth-child(3) a");
  await tab.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#time-table tbody td:nth-child(3) a")).click());
  await tab.waitFor(() => (new URLSearchParams(location.hash.slice(1)).get("told") ?? "") <= "2021-01-15");
  assert.equal((await state(tab)).get("show"), "times");
});

everywhere("the keyboard selects a time spoken of", async (browser) => {
  const tab = await open(browser, told);
  await drawn(tab);
  await focus(tab, en.time.endTold);
  for (let n = 0; n < 4; n++) await tab.press("PageDown");
  await lists(tab, 2);
  const last = await tab.waitFor(() => {
    const [, last] = (new URLSearchParams(location.hash.slice(1)).get("told") ?? "").split("..");
    return last && last < "2021-06-01" && last;
  });
  assert.ok(last > "2021-03-03", last);
  await tab.press("Escape");
  await lists(tab, 3);
  await reaches(tab, {});
  await tab.press("Enter");
  await tab.waitFor(() => new URLSearchParams(location.hash.slice(1)).get("show") === "times");
});

everywhere("the wheel zooms around the pointer with Ctrl, moves with Shift, and else scrolls the page", async (browser) => {
  const tab = await open(browser, told);
  await drawn(tab);
  assert.equal(await turn(tab, 0.5, { deltaY: 120 }), true);
  // Nothing is drawn anew until it rests.
  const [before, moved, still] = await tab.evaluate(() => {
    const path = () => document.querySelector(".lanes path.all")?.getAttribute("d");
    const [svg, before] = [/** @type {Element} */ (document.querySelector(".band svg")), path()];
    svg.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, ctrlKey: true, deltaY: -120, clientX: svg.getBoundingClientRect().left, clientY: svg.getBoundingClientRect().top + 50 }));
    return new Promise((resolve) => requestAnimationFrame(() => resolve([before, document.querySelector(".lanes")?.hasAttribute("transform"), path()])));
  });
  assert.ok(moved);
  assert.equal(still, before);
  for (let n = 0; n < 4; n++) assert.equal(await turn(tab, 0, { deltaY: -120, ctrlKey: true }), false);
  const [first, last] = await viewed(tab);
  assert.ok(days(first, last) < 120, `${first} ${last}`);
  // The first day stayed where it was.
  assert.ok(first <= "2021-01-01" && first >= "2020-12-01", first);
  await tab.waitFor(() => !document.querySelector(".lanes")?.hasAttribute("transform"));

  assert.equal(await turn(tab, 0.5, { deltaY: 400, shiftKey: true }), false);
  const [second, end] = await viewed(tab, `${first}..${last}`);
  assert.ok(second > first && Math.abs(days(first, last) - days(second, end)) <= 1, `${second} ${end}`);
});

everywhere("the view goes down to days and up to all that is mentioned, by keys", async (browser) => {
  const tab = await open(browser, year);
  await drawn(tab);
  await focus(tab, en.time.shown);
  for (let n = 0; n < 14; n++) await tab.press("+");
  let [first, last] = await viewed(tab);
  await tab.waitFor(() => {
    const [a, b] = (new URLSearchParams(location.hash.slice(1)).get("view") ?? "").split("..");
    return Date.parse(b) - Date.parse(a) <= 8 * 86_400_000;
  });
  [first, last] = ((await state(tab)).get("view") ?? "").split("..");
  assert.ok(days(first, last) <= 8, `${first} ${last}`);
  const here = `${first}..${last}`;
  await tab.press("ArrowRight");
  await tab.press("ArrowRight");
  [first] = await viewed(tab, here);
  assert.ok(first > here.slice(0, 10), first);
  await tab.press("0");
  await reaches(tab, {});
  for (let n = 0; n < 12; n++) await tab.press("-");
  await tab.waitFor(() => (new URLSearchParams(location.hash.slice(1)).get("view") ?? "9") < "2015-06");
  assert.ok((await tab.evaluate(() => document.activeElement?.getAttribute("aria-valuetext") ?? "")).match(/201[45]/));
});

everywhere("the axis is what the view is moved by", async (browser) => {
  const tab = await open(browser, year, "#view=2021-02-01..2021-04-30");
  await drawn(tab);
  await drag(tab, 0.8, 0.3, "axis");
  // It may have rested on the way.
  await tab.waitFor(() => (new URLSearchParams(location.hash.slice(1)).get("view") ?? "") > "2021-03-05");
  const [first, last] = await viewed(tab, "2021-02-01..2021-04-30");
  assert.ok(first > "2021-03-05" && first < "2021-04-01", first);
  assert.ok(Math.abs(days(first, last) - 88) <= 1, last);
  assert.equal((await state(tab)).get("from"), null);
});

inChromium("two fingers zoom", async (browser) => {
  const tab = await open(browser, year);
  await drawn(tab);
  const session = await tab.raw.context().newCDPSession(tab.raw);
  const [a, b] = [await place(tab, 0.45), await place(tab, 0.55)];
  /** @param {string} type @param {number} apart */
  const touch = (type, apart) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x: a.x - apart, y: a.y, id: 1 }, { x: b.x + apart, y: b.y, id: 2 }] });
  await touch("touchStart", 0);
  for (const apart of [40, 90, 150, 220]) await touch("touchMove", apart);
  await touch("touchEnd", 0);
  const [first, last] = await viewed(tab);
  assert.ok(days(first, last) < 110 && first > "2021-03-01" && last < "2021-08-01", `${first} ${last}`);
  assert.equal((await state(tab)).get("from"), null);
});

everywhere("what is counted can be counted for every 10,000 words", async (browser) => {
  const tab = await open(browser, told, "#q=molen");
  await lists(tab, 2);
  await tab.find("button", en.time.countRelative).click();
  await reaches(tab, { q: "molen", per: "words" });
  const { x, y } = await place(tab, 0.5);
  await tab.raw.mouse.move(x, y);
  await says(tab, en.time.ofFound);
  await says(tab, en.time.noWords);
  await tab.find("button", en.time.showTable).click();
  await there(tab, "#time-table td a");
  const [caption, cell] = await tab.evaluate(() => [document.querySelector("#time-table caption")?.textContent, document.querySelector("#time-table tbody td a")?.textContent]);
  assert.ok(caption?.includes(en.time.relative), caption ?? "");
  // One article of some ten words.
  assert.ok(Number((cell ?? "").replace(/,/g, "")) > 300, cell ?? "");
  await tab.find("button", en.time.countRelative).click();
  await reaches(tab, { q: "molen" });
});

everywhere("seen day by day, a month is low and wide and a day is a line", async (browser) => {
  const tab = await open(browser, told, "#view=2021-05-20..2021-07-10&q=smid");
  await drawn(tab);
  const heights = () => tab.evaluate(() => [...(document.querySelector(".mentioned .some")?.getAttribute("d") ?? "").matchAll(/h[\d.]+v([\d.]+)/g)].map((it) => Number(it[1])));
  await tab.waitFor(() => (document.querySelector(".mentioned .some")?.getAttribute("d") ?? "").split("M").length === 31);
  assert.ok((await heights()).every((it) => it < 10), `${await heights()}`);
  await tab.evaluate(() => (location.hash = "#view=2021-02-20..2021-03-20"));
  await tab.waitFor(() => (document.querySelector(".mentioned .all, .mentioned .some")?.getAttribute("d") ?? "").split("M").length === 2);
  const [high] = await tab.evaluate(() => [...(document.querySelector(".mentioned .all, .mentioned .some")?.getAttribute("d") ?? "").matchAll(/h[\d.]+v([\d.]+)/g)].map((it) => Number(it[1])));
  assert.ok(high > 30, `${high}`);
});

const open_ended = pageWith({
  "a.txt": "date 2021-06-01 Een\n\nOp 20 juni 2021 draaide de molen.\n",
  "b.txt": "date 2021-06-02 Twee\n\nSinds 10 juni 2021 hamert de smid.\n",
  "c.txt": "date 2021-06-03 Drie\n\nTot 10 juni 2021 sliep de bakker.\n",
});

everywhere("what goes on after its time or began before it fades out, and a day does not", async (browser) => {
  const tab = await open(browser, open_ended, "#view=2021-06-01..2021-06-30");
  /** Where the bars of a path begin, and how high they are. @param {string} query @returns {Promise<{ lines: [number, number][], ends: [number, number][] }>} */
  const drawnFor = async (query) => {
    await tab.evaluate((query) => (location.hash = `#view=2021-06-01..2021-06-30&q=${query}`), query);
    await tab.waitFor(() => (document.querySelector(".mentioned .some")?.getAttribute("d") ?? "").split("M").length === 2);
    return tab.evaluate(() => {
      const [lines, ends] = [".mentioned .some", ".mentioned .open"].map((path) =>
        [...(document.querySelector(path)?.getAttribute("d") ?? "").matchAll(/M([\d.]+) [\d.]+h[\d.]+v([\d.]+)/g)].map((it) => /** @type {[number, number]} */ ([Number(it[1]), Number(it[2])])));
      return { lines, ends };
    });
  };
  assert.deepEqual((await drawnFor("molen")).ends, []);
  const since = await drawnFor("smid");
  assert.ok(since.ends.length > 3 && since.ends.every(([x]) => x > since.lines[0][0]), JSON.stringify(since));
  for (const [at, [, high]] of since.ends.entries()) assert.ok(high < (since.ends[at - 1] ?? since.lines[0])[1], JSON.stringify(since));
  const until = await drawnFor("bakker");
  assert.ok(until.ends.length > 3 && until.ends.every(([x]) => x < until.lines[0][0]), JSON.stringify(until));
});

const eventful = pageWith(Object.fromEntries(
  [[3, "De dijk bij het dorp brak."], [4, "Het water kwam tot aan de kerk."], [12, "De koning bezocht de polder."], [20, "De eerste huizen waren weer droog."], [25, "De molen maalde als vanouds."]]
    .map(([day, told], index) => [`${index}.txt`, `date 2021-05-${String(Number(day) + 3).padStart(2, "0")} Bericht ${index}\n\nOp ${day} mei 2021 was het zover, zo wordt nu verteld: ${told}\n`]),
));

everywhere("of the dates that matter neighbouring days are one, and how many are shown is chosen and kept in the address", async (browser) => {
  const tab = await open(browser, eventful);
  const times = () => texts(tab, ".moments li .when");
  await tab.waitFor(() => document.querySelectorAll(".moments li").length === 4);
  assert.deepEqual((await times()).map((it) => it.replace(/ mentioned.*/, "")), ["3–4 May 2021", "12 May 2021", "20 May 2021", "25 May 2021"]);
  const first = await texts(tab, ".moments li:first-child .snippet");
  assert.ok(first.length === 2 && first[0].includes("dijk") && first[1].includes("kerk"), first.join());
  await tab.find("radio", `${en.overview.momentsShown} 3`).click();
  await tab.waitFor(() => document.querySelectorAll(".moments li").length === 3);
  await reaches(tab, { moments: "3" });
  await tab.stepBack();
  await tab.waitFor(() => document.querySelectorAll(".moments li").length === 4);
});

everywhere("the dates that matter stay the same while the band is zoomed", async (browser) => {
  const tab = await open(browser, eventful, "#view=2021-05-08..2021-05-20");
  await tab.waitFor(() => document.querySelectorAll(".moments li").length === 4);
  const moments = () => texts(tab, ".moments li");
  const before = await moments();
  await tab.evaluate(() => (/** @type {any} */ (document.querySelector(".moments ol")).same = true));
  await tab.find("button", en.time.zoomIn).click();
  await viewed(tab, "2021-05-08..2021-05-20");
  await tab.find("button", en.time.usual).click();
  await reaches(tab, {});
  assert.deepEqual(await moments(), before);
  assert.ok(await tab.evaluate(() => /** @type {any} */ (document.querySelector(".moments ol")).same), "never away");
});

everywhere("with a time spoken of chosen the dates that matter are within it, also where nothing was published", async (browser) => {
  const long = pageWith({ "a.txt": "date 2021-05-06 Storm\n\nOp 1 februari 1953 brak de dijk. Op 4 mei 2021 werd dat herdacht.\n" });
  const tab = await open(browser, long, "#told=1953-01-01..1953-12-31");
  await tab.waitFor(() => document.querySelectorAll(".moments li").length === 1);
  assert.match((await texts(tab, ".moments li .when"))[0], /^1 February 1953/);
});

everywhere("with a period chosen the dates that matter are those of its articles", async (browser) => {
  const tab = await open(browser, eventful, "#from=2021-05-15&until=2021-05-23");
  await tab.waitFor(() => document.querySelectorAll(".moments li").length === 2);
  const times = async () => (await texts(tab, ".moments li .when")).map((it) => it.replace(/ mentioned.*/, ""));
  assert.deepEqual(await times(), ["12 May 2021", "20 May 2021"]);
  await tab.find("button", en.time.clear).click();
  await tab.waitFor(() => document.querySelectorAll(".moments li").length === 4);
});
