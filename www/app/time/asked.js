// The engine's answers for the time band: for the question, and for the whole collection to compare it with.

import { computed, signal } from "@preact/signals";
import { follow, info, unranged } from "../state.js";
import { view } from "./view.js";

/** @import { Publication, TimelineAnswer } from "kroniek/answers" */

/** How many bins the band has room for. */
export const room = signal(0);

/** Without the chosen range: the band shows what lies around it, too. */
export const found = signal(/** @type {TimelineAnswer | null} */ (null));

/** Every article, seen through the same view. */
export const whole = signal(/** @type {TimelineAnswer | null} */ (null));

/** The dates of the whole collection, once the view has held them all. */
export const publications = signal(/** @type {Publication[]} */ ([]));

const drawn = computed(() => (view.value && room.value > 0 ? { view: view.value, bins: room.value } : null));

follow(
  () => drawn.value && { ...unranged.value, ...drawn.value, moments: 6 },
  (engine, request) => engine.timeline(request, "found"),
  (answer) => (found.value = answer),
);

follow(
  () => drawn.value && { query: "", ...drawn.value },
  (engine, request) => engine.timeline(request, "whole"),
  (answer) => {
    whole.value = answer;
    const span = info.peek()?.published;
    const [first, last] = [answer?.publications[0], answer?.publications.at(-1)];
    if (answer && span && first && last && !answer.before.published && !answer.after.published) publications.value = answer.publications;
  },
);
