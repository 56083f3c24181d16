import { useSignal } from "@preact/signals";
import { go, here, queried } from "../address.js";
import { Choice } from "../Masthead.jsx";
import { texts } from "../language.js";
import { everything, info, more } from "../state.js";
import { found } from "../time/asked.js";
import { count, known } from "../words.js";
import { csv, download, linesCsv } from "./csv.js";
import { Hit } from "./Hit.jsx";
import { everyLine, lined, sorting } from "./lines.js";
import { Lines } from "./Lines.jsx";
import { Facets } from "./Facets.jsx";
import { timed } from "./times.js";
import { Times } from "./Times.jsx";
import { Meant, Nothing } from "./Nothing.jsx";

/** @import { SearchAnswer } from "kroniek/answers" */
/** @import { Address } from "../address.js" */

/**
 * The hits: how many, from when to when, in which order, and one after another.
 *
 * @param {{ answer: SearchAnswer }} props
 */
export function Answers({ answer }) {
  const t = texts.value.answers;
  const { total, hits, earliest, latest, query, problems } = answer;
  const limited = queried.value || here.from.value !== null || here.until.value !== null;
  const said = total === 0 ? t.none : limited ? t.found(count(total), total) : t.all(count(total), total);
  return (
    <section class="list" aria-labelledby="answers-title">
      <header class="list-head">
        <h2 id="answers-title">{said}</h2>
        {earliest && latest && <p class="list-span">{known(earliest, latest, hits.length === total ? hits : found.value?.publications)}</p>}
      </header>
      {problems.map(({ start, end, kind }) => kind === "bad-date" && (
        <p key={start} class="uncounted">{t.notCounted} <bdi class="echo">{query.slice(start, end)}</bdi></p>
      ))}
      <p class="unseen" role="status">{said}</p>
      <Facets facets={answer.facts} />
      {total > 0 && <Meant answer={answer} />}
      {(total > 1 || (total > 0 && queried.value) || here.show.value) && (
        <div class="list-tools">
          <Show />
          {timed.value ? null : lined.value ? <Sorting /> : info.value?.published && total > 1 && <Order />}
          {!timed.value && <Save />}
        </div>
      )}
      {total === 0
        ? <Nothing answer={answer} />
        : timed.value ? <Times /> : lined.value ? <Lines /> : (
          <ol class="hits">
            {hits.map((hit) => <li key={hit.document}><Hit hit={hit} /></li>)}
          </ol>
        )}
      {!lined.value && !timed.value && hits.length < total && (
        <p class="list-more">
          <button type="button" onClick={more}>{t.more}</button>
          <span>{t.shown(count(hits.length), count(total))}</span>
        </p>
      )}
    </section>
  );
}

/** Articles, every occurrence, or what is told of which time. */
function Show() {
  const t = texts.value.answers;
  /** @type {["list" | "lines" | "times", string, string][]} */
  const options = [["list", t.asList, t.asList], ["lines", t.asLines, t.asLines], ["times", t.asTimes, t.asTimes]];
  return (
    <Choice
      name="show" label={t.show} told value={here.show.value ?? "list"} choose={(next) => go({ show: next === "list" ? null : next })}
      options={options.filter(([it]) => it !== "lines" || queried.value)}
    />
  );
}

/** The order of the lines. */
function Sorting() {
  const t = texts.value.answers;
  const orders = /** @type {Address["order"][]} */ (["date", "newest", "document", "left", "right"]);
  return (
    <label class="sorting">
      <span class="unseen">{t.order}</span>
      <select value={sorting.value} onChange={(event) => go({ order: /** @type {Address["order"]} */ (event.currentTarget.value) })}>
        {orders.map((it) => <option key={it} value={it}>{t.orders[it]}</option>)}
      </select>
    </label>
  );
}

function Order() {
  const t = texts.value.answers;
  const order = here.order.value;
  /** @type {Address["order"][]} */
  const orders = queried.value ? ["relevance", "date", "newest"] : ["date", "newest"];
  return (
    <Choice
      name="order" label={t.order} told value={orders.includes(order) ? order : orders[0]}
      choose={(next) => go({ order: next })} options={orders.map((it) => [it, t.orders[it], t.orders[it]])}
    />
  );
}

function Save() {
  const t = texts.value.answers;
  const busy = useSignal(false);
  async function save() {
    busy.value = true;
    try {
      const table = lined.value ? linesCsv(await everyLine(), t.columns) : csv(await everything(), t.columns);
      download(`${t.fileName}.csv`, table);
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
