// The concordance: whether it is shown, in which order, and what it holds.

import { computed } from "@preact/signals";
import { here, queried } from "../address.js";
import { question } from "../state.js";
import { listing } from "./listing.js";

/** Whether occurrences are listed and not articles. Without a query there are none. */
export const lined = computed(() => here.show.value === "lines" && queried.value);

/** The order of the lines: by date unless another one is chosen that lines have. */
export const sorting = computed(() => {
  const order = here.order.value;
  return order === "relevance" ? "date" : order;
});

export const { answer: concordance, more: moreLines, every: everyLine } = listing(
  () => (lined.value ? { ...question.value, order: sorting.value } : null),
  (engine, request, lane) => engine.concordance(request, lane),
);
