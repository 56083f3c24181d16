// The chosen ranges of time, one on each lane: what the band, its handles and the date fields read and write.

import { computed, signal } from "@preact/signals";
import { go, here } from "../address.js";
import { number } from "../days.js";

/** @import { Bin } from "kroniek/answers" */

/** @typedef {"published" | "told"} Lane */
/** @typedef {{ from: string | null, until: string | null }} Range open ends as null */

/** A range of bins that is being dragged and not yet chosen. */
export const dragged = signal(/** @type {{ lane: Lane, from: string, until: string } | null} */ (null));

const chosen = computed(() => ({
  published: /** @type {Range} */ ({ from: here.from.value, until: here.until.value }),
  told: /** @type {Range} */ ({ from: here.told.value?.[0] ?? null, until: here.told.value?.[1] ?? null }),
}));

/** The ranges as they stand now. */
export const ranges = computed(() => (dragged.value ? { ...chosen.value, [dragged.value.lane]: dragged.value } : chosen.value));

/**
 * Chooses a range; the order of its ends does not matter. One of times spoken of has both its ends or none.
 *
 * @param {Lane} lane
 * @param {string | null} from
 * @param {string | null} until
 * @param {"push" | "replace"} [how]
 */
export function choose(lane, from, until, how) {
  if (from && until && number(from) > number(until)) [from, until] = [until, from];
  go(lane === "published" ? { from, until } : { told: from && until ? [from, until] : null }, how);
}

/**
 * Opens what is behind a bin: the articles published then, or the sentences that tell of it.
 *
 * @param {Lane} lane
 * @param {Bin} bin
 */
export function open(lane, { earliest, latest }) {
  go(lane === "published" ? { from: earliest, until: latest } : { told: [earliest, latest], show: "times" });
}

/**
 * From one bin to another.
 *
 * @param {Bin[]} bins
 * @param {number} a
 * @param {number} b
 */
export const stretch = (bins, a, b) => ({
  from: bins[Math.min(a, b)].earliest,
  until: bins[Math.max(a, b)].latest,
});
