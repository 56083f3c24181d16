// The engine's answers for the time band: for the question, and for the whole collection to compare it with. Each lane
// shows what lies around its own chosen range, too, and only what the range of the other lane leaves.

import { computed, signal } from "@preact/signals";
import { here } from "../address.js";
import { wanted } from "../answers/moments.js";
import { number } from "../days.js";
import { aside, asked, follow, info, unranged } from "../state.js";
import { gaps, layers } from "./lanes.js";
import { view } from "./view.js";

/** @import { Bin, Publication, Question, TimelineAnswer } from "kroniek/answers" */
/** @import { EngineClient } from "../engine.js" */

/** How many bins the band has room for. */
export const room = signal(0);

/** Without the chosen range of publication. */
export const found = signal(/** @type {TimelineAnswer | null} */ (null));

/** Without the chosen range of times spoken of; null where that is the same answer. */
const around = signal(/** @type {TimelineAnswer | null} */ (null));

/** What the lower lane shows. */
export const spoken = computed(() => around.value ?? found.value);

/** Every article, seen through the same view. */
export const whole = signal(/** @type {TimelineAnswer | null} */ (null));

/** The dates of the whole collection, once the view has held them all. */
export const publications = signal(/** @type {Publication[]} */ ([]));

/** The bins of the upper lane, and the numbers of their first days. */
export const bins = computed(() => found.value?.bins ?? []);
export const starts = computed(() => bins.value.map((bin) => number(bin.earliest)));

/** The dates of the found articles, as numbers of days. */
export const dated = computed(() =>
  (found.value?.publications ?? []).map((it) => ({ ...it, first: number(it.earliest), last: number(it.latest) })),
);

/** How the articles lie in the upper lane, those found and all, and where there are none. */
export const piles = computed(() => layers(bins.value, found.value?.publications ?? []));
export const allPiles = computed(() => layers(whole.value?.bins ?? [], whole.value?.publications ?? []));
export const empty = computed(() => gaps(whole.value?.publications ?? []));

/**
 * The bin of the lower lane at the place of one of the upper lane; none while they are not of the same view.
 *
 * @param {number} index
 * @returns {Bin | undefined}
 */
export function below(index) {
  const bin = spoken.value?.bins[index];
  return bin?.earliest === bins.value[index]?.earliest ? bin : undefined;
}

/** What was asked of the whole collection last: it stays true, and of a large one it takes a while. */
let known = { key: "", answer: /** @type {Promise<TimelineAnswer>} */ (/** @type {unknown} */ (null)) };

/**
 * The band of the whole collection in a view.
 *
 * @param {EngineClient} engine
 * @param {{ view: [string, string], bins: number }} drawn
 */
function everything(engine, drawn) {
  const key = JSON.stringify(drawn);
  if (known.key !== key) {
    known = { key, answer: engine.timeline({ query: "", ...drawn }, "whole") };
    known.answer.catch(() => (known.key = ""));
  }
  return known.answer;
}

const drawn = computed(() => (view.value && room.value > 0 ? { view: view.value, bins: room.value } : null));

// Where parts of the archive are fetched, the band comes first; the sentences that tell the dates which matter lie all over it.
follow(
  () => drawn.value && { ...unranged.value, told: here.told.value, ...drawn.value, moments: wanted(here.moments.value) },
  (engine, request) => {
    if (!info.peek()?.parts) return engine.timeline(request, "found");
    if (asks(request)) return engine.timeline({ ...request, moments: 0 }, "found");
    return everything(engine, { view: request.view, bins: request.bins });
  },
  (answer, request) => {
    [found.value, pick.value] = [answer, null];
    if (answer?.documents && request && info.peek()?.parts && asks(request)) addMoments(answer, request);
  },
  { after: aside },
);

/** Whether only some of the articles are meant: of all of a large collection no dates are picked, which would take all of it in. @param {Question} request */
const asks = ({ query, facts, told }) => query.trim() !== "" || (facts ?? []).length > 0 || told;

/** Parts from which on they are picked only when a reader asks for them: they take ten megabytes or more. */
const MANY = 1000;

/** Picks the dates that matter, once a reader is asked whether to. @type {import("@preact/signals").Signal<(() => void) | null>} */
export const pick = signal(/** @type {(() => void) | null} */ (null));
let picking = false;

/** @param {TimelineAnswer} answer @param {Question} request */
function addMoments(answer, request) {
  const add = async () => {
    [picking, pick.value] = [true, null];
    const whole = await asked((engine) => engine.timeline({ ...request, brief: true }, "moments"));
    if (whole && found.peek() === answer) found.value = whole;
  };
  if (picking || (info.peek()?.parts ?? 0) < MANY) add();
  else pick.value = add;
}

follow(
  () => {
    const [from, until, told] = [here.from.value, here.until.value, here.told.value];
    return drawn.value && (from || until || told) ? { ...unranged.value, from, until, ...drawn.value } : null;
  },
  (engine, request) => engine.timeline(request, "around"),
  (answer) => (around.value = answer),
  { after: aside },
);

follow(
  () => drawn.value,
  everything,
  (answer) => {
    whole.value = answer;
    const span = info.peek()?.published;
    const [first, last] = [answer?.publications[0], answer?.publications.at(-1)];
    if (answer && span && first && last && !answer.before.published && !answer.after.published) publications.value = answer.publications;
  },
);
