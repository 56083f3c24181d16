// Language, appearance and keys: what a reader sets once.
import assert from "node:assert/strict";

import { serveUnder } from "./server.mjs";
import { ask, en, everywhere, five, focused, gone, lists, nl, open, pageWith, says, texts, there } from "./page.mjs";

const made = pageWith({
  "een.txt": "date 2021-01-10 Een\n\nDe molen draait.\n",
  "twee.txt": "date 2021-06-10 Twee\n\nDe molen staat.\n",
  "drie.txt": "date 2021-07-10 Drie\n\nDe molen is weg.\n",
});

everywhere("the language is switched, and remembered", async (browser) => {
  const tab = await open(browser, made);
  await lists(tab, 3);
  assert.equal(await tab.evaluate(() => document.documentElement.lang), "en");
  await tab.find("radio", "Nederlands").click();
  await says(tab, "Alle 3 artikelen");
  assert.equal(await tab.evaluate(() => document.documentElement.lang), "nl");
  const again = await open(browser, made);
  await says(again, "Alle 3 artikelen");
  // The link of someone else wins for as long as it is looked at.
  const given = await open(browser, made, "#lang=en");
  await says(given, "All 3 articles");
});

everywhere("light, dark and as the system has it", async (browser) => {
  const server = await serveUnder(made.site, "/");
  try {
    const tab = await browser.newPage();
    await tab.goto(server.address);
    await tab.ready();
    const ground = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g)?.slice(0, 3).map(Number).reduce((a, b) => a + b) ?? 0);
    const paper = async () => (await tab.evaluate(() => getComputedStyle(document.documentElement).colorScheme));
    const light = await tab.find("radio", en.theme.light).click().then(ground);
    assert.match(await paper(), /^light/);
    await tab.find("radio", en.theme.dark).click();
    await tab.waitFor(() => document.documentElement.dataset.theme === "dark");
    assert.match(await paper(), /^dark/);
    await tab.reload();
    await tab.ready();
    assert.equal(await tab.evaluate(() => document.documentElement.dataset.theme), "dark");
    assert.notEqual(await ground(), NaN);
    await tab.find("radio", en.theme.auto).click();
    await tab.waitFor(() => document.documentElement.dataset.theme === undefined);
    assert.ok(light >= 0);
  } finally {
    await server.stop();
  }
});

everywhere("/, Esc, j, k and Enter: from the query to an article and back without a mouse", async (browser) => {
  const tab = await open(browser, made);
  await lists(tab, 3);
  await ask(tab, "molen");
  await lists(tab, 3);
  // A letter typed into the box is a letter.
  await tab.type("j");
  await tab.waitFor(() => /** @type {HTMLInputElement} */ (document.querySelector("#query")).value === "molenj");
  await tab.press("Backspace");
  await lists(tab, 3);
  await tab.press("Escape");
  await tab.press("Escape");
  await tab.waitFor(() => document.activeElement?.id !== "query");
  const titles = await texts(tab, "article.hit h3");
  await tab.press("j");
  assert.equal(await focused(tab), titles[0]);
  await tab.press("j");
  assert.equal(await focused(tab), titles[1]);
  await tab.press("j");
  await tab.press("j");
  assert.equal(await focused(tab), titles[2]);
  await tab.press("k");
  assert.equal(await focused(tab), titles[1]);
  await tab.press("Enter");
  await tab.waitFor((title) => document.querySelector(".reader article h2")?.textContent === title, titles[1]);
  await tab.press("Escape");
  await gone(tab, ".reader");
  await tab.waitFor((title) => document.activeElement?.textContent === title, titles[1]);
});

everywhere("? opens the help, Esc closes it; single letters can be switched off, and that is remembered", async (browser) => {
  const tab = await open(browser, made);
  await lists(tab, 3);
  await tab.press("?");
  await there(tab, "dialog[open]");
  await says(tab, en.helpDialog.title);
  await tab.find("checkbox", en.helpDialog.letters).click();
  await tab.press("Escape");
  await gone(tab, "dialog[open]");
  const still = async (/** @type {import("./browsers.mjs").Page} */ tab) => {
    for (const key of ["/", "j", "?"]) await tab.press(key);
    // A key that does something comes after those that did nothing.
    await tab.find("button", en.help).click();
    await there(tab, "dialog[open]");
    await tab.press("Escape");
    await gone(tab, "dialog[open]");
    assert.notEqual(await tab.evaluate(() => document.activeElement?.id), "query");
    assert.equal(await tab.evaluate(() => document.activeElement?.closest("article.hit")), null);
  };
  await still(tab);
  const again = await open(browser, made);
  await lists(again, 3);
  await still(again);
  await again.find("button", en.help).click();
  await again.find("checkbox", en.helpDialog.letters).click();
  await again.find("button", en.close).click();
  await gone(again, "dialog[open]");
  await again.press("/");
  await again.waitFor(() => document.activeElement?.id === "query");
});

everywhere("a key with Ctrl or Alt is the browser's", async (browser) => {
  const tab = await open(browser, made);
  await lists(tab, 3);
  const taken = await tab.evaluate(() =>
    ["ctrlKey", "altKey", "metaKey"].map((held) => !document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "/", [held]: true, bubbles: true, cancelable: true }))),
  );
  assert.deepEqual(taken, [false, false, false]);
});

everywhere("the skip link is first, and leads to the articles", async (browser) => {
  const tab = await open(browser, made, "#q=molen");
  await lists(tab, 3);
  await tab.press("Tab");
  assert.equal(await focused(tab), en.skip);
  assert.ok(await tab.evaluate(() => (document.activeElement?.getBoundingClientRect().top ?? -1) >= 0));
  await tab.press("Enter");
  await tab.waitFor(() => document.activeElement?.id === "answers");
  assert.equal(await tab.evaluate(() => location.hash), "#q=molen");
});

everywhere("everything that can be clicked can be reached by Tab, and is seen when it is", async (browser) => {
  const tab = await open(browser, five(), "#q=verlies&doc=001_19c6265daab4d627");
  await there(tab, ".reader article");
  const lost = await tab.evaluate(() => {
    const seen = (/** @type {Element} */ it) => it.getClientRects().length > 0;
    return [...document.querySelectorAll("button, a[href], input, summary, [role=slider]")]
      .filter((it) => seen(it) && !it.hasAttribute("disabled"))
      .filter((it) => /** @type {HTMLElement} */ (it).tabIndex < 0)
      .map((it) => it.outerHTML);
  });
  assert.deepEqual(lost, []);
});

everywhere("in Dutch, every key of the help is told in Dutch", async (browser) => {
  const tab = await open(browser, made);
  await lists(tab, 3);
  await tab.press("?");
  await says(tab, nl.helpDialog.title);
  for (const [, what] of nl.helpDialog.list) await says(tab, what);
}, { language: "nl" });
