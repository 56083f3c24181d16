// What is known now: the question, and the engine's newest answers to it.

import { batch, computed, effect, signal } from "@preact/signals";
import { address } from "./address.js";
import { Failure, openEngine, Superseded } from "./engine.js";
import { isRenewed } from "./newest.js";
import { count } from "./offline.js";
import { painted } from "./painted.js";

/** @import * as Answers from "kroniek/answers" */
/** @import { EngineClient } from "./engine.js" */

const PAGE = 20;

/** @type {import("@preact/signals").Signal<EngineClient | null>} */
const engine = signal(null);

/** @type {import("@preact/signals").Signal<Answers.Info | null>} */
export const info = signal(null);
/** @type {import("@preact/signals").Signal<Answers.SearchAnswer | null>} */
export const answer = signal(null);
/** @type {import("@preact/signals").Signal<Answers.DocumentAnswer | null>} */
export const article = signal(null);
/** The article that the address names and the corpus does not have. */
export const missing = signal(/** @type {string | null} */ (null));
/** Why nothing can be answered. */
export const failure = signal(/** @type {Error | null} */ (null));

/** A part of the archive that could not be fetched: something of what is asked is not answered. */
export const lost = signal(/** @type {Failure | null} */ (null));
/** Whether that is because the site has a newer version than this page. */
export const renewed = signal(false);
/** Whether the engine has stopped, and another is being started. */
export const restarting = signal(false);
/** Counts how often the same was asked again after that. */
const again = signal(0);

/** Asks again what could not be answered. */
export const askAgain = () =>
  batch(() => {
    lost.value = null;
    again.value++;
  });

/** What is asked, the ranges left out. */
export const unranged = computed(() => {
  const { query, typing, furniture, off, facts } = address.value;
  return { query, typing, furniture, off, facts };
});

/** The order of the articles. @type {import("@preact/signals").ReadonlySignal<"relevance" | "date" | "newest">} */
const order = computed(() => {
  const { order } = address.value;
  return order === "date" || order === "newest" ? order : "relevance";
});

/** What is asked. */
export const question = computed(() => {
  const { from, until, told } = address.value;
  return { ...unranged.value, from, until, told };
});

/** The same, as text: so that it is another one only where something else is asked. */
const asking = computed(() => JSON.stringify(question.value));

// What could not be had for one question says nothing of the next.
effect(() => {
  asking.value;
  lost.value = null;
});

/**
 * Milliseconds without a key after which a large collection is asked more than hits. Sooner, the engine would be busy counting times when the next
 * key is pressed; later, a reader would wait for the band.
 */
const PAUSE = 250;

/** When something was typed last. */
let typedAt = -Infinity;
addEventListener("input", () => (typedAt = performance.now()), { capture: true });

/** Until the hits of what is asked are on the screen, or cannot be had. */
let drawn = Promise.resolve();

/** Until a query that is being typed has its hits on the screen; of a collection in parts, until there is a pause. */
function pause() {
  if (!info.peek()?.parts) return address.peek().typing ? painted() : Promise.resolve();
  return new Promise((resolve) => setTimeout(resolve, typedAt + PAUSE - performance.now()));
}

/** What is asked beside the hits waits for them where they have to be fetched, so that nothing keeps them. */
export const aside = () => pause().then(() => (info.peek()?.parts ? drawn : undefined));

/** @param {unknown} error */
function failed(error) {
  const kind = error instanceof Failure ? error.kind : null;
  if (kind === "lost") {
    lost.value = /** @type {Failure} */ (error);
    isRenewed().then((is) => (renewed.value = is));
  } else if (kind !== "died" && !(error instanceof Superseded)) {
    // An engine that died is started again; see `start`.
    failure.value = error instanceof Error ? error : new Error(String(error));
  }
}

/**
 * Asks again whenever the request has become another one, and hands on the newest answer only.
 *
 * @template R, A
 * @param {() => R | null} request null asks nothing
 * @param {(engine: EngineClient, request: R) => Promise<A>} ask
 * @param {(answer: A | null, request: R | null) => void} take
 * @param {{ after?: () => Promise<void> }} [how] `after`: what the question waits for
 */
export function follow(request, ask, take, { after } = {}) {
  // As text, so that an equal request is not asked twice.
  const text = computed(() => JSON.stringify(request()));
  let newest = 0;
  effect(() => {
    const client = engine.value;
    const wanted = /** @type {R | null} */ (JSON.parse(text.value));
    again.value;
    const turn = ++newest;
    if (!client) return;
    if (wanted === null) return take(null, null);
    const now = () =>
      ask(client, wanted).then(
        (given) => turn === newest && take(given, wanted),
        (error) => {
          if (turn !== newest || error instanceof Superseded) return;
          // What answers another question must not stand there as if it answered this one.
          take(null, null);
          failed(error);
        },
      );
    if (after) after().then(() => turn === newest && now());
    else now();
  });
}

