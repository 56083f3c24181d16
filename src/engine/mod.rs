//! The engine: an open archive that answers questions.
//!
//! The same archive and the same request give the same answer everywhere. Offsets in requests and answers are UTF-16
//! code units; inside they are bytes.

pub mod answers;
mod chronology;
mod concordance;
mod document;
mod facets;
mod meant;
mod moments;
mod search;
mod suggest;
mod timeline;
mod units;
mod ways;

use std::cell::RefCell;
use std::ops::Range;

use answers::{Entry, FactSummary, FactValue, Info, IsoDay, Request};
use facets::Chosen;

use crate::Result;
use crate::annotate::{self, AnnotatedBlock};
use crate::archive::{self, Archive, Fact, PartName, Source, StoredBlock};
use crate::document::{Block, DocId};
use crate::order;
use crate::query::{self, Query};
use crate::search::{Found, Off, Recent, Scope};
use crate::time::{Day, Interval};
use crate::{Error, search as finder, text};

/// Parts of the vocabulary, of some 1,000 forms each, that a beginning of a word is looked for in. What begins with one letter in a large
/// collection is in more: to read them and all they lead to would take seconds, and tell nothing.
const MOST_PARTS: usize = 24;

/// The same while a word is being typed: the next letter narrows it, and until then the list need not have everything.
const MOST_PARTS_TYPING: usize = 4;

/// An open archive that answers questions.
pub struct Engine {
    archive: Archive,
    /// Every document in the order of time, undated ones last.
    chronology: Vec<DocId>,
    years: Fact,
    /// What was found of the last query.
    recent: RefCell<Recent>,
}

impl Engine {
    /// Opens an archive.
    ///
    /// # Errors
    ///
    /// When the bytes are not an archive of this version, are cut short or have been changed. Every other method fails
    /// when it finds a section damaged that it needs.
    pub fn open(source: impl Source + 'static) -> Result<Self> {
        let archive = Archive::open(Box::new(source))?;
        let mut chronology: Vec<DocId> = (0..archive.documents()).map(DocId).collect();
        order::sort_by_key(&mut chronology, |document| time_key(&archive, *document));
        let years = facets::years(&archive);
        Ok(Self { archive, chronology, years, recent: RefCell::default() })
    }

    /// What the collection is, in a few words and numbers.
    pub fn info(&self) -> Result<Info> {
        let mut facts: Vec<FactSummary> = Vec::new();
        for fact in self.archive.fact_heads().iter().filter(|fact| !fact.few.is_empty()) {
            let value =
                |(value, documents): &(String, u32)| FactValue { value: value.clone(), documents: *documents as usize };
            let mut values: Vec<FactValue> = fact.few.iter().map(value).collect();
            order::sort_by(&mut values, |a, b| b.documents.cmp(&a.documents).then_with(|| a.value.cmp(&b.value)));
            facts.push(FactSummary { name: fact.name.clone(), values });
        }
        let undated = self.archive.issues().filter(|issue| issue.published.is_none());
        Ok(Info {
            title: self.archive.card.title.clone(),
            language: self.archive.card.language.code(),
            documents: self.archive.documents(),
            words: self.archive.words,
            forms: self.archive.forms(),
            mentions: self.archive.mentions,
            undated: undated.map(|issue| issue.documents as usize).sum(),
            published: self.published().map(ends),
            mentioned: self.archive.mentioned.map(ends),
            facts,
            bytes: self.archive.size(),
            parts: if self.archive.is_away() { self.archive.part_names().len() } else { 0 },
        })
    }

    /// An answer, unless parts of the archive have to be fetched for it first. It is asked of archives whose parts live elsewhere, before
    /// anything is made of the answer.
    ///
    /// # Errors
    ///
    /// As the answer; or what is lacking, see [`Error::lacks`].
    pub fn whole<T>(&self, answer: Result<T>) -> Result<T> {
        self.archive.check()?;
        answer
    }

    /// Takes in a part of the archive that was fetched, by its number; whether the bytes are those of that part.
    pub fn give(&mut self, part: u32, bytes: Vec<u8>) -> bool {
        self.archive.give(part, bytes)
    }

    /// Lets go of parts, where many are held, that the last answer was not read from.
    pub fn tidy(&mut self) {
        if self.archive.tidy() {
            self.recent.take();
        }
    }

    /// The name of a part: of its file, where it lives elsewhere.
    pub fn part_name(&self, part: u32) -> Option<String> {
        self.archive.part_name(part)
    }

