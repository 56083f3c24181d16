import { texts } from "./language.js";

/** @import { Entry } from "kroniek/answers" */

/**
 * The title of an article, or its first sentence and that it is not a title. Isolated, so that a text that runs the
 * other way turns nothing around it.
 *
 * @param {{ entry: Entry }} props
 */
export function Name({ entry }) {
  const t = texts.value.answers;
  if (entry.title !== null) return <bdi lang={entry.language}>{entry.title}</bdi>;
  return (
    <span class="no-title" title={`${t.untitledWhy}\n${entry.label}`}>
      <bdi lang={entry.language}>{entry.label}</bdi> <span class="note" lang={texts.value.tag}>{t.untitled}</span>
    </span>
  );
}
