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
  assert.equal((await state(tab)).get("q"), "dorp 17");
  // An answer that was under way would come before that of a question asked later.
  await tab.find("button", en.question.ask).click();
  await reaches(tab, { q: "dorp 17" });
  await lists(tab, 1);
  assert.deepEqual(await listed(tab), ["stuk-017"]);
  await tab.waitFor(() => document.querySelector(".understood")?.textContent?.includes("17"));
  assert.equal(await tab.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector("#query")).value), "dorp 17");
});
