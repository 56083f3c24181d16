import { useEffect, useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { number } from "../days.js";
import { texts } from "../language.js";
import { count } from "../words.js";
import { found, room } from "./asked.js";
import { choose, dragged, range, stretch } from "./range.js";
import { hovered } from "./saying.js";
import { find } from "./lanes.js";
import { Axis } from "./Axis.jsx";
import { Handle } from "./Handle.jsx";
import { Mentioned, Published } from "./Lanes.jsx";
import { everything, look, view } from "./view.js";

/** @import { Info } from "kroniek/answers" */

/** Heights in CSS pixels: the lane above, the axis, the lane below. */
export const UP = 112;
export const MID = 30;
export const DOWN = 74;

/** The width of a bin that can still be hit and read, in CSS pixels. */
const BIN = 7;

/** So near to an end of the range, in pixels, the pointer takes hold of it. */
const GRIP = 7;

/** Within this many pixels a drag is a click. */
const STILL = 4;

/**
 * The time band: published above, mentioned below, time along the full width.
 *
 * @param {{ card: Info, said: string }} props `said`: what lies where the pointer is, in words
 */
export function Band({ card, said }) {
  const t = texts.value.time;
  // Without any date there is nothing above, and nothing to choose.
  const dated = card.published !== null;
  const up = dated ? UP : 0;
  const height = up + MID + DOWN;
  const frame = useRef(/** @type {HTMLDivElement | null} */ (null));
  const width = useSignal(0);
  const grip = useRef({ at: 0, bin: -1 });

  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      width.value = Math.floor(entry.contentRect.width);
      // In steps, so that a window being resized does not ask at every pixel.
      room.value = Math.min(200, Math.max(40, Math.round(width.value / BIN / 20) * 20));
    });
    if (frame.current) watch.observe(frame.current);
    return () => watch.disconnect();
  }, []);

  const [first, last] = /** @type {[string, string]} */ (view.value);
  const [a, b] = [number(first), number(last) + 1];
  const w = width.value;
  /** @param {number} at */
  const x = (at) => ((at - a) / (b - a)) * w;
  const bins = found.value?.bins ?? [];
  const starts = bins.map((bin) => number(bin.earliest));

  const { from, until } = range.value;
  const [left, right] = [from ? clamp(x(number(from)), w) : 0, until ? clamp(x(number(until) + 1), w) : w];

  /** @param {PointerEvent} event */
  const binAt = (event) => {
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    const at = a + ((event.clientX - box.left) / Math.max(1, box.width)) * (b - a);
    return Math.min(bins.length - 1, Math.max(0, find(starts, Math.floor(at))));
  };
  /** @param {PointerEvent} event */
  function down(event) {
    if (event.button !== 0 || bins.length === 0 || !dated) return;
    const at = event.clientX - /** @type {Element} */ (event.currentTarget).getBoundingClientRect().left;
    // At an end of the chosen range it is that end which is moved.
    let bin = binAt(event);
    if (from && until && Math.abs(at - left) < GRIP) bin = find(starts, number(until));
    else if (from && until && Math.abs(at - right) < GRIP) bin = find(starts, number(from));
    grip.current = { at: event.clientX, bin: Math.min(bins.length - 1, Math.max(0, bin)) };
    /** @type {Element} */ (event.currentTarget).setPointerCapture(event.pointerId);
  }
  /** @param {PointerEvent} event */
  function move(event) {
    const bin = binAt(event);
    hovered.value = bin;
    if (grip.current.bin >= 0 && Math.abs(event.clientX - grip.current.at) > STILL) {
      dragged.value = stretch(bins, grip.current.bin, bin);
    }
  }
  /** @param {PointerEvent} event */
  function release(event) {
    if (grip.current.bin < 0) return;
    const here = binAt(event);
    const chosen = dragged.value ?? stretch(bins, here, here);
    const again = !dragged.value && chosen.from === range.value.from && chosen.until === range.value.until;
    grip.current.bin = -1;
    dragged.value = null;
    if (again) choose(null, null);
    else choose(chosen.from, chosen.until);
  }
  const drop = () => {
    grip.current.bin = -1;
    dragged.value = null;
  };

  return (
    <div class={dated ? "band" : "band undated"} ref={frame}>
      {w > 0 && (
        <svg
          width={w} height={height} viewBox={`0 0 ${w} ${height}`} role="presentation"
          onPointerDown={down} onPointerMove={move} onPointerUp={release} onPointerCancel={drop}
          onPointerLeave={() => (hovered.value = -1)}
        >
          <Axis x={x} first={a} last={b} width={w} up={up} />
          {dated && <Published x={x} width={w} card={card} />}
          <Mentioned x={x} up={up} />
          {bins[hovered.value] && (
            <rect
              class="at" x={x(number(bins[hovered.value].earliest))} y={0} height={height}
              width={Math.max(1, x(number(bins[hovered.value].latest) + 1) - x(number(bins[hovered.value].earliest)))}
            />
          )}
          {(from || until) && (
            <g class="outside">
              <rect x={0} y={0} width={Math.max(0, left)} height={height} />
              <rect x={right} y={0} width={Math.max(0, w - right)} height={height} />
              <path d={`M${left} 0H${right}M${left} ${height}H${right}`} />
            </g>
          )}
        </svg>
      )}
      {dated && (
        <div class="lane-name up">
          <span>{t.published}</span>
          <p class="saying">{said}</p>
        </div>
      )}
      <div class="lane-name down">
        <span>{t.mentioned}</span>
        <Edges />
      </div>
      {dated && w > 0 && bins.length > 0 && (
        <>
          <Handle which="from" at={left} bins={bins} starts={starts} />
          <Handle which="until" at={right} bins={bins} starts={starts} />
        </>
      )}
    </div>
  );
}

/** @param {number} at @param {number} w */
const clamp = (at, w) => Math.min(w, Math.max(0, at));

/** What lies outside the view, at the edge where it lies. */
function Edges() {
  const t = texts.value.time;
  const now = view.value;
  const all = everything.value;
  if (!found.value || !now || !all) return null;
  const { before, after } = found.value;
  /** @param {{ published: number, mentioned: number }} side */
  const words = ({ published, mentioned }) =>
    [
      published >= 0.5 && t.articles(count(published), Math.round(published)),
      mentioned >= 0.5 && t.mentions(count(mentioned), Math.round(mentioned)),
    ].filter((it) => it !== false).join(", ");
  const [earlier, later] = [words(before), words(after)];
  return (
    <div class="edges">
      {earlier && <button type="button" class="plain" onClick={() => look([all[0], now[1]])}>← {t.before(earlier)}</button>}
      {later && <button type="button" class="plain later" onClick={() => look([now[0], all[1]])}>{t.after(later)} →</button>}
    </div>
  );
}

