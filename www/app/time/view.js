// What the time band draws: from which day to which.

import { computed } from "@preact/signals";
import { address, go, here } from "../address.js";
import { date, day, number } from "../days.js";
import { info } from "../state.js";

/** The least that is drawn, in days. */
const LEAST = 6;

/** @typedef {[string, string]} View */

/**
 * A span with some room at both ends, in whole months where it is longer than one or two.
 *
 * @param {View} span
 * @returns {View}
 */
function roomy([first, last]) {
  const [a, b] = [number(first), number(last)];
  const room = Math.max(3, Math.round((b - a + 1) * 0.06));
  if (b - a < 60) return [day(a - room), day(b + room)];
  const [from, until] = [date(a - room), date(b + room)];
  from.setUTCDate(1);
  until.setUTCMonth(until.getUTCMonth() + 1, 0);
  return [day(from.getTime() / 86_400_000), day(until.getTime() / 86_400_000)];
}

/** The span of publication, with room around it; that of the times mentioned when no article is dated. */
export const usual = computed(() => {
  const span = info.value?.published ?? info.value?.mentioned;
  return span ? roomy(span) : null;
});

/** All that is published or mentioned. */
export const everything = computed(() => {
  const { published, mentioned } = info.value ?? {};
  if (!published || !mentioned) return usual.value;
  const first = number(mentioned[0]) < number(published[0]) ? mentioned[0] : published[0];
  const last = number(mentioned[1]) > number(published[1]) ? mentioned[1] : published[1];
  return roomy([first, last]);
});

/** What the band draws now; null when there is nothing to draw. */
export const view = computed(() => here.view.value ?? usual.value);

/**
 * Draws another span.
 *
 * @param {View | null} next null for the usual one
 */
export function look(next) {
  const same = next && usual.peek() && next.join() === usual.peek()?.join();
  go({ view: same ? null : next });
}

/**
 * Draws more or less time, around the chosen range or else around the middle.
 *
 * @param {number} factor under 1 zooms in
 */
export function zoom(factor) {
  const now = view.peek();
  const limits = everything.peek();
  if (!now || !limits) return;
  const { from, until } = address.peek();
  const [a, b] = [number(now[0]), number(now[1])];
  if (factor < 1 && from && until && number(from) >= a && number(until) <= b && (from !== now[0] || until !== now[1])) {
    const chosen = number(until) - number(from);
    if (chosen < (b - a) * 0.8) return look([day(number(from) - Math.ceil(chosen * 0.1)), day(number(until) + Math.ceil(chosen * 0.1))]);
  }
  const middle = (a + b) / 2;
  const half = Math.max(LEAST, (b - a) * factor) / 2;
  const [first, last] = [Math.round(middle - half), Math.round(middle + half)];
  const [low, high] = [Math.min(number(limits[0]), a), Math.max(number(limits[1]), b)];
  look([day(Math.max(first, low)), day(Math.min(last, high))]);
}
