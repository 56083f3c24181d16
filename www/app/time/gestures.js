// What the pointer does on the band: brushes a range on a lane, moves the axis, pinches; and the wheel.
//
// A wheel alone scrolls the page, as everywhere: with Ctrl or Cmd (which is also what a pinch on a touchpad sends) it zooms
// around the pointer, sideways or with Shift it moves the view.

import { number } from "../days.js";
import { bins, starts } from "./asked.js";
import { MID, upper } from "./heights.js";
import { find } from "./lanes.js";
import { choose, dragged, open, ranges, stretch } from "./range.js";
import { hovered } from "./saying.js";
import { seen, slide, zoomAround } from "./view.js";

/** @import { Lane } from "./range.js" */

/** So near to an end of a range, in pixels, the pointer takes hold of it. */
const GRIP = 7;

/** Within this many pixels a drag is a click. */
const STILL = 4;

/** How much a pixel of the wheel zooms: that of a mouse goes a hundred at a time, a pinch a few. */
const WHEEL = 0.0025;
const PINCH = 0.012;
const NOTCH = 40;

/** Pixels in a line, for wheels that count lines. */
const LINE = 16;

/** Where each finger is. @type {Map<number, number>} */
const fingers = new Map();

/** The days under the fingers that move the view. @type {[id: number, day: number][]} */
let held = [];

/** The brush: on which lane, from which bin, from which place on the screen. @type {{ lane: Lane, bin: number, at: number } | null} */
let brush = null;

/** @param {MouseEvent} event @returns {DOMRect} */
const frame = (event) => /** @type {Element} */ (event.currentTarget).getBoundingClientRect();

/** @param {number} x on the screen @param {DOMRect} box */
function dayAt(x, box) {
  const [a, b] = seen.peek();
  return a + ((x - box.left) / Math.max(1, box.width)) * (b - a);
}

/** @param {number} at number of a day */
const binAt = (at) => Math.min(bins.peek().length - 1, Math.max(0, find(starts.peek(), Math.floor(at))));

/** @param {PointerEvent} event @returns {Lane | null} null between the lanes */
function laneAt(event) {
  const y = event.clientY - frame(event).top;
  const up = upper.peek();
  return y < up ? "published" : y < up + MID ? null : "told";
}

/** @param {PointerEvent} event */
function down(event) {
  if (event.button !== 0 || bins.peek().length === 0) return;
  const box = frame(event);
  const svg = /** @type {Element} */ (event.currentTarget);
  svg.setPointerCapture(event.pointerId);
  fingers.set(event.pointerId, event.clientX);
  const lane = laneAt(event);
  if (fingers.size > 1 || !lane || event.shiftKey) {
    drop();
    held = [...fingers].slice(-2).map(([id, x]) => [id, dayAt(x, box)]);
    return;
  }
  // At an end of the chosen range it is that end which is moved.
  const { from, until } = ranges.peek()[lane];
  const near = (/** @type {string} */ day, /** @type {number} */ more) => {
    const [a, b] = seen.peek();
    return Math.abs(((number(day) + more - a) / (b - a)) * box.width - (event.clientX - box.left)) < GRIP;
  };
  let at = dayAt(event.clientX, box);
  if (from && until && near(from, 0)) at = number(until);
  else if (from && until && near(until, 1)) at = number(from);
  brush = { lane, bin: binAt(at), at: event.clientX };
}

/** @param {PointerEvent} event */
function move(event) {
  const box = frame(event);
  if (fingers.has(event.pointerId)) fingers.set(event.pointerId, event.clientX);
  if (held.length > 0) return haul(box);
  const bin = binAt(dayAt(event.clientX, box));
  hovered.value = bin;
  if (brush && (dragged.peek() || Math.abs(event.clientX - brush.at) > STILL)) {
    dragged.value = { lane: brush.lane, ...stretch(bins.peek(), brush.bin, bin) };
  }
}

/** Keeps the days that are held under the fingers that hold them. @param {DOMRect} box */
function haul(box) {
  const [[one, day], other] = held;
  const [a, b] = seen.peek();
  const x = (fingers.get(one) ?? 0) - box.left;
  let pixel = (b - a) / box.width;
  if (other) {
    const apart = (fingers.get(other[0]) ?? 0) - box.left - x;
    // Fingers that lie over each other, or have changed places, say nothing of a scale.
    if (apart * (other[1] - day) > 0 && Math.abs(apart) > GRIP) pixel = (other[1] - day) / apart;
  }
  slide(day - x * pixel, day + (box.width - x) * pixel);
}

/** @param {PointerEvent} event */
function release(event) {
  const started = brush;
  const range = dragged.peek();
  fingers.delete(event.pointerId);
  held = [];
  drop();
  if (!started || bins.peek().length === 0) return;
  if (range) return choose(range.lane, range.from, range.until);
  const bin = bins.peek()[binAt(dayAt(event.clientX, frame(event)))];
  const { from, until } = ranges.peek()[started.lane];
  if (from === bin.earliest && until === bin.latest) choose(started.lane, null, null);
  else open(started.lane, bin);
}

function drop() {
  brush = null;
  dragged.value = null;
}

/** @param {PointerEvent} event */
function cancel(event) {
  fingers.delete(event.pointerId);
  held = [];
  drop();
}

/** @param {WheelEvent} event */
export function wheel(event) {
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
  const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
  const box = frame(event);
  if (event.ctrlKey || event.metaKey) {
    const by = dy * (Math.abs(dy) < NOTCH ? PINCH : WHEEL);
    zoomAround(dayAt(event.clientX, box), Math.exp(Math.min(1, Math.max(-1, by))));
  } else {
    const along = event.shiftKey ? dx || dy : dx;
    if (along === 0 || (!event.shiftKey && Math.abs(dx) <= Math.abs(dy))) return;
    const [a, b] = seen.peek();
    const days = (along / box.width) * (b - a);
    slide(a + days, b + days);
  }
  event.preventDefault();
}

/** What the picture listens to. */
export const gestures = {
  onPointerDown: down,
  onPointerMove: move,
  onPointerUp: release,
  onPointerCancel: cancel,
  onPointerLeave: () => (hovered.value = -1),
};
