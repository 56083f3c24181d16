// Makes the index of a peer that is built in JavaScript. Usage: build.mjs ENGINE ARTICLES.jsonl OUT
import { createReadStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { join } from "node:path";

const [engine, source, out] = process.argv.slice(2);

async function* articles() {
  for await (const line of createInterface({ input: createReadStream(source), crlfDelay: Infinity })) yield JSON.parse(line);
}

const { build } = await import(`./engines/${engine}.js`);
await build(articles(), (name, content) => writeFile(join(out, name), content));
