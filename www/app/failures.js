// What can go wrong between the page and its engine, so that the page can tell a reader what to do.

/**
 * `unsupported`: the browser has no WebAssembly, or forbids it. `missing`: the engine's file is not there.
 * `broken`: it is there, but it or its archive cannot be read; the message says more. `died`: it ran, and is lost. `lost`: a part of the archive
 * could not be fetched; the engine goes on.
 * @typedef {"unsupported" | "missing" | "broken" | "died" | "lost"} FailureKind
 */

/** The engine cannot be had. */
export class Failure extends Error {
  /**
   * @param {FailureKind} kind
   * @param {string} message English, for details.
   */
  constructor(kind, message) {
    super(message);
    this.name = "Failure";
    this.kind = kind;
  }
}

/** A newer call came before this one was begun; nobody waits for its answer any more. */
export class Superseded extends Error {
  constructor() {
    super("a newer call came");
    this.name = "Superseded";
  }
}

/**
 * What the worker threw: across the boundary only an error's name and message are left.
 * @param {unknown} thrown
 * @returns {Error}
 */
export function reported(thrown) {
  if (!(thrown instanceof Error)) return new Error(String(thrown));
  if (thrown.name === "Superseded") return new Superseded();
  if (thrown.name === "Lost") return new Failure("lost", thrown.message);
  if (thrown.name === "RuntimeError" || thrown.name === "RangeError") return new Failure("died", thrown.message);
  return thrown;
}