    /// The parts that live elsewhere, in the order of their numbers; none where all are here.
    pub fn parts(&self) -> Vec<PartName> {
        if self.archive.is_away() { self.archive.part_names() } else { Vec::new() }
    }

    /// From the first to the last day of publication.
    fn published(&self) -> Option<Interval> {
        self.archive.issues().filter_map(|issue| issue.published).map(|date| date.interval).reduce(Interval::hull)
    }

    /// The parsed query of a request, and what it finds.
    fn ask(&self, request: &Request) -> Result<(Query, Found)> {
        let query = self.parse(request)?;
        let mut found = self.find(request, &query)?;
        self.chosen(request)?.keep(&mut found);
        Ok((query, found))
    }

    fn chosen(&self, request: &Request) -> Result<Chosen> {
        // Facts are not read where none were chosen.
        let facts = if request.facts.is_empty() { Vec::new() } else { self.choosable(request)? };
        Ok(Chosen::new(&facts, request, self.archive.documents()))
    }

    fn parse(&self, request: &Request) -> Result<Query> {
        let facts: Vec<&str> = self.archive.fact_heads().iter().map(|fact| fact.name.as_str()).collect();
        let mut query = query::parse(&request.query, request.typing, &facts);
        let most = if request.typing { MOST_PARTS_TYPING } else { MOST_PARTS };
        query.narrow(&|word| self.archive.parts_beginning_with(&text::fold(&word.text)) > most);
        Ok(query)
    }

    /// What a query finds, whatever facts were chosen.
    fn find(&self, request: &Request, query: &Query) -> Result<Found> {
        let scope = Scope::new(request.furniture, Off::new(&request.off));
        let published = match (request.from, request.until) {
            (None, None) => None,
            (from, until) => Some(Interval {
                earliest: from.map_or(Day(i32::MIN), |day| day.0),
                latest: until.map_or(Day(i32::MAX), |day| day.0),
            }),
        };
        let mut recent = self.recent.borrow_mut();
        let mut found = finder::find(&self.archive, query.node.as_ref(), &scope, published, &mut recent)?;
        if let Some(chosen) = meant::chosen(request) {
            found.documents = finder::speaking_of(&self.archive, found.documents, chosen)?;
        }
        self.archive.check()?;
        recent.keep();
        Ok(found)
    }

    /// A document as lists show it.
    fn entry(&self, document: DocId) -> Result<Entry> {
        Ok(self.shown(document, &self.archive.entry(document)?))
    }

    fn shown(&self, document: DocId, entry: &archive::Entry) -> Entry {
        let interval = self.archive.published(document).map(|date| date.interval);
        Entry {
            document: entry.name.clone(),
            title: entry.titled.then(|| entry.label.clone()),
            label: entry.label.clone(),
            date: interval.map(Interval::edtf),
            earliest: interval.map(|interval| IsoDay(interval.earliest)),
            latest: interval.map(|interval| IsoDay(interval.latest)),
            language: entry.language.code(),
        }
    }

    /// The text of a document and its blocks, read again as they were when the archive was made. `wanted` says of a block's positions
    /// whether its words are wanted: to cut a text into words takes longer than all else.
    fn read(
        &self,
        document: DocId,
        entry: &archive::Entry,
        wanted: &dyn Fn(&Range<u32>) -> bool,
    ) -> Result<(String, Vec<AnnotatedBlock>)> {
        let text = self.archive.text(entry)?;
        let mut blocks = Vec::new();
        for StoredBlock { kind, range, position, first, sentences, tokens } in self.archive.blocks(document)? {
            let outside = || Error::archive("blocks", "a block or a sentence lies outside its text");
            let part = text.get(range.clone()).ok_or_else(outside)?;
            let inside = |sentence: &Range<usize>| sentence.end <= range.end && text.get(sentence.clone()).is_some();
            if !sentences.iter().all(inside) {
                return Err(outside());
            }
            let positions = position.0..position.0.saturating_add(tokens);
            let tokens = if wanted(&positions) { annotate::tokens(part, range.start) } else { Vec::new() };
            let block = Block { kind, range };
            blocks.push(AnnotatedBlock { block, position, first, sentences, tokens });
        }
        Ok((text, blocks))
    }
}

/// The key that puts documents in the order of time.
fn time_key(archive: &Archive, document: DocId) -> (bool, Day, Day, DocId) {
    match archive.published(document) {
        Some(date) => (false, date.interval.earliest, date.interval.latest, document),
        None => (true, Day(0), Day(0), document),
    }
}

fn ends(interval: Interval) -> (IsoDay, IsoDay) {
    (IsoDay(interval.earliest), IsoDay(interval.latest))
}
