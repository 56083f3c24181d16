import { number } from "../days.js";
import { bins } from "./asked.js";
import { DOWN, MID, upper } from "./heights.js";
import { ranges } from "./range.js";
import { hovered } from "./saying.js";
import { seen } from "./view.js";

/** Where a day lies in the view as it is seen, within the band. @param {number} day @param {number} width */
export function place(day, width) {
  const [a, b] = seen.value;
  return Math.min(width, Math.max(0, ((day - a) / (b - a)) * width));
}

/**
 * The chosen ranges, each on its lane with a veil over what lies outside, and the bin that the pointer is at.
 *
 * @param {{ width: number }} props
 */
export function Chosen({ width }) {
  const up = upper.value;
  const at = bins.value[hovered.value];
  const { published, told } = ranges.value;
  const [left, right] = at ? [place(number(at.earliest), width), place(number(at.latest) + 1, width)] : [0, 0];
  return (
    <g>
      {at && right > left && <rect class="at" x={left} y={0} height={up + MID + DOWN} width={Math.max(1, right - left)} />}
      {up > 0 && <Veil {...published} width={width} top={0} height={up} edge={0} />}
      <Veil {...told} width={width} top={up + MID} height={DOWN} edge={up + MID + DOWN} />
    </g>
  );
}

/** @param {{ from: string | null, until: string | null, width: number, top: number, height: number, edge: number }} props */
function Veil({ from, until, width, top, height, edge }) {
  if (!from && !until) return null;
  const left = from ? place(number(from), width) : 0;
  const right = until ? place(number(until) + 1, width) : width;
  return (
    <g class="outside">
      <rect x={0} y={top} width={left} height={height} />
      <rect x={right} y={top} width={width - right} height={height} />
      {right > left && <path d={`M${left} ${edge}H${right}`} />}
    </g>
  );
}
