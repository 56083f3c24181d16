// A second engine, on the thread of the page, that answers while a query is being typed.
//
// After a key a browser paints before it hands on what a worker sent: an answer of the worker is never on the screen with the
// key, and often a frame later still. What is searched in the handler of the key is.
import side from "kroniek/worker";
import { reported } from "./failures.js";

/** @import { SearchAnswer, SearchRequest } from "kroniek/answers" */

/**
 * Archives up to this size, in bytes, are searched here. A search of one takes a few milliseconds, and the archive is
 * in memory twice; a larger one would hold up what is typed.
 */
export const NEAR = 1 << 20;

/**
 * Opens the engine when the page has time for it. Until then, and where it cannot be opened, there is no answer.
 *
 * @param {WebAssembly.Module} module
 * @param {() => ArrayBuffer} archive
 * @returns {(request: SearchRequest) => Promise<SearchAnswer> | null}
 */
export function nearby(module, archive) {
  /** @type {ReturnType<ReturnType<typeof side>["open"]> | null} */
  let engine = null;
  setTimeout(() => {
    try {
      const opened = side().open(module, archive());
      // For nothing: what a first search needs is compiled by now when the first key is pressed.
      opened.search({ query: "e", typing: true });
      engine = opened;
    } catch {
      // The worker has the same archive, and tells what is wrong with it.
    }
  }, 200);
  return (request) => {
    if (!engine) return null;
    try {
      return Promise.resolve(engine.search(request));
    } catch (error) {
      const told = reported(error);
      // After a trap its memory is not to be trusted. The worker is asked from now on.
      if ("kind" in told) engine = null;
      return engine && Promise.reject(told);
    }
  };
}
