import { texts } from "../language.js";
import { count, dateWords } from "../words.js";
import { link } from "./Hit.jsx";
import { concordance, moreLines } from "./lines.js";

/** @import { ConcordanceLine } from "kroniek/answers" */

/** The concordance: every occurrence on a line of its own, what was asked in the middle. */
export function Lines() {
  const t = texts.value.answers;
  const answer = concordance.value;
  if (!answer) return <p class="waiting" role="status">{texts.value.loading}</p>;
  const { total, sorted, lines } = answer;
  if (total === 0) return <p class="aside">{t.noLines}</p>;
  const reachable = sorted ?? total;
  return (
    <>
      <p class="tally" role="status">{t.occurrences(count(total), total)}</p>
      {reachable < total && <p class="aside">{t.sortedFirst(count(reachable))}</p>}
      <ol class="lines">
        {lines.map((line, index) => <li key={index}><Line line={line} /></li>)}
      </ol>
      {lines.length < reachable && (
        <p class="list-more">
          <button type="button" onClick={moreLines}>{t.more}</button>
          <span>{t.shown(count(lines.length), count(reachable))}</span>
        </p>
      )}
    </>
  );
}

/** A text on one line. @param {string} text */
const flat = (text) => text.replace(/\s+/g, " ");

/** @param {{ line: ConcordanceLine }} props */
function Line({ line }) {
  const { document, sentence, before, middle, after, label, language } = line;
  return (
    <a class="occurrence" {...link({ document, sentence, words: "" })} title={label}>
      <span class="when">{dateWords(line)}</span>
      <span class="before" lang={language}><bdi>{flat(before)}</bdi></span>
      <mark lang={language}>{middle}</mark>
      <span class="after" lang={language}><bdi>{flat(after)}</bdi></span>
    </a>
  );
}
