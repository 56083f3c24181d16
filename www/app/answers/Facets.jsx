import { go, here } from "../address.js";
import { texts } from "../language.js";
import { info } from "../state.js";
import { count, factName } from "../words.js";

/** @import { Facet } from "kroniek/answers" */

/** Takes a value in, or leaves it out again. @param {string} name @param {string} value */
function toggle(name, value) {
  const facts = here.facts.peek();
  const others = facts.filter((it) => it[0] !== name || it[1] !== value);
  go({ facts: others.length < facts.length ? others : [...facts, [name, value]] });
}

/**
 * Whether a fact is something to choose by: there is another value than that of all, and the collection does not have one of its own
 * for every article.
 *
 * @param {Facet} facet
 */
function tells({ name, values }) {
  const all = info.value?.facts.find((it) => it.name === name);
  const shared = (all ? all.values : values).some((it) => it.documents > 1);
  return values.some((it) => it.chosen) || (values.length > 1 && shared);
}

/**
 * The facts that what was found can be narrowed by, each value with how many articles have it.
 *
 * @param {{ facets: Facet[] }} props
 */
export function Facets({ facets }) {
  const t = texts.value.answers;
  const telling = facets.filter(tells);
  if (telling.length === 0) return null;
  return (
    <div class="facets" role="group" aria-label={t.narrow}>
      {telling.map(({ name, values, more }) => (
        <div key={name} role="group" aria-label={factName(name)}>
          <span class="label" aria-hidden="true"><bdi>{factName(name)}</bdi></span>
          {values.map(({ value, documents, chosen }) => (
            <button key={value} type="button" class="plain fact" aria-pressed={chosen} onClick={() => toggle(name, value)}>
              <bdi>{value}</bdi> <span class="number">{count(documents)}</span>
            </button>
          ))}
          {more > 0 && <span class="rest">{t.moreValues(count(more))}</span>}
        </div>
      ))}
      {here.facts.value.length > 0 && (
        <button type="button" class="plain" onClick={() => go({ facts: [] })}>{t.allFacts}</button>
      )}
    </div>
  );
}
