import { texts } from "../language.js";
import { link } from "../answers/Hit.jsx";
import { count, mentionWords } from "../words.js";

/** @import { DocumentAnswer } from "kroniek/answers" */

/**
 * The times that were read in an article, and as what; what the text itself shows only under the pointer.
 *
 * @param {{ article: DocumentAnswer }} props
 */
export function Times({ article }) {
  const t = texts.value.reader;
  const said = article.blocks.flatMap((block) =>
    block.times.map((time) => {
      const at = block.sentences.findIndex(([start, end]) => start <= time.start && time.end <= end);
      return { time, sentence: block.first + Math.max(0, at) };
    }),
  );
  if (said.length === 0) return null;
  return (
    <details class="times">
      <summary>{t.times(count(said.length))}</summary>
      <table>
        <thead><tr><th scope="col">{t.timesSaid}</th><th scope="col">{t.timesRead}</th></tr></thead>
        <tbody>
          {said.map(({ time, sentence }, index) => (
            <tr key={index}>
              <td lang={article.language}>
                <a {...link({ document: article.document, sentence, words: "" })}><bdi>{time.text}</bdi></a>
              </td>
              <td>{mentionWords(time)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
