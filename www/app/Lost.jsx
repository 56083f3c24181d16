import { texts } from "./language.js";
import { loadNewest } from "./newest.js";
import { askAgain, renewed } from "./state.js";

/**
 * Says that a part of the collection could not be fetched, and how to go on. What stands beside it is right.
 *
 * @param {{ error: Error }} props
 */
export function Lost({ error }) {
  const t = texts.value.failures;
  return (
    <section class="notice lost" role="alert">
      <h2>{renewed.value ? t.renewed : t.lost}</h2>
      <p>{renewed.value ? t.renewedHow : t.lostHow}</p>
      <p class="choices">
        {renewed.value
          ? <button type="button" onClick={loadNewest}>{t.renew}</button>
          : <button type="button" onClick={askAgain}>{t.retry}</button>}
      </p>
      <details>
        <summary>{t.details}</summary>
        <p lang="en"><code>{error.message}</code></p>
      </details>
    </section>
  );
}
