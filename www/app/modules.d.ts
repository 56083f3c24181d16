/** The engine's side of the page with all that it needs, as a function that stands on its own. Bundled by `www/build.mjs`. */
declare module "kroniek/worker" {
  const side: () => typeof import("./worker.js");
  export default side;
}
