// Orama with its own Dutch stemmer and stop words, one slip of the keyboard tolerated, saved and loaded as its documentation shows.
// It keeps every article whole.
import { create, insert, load, save, search as ask } from "@orama/orama";
import { language, stemmer } from "@orama/stemmers/dutch";
import { stopwords } from "@orama/stopwords/dutch";

const make = () =>
  create({
    schema: { title: "string", text: "string", day: "number" },
    components: { tokenizer: { language, stemming: true, stemmer, stopWords: stopwords } },
  });

const number = (day) => Number(day.replaceAll("-", ""));

export async function build(articles, write) {
  const database = make();
  for await (const { id, title, text, first } of articles) await insert(database, { id, title, text, day: number(first) });
  await write("index.json", JSON.stringify(save(database)));
}

let database;

export async function open(read) {
  database = make();
  load(database, await (await read("index.json")).json());
}

export async function search({ text, from, until }) {
  const phrase = /^"(.*)"$/.exec(text)?.[1];
  const found = await ask(database, {
    term: phrase ?? text,
    exact: phrase !== undefined,
    tolerance: phrase === undefined ? 1 : 0,
    boost: { title: 2 },
    limit: 10,
    where: from ? { day: { between: [number(from), number(until)] } } : undefined,
  });
  return { total: found.count, hits: found.hits.map(({ id, document }) => ({ id, title: document.title })) };
}
