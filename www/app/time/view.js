// What the time band draws: from which day to which.

import { batch, computed, signal } from "@preact/signals";
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
 * @param {"push" | "replace"} [how]
 */
export function look(next, how) {
  // A view that is being moved gives way.
  clearTimeout(settling);
  const same = next && usual.peek() && next.join() === usual.peek()?.join();
  batch(() => {
    sliding.value = null;
    go({ view: same ? null : next }, how);
  });
}

/** As numbers of days: the first, and the one after the last. @param {View} span @returns {[number, number]} */
const ends = ([first, last]) => [number(first), number(last) + 1];

/** The view as numbers of days, whole ones; what the lanes are drawn for. */
export const drawnFor = computed(() => (view.value ? ends(view.value) : [0, 1]));

const sliding = signal(/** @type {[number, number] | null} */ (null));

/** The view as it is seen while it is being moved, with parts of days. */
export const seen = computed(() => sliding.value ?? drawnFor.value);

/** How far the view may go. */
function limits() {
  const [a, b] = drawnFor.peek();
  const [low, high] = everything.peek() ? ends(/** @type {View} */ (everything.peek())) : [a, b];
  return [Math.min(low, a), Math.max(high, b)];
}

/** How long a moved view rests before the engine is asked, in milliseconds. */
const REST = 160;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let settling;

/**
 * Moves the view at once; what the engine has to say of it is asked when it rests.
 *
 * @param {number} a number of its first day
 * @param {number} b of the day after its last
 */
export function slide(a, b) {
  const [low, high] = limits();
  const length = Math.min(high - low, Math.max(LEAST, b - a));
  const first = Math.min(high - length, Math.max(low, (a + b - length) / 2));
  sliding.value = [first, first + length];
  clearTimeout(settling);
  settling = setTimeout(settle, REST);
}

function settle() {
  const now = sliding.peek();
  if (now) look([day(now[0]), day(Math.round(now[1]) - 1)], "replace");
}

/**
 * Draws more or less time, keeping a day where it is.
 *
 * @param {number} at its number
 * @param {number} factor under 1 zooms in
 */
export function zoomAround(at, factor) {
  const [a, b] = seen.peek();
  const [low, high] = limits();
  const by = Math.min((high - low) / (b - a), Math.max(LEAST / (b - a), factor));
  slide(at - (at - a) * by, at + (b - at) * by);
}

/** Moves the view along. @param {number} share of its length */
export function pan(share) {
  const [a, b] = seen.peek();
  slide(a + share * (b - a), b + share * (b - a));
}

/** How far a key moves and zooms. */
const STEP = 0.1;
const NEARER = 0.7;

/**
 * The keys that move the view: true when this was one of them.
 *
 * @param {KeyboardEvent} event
 */
export function steer(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const [a, b] = seen.peek();
  if (event.key === "+" || event.key === "=") zoomAround((a + b) / 2, NEARER);
  else if (event.key === "-" || event.key === "_") zoomAround((a + b) / 2, 1 / NEARER);
  else if (event.key === "0") look(null, "replace");
  else if (event.shiftKey && event.key === "ArrowLeft") pan(-STEP);
  else if (event.shiftKey && event.key === "ArrowRight") pan(STEP);
  else return false;
  event.preventDefault();
  return true;
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
  const at = address.peek();
  const [from, until] = at.from && at.until ? [at.from, at.until] : (at.told ?? []);
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
