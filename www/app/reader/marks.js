// The hits of the open article as they stand on the page, and which of them the reader is at.

import { signal } from "@preact/signals";

/** How many hits the article has. */
export const total = signal(0);
/** The hit the reader went to, from 0; -1 before the first. */
export const current = signal(-1);

/** @param {number} index */
const pieces = (index) => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(`.reader mark[data-mark="${index}"]`)]);

/** Motion only for who wants it. */
export const behavior = () =>
  /** @type {ScrollBehavior} */ (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

/**
 * Goes to a hit.
 *
 * @param {number} index
 */
export function visit(index) {
  const marks = pieces(index);
  if (marks.length === 0) return;
  current.value = index;
  marks[0].closest("details")?.setAttribute("open", "");
  marks[0].scrollIntoView({ block: "center", behavior: behavior() });
}

/**
 * Goes to the next or the previous hit, and round at the end.
 *
 * @param {1 | -1} by
 */
export function step(by) {
  const { value } = total;
  if (value === 0) return;
  visit(current.value < 0 ? (by > 0 ? 0 : value - 1) : (current.value + by + value) % value);
}
