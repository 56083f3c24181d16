// The chosen range of time: what the band, its handles and the date fields read and write.

import { computed, signal } from "@preact/signals";
import { go, here } from "../address.js";
import { number } from "../days.js";

/** @import { Bin } from "kroniek/answers" */

/** A range of bins that is being dragged and not yet chosen. */
export const dragged = signal(/** @type {{ from: string, until: string } | null} */ (null));

/** The range as it stands now, open ends as null. */
export const range = computed(() => dragged.value ?? { from: here.from.value, until: here.until.value });

/**
 * Chooses a range; the order of its ends does not matter.
 *
 * @param {string | null} from
 * @param {string | null} until
 * @param {"push" | "replace"} [how]
 */
export function choose(from, until, how) {
  if (from && until && number(from) > number(until)) [from, until] = [until, from];
  go({ from, until }, how);
}

/**
 * Chooses from one bin to another.
 *
 * @param {Bin[]} bins
 * @param {number} a
 * @param {number} b
 */
export const stretch = (bins, a, b) => ({
  from: bins[Math.min(a, b)].earliest,
  until: bins[Math.max(a, b)].latest,
});
