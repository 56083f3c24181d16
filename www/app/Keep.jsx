import { texts } from "./language.js";
import { letGo, pause, stored, takeIn } from "./offline.js";
import { parts } from "./state.js";

/** How much of a large collection is there without a network, and taking in the rest. */
export function Keep() {
  const t = texts.value.keep;
  const now = stored.value;
  if (!now) return null;
  const { state, kept, all } = now;
  const share = Math.floor((100 * kept) / Math.max(all, 1));
  return (
    <section class="keep" aria-label={t.title}>
      <p role="status">
        {state === "all" ? t.all(t.size(all)) : t.some(t.size(kept), t.size(all))}
        {state === "full" && ` ${t.full(t.size(now.room))}`}
        {state === "failed" && ` ${t.failed}`}
      </p>
      {state === "taking" && <progress aria-label={t.title} max={100} value={share}>{share} %</progress>}
      <p class="choices">
        {state === "taking" && <button type="button" onClick={pause}>{t.pause}</button>}
        {state !== "taking" && state !== "all" && (
          <button type="button" onClick={() => takeIn(parts)}>{kept > 0 ? t.more(t.size(all - kept)) : t.take(t.size(all))}</button>
        )}
        {kept > 0 && state !== "taking" && <button type="button" class="plain" onClick={() => letGo(parts)}>{t.letGo}</button>}
      </p>
    </section>
  );
}
