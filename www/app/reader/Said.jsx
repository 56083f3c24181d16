import { signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { closed, go } from "../address.js";
import { link } from "../answers/Hit.jsx";
import { arriving } from "../answers/times.js";
import { texts } from "../language.js";
import { mentionWords } from "../words.js";
import { reason } from "./reason.js";

/** @import { DocumentAnswer, Mention } from "kroniek/answers" */

/** The time whose card is open, by its place in the article; empty for none. */
const open = signal("");

/** How long the pointer rests on a time before its card opens, and how long it may be away from it, in milliseconds. */
const REST = 180;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/** @param {string} place @param {number} [after] */
function show(place, after = 0) {
  clearTimeout(waiting);
  if (after === 0) open.value = place;
  else waiting = setTimeout(() => (open.value = place), after);
}

/** As listeners of the document, the same ones each time. @param {KeyboardEvent} event */
function escape(event) {
  if (event.key !== "Escape" || open.peek() === "") return;
  // The article stays open.
  event.preventDefault();
  event.stopPropagation();
  show("");
}

/** @param {Event} event */
function elsewhere(event) {
  if (!(event.target instanceof Element && event.target.closest(".said"))) show("");
}

/**
 * A time in the text. Under the pointer, at the focus or tapped it says what it was read as and why, on a card beside it.
 *
 * @param {{ time: Mention, place: string, article: DocumentAnswer, children: import("preact").ComponentChildren }} props
 */
export function Said({ time, place, article, children }) {
  const shown = open.value === place;
  return (
    <span
      class="said"
      onPointerEnter={(event) => event.pointerType === "mouse" && show(place, REST)}
      onPointerLeave={(event) => event.pointerType === "mouse" && show("", REST)}
      onFocusIn={() => show(place)}
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (to instanceof Node && !event.currentTarget.contains(to)) show("");
      }}
    >
      <span class="time-said" role="button" tabIndex={0} aria-expanded={shown} onClick={() => show(place)}>{children}</span>
      {shown && <Card time={time} article={article} />}
    </span>
  );
}

/** @param {{ time: Mention, article: DocumentAnswer }} props */
function Card({ time, article }) {
  const t = texts.value;
  const card = useRef(/** @type {HTMLSpanElement | null} */ (null));
  useLayoutEffect(() => {
    const own = card.current;
    const lines = own?.parentElement?.firstElementChild?.getClientRects();
    const frame = own?.offsetParent?.getBoundingClientRect();
    if (!own || !lines?.length || !frame) return;
    // Below the end of the expression, above its beginning where there is no room below; never beyond the text at the sides.
    const [first, last] = [lines[0], lines[lines.length - 1]];
    const below = last.bottom + own.offsetHeight + 8 < innerHeight || first.top < own.offsetHeight + 8;
    own.style.insetBlockStart = `${(below ? last.bottom + 4 : first.top - own.offsetHeight - 4) - frame.top}px`;
    own.style.insetInlineStart = `${Math.max(0, Math.min((below ? last : first).left - frame.left, frame.width - own.offsetWidth))}px`;
    document.addEventListener("keydown", escape, true);
    document.addEventListener("pointerdown", elsewhere, true);
    return () => {
      document.removeEventListener("keydown", escape, true);
      document.removeEventListener("pointerdown", elsewhere, true);
    };
  }, []);
  const { earliest, latest } = time;
  function leave() {
    // Back leads to the sentence, not to the beginning of the article.
    const told = card.current?.closest("[data-sentence]");
    if (told instanceof HTMLElement) go({ sentence: Number(told.dataset.sentence), words: "" }, "replace");
    arriving.value = true;
  }
  return (
    <span class="time-card" ref={card} role="note" lang={t.tag}>
      <b>{mentionWords(time)}</b>{reason(time, article)}
      {earliest && latest && (
        <a {...link({ ...closed, told: [earliest, latest], show: "times" }, leave)}>{t.reader.moreOfTime}</a>
      )}
    </span>
  );
}
