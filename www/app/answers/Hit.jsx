import { useComputed } from "@preact/signals";
import { go, here, there } from "../address.js";
import { texts } from "../language.js";
import { Marked } from "../Marked.jsx";
import { Name } from "../Name.jsx";
import { count, dateWords } from "../words.js";
import { Why } from "./Why.jsx";

/** @import { Hit as Found, Snippet } from "kroniek/answers" */

/**
 * Goes where a link goes, without loading anything; with a modifier the browser opens it as it would any link.
 *
 * @param {Partial<import("../address.js").Address>} change
 * @param {() => void} [before] what is done before this page goes there
 */
export const link = (change, before) => ({
  ...there(change),
  onClick: (/** @type {MouseEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    before?.();
    go(change);
  },
});

/**
 * One article that was found.
 *
 * @param {{ hit: Found }} props
 */
export function Hit({ hit }) {
  const t = texts.value.answers;
  const current = useComputed(() => here.document.value === hit.document);
  // Its first sentence is already what the article goes by.
  const snippets = hit.snippets.filter((it) => hit.title !== null || it.marks.length > 0 || !hit.label.startsWith(it.text));
  return (
    <article class="hit" data-document={hit.document} aria-current={current.value ? "true" : undefined}>
      <p class="when">{dateWords(hit)}</p>
      <div>
        <h3><a {...link({ document: hit.document, sentence: null, words: "" })}><Name entry={hit} /></a></h3>
        {snippets.map((snippet) => (
          <p key={snippet.sentence} class="snippet" lang={hit.language}>
            <Quoted document={hit.document} snippet={snippet} linked={snippet.marks.length > 0} />
          </p>
        ))}
        {hit.occurrences > 0 && <p class="tally">{t.occurrences(count(hit.occurrences), hit.occurrences)}</p>}
        {hit.why.length > 0 && <Why hit={hit} />}
      </div>
    </article>
  );
}

/** @param {{ document: string, snippet: Snippet, linked: boolean }} props */
function Quoted({ document, snippet, linked }) {
  const { text, marks, cut, sentence } = snippet;
  const shown = <bdi>{cut[0] && "… "}<Marked text={text} marks={marks} />{cut[1] && " …"}</bdi>;
  return linked ? <a {...link({ document, sentence, words: "" })}>{shown}</a> : shown;
}
