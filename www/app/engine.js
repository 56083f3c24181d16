// How the page gets an engine: compile what the page came with, open it in a worker, ask it.
import side from "kroniek/worker";

import { Failure, reported } from "./failures.js";
import { bytesOf } from "./letters.js";
import { NEAR, nearby } from "./nearby.js";
import { count, worksOffline } from "./offline.js";

/**
 * @import * as Answers from "kroniek/answers"
 * @import { Calls, Kind } from "./worker.js"
 */

export { Failure, Superseded } from "./failures.js";

/**
 * The engine, as the page sees it. A call overtakes an older one of the same lane that was not yet begun: the older
 * one rejects with `Superseded`. A lane is named by the kind of the call, and by `lane` where the page runs two of a
 * kind side by side. Every other rejection is an `Error` from the engine or a `Failure`.
 * @typedef {object} EngineClient
 * @property {() => Promise<Answers.Info>} info
 * @property {(request: Answers.SearchRequest, lane?: string) => Promise<Answers.SearchAnswer>} search
 * @property {(request: Answers.ChronologyRequest, lane?: string) => Promise<Answers.ChronologyAnswer>} chronology
 * @property {(request: Answers.ConcordanceRequest, lane?: string) => Promise<Answers.ConcordanceAnswer>} concordance
 * @property {(request: Answers.SuggestRequest, lane?: string) => Promise<Answers.SuggestAnswer>} suggest
 * @property {(request: Answers.TimelineRequest, lane?: string) => Promise<Answers.TimelineAnswer>} timeline
 * @property {(request: Answers.DocumentRequest, lane?: string) => Promise<Answers.DocumentAnswer>} document
 * @property {() => Promise<Answers.Part[]>} parts The parts of the archive that are fetched when they are needed.
 * @property {Promise<Failure>} died Resolves when the worker is lost; `openEngine` can then be called again.
 */

/** The section of the wasm that holds the archive. */
const ARCHIVE = "kroniek.archive";

/**
 * A worker that was ended from outside tells nobody. While it is asked something, it is looked every so many milliseconds whether it still
 * listens, and given up when so many times it has not: fewer, and a slow phone loses one that is at work; more, and a reader has gone.
 */
const LOOK = 2000;
const LOOKS = 10;

/** @type {ReturnType<typeof nearby> | undefined} */
let near;

// Begun when this script is read, before the page is drawn: compiling and drawing then go side by side.
const compiled = compile();
compiled.catch(() => {});

/**
 * Opens the engine of this page.
 * @returns {Promise<EngineClient>} Rejects with a `Failure`, whose `kind` says what is wrong.
 */
export async function openEngine() {
  const module = await compiled;
  const archive = () => WebAssembly.Module.customSections(module, ARCHIVE)[0];
  const sent = archive();
  if (!sent) throw new Failure("broken", "the engine holds no archive; build the page again with `kroniek build`");
  const { byteLength } = sent;
  const worker = startWorker();
  const client = await connect(worker, module, sent);
  worksOffline();
  const { parts } = await client.info();
  if (parts > 0) count(client.parts, true);
  if (parts > 0 || byteLength > NEAR) return client;
  const here = (near ??= nearby(module, archive));
  return { ...client, search: (request, lane) => (lane ? null : here(request)) ?? client.search(request, lane) };
}

/**
 * @param {Worker} worker
 * @param {WebAssembly.Module} module
 * @param {ArrayBuffer} archive
 * @returns {Promise<EngineClient>}
 */