/**
 * The hits that are asked for first where they have to be fetched, without what may follow later: so they are sooner there.
 *
 * @type {Partial<Answers.SearchRequest>}
 */
const FIRST = { limit: 5, brief: true };

follow(
  () => ({ ...question.value, order: order.value, limit: PAGE }),
  (client, request) => {
    const found = client.search(info.peek()?.parts ? { ...request, ...FIRST } : request);
    drawn = found.then(painted, () => {});
    return found;
  },
  (given, request) => {
    answer.value = given;
    if (!given || !request) return;
    restarting.value = false;
    if (info.peek()?.parts) rest(given, request);
    document.documentElement.dataset.ready = "true";
    // Drawing was put in the queue of this turn by the line above.
    queueMicrotask(() => performance.mark("kroniek:drawn"));
    painted().then(() => performance.mark("kroniek:painted"));
  },
);

/** What is kept without a network has grown; counted when nothing is asked for a while. @type {ReturnType<typeof setTimeout> | undefined} */
let looking;

/**
 * Adds what was left for later to the first hits.
 *
 * @param {Answers.SearchAnswer} given
 * @param {Answers.SearchRequest} request
 */
async function rest(given, request) {
  await aside();
  if (answer.peek() !== given) return;
  const whole = await asked((engine) => engine.search(request, "rest"));
  if (whole && answer.peek() === given) answer.value = whole;
  clearTimeout(looking);
  looking = setTimeout(() => count(parts), 3000);
}

follow(
  () => {
    const { document } = address.value;
    return document === null ? null : { ...question.value, document };
  },
  (client, request) => client.document(request),
  (given, request) =>
    batch(() => {
      article.value = given;
      missing.value = request && !given ? request.document : null;
    }),
  { after: pause },
);

/** Adds the next hits to those shown. */
export async function more() {
  const shown = answer.peek();
  if (!shown) return;
  const request = { ...question.peek(), order: order.peek(), offset: shown.hits.length, limit: PAGE };
  const next = await asked((engine) => engine.search(request, "more"));
  if (next && answer.peek() === shown) answer.value = { ...shown, hits: [...shown.hits, ...next.hits] };
}

/**
 * The answer to a question that is asked once; null where there is none, which is then told.
 *
 * @template A
 * @param {(engine: EngineClient) => Promise<A>} ask
 */
export async function asked(ask) {
  const client = engine.peek();
  try {
    return client && (await ask(client));
  } catch (error) {
    failed(error);
    return null;
  }
}

/** The parts of the archive that are fetched when they are needed. */
export const parts = async () => (await asked((engine) => engine.parts())) ?? [];

/** Every hit there is, in the order shown. */
export async function everything() {
  const client = engine.peek();
  const total = answer.peek()?.total ?? 0;
  /** @type {Answers.Hit[]} */
  const hits = [];
  while (client && hits.length < total) {
    const request = { ...question.peek(), order: order.peek(), offset: hits.length, limit: 200 };
    const next = await client.search(request, "everything");
    if (next.hits.length === 0) break;
    hits.push(...next.hits);
  }
  return hits;
}

/**
 * An answer of its own, beside those that are shown.
 *
 * @param {Answers.SearchRequest} request
 * @returns {Promise<{ total: number, hits: Answers.Hit[] }>}
 */
export async function searchOnce(request) {
  return (await engine.peek()?.search(request, "aside").catch(() => null)) ?? { total: 0, hits: [] };
}

/**
 * Words that complete the last one of a query.
 *
 * @param {string} query
 * @returns {Promise<Answers.Completion[]>}
 */
export async function completions(query) {
  await aside();
  if (address.peek().query !== query) return [];
  try {
    return (await engine.peek()?.suggest({ query, limit: 6 }))?.suggestions ?? [];
  } catch {
    return [];
  }
}

/** When the engine was lost last, and milliseconds within which it must not be lost again: a question may end every engine. */
let lostAt = -Infinity;
const SOON = 60_000;

/** Opens the engine; once it is there, every question is asked. One that is lost is opened again. */
export async function start() {
  try {
    const client = await openEngine();
    const card = await client.info();
    batch(() => {
      info.value = card;
      failure.value = null;
      engine.value = client;
    });
    const error = await client.died;
    const soon = performance.now() - lostAt < SOON;
    lostAt = performance.now();
    if (soon) throw error;
    batch(() => {
      restarting.value = true;
      engine.value = answer.value = null;
    });
    start();
  } catch (error) {
    failure.value = /** @type {Error} */ (error);
  }
}
