// The parts of an archive that live outside the engine: fetched when a question needs them, side by side, and asked for again
// where that fails. Those that the engine took are kept for when there is no network.

/** @import { Part } from "kroniek/answers" */

/** How often a part is asked for; between the tries the wait grows. */
const TRIES = 3;
const WAIT = 400;

/** Milliseconds after which a try has failed: a slow host is slow, a dead one does not answer at all. */
const PATIENCE = 30_000;

/** The address of a part's file. @param {string} base @param {{ name: string }} part */
export const addressOf = (base, { name }) => `${base}${name}.bin`;

/**
 * The parts that are kept. Caches belong to an origin, and several sites may live on one: the folder keeps them apart.
 *
 * @param {string} base the address of the folder with the parts
 * @returns {Promise<Cache>} Rejects where there are no caches, as in private windows of some browsers.
 */
export const keptParts = async (base) => caches.open(`kroniek-parts ${new URL("..", base).pathname}`);

/** A part could not be had. Its message names the file and what the host said. */
export class Lost extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "Lost";
  }
}

/**
 * Fetches parts and gives them to the engine.
 *
 * @param {string} base the address of the folder with the parts
 * @param {(part: number, bytes: Uint8Array) => boolean} give false when the bytes are not of that part
 */
export function fetcher(base, give) {
  /**
   * What is under way, with how many wait for it.
   * @typedef {{ name: string, done: Promise<void>, stop: AbortController, users: number }} Going
   * @type {Map<string, Going>}
   */
  const underWay = new Map();

  const kept = keptParts(base).catch(() => null);

  /** @param {Going} going */
  function forget(going) {
    if (underWay.get(going.name) === going) underWay.delete(going.name);
  }

  /**
   * @param {Part} part
   * @param {AbortSignal} signal
   */
  async function once(part, signal) {
    const address = addressOf(base, part);
    const cache = await kept;
    let said = "";
    for (let tried = 0; tried < TRIES; tried++) {
      if (tried > 0) await pause(WAIT * 2 ** (tried - 1), signal);
      try {
        // What is kept may be wrong: a second try goes past it.
        const found = tried > 0 ? null : await cache?.match(address);
        const response =
          found ??
          (await fetch(address, {
            cache: tried > 0 ? "reload" : "default",
            signal: AbortSignal.any ? AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]) : signal,
          }));
        const bytes = new Uint8Array(await response.arrayBuffer());
        if (!response.ok) said = `${response.status} ${response.statusText}`.trim();
        else if (give(part.part, bytes)) {
          // Where there is no room left it is not kept, and still there.
          if (!found) cache?.put(address, new Response(bytes)).catch(() => {});
          return;
        } else said = "the file is damaged, or of another version of this site";
      } catch (error) {
        if (signal.aborted) throw error;
        said = /** @type {Error} */ (error).message;
      }
    }
    throw new Lost(`${address}: ${said}`);
  }

  /**
   * Fetches what is lacking. Rejects with `Lost` when one cannot be had, or when `signal` says that it is no longer wanted.
   *
   * @param {Part[]} lacks
   * @param {AbortSignal} signal
   */
  return async (lacks, signal) => {
    const wanted = lacks.map((part) => {
      let going = underWay.get(part.name);
      if (!going) {
        const stop = new AbortController();
        const begun = { name: part.name, done: once(part, stop.signal), stop, users: 0 };
        // Nobody may be waiting for it any more when it fails.
        begun.done.catch(() => {}).finally(() => forget(begun));
        going = begun;
        underWay.set(part.name, going);
      }
      going.users++;
      return going;
    });
    /** @type {() => void} */
    let leave = () => {};
    const left = new Promise((_, reject) => {
      leave = () => reject(new DOMException("no longer wanted", "AbortError"));
      signal.addEventListener("abort", leave);
    });
    try {
      await Promise.race([left, Promise.all(wanted.map(({ done }) => done))]);
    } finally {
      signal.removeEventListener("abort", leave);
      for (const going of wanted) {
        if (--going.users > 0) continue;
        // Whoever wants it from now on begins anew.
        forget(going);
        going.stop.abort();
      }
    }
  };
}

/** @param {number} milliseconds @param {AbortSignal} signal */
function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
