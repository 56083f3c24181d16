import { utcTicks } from "d3-time";
import { date } from "../days.js";
import { texts } from "../language.js";
import { month } from "../words.js";
import { DOWN, MID, UP } from "./Band.jsx";

const MS = 86_400_000;

/** The room that a label needs, in CSS pixels. */
const LABEL = 112;

/** The width of a character of a label, about. */
const CHARACTER = 8.5;

/**
 * The axis between the lanes: a hairline and a name where a month, a year or another round time begins.
 *
 * @param {{ x: (at: number) => number, first: number, last: number, width: number }} props
 */
export function Axis({ x, first, last, width }) {
  const ticks = utcTicks(date(first), date(last), Math.max(2, Math.floor(width / LABEL)));
  const days = ticks.map((tick) => tick.getTime() / MS).filter((at) => at === Math.floor(at) && at < last);
  const step = days.length > 1 ? days[1] - days[0] : 31;
  return (
    <g class="axis">
      <path class="line" d={`M0 ${UP}H${width}M0 ${UP + MID}H${width}`} />
      {days.map((at, index) => {
        const here = Math.round(x(at)) + 0.5;
        const [main, extra] = label(at, step, index === 0);
        const next = index + 1 < days.length ? x(days[index + 1]) : width;
        const fits = next - here > 8 + (main.length + (extra ? extra.length + 1 : 0)) * CHARACTER;
        return (
          <g key={at} class={step < 360 && date(at).getUTCMonth() === 0 && date(at).getUTCDate() === 1 ? "tick year" : "tick"}>
            <path d={`M${here} 0V${UP + MID + DOWN}`} />
            {fits && (
              <text x={here + 6} y={UP + MID / 2} dominant-baseline="central">
                {main}{extra && <tspan class="year" dx="4">{extra}</tspan>}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/**
 * @param {number} at
 * @param {number} step days to the next tick
 * @param {boolean} first the first label names the year as well
 * @returns {[string, string?]}
 */
function label(at, step, first) {
  const here = date(at);
  const year = here.getUTCFullYear() > 0 ? String(here.getUTCFullYear()) : texts.value.time.beforeChrist(1 - here.getUTCFullYear());
  if (step > 360) return [year];
  const name = month(here.getUTCMonth() + 1, "short");
  const opens = first || here.getUTCMonth() === 0;
  if (step >= 28) return opens ? [name, year] : [name];
  const newYear = opens && (first || here.getUTCDate() < 1 + step);
  return [`${here.getUTCDate()} ${name}`, newYear ? year : undefined];
}

