// A plain static server, as any host is one, on a free port of this machine.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/**
 * What a host does in place of sending a file.
 * @typedef {{ status?: number, type?: string, body?: string | Buffer }} Lie
 */

/**
 * Serves a folder under a path.
 * @param {string} folder
 * @param {string} path Begins and ends with a slash.
 */
export async function serveUnder(folder, path) {
  let served = folder;
  /** @type {(name: string) => Lie | undefined} */
  let lie = () => undefined;
  /** @type {(name: string) => number} */
  let delay = () => 0;
  /** @type {string[]} */
  const requests = [];

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    requests.push(url.pathname);
    let name = decodeURIComponent(url.pathname);
    name = name.startsWith(path) ? name.slice(path.length) : "outside";
    if (name === "" || name.endsWith("/")) name += "index.html";
    await new Promise((resolve) => setTimeout(resolve, delay(name)));
    try {
      const told = lie(name);
      const body = told?.body ?? (await readFile(join(served, normalize(`/${name}`))));
      const type = told?.type ?? TYPES[extname(name)] ?? "application/octet-stream";
      const status = told?.status ?? 200;
      response.writeHead(status, { "content-type": type, "cache-control": status < 400 ? "max-age=600" : "no-store" });
      response.end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/html" });
      response.end("<!doctype html><title>404</title>Not here");
    }
  });
  const listen = (/** @type {number} */ port) =>
    new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(undefined)));
  // A test that fails before it stops its server does not keep the others waiting.
  server.unref();
  await listen(0);
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());

  return {
    /** The address of the folder. */
    address: `http://127.0.0.1:${port}${path}`,
    origin: `http://127.0.0.1:${port}`,
    /** The paths that were asked for. */
    requests,
    /** Serves another folder from now on. @param {string} folder */
    swap(folder) {
      served = folder;
    },
    /** Has the host answer something else for the names that `how` knows. @param {(name: string) => Lie | undefined} how */
    lie(how) {
      lie = how;
    },
    /** Has the host take so many milliseconds for a name. @param {(name: string) => number} how */
    delay(how) {
      delay = how;
    },
    /** Stops: every connection is refused. */
    async stop() {
      if (!server.listening) return;
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
    /** Is there again, at the same address. */
    start: () => listen(port),
  };
}
