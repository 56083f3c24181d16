// What the page may not do, tried from within, and what an article may hold.
import assert from "node:assert/strict";
import { test } from "node:test";

import { folderOf, pageOf, seeds } from "./built.mjs";
import { inEach } from "./page.mjs";
import { serveUnder } from "./server.mjs";

/** @import { Page } from "./browsers.mjs" */

const page = pageOf(seeds);

/** Opens both forms of a page, one after the other. @param {import("./browsers.mjs").Browser} browser @param {{ file: string, site: string }} made @param {(tab: Page, address: string) => Promise<void>} check */
async function inBothForms(browser, made, check) {
  const server = await serveUnder(made.site, "/a/sub/path/");
  try {
    for (const address of [made.file, server.address]) {
      const tab = await browser.newPage();
      await check(tab, address);
      await tab.close();
    }
  } finally {
    await server.stop();
  }
}

// A test's own code runs outside the policy of the page; what a timer calls is the page's.
const TRIES = `
  const tries = {};
  setTimeout(async () => {
    try { tries.eval = eval("'ran'"); } catch (error) { tries.eval = error.name; }
    try { tries.Function = new Function("return 'ran'")(); } catch (error) { tries.Function = error.name; }
    try { tries.fetch = (await fetch(FOREIGN + "fetch")).type; } catch (error) { tries.fetch = error.name; }
    try { await fetch(FOREIGN + "opaque", { mode: "no-cors" }); tries.opaque = "ran"; } catch (error) { tries.opaque = error.name; }
    try { importScripts(FOREIGN + "script.js"); tries.import = "ran"; } catch (error) { tries.import = error.name; }
    done(tries);
  });
`;

test("neither page nor worker can run a text as code or reach another origin", (t) =>
  inEach(t, async (browser) => {
    const foreign = await serveUnder(page.site, "/");
    foreign.lie(() => ({ type: "text/javascript", body: "globalThis.foreign = true" }));
    await inBothForms(browser, page, async (tab, address) => {
      await tab.goto(address);
      await tab.ready();
      const inPage = await tab.evaluate(
        ([tries, FOREIGN]) => new Promise((done) => new Function("done", "FOREIGN", tries)(done, FOREIGN)).catch((error) => error.name),
        [TRIES, foreign.address],
      );
      // The text above may not even become a function, which is the same answer.
      if (typeof inPage === "object") assertBlocked(inPage);
      else assert.equal(inPage, "EvalError");

      const inWorker = await tab.evaluate(
        ([tries, FOREIGN]) => {
          const code = `const FOREIGN = ${JSON.stringify(FOREIGN)}; const done = postMessage; ${tries}`;
          const worker = new Worker(URL.createObjectURL(new Blob([code])));
          return new Promise((resolve, reject) => {
            worker.onmessage = ({ data }) => resolve(data);
            worker.onerror = (event) => reject(new Error(event.message));
          });
        },
        [TRIES, foreign.address],
      );
      assertBlocked(inWorker);
    });
    assert.deepEqual(foreign.requests, []);
    await foreign.stop();
  }));

/** @param {any} tries */
function assertBlocked(tries) {
  assert.equal(tries.eval, "EvalError");
  assert.equal(tries.Function, "EvalError");
  assert.equal(tries.fetch, "TypeError");
  assert.equal(tries.opaque, "TypeError");
  assert.notEqual(tries.import, "ran");
}

test("nothing that is put in the page runs or is loaded from elsewhere", (t) =>
  inEach(t, async (browser) => {
    const foreign = await serveUnder(page.site, "/");
    await inBothForms(browser, page, async (tab, address) => {
      await tab.goto(address);
      await tab.ready();
      const blocked = await tab.evaluate(async (FOREIGN) => {
        /** @type {string[]} */
        const blocked = [];
        addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
        /** @param {string} name @param {Record<string, string>} attributes @param {string} [text] */
        const put = (name, attributes, text = "") => {
          const element = document.createElement(name);
          for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
          element.textContent = text;
          document.body.append(element);
          return element;
        };
        put("script", {}, "document.documentElement.dataset.seized = 'inline'");
        put("script", { src: `${FOREIGN}script.js` });
        put("img", { src: "data:,", onerror: "document.documentElement.dataset.seized = 'handler'" });
        put("img", { src: `${FOREIGN}image.png` });
        put("link", { rel: "stylesheet", href: `${FOREIGN}style.css` });
        put("iframe", { src: `${FOREIGN}frame.html` });
        put("object", { data: `${FOREIGN}object` });
        put("style", {}, "body { --hit: yes }");
        const wanted = ["script-src-elem", "script-src-attr", "img-src", "style-src-elem", "frame-src", "object-src"];
        await new Promise((resolve) => {
          const look = () => wanted.every((directive) => blocked.includes(directive)) && resolve(undefined);
          addEventListener("securitypolicyviolation", look);
          look();
        });
        return blocked;
      }, foreign.address);
      assert.ok(blocked.length >= 8, `${blocked}`);
      assert.equal(await tab.evaluate(() => document.documentElement.dataset.seized), undefined);
      assert.equal(await tab.evaluate(() => getComputedStyle(document.body).getPropertyValue("--hit")), "");
    });
    assert.deepEqual(foreign.requests, []);
    await foreign.stop();
  }));

