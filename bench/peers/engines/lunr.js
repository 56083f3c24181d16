// Lunr with the Dutch of lunr-languages, prebuilt. Words are asked for whole, as beginnings and with one slip of the keyboard, as in Lunr's
// guide to its query builder. It keeps no titles, so they lie beside the index.
import lunr from "lunr";
import support from "lunr-languages/lunr.stemmer.support";
import dutch from "lunr-languages/lunr.nl";

support(lunr);
dutch(lunr);

export async function build(articles, write) {
  const builder = new lunr.Builder();
  // What lunr() itself sets up, before the language takes its place.
  builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
  builder.searchPipeline.add(lunr.stemmer);
  builder.use(lunr.nl);
  builder.ref("id");
  builder.field("title", { boost: 2 });
  builder.field("text");
  const titles = {};
  for await (const article of articles) {
    builder.add(article);
    titles[article.id] = article.title;
  }
  await write("index.json", JSON.stringify(builder.build()));
  await write("titles.json", JSON.stringify(titles));
}

let index;
let titles;

export async function open(read) {
  const [built, named] = await Promise.all([read("index.json"), read("titles.json")]);
  index = lunr.Index.load(await built.json());
  titles = await named.json();
}

export function search({ text }) {
  const found = index.query((query) => {
    for (const token of lunr.tokenizer(text)) {
      const term = token.toString();
      query.term(term, { boost: 100, usePipeline: true });
      query.term(term, { boost: 10, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
      query.term(term, { boost: 1, usePipeline: false, editDistance: 1 });
    }
  });
  return { total: found.length, hits: found.slice(0, 10).map(({ ref }) => ({ id: ref, title: titles[ref] })) };
}
