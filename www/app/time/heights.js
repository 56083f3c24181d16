// Heights in CSS pixels: the lane above, the axis, the lane below.

import { computed } from "@preact/signals";
import { info } from "../state.js";

export const UP = 112;
export const MID = 30;
export const DOWN = 74;

/** The height of the upper lane. Without any date there is nothing above, and nothing to choose there. */
export const upper = computed(() => (info.value?.published ? UP : 0));
