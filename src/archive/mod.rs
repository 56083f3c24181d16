//! The archive: one file that holds a collection and everything that answering a query needs.
//!
//! [`write()`] makes it of documents; [`Archive::open`] reads its table, and every section when it is first needed.
//! All reading goes through a [`Source`]. Whatever the bytes are, reading ends in an answer or an
//! [`Error`].

mod automaton;
mod bits;
mod bytes;
mod checksum;
mod container;
mod deflate;
mod documents;
mod forms;
mod parts;
mod postings;
mod slips;
mod store;
mod times;
mod words;
mod write;

use std::cell::OnceCell;

use bytes::Reader;
use bytes::records::Records;
use container::{Container, Section};
use documents::Dates;
use forms::{FormRecord, Forms};
use postings::Lists;
use words::Automata;

pub use container::{Lack, Source};
pub use documents::{Entry, Fact, StoredBlock};
pub use postings::Posting;
pub use words::{FormId, Kin};
pub use write::{Card, write};

use crate::annotate::{Position, Told};
use crate::document::{DocId, Publication};
use crate::text::Language;
use crate::time::Interval;
use crate::{Error, Result};

/// Which of a form's two lists is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Place {
    /// The articles' own text.
    Text,
    /// Page furniture.
    Furniture,
}

/// Positions for each byte of an archive, at most: deflate makes no text smaller than by 1032, and words stand apart.
const MOST_POSITIONS: u64 = 1032;

/// An open archive.
pub struct Archive {
    container: Container,
    /// What the collection says of itself.
    pub card: Card,
    /// The languages that its documents are written in.
    pub languages: Vec<Language>,
    /// Words of all documents, furniture left out.
    pub words: u64,
    /// Times read in the texts.
    pub mentions: u64,
    /// What they span.
    pub mentioned: Option<Interval>,
    dates: Dates,
    forms: u32,
    records: OnceCell<Forms>,
    facts: OnceCell<Vec<Fact>>,
    entries: OnceCell<Records>,
    blocks: OnceCell<Records>,
    times: OnceCell<Records>,
    store: OnceCell<store::Store>,
    verified: OnceCell<()>,
}

impl Archive {
    /// Opens an archive and reads its card and dates.
    ///
    /// # Errors
    ///
    /// When the bytes are not an archive of this version, are cut short or have been changed. A section that is not
    /// needed yet is checked when it is first read.
    pub fn open(source: Box<dyn Source>) -> Result<Self> {
        let container = Container::open(source)?;
        let dates = documents::read_dates(container.section(Section::Dates)?)?;
        let mut reader = Reader::new("card", container.section(Section::Card)?);
        let title = reader.text()?.to_owned();
        let language = Language::from_tag(reader.text()?).ok_or_else(|| reader.error("its language is unknown"))?;
        let (documents, words, forms, mentions) = (reader.size()?, reader.number()?, reader.u32()?, reader.number()?);
        let used = reader.number()?;
        let languages = Language::ALL.into_iter().filter(|language| used & 1 << *language as u8 != 0).collect();
        let mentioned = if reader.byte()? == 0 {
            None
        } else {
            let (earliest, latest) = (reader.i32()?, reader.i32()?);
            let day = |number| documents::calendar_day(&reader, number);
            Some(Interval::new(day(earliest)?, day(latest)?))
        };
        if documents != dates.published.len() {
            return Err(reader.error("it does not have the documents that it announces"));
        }
        if dates.spans.total() / MOST_POSITIONS > container.size() as u64 {
            return Err(reader.error("its documents are longer than it can hold"));
        }
        Ok(Self {
            card: Card { title, language },
            languages,
            words,
            mentions,
            mentioned,
            dates,
            forms,
            container,
            records: OnceCell::new(),
            facts: OnceCell::new(),
            entries: OnceCell::new(),
            blocks: OnceCell::new(),
            times: OnceCell::new(),
            store: OnceCell::new(),
            verified: OnceCell::new(),
        })
    }

    /// Size of the file in bytes.
    pub fn size(&self) -> usize {
        self.container.size()
    }

    /// How many documents there are.
    pub fn documents(&self) -> u32 {
        self.dates.published.len() as u32
    }

    /// How many forms there are.
    pub fn forms(&self) -> u32 {
        self.forms
    }

    /// When a document was published.
    pub fn published(&self, document: DocId) -> Option<Publication> {
        self.dates.published.get(document.0 as usize).copied().flatten()
    }

    /// How many words a document has, furniture left out.
    pub fn length(&self, document: DocId) -> u32 {
        self.dates.lengths.get(document.0 as usize).copied().unwrap_or_default()
    }

    /// A document as lists show it.
    ///
    /// # Errors
    ///
    /// Here and below: when the section that is read is damaged, or there is no such document or form.
    pub fn entry(&self, document: DocId) -> Result<Entry> {
        let bytes = self.container.section(Section::Entries)?;
        documents::read_entry(self.records(&self.entries, documents::ENTRIES, bytes)?, bytes, document)
    }

    /// The blocks of a document.
    pub fn blocks(&self, document: DocId) -> Result<Vec<StoredBlock>> {
        let bytes = self.container.section(Section::Blocks)?;
        documents::read_blocks(self.records(&self.blocks, documents::BLOCKS, bytes)?, bytes, document)
    }

