// A collection that Spark reads in several shares, in its local mode, is the page that one machine makes.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { folderOf, program, root, seeds, temporary } from "./browser/built.mjs";

/** Spark 3.5 runs on Python 3.8 and on Java 8, 11 and 17, which is what most machines have. */
const SPARK = "pyspark==3.5.6";

/** Where it is installed, so that it is fetched once. */
const home = join(root, "target", "spark");

/** Milliseconds after which a network, or Spark, is taken not to answer. */
const PATIENCE = 300_000;

/** @param {string} command @param {string[]} options */
function run(command, options, more = {}) {
  return spawnSync(command, options, { encoding: "utf8", timeout: PATIENCE, killSignal: "SIGKILL", ...more });
}

/** Why Spark cannot be had here; nothing where it is there. */
function lacking() {
  if (run("java", ["-version"]).status !== 0) {
    const root = process.getuid?.() === 0;
    const [command, ...before] = root ? ["apt-get"] : ["sudo", "-n", "apt-get"];
    const options = [...before, "install", "-qq", "-y", "--no-install-recommends", "default-jre-headless"];
    run(command, options, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    if (run("java", ["-version"]).status !== 0) return "Spark needs Java, which is not here and cannot be installed";
  }
  const installed = join(home, ".installed");
  if (existsSync(installed) && readFileSync(installed, "utf8") === SPARK) return;
  rmSync(home, { recursive: true, force: true });
  if (run("python3", ["-m", "venv", home]).status !== 0) return "python3 makes no virtual environment: install python3-venv";
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile", SPARK];
  if (run(join(home, "bin", "python"), pip).status !== 0) return `${SPARK} cannot be installed from PyPI`;
  writeFileSync(installed, SPARK);
}

/** Every file below a folder, with its bytes. @param {string} folder @returns {Map<string, string>} */
function tree(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const read = files.map((file) => join(file.parentPath ?? file.path, file.name));
  return new Map(read.sort().map((path) => [path.slice(folder.length), readFileSync(path, "latin1")]));
}

const lacks = lacking();
if (lacks) console.log(`not tried with Spark: ${lacks}`);

test("partitions of Spark give what one machine gives", { skip: lacks }, () => {
  /** @type {Record<string, string>} */
  const files = { "leeg.txt": "", "beeld.png": "x" };
  for (const name of readdirSync(seeds)) files[`seeds/${name}`] = readFileSync(join(seeds, name), "utf8");
  for (let number = 0; number < 60; number++) {
    const day = `19${50 + (number % 40)}-03-${10 + (number % 20)}`;
    files[`a ${number % 4}/bericht ${number}.txt`] = `date ${day} Bericht ${number % 50}\n\nIn mei 1995 viel stad ${number % 50}.`;
  }
  const line = (/** @type {number} */ number) => JSON.stringify({ id: "a", date: "2001-02-03", text: `Regel ${number}.` });
  files["regels.jsonl"] = `${Array.from({ length: 30 }, (_, number) => line(number)).join("\n")}\ngeen json\n`;
  const folder = folderOf(files);
  const [single, many, shards] = [temporary(), temporary(), temporary()];
  const built = run(program, ["build", folder, "--forget", "--chunk", "0", "--out", single]);
  assert.equal(built.status, 0, built.stderr);

  const local = ["--master", "local[2]", "--conf", "spark.ui.enabled=false", "--conf", "spark.driver.memory=512m"];
  const job = [join(root, "tools", "spark", "build.py"), folder, "--out", many, "--shards", shards, "--program", program];
  const submit = join(home, "bin", "spark-submit");
  const env = { ...process.env, SPARK_LOCAL_IP: "127.0.0.1", PYSPARK_PYTHON: join(home, "bin", "python") };
  const done = run(submit, [...local, ...job, "--partitions", "3", "--chunk", "0"], { env });
  assert.equal(done.status, 0, done.stderr);
  assert.equal(readdirSync(shards).length, 3);
  assert.deepEqual([...tree(many).keys()], [...tree(single).keys()]);
  assert.ok([...tree(many)].every(([path, bytes]) => tree(single).get(path) === bytes));
  // What there is to say about files is said alike; Spark passes on both streams as one.
  const said = new Set(`${done.stdout}${done.stderr}`.split("\n"));
  assert.ok(built.stderr.includes("leeg.txt"));
  assert.deepEqual(built.stderr.split("\n").filter((remark) => !said.has(remark)), []);
});
