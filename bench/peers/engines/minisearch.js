// MiniSearch as its README advises: prefixes and slips of the keyboard in the search options, words normalised by `processTerm`.
// It has no Dutch of its own; the stemmer given to it is Orama's, which is Snowball's.
import MiniSearch from "minisearch";
import { stemmer } from "@orama/stemmers/dutch";

const OPTIONS = {
  fields: ["title", "text"],
  storeFields: ["title", "first", "last"],
  processTerm: (term) => stemmer(term.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")),
  searchOptions: { boost: { title: 2 }, prefix: true, fuzzy: 0.2 },
};

export async function build(articles, write) {
  const index = new MiniSearch(OPTIONS);
  for await (const article of articles) index.add(article);
  await write("index.json", JSON.stringify(index));
}

let index;

export async function open(read) {
  index = await MiniSearch.loadJSONAsync(await (await read("index.json")).text(), OPTIONS);
}

export function search({ text, from, until }) {
  const filter = from ? (it) => it.last >= from && it.first <= until : undefined;
  const found = index.search(text, { filter });
  return { total: found.length, hits: found.slice(0, 10) };
}
