import { useEffect } from "preact/hooks";
import { go, queried } from "../address.js";
import { texts } from "../language.js";
import { moments, pick, pickable, publications } from "../time/asked.js";
import { count, factName, known, span } from "../words.js";
import { examples, makeExamples } from "./examples.js";
import { Moments } from "./Moments.jsx";

/** @import { Info } from "kroniek/answers" */

/**
 * What stands beside the list while no article is open: the collection in numbers, what is mentioned, how to search.
 *
 * @param {{ card: Info }} props
 */
export function Overview({ card }) {
  const t = texts.value;
  const asked = queried.value;
  return (
    <aside class="overview" aria-label={t.overview.title}>
      {!asked && <Card card={card} />}
      {pickable.value && (
        <section class="moments">
          <header><h2 class="label">{t.overview.moments}</h2></header>
          <button type="button" class="plain" onClick={pick}>{t.overview.pick}</button>
        </section>
      )}
      {moments.value.length > 0 && <Moments moments={moments.value} lang={card.language} />}
      {(!asked || moments.value.length === 0) && <Examples />}
    </aside>
  );
}

function Examples() {
  const t = texts.value.overview;
  useEffect(() => void makeExamples(), [t]);
  if (examples.value.length === 0) return null;
  return (
    <section>
      <h2 class="label">{t.how}</h2>
      <dl class="examples">
        {examples.value.map(([query, kind]) => (
          <div key={query}>
            <dt><button type="button" class="plain" onClick={() => go({ query, typing: false, off: [], from: null, until: null })}><code>{query}</code></button></dt>
            <dd>{t.examples[kind]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A value of its own for every article, or an address: nothing to choose by. @param {Info["facts"][number]} fact */
const tells = ({ values }) => values.some((it) => it.documents > 1) && !values.some((it) => /^\w+:\/\//.test(it.value));

/** @param {{ card: Info }} props */
function Card({ card }) {
  const t = texts.value.overview;
  /** @type {[number, string][]} */
  const numbers = [
    [card.documents, t.documents(card.documents)],
    [card.words, t.words(card.words)],
    [card.forms, t.forms(card.forms)],
    [card.mentions, t.mentions(card.mentions)],
  ];
  return (
    <section class="card">
      <h2 class="label">{t.title}</h2>
      <dl class="numbers">
        {numbers.map(([value, name]) => (
          <div key={name}><dt>{name}</dt><dd>{count(value)}</dd></div>
        ))}
      </dl>
      <dl class="spans">
        {card.published && <div><dt>{t.published}</dt><dd>{known(...card.published, publications.value)}</dd></div>}
        {card.mentioned && <div><dt>{t.mentioned}</dt><dd>{span(...card.mentioned)}</dd></div>}
        {card.undated > 0 && <div><dt>{t.undated}</dt><dd>{texts.value.answers.found(count(card.undated), card.undated)}</dd></div>}
        {card.facts.filter(tells).map((fact) => (
          <div key={fact.name}>
            <dt><bdi>{factName(fact.name)}</bdi></dt>
            <dd>
              {fact.values.slice(0, 8).map(({ value, documents }, index) => (
                <span key={value}>{index > 0 && ", "}<bdi>{value}</bdi> <span class="number">{count(documents)}</span></span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
