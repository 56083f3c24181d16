// What lies in one bin of the time band, in words.

import { computed, signal } from "@preact/signals";
import { number } from "../days.js";
import { texts } from "../language.js";
import { count, span } from "../words.js";
import { here } from "../address.js";
import { question } from "../state.js";
import { below, dated, found } from "./asked.js";
import { rate } from "./lanes.js";

/** The bin that the pointer or a handle is at; -1 for none. */
export const hovered = signal(-1);

/** Whether only some of the articles are counted. */
const some = computed(() => {
  const { typing, ...asked } = question.value;
  return Object.values(asked).some((it) => (Array.isArray(it) ? it.length > 0 : Boolean(it)));
});

/**
 * When, how many articles, how often mentioned, and of what.
 *
 * @param {number} index of a bin
 */
export function saying(index) {
  const t = texts.value.time;
  const answer = found.value;
  const bin = answer?.bins[index];
  if (!answer || !bin) return "";
  const told = below(index)?.mentioned ?? 0;
  const when = `${span(bin.earliest, bin.latest)}${some.value ? `, ${t.ofFound}` : ""}: `;
  if (here.relative.value) {
    const [articles, mentions] = [rate(bin.published, bin), rate(told, bin)];
    return when + (articles === null || mentions === null ? `${t.noWords}; ${mentioned(told)}` : t.rates(count(articles, 2), count(mentions, 2)));
  }
  const [first, last] = [number(bin.earliest), number(bin.latest)];
  let exact = 0;
  /** @type {string[]} */
  const vague = [];
  for (const it of dated.value) {
    if (it.first >= first && it.last <= last) exact += it.documents;
    else if (it.first <= last && it.last >= first) vague.push(t.vaguely(count(it.documents), it.documents, span(it.earliest, it.latest)));
  }
  const articles = exact > 0 || (vague.length === 0 && answer.published)
    ? [exact > 0 ? t.articles(count(exact), exact) : t.noArticles, ...vague]
    : vague;
  return when + [articles.join(", "), mentioned(told)].filter(Boolean).join("; ");
}

/** @param {number} value a sum of shares */
function mentioned(value) {
  const t = texts.value.time;
  if (value < 0.005) return t.noMentions;
  return value < 0.95 ? t.mentionsFew : t.mentions(count(value, value < 10 ? 1 : 0), value);
}
