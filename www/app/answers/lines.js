// The engine's answer for the concordance, asked for only while it is shown.

import { computed, signal } from "@preact/signals";
import { here, queried } from "../address.js";
import { asked, follow, question } from "../state.js";

/** @import { ConcordanceAnswer, ConcordanceLine } from "kroniek/answers" */

/** Lines that are added at a time. */
const PAGE = 100;

/** Whether occurrences are listed and not articles. Without a query there are none. */
export const lined = computed(() => here.show.value === "lines" && queried.value);

/** The order of the lines: by date unless another one is chosen that lines have. */
export const sorting = computed(() => {
  const order = here.order.value;
  return order === "relevance" ? "date" : order;
});

export const concordance = signal(/** @type {ConcordanceAnswer | null} */ (null));

const request = computed(() => ({ ...question.value, order: sorting.value }));

follow(
  () => (lined.value ? { ...request.value, limit: PAGE } : null),
  (engine, request) => engine.concordance(request),
  (answer) => (concordance.value = answer),
);

/** Adds the next lines to those shown. */
export async function moreLines() {
  const shown = concordance.peek();
  if (!shown) return;
  const wanted = { ...request.peek(), offset: shown.lines.length, limit: PAGE };
  const next = await asked((engine) => engine.concordance(wanted, "more"));
  if (next && concordance.peek() === shown) concordance.value = { ...shown, lines: [...shown.lines, ...next.lines] };
}

/** Every line there is, in the order shown. @returns {Promise<ConcordanceLine[]>} */
export async function everyLine() {
  const wanted = { ...request.peek(), limit: concordance.peek()?.total ?? 0 };
  return (await asked((engine) => engine.concordance(wanted, "everything")))?.lines ?? [];
}
