// Lines that the engine gives a part at a time, asked for only while they are shown.

import { computed, signal } from "@preact/signals";
import { aside, asked, follow } from "../state.js";

/** @import { EngineClient } from "../engine.js" */

/** Lines that are added at a time. */
const PAGE = 100;

/**
 * What is shown of a list, how more of it is added, and how all of it is had.
 *
 * @template {{ total: number, lines: L[] }} A
 * @template L
 * @template R
 * @param {() => R | null} request null while the list is not shown
 * @param {(engine: EngineClient, request: R & { offset?: number, limit: number }, lane?: string) => Promise<A>} ask
 */
export function listing(request, ask) {
  const answer = signal(/** @type {A | null} */ (null));
  const wanted = computed(request);
  /** @param {R} wanted @param {number} offset @param {number} limit @param {string} lane */
  const part = (wanted, offset, limit, lane) => asked((engine) => ask(engine, { ...wanted, offset, limit }, lane));
  follow(
    () => wanted.value && { ...wanted.value, limit: PAGE },
    (engine, request) => ask(engine, request),
    (given) => (answer.value = given),
    { after: aside },
  );
  return {
    answer,
    /** Adds the next lines to those shown. */
    async more() {
      const [shown, request] = [answer.peek(), wanted.peek()];
      if (!shown || !request) return;
      const next = await part(request, shown.lines.length, PAGE, "more");
      if (next && answer.peek() === shown) answer.value = { ...shown, lines: [...shown.lines, ...next.lines] };
    },
    /** Every line there is, in the order shown. @returns {Promise<L[]>} */
    async every() {
      const [shown, request] = [answer.peek(), wanted.peek()];
      return (shown && request && (await part(request, 0, shown.total, "everything"))?.lines) ?? [];
    },
  };
}
