// The dates that matter as they are shown: neighbouring days as one time.

import { number } from "../days.js";

/** @import { Moment } from "kroniek/answers" */

/** How many days are one time, at most: longer, and it is no longer said when something happened. */
const LONGEST = 3;

/** How many are asked for when so many are to be shown: some of them are neighbours. @param {number} shown */
export const wanted = (shown) => shown + (shown >> 1);

/**
 * A time that matters: the numbers of its first and last day, and what is told of it, in the order of time.
 *
 * @typedef {{ first: number, last: number, told: Moment[] }} Time
 */

/** @param {Time} one @param {Time} other */
const neighbours = (one, other) =>
  [one, other].every((it) => it.told.every(({ earliest, latest }) => earliest === latest)) &&
  one.first <= other.last + 1 && other.first <= one.last + 1 &&
  Math.max(one.last, other.last) - Math.min(one.first, other.first) < LONGEST;

/**
 * Dates with neighbouring days merged, in the order of time.
 *
 * @param {Moment[]} moments the one that matters most first
 * @param {number} most times
 * @returns {Time[]}
 */
export function merged(moments, most) {
  /** @type {Time[]} */
  let times = [];
  for (const moment of moments) {
    let time = { first: number(moment.earliest), last: number(moment.latest), told: [moment] };
    const beside = times.find((it) => neighbours(it, time));
    if (!beside && times.length >= most) continue;
    if (beside) {
      times = times.filter((it) => it !== beside);
      time = { first: Math.min(time.first, beside.first), last: Math.max(time.last, beside.last), told: [...beside.told, moment] };
    }
    times.push(time);
  }
  for (const time of times) time.told.sort((a, b) => number(a.earliest) - number(b.earliest));
  return times.sort((a, b) => a.first - b.first || a.last - b.last);
}
