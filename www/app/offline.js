// Makes the site work without a network after one visit. Parts of a large archive are kept as they are fetched; all of them when a reader
// takes the whole collection in.
import { signal } from "@preact/signals";

/** @import { Part } from "kroniek/answers" */

/** The cache of the parts, as the service worker names it. */
const PARTS = `kroniek-parts ${new URL("./", document.baseURI).pathname}`;

/** Parts fetched at a time: more would hold up what a reader asks meanwhile. */
const AT_ONCE = 4;

/** Whether parts can be kept: by a service worker, which needs a safe origin. */
export const canKeep = () => "serviceWorker" in navigator && "caches" in window;

/**
 * How much of the collection is kept for when there is no network, in bytes; null where that is not known.
 * `state`: `some` of it, it is being `taking` in, `all` of it is there, or there is no room: `full`, or it could not be fetched: `failed`.
 *
 * @type {import("@preact/signals").Signal<{ state: "some" | "taking" | "all" | "full" | "failed", kept: number, all: number, room: number } | null>}
 */
export const stored = signal(null);

/** @param {Part} part */
const file = ({ name }) => new URL(`parts/${name}.bin`, document.baseURI).href;

/**
 * Looks how much is kept, and lets go of parts that no longer belong to this collection.
 *
 * @param {() => Promise<Part[]>} listed
 */
export async function keepOnly(listed) {
  if (!canKeep()) return;
  try {
    const [parts, cache] = await Promise.all([listed(), caches.open(PARTS)]);
    const sizes = new Map(parts.map((part) => [file(part), part.bytes ?? 0]));
    let kept = 0;
    for (const { url } of await cache.keys()) {
      const bytes = sizes.get(url);
      if (bytes === undefined) await cache.delete(url);
      else kept += bytes;
    }
    const all = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
    const { quota = 0, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
    stored.value = { state: kept === all ? "all" : "some", kept, all, room: quota - usage };
  } catch {
    // Private windows of some browsers have no caches.
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
  // Otherwise a browser that runs out of room lets go of it first. Some ask the reader, and this does not wait for the answer.
  navigator.storage?.persist?.().catch(() => {});
  await keepOnly(listed);
  const before = stored.value;
  if (before.all - before.kept > before.room) {
    stored.value = { ...before, state: "full" };
    return;
  }
  const cache = await caches.open(PARTS);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const wanted = (await listed()).filter((part) => !kept.has(file(part)));
  stored.value = { ...before, state: "taking" };
  let failed = false;
  const fetchNext = async () => {
    for (let part = wanted.pop(); part && !pausing && !failed; part = wanted.pop()) {
      const response = await fetch(file(part)).catch(() => null);
      const bytes = await response?.arrayBuffer().catch(() => null);
      // Whether it is the right one is looked at when it is read.
      if (!response?.ok || !bytes || bytes.byteLength !== part.bytes) failed = true;
      else if (stored.value) stored.value = { ...stored.value, kept: stored.value.kept + bytes.byteLength };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
  await keepOnly(listed);
  if (failed && stored.value) stored.value = { ...stored.value, state: "failed" };
}

/** Lets go of all parts that are kept. @param {() => Promise<Part[]>} listed */
export async function letGo(listed) {
  pause();
  await caches.delete(PARTS);
  await keepOnly(listed);
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
