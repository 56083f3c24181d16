import { useLayoutEffect, useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { texts } from "../language.js";
import { current, visit } from "./marks.js";

/** @import { DocumentAnswer } from "kroniek/answers" */

/**
 * Where in the article the hits are, and what part of it is in sight. For the pointer; the buttons and the keys do
 * the same.
 *
 * @param {{ article: DocumentAnswer }} props
 */
export function Strip({ article }) {
  const t = texts.value.reader;
  const frame = useRef(/** @type {HTMLDivElement | null} */ (null));
  const places = useSignal(/** @type {number[]} */ ([]));
  const sight = useSignal({ top: 0, height: 1 });

  useLayoutEffect(() => {
    const text = frame.current?.parentElement?.querySelector("article");
    if (!text) return;
    const measure = () => {
      const box = text.getBoundingClientRect();
      const at = (/** @type {number} */ y) => (y - box.top) / Math.max(1, box.height);
      /** @type {number[]} */
      const found = [];
      for (const mark of text.querySelectorAll("mark")) {
        const seen = mark.closest("details:not([open])") ?? mark;
        found[Number(mark.dataset.mark)] ??= at(seen.getBoundingClientRect().top);
      }
      places.value = found;
    };
    const look = () => {
      const box = text.getBoundingClientRect();
      const height = Math.max(1, box.height);
      const [top, bottom] = [Math.max(0, -box.top / height), Math.min(1, (innerHeight - box.top) / height)];
      sight.value = { top, height: Math.max(0, bottom - top) };
    };
    const watch = new ResizeObserver(() => (measure(), look()));
    watch.observe(text);
    addEventListener("scroll", look, { passive: true });
    measure();
    look();
    return () => {
      watch.disconnect();
      removeEventListener("scroll", look);
    };
  }, [article]);

  /** @param {MouseEvent} event */
  function click(event) {
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    const at = (event.clientY - box.top) / box.height;
    let nearest = -1;
    places.value.forEach((place, index) => {
      if (nearest < 0 || Math.abs(place - at) < Math.abs(places.value[nearest] - at)) nearest = index;
    });
    visit(nearest);
  }
  return (
    <div class="strip" ref={frame} title={places.value.length ? t.strip : undefined}>
      {places.value.length > 0 && (
        <svg width="100%" height="100%" viewBox="0 0 12 100" preserveAspectRatio="none" aria-hidden="true" onClick={click}>
          <rect class="sight" x="0" width="12" y={sight.value.top * 100} height={sight.value.height * 100} />
          <path class="line" d="M6 0V100" />
          {places.value.map((place, index) => (
            <path key={index} class={index === current.value ? "current" : "hit-at"} d={`M0 ${place * 100}H12`} />
          ))}
        </svg>
      )}
    </div>
  );
}
