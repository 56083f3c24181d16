import { queried } from "../address.js";
import { number } from "../days.js";
import { texts } from "../language.js";
import { found, whole } from "./asked.js";
import { DOWN, MID, UP } from "./Band.jsx";
import { gaps, layers } from "./lanes.js";

/** @import { Info } from "kroniek/answers" */
/** @import { Layer } from "./lanes.js" */

/** An article is never drawn higher than this, in CSS pixels; from the second height on, articles are told apart. */
const BRICK = 20;
const APART = 5;

/** The room that the name of a gap needs on a line, and turned on its side where there are only a few. */
const LINE = 96;
const TURNED = 36;
const FEW = 6;

/** Kept free at the top, for the name of the lane. */
const HEAD = 26;

/**
 * The upper lane. Every article is a brick as wide as its date is vague; gaps in the collection are hatched and named.
 *
 * @param {{ x: (at: number) => number, width: number, card: Info }} props
 */
export function Published({ x, width, card }) {
  const t = texts.value.time;
  if (!whole.value || !found.value) return null;
  const all = layers(whole.value.bins, whole.value.publications);
  const these = layers(found.value.bins, found.value.publications);
  const most = Math.max(1, ...all.map((it) => it.base + it.documents));
  const brick = Math.min(BRICK, (UP - HEAD) / most);
  const part = found.value.documents < card.documents || queried.value;
  const seen = gaps(whole.value.publications)
    .map((gap) => ({ gap, left: Math.max(0, x(gap.first)), right: Math.min(width, x(gap.last + 1)) }))
    .filter(({ left, right }) => right - left >= TURNED);
  const named = seen.length > FEW ? seen.filter(({ left, right }) => right - left >= LINE) : seen;
  return (
    <g class={part ? "published part" : "published"}>
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V5" />
        </pattern>
      </defs>
      {named.map(({ gap, left, right }) => (
        <g key={gap.first} class="gap">
          <rect x={left} y={HEAD} width={right - left} height={UP - HEAD}><title>{t.gap}</title></rect>
          <text transform={`translate(${(left + right) / 2} ${(UP + HEAD) / 2})${right - left < LINE ? "rotate(-90)" : ""}`} dominant-baseline="central">
            {right - left < LINE ? t.gap.split(" ").map((word, line) => <tspan key={word} x={0} y={line * 16 - 8}>{word}</tspan>) : t.gap}
          </text>
        </g>
      ))}
      {part && <path class="corpus" d={bricks(all, x, brick)} />}
      <path class="vague" d={bricks(these.filter((it) => it.vague), x, brick)} />
      <path class="exact" d={bricks(these.filter((it) => !it.vague), x, brick)} />
    </g>
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
      for (let n = 0; n < documents; n++) path += box(left, UP - (base + n + 1) * brick, wide, brick - 1);
    } else {
      path += box(left, UP - (base + documents) * brick, wide, Math.max(1, documents * brick));
    }
  }
  return path;
}

/** @param {number} x @param {number} y @param {number} w @param {number} h */
const box = (x, y, w, h) => `M${x.toFixed(1)} ${y.toFixed(1)}h${w.toFixed(1)}v${h.toFixed(1)}h${(-w).toFixed(1)}z`;

/**
 * The lower lane: the times that the articles mention, hanging from the axis.
 *
 * @param {{ x: (at: number) => number, up: number }} props `up`: the height of the lane above
 */
export function Mentioned({ x, up }) {
  if (!whole.value || !found.value) return null;
  const top = up + MID;
  const most = Math.max(0, ...whole.value.bins.map((bin) => bin.mentioned)) || 1;
  /** @param {import("kroniek/answers").Bin[]} bins */
  const bars = (bins) =>
    bins
      .filter((bin) => bin.mentioned > 0)
      .map((bin) => {
        const left = x(number(bin.earliest));
        const high = Math.max(1.5, (bin.mentioned / most) * (DOWN - HEAD));
        return box(left, top, Math.max(1, x(number(bin.latest) + 1) - left - 1), high);
      })
      .join("");
  return (
    <g class="mentioned">
      {queried.value && <path class="corpus" d={bars(whole.value.bins)} />}
      <path class={queried.value ? "some" : "all"} d={bars(found.value.bins)} />
    </g>
  );
}
