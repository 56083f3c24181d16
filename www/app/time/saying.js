// What lies in one bin of the time band, in words.

import { signal } from "@preact/signals";
import { number } from "../days.js";
import { texts } from "../language.js";
import { count, span } from "../words.js";
import { found } from "./asked.js";

/** The bin that the pointer or a handle is at; -1 for none. */
export const hovered = signal(-1);

/**
 * When, how many articles, how often mentioned.
 *
 * @param {number} index of a bin
 */
export function saying(index) {
  const t = texts.value.time;
  const answer = found.value;
  const bin = answer?.bins[index];
  if (!answer || !bin) return "";
  const [first, last] = [number(bin.earliest), number(bin.latest)];
  let exact = 0;
  /** @type {string[]} */
  const vague = [];
  for (const it of answer.publications) {
    const [a, b] = [number(it.earliest), number(it.latest)];
    if (a >= first && b <= last) exact += it.documents;
    else if (a <= last && b >= first) vague.push(t.vaguely(count(it.documents), it.documents, span(it.earliest, it.latest)));
  }
  const articles = exact > 0 || vague.length === 0
    ? [exact > 0 ? t.articles(count(exact), exact) : t.noArticles, ...vague]
    : vague;
  return `${span(bin.earliest, bin.latest)}: ${articles.join(", ")}; ${mentions(bin.mentioned)}`;
}

/**
 * When, and how often mentioned.
 *
 * @param {number} index of a bin
 */
export function mentioning(index) {
  const bin = found.value?.bins[index];
  return bin ? `${span(bin.earliest, bin.latest)}: ${mentions(bin.mentioned)}` : "";
}

/** @param {number} value a sum of shares */
export function mentions(value) {
  const t = texts.value.time;
  if (value < 0.005) return t.noMentions;
  return value < 0.95 ? t.mentionsFew : t.mentions(count(value, value < 10 ? 1 : 0), value);
}
