import { here, queried } from "../address.js";
import { number } from "../days.js";
import { texts } from "../language.js";
import { allPiles, empty, found, piles, spoken, whole } from "./asked.js";
import { DOWN, MID, UP, upper } from "./heights.js";
import { fading, rate } from "./lanes.js";

/** @import { Bin, Info } from "kroniek/answers" */
/** @import { Layer } from "./lanes.js" */

/** An article is never drawn higher than this, in CSS pixels; from the second height on, articles are told apart. */
const BRICK = 20;
const APART = 5;

/** The least of a gap that is hatched, and the room that its name needs. */
const SEEN = 36;
const NAMED = 112;

/** Kept free at the top, for the name of the lane. */
const HEAD = 26;

/** What is mentioned at all is at least so high. */
const LEAST = 2;

/**
 * The upper lane. Every article is a brick as wide as its date is vague; gaps in the collection are hatched and named.
 *
 * @param {{ x: (at: number) => number, width: number, card: Info }} props
 */
export function Published({ x, width, card }) {
  const t = texts.value.time;
  if (!whole.value || !found.value) return null;
  const relative = here.relative.value;
  const part = found.value.documents < card.documents || queried.value;
  const seen = empty.value
    .map((gap) => ({ gap, left: Math.max(0, x(gap.first)), right: Math.min(width, x(gap.last + 1)) }))
    .filter(({ left, right }) => right - left >= SEEN);
  return (
    <g class={part ? "published part" : "published"}>
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V5" />
        </pattern>
      </defs>
      {seen.map(({ gap, left, right }) => (
        <g key={gap.first} class="gap">
          <rect x={left} y={HEAD} width={right - left} height={UP - HEAD}><title>{t.gap}</title></rect>
          {right - left >= NAMED && <text x={(left + right) / 2} y={(UP + HEAD) / 2} dominant-baseline="central">{t.gap}</text>}
        </g>
      ))}
      {relative ? <Relative x={x} /> : <Piled x={x} part={part} />}
    </g>
  );
}

/** Articles, counted. @param {{ x: (at: number) => number, part: boolean }} props */
function Piled({ x, part }) {
  if (!whole.value || !found.value) return null;
  const [all, these] = [allPiles.value, piles.value];
  const most = Math.max(1, ...all.map((it) => it.base + it.documents));
  const brick = Math.min(BRICK, (UP - HEAD) / most);
  return (
    <>
      {part && <path class="corpus" d={bricks(all, x, brick)} />}
      <path class="vague" d={bricks(these.filter((it) => it.vague), x, brick)} />
      <path class="exact" d={bricks(these.filter((it) => !it.vague), x, brick)} />
    </>
  );
}

/** Articles for the words that were published with them: no heap of them, but a height. @param {{ x: (at: number) => number }} props */
function Relative({ x }) {
  const bins = found.value?.bins ?? [];
  const rates = bins.map((bin) => rate(bin.published, bin) ?? 0);
  const most = Math.max(...rates) || 1;
  return (
    <path
      class="exact"
      d={bins.map((bin, at) => (rates[at] > 0 ? box(...across(bin, x), UP, -Math.max(1.5, (rates[at] / most) * (UP - HEAD))) : "")).join("")}
    />
  );
}

/**
 * @param {Layer[]} layers
 * @param {(at: number) => number} x
 * @param {number} brick height of one article
 */
function bricks(layers, x, brick) {
  let path = "";
  for (const { first, last, base, documents } of layers) {
    const left = x(first);
    const wide = Math.max(1.5, x(last + 1) - left - 1);
    if (brick >= APART) {
      for (let n = 0; n < documents; n++) path += box(left, wide, UP - (base + n + 1) * brick, brick - 1);
    } else {
      path += box(left, wide, UP - (base + documents) * brick, Math.max(1, documents * brick));
    }
  }
  return path;
}

/** From where a bin goes, and how wide it is. @param {Bin} bin @param {(at: number) => number} x @returns {[number, number]} */
function across({ earliest, latest }, x) {
  const left = x(number(earliest));
  return [left, Math.max(1, x(number(latest) + 1) - left - 1)];
}

/** @param {number} x @param {number} w @param {number} y @param {number} h */
const box = (x, w, y, h) => `M${x.toFixed(1)} ${y.toFixed(1)}h${w.toFixed(1)}v${h.toFixed(1)}h${(-w).toFixed(1)}z`;

/**
 * The lower lane: the times that the articles mention, hanging from the axis. Each is spread over its days by the engine, so
 * that a month is low and wide and a day a line; what goes on after it or began before it fades out. Where nothing was published
 * there are no words to count for; what is told of such a time is a mere line, when it is words that are counted for.
 *
 * @param {{ x: (at: number) => number }} props
 */
export function Mentioned({ x }) {
  if (!whole.value || !spoken.value) return null;
  const top = upper.value + MID;
  const relative = here.relative.value;
  /** @param {number} count @param {Bin} bin */
  const value = (count, bin) => (relative ? (rate(count, bin) ?? 0) : count);
  const scale = (relative ? spoken.value : whole.value).bins;
  const beyond = fading(scale);
  // At least one: a month that is all there is in sight stays low, so that a day is told from it.
  const most = Math.max(relative ? 0 : 1, ...scale.map((bin, at) => value(bin.mentioned + beyond[at], bin))) || 1;
  /** @param {number} count @param {Bin} bin @param {number} least */
  const height = (count, bin, least) => (count > 0 ? Math.max(least, (value(count, bin) / most) * (DOWN - HEAD)) : 0);
  /** @param {Bin[]} bins */
  const bars = (bins) => bins.map((bin) => (bin.mentioned > 0 ? box(...across(bin, x), top, height(bin.mentioned, bin, LEAST)) : "")).join("");
  const part = queried.value || spoken.value.documents < whole.value.documents;
  const { bins } = spoken.value;
  const ends = fading(bins).map((count, at) =>
    count > 0 ? box(...across(bins[at], x), top + height(bins[at].mentioned, bins[at], LEAST), height(count, bins[at], 1)) : "");
  return (
    <g class="mentioned">
      {part && !relative && <path class="corpus" d={bars(whole.value.bins)} />}
      <path class={part ? "some" : "all"} d={bars(bins)} />
      <path class={part ? "open some" : "open all"} d={ends.join("")} />
    </g>
  );
}
