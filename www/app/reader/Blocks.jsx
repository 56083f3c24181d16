import { there } from "../address.js";
import { texts } from "../language.js";
import { count } from "../words.js";
import { current } from "./marks.js";
import { Said } from "./Said.jsx";
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
  const words = <Words block={block} hit={hit} article={article} aimed={aimed} />;
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
 * @param {{ block: Block, hit: number, article: DocumentAnswer, aimed: number | null }} props
 */
export function Words({ block, hit, article, aimed }) {
  const parts = stretches(block);
  /** @param {typeof parts[number]} it */
  const marked = (it) => {
    if (it.mark < 0) return it.text;
    const index = hit + it.mark;
    return <mark key={it.start} data-mark={index} class={current.value === index ? "current" : undefined}>{it.text}</mark>;
  };
  /** Stretches one after another, those of one time together. @param {typeof parts} run */
  const inside = (run) =>
    together(run, "time").map((same) => {
      const [{ time, start }] = same;
      const words = same.map(marked);
      if (time < 0) return words;
      return <Said key={`time ${start}`} time={block.times[time]} place={`${block.first}.${time}`} article={article}>{words}</Said>;
    });
  return (
    <>
      {together(parts, "sentence").map((run) => {
        const { sentence } = run[0];
        if (sentence < 0) return inside(run);
        const number = block.first + sentence;
        return (
          <span key={number} class={aimed === number ? "sentence aimed" : "sentence"} data-sentence={number} tabIndex={aimed === number ? -1 : undefined}>
            {inside(run)}
          </span>
        );
      })}
    </>
  );
}

/**
 * Neighbours that are of the same sentence, or of the same time.
 *
 * @param {ReturnType<typeof stretches>} parts
 * @param {"sentence" | "time"} by
 */
function together(parts, by) {
  /** @type {(typeof parts)[]} */
  const runs = [];
  for (const it of parts) {
    const run = runs[runs.length - 1];
    if (run && run[0][by] === it[by]) run.push(it);
    else runs.push([it]);
  }
  return runs;
}