test("no request leaves the origin", (t) =>
  inEach(t, async (browser) => {
    await inBothForms(browser, page, async (tab, address) => {
      const origin = new URL(address).protocol === "file:" ? page.file : new URL(address).origin;
      for (const place of ["", "#q=bakhmut", "#q=bakhmut&doc=001_19c6265daab4d627", "#lang=nl"]) {
        await tab.goto(address + place);
        await tab.reload();
        await tab.ready();
      }
      const outside = tab.requests.filter((request) => !request.startsWith(origin) && !/^(blob|data):/.test(request));
      assert.deepEqual(outside, []);
      assert.ok(tab.requests.length > 0);
    });
  }));

const HOSTILE = "<img src=x onerror=\"document.documentElement.dataset.seized=1\"><script>document.documentElement.dataset.seized=2</script></noscript></script></title>";
const hostile = pageOf(
  folderOf({
    "markup.txt": `date 2023-03-01 ${HOSTILE} titel\n\n${HOSTILE} In de stad staat {{foot}} een huis. </article> [klik](javascript:alert(1))\n`,
    "turned.txt": "date 2023-03-02 De \u202etitel draait\u2066 om\n\nDe stad \u202edraait\u2067 ook om.\n",
    "link.md": "---\ndate: 2023-03-03\ntitle: Een 'koppeling' & \"meer\"\nurl: javascript:document.documentElement.dataset.seized=3\nsource: <b>vet</b>\n---\n\nDe stad heeft een <a href=\"javascript:alert(1)\">verwijzing</a>.\n",
  }),
  "--title",
  `${HOSTILE} \u202e verzameling`,
);

test("an article is text, whatever it holds", (t) =>
  inEach(t, async (browser) => {
    await inBothForms(browser, hostile, async (tab, address) => {
      for (const place of ["", "#q=stad", "#q=img", "#q=stad&doc=markup", "#doc=turned", "#doc=link&q=stad"]) {
        await tab.goto(address + place);
        await tab.reload();
        await tab.ready();
        await tab.waitFor(() => document.querySelector("article") !== null);
        const made = await tab.evaluate(() => ({
          seized: document.documentElement.dataset.seized,
          elements: [...document.querySelectorAll("img, iframe, object, b")].filter((element) => element.matches("img, iframe, object") || element.textContent === "vet").map((element) => element.outerHTML),
          links: [...document.querySelectorAll("a")].map((link) => link.protocol).filter((protocol) => !/^(https?|file|blob|data):$/.test(protocol)),
          scripts: [...document.scripts].filter((script) => /dataset\.seized/.test(script.text) && script.id !== "kroniek-engine").length,
        }));
        assert.deepEqual(made, { seized: undefined, elements: [], links: [], scripts: 0 }, place);
      }
      assert.match(await tab.evaluate(() => document.title), /<img src=x/);
    });
  }));

test("with scripts off there is a list of the articles, as text", (t) =>
  inEach(
    t,
    async (browser) => {
      await inBothForms(browser, hostile, async (tab, address) => {
        await tab.goto(address);
        const html = await tab.raw.content();
        const text = html.slice(html.indexOf("<noscript>"), html.indexOf("</noscript>"));
        assert.match(text, /&lt;img src=x onerror=/);
        assert.match(text, /<bdi>De \u202etitel draait\u2066 om<\/bdi>/);
        assert.match(text, /<time datetime="2023-03-03">/);
        assert.doesNotMatch(text, /<(img|script|b|a)\b/);
      });
    },
    { scripts: false },
  ));
