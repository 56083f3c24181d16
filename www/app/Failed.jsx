import { texts } from "./language.js";

/**
 * Says what is wrong and how to go on.
 *
 * @param {{ error: Error }} props
 */
export function Failed({ error }) {
  const t = texts.value.failures;
  // What the engine itself refuses is what it read: it answers every question, of an archive that is whole.
  const kind = "kind" in error ? error.kind : "broken";
  const how = kind === "unsupported" || kind === "missing" || kind === "broken" ? t[kind] : t.died;
  return (
    <section class="notice" role="alert" id="answers" tabIndex={-1}>
      <h2>{t.title}</h2>
      <p>{how}</p>
      <p><button type="button" onClick={() => location.reload()}>{t.again}</button></p>
      <details>
        <summary>{t.details}</summary>
        <p lang="en"><code>{error.message}</code></p>
      </details>
    </section>
  );
}
