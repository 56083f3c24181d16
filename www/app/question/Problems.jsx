import { useLayoutEffect, useRef } from "preact/hooks";
import { texts } from "../language.js";

/** @import { RefObject } from "preact" */
/** @import { Problem, SearchAnswer } from "kroniek/answers" */

/** What the box is described by while there is something that was not understood. */
export const ID = "query-problems";

/**
 * What could not be understood of a query, in words.
 *
 * @param {{ query: string, problems: Problem[] }} props
 */
export function Problems({ query, problems }) {
  const t = texts.value.problems;
  return (
    <div class="problems" id={ID} role="status">
      {problems.length > 0 && (
        <>
          <h3 class="label">{t.title}</h3>
          <ul>
            {problems.map(({ start, end, kind }) => (
              <li key={`${start} ${kind}`}>
                <bdi class="echo">{query.slice(start, end)}</bdi>
                <span>{t[kind]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/**
 * The places in the box that were not understood, underlined where they stand. The same text lies under that of the box, unseen
 * but for its lines, and is moved as the box is.
 *
 * @param {{ box: RefObject<HTMLInputElement | null>, query: string, answer: SearchAnswer }} props `query`: what the box holds now
 */
export function Places({ box, query, answer }) {
  const mirror = useRef(/** @type {HTMLDivElement | null} */ (null));
  // What was typed since is not yet answered: a place holds as long as all before its end is the same.
  const places = answer.problems.filter(({ end }) => query.slice(0, end) === answer.query.slice(0, end));
  const shown = places.length > 0;

  useLayoutEffect(() => {
    const input = box.current;
    if (!shown || !input) return;
    const follow = () => {
      if (mirror.current) mirror.current.scrollLeft = input.scrollLeft;
    };
    // Not every browser tells that the text of a box has moved.
    const later = () => requestAnimationFrame(follow);
    follow();
    input.addEventListener("scroll", follow);
    for (const event of MOVING) document.addEventListener(event, later);
    return () => {
      input.removeEventListener("scroll", follow);
      for (const event of MOVING) document.removeEventListener(event, later);
    };
  }, [shown, query]);

  if (!shown) return null;
  /** @type {import("preact").ComponentChildren[]} */
  const parts = [];
  let at = 0;
  for (const { start, end } of places) {
    if (start < at) continue;
    parts.push(query.slice(at, start), <mark key={start} class="wrong">{query.slice(start, end)}</mark>);
    at = end;
  }
  return <div class="mirror" ref={mirror} dir="auto" aria-hidden="true">{parts}{query.slice(at)}</div>;
}

/** What may move the text of a box. */
const MOVING = ["selectionchange", "pointermove", "keyup", "focusout"];
