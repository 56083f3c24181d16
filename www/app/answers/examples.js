// Queries that find something in this collection, made of its own words.

import { signal } from "@preact/signals";
import { texts } from "../language.js";
import { info, searchOnce } from "../state.js";

/** How many articles words are taken from. */
const SAMPLE = 40;

/** Long words that say little. */
const COMMON = /^(tijdens|volgens|vandaag|gisteren|tegelijk|sommige|terwijl|doordat|waardoor|waarbij|waarvan|because|between|however|another|through|against|without|several|further|according)$/;

/** @typedef {keyof typeof import("../texts/nl.js").default.overview.examples} Kind */

/** The examples to show, each a query and what it asks. */
export const examples = signal(/** @type {[string, Kind][]} */ ([]));

/** Whole words in lower case: no names, and nothing that means something to the query language. @param {string} words */
const whole = (words) => new RegExp(`(?<![\\p{L}\\p{N}'’-])${words}(?![\\p{L}\\p{N}'’-])`, "gu");

/**
 * Articles by the words that stand in them, the commonest first.
 *
 * @param {string[]} lines
 * @param {number} least letters of a word
 */
function vocabulary(lines, least) {
  /** @type {Map<string, Set<number>>} */
  const where = new Map();
  lines.forEach((line, index) => {
    for (const [word] of line.matchAll(whole(`\\p{Ll}{${least},14}`))) {
      if (!COMMON.test(word)) where.set(word, (where.get(word) ?? new Set()).add(index));
    }
  });
  return [...where].sort((a, b) => b[1].size - a[1].size || b[0].length - a[0].length).slice(0, 60);
}

/** Makes them anew, and keeps those that find something. */
export async function makeExamples() {
  const all = await searchOnce({ query: "", limit: SAMPLE, brief: true });
  const lines = all.hits.map((hit) => [hit.label, ...hit.snippets.map((it) => it.text)].join(" . "));
  const long = vocabulary(lines, 7);
  const words = long.length > 2 ? long : vocabulary(lines, 4);
  const [first, places] = words[0] ?? [];
  if (!first) return;
  const shared = (/** @type {Set<number>} */ them) => [...them].filter((it) => places.has(it)).length;
  const others = words.slice(1);
  const beside = [...others].sort((a, b) => shared(b[1]) - shared(a[1]))[0]?.[0];
  const apart = others.find(([, them]) => shared(them) === 0)?.[0] ?? others[1]?.[0];
  const rest = others.find(([, them]) => shared(them) > 0 && shared(them) < places.size)?.[0] ?? apart;
  const phrase = words.map(([word]) => lines.join("\n").match(whole(`\\p{Ll}{5,14} ${word}`))?.[0]).find(Boolean);
  /** @type {[string | undefined, Kind][]} */
  const wanted = [
    [beside && `${first} ${beside}`, "both"],
    [phrase && `"${phrase}"`, "phrase"],
    [apart && `${first} ${texts.peek().overview.or} ${apart}`, "either"],
    [rest && `${first} -${rest}`, "without"],
    [`${first.slice(0, 5)}*`, "prefix"],
  ];
  /** @type {[string, Kind][]} */
  const found = [];
  // All but the excluding one stand in the sample. Where parts would have to be fetched to try them, they are not tried.
  const fetched = (info.peek()?.parts ?? 0) > 0;
  for (const [query, kind] of wanted) {
    if (query && (fetched || (await searchOnce({ query, limit: 1 })).total > 0)) found.push([query, kind]);
  }
  examples.value = found;
}
