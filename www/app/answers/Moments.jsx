import { MOMENTS, go, here } from "../address.js";
import { day } from "../days.js";
import { language, texts } from "../language.js";
import { Marked } from "../Marked.jsx";
import { Choice } from "../Masthead.jsx";
import { count, dateWords, span } from "../words.js";
import { link } from "./Hit.jsx";
import { merged } from "./moments.js";

/** @import { Moment } from "kroniek/answers" */
/** @import { Time } from "./moments.js" */

/**
 * The dates that matter, each with the sentence that tells it best.
 *
 * @param {{ moments: Moment[], lang: string }} props
 */
export function Moments({ moments, lang }) {
  const t = texts.value.overview;
  const most = here.moments.value;
  const times = merged(moments, most);
  // A number that would show no more than there is says nothing.
  const numbers = MOMENTS.filter((it) => it <= most || times.length >= most);
  return (
    <section class="moments">
      <header>
        <h2 class="label">{t.moments}</h2>
        {times.length >= MOMENTS[0] && (
          <Choice
            name="moments" label={t.momentsShown} told value={String(most)} choose={(next) => go({ moments: Number(next) })}
            options={numbers.map((it) => [String(it), count(it), `${t.momentsShown} ${count(it)}`])}
          />
        )}
      </header>
      <ol>
        {times.map((time) => (
          <li key={time.told[0].edtf}>
            <Head time={time} />
            {time.told.map((it) => (
              <p key={it.edtf} class="snippet" lang={lang || language.value}>
                <a {...link({ document: it.document, sentence: it.index, words: "" })}><bdi><Marked text={it.sentence} marks={it.marks} /></bdi></a>
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** When, and how often it is mentioned. @param {{ time: Time }} props */
function Head({ time: { first, last, told } }) {
  const mentions = told.reduce((sum, it) => sum + it.mentions, 0);
  const when = told.length > 1 ? span(day(first), day(last)) : dateWords({ ...told[0], date: told[0].edtf });
  return <p class="when">{when} <span class="tally">{texts.value.overview.momentMentions(count(mentions), mentions)}</span></p>;
}
