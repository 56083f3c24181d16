import { useSignal } from "@preact/signals";
import { go, here, queried } from "../address.js";
import { Choice } from "../Masthead.jsx";
import { texts } from "../language.js";
import { everything, info, more } from "../state.js";
import { found } from "../time/asked.js";
import { count, known } from "../words.js";
import { csv, download } from "./csv.js";
import { Hit } from "./Hit.jsx";
import { Nothing } from "./Nothing.jsx";

/** @import { SearchAnswer } from "kroniek/answers" */
/** @import { Address } from "../address.js" */

/**
 * The hits: how many, from when to when, in which order, and one after another.
 *
 * @param {{ answer: SearchAnswer }} props
 */
export function Answers({ answer }) {
  const t = texts.value.answers;
  const { total, hits, earliest, latest } = answer;
  const limited = queried.value || here.from.value !== null || here.until.value !== null;
  const said = total === 0 ? t.none : limited ? t.found(count(total), total) : t.all(count(total), total);
  return (
    <section class="list" aria-labelledby="answers-title">
      <header class="list-head">
        <h2 id="answers-title">{said}</h2>
        {earliest && latest && <p class="list-span">{known(earliest, latest, hits.length === total ? hits : found.value?.publications)}</p>}
      </header>
      <p class="unseen" role="status">{said}</p>
      {total > 1 && (
        <div class="list-tools">
          {info.value?.published && <Order />}
          <Save />
        </div>
      )}
      {total === 0
        ? <Nothing answer={answer} />
        : (
          <ol class="hits">
            {hits.map((hit) => <li key={hit.document}><Hit hit={hit} /></li>)}
          </ol>
        )}
      {hits.length < total && (
        <p class="list-more">
          <button type="button" onClick={more}>{t.more}</button>
          <span>{t.shown(count(hits.length), count(total))}</span>
        </p>
      )}
    </section>
  );
}

function Order() {
  const t = texts.value.answers;
  const order = here.order.value;
  /** @type {Address["order"][]} */
  const orders = queried.value ? ["relevance", "date", "newest"] : ["date", "newest"];
  return (
    <Choice
      name="order" label={t.order} value={!queried.value && order === "relevance" ? "date" : order}
      choose={(next) => go({ order: next })} options={orders.map((it) => [it, t[it], t[it]])}
    />
  );
}

function Save() {
  const t = texts.value.answers;
  const busy = useSignal(false);
  async function save() {
    busy.value = true;
    try {
      download(`${t.fileName}.csv`, csv(await everything(), t.columns));
    } finally {
      busy.value = false;
    }
  }
  return (
    <button type="button" class="plain save" disabled={busy.value} onClick={save} aria-label={t.csv} title={t.csv}>
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 2v8M4.5 7L8 10.5 11.5 7M3 14h10" /></svg>CSV
    </button>
  );
}
