// The site without a network: exactly the files of this version, all of them or none.
//
// `kroniek build` puts the files here, each with its SHA-256 and its type, and the version, a digest of them all.
/** @type {[name: string, sha256: string, type: string][]} */
const FILES = self.KRONIEK_FILES;
/** @type {string} */
const VERSION = self.KRONIEK_VERSION;

// Caches belong to an origin, and several sites of Kroniek may live on one: the scope keeps them apart.
const scope = new URL(self.registration.scope).pathname;
const mine = `kroniek ${scope} `;
const current = mine + VERSION;
const names = new Set(FILES.map(([name]) => name));

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const name = wanted(event.request);
  if (name !== null) event.respondWith(answer(name, event.request));
});

/** Fetches the whole version before it keeps any of it; fails, and leaves all as it was, when a file is not right. */
async function install() {
  const fetched = await Promise.all(FILES.map(fetchRight));
  const cache = await caches.open(current);
  try {
    await Promise.all(FILES.map(([name], i) => cache.put(name, fetched[i])));
  } catch (error) {
    await caches.delete(current);
    throw error;
  }
  // The next load is of the new version. A page that is open has read all its files, or still finds them: see below.
  await self.skipWaiting();
}

/** Some hosts answer a page for a file that is missing, or still send a file of another version: only the digest tells. */
async function fetchRight([name, sha256, type]) {
  const tries = name.includes(sha256.slice(0, 16)) ? ["default", "reload"] : ["no-cache", "reload"];
  for (const cache of tries) {
    const response = await fetch(name, { cache, credentials: "same-origin" });
    if (!response.ok) continue;
    const bytes = await response.arrayBuffer();
    // A new Response: one that was redirected may not answer a navigation.
    if ((await digest(bytes)) === sha256) return new Response(bytes, { headers: { "content-type": type } });
  }
  throw new Error(`${name} is not of version ${VERSION}`);
}

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Keeps this version and the one before it, which a page that was just being loaded may still ask for. */
async function activate() {
  const others = (await caches.keys()).filter((name) => name.startsWith(mine) && name !== current);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The name of the file of the site that a request is for, or null for what is none of ours. */
function wanted(request) {
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin || !url.pathname.startsWith(scope)) return null;
  const name = url.pathname.slice(scope.length);
  // Only the scope itself: what lies deeper may be a site of its own.
  if (name === "" || name === "index.html") return "index.html";
  if (request.mode === "navigate") return null;
  return names.has(name) || /^\w+\.[0-9a-f]{16}\.\w+$/.test(name) ? name : null;
}

async function answer(name, request) {
  const own = await caches.open(current);
  const kept = await own.match(name);
  if (kept) return kept;
  // The name of a file of another version holds its digest: it cannot be mistaken for one of this.
  if (!names.has(name)) {
    for (const other of (await caches.keys()).filter((key) => key.startsWith(mine))) {
      const found = await (await caches.open(other)).match(name);
      if (found) return found;
    }
  }
  return fetch(request);
}
