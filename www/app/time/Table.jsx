import { here } from "../address.js";
import { link } from "../answers/Hit.jsx";
import { texts } from "../language.js";
import { count, span } from "../words.js";
import { below } from "./asked.js";
import { rate } from "./lanes.js";
import { ranges } from "./range.js";

/** @import { TimelineAnswer } from "kroniek/answers" */

/**
 * The numbers that the band draws; each opens what it counts.
 *
 * @param {{ answer: TimelineAnswer }} props
 */
export function Table({ answer }) {
  const t = texts.value.time;
  const { bins } = answer;
  if (bins.length === 0) return <p>{t.nothing}</p>;
  const title = t.tableTitle(span(bins[0].earliest, bins[bins.length - 1].latest));
  const relative = here.relative.value;
  const { from, until } = ranges.value.published;
  const told = here.told.value;
  const chosen = [
    (from || until) && t.chosenPublished(from && until ? span(from, until) : `${from ?? "…"} – ${until ?? "…"}`),
    told && t.chosenTold(span(told[0], told[1])),
  ].filter(Boolean).join(" ");
  /** @param {number} value @param {typeof bins[number]} bin */
  const shown = (value, bin) => {
    const counted = relative ? rate(value, bin) : value;
    return counted === null ? "–" : count(counted, 2);
  };
  return (
    <div class="table" role="region" tabIndex={0} aria-label={title}>
      <table>
        <caption>{title}{relative && `, ${t.relative}`}. {chosen} {t.tableNote}</caption>
        <thead>
          <tr>
            <th scope="col">{t.period}</th>
            <th scope="col">{t.publishedColumn}</th>
            <th scope="col">{t.mentionedColumn}</th>
            <th scope="col">{t.corpusColumn}</th>
          </tr>
        </thead>
        <tbody>
          {bins.map((bin, index) => {
            const mentioned = below(index)?.mentioned ?? 0;
            const { earliest, latest } = bin;
            return (
              <tr key={earliest} class={bin.corpus === 0 ? "gap" : ""}>
                <th scope="row">{span(earliest, latest)}</th>
                <td>
                  {bin.corpus === 0 ? t.gap : bin.published > 0
                    ? <a {...link({ from: earliest, until: latest })}>{shown(bin.published, bin)}</a>
                    : shown(0, bin)}
                </td>
                <td>
                  {mentioned > 0
                    ? <a {...link({ told: [earliest, latest], show: "times" })}>{shown(mentioned, bin)}</a>
                    : shown(0, bin)}
                </td>
                <td>{count(bin.corpus, 2)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
