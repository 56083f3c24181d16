// The engine's side of the page: one engine, and a queue in which a newer call takes the place of an older one. Bundled as a
// function, whose text the worker runs and which the page itself can call (see `nearby.js`).
import { expose } from "comlink";
import { Engine, initSync } from "kroniek/engine";

/**
 * @import { Info } from "kroniek/answers"
 * @typedef {"search" | "chronology" | "concordance" | "suggest" | "timeline" | "document"} Kind
 * @typedef {{ kind: Kind, request: any, resolve: (answer: any) => void, reject: (error: unknown) => void }} Job
 */

/** @type {Engine | undefined} */
let engine;

/** What waits: the newest call of each lane, in the order in which the lanes came. @type {Map<string, Job>} */
const waiting = new Map();

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

turn.port1.onmessage = () => {
  awake = false;
  const next = waiting.entries().next().value;
  if (!next) return;
  const [lane, job] = next;
  waiting.delete(lane);
  try {
    job.resolve(opened()[job.kind](job.request));
  } catch (error) {
    job.reject(error);
  }
  wake();
};

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

const calls = {
  /**
   * Opens the archive.
   * @param {WebAssembly.Module} module
   * @param {ArrayBuffer} archive
   * @returns {Info}
   */
  open(module, archive) {
    engine = open(module, archive);
    return engine.info();
  },

  /**
   * Answers a call; rejects with an error named `Superseded` when a newer one of its lane came before it was begun.
   * @param {Kind} kind
   * @param {string} lane
   * @param {unknown} request
   * @returns {Promise<any>}
   */
  ask(kind, lane, request) {
    return new Promise((resolve, reject) => {
      const older = waiting.get(lane);
      if (older) {
        older.reject(Object.assign(new Error("a newer call came"), { name: "Superseded" }));
        // The newer one takes the end of the queue: one lane must not keep the others waiting.
        waiting.delete(lane);
      }
      waiting.set(lane, { kind, request, resolve, reject });
      wake();
    });
  },
};

/** @typedef {typeof calls} Calls */

/** Begins to listen to the page. */
export const serve = () => expose(calls);
