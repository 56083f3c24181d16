import { useComputed, useSignal } from "@preact/signals";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { texts } from "../language.js";
import { count } from "../words.js";
import { bins, found, room, spoken } from "./asked.js";
import { Axis } from "./Axis.jsx";
import { Chosen } from "./Chosen.jsx";
import { gestures, wheel } from "./gestures.js";
import { Handle } from "./Handle.jsx";
import { DOWN, MID, upper } from "./heights.js";
import { Mentioned, Published } from "./Lanes.jsx";
import { Reel } from "./Reel.jsx";
import { Saying } from "./Saying.jsx";
import { drawnFor, everything, look, seen, view } from "./view.js";

/** @import { Info } from "kroniek/answers" */

/** The width of a bin that can still be hit and read, in CSS pixels. */
const BIN = 7;

/**
 * The time band: published above, mentioned below, time along the full width.
 *
 * While the view is being moved the lanes, as they were last drawn, are only stretched and shifted; what goes with them (axis,
 * ranges, handles) is small and drawn anew.
 *
 * @param {{ card: Info }} props
 */
export function Band({ card }) {
  const t = texts.value.time;
  const up = upper.value;
  const height = up + MID + DOWN;
  const frame = useRef(/** @type {HTMLDivElement | null} */ (null));
  const picture = useRef(/** @type {SVGSVGElement | null} */ (null));
  const width = useSignal(0);

  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      width.value = Math.floor(entry.contentRect.width);
      // In steps, so that a window being resized does not ask at every pixel.
      room.value = Math.min(200, Math.max(40, Math.round(width.value / BIN / 20) * 20));
    });
    if (frame.current) watch.observe(frame.current);
    return () => watch.disconnect();
  }, []);
  const w = width.value;
  useLayoutEffect(() => {
    // Not as a property: a listener that may keep the page from scrolling has to say so.
    picture.current?.addEventListener("wheel", wheel, { passive: false });
  }, [w > 0]);

  const [a, b] = drawnFor.value;
  const x = useMemo(() => (/** @type {number} */ at) => ((at - a) / (b - a)) * w, [a, b, w]);
  const moved = useComputed(() => {
    const [[a, b], [c, d]] = [drawnFor.value, seen.value];
    return a === c && b === d ? undefined : `translate(${((a - c) / (d - c)) * width.value})scale(${(b - a) / (d - c)} 1)`;
  });

  return (
    <div class={up ? "band" : "band undated"} ref={frame}>
      {w > 0 && (
        <svg ref={picture} width={w} height={height} viewBox={`0 0 ${w} ${height}`} role="presentation" {...gestures}>
          <Axis width={w} />
          <g class="lanes" transform={moved}>
            {up > 0 && <Published x={x} width={w} card={card} />}
            <Mentioned x={x} />
          </g>
          <Chosen width={w} />
        </svg>
      )}
      {up > 0 && (
        <div class="lane-name up">
          <span>{t.published}</span>
          <Saying />
        </div>
      )}
      <div class="lane-name down">
        <span>{t.mentioned}</span>
        <Edges />
      </div>
      {w > 0 && bins.value.length > 0 && (
        <>
          {up > 0 && <Handle lane="published" which="from" width={w} />}
          {up > 0 && <Handle lane="published" which="until" width={w} />}
          <Reel />
          <Handle lane="told" which="from" width={w} />
          <Handle lane="told" which="until" width={w} />
        </>
      )}
    </div>
  );
}

/** What lies outside the view, at the edge where it lies. */
function Edges() {
  const t = texts.value.time;
  const now = view.value;
  const all = everything.value;
  if (!found.value || !spoken.value || !now || !all) return null;
  /** @param {"before" | "after"} side */
  const words = (side) => {
    const [published, mentioned] = [found.value?.[side].published ?? 0, spoken.value?.[side].mentioned ?? 0];
    return [
      published >= 0.5 && t.articles(count(published), Math.round(published)),
      mentioned >= 0.5 && t.mentions(count(mentioned), Math.round(mentioned)),
    ].filter((it) => it !== false).join(", ");
  };
  const [earlier, later] = [words("before"), words("after")];
  return (
    <div class="edges">
      {earlier && <button type="button" class="plain" onClick={() => look([all[0], now[1]])}>← {t.before(earlier)}</button>}
      {later && <button type="button" class="plain later" onClick={() => look([now[0], all[1]])}>{t.after(later)} →</button>}
    </div>
  );
}
