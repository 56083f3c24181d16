import { texts } from "../language.js";

/** @import { Problem } from "kroniek/answers" */

/**
 * What could not be understood, marked at its place in the query.
 *
 * @param {{ query: string, problems: Problem[] }} props
 */
export function Problems({ query, problems }) {
  if (problems.length === 0) return null;
  const t = texts.value.problems;
  return (
    <div class="problems" role="status">
      <h3 class="label">{t.title}</h3>
      <ul>
        {problems.map(({ start, end, kind }) => (
          <li key={`${start} ${kind}`}>
            <bdi class="echo">
              {query.slice(0, start)}
              <mark class="wrong">{query.slice(start, end) || "…"}</mark>
              {query.slice(end)}
            </bdi>
            <span>{t[kind]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
