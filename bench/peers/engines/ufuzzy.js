// uFuzzy, which keeps no index: it looks through all titles and texts, without diacritics, with one slip of the keyboard in a word.
// Its README says that it is for short and middling phrases, so long articles are not what it was made for.
import uFuzzy from "@leeoniya/ufuzzy";

const AROUND = 80;

export async function build(articles, write) {
  const all = [];
  for await (const { id, title, text, first, last } of articles) all.push([id, title, text, first, last]);
  await write("articles.json", JSON.stringify(all));
}

const fuzzy = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
let all;
let texts;
let plain;

export async function open(read) {
  all = await (await read("articles.json")).json();
  texts = all.map(([, title, text]) => `${title}\n${text}`);
  plain = uFuzzy.latinize(texts);
}

export function search({ text, from, until }) {
  if (!text.trim()) return { total: 0, hits: [] };
  const within = from ? [...all.keys()].filter((at) => all[at][4] >= from && all[at][3] <= until) : undefined;
  const [found, info, order] = fuzzy.search(plain, uFuzzy.latinize(text), 1, 1e3, within);
  const chosen = order ? order.slice(0, 10).map((at) => ({ at: info.idx[at], range: info.ranges[at] })) : (found ?? []).slice(0, 10).map((at) => ({ at }));
  return { total: found?.length ?? 0, hits: chosen.map(({ at, range }) => ({ id: all[at][0], title: all[at][1], excerpt: excerpt(at, range) })) };
}

/** What stands around the first match. */
function excerpt(at, range) {
  const [start, end] = range ?? [0, 0];
  return texts[at].slice(Math.max(0, start - AROUND), end + AROUND);
}
