import { useSignal } from "@preact/signals";
import { language, texts } from "../language.js";
import { count } from "../words.js";

/** @import { Hit } from "kroniek/answers" */

/**
 * Why an article stands where it stands: its score by word, with the forms that it has of each.
 *
 * @param {{ hit: Hit }} props
 */
export function Why({ hit }) {
  const t = texts.value;
  const a = t.answers;
  // Drawn when it is looked at: most never are, and every key draws the hits anew.
  const open = useSignal(false);
  const number = (/** @type {number} */ value) => count(value, 2);
  return (
    <details class="explained" onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{a.why}</summary>
      {open.value && <>
      <table>
        <thead>
          <tr>{[a.whyWord, a.whyForm, a.whyReason, a.whyCount, a.whyScore].map((it) => <th key={it} scope="col">{it}</th>)}</tr>
        </thead>
        <tbody>
          {hit.why.map((it, index) => (
            <tr key={index}>
              <td lang={hit.language}>{it.word === hit.why[index - 1]?.word ? "" : it.word}</td>
              <td lang={hit.language}>{it.form}</td>
              <td>{t.understood.reason[it.reason]} <span class="number">× {number(it.weight)}</span></td>
              <td>{count(it.count)}</td>
              <td>{it.score > 0 && number(it.score)}{it.title >= 0.005 && ` (${a.whyTitle(number(it.title))})`}{it.nearness >= 0.005 && ` (${a.whyNear(number(it.nearness))})`}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr><th scope="row" colSpan={4}>{a.whySum}</th><td>{number(hit.score)}</td></tr>
        </tfoot>
      </table>
      <p class="aside" lang={language.value}>{a.whyHow}</p>
      </>}
    </details>
  );
}