    /// The times that a document speaks of, in the order of its text.
    pub fn times(&self, document: DocId) -> Result<Vec<Told>> {
        let bytes = self.container.section(Section::Times)?;
        times::read(self.records(&self.times, times::TIMES, bytes)?, bytes, document)
    }

    /// The text of a document.
    pub fn text(&self, entry: &Entry) -> Result<String> {
        let bytes = self.container.section(Section::Text)?;
        init(&self.store, || store::Store::open(bytes))?.read(bytes, entry.text.start, entry.text.end)
    }

    /// The facts of all documents.
    pub fn facts(&self) -> Result<&[Fact]> {
        let facts =
            init(&self.facts, || documents::read_facts(self.container.section(Section::Facts)?, self.documents()))?;
        Ok(facts)
    }

    /// The facts of a document, in the order given.
    pub fn facts_of(&self, entry: &Entry) -> Result<Vec<(String, String)>> {
        let facts = self.facts()?;
        let missing = || Error::archive(documents::FACTS, "a fact is missing");
        let find = |(name, value): &(u32, u32)| {
            let fact = facts.get(*name as usize).ok_or_else(missing)?;
            let (value, _) = fact.values.get(*value as usize).ok_or_else(missing)?;
            Ok((fact.name.clone(), value.clone()))
        };
        entry.facts.iter().map(find).collect()
    }

    /// The forms that fold as given, with their spelling.
    pub fn folding_as(&self, folded: &str) -> Result<Vec<(FormId, String)>> {
        self.automata()?.folding_as(folded)
    }

    /// The forms whose folded spelling begins as given.
    pub fn beginning_with(&self, folded: &str) -> Result<Vec<FormId>> {
        self.automata()?.beginning_with(folded)
    }

    /// The forms within `most` slips of the keyboard of a folded word, each with how many that are.
    pub fn resembling(&self, folded: &str, most: u8) -> Result<Vec<(FormId, u8)>> {
        self.automata()?.resembling(folded, most)
    }

    /// The forms of a family; those that are spelt as what they share may be left out.
    pub fn family(&self, kin: Kin, shared: &str) -> Result<Vec<FormId>> {
        self.automata()?.family(kin, shared)
    }

    /// The spelling of a form: lower case, with its diacritics.
    pub fn spelling(&self, form: FormId) -> Result<String> {
        self.automata()?.spelling(form)
    }

    /// A form as the collection writes it most.
    pub fn shown(&self, form: FormId) -> Result<String> {
        Ok(self.record(form)?.style.apply(&self.spelling(form)?))
    }

    /// Whether the collection writes a form mostly with a capital, also inside sentences: a name.
    pub fn is_name(&self, form: FormId) -> Result<bool> {
        let record = self.record(form)?;
        Ok(record.style != forms::Style::Lower && record.capitals > 0)
    }

    /// How many documents have a form.
    pub fn document_frequency(&self, form: FormId, place: Place) -> Result<u32> {
        Ok(self.record(form)?.lists[place as usize].documents)
    }

    /// The documents that have a form, ascending.
    pub fn postings(&self, form: FormId, place: Place) -> Result<Vec<Posting>> {
        let list = &self.record(form)?.lists[place as usize];
        let postings = self.container.section(Section::Postings)?;
        Lists { postings, positions: &[], spans: &self.dates.spans }.read(list)
    }

    /// The positions of a form in some documents, which ascend; calls `found` with those of each document that has it.
    pub fn positions(
        &self,
        form: FormId,
        place: Place,
        wanted: &[DocId],
        mut found: impl FnMut(DocId, &[Position]),
    ) -> Result<()> {
        let list = &self.record(form)?.lists[place as usize];
        let (postings, positions) =
            (self.container.section(Section::Postings)?, self.container.section(Section::Positions)?);
        Lists { postings, positions, spans: &self.dates.spans }.read_positions(
            list,
            wanted,
            &mut |posting, positions| found(posting.document, positions),
        )
    }

    fn record(&self, form: FormId) -> Result<&FormRecord> {
        let bytes = self.container.section(Section::Forms)?;
        init(&self.records, || Forms::open(bytes, self.forms))?.get(bytes, &self.dates.spans, form.0)
    }

    /// The automata, looked through the first time.
    fn automata(&self) -> Result<Automata<'_>> {
        let (words, families) = (self.container.section(Section::Words)?, self.container.section(Section::Families)?);
        let automata = Automata::open(words, families, self.forms, self.verified.get().is_none())?;
        self.verified.get_or_init(|| ());
        Ok(automata)
    }

    fn records<'a>(&self, cell: &'a OnceCell<Records>, section: &'static str, bytes: &[u8]) -> Result<&'a Records> {
        init(cell, || {
            let records = Records::open(section, bytes)?;
            if records.count == self.dates.published.len() {
                Ok(records)
            } else {
                Err(Error::archive(section, "it does not have a record for each document"))
            }
        })
    }
}

/// The value of a cell, made where it is not there yet.
fn init<T>(cell: &OnceCell<T>, make: impl FnOnce() -> Result<T>) -> Result<&T> {
    if cell.get().is_none() {
        let value = make()?;
        return Ok(cell.get_or_init(|| value));
    }
    cell.get().ok_or_else(|| Error::archive("header", "a section is missing"))
}
