import { number } from "../days.js";
import { texts } from "../language.js";
import { dayWords } from "../words.js";
import { bins as drawn, starts as begins } from "./asked.js";
import { place } from "./Chosen.jsx";
import { DOWN, MID, upper } from "./heights.js";
import { find } from "./lanes.js";
import { choose, open, ranges } from "./range.js";
import { hovered, saying } from "./saying.js";
import { seen, steer } from "./view.js";

/** @import { Lane } from "./range.js" */

/** How many bins Page Up and Page Down go. */
const FAR = 6;

/**
 * One end of a chosen range: a slider from bin to bin.
 *
 * @param {{ lane: Lane, which: "from" | "until", width: number }} props
 */
export function Handle({ lane, which, width }) {
  const t = texts.value.time;
  const [bins, starts] = [drawn.value, begins.value];
  const range = ranges.value[lane];
  const day = range[which];
  const last = bins.length - 1;
  const rest = which === "from" ? 0 : last;
  const index = day ? Math.min(last, Math.max(0, find(starts, number(day)))) : rest;
  const end = day ? number(day) + (which === "from" ? 0 : 1) : null;
  const at = end !== null ? place(end, width) : which === "from" ? 0 : width;
  const [first, beyond] = seen.value;
  const names = { published: { from: t.start, until: t.end }, told: { from: t.startTold, until: t.endTold } };

  /** @param {KeyboardEvent} event */
  function key(event) {
    const { from, until } = ranges.peek()[lane];
    /** @type {Record<string, number>} */
    const to = {
      ArrowLeft: index - 1, ArrowDown: index - 1, ArrowRight: index + 1, ArrowUp: index + 1,
      PageDown: index - FAR, PageUp: index + FAR, Home: 0, End: last,
    };
    if (steer(event)) return;
    if (event.key === "Escape" && (from || until)) {
      event.preventDefault();
      choose(lane, null, null);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      open(lane, bins[index]);
    } else if (event.key in to) {
      event.preventDefault();
      const next = Math.min(last, Math.max(0, to[event.key]));
      hovered.value = next;
      // A range of times spoken of has both its ends.
      const endless = lane === "published";
      if (which === "from") {
        const other = until && number(until) < starts[next] ? bins[next].latest : until;
        choose(lane, endless && next === 0 && !until ? null : bins[next].earliest, other ?? (endless ? null : bins[last].latest), "replace");
      } else {
        const other = from && number(from) > number(bins[next].latest) ? bins[next].earliest : from;
        choose(lane, other ?? (endless ? null : bins[0].earliest), endless && next === last && !from ? null : bins[next].latest, "replace");
      }
    }
  }

  const up = upper.value;
  const [top, height] = lane === "published" ? [0, up] : [up + MID, DOWN];
  return (
    <div
      class={`handle ${which}${end !== null && end >= first && end <= beyond ? " set" : ""}`} role="slider" tabIndex={0}
      style={{ "--at": `${at}px`, insetBlockStart: `${top}px`, blockSize: `${height}px` }}
      aria-label={names[lane][which]} aria-valuemin={0} aria-valuemax={last} aria-valuenow={index}
      aria-valuetext={`${day ? `${dayWords(day)}. ` : ""}${saying(index)}`}
      onKeyDown={key} onFocus={() => (hovered.value = index)} onBlur={() => (hovered.value = -1)}
    />
  );
}
