// FlexSearch as a document index: words from their beginnings, letters that sound alike as one (its documentation's way to tolerate slips),
// suggestions where not every word is found, months as tags. It has no Dutch.
import { Charset, Document } from "flexsearch";

const make = () =>
  new Document({
    tokenize: "forward",
    encoder: Charset.LatinBalance,
    document: { id: "id", index: ["title", "text"], tag: "month", store: ["title"] },
  });

export async function build(articles, write) {
  const index = make();
  for await (const { id, title, text, first } of articles) index.add({ id, title, text, month: first.slice(0, 7) });
  const keys = [];
  await index.export(async (key, value) => {
    if (value === undefined) return;
    await write(`${keys.length}.json`, value);
    keys.push(key);
  });
  await write("keys.json", JSON.stringify(keys));
}

let index;

export async function open(read) {
  index = make();
  const keys = await (await read("keys.json")).json();
  await Promise.all(keys.map(async (key, at) => index.import(key, await (await read(`${at}.json`)).text())));
}

export function search({ text, from, until }) {
  const options = { limit: 10, enrich: true, merge: true, suggest: true };
  if (!from) return { hits: ask(options, text) };
  // A tag is one value, so a range is asked for month by month; a suggestion may lack the tag.
  const hits = new Map();
  for (const month of months(from, until)) for (const hit of ask({ ...options, suggest: false, tag: { month } }, text)) hits.set(hit.id, hit);
  return { hits: [...hits.values()].slice(0, 10) };
}

const ask = (options, text) => index.search(text, options).map(({ id, doc }) => ({ id, title: doc?.title }));

export function* months(from, until) {
  let [year, month] = from.split("-").map(Number);
  for (;;) {
    const now = `${year}-${String(month).padStart(2, "0")}`;
    if (now > until) return;
    yield now;
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}
