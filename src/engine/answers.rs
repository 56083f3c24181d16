//! What goes into the engine and what comes out of it. `answers.d.ts` beside this file says what each member means.

#![allow(missing_docs)] // the members are described once, in answers.d.ts

use serde::{Deserialize, Serialize};

use crate::time::Day;

/// A day in an answer or a request: `2023-03-01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct IsoDay(pub Day);

impl Serialize for IsoDay {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for IsoDay {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

impl IsoDay {
    /// Reads `2023-03-01`.
    ///
    /// # Errors
    ///
    /// When it is no day, with what to tell whoever asked.
    pub fn parse(text: &str) -> Result<Self, String> {
        Day::parse(text).map(IsoDay).ok_or_else(|| [text, " is not a day such as 2023-03-01"].concat())
    }
}

/// What is asked of any method. One type for all of them: a method leaves aside what it has no use for.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Request {
    pub query: String,
    pub typing: bool,
    pub from: Option<IsoDay>,
    pub until: Option<IsoDay>,
    pub told: Option<(IsoDay, IsoDay)>,
    pub furniture: bool,
    pub brief: bool,
    pub off: Vec<String>,
    pub facts: Vec<(String, String)>,
    pub order: Order,
    pub offset: usize,
    pub limit: Option<usize>,
    pub view: Option<(IsoDay, IsoDay)>,
    pub bins: Option<usize>,
    pub moments: usize,
    pub document: String,
}

/// In which order hits or lines come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    #[default]
    Relevance,
    Date,
    Newest,
    Document,
    Left,
    Right,
}

impl Order {
    /// The order of a name, as requests give it; `None` if there is none.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "relevance" => Some(Self::Relevance),
            "date" => Some(Self::Date),
            "newest" => Some(Self::Newest),
            "document" => Some(Self::Document),
            "left" => Some(Self::Left),
            "right" => Some(Self::Right),
            _ => None,
        }
    }
}

/// Something in the query that could not be understood.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Problem {
    pub start: usize,
    pub end: usize,
    pub kind: &'static str,
    pub message: &'static str,
}

/// A form of the collection that answers a word of the query.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Form {
    pub form: String,
    pub shown: String,
    pub reason: &'static str,
    pub weight: f64,
    pub documents: usize,
    pub off: bool,
}

/// What the query was understood as.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Understood {
    All { parts: Vec<Understood> },
    Any { parts: Vec<Understood> },
    Not { part: Box<Understood> },
    Phrase { start: usize, end: usize, parts: Vec<Understood> },
    Near { start: usize, end: usize, within: u32, parts: Vec<Understood> },
    Word { word: String, start: usize, end: usize, prefix: bool, forms: Vec<Form>, more: usize },
    Field { name: String, value: String, start: usize, end: usize, documents: usize },
}

/// A sentence of an article or a slice of one, verbatim.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Snippet {
    pub text: String,
    pub marks: Vec<(usize, usize)>,
    pub sentence: u32,
    pub cut: [bool; 2],
}

/// A form by which an article answers, and what it adds to the score.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Why {
    pub word: String,
    pub form: String,
    pub reason: &'static str,
    pub weight: f64,
    pub count: u32,
    pub score: f64,
    pub title: f64,
    pub nearness: f64,
    pub idf: f64,
    pub frequency: f64,
}

/// An article, as lists show it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    pub document: String,
    pub title: Option<String>,
    pub label: String,
    pub date: Option<String>,
    pub earliest: Option<IsoDay>,
    pub latest: Option<IsoDay>,
    pub language: &'static str,
}

/// An article that answers, with its best sentences.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Hit {
    #[serde(flatten)]
    pub entry: Entry,
    pub score: f64,
    pub snippets: Vec<Snippet>,
    pub why: Vec<Why>,
    pub occurrences: usize,
}

/// A value of a fact, as a choice.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Choice {
    pub value: String,
    pub documents: usize,
    pub chosen: bool,
}

/// A fact to choose from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Facet {
    pub name: String,
    pub values: Vec<Choice>,
    pub more: usize,
}

/// A query that finds something.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Suggestion {
    pub text: String,
    pub kind: &'static str,
    pub documents: usize,
}

/// What answers a question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SearchAnswer {
    pub query: String,
    pub problems: Vec<Problem>,
    pub understood: Option<Understood>,
    pub total: usize,
    pub earliest: Option<IsoDay>,
    pub latest: Option<IsoDay>,
    pub hits: Vec<Hit>,
    pub facts: Vec<Facet>,
    pub suggestions: Vec<Suggestion>,
}

