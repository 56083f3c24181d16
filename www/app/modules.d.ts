/** The worker with all that it needs, as the text of one classic script. Bundled by `www/build.mjs`. */
declare module "kroniek/worker" {
  const text: string;
  export default text;
}
