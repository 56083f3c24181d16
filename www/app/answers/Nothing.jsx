import { go, here } from "../address.js";
import { texts } from "../language.js";
import { count, dayWords, span } from "../words.js";

/** @import { SearchAnswer, Suggestion } from "kroniek/answers" */

/**
 * That nothing was found, and what would be.
 *
 * @param {{ answer: SearchAnswer }} props
 */
export function Nothing({ answer }) {
  const t = texts.value.answers;
  const q = texts.value.question;
  const { query } = answer;
  const [from, until, told] = [here.from.value, here.until.value, here.told.value];
  const when = from && until ? span(from, until) : from ? `${dayWords(from)} –` : until ? `– ${dayWords(until)}` : null;
  /** @param {Suggestion} it */
  const ask = (it) =>
    go({
      query: it.text, typing: false,
      ...(it.kind === "without" ? { from: null, until: null, told: null, facts: [] } : {}),
      ...(it.kind === "forms" ? { off: [] } : {}),
    });
  const kinds = /** @type {Suggestion["kind"][]} */ (["typo", "without", "forms", "fewer"]);
  return (
    <div class="nothing">
      {query && <p>{t.noneWith("")}<bdi class="echo">{query}</bdi></p>}
      {when && <p>{t.noneInRange(when)}</p>}
      {told && <p>{texts.value.time.chosenTold(span(...told))}</p>}
      {kinds.map((kind) => {
        const these = answer.suggestions.filter((it) => it.kind === kind);
        if (these.length === 0) return null;
        return (
          <div key={kind}>
            <h3 class="label">{t.kind[kind]}</h3>
            <ul>
              {these.map((it) => (
                <li key={it.text}>
                  <button type="button" onClick={() => ask(it)}>
                    <bdi>{kind === "without" && it.text === query ? t.withoutRange : it.text}</bdi>
                    {" "}<span class="number">{q.found(count(it.documents), it.documents)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

/**
 * What else may have been meant, where something was found all the same.
 *
 * @param {{ answer: SearchAnswer }} props
 */
export function Meant({ answer }) {
  const t = texts.value.answers;
  const these = answer.suggestions.filter((it) => it.kind === "typo");
  if (these.length === 0) return null;
  return (
    <p class="meant">
      {t.kind.typo}{" "}
      {these.map((it, index) => (
        <span key={it.text}>
          {index > 0 && ", "}<button type="button" class="plain" onClick={() => go({ query: it.text, typing: false })}><bdi>{it.text}</bdi></button>
        </span>
      ))}
      ?
    </p>
  );
}
