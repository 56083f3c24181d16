// Asking: search as you type, what a query was understood as, switches, problems, nothing found.
import assert from "node:assert/strict";

import { ask, en, everywhere, five, gone, listed, lists, many, open, pageWith, reaches, says, state, texts, there } from "./page.mjs";

const forms = pageWith(
  {
    "a.txt": "date 2021-01-01 Een\n\nHet verlies was zwaar.\n",
    "b.txt": "date 2021-02-01 Twee\n\nDe verliezen waren zwaar, alle verliezen.\n",
    "c.txt": "date 2021-03-01 Drie\n\nDe verliezer gaf toe. Een tegenslag.\n",
    "d.txt": "date 2021-04-01 Vier\n\nNiets kwijt, zei de Oekraïense smid.\n",
  },
  "--lang",
  "nl",
);

everywhere("search as you type: the last word is completed", async (browser) => {
  const tab = await open(browser, forms);
  await ask(tab, "tegensl");
  await lists(tab, 1);
  assert.deepEqual(await texts(tab, "article.hit mark"), ["tegenslag"]);
  assert.deepEqual(Object.fromEntries(await state(tab)), { q: "tegensl", typing: "1" });
  // Enter asks for the word as it stands.
  await tab.press("Enter");
  await reaches(tab, { q: "tegensl" });
  await lists(tab, 0);
  await says(tab, en.answers.none);
});

everywhere("words that complete the query are offered, by arrow and Enter", async (browser) => {
  const tab = await open(browser, forms);
  await ask(tab, "tege");
  await there(tab, "[role=option]");
  await tab.press("ArrowDown");
  await there(tab, "[role=option][aria-selected=true]");
  await tab.press("Enter");
  await reaches(tab, { q: "tegenslag" });
  await lists(tab, 1);
  await gone(tab, "[role=listbox]:not([hidden])");
});

everywhere("a name is offered once, whatever its spellings, with the articles that have any", async (browser) => {
  let tab = await open(browser, five());
  await ask(tab, "Bachm");
  await there(tab, "[role=option]");
  const { also, found } = en.question;
  assert.deepEqual(await texts(tab, "[role=option]"), [`Bachmoet ${also("Bakhmut")}${found("5", 5)}`]);
  tab = await open(browser, five());
  await ask(tab, "Bakhm");
  await there(tab, "[role=option] .others");
  assert.deepEqual(await texts(tab, "[role=option] bdi"), ["Bakhmut"]);
  await tab.press("ArrowDown");
  await tab.press("Enter");
  await reaches(tab, { q: "Bakhmut" });
  await lists(tab, 5);
});

everywhere("forms and reasons are shown, and switched off and on; the address keeps it", async (browser) => {
  const tab = await open(browser, forms, "#q=verlies");
  await lists(tab, 2);
  const shown = en.understood.form;
  await tab.find("button", shown("verliezen", "1", 1)).click();
  await reaches(tab, { q: "verlies", off: "verliezen" });
  await lists(tab, 1);
  assert.deepEqual(await listed(tab), ["a"]);

  await tab.reload();
  await tab.ready();
  await lists(tab, 1);
  assert.equal(await tab.evaluate(() => document.querySelector(".form[aria-pressed=false]")?.textContent?.startsWith("verliezen")), true);

  await tab.find("button", en.understood.all).click();
  await reaches(tab, { q: "verlies" });
  await lists(tab, 2);

  await tab.find("button", en.understood.reasonSwitch(en.understood.reason.inflection)).click();
  await reaches(tab, { q: "verlies", off: "@inflection" });
  await lists(tab, 1);
  await tab.find("button", en.understood.reasonSwitch(en.understood.reason.inflection)).click();
  await lists(tab, 2);
});

everywhere("spelling without accents and capitals finds what has them, and says why", async (browser) => {
  const tab = await open(browser, forms, "#q=oekraiense");
  await lists(tab, 1);
  assert.deepEqual(await texts(tab, "article.hit mark"), ["Oekraïense"]);
  await says(tab, en.understood.reason.fold);
});

