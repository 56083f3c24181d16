// What goes into the engine and what comes out of it, as plain objects. The one place where these types are written:
// the wasm build carries this text into its own declarations, and a test checks real answers against it.
//
// Offsets count UTF-16 code units. A `Day` is ISO 8601, proleptic Gregorian. Intervals hold both their ends.

/** A day, `2023-03-01`. */
export type Day = string;

/** How exactly a time is known. */
export type Precision =
  | "day" | "week" | "month" | "quarter" | "season" | "half" | "year" | "decade" | "century" | "part" | "range";

/** How what is told relates to the time: in it, since it, until it, before it, after it. */
export type Relation = "in" | "since" | "until" | "before" | "after";
export type Rule =
  | "calendar" | "nearest-year" | "nearest-month" | "nearest-century" | "weekday-by-tense" | "weekday-of-week"
  | "relative-day" | "relative-span" | "counted-back" | "counted-ahead" | "window" | "cut-by-publication" | "feast"
  | "counted-from-date" | "time-told-before" | "range";

/** Why a form of the corpus answers a word of the query. */
export type Reason = "exact" | "fold" | "inflection" | "compound" | "spelling" | "typo" | "prefix";

/** What a block of an article is. */
export type BlockKind = "title" | "heading" | "paragraph" | "caption" | "furniture";

/** What is asked; the same for hits, timeline and reader. */
export interface Question {
  /** The query as it was typed; empty asks for every article. */
  query: string;
  /** The last word is still being typed: it matches what begins with it. */
  typing?: boolean;
  /** Only articles that may have been published on or after this day. */
  from?: Day | null;
  /** Only articles that may have been published on or before this day. */
  until?: Day | null;
  /** Only articles that may speak of a time between these days. */
  told?: [Day, Day] | null;
  /** Search and quote page furniture too. */
  furniture?: boolean;
  /** What is switched off: a form (`verliezen`, as `Form.form` gives it), or a whole reason (`@inflection`). */
  off?: string[];
  /**
   * Only articles with these facts: pairs of a name and a value, as `SearchAnswer.facts` gives them. Several values of one name ask for
   * any of them, several names for all. `year` is the year of publication, where no fact has that name.
   */
  facts?: [string, string][];
}

export interface SearchRequest extends Question {
  /** `relevance` (best first; as `date` when the query is empty), `date` (oldest first) or `newest`. */
  order?: "relevance" | "date" | "newest";
  /** The first hit wanted, from 0. */
  offset?: number;
  /** The most hits wanted; 10 when left out. */
  limit?: number;
  /** Hits alone: no facts to choose from and no suggestions, which may have to be fetched. */
  brief?: boolean;
}

/** Something in the query that could not be understood; the rest was answered. */
export interface Problem {
  start: number;
  end: number;
  kind: "unclosed-quote" | "unclosed-group" | "stray-parenthesis" | "lone-operator" | "empty-phrase" | "unknown-field" | "bad-date" | "bad-near" | "broad";
  /** English, for the command line. */
  message: string;
}

/** A form of the corpus that answers a word of the query. */
export interface Form {
  /** The form in lower case, as `Question.off` wants it; the two words of a compound, where they stand apart, as `huurlingen + leger`. */
  form: string;
  /** The form as the corpus writes it most. */
  shown: string;
  reason: Reason;
  /** 0 to 1: how much an occurrence counts. */
  weight: number;
  /** Articles that have it. */
  documents: number;
  /** Switched off by the question. */
  off: boolean;
}

/** What the query was understood as. */
export type Understood =
  | { kind: "all" | "any"; parts: Understood[] }
  | { kind: "not"; part: Understood }
  /** A phrase: its words one after another, each in the forms given. */
  | { kind: "phrase"; start: number; end: number; parts: Understood[] }
  /** Each part with at most `within` words between it and those before it, in either order. */
  | { kind: "near"; start: number; end: number; within: number; parts: Understood[] }
  /** A word in the forms that answer it; `more` further ones, also searched, are not listed. */
  | { kind: "word"; word: string; start: number; end: number; prefix: boolean; forms: Form[]; more: number }
  /** A field: `title`, `date`, `mentions`, or the name of a fact. */
  | { kind: "field"; name: string; value: string; start: number; end: number; documents: number };

export interface Snippet {
  /** A sentence of the article or a slice of one, verbatim. */
  text: string;
  marks: [number, number][];
  /** Its number in the article, from 0. */
  sentence: number;
  /** The slice leaves out the beginning, the end of the sentence. */
  cut: [boolean, boolean];
}

