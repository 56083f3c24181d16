// The address holds everything that the page shows.
import assert from "node:assert/strict";

import { ask, en, everywhere, five, gone, lists, open, pageWith, reaches, says, state, texts, there } from "./page.mjs";

const made = pageWith({
  "een.txt": "date 2021-01-10 Een\n\nDe molen draait. De smid hamert. Het is stil in het dorp.\n",
  "twee.txt": "date 2021-06-10 Twee\n\nDe molen staat. De smid slaapt.\n",
  "map/drie & vier.txt": "date 2022-06-10 Drie\n\nDe molen is weg.\n",
});

everywhere("back and forward walk through query, article and range", async (browser) => {
  const tab = await open(browser, made);
  await lists(tab, 3);
  await ask(tab, "smid");
  await lists(tab, 2);
  await tab.press("Enter");
  await reaches(tab, { q: "smid" });
  await tab.find("link", "Een").click();
  await there(tab, ".reader article");
  await tab.evaluate(() => {
    const until = /** @type {HTMLInputElement} */ (document.querySelectorAll("input[type=date]")[1]);
    until.value = "2021-03-01";
    until.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await lists(tab, 1);
  await reaches(tab, { q: "smid", doc: "een", until: "2021-03-01" });

  await tab.stepBack();
  await lists(tab, 2);
  await reaches(tab, { q: "smid", doc: "een" });
  await tab.stepBack();
  await gone(tab, ".reader");
  await reaches(tab, { q: "smid" });
  await tab.stepBack();
  await lists(tab, 3);
  await reaches(tab, {});
  assert.equal(await tab.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector("#query")).value), "");

  await tab.stepForward();
  await lists(tab, 2);
  await tab.stepForward();
  await there(tab, ".reader article");
  await tab.stepForward();
  await lists(tab, 1);
  await reaches(tab, { q: "smid", doc: "een", until: "2021-03-01" });
});

everywhere("a link opens the same view", async (browser) => {
  const place = "#q=molen&from=2021-02-01&order=newest&doc=map%2Fdrie+%26+vier&lang=nl";
  const tab = await open(browser, made, place);
  await lists(tab, 2);
  await tab.waitFor(() => document.querySelector(".reader article h2")?.textContent === "Drie");
  assert.deepEqual(await texts(tab, "#answers-title"), ["2 artikelen"]);
  assert.deepEqual((await texts(tab, "article.hit h3")), ["Drie", "Twee"]);
});

const aimed = (/** @type {string} */ text) => (/** @type {import("./browsers.mjs").Page} */ tab) =>
  tab.waitFor((text) => document.activeElement?.matches(".sentence.aimed") && document.activeElement.textContent === text, text);

everywhere("a link to a sentence opens it", async (browser) => {
  const tab = await open(browser, made, "#doc=een&s=2&w=De+smid+hamert.");
  await aimed("De smid hamert.")(tab);
  assert.equal((await texts(tab, ".aimed")).length, 1);
});

everywhere("a link to a sentence that has moved finds it by its first words", async (browser) => {
  const tab = await open(browser, made, "#doc=een&s=1&w=Het+is+stil");
  await aimed("Het is stil in het dorp.")(tab);
});

everywhere("a link to a sentence that is gone says so, and opens the article", async (browser) => {
  const tab = await open(browser, made, "#doc=een&s=1&w=De+bakker+bakt");
  await says(tab, en.reader.moved);
  assert.deepEqual(await texts(tab, ".aimed"), []);
  assert.deepEqual(await texts(tab, ".reader article h2"), ["Een"]);
});

everywhere("a link to an article that is not there says so, and leads back", async (browser) => {
  const tab = await open(browser, made, "#q=smid&doc=weg");
  await says(tab, en.reader.missing);
  await says(tab, "‘weg’");
  await tab.find("button", `← ${en.reader.back}`).click();
  await gone(tab, ".reader");
  await lists(tab, 2);
});

everywhere("an address that makes no sense is no harm", async (browser) => {
  const tab = await open(browser, made, "#q=%E0%A4%A&from=2021-99-99&until=x&view=a..b&order=best&s=-1&s=1e9&lang=fr&off=&nonsense");
  await there(tab, "#answers-title");
  assert.deepEqual(tab.messages.filter((message) => /^error/.test(message)), []);
  await tab.find("button", en.question.clear).click();
  await tab.waitFor(() => !new URLSearchParams(location.hash.slice(1)).has("q"));
});

everywhere("the title leads back to the start, and keeps nothing of what was asked", async (browser) => {
  const tab = await open(browser, five(), "#q=stad&from=2023-01-01&doc=001_19c6265daab4d627");
  await there(tab, ".reader article");
  await tab.find("link", "Vijf artikelen").click();
  await lists(tab, 5);
  assert.deepEqual([...(await state(tab)).keys()], []);
});
