// Days as numbers, counted from 1 January 1970, and back. Plain ISO strings sort wrongly before the year 0, so
// arithmetic is done on numbers.

const MS = 86_400_000;

/**
 * The number of a day; NaN where the text is none.
 *
 * @param {string} day
 */
export function number(day) {
  // A year of four digits the browser reads itself, ten times as fast; a band of thousands of dates is drawn within a frame.
  if (day.length === 10) return Date.parse(day) / MS;
  const parts = /^(-?\d{4,6})-(\d\d)-(\d\d)/.exec(day);
  if (!parts) return NaN;
  // Date.UTC takes the years 0 to 99 for 1900 to 1999; setUTCFullYear does not.
  return new Date(0).setUTCFullYear(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / MS;
}

/** @param {number} number */
export const date = (number) => new Date(number * MS);

/**
 * The day of a number, as the engine writes days.
 *
 * @param {number} number
 */
export function day(number) {
  const at = date(Math.round(number));
  const year = at.getUTCFullYear();
  const digits = String(Math.abs(year)).padStart(4, "0");
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${year < 0 ? "-" : ""}${digits}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
}

/**
 * Year, month from 1 and day of the month.
 *
 * @param {string} text
 */
export function parts(text) {
  const at = date(number(text));
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** @param {string} text */
export const startsMonth = (text) => parts(text).day === 1;

/** @param {string} text */
export const endsMonth = (text) => date(number(text) + 1).getUTCDate() === 1;
