import { utcTicks } from "d3-time";
import { date } from "../days.js";
import { month, yearWords } from "../words.js";
import { DOWN, MID, upper } from "./heights.js";
import { seen } from "./view.js";

const MS = 86_400_000;

/** The room that a label needs, in CSS pixels. */
const LABEL = 112;

/** The width of a character of a label, about. */
const CHARACTER = 8.5;

/**
 * The axis between the lanes: a hairline and a name where a month, a year or another round time begins.
 *
 * @param {{ width: number }} props
 */
export function Axis({ width }) {
  const up = upper.value;
  const [first, last] = seen.value;
  const x = (/** @type {number} */ at) => ((at - first) / (last - first)) * width;
  const ticks = utcTicks(date(first), date(last), Math.max(2, Math.floor(width / LABEL)));
  const days = ticks.map((tick) => tick.getTime() / MS).filter((at) => at === Math.floor(at) && at < last);
  const step = days.length > 1 ? days[1] - days[0] : 31;
  let named = "";
  return (
    <g class="axis">
      <rect class="hold" y={up} width={width} height={MID} />
      <path class="line" d={`M0 ${up}H${width}M0 ${up + MID}H${width}`} />
      {days.map((at, index) => {
        const here = Math.round(x(at)) + 0.5;
        const space = (index + 1 < days.length ? x(days[index + 1]) : width) - here - 8;
        const year = yearWords(date(at).getUTCFullYear());
        const name = step > 360 ? "" : label(at, step);
        const opens = year !== named;
        const both = name !== "" && space >= (name.length + year.length + 1) * CHARACTER;
        // Where there is room for one of the two only, a new year is told before its first month.
        const alone = !both && opens && space >= year.length * CHARACTER;
        if (opens && (both || alone)) named = year;
        const fits = space >= name.length * CHARACTER;
        return (
          <g key={at} class={opens && index > 0 && step < 360 ? "tick year" : "tick"}>
            <path d={`M${here} 0V${up + MID + DOWN}`} />
            <text x={here + 6} y={up + MID / 2} dominant-baseline="central">
              {!alone && fits && name}
              {opens && both && <tspan class="year" dx="4">{year}</tspan>}
              {alone && <tspan class="year">{year}</tspan>}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/**
 * @param {number} at
 * @param {number} step days to the next tick
 */
function label(at, step) {
  const here = date(at);
  const name = month(here.getUTCMonth() + 1, "short");
  return step >= 28 ? name : `${here.getUTCDate()} ${name}`;
}
