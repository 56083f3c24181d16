// A link to a sentence: its number, and its first words to see whether it is still the same.

/** @import { Block, DocumentAnswer } from "kroniek/answers" */

/** As many words as tell a sentence from its neighbours. */
const WORDS = 5;

/** @param {string} text */
const plain = (text) => text.replace(/\s+/g, " ").trim();

/**
 * The text of every sentence of an article, by its number.
 *
 * @param {DocumentAnswer} article
 */
export function sentences({ blocks }) {
  /** @type {string[]} */
  const all = [];
  for (const block of blocks) {
    block.sentences.forEach(([start, end], index) => (all[block.first + index] = block.text.slice(start, end)));
  }
  return all;
}

/**
 * The first words of a sentence, for a link.
 *
 * @param {string} sentence
 */
export const firstWords = (sentence) => plain(sentence).split(" ").slice(0, WORDS).join(" ");

/**
 * The number of the sentence that a link means: the one of that number when it begins as the link says, else the
 * nearest that does.
 *
 * @param {DocumentAnswer} article
 * @param {number} number
 * @param {string} words empty when the link is the page's own
 * @returns {number | null} null when there is none
 */
export function meant(article, number, words) {
  const all = sentences(article);
  const begins = (/** @type {string | undefined} */ it) => it !== undefined && plain(it).startsWith(plain(words));
  if (begins(all[number])) return number;
  if (!words) return null;
  const others = all.flatMap((it, index) => (begins(it) ? [index] : []));
  others.sort((a, b) => Math.abs(a - number) - Math.abs(b - number));
  return others[0] ?? null;
}

/**
 * A block's text in stretches that no mark, time or sentence cuts through.
 *
 * @param {Block} block
 */
export function stretches({ text, sentences, marks, times }) {
  const cuts = new Set([0, text.length]);
  for (const [start, end] of [...sentences, ...marks]) cuts.add(start).add(end);
  for (const { start, end } of times) cuts.add(start).add(end);
  const at = [...cuts].sort((a, b) => a - b);
  return at.slice(1).map((end, index) => {
    const start = at[index];
    /** @param {[number, number]} it */
    const holds = (it) => it[0] <= start && end <= it[1];
    return {
      start,
      text: text.slice(start, end),
      sentence: sentences.findIndex(holds),
      mark: marks.findIndex(holds),
      time: times.findIndex((it) => holds([it.start, it.end])),
    };
  });
}
