// The engine's answers for the time band: for the question, and for the whole collection to compare it with. Each lane
// shows what lies around its own chosen range, too, and only what the range of the other lane leaves.

import { computed, signal } from "@preact/signals";
import { here } from "../address.js";
import { wanted } from "../answers/moments.js";
import { number } from "../days.js";
import { aside, follow, info, question, unranged } from "../state.js";
import { gaps, layers } from "./lanes.js";
import { usual, view } from "./view.js";

/** @import { Bin, Moment, Publication, Question, TimelineAnswer } from "kroniek/answers" */
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

/** Whether only some of the articles are meant: of all of a large collection no dates are picked, which would take all of it in. @param {Question} request */
const asks = ({ query, facts, told }) => query.trim() !== "" || (facts ?? []).length > 0 || told;

/** What the band is waited for by. @type {Promise<unknown>} */
let coming = Promise.resolve();

follow(
  () => drawn.value && { ...unranged.value, told: here.told.value, ...drawn.value },
  (engine, request) => {
    const everywhere = info.peek()?.parts && !asks(request);
    const answer = everywhere ? everything(engine, { view: request.view, bins: request.bins }) : engine.timeline(request, "found");
    coming = answer.catch(() => {});
    return answer;
  },
  (answer) => (found.value = answer),
  { after: aside },
);

/** Parts from which on they are picked only when a reader asks for them: they take ten megabytes or more. */
const MANY = 1000;
const picking = signal(false);

/** Whether a reader is asked to have the dates that matter picked. */
export const pickable = computed(
  () => (info.value?.parts ?? 0) >= MANY && !picking.value && Boolean(asks(question.value) && found.value?.documents),
);
export const pick = () => (picking.value = true);

/** The dates that matter: of what is asked and chosen, whatever of it the band draws. The band comes first. */
export const moments = signal(/** @type {Moment[]} */ ([]));

follow(
  () => {
    const parts = info.value?.parts ?? 0;
    const wants = (parts === 0 || asks(question.value)) && (parts < MANY || picking.value);
    const span = here.told.value ?? usual.value;
    return wants && span ? { ...question.value, view: span, bins: 1, moments: wanted(here.moments.value), brief: parts > 0 } : null;
  },
  (engine, request) => coming.then(() => engine.timeline(request, "moments")),
  (answer) => (moments.value = answer?.moments ?? []),
  { after: aside },
);

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
  { after: aside },
);
