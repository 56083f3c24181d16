// The engine's side of the page: one engine, and a queue in which a newer call takes the place of an older one. A call that lacks parts of the
// archive waits while they are fetched, and others go on. Bundled as a function, whose text the worker runs and which the page itself can call
// (see `nearby.js`).
import { expose, transfer, wrap } from "comlink";
import { Engine, initSync } from "kroniek/engine";

import { fetcher } from "./parts.js";

/**
 * @import { Info, Part } from "kroniek/answers"
 * @typedef {"search" | "chronology" | "concordance" | "suggest" | "timeline" | "document"} Kind
 * @typedef {{ kind: Kind, request: any, resolve: (answer: any) => void, reject: (error: unknown) => void, stop: AbortController }} Job
 */

/** @type {Engine | undefined} */
let engine;

/** @type {ReturnType<typeof fetcher>} */
let fetchParts;

/** What waits: the newest call of each lane, in the order in which the lanes came. @type {Map<string, Job>} */
const waiting = new Map();

/** Calls whose parts are being fetched, by lane. @type {Map<string, Job>} */
const fetching = new Map();

// A message to ourselves comes after those that the page has already sent, so that a job is taken only when everything
// that could overtake it has been read. A timer would do the same, later.
const turn = new MessageChannel();
let awake = false;

function wake() {
  if (!awake && waiting.size > 0) {
    awake = true;
    turn.port2.postMessage(null);
  }
}

/** What a reader waits for: nothing else is begun while one of these is answered, so that nothing else is fetched before it. */
const FIRST = ["search", "document"];

/** @returns {[string, Job] | undefined} */
function next() {
  const first = (/** @type {Job} */ job) => FIRST.includes(job.kind);
  const jobs = [...waiting];
  const urgent = jobs.find(([, job]) => first(job));
  return urgent ?? ([...fetching.values()].some(first) ? undefined : jobs[0]);
}

turn.port1.onmessage = () => {
  awake = false;
  const found = next();
  if (!found) return;
  const [lane, job] = found;
  waiting.delete(lane);
  run(lane, job);
  wake();
};

/** @param {string} lane @param {Job} job */
function run(lane, job) {
  try {
    const answer = opened()[job.kind](job.request);
    opened().tidy();
    job.resolve(answer);
  } catch (error) {
    const lacks = /** @type {Part[] | undefined} */ (/** @type {any} */ (error).lacks);
    if (lacks) later(lane, job, lacks);
    else job.reject(error);
  }
}

/** @param {string} lane @param {Job} job @param {Part[]} lacks */
function later(lane, job, lacks) {
  fetching.set(lane, job);
  fetchParts(lacks, job.stop.signal).then(
    () => {
      if (fetching.get(lane) !== job) return;
      fetching.delete(lane);
      waiting.set(lane, job);
      wake();
    },
    (error) => {
      if (fetching.get(lane) === job) fetching.delete(lane);
      job.reject(error);
      wake();
    },
  );
}

/**
 * An engine on this thread.
 *
 * @param {WebAssembly.Module} module
 * @param {ArrayBuffer} archive
 */
export function open(module, archive) {
  initSync({ module });
  return Engine.open(new Uint8Array(archive));
}

function opened() {
  if (!engine) throw new Error("the engine is not open");
  return engine;
}

/** @param {Map<string, Job>} jobs @param {string} lane */
function supersede(jobs, lane) {
  const older = jobs.get(lane);
  if (!older) return;
  // Out first: a newer one takes the end of the queue, since one lane must not keep the others waiting.
  jobs.delete(lane);
  older.reject(Object.assign(new Error("a newer call came"), { name: "Superseded" }));
  older.stop.abort();
}

const calls = {
  /**
   * Opens the archive.
   * @param {WebAssembly.Module} module
   * @param {ArrayBuffer} archive
   * @param {string} base the address of the folder with the parts that are not in it
   * @returns {Info}
   */
  open(module, archive, base) {
    engine = open(module, archive);
    fetchParts = fetcher(base, (part, bytes) => opened().give(part, bytes));
    return engine.info();
  },

  /**
   * Answers a call; rejects with an error named `Superseded` when a newer one of its lane came before it was answered.
   * @param {Kind} kind
   * @param {string} lane
   * @param {unknown} request
   * @returns {Promise<any>}
   */
  ask(kind, lane, request) {
    return new Promise((resolve, reject) => {
      supersede(waiting, lane);
      supersede(fetching, lane);
      waiting.set(lane, { kind, request, resolve, reject, stop: new AbortController() });
      wake();
    });
  },

  /** Says that the worker is there, and not lost in some question. */
  alive() {},

  /**
   * The parts of the archive that live outside the engine.
   * @returns {Part[]}
   */
  parts() {
    return opened().parts();
  },
};

/** @typedef {typeof calls} Calls */

/** Begins to listen to the page. */
export const serve = () => expose(calls);

// What the page talks to a worker with: it takes it from here, so that it is in the page once.
export { transfer, wrap };
