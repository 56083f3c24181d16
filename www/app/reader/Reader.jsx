import { useLayoutEffect, useRef } from "preact/hooks";
import { address, here } from "../address.js";
import { number } from "../days.js";
import { closeArticle } from "../keys.js";
import { texts } from "../language.js";
import { link } from "../answers/Hit.jsx";
import { Name } from "../Name.jsx";
import { answer, article, missing } from "../state.js";
import { count, dateWords } from "../words.js";
import { Blocks, Words } from "./Blocks.jsx";
import { Facts } from "./Facts.jsx";
import { behavior, current, step, total } from "./marks.js";
import { meant } from "./sentences.js";
import { Strip } from "./Strip.jsx";
import { Times } from "./Times.jsx";
import { Copy } from "./Copy.jsx";

/** @import { DocumentAnswer, Entry } from "kroniek/answers" */

/** The article that the address names. */
export function Reader() {
  const t = texts.value.reader;
  const shown = article.value;
  if (missing.value !== null) {
    return (
      <section class="reader notice" aria-labelledby="missing-title">
        <Back />
        <h2 id="missing-title">{t.missing}</h2>
        <p role="status">{t.missingHow(missing.value)}</p>
      </section>
    );
  }
  if (!shown) return <section class="reader" aria-label={t.title}><Back /></section>;
  return <Open article={shown} />;
}

function Back() {
  const t = texts.value.reader;
  return <p class="back"><button type="button" class="plain" onClick={closeArticle}>← {t.back}</button></p>;
}

/** @param {{ article: DocumentAnswer }} props */
function Open({ article }) {
  const t = texts.value.reader;
  const [sentence, words] = [here.sentence.value, here.words.value];
  const frame = useRef(/** @type {HTMLElement | null} */ (null));
  const aimed = sentence === null ? null : meant(article, sentence, words);
  const title = article.blocks.find((block) => block.kind === "title");
  const hits = article.blocks.reduce((sum, block) => sum + block.marks.length, 0);

  const outside = strays(article, hits);

  useLayoutEffect(() => {
    total.value = hits;
    current.value = -1;
  }, [article]);

  useLayoutEffect(() => {
    // The list keeps its place beside the article.
    const hit = document.querySelector(".hit[aria-current]");
    const list = hit?.closest(".list");
    if (hit && list) list.scrollTop += hit.getBoundingClientRect().top - list.getBoundingClientRect().top - innerHeight / 4;
  }, [article.document]);

  useLayoutEffect(() => {
    const target = aimed === null ? null : frame.current?.querySelector(`[data-sentence="${aimed}"]`);
    if (target instanceof HTMLElement) {
      target.closest("details")?.setAttribute("open", "");
      target.scrollIntoView({ block: "center", behavior: behavior() });
      target.focus({ preventScroll: true });
    } else {
      const head = frame.current?.querySelector("h2");
      head?.focus({ preventScroll: true });
      if (frame.current) scrollTo({ top: frame.current.getBoundingClientRect().top + scrollY, behavior: behavior() });
    }
  }, [article.document, aimed]);

  return (
    <section class="reader" ref={frame} aria-label={t.title}>
      <div class="reader-tools">
        <Back />
        <Step hits={hits} />
      </div>
      <article lang={article.language}>
        <header>
          <p class="when" lang={texts.value.tag}>{dateWords(article)}</p>
          <h2 tabIndex={-1}>
            {title && article.title !== null ? <bdi><Words block={title} hit={0} article={article} aimed={aimed} /></bdi> : <Name entry={article} />}
          </h2>
        </header>
        {outside && <p class="moved" role="status" lang={texts.value.tag}>{outside}</p>}
        {sentence !== null && aimed === null && <p class="moved" role="status" lang={texts.value.tag}>{t.moved}</p>}
        <Blocks article={article} aimed={aimed} />
      </article>
      <Strip article={article} />
      <div class="marginalia">
        <Copy article={article} />
        <Facts article={article} />
        <Times article={article} />
      </div>
      <nav class="neighbours" aria-label={t.neighbours}>
        {article.previous && <Neighbour entry={article.previous} label={t.previous} />}
        {article.next && <Neighbour entry={article.next} label={t.next} />}
      </nav>
    </section>
  );
}

/**
 * That an article is not one of those listed, where that is known; null otherwise.
 *
 * @param {DocumentAnswer} article
 * @param {number} marks how many hits it has
 */
function strays({ document, earliest, latest }, marks) {
  const t = texts.value.reader;
  const [from, until] = [here.from.value, here.until.value];
  const given = answer.value;
  if (!given || given.query !== address.peek().query || given.hits.some((it) => it.document === document)) return null;
  const early = from !== null && (latest === null || number(latest) < number(from));
  const late = until !== null && (earliest === null || number(earliest) > number(until));
  if (early || late) return t.notInRange;
  // A query of fields alone marks nothing: only a list that is whole can tell.
  return given.hits.length === given.total || (marks === 0 && given.understood?.kind === "word") ? t.notFound : null;
}

/** @param {{ hits: number }} props */
function Step({ hits }) {
  const t = texts.value.reader;
  if (hits === 0) return null;
  return (
    <div class="step" role="group" aria-label={t.hits(count(hits), hits)}>
      <span role="status">
        {current.value < 0 ? t.hits(count(hits), hits) : t.hit(count(current.value + 1), count(hits))}
      </span>
      <button type="button" class="plain" aria-label={t.previousHit} title={t.previousHit} onClick={() => step(-1)}>
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 10l5-5 5 5" /></svg>
      </button>
      <button type="button" class="plain" aria-label={t.nextHit} title={t.nextHit} onClick={() => step(1)}>
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 6l5 5 5-5" /></svg>
      </button>
    </div>
  );
}

/** @param {{ entry: Entry, label: string }} props */
function Neighbour({ entry, label }) {
  return (
    <a {...link({ document: entry.document, sentence: null, words: "" })}>
      <span class="label">{label}</span>
      <span class="when">{dateWords(entry)}</span>
      <Name entry={entry} />
    </a>
  );
}
