// Pages for tests, made by the program itself.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const program = join(root, "target", "release", "kroniek");
export const seeds = join(root, "seeds");

/** @type {string[]} */
const folders = [];
process.on("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone when the tests of this file are done. */
export function temporary() {
  const folder = mkdtempSync(join(tmpdir(), "kroniek-test-"));
  folders.push(folder);
  return folder;
}

/** A folder with these files. @param {Record<string, string>} files */
export function folderOf(files) {
  const folder = temporary();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/**
 * The page of a folder.
 * @param {string} folder
 * @param {...string} options Of `kroniek build`.
 */
export function pageOf(folder, ...options) {
  const out = temporary();
  execFileSync(program, ["build", folder, "--out", out, ...options], { stdio: ["ignore", "ignore", "inherit"] });
  return {
    /** The address of the single file. */
    file: pathToFileURL(join(out, "kroniek.html")).href,
    /** The folder of the site. */
    site: join(out, "site"),
  };
}