export interface Why {
  /** The word of the query. */
  word: string;
  /** The form; several words where those of a compound stand apart: `leger van huurlingen`. */
  form: string;
  reason: Reason;
  weight: number;
  /** Occurrences in this article. */
  count: number;
  /**
   * What this word adds to the score, all its forms together; these add up to the score of the hit. Of a phrase, and of what has to
   * stand near each other, all words together. This and what follows stands with the first form; with the others it is 0.
   */
  score: number;
  /** The part of `score` for standing in the title. */
  title: number;
  /** The part of `score` for standing near other words of the query. What is left, `score - title - nearness`, is BM25. */
  nearness: number;
  /** How telling the word is: the logarithm of how rare it is. */
  idf: number;
  /** How often it stands in the article, each form by its weight. */
  frequency: number;
}

/** An article, as lists show it. */
export interface Entry {
  /** Its path in the folder, without the ending. */
  document: string;
  /** Null where the article has none. */
  title: string | null;
  /** The title, or else the first sentence. */
  label: string;
  /** EDTF; null where it is not known. */
  date: string | null;
  earliest: Day | null;
  latest: Day | null;
  /** `nl` or `en`. */
  language: string;
}

export interface Hit extends Entry {
  score: number;
  /** The sentences that answer best, in the order of the text; without a query the first sentences. */
  snippets: Snippet[];
  why: Why[];
  /** Occurrences in all. */
  occurrences: number;
}

/** A fact to choose from. */
export interface Facet {
  name: string;
  /** Those of most articles first, years in their order; `more` further values are not listed, none of them chosen. */
  values: {
    value: string;
    /** Found articles that have it, those included that are left out because another value of this fact was chosen. */
    documents: number;
    chosen: boolean;
  }[];
  more: number;
}

export interface Suggestion {
  /** A whole query, ready to be asked. */
  text: string;
  /**
   * `typo` corrects words that the corpus does not have, the most probable first. Of a query that found nothing `fewer` leaves
   * words out, `without` the chosen ranges and facts, and `forms` takes the forms in that were switched off.
   */
  kind: "typo" | "fewer" | "without" | "forms";
  /** Articles that it finds. */
  documents: number;
}

export interface SearchAnswer {
  query: string;
  problems: Problem[];
  /** Null for an empty query. */
  understood: Understood | null;
  total: number;
  /** What the found articles span by publication; null when none is dated. */
  earliest: Day | null;
  latest: Day | null;
  hits: Hit[];
  /** Facts with few values, and those of which one was chosen: what most articles of the corpus have first. */
  facts: Facet[];
  suggestions: Suggestion[];
}

export interface SuggestRequest {
  /** The query so far; its last word is completed. */
  query: string;
  limit?: number;
}

/** A name or a word that completes the last word of a query. */
export interface Completion {
  /** A whole query, ready to be asked. */
  text: string;
  kind: "name" | "word";
  /** Articles that have the word in the form that is offered, or the name in any of its forms and spellings. */
  documents: number;
  /**
   * False where `documents` is only the least that it can be. So it is for a name of several spellings while the parts of the archive are
   * fetched: to know which articles they share, more parts would have to be fetched for every key.
   */
  exact: boolean;
  /** Other spellings of the name, those in most articles first, no more than three. */
  others: string[];
}

export interface SuggestAnswer {
  suggestions: Completion[];
}

export interface ConcordanceRequest extends Question {
  /** `date` (oldest first), `newest`, `document` (by name), or by what stands before (`left`) or after (`right`). */
  order?: "date" | "newest" | "document" | "left" | "right";
  /** The first line wanted, from 0. */
  offset?: number;
  /** The most lines wanted; 100 when left out. */
  limit?: number;
}

/** An occurrence of what is asked, with what stands around it: up to twelve words of its block on either side, verbatim. */
export interface ConcordanceLine extends Entry {
  /** The number of its sentence in the article, from 0. */
  sentence: number;
  before: string;
  middle: string;
  after: string;
}

export interface ConcordanceAnswer {
  problems: Problem[];
  /** Occurrences in all. */
  total: number;
  /** Sorted by what stands around: so many of them, the first in the order of time. Null in the other orders. */
  sorted: number | null;
  lines: ConcordanceLine[];
}

export interface TimelineRequest extends Question {
  /** What to draw, first and last day, and where moments lie; when left out, all that is published or spoken of. */
  view?: [Day, Day] | null;
  /** The most bins wanted; 200 when left out. */
  bins?: number;
  /** The most moments wanted; 0 when left out. */
  moments?: number;
  /** Without the names of the documents that mention each moment. */
  brief?: boolean;
}

export interface Bin {
  earliest: Day;
  latest: Day;
  /** Found articles published here; an article known to the month counts in each bin by the share that lies there. */
  published: number;
  /** Times the found articles speak of, counted likewise. */
  mentioned: number;
  /** Articles of the whole corpus published here: 0 is a gap in the collection. */
  corpus: number;
  /** The words of those articles, furniture left out. */
  words: number;
  /** Of what is mentioned here, what began before ("until", "before") and has its first days here; left out when there is none. */
  earlier?: number;
  /** Of what is mentioned here, what goes on after ("since", "after") and has its last days here; left out when there is none. */
  later?: number;
}

