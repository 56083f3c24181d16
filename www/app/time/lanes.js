// What the lanes of the time band draw: how articles are laid on one another, where there are none, how many for their words.

import { number } from "../days.js";

/** @import { Bin, Publication } from "kroniek/answers" */

/**
 * Articles that lie on the same stretch of time, `base` articles above the axis.
 *
 * @typedef {object} Layer
 * @property {number} first number of its first day
 * @property {number} last number of its last day
 * @property {number} base
 * @property {number} documents
 * @property {boolean} vague known less exactly than the bins
 */

/**
 * Lays publications on one another. What is known less exactly than a bin keeps its own width, as a layer below; the
 * rest is piled up by bin. A month is so drawn as a month, and its height still counts articles.
 *
 * @param {Bin[]} bins
 * @param {Publication[]} publications
 * @returns {Layer[]}
 */
export function layers(bins, publications) {
  if (bins.length === 0) return [];
  const starts = bins.map((bin) => number(bin.earliest));
  const ends = bins.map((bin) => number(bin.latest));
  const piles = new Array(bins.length).fill(0);
  /** @type {Layer[]} */
  const vague = [];
  const spans = publications.map((it) => ({ first: number(it.earliest), last: number(it.latest), documents: it.documents }));
  spans.sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first);
  for (const { first, last, documents } of spans) {
    const at = find(starts, first);
    if (at >= 0 && last <= ends[at]) {
      piles[at] += documents;
    } else if (last >= starts[0] && first <= ends[ends.length - 1]) {
      vague.push({ first, last, base: top(vague, first, last), documents, vague: true });
    }
  }
  const exact = piles.flatMap((documents, index) => {
    if (documents === 0) return [];
    const [first, last] = [starts[index], ends[index]];
    return [{ first, last, base: top(vague, first, last), documents, vague: false }];
  });
  return [...vague, ...exact];
}

/** @param {Layer[]} layers @param {number} first @param {number} last */
function top(layers, first, last) {
  let height = 0;
  for (const it of layers) {
    if (it.first <= last && first <= it.last) height = Math.max(height, it.base + it.documents);
  }
  return height;
}

/**
 * The index of the bin that a day lies in, if it is not before all of them.
 *
 * @param {number[]} starts
 * @param {number} day
 */
export function find(starts, day) {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The least that counts as a gap in the collection, in days: a month. */
const MONTH = 28;

/** From so many articles on a collection has a rhythm of its own. */
const RHYTHM = 12;

/**
 * Stretches between articles in which nothing was published: a month long at least, and where there are many articles
 * three times what usually lies between two of them. Told from the publications, not from the bins: a week that two
 * months share belongs to neither's gap.
 *
 * @param {Publication[]} publications of the whole collection
 * @returns {{ first: number, last: number }[]}
 */
export function gaps(publications) {
  const spans = publications.map((it) => ({ first: number(it.earliest), last: number(it.latest) }));
  spans.sort((a, b) => a.first - b.first);
  /** @type {{ first: number, last: number }[]} */
  const found = [];
  let reached = NaN;
  for (const { first, last } of spans) {
    if (first > reached + 1) found.push({ first: reached + 1, last: first - 1 });
    reached = Number.isNaN(reached) ? last : Math.max(reached, last);
  }
  const days = (/** @type {{ first: number, last: number }} */ gap) => gap.last - gap.first + 1;
  const lengths = found.map(days).sort((a, b) => a - b);
  const usual = spans.length < RHYTHM ? 0 : (lengths[lengths.length >> 1] ?? 0);
  return found.filter((gap) => days(gap) >= Math.max(MONTH, 3 * usual));
}

/** Counted for so many words. */
export const WORDS = 10_000;

/**
 * How many for every 10,000 words that the collection published in a bin; null where it published none.
 *
 * @param {number} value
 * @param {Bin} bin
 */
export const rate = (value, { words }) => (words > 0 ? (value / words) * WORDS : null);

/** Over how many bins an open end fades out. Fewer would look like an end, more would look like something told of all that time. */
const FADE = 6;

/**
 * What "since" and "until" leave open, in the bins beside their time, less and less: to be drawn beyond what is told of each bin.
 *
 * @param {Bin[]} bins
 * @returns {number[]} a number for each bin
 */
export function fading(bins) {
  const left = bins.map(() => 0);
  bins.forEach(({ earlier = 0, later = 0 }, at) => {
    for (let step = 1; step <= FADE; step++) {
      const share = 1 - step / (FADE + 1);
      if (at - step >= 0) left[at - step] += earlier * share;
      if (at + step < bins.length) left[at + step] += later * share;
    }
  });
  return left;
}
