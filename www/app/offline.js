// Makes the site work without a network after one visit. Parts of a large archive are kept as they are fetched; all of them when a reader
// takes the whole collection in.
import { signal } from "@preact/signals";

import { addressOf, keptParts } from "./parts.js";

/** @import { Part } from "kroniek/answers" */

const BASE = new URL("parts/", document.baseURI).href;

/** Parts fetched at a time: more would hold up what a reader asks meanwhile. */
const AT_ONCE = 4;

/**
 * How much of the collection is kept for when there is no network, in bytes; null where that is not known.
 * `state`: `some` of it, it is being `taking` in, `all` of it is there, or there is no room: `full`, or it could not be fetched: `failed`.
 *
 * @typedef {{ state: "some" | "taking" | "all" | "full" | "failed", kept: number, all: number, room: number }} Stored
 * @type {import("@preact/signals").Signal<Stored | null>}
 */
export const stored = signal(null);

/** @param {Partial<Stored>} change */
function now(change) {
  if (stored.value) stored.value = { ...stored.value, ...change };
}

/** Tells the other tabs that more is kept, or less. @type {BroadcastChannel | undefined} */
let others;

/**
 * Looks how much is kept; what is not known then, because the engine or the caches cannot be had, stays as it is.
 *
 * @param {() => Promise<Part[]>} listed
 * @param {boolean} [only] Whether to let go of what does not belong to this collection. A page that was just loaded may: one that has been open for
 *   long may be of an older version than what is kept.
 */
export async function count(listed, only = false) {
  // Without a service worker the page itself is not there without a network.
  if (!("serviceWorker" in navigator)) return [];
  try {
    const [parts, cache] = await Promise.all([listed(), keptParts(BASE)]);
    if (parts.length === 0) return [];
    const sizes = new Map(parts.map((part) => [addressOf(BASE, part), part.bytes ?? 0]));
    let all = 0;
    for (const bytes of sizes.values()) all += bytes;
    let kept = 0;
    for (const { url } of await cache.keys()) {
      const bytes = sizes.get(url);
      if (bytes !== undefined) kept += bytes;
      else if (only) await cache.delete(url);
      sizes.delete(url);
    }
    const { quota = 0, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
    const state = stored.value?.state === "taking" ? "taking" : kept === all ? "all" : "some";
    stored.value = { state, kept, all, room: Math.max(0, quota - usage) };
    if (!others) {
      others = new BroadcastChannel(BASE);
      others.onmessage = () => count(listed);
    }
    return [...sizes];
  } catch {
    return [];
  }
}

let pausing = false;

/** Pauses taking in: what is there stays. */
export const pause = () => {
  pausing = true;
};

/** Takes in what is not kept yet. @param {() => Promise<Part[]>} listed */
export async function takeIn(listed) {
  if (!stored.value || stored.value.state === "taking") return;
  pausing = false;
  now({ state: "taking" });
  // Otherwise a browser that runs out of room lets go of it first. Some ask the reader, and this does not wait for the answer.
  navigator.storage?.persist?.().catch(() => {});
  const wanted = await count(listed);
  const { kept, all, room } = stored.value;
  /** @type {Partial<Stored> | undefined} */
  let end = all - kept > room ? { state: "full", room } : undefined;
  const fetchNext = async () => {
    const cache = await keptParts(BASE);
    for (let next = wanted.pop(); next && !pausing && !end; next = wanted.pop()) {
      const [address, size] = next;
      const response = await fetch(address, { cache: "no-cache" }).catch(() => null);
      const bytes = await response?.arrayBuffer().catch(() => null);
      // Whether it is the right one is looked at when it is read.
      if (!response?.ok || bytes?.byteLength !== size) end ??= { state: "failed" };
      else {
        await cache.put(address, new Response(bytes)).then(
          () => now({ kept: (stored.value?.kept ?? 0) + size }),
          () => (end ??= { state: "full", room: 0 }),
        );
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
  now({ state: "some" });
  await count(listed);
  if (end) now(end);
  others?.postMessage(null);
}

/** Lets go of all parts that are kept. @param {() => Promise<Part[]>} listed */
export async function letGo(listed) {
  pause();
  // One by one: another tab may have the cache open, and would put what it takes in where nobody finds it.
  const cache = await keptParts(BASE);
  for (const { url } of await cache.keys()) await cache.delete(url);
  await count(listed);
  others?.postMessage(null);
}

/** Registers the service worker; does nothing for the single file, which needs none. */
export function worksOffline() {
  // Only the site has a manifest: the single file may lie on a web server too.
  const site = document.querySelector('link[rel="manifest"]') !== null;
  if (!site || !/^https?:$/.test(location.protocol) || !("serviceWorker" in navigator)) return;
  // `none`: a copy of `sw.js` that a host lets browsers keep would hold back a new version.
  navigator.serviceWorker.register("sw.js", { updateViaCache: "none" }).catch((error) => {
    console.info(`Kroniek will not be there offline: ${error.message}`);
  });
}
