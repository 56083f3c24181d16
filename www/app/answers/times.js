// The engine's answer for the chronology, asked for only while it is shown; and the forms in which it can be taken along.

import { computed, signal } from "@preact/signals";
import { here } from "../address.js";
import { question } from "../state.js";
import { listing } from "./listing.js";

/** @import { Telling } from "kroniek/answers" */

/** Whether what is told is listed and not articles. */
export const timed = computed(() => here.show.value === "times");

const { answer, more, every } = listing(
  () => (timed.value ? question.value : null),
  (engine, request, lane) => engine.chronology(request, lane),
);
export { answer as chronology, more as moreTimes };

/** Whether a reader comes from an article, and has to be led to where the list begins. */
export const arriving = signal(false);

/** A place in this page that opens a sentence. @param {Telling} line */
const place = ({ entry, sentence }) =>
  `${location.href.replace(/#.*$/, "")}#${new URLSearchParams({ doc: entry.document, s: String(sentence) })}`;

/** @param {string} day */
const compact = (day) => day.replaceAll("-", "");

/** The day after, which ends an event of whole days in iCalendar. @param {string} day */
const after = (day) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** RFC 5545, 3.1: no line is longer than 75 octets; what goes on begins with a space. @param {string} line */
function folded(line) {
  const bytes = new TextEncoder();
  let [out, size] = ["", 0];
  for (const letter of line) {
    const length = bytes.encode(letter).length;
    if (size + length > 74) [out, size] = [`${out}\r\n `, 1];
    out += letter;
    size += length;
  }
  return out;
}

/** @param {string} text */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\s+/g, " ");

/**
 * The times as a calendar, RFC 5545: events of whole days. Years that four digits do not hold are left out.
 *
 * @param {Telling[]} lines
 */
function calendar(lines) {
  const events = lines.flatMap(({ entry, sentence, text, time }, index) => {
    if (!/^\d{4}-/.test(time.earliest ?? "") || !/^\d{4}-/.test(time.latest ?? "")) return [];
    const stamp = `${compact(entry.earliest && /^\d{4}-/.test(entry.earliest) ? entry.earliest : "1970-01-01")}T000000Z`;
    return [
      "BEGIN:VEVENT", `UID:${index}-${sentence}-${encodeURIComponent(entry.document)}@kroniek`, `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(time.earliest ?? "")}`, `DTEND;VALUE=DATE:${compact(after(time.latest ?? ""))}`,
      `SUMMARY:${escaped(text)}`, `DESCRIPTION:${escaped(`${entry.label} (${entry.date ?? "?"}); ${time.text} = ${time.edtf}`)}`,
      `URL:${place({ entry, sentence, text, time })}`, "END:VEVENT",
    ];
  });
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kroniek//NL", ...events, "END:VCALENDAR", ""].map(folded).join("\r\n");
}

/** @param {string} day */
function parts(day) {
  const [year, month, of] = day.replace(/^-/, "").split("-").map(Number);
  return { year: day.startsWith("-") ? -year : year, month, day: of };
}

/** @param {string} text */
const safe = (text) => text.replace(/[&<>"]/g, (it) => `&#${it.charCodeAt(0)};`);

/**
 * What TimelineJS reads (https://timeline.knightlab.com/docs/json-format.html); it takes texts for markup.
 *
 * @param {Telling[]} lines
 */
const timelineJs = (lines) => ({
  events: lines.map((line) => ({
    start_date: parts(line.time.earliest ?? ""),
    end_date: parts(line.time.latest ?? ""),
    display_date: line.time.text,
    text: { headline: safe(line.entry.label), text: `<p>${safe(line.text)}</p>` },
  })),
});

/** The forms in which the chronology can be taken along: its ending, its type, what is written. */
export const FORMS = /** @type {const} */ (["csv", "json", "ics", "timelinejs"]);

/**
 * @param {typeof FORMS[number]} form
 * @param {(rows: (string | number | null)[][]) => string} table
 * @param {Record<string, string>} columns
 * @returns {Promise<[ending: string, type: string, text: string]>}
 */
export async function written(form, table, columns) {
  const lines = await every();
  switch (form) {
    case "json":
      return ["json", "application/json", JSON.stringify(lines, null, 1)];
    case "timelinejs":
      return ["timelinejs.json", "application/json", JSON.stringify(timelineJs(lines), null, 1)];
    case "ics":
      return ["ics", "text/calendar", calendar(lines)];
    default: {
      const head = [columns.earliest, columns.latest, columns.edtf, columns.time, columns.sentence, columns.document, columns.date, columns.label];
      const rows = lines.map(({ entry, text, time }) => [time.earliest, time.latest, time.edtf, time.text, text, entry.document, entry.date, entry.label]);
      return ["csv", "text/csv", table([head, ...rows])];
    }
  }
}