/// An occurrence of what is asked, with what stands around it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ConcordanceLine {
    #[serde(flatten)]
    pub entry: Entry,
    pub sentence: u32,
    pub before: String,
    pub middle: String,
    pub after: String,
}

/// Every occurrence of what is asked.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ConcordanceAnswer {
    pub problems: Vec<Problem>,
    pub total: usize,
    pub sorted: Option<usize>,
    pub lines: Vec<ConcordanceLine>,
}

/// A query whose last word is completed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Completion {
    pub text: String,
    pub kind: &'static str,
    pub documents: usize,
    pub exact: bool,
    pub others: Vec<String>,
}

/// What a word that is being typed may become.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SuggestAnswer {
    pub suggestions: Vec<Completion>,
}

/// A stretch of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bin {
    pub earliest: IsoDay,
    pub latest: IsoDay,
    pub published: f64,
    pub mentioned: f64,
    pub corpus: f64,
    pub words: f64,
    #[serde(skip_serializing_if = "is_none")]
    pub earlier: f64,
    #[serde(skip_serializing_if = "is_none")]
    pub later: f64,
}

fn is_none(count: &f64) -> bool {
    *count == 0.0
}

/// Found articles of one and the same publication date.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Publication {
    pub earliest: IsoDay,
    pub latest: IsoDay,
    pub edtf: String,
    pub precision: &'static str,
    pub documents: usize,
}

/// A date that the found articles speak of often.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Moment {
    pub earliest: IsoDay,
    pub latest: IsoDay,
    pub edtf: String,
    pub mentions: usize,
    pub documents: Vec<String>,
    pub sentence: String,
    pub marks: Vec<(usize, usize)>,
    pub document: String,
    pub index: u32,
    pub start: usize,
    pub end: usize,
}

/// What lies outside the view.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Beyond {
    pub published: f64,
    pub mentioned: f64,
}

/// What answers a question, in time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TimelineAnswer {
    pub problems: Vec<Problem>,
    pub documents: usize,
    pub undated: usize,
    pub unit: Option<&'static str>,
    pub published: Option<(IsoDay, IsoDay)>,
    pub mentioned: Option<(IsoDay, IsoDay)>,
    pub bins: Vec<Bin>,
    pub publications: Vec<Publication>,
    pub before: Beyond,
    pub after: Beyond,
    pub moments: Vec<Moment>,
}

/// A time, where it stands in a block.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mention {
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub earliest: Option<IsoDay>,
    pub latest: Option<IsoDay>,
    pub edtf: Option<String>,
    pub precision: &'static str,
    pub relation: &'static str,
    pub rule: &'static str,
}

/// A sentence that tells of a time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Telling {
    pub entry: Entry,
    pub sentence: u32,
    pub text: String,
    pub time: Mention,
}

/// The times that are told of, in their order.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChronologyAnswer {
    pub problems: Vec<Problem>,
    pub total: usize,
    pub unresolved: usize,
    pub lines: Vec<Telling>,
}

/// A block of an article, with what is marked in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Block {
    pub kind: &'static str,
    pub text: String,
    pub first: u32,
    pub sentences: Vec<(usize, usize)>,
    pub marks: Vec<(usize, usize)>,
    pub times: Vec<Mention>,
}

/// An article, to be read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DocumentAnswer {
    #[serde(flatten)]
    pub entry: Entry,
    pub precision: Option<&'static str>,
    pub facts: Vec<(String, String)>,
    pub words: u32,
    pub blocks: Vec<Block>,
    pub previous: Option<Entry>,
    pub next: Option<Entry>,
}

/// A value of a fact, and how many articles have it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FactValue {
    pub value: String,
    pub documents: usize,
}

/// A fact with few values.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FactSummary {
    pub name: String,
    pub values: Vec<FactValue>,
}

/// What a collection is, in a few words and numbers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Info {
    pub title: String,
    pub language: &'static str,
    pub documents: u32,
    pub words: u64,
    pub forms: u32,
    pub mentions: u64,
    pub undated: usize,
    pub published: Option<(IsoDay, IsoDay)>,
    pub mentioned: Option<(IsoDay, IsoDay)>,
    pub facts: Vec<FactSummary>,
    pub bytes: usize,
    pub parts: usize,
}
