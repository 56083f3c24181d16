import { address } from "../address.js";
import { number } from "../days.js";
import { texts } from "../language.js";
import { dayWords } from "../words.js";
import { find } from "./lanes.js";
import { choose, range } from "./range.js";
import { hovered, saying } from "./saying.js";

/** @import { Bin } from "kroniek/answers" */

/** How many bins Page Up and Page Down go. */
const FAR = 6;

/**
 * One end of the chosen range: a slider from bin to bin.
 *
 * @param {{ which: "from" | "until", at: number, bins: Bin[], starts: number[] }} props
 */
export function Handle({ which, at, bins, starts }) {
  const t = texts.value.time;
  const day = range.value[which];
  const last = bins.length - 1;
  const rest = which === "from" ? 0 : last;
  const index = day ? Math.min(last, Math.max(0, find(starts, number(day)))) : rest;

  /** @param {KeyboardEvent} event */
  function key(event) {
    const other = which === "from" ? address.peek().until : address.peek().from;
    /** @type {Record<string, number>} */
    const to = {
      ArrowLeft: index - 1, ArrowDown: index - 1, ArrowRight: index + 1, ArrowUp: index + 1,
      PageDown: index - FAR, PageUp: index + FAR, Home: 0, End: last,
    };
    if (event.key === "Escape" && (address.peek().from || address.peek().until)) {
      event.preventDefault();
      choose(null, null);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose(bins[index].earliest, bins[index].latest);
    } else if (event.key in to) {
      event.preventDefault();
      const next = Math.min(last, Math.max(0, to[event.key]));
      hovered.value = next;
      if (which === "from") {
        const until = other && number(other) < starts[next] ? bins[next].latest : other;
        choose(next === 0 && !other ? null : bins[next].earliest, until, "replace");
      } else {
        const from = other && number(other) > number(bins[next].latest) ? bins[next].earliest : other;
        choose(from, next === last && !other ? null : bins[next].latest, "replace");
      }
    }
  }

  return (
    <div
      class={`handle ${which}${day ? " set" : ""}`} style={{ "--at": `${at}px` }} role="slider" tabIndex={0}
      aria-label={which === "from" ? t.start : t.end} aria-valuemin={0} aria-valuemax={last} aria-valuenow={index}
      aria-valuetext={`${day ? `${dayWords(day)}. ` : ""}${saying(index)}`}
      onKeyDown={key} onFocus={() => (hovered.value = index)} onBlur={() => (hovered.value = -1)}
    />
  );
}
