import { useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { address, format, here } from "../address.js";
import { texts } from "../language.js";
import { dateWords } from "../words.js";
import { firstWords, sentences } from "./sentences.js";

/** @import { DocumentAnswer } from "kroniek/answers" */

/** @param {string} text */
async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The number of the sentence that text is selected in; null when none is. */
function selected() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) return null;
  const node = selection.anchorNode;
  const sentence = (node instanceof Element ? node : node?.parentElement)?.closest("[data-sentence]");
  return sentence instanceof HTMLElement ? Number(sentence.dataset.sentence) : null;
}

/**
 * Link and citation, to take along.
 *
 * @param {{ article: DocumentAnswer }} props
 */
export function Copy({ article }) {
  const t = texts.value;
  const chosen = useSignal(/** @type {number | null} */ (null));
  const said = useSignal("");
  const failed = useSignal("");

  useLayoutEffect(() => {
    const look = () => {
      const now = selected();
      if (now !== null || !document.activeElement?.closest(".copy")) chosen.value = now;
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, []);
  useLayoutEffect(() => {
    said.value = failed.value = "";
  }, [article.document]);

  const sentence = chosen.value ?? here.sentence.value;
  const text = sentence === null ? undefined : sentences(article)[sentence];
  // All that is asked and chosen here, so that the marks are there too; the language is the reader's own.
  const url = () =>
    location.href.replace(/#.*$/, "") + format({ ...address.peek(), sentence: text ? sentence : null, words: text ? firstWords(text) : "", language: null });
  /** @param {string} what */
  async function copy(what) {
    const done = await toClipboard(what);
    said.value = done ? t.copied : t.notCopied;
    failed.value = done ? "" : what;
  }
  return (
    <div class="copy">
      <button type="button" onClick={() => copy(url())}>{text === undefined ? t.reader.copyLink : t.reader.copySentenceLink}</button>
      <button type="button" onClick={() => copy(citation(article))}>{t.reader.copyCitation}</button>
      <span role="status">{said.value}</span>
      {failed.value && <input type="text" readOnly value={failed.value} aria-label={t.notCopied} onFocus={(event) => event.currentTarget.select()} />}
    </div>
  );
}

/** @param {DocumentAnswer} article */
function citation(article) {
  /** @param {...string} names */
  const fact = (...names) => article.facts.find(([name]) => names.includes(name.toLowerCase()))?.[1];
  const author = fact("author", "auteur");
  const source = fact("source", "bron");
  const place = fact("url");
  const parts = [author, `‘${article.label.replace(/[.]$/, "")}’`, source, dateWords(article), place ?? article.document];
  return `${parts.filter(Boolean).join(", ")}.`;
}
