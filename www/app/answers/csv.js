/** @import { ConcordanceLine, Hit } from "kroniek/answers" */
/** @import { Texts } from "../texts/nl.js" */

// A spreadsheet takes a cell that begins like this for a formula and runs it.
const FORMULA = /^[\s]*[=+\-@\t\r]/;

/** @param {string | number | null} value */
function cell(value) {
  let text = String(value ?? "");
  if (typeof value === "string" && FORMULA.test(text)) text = `'${text}`;
  return /[",\r\n;\t']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180, with the byte order mark that spreadsheets know UTF-8 by. @param {(string | number | null)[][]} rows */
export const table = (rows) => `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;

/**
 * Hits as a table.
 *
 * @param {Hit[]} hits
 * @param {Texts["answers"]["columns"]} columns
 */
export function csv(hits, columns) {
  const head = [columns.date, columns.document, columns.title, columns.label, columns.occurrences, columns.sentences];
  const rows = hits.map((hit) => [
    hit.date,
    hit.document,
    hit.title,
    hit.label,
    hit.occurrences,
    hit.snippets.map((snippet) => `${snippet.cut[0] ? "… " : ""}${snippet.text}${snippet.cut[1] ? " …" : ""}`).join("\n"),
  ]);
  return table([head, ...rows]);
}

/**
 * A concordance as a table.
 *
 * @param {ConcordanceLine[]} lines
 * @param {Texts["answers"]["columns"]} columns
 */
export function linesCsv(lines, columns) {
  const head = [columns.date, columns.document, columns.label, columns.before, columns.middle, columns.after];
  return table([head, ...lines.map((line) => [line.date, line.document, line.label, line.before, line.middle, line.after])]);
}

/**
 * Hands a text to the reader as a file.
 *
 * @param {string} name
 * @param {string} text
 * @param {string} [type]
 */
export function download(name, text, type = "text/csv") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
