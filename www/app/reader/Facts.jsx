import { texts } from "../language.js";
import { count, factName } from "../words.js";

/** @import { DocumentAnswer } from "kroniek/answers" */

/**
 * Only addresses of the web are links; `javascript:` and the like stay text.
 *
 * @param {string} value
 */
function web(value) {
  try {
    const url = new URL(value);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * What is known about an article.
 *
 * @param {{ article: DocumentAnswer }} props
 */
export function Facts({ article }) {
  const t = texts.value.reader;
  return (
    <dl class="facts" aria-label={t.facts}>
      {article.facts.map(([name, value], index) => {
        const href = name.toLowerCase() === "url" ? web(value) : null;
        return (
          <div key={index}>
            <dt><bdi>{factName(name)}</bdi></dt>
            <dd>{href ? <a href={href} rel="noopener noreferrer external"><bdi>{value}</bdi></a> : <bdi>{value}</bdi>}</dd>
          </div>
        );
      })}
      <div><dt>{t.document}</dt><dd><bdi>{article.document}</bdi></dd></div>
      <div><dt>{t.length}</dt><dd>{t.words(count(article.words))}</dd></div>
    </dl>
  );
}