async function connect(worker, module, archive) {
  const { transfer, wrap } = side();
  /** @type {import("comlink").Remote<Calls>} */
  const remote = wrap(worker);

  // A lost worker answers nothing, so whoever waits for it has to be told.
  /** @type {Set<(failure: Failure) => void>} */
  const waiting = new Set();
  /** @type {Failure | undefined} */
  let lost;
  /** @type {(failure: Failure) => void} */
  let tell = () => {};
  /** @type {Promise<Failure>} */
  const died = new Promise((resolve) => (tell = resolve));

  /** @param {Failure} failure */
  function lose(failure) {
    if (lost) return;
    lost = failure;
    worker.terminate();
    for (const reject of waiting) reject(failure);
    waiting.clear();
    tell(failure);
  }
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    lose(new Failure("died", event.message || "the engine's worker could not be started"));
  });
  worker.addEventListener("messageerror", () => lose(new Failure("died", "an answer could not be read")));

  /** How often it was looked in vain. A page that sleeps does not look. */
  let silent = 0;
  let looking = false;
  function look() {
    looking = waiting.size > 0 && !lost;
    if (!looking) return;
    if (silent++ === LOOKS) return lose(new Failure("died", "the engine's worker does not answer"));
    remote.alive().then(() => (silent = 0));
    setTimeout(look, LOOK);
  }

  /**
   * @template T
   * @param {() => Promise<T>} call
   * @returns {Promise<T>}
   */
  function asked(call) {
    return new Promise((resolve, reject) => {
      if (lost) return reject(lost);
      waiting.add(reject);
      if (!looking) {
        looking = true;
        silent = 0;
        setTimeout(look, LOOK);
      }
      call()
        .then(resolve, (thrown) => {
          const error = reported(thrown);
          // After a trap the engine's memory is not to be trusted.
          if (error instanceof Failure && error.kind === "died") lose(error);
          reject(error);
        })
        .finally(() => waiting.delete(reject));
    });
  }

  /**
   * @param {Kind} kind
   * @returns {(request: any, lane?: string) => Promise<any>}
   */
  const lane = (kind) => (request, lane = "") => asked(() => remote.ask(kind, `${kind} ${lane}`, request));

  try {
    const parts = new URL("parts/", document.baseURI).href;
    const info = await asked(() => remote.open(module, transfer(archive, [archive]), parts));
    return {
      info: () => (lost ? Promise.reject(lost) : Promise.resolve(info)),
      search: lane("search"),
      chronology: lane("chronology"),
      concordance: lane("concordance"),
      suggest: lane("suggest"),
      timeline: lane("timeline"),
      document: lane("document"),
      parts: () => asked(() => remote.parts()),
      died,
    };
  } catch (error) {
    worker.terminate();
    throw error instanceof Failure ? error : new Failure("broken", String(/** @type {Error} */ (error).message));
  }
}

/** Both forms of the page run the worker from a Blob: it then inherits the page's Content-Security-Policy. */
function startWorker() {
  const url = URL.createObjectURL(new Blob([`(${side})().serve()`], { type: "text/javascript" }));
  try {
    return new Worker(url);
  } catch (error) {
    throw new Failure("unsupported", String(error));
  } finally {
    // Fetching begins when the worker is made; one turn later the address is no longer needed.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}

/**
 * The engine that came with the page: inside it in the single file, beside it in the site.
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile() {
  if (typeof WebAssembly !== "object" || typeof Worker !== "function") {
    throw new Failure("unsupported", "this browser has no WebAssembly, or it is switched off");
  }
  const source = document.getElementById("kroniek-engine");
  if (!source) throw new Failure("missing", "the page does not name its engine");
  try {
    return source instanceof HTMLLinkElement ? await fetched(source.href) : await unpacked(source.textContent ?? "");
  } catch (error) {
    if (error instanceof Failure) throw error;
    // A policy of the host or of an extension that forbids WebAssembly is reported as an error of compiling.
    const refused = error instanceof Error && /content security policy|unsafe-eval|blocked by CSP/i.test(error.message);
    throw new Failure(refused ? "unsupported" : "broken", String(error));
  }
}

/** @param {string} address */
async function fetched(address) {
  const response = await fetch(address).catch((error) => {
    throw new Failure("missing", `${address}: ${error.message}`);
  });
  if (!response.ok) throw new Failure("missing", `${address}: ${response.status} ${response.statusText}`);
  const type = response.headers.get("content-type") ?? "";
  if (/^application\/wasm\b/i.test(type)) return WebAssembly.compileStreaming(response);
  // Some hosts do not know the type of wasm; others answer a page for what is not there.
  const bytes = await response.arrayBuffer();
  const magic = new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength));
  if (String.fromCharCode(...magic) !== "\0asm") throw new Failure("missing", `${address}: not an engine but ${type}`);
  return WebAssembly.compile(bytes);
}

/** @param {string} letters */
async function unpacked(letters) {
  if (typeof DecompressionStream !== "function") {
    throw new Failure("unsupported", "this browser cannot unpack the engine; a newer one can");
  }
  const stream = new Blob([bytesOf(letters.trim())]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}
