// Times and numbers in the words of the page's language.

import { number, parts, startsMonth, endsMonth } from "./days.js";
import { computed } from "@preact/signals";
import { texts, language } from "./language.js";

/** @typedef {import("kroniek/answers").Mention} Mention */

// A formatter takes longer to make than a whole answer to draw: each is made once for a language.

const formatters = computed(() => [0, 1, 2].map((digits) => new Intl.NumberFormat(language.value, { maximumFractionDigits: digits })));

/** The names of the months by their width, January first. */
const months = computed(() => {
  const names = (/** @type {"long" | "short"} */ width) => {
    const formatter = new Intl.DateTimeFormat(language.value, { month: width, timeZone: "UTC" });
    return Array.from({ length: 12 }, (_, index) => formatter.format(Date.UTC(2001, index, 15)).replace(".", ""));
  };
  return { long: names("long"), short: names("short") };
});

/**
 * @param {number} value
 * @param {0 | 1 | 2} [digits] after the comma, at most
 */
export const count = (value, digits = 0) => formatters.value[digits].format(value);

/**
 * @param {number} month from 1
 * @param {"long" | "short"} width
 */
export const month = (month, width = "long") => months.value[width][month - 1];

/** @param {number} year astronomical: 0 is 1 BC */
export const yearWords = (year) => (year > 0 ? String(year) : texts.value.time.beforeChrist(1 - year));

/** @param {string} day */
export function dayWords(day) {
  const at = parts(day);
  return `${at.day} ${month(at.month)} ${yearWords(at.year)}`;
}

/**
 * A span of days as short as it can be said: "maart 2023", "3–9 maart 2023", "oktober 2022 – maart 2023".
 *
 * @param {string} from
 * @param {string} until
 */
export function span(from, until) {
  if (from === until) return dayWords(from);
  const [a, b] = [parts(from), parts(until)];
  const sameYear = a.year === b.year;
  if (startsMonth(from) && endsMonth(until)) {
    if (a.month === 1 && b.month === 12) {
      return sameYear ? yearWords(a.year) : `${yearWords(a.year)} – ${yearWords(b.year)}`;
    }
    const last = `${month(b.month)} ${yearWords(b.year)}`;
    if (sameYear && a.month === b.month) return last;
    return `${month(a.month)}${sameYear ? "" : ` ${yearWords(a.year)}`} – ${last}`;
  }
  if (sameYear && a.month === b.month) return `${a.day}–${dayWords(until)}`;
  return sameYear ? `${a.day} ${month(a.month)} – ${dayWords(until)}` : `${dayWords(from)} – ${dayWords(until)}`;
}

/**
 * A span between two dates that are known more or less exactly: "14 mei 2019 – 2021".
 *
 * @param {string} from
 * @param {string} until
 * @param {{ earliest: string | null, latest: string | null }[]} [dates] those that the span is of; left out, or where
 *   its ends are not among them, the days are told
 */
export function known(from, until, dates = []) {
  /** @param {"earliest" | "latest"} end @param {string} day */
  const exact = (end, day) =>
    dates.filter((it) => it[end] === day).map((it) => [it.earliest ?? day, it.latest ?? day])
      .sort(([a, b], [c, d]) => number(b) - number(a) - (number(d) - number(c)))[0];
  const [first, last] = [exact("earliest", from), exact("latest", until)];
  if (!first || !last || from === until) return span(from, until);
  const [a, b] = [span(first[0], first[1]), span(last[0], last[1])];
  if (a === b) return a;
  /** The parts of a date that are known. @param {string} words */
  const depth = (words) => words.split(" ").length;
  const wholes = startsMonth(from) && endsMonth(until);
  return depth(a) === depth(b) && (depth(a) < 3 || !wholes) ? span(from, until) : `${a} – ${b}`;
}

/**
 * The name of a fact in the language of the page, where it is one of the usual ones.
 *
 * @param {string} name
 */
export const factName = (name) => texts.value.facts[name.toLowerCase()] ?? name;

/**
 * Some time within a span: "tussen 3 maart en 9 april 2023", or "in maart 2023" where it is a whole one.
 *
 * @param {string} from
 * @param {string} until
 */
function within(from, until) {
  const { time } = texts.value;
  const [a, b] = [parts(from), parts(until)];
  if (startsMonth(from) && endsMonth(until) && a.year === b.year) {
    if (a.month === b.month || (a.month === 1 && b.month === 12)) return time.in(span(from, until));
  }
  return time.between(a.year === b.year ? `${a.day} ${month(a.month)}` : dayWords(from), dayWords(until));
}

/**
 * A publication date as it is known, never more exact: "maart 2023" stays a month.
 *
 * @param {{ date: string | null, earliest: string | null, latest: string | null }} entry
 */
export function dateWords({ date, earliest, latest }) {
  if (!date || !earliest || !latest) return texts.value.time.undated;
  if (date.startsWith("[") && earliest !== latest) return within(earliest, latest);
  const words = span(earliest, latest);
  return /[~?%]$/.test(date) ? texts.value.time.about(words) : words;
}

/**
 * What a time in a text was read as, in words.
 *
 * @param {Mention} mention
 */
export function mentionWords({ earliest, latest, edtf, precision, relation }) {
  const { time } = texts.value;
  if (!earliest || !latest) return time.unresolved;
  const whole = edtf?.startsWith("[") && earliest !== latest
    ? `${time.precision[precision]} ${within(earliest, latest)}`
    : span(earliest, latest);
  return time.relation[relation](whole);
}