everywhere("what cannot be understood is marked in the query, and the rest is answered", async (browser) => {
  const tab = await open(browser, forms);
  await ask(tab, '"alle verliezen');
  await says(tab, en.problems["unclosed-quote"]);
  assert.deepEqual(await texts(tab, "mark.wrong"), ['"']);
  await lists(tab, 1);
});

everywhere("what cannot be understood is marked where it stands in the box, also when the box scrolls", async (browser) => {
  const tab = await open(browser, forms);
  await tab.resize(320, 640);
  await ask(tab, "smid");
  await gone(tab, "mark.wrong");
  assert.equal(await tab.evaluate(() => document.querySelector("#query")?.getAttribute("aria-describedby")), null);
  await tab.type(" (alle OF verliezen) -sneeuwpop -tegenslag OF");
  await there(tab, "mark.wrong");
  const described = await tab.evaluate(() => document.getElementById(document.querySelector("#query")?.getAttribute("aria-describedby") ?? "")?.textContent);
  assert.ok(described?.includes(en.problems["lone-operator"]));
  const places = () =>
    tab.evaluate(() => {
      const box = /** @type {HTMLInputElement} */ (document.querySelector("#query"));
      const mirror = /** @type {HTMLElement} */ (document.querySelector(".mirror"));
      const [frame, mark] = [box, /** @type {HTMLElement} */ (document.querySelector("mark.wrong"))].map((it) => it.getBoundingClientRect());
      return { moved: box.scrollLeft, along: mirror.scrollLeft, text: mirror.textContent === box.value, before: frame.right - mark.right, below: mark.bottom - frame.bottom };
    });
  // The caret is at the end, and so is the operator.
  await tab.waitFor(() => document.querySelector("#query").scrollLeft > 0 && Math.abs(document.querySelector(".mirror").scrollLeft - document.querySelector("#query").scrollLeft) <= 2);
  const { text, before, below } = await places();
  assert.ok(text && before >= -1 && before < 24 && below <= 1, JSON.stringify({ text, before, below }));
  await tab.press("Home");
  await tab.waitFor(() => document.querySelector("#query").scrollLeft === 0 && document.querySelector(".mirror").scrollLeft === 0);
  assert.ok((await places()).before < 0);
});

everywhere("above what was found it says that a date which is none does not count", async (browser) => {
  const tab = await open(browser, forms, "#q=datum:2021-13 verlies");
  for (const width of [1280, 360]) {
    await tab.resize(width, 640);
    await lists(tab, 2);
    await says(tab, `${en.answers.notCounted} 2021-13`);
    const [right, gap] = await tab.evaluate(() => {
      const [note, hit] = [".uncounted", "article.hit"].map((it) => /** @type {Element} */ (document.querySelector(it)).getBoundingClientRect());
      return [note.right, hit.top - note.bottom];
    });
    assert.ok(right <= width && gap >= 0, `${right} ${gap}`);
  }
  await tab.evaluate(() => (location.hash = "#q=datum:2021-02 verlies"));
  await lists(tab, 1);
  await gone(tab, ".uncounted");
});

everywhere("nothing found says so, and offers what would be", async (browser) => {
  const tab = await open(browser, forms);
  await ask(tab, "smid sneeuwpop");
  await says(tab, en.answers.noneWith("smid sneeuwpop"));
  await says(tab, en.understood.none);
  await lists(tab, 0);
  await tab.waitFor(() => [...document.querySelectorAll(".nothing button")].some((it) => it.textContent?.startsWith("smid")));
  await tab.evaluate(() => [...document.querySelectorAll(".nothing button")].find((it) => it.textContent?.startsWith("smid")).click());
  await lists(tab, 1);
  assert.equal((await state(tab)).get("q"), "smid");
});

