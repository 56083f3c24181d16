import { texts } from "./language.js";
import { askAgain } from "./state.js";

/**
 * Says that a part of the collection could not be fetched, and how to go on. What stands beside it is right.
 *
 * @param {{ error: Error }} props
 */
export function Lost({ error }) {
  const t = texts.value.failures;
  return (
    <section class="notice lost" role="alert">
      <h2>{t.lost}</h2>
      <p>{t.lostHow}</p>
      <p class="choices">
        <button type="button" onClick={askAgain}>{t.retry}</button>
        <button type="button" class="plain" onClick={() => location.reload()}>{t.again}</button>
      </p>
      <details>
        <summary>{t.details}</summary>
        <p lang="en"><code>{error.message}</code></p>
      </details>
    </section>
  );
}
