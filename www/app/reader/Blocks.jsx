import { there } from "../address.js";
import { texts } from "../language.js";
import { count, mentionWords } from "../words.js";
import { current } from "./marks.js";
import { firstWords, stretches } from "./sentences.js";

/** @import { Block, DocumentAnswer } from "kroniek/answers" */

/**
 * The text of an article, block by block; what is not of the article itself is folded away where it stands.
 *
 * @param {{ article: DocumentAnswer, aimed: number | null }} props
 */
export function Blocks({ article, aimed }) {
  let hit = 0;
  const numbered = article.blocks.map((block) => {
    const first = hit;
    hit += block.marks.length;
    return { block, hit: first };
  });
  /** @type {(typeof numbered)[]} */
  const runs = [];
  for (const it of numbered) {
    const run = runs[runs.length - 1];
    if (it.block.kind === "furniture" && run?.[0].block.kind === "furniture") run.push(it);
    else runs.push([it]);
  }
  /** @param {(typeof numbered)[number]} it */
  const piece = (it) => <Piece key={it.block.first} {...it} article={article} aimed={aimed} />;
  return (
    <div class="text">
      {runs.map((run) =>
        run[0].block.kind === "furniture"
          ? <Folded key={run[0].block.first} open={run.some((it) => it.block.marks.length > 0)} blocks={run.length}>{run.map(piece)}</Folded>
          : run.map(piece),
      )}
    </div>
  );
}

/** @param {{ open: boolean, blocks: number, children: import("preact").ComponentChildren }} props */
function Folded({ open, blocks, children }) {
  const t = texts.value;
  return (
    <details class="furniture" open={open}>
      <summary lang={t.tag}>{t.reader.furniture(count(blocks), blocks)}</summary>
      {children}
    </details>
  );
}

/** @param {{ block: Block, hit: number, article: DocumentAnswer, aimed: number | null }} props */
function Piece({ block, hit, article, aimed }) {
  // The title stands above the article already, set as such.
  const t = texts.value;
  if (block.kind === "title") return null;
  const words = <Words block={block} hit={hit} aimed={aimed} />;
  switch (block.kind) {
    case "heading":
      return <h3 dir="auto">{words}</h3>;
    case "caption":
      return <p class="caption" dir="auto">{words}</p>;
    case "furniture":
      return <p dir="auto">{words}</p>;
    default: {
      const [start, end] = block.sentences[0] ?? [0, 0];
      return (
        <p dir="auto">
          {words}
          {end > 0 && (
            <a
              class="here" aria-label={t.reader.linkToSentence} title={t.reader.linkToSentence} lang={t.tag}
              {...there({ document: article.document, sentence: block.first, words: firstWords(block.text.slice(start, end)) })}
            >
              ¶
            </a>
          )}
        </p>
      );
    }
  }
}

/**
 * @param {{ block: Block, hit: number, aimed: number | null }} props
 */
export function Words({ block, hit, aimed }) {
  const parts = stretches(block);
  /** @param {typeof parts[number]} it @param {number} key */
  const inner = (it, key) => {
    /** @type {import("preact").ComponentChild} */
    let child = it.text;
    if (it.mark >= 0) {
      const index = hit + it.mark;
      child = <mark data-mark={index} class={current.value === index ? "current" : undefined}>{child}</mark>;
    }
    if (it.time >= 0) child = <span class="time-said" title={mentionWords(block.times[it.time])}>{child}</span>;
    return <span key={key}>{child}</span>;
  };
  /** @type {import("preact").ComponentChild[]} */
  const out = [];
  for (let at = 0; at < parts.length; ) {
    const { sentence } = parts[at];
    const from = at;
    while (at < parts.length && parts[at].sentence === sentence) at++;
    const inside = parts.slice(from, at).map((it, index) => (it.mark < 0 && it.time < 0 ? it.text : inner(it, index)));
    if (sentence < 0) {
      out.push(...inside);
      continue;
    }
    const number = block.first + sentence;
    out.push(
      <span key={number} class={aimed === number ? "sentence aimed" : "sentence"} data-sentence={number} tabIndex={aimed === number ? -1 : undefined}>
        {inside}
      </span>,
    );
  }
  return <>{out}</>;
}