everywhere("one hit is one article", async (browser) => {
  const tab = await open(browser, forms, "#q=tegenslag");
  await lists(tab, 1);
  assert.deepEqual(await texts(tab, "#answers-title"), ["1 article"]);
  assert.deepEqual(await texts(tab, ".list-span"), ["1 March 2021"]);
});

everywhere("the box is cleared by its button, and every article is back", async (browser) => {
  const tab = await open(browser, forms, "#q=verlies&off=verlies");
  await lists(tab, 1);
  await tab.find("button", en.question.clear).click();
  await lists(tab, 4);
  await reaches(tab, {});
});

everywhere("page furniture is searched only when asked", async (browser) => {
  const tab = await open(browser, five(), "#q=tweet");
  await tab.waitFor(() => document.querySelector("#answers-title"));
  const before = (await listed(tab)).length;
  await tab.find("checkbox", en.question.furniture).click();
  await reaches(tab, { q: "tweet", furniture: "1" });
  await tab.waitFor((before) => document.querySelectorAll("article.hit").length > before, before);
});

const pile = pageWith(many(45));

everywhere("the last of many queries wins, however fast they come", async (browser) => {
  const tab = await open(browser, pile);
  await lists(tab, 20);
  // Every key without a pause, back and forth, and then a query of which the answer is one article.
  await tab.evaluate(() => {
    const box = /** @type {HTMLInputElement} */ (document.querySelector("#query"));
    box.focus();
    for (const query of ["d", "de", "dorp", "dorp 1", "smid", "ha", "molen", "bakker", "dorp", "dorp 17"]) {
      box.value = query;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  });
  await lists(tab, 1);
  assert.deepEqual(await listed(tab), ["stuk-017"]);
  await tab.waitFor(() => new URLSearchParams(location.hash.slice(1)).get("q") === "dorp 17");
  // An answer that was under way would come before that of a question asked later.
  await tab.find("button", en.question.ask).click();
  await reaches(tab, { q: "dorp 17" });
  await lists(tab, 1);
  assert.deepEqual(await listed(tab), ["stuk-017"]);
  await tab.waitFor(() => document.querySelector(".understood")?.textContent?.includes("17"));
  assert.equal(await tab.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector("#query")).value), "dorp 17");
});

everywhere("a small collection is searched with the key, before anything else is done", async (browser) => {
  const tab = await open(browser, pile);
  // Nothing that another thread sends arrives between an event and the microtasks after it.
  await tab.waitFor(async () => {
    const box = /** @type {HTMLInputElement} */ (document.querySelector("#query"));
    const found = () => document.querySelector("article.hit")?.getAttribute("data-document");
    /** @param {string} query */
    const type = async (query) => {
      box.value = query;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      for (let turn = 0; turn < 20; turn++) await null;
    };
    await type("dorp 17");
    const first = found();
    await type("dorp 23");
    return first === "stuk-017" && found() === "stuk-023";
  });
});

everywhere("what is typed is in the address soon after, once for many keys", async (browser) => {
  const tab = await open(browser, pile);
  await tab.evaluate(() => {
    const writes = { pushState: 0, replaceState: 0 };
    Object.assign(window, { writes });
    for (const how of /** @type {const} */ (["pushState", "replaceState"])) {
      const write = history[how].bind(history);
      history[how] = (...state) => {
        writes[how]++;
        write(...state);
      };
    }
    const box = /** @type {HTMLInputElement} */ (document.querySelector("#query"));
    for (let end = 1; end <= "molen van dorp".length; end++) {
      box.value = "molen van dorp".slice(0, end);
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  });
  await tab.waitFor(() => new URLSearchParams(location.hash.slice(1)).get("q") === "molen van dorp");
  assert.deepEqual(await tab.evaluate(() => /** @type {any} */ (window).writes), { pushState: 1, replaceState: 1 });
  await tab.stepBack();
  await tab.waitFor(() => /** @type {HTMLInputElement} */ (document.querySelector("#query")).value === "");
  assert.equal((await state(tab)).get("q"), null);
});
