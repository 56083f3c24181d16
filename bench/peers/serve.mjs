// A host that counts: files packed beforehand, as hosts pack them, and every byte that leaves.
import { closeSync, createReadStream, createWriteStream, existsSync, mkdirSync, openSync, readSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, normalize, relative } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".png": "image/png",
  ".svg": "image/svg+xml", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json",
};
/** What gzip leaves larger than this share is sent as it is. */
const WORTH = 0.95;

/**
 * Packs what becomes smaller, beside the folder; says what the folder weighs as it is and packed.
 *
 * @param {string} folder
 */
export async function pack(folder) {
  let [files, disk, gzip] = [0, 0, 0];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    const { size } = statSync(from);
    let sent = size;
    if (size > 0 && !packed(from)) {
      const to = join(`${folder}.gz`, relative(folder, from));
      mkdirSync(dirname(to), { recursive: true });
      await pipeline(createReadStream(from), createGzip({ level: 6 }), createWriteStream(to));
      const smaller = statSync(to).size;
      if (smaller < WORTH * size) sent = smaller;
    }
    files += 1;
    disk += size;
    gzip += sent;
  }
  return { files, disk, gzip };
}

/** Whether a file is gzip already. @param {string} path */
function packed(path) {
  const file = openSync(path, "r");
  const start = Buffer.alloc(2);
  readSync(file, start);
  closeSync(file);
  return start[0] === 0x1f && start[1] === 0x8b;
}

/** Serves a folder that has been packed. @param {string} folder */
export async function serve(folder) {
  /** What was asked for and what left, each with its time. @type {{ at: number, requests: number, bytes: number }[]} */
  const sent = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const name = normalize(path.endsWith("/") ? `${path}index.html` : path);
    const plain = join(folder, name);
    sent.push({ at: Date.now(), requests: 1, bytes: 0 });
    // Isolated from other origins, so that a page may measure its memory.
    const headers = {
      "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp", "cross-origin-resource-policy": "same-origin",
      "cache-control": "max-age=600",
    };
    if (!existsSync(plain) || statSync(plain).isDirectory()) {
      response.writeHead(404, headers).end();
      return;
    }
    const small = join(`${folder}.gz`, name);
    const [size, less] = [statSync(plain).size, existsSync(small) ? statSync(small).size : Infinity];
    const zipped = less < WORTH * size;
    response.writeHead(200, {
      ...headers, "content-type": TYPES[extname(name)] ?? "application/octet-stream", "content-length": zipped ? less : size,
      ...(zipped ? { "content-encoding": "gzip" } : {}),
    });
    createReadStream(zipped ? small : plain)
      .on("data", (chunk) => sent.push({ at: Date.now(), requests: 0, bytes: chunk.length }))
      .pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}/`,
    /** How often it was asked, and how many bytes left, from one time to another; and forgets it. @param {number} from @param {number} until */
    counted(from, until) {
      const then = sent.splice(0).filter(({ at }) => from <= at && at <= until);
      const sum = (/** @type {"requests" | "bytes"} */ of) => then.reduce((sum, one) => sum + one[of], 0);
      return { requests: sum("requests"), bytes: sum("bytes") };
    },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
