import { computed, signal } from "@preact/signals";
import { day as written, number } from "./days.js";

/** @typedef {"relevance" | "date" | "newest" | "document" | "left" | "right"} Order the last three are those of lines */

const ORDERS = /** @type {Order[]} */ (["relevance", "date", "newest", "document", "left", "right"]);

/**
 * What the page shows, as the address holds it. Everything a link or the back button must bring back is here.
 *
 * @typedef {object} Address
 * @property {string} query
 * @property {boolean} typing the last word of the query was still being typed
 * @property {string[]} off forms and reasons switched off
 * @property {string | null} from first day of the chosen range
 * @property {string | null} until last day of the chosen range
 * @property {[string, string] | null} told first and last day of the chosen range of times spoken of
 * @property {boolean} relative counted per 10,000 words and not absolutely
 * @property {[string, string] | null} view first and last day that the time band draws; null for the usual span
 * @property {Order} order
 * @property {number} moments how many of the dates that matter are shown, at most
 * @property {[string, string][]} facts facts that the articles must have: name and value
 * @property {"lines" | "times" | null} show what stands in place of the list of articles
 * @property {boolean} furniture
 * @property {string | null} document
 * @property {number | null} sentence
 * @property {string} words the first words of that sentence, to see whether it is still the same
 * @property {"nl" | "en" | null} language null for the reader's own
 */

/** How many of the dates that matter can be shown, and how many are when nothing else is chosen. */
export const MOMENTS = [3, 6, 12, 24];
const USUAL = 6;

const DAY = /^-?\d{4,6}-\d\d-\d\d$/;

/** A day that is one: not 31 February. @param {string | null | undefined} text */
const day = (text) => (text && DAY.test(text) && written(number(text)) === text ? text : null);

/**
 * First and last day, `2022-01-01..2022-12-31`, where both are days and in order.
 *
 * @param {string | null} text
 * @returns {[string, string] | null}
 */
function days(text) {
  const [first, last] = (text ?? "").split("..").map(day);
  return first && last && number(first) <= number(last) ? [first, last] : null;
}

/**
 * The address that a fragment stands for. What it does not know is ignored.
 *
 * @param {string} hash
 * @returns {Address}
 */
export function parse(hash) {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  const language = fields.get("lang");
  const show = fields.get("show");
  const sentence = fields.get("s") ?? "";
  return {
    query: fields.get("q") ?? "",
    typing: fields.get("typing") === "1",
    off: fields.getAll("off"),
    from: day(fields.get("from")),
    until: day(fields.get("until")),
    told: days(fields.get("told")),
    relative: fields.get("per") === "words",
    view: days(fields.get("view")),
    order: ORDERS.find((it) => it === fields.get("order")) ?? "relevance",
    moments: MOMENTS.find((it) => String(it) === fields.get("moments")) ?? USUAL,
    facts: fields.getAll("fact").map((it) => {
      const at = it.indexOf("=");
      return /** @type {[string, string]} */ ([it.slice(0, Math.max(0, at)), it.slice(at + 1)]);
    }).filter(([name]) => name),
    show: show === "lines" || show === "times" ? show : null,
    furniture: fields.get("furniture") === "1",
    document: fields.get("doc") || null,
    sentence: /^\d{1,7}$/.test(sentence) ? Number(sentence) : null,
    words: fields.get("w") ?? "",
    language: language === "nl" || language === "en" ? language : null,
  };
}

/**
 * The fragment that stands for an address, always the same for the same address.
 *
 * @param {Partial<Address>} there
 */
export function format(there) {
  const fields = new URLSearchParams();
  if (there.query) fields.set("q", there.query);
  if (there.query && there.typing) fields.set("typing", "1");
  for (const off of there.off ?? []) fields.append("off", off);
  for (const [name, value] of there.facts ?? []) fields.append("fact", `${name}=${value}`);
  if (there.furniture) fields.set("furniture", "1");
  if (there.from) fields.set("from", there.from);
  if (there.until) fields.set("until", there.until);
  if (there.told) fields.set("told", there.told.join(".."));
  if (there.relative) fields.set("per", "words");
  if (there.view) fields.set("view", there.view.join(".."));
  if (there.moments && there.moments !== USUAL) fields.set("moments", String(there.moments));
  if (there.order && there.order !== "relevance") fields.set("order", there.order);
  if (there.show) fields.set("show", there.show);
  if (there.document) {
    fields.set("doc", there.document);
    if (there.sentence != null) {
      fields.set("s", String(there.sentence));
      if (there.words) fields.set("w", there.words);
    }
  }
  if (there.language) fields.set("lang", there.language);
  return `#${fields}`;
}

/** Where the reader is. Changed by `go` and by the browser's own back and forward. */
export const address = signal(parse(location.hash));

/**
 * The parts of the address, one by one: what reads one of them is drawn again when that one changes, and not at every key.
 *
 * @type {{ readonly [Part in keyof Address]: import("@preact/signals").ReadonlySignal<Address[Part]> }}
 */
export const here = /** @type {any} */ (
  Object.fromEntries(Object.keys(address.peek()).map((part) => [part, computed(() => /** @type {any} */ (address.value)[part])]))
);

/** Whether anything is asked in words. */
export const queried = computed(() => here.query.value.trim() !== "");

/**
 * The address of a place like this one, with some things different, for a link. It is written when the link is drawn and
 * again before it can be followed, so that not every link of the page has to follow every key.
 *
 * @param {Partial<Address>} change
 */
export function there(change) {
  const href = () => format({ ...address.peek(), ...change });
  const renew = (/** @type {Event} */ event) => /** @type {Element} */ (event.currentTarget).setAttribute("href", href());
  return { href: href(), onPointerDown: renew, onFocus: renew };
}

/**
 * Goes to a place like this one, with some things different.
 *
 * @param {Partial<Address>} change
 * @param {"push" | "replace"} how a choice is pushed, so that back undoes it; typing replaces
 */
export function go(change, how = "push") {
  const next = { ...address.peek(), ...change };
  const hash = format(next);
  if (hash !== format(address.peek())) {
    if (how === "push") {
      write();
      history.pushState(null, "", hash);
    } else {
      unwritten = hash;
      writing ??= setTimeout(write, Math.max(AFTER, writtenAt + REST - performance.now()));
    }
  }
  address.value = next;
}

/**
 * An address that takes the place of another is written when what it holds is on the screen, and not more often than this, in
 * milliseconds: browsers take some time for it, and allow it a hundred times (Safari) or two hundred times in half a minute.
 */
const [AFTER, REST] = [20, 300];

/** The address that is not yet written. @type {string | null} */
let unwritten = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let writing;
/** When one was last written. */
let writtenAt = -REST;

function write() {
  clearTimeout(writing);
  writing = undefined;
  if (unwritten === null) return;
  history.replaceState(null, "", unwritten);
  unwritten = null;
  writtenAt = performance.now();
}

// Before the page can be left, reloaded or copied to another tab.
addEventListener("pagehide", write);
addEventListener("blur", write);

/** The part of an address that closes the article. */
export const closed = { document: null, sentence: null, words: "" };

addEventListener("popstate", () => {
  // What was not yet written belonged to the place that has been left.
  clearTimeout(writing);
  writing = undefined;
  unwritten = null;
  address.value = parse(location.hash);
});
