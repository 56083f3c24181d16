import { useLayoutEffect } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { texts } from "../language.js";
import { Marked } from "../Marked.jsx";
import { Name } from "../Name.jsx";
import { count, dateWords } from "../words.js";
import { download, table } from "./csv.js";
import { link } from "./Hit.jsx";
import { FORMS, arriving, chronology, moreTimes, written } from "./times.js";

/** @import { Telling } from "kroniek/answers" */

/** The chronology: what is told, in the order of the times told and not of publication. */
export function Times() {
  const t = texts.value.answers;
  const answer = chronology.value;
  useLayoutEffect(() => {
    if (!answer || !arriving.peek()) return;
    arriving.value = false;
    document.getElementById("answers")?.scrollIntoView();
  }, [answer]);
  if (!answer) return <p class="waiting" role="status">{texts.value.loading}</p>;
  const { total, unresolved, lines } = answer;
  return (
    <>
      <p class="tally" role="status">{t.timesTold(count(total), total)}{unresolved > 0 && `; ${t.timesUnresolved(count(unresolved))}`}</p>
      {total > 0 && <Take />}
      <ol class="told">
        {lines.map((line, index) => {
          const same = lines[index - 1]?.time.edtf === line.time.edtf;
          return <li key={index} class={same ? "same" : undefined}><Told line={line} same={same} /></li>;
        })}
      </ol>
      {lines.length < total && (
        <p class="list-more">
          <button type="button" onClick={moreTimes}>{t.more}</button>
          <span>{t.shown(count(lines.length), count(total))}</span>
        </p>
      )}
    </>
  );
}

/** A sentence under its date; an uncertain one says so. @param {{ line: Telling, same: boolean }} props */
function Told({ line, same }) {
  const { entry, sentence, text, time } = line;
  const uncertain = time.edtf?.startsWith("[") && time.earliest !== time.latest;
  return (
    <>
      <p class={uncertain ? "when uncertain" : "when"}>
        <span class={same ? "unseen" : undefined}>{dateWords({ date: time.edtf, earliest: time.earliest, latest: time.latest })}</span>
      </p>
      <div>
        <p class="snippet" lang={entry.language}>
          <a {...link({ document: entry.document, sentence, words: "" })}><bdi><Marked text={text} marks={[[time.start, time.end]]} /></bdi></a>
        </p>
        <p class="tally"><Name entry={entry} /> · {dateWords(entry)}</p>
      </div>
    </>
  );
}

/** The chronology, to be taken along. */
function Take() {
  const t = texts.value.answers;
  const busy = useSignal(false);
  /** @param {typeof FORMS[number]} form */
  async function take(form) {
    busy.value = true;
    try {
      const [ending, type, text] = await written(form, table, t.columns);
      download(`${t.timesFile}.${ending}`, text, type);
    } finally {
      busy.value = false;
    }
  }
  return (
    <p class="take" role="group" aria-label={t.take}>
      <span class="label">{t.take}</span>
      {FORMS.map((form) => (
        <button key={form} type="button" class="plain" disabled={busy.value} onClick={() => take(form)}>{t.forms[form]}</button>
      ))}
    </p>
  );
}
