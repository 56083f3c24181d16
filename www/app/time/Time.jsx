import { useSignal } from "@preact/signals";
import { go, here } from "../address.js";
import { texts } from "../language.js";
import { span } from "../words.js";
import { found } from "./asked.js";
import { Band } from "./Band.jsx";
import { choose, ranges } from "./range.js";
import { Saying } from "./Saying.jsx";
import { Table } from "./Table.jsx";
import { everything, look, usual, view, zoom } from "./view.js";

/** @import { Info } from "kroniek/answers" */

/**
 * Time: the band over the full width, and under it what does the same without a pointer.
 *
 * @param {{ card: Info }} props
 */
export function Time({ card }) {
  const t = texts.value.time;
  const tabled = useSignal(false);
  if (!view.value) return null;
  const relative = here.relative.value;
  return (
    <section class="time" aria-labelledby="time-title">
      <h2 class="unseen" id="time-title">{t.title}</h2>
      <Band card={card} />
      <div class="time-foot">
        <div class="fields">
          {card.published ? <Fields card={card} /> : <Saying />}
          <Told />
        </div>
        <div class="zoom" role="group" aria-label={t.inView}>
          <span class="label" aria-hidden="true">{t.inView}</span>
          <button type="button" class="plain" onClick={() => zoom(0.5)} aria-label={t.zoomIn} title={t.zoomIn}>
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 2v12M2 8h12" /></svg>
          </button>
          <button type="button" class="plain" onClick={() => zoom(2)} aria-label={t.zoomOut} title={t.zoomOut}>
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 8h12" /></svg>
          </button>
          {card.published && (
            <button type="button" class="plain" aria-pressed={here.view.value === null} onClick={() => look(null)}>{t.usual}</button>
          )}
          <button
            type="button" class="plain" aria-pressed={view.value.join() === everything.value?.join()} onClick={() => look(everything.value)}
            disabled={card.published !== null && everything.value?.join() === usual.value?.join()}
          >
            {t.everything}
          </button>
          {card.published && (
            <button type="button" class="plain" aria-pressed={relative} onClick={() => go({ relative: !relative })}>{t.countRelative}</button>
          )}
          <button
            type="button" class="plain" aria-expanded={tabled.value} aria-controls="time-table"
            onClick={() => (tabled.value = !tabled.value)}
          >
            {tabled.value ? t.hideTable : t.showTable}
          </button>
        </div>
      </div>
      <div id="time-table" hidden={!tabled.value}>{tabled.value && found.value && <Table answer={found.value} />}</div>
    </section>
  );
}

/** @param {{ card: Info }} props */
function Fields({ card }) {
  const t = texts.value.time;
  const { from, until } = ranges.value.published;
  const wrong = from && until && from > until;
  return (
    <div>
      <label>
        <span>{t.from}</span>{" "}
        <input
          type="date" value={from ?? ""} min={card.published?.[0]} max={card.published?.[1]}
          aria-invalid={wrong ? "true" : undefined} onChange={(event) => go({ from: event.currentTarget.value || null })}
        />
      </label>
      <label>
        <span>{t.until}</span>{" "}
        <input
          type="date" value={until ?? ""} min={card.published?.[0]} max={card.published?.[1]}
          aria-invalid={wrong ? "true" : undefined} onChange={(event) => go({ until: event.currentTarget.value || null })}
        />
      </label>
      {(from || until) && (
        <button type="button" class="plain" onClick={() => choose("published", null, null)}>{t.clear}</button>
      )}
      {wrong && <span class="wrong-range" role="status">{t.badRange}</span>}
      {from && until && !wrong && <span class="unseen" role="status">{span(from, until)}</span>}
    </div>
  );
}

/** The chosen range of times spoken of. */
function Told() {
  const t = texts.value.time;
  const told = ranges.value.told;
  if (!told.from || !told.until) return null;
  return (
    <p class="spoken">
      <span role="status">{t.tells} {span(told.from, told.until)}</span>
      {here.show.value !== "times" && <button type="button" class="plain" onClick={() => go({ show: "times" })}>{t.showTold}</button>}
      <button type="button" class="plain" onClick={() => choose("told", null, null)}>{t.clearTold}</button>
    </p>
  );
}
