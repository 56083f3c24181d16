import { texts } from "../language.js";
import { count, span } from "../words.js";

/** @import { TimelineAnswer } from "kroniek/answers" */

/**
 * The numbers that the band draws.
 *
 * @param {{ answer: TimelineAnswer }} props
 */
export function Table({ answer }) {
  const t = texts.value.time;
  const { bins } = answer;
  if (bins.length === 0) return <p>{t.nothing}</p>;
  return (
    <div class="table" role="region" tabIndex={0} aria-label={t.tableTitle(span(bins[0].earliest, bins[bins.length - 1].latest))}>
      <table>
        <caption>{t.tableTitle(span(bins[0].earliest, bins[bins.length - 1].latest))}. {t.tableNote}</caption>
        <thead>
          <tr>
            <th scope="col">{t.period}</th>
            <th scope="col">{t.publishedColumn}</th>
            <th scope="col">{t.mentionedColumn}</th>
            <th scope="col">{t.corpusColumn}</th>
          </tr>
        </thead>
        <tbody>
          {bins.map((bin) => (
            <tr key={bin.earliest} class={bin.corpus === 0 ? "gap" : ""}>
              <th scope="row">{span(bin.earliest, bin.latest)}</th>
              <td>{bin.corpus === 0 ? t.gap : count(bin.published, 2)}</td>
              <td>{count(bin.mentioned, 2)}</td>
              <td>{count(bin.corpus, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