/** Found articles of one and the same publication date. */
export interface Publication {
  earliest: Day;
  latest: Day;
  edtf: string;
  precision: Precision;
  documents: number;
}

/** A date that the found articles speak of often (a vague one, "some day in", is none), with the sentence that tells it. */
export interface Moment {
  earliest: Day;
  latest: Day;
  edtf: string;
  /** How often the found articles mention exactly this time. */
  mentions: number;
  /** The found articles that do, and the one that the sentence is from. */
  documents: string[];
  /** The sentence that tells it best, verbatim. */
  sentence: string;
  /** Where that mentions it, in UTF-16 code units of the sentence; empty where only the date of its article says when it was. */
  marks: [number, number][];
  /** Where the sentence stands. */
  document: string;
  /** The number of the sentence in that article. */
  index: number;
  /** Where the sentence begins and ends in the text of the article. */
  start: number;
  end: number;
}

export interface TimelineAnswer {
  problems: Problem[];
  /** Found articles. */
  documents: number;
  /** Found articles without a date. */
  undated: number;
  /** What a bin is; null when there is nothing to draw. */
  unit: "day" | "week" | "month" | "quarter" | "year" | "decade" | "century" | null;
  /** What is published and what is spoken of spans, in the whole corpus; null when nothing is. */
  published: [Day, Day] | null;
  mentioned: [Day, Day] | null;
  /** Contiguous over the view, in the order of time. */
  bins: Bin[];
  /** Those in the view. */
  publications: Publication[];
  /** What lies outside the view, before and after it. */
  before: { published: number; mentioned: number };
  after: { published: number; mentioned: number };
  moments: Moment[];
}

export interface DocumentRequest extends Question {
  document: string;
}

export interface Mention {
  /** In the text of its block. */
  start: number;
  end: number;
  text: string;
  /** Null where it cannot be resolved. */
  earliest: Day | null;
  latest: Day | null;
  edtf: string | null;
  precision: Precision;
  relation: Relation;
  /** The rule that gave it its days, or would have. */
  rule: Rule;
}

export interface ChronologyRequest extends Question {
  /** The first line wanted, from 0. */
  offset?: number;
  /** The most lines wanted; 50 when left out. */
  limit?: number;
}

/** A sentence that tells of a time; one that tells of two comes twice. */
export interface Telling {
  entry: Entry;
  /** Its number in the article, from 0. */
  sentence: number;
  /** Verbatim. */
  text: string;
  /** The time; `start` and `end` lie in this text. */
  time: Mention;
}

export interface ChronologyAnswer {
  problems: Problem[];
  /** Times in all, those of `Question.told` where it limits them. */
  total: number;
  /** Times of the found articles that no calendar day can be given. */
  unresolved: number;
  /** In the order of the times told, not of publication. */
  lines: Telling[];
}

export interface Block {
  kind: BlockKind;
  /** Verbatim. */
  text: string;
  /** The number in the article of its first sentence. */
  first: number;
  /** Its sentences, in its text. */
  sentences: [number, number][];
  /** What answers the query, in its text. */
  marks: [number, number][];
  times: Mention[];
}

export interface DocumentAnswer extends Entry {
  precision: Precision | null;
  /** Source, author, place, url and the like, in the order given. */
  facts: [string, string][];
  words: number;
  blocks: Block[];
  /** The articles before and after it in the order of time. */
  previous: Entry | null;
  next: Entry | null;
}

export interface Info {
  title: string;
  /** The language of the collection, for the page. */
  language: string;
  documents: number;
  /** Running words, furniture left out. */
  words: number;
  /** Different word forms. */
  forms: number;
  /** Times read in the texts. */
  mentions: number;
  undated: number;
  /** First and last day of publication; null when nothing is dated. */
  published: [Day, Day] | null;
  mentioned: [Day, Day] | null;
  /** Facts with few values, most frequent first. */
  facts: { name: string; values: { value: string; documents: number }[] }[];
  /** Bytes of the archive. */
  bytes: number;
  /** How many parts of it have to be fetched when they are needed; 0 where all of it is here. */
  parts: number;
}

/** A part of an archive that lives elsewhere: a file that is named after what it holds. */
export interface Part {
  /** Its number, by which it is given. */
  part: number;
  /** A digest in hexadecimal. */
  name: string;
  /** What it holds, and its size; left out where a part is only asked for. */
  kind?: string;
  bytes?: number;
}

/** What is thrown where parts have to be fetched before the same is asked again. */
export interface Lacking extends Error {
  lacks: Part[];
}
