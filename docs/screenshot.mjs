// Draws docs/kroniek.png, the picture in the README, from the page of seeds/ as it is: ./build.sh && node docs/screenshot.mjs
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { root } from "../bench/measure.mjs";
import { launch } from "../tests/browser/browsers.mjs";

/** A reader has to wait for it on the front page of the project. */
const LARGEST = 200_000;

const QUERY = process.argv[2] ?? "verlies";

const out = mkdtempSync(join(tmpdir(), "kroniek-screenshot-"));
const browser = await launch("chromium");
try {
  // Whatever folder dist/ was built of, the picture is of seeds/.
  execFileSync(join(root, "target", "release", "kroniek"), ["build", join(root, "seeds"), "--out", out, "--title", "Kroniek"]);
  const page = await browser.newPage();
  await page.resize(1280, 860);
  await page.raw.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.goto(pathToFileURL(join(out, "kroniek.html")).href);
  await page.ready();
  await page.find("combobox", "Search the articles").fill(QUERY);
  await page.press("Enter");
  await page.waitFor(() => document.querySelectorAll("article mark").length > 0);
  const picture = join(root, "docs", "kroniek.png");
  await page.raw.screenshot({ path: picture, animations: "disabled", caret: "hide" });
  const { size } = statSync(picture);
  console.log(`docs/kroniek.png  ${size} bytes`);
  if (size > LARGEST) throw new Error(`the picture is larger than ${LARGEST} bytes`);
} finally {
  await browser.close();
  rmSync(out, { recursive: true });
}
