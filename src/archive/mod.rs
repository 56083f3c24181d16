//! The archive: a collection and everything that answering a query needs, in parts.
//!
//! [`write()`] makes it of documents, or [`SegmentWriter`] and [`Builder`] segment by segment; [`Archive::open`] reads its head, and every part when it is first
//! needed. All reading goes through a [`Source`], which has the parts or says that one has to be fetched first. Whatever the bytes
//! are, reading ends in an answer or an [`Error`].

mod automaton;
mod batch;
mod bits;
pub(crate) mod bytes;
mod compounds;
mod container;
mod deflate;
mod documents;
mod elsewhere;
mod facts;
mod families;
mod forms;
mod head;
mod index;
mod kin;
mod lookup;
mod members;
mod mentions;
mod met;
mod model;
mod names;
mod outcome;
mod packed;
mod parts;
mod postings;
mod runs;
mod segment;
pub(crate) mod segments;
mod slips;
mod stats;
mod times;
mod whole;
mod words;
mod write;

use std::cell::{OnceCell, RefCell};

use container::{Container, Kind};
use head::Head;
use met::Met;
use model::Unpacker;
use segment::{Opened, Segment, find, no_document};
use times::Times;
use words::Vocabulary;

pub use batch::{Batch, batches};
pub use container::{Lack, PartName, Source, part_name};
pub use documents::{Entry, StoredBlock};
pub use elsewhere::Elsewhere;
pub use facts::Fact;
pub use head::{FactHead, Issue};
pub use kin::Kin;
pub use mentions::{Open, Tell};
pub use outcome::{Outcome, SegmentWriter};
pub use postings::Posting;
pub use segments::{SEGMENT, cut, month, segment_of};
pub use whole::{Builder, Stretch, Stretches, Woven};
pub use words::FormId;
pub use write::{Keep, Model, Part, Sample, write, write_in};

use crate::annotate::Told;
use crate::document::{BlockKind, DocId, Publication};
use crate::error::Lacks;
use crate::text::Language;
use crate::time::Interval;
use crate::{Error, Result};

/// What a collection says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Its title.
    pub title: String,
    /// The language in which it is shown where the reader's is not known.
    pub language: Language,
}

/// Where in an article a form stands: each has a list of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Place {
    /// The article's own text, without its title.
    Text,
    /// Its title.
    Title,
    /// Page furniture.
    Furniture,
}

impl Place {
    /// How many there are.
    const COUNT: usize = 3;

    /// Those of the articles themselves.
    pub const OWN: [Self; 2] = [Self::Text, Self::Title];

    /// Where the words of a block stand.
    pub fn of(kind: BlockKind) -> Self {
        match kind {
            BlockKind::Title => Self::Title,
            BlockKind::Furniture => Self::Furniture,
            BlockKind::Heading | BlockKind::Paragraph | BlockKind::Caption => Self::Text,
        }
    }
}

/// Groups of 64 forms that are kept open from one answer to the next: some 10 MB. With fewer, what is typed is opened anew with each letter.
const MOST_OPENED: usize = 2048;

/// Positions for each byte of an archive, at most: deflate makes no text smaller than by 1032, a model by 256, and words stand apart.
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
    head: Head,
    vocabulary: Vocabulary,
    families: kin::Families,
    segments: Vec<Segment>,
    /// Each date with the documents that have it: the first of them, and the date.
    issues: Vec<(u32, Option<Publication>)>,
    documents: u32,
    facts: Vec<OnceCell<Fact>>,
    /// Forms that were met in families.
    met: RefCell<Met>,
    model: OnceCell<Unpacker>,
    /// Parts that were asked for and have to be fetched; see [`Archive::check`].
    lacking: RefCell<Vec<u32>>,
    /// The pieces of text that were unpacked last, at most [`MOST_PIECES`].
    recent: RefCell<Vec<(Piece, Vec<u8>)>>,
}

/// A piece of text: its segment, its part, its number there.
type Piece = (usize, usize, usize);

/// Pieces of text that are held: those of a few answers, since one who types is shown many articles again.
const MOST_PIECES: usize = 24;

impl Archive {
    /// Opens an archive and reads its head.
    ///
    /// # Errors
    ///
    /// When the bytes are not an archive of this version, are cut short or have been changed. A part is checked when it is first read.
    pub fn open(source: Box<dyn Source>) -> Result<Self> {
        let (container, place) = Container::open(source)?;
        let count = |kind| container.count(kind, 0);
        let parts = [count(Kind::Facts), count(Kind::Names), count(Kind::Words), count(Kind::Families)];
        let of = |segment, kind| container.count(kind, segment);
        let kinds = [Kind::Postings, Kind::Documents, Kind::Times, Kind::Compounds, Kind::Mentions];
        let of_segment = |segment| kinds.map(|kind| of(segment, kind));
        let of_segments: Vec<[usize; 5]> = (0..container.segments()).map(of_segment).collect();
        let head = Head::read(&container.head()?[place..], parts, &of_segments)?;
        let (mut segments, mut issues, mut documents) = (Vec::new(), Vec::new(), 0u32);
        for (segment, parts) in head.segments.iter().zip(of_segments) {
            let base = documents;
            for issue in &segment.issues {
                issues.push((documents, issue.published));
                documents = documents.checked_add(issue.documents).ok_or_else(too_many)?;
            }
            segments.push(Segment {
                base,
                documents: documents - base,
                forms: starts(&segment.postings)?,
                shelves: starts(&segment.documents)?,
                times: starts(&segment.times)?,
                compounds: segment.compounds.clone(),
                mentions: segment.mentions.clone(),
                stats: OnceCell::new(),
                opened: Opened::new([parts[0], parts[1], parts[2]]),
            });
        }
        // A name takes two bytes, so that no more documents are announced than there can be.
        if documents as usize > container.sum_of(Kind::Names).1 / 2 {
            return Err(too_many());
        }
        let vocabulary = Vocabulary::new(&head.forms, head.together)?;
        let families = kin::Families::new(head.families.clone(), head.together);
        let facts = head.facts.iter().map(|_| OnceCell::new()).collect();
        let (model, recent) = (OnceCell::new(), RefCell::default());
        Ok(Self {
            card: head.card.clone(),
            languages: head.languages.clone(),
            words: head.words,
            mentions: head.mentions,
            mentioned: head.mentioned,
            container,
            head,
            vocabulary,
            families,
            segments,
            issues,
            documents,
            facts,
            met: RefCell::default(),
            model,
            lacking: RefCell::new(Vec::new()),
            recent,
        })
    }

    /// Size in bytes, with all parts.
    pub fn size(&self) -> usize {
        self.container.size()
    }

    /// What it is made of: the kinds of parts, each with how many there are and their bytes, the head first.
    pub fn sizes(&self) -> Vec<(&'static str, usize, usize)> {
        let mut sizes = vec![("head", 1, self.container.head_size())];
        for kind in Kind::ALL {
            let (count, bytes) = self.container.sum_of(kind);
            sizes.push((kind.name(), count, bytes));
        }
        sizes
    }

    /// Whether its parts have to be fetched.
    pub fn is_away(&self) -> bool {
        self.container.is_away()
    }

    /// The name of a part that has to be fetched: its digest in hexadecimal, 12 digits.
    pub fn part_name(&self, part: u32) -> Option<String> {
        self.container.name(part)
    }

    /// All parts, in the order of the file.
    pub fn part_names(&self) -> Vec<PartName> {
        self.container.names()
    }

    /// Takes in a part that was fetched; whether the bytes are those of that part.
    ///
    /// What has not been used for long is let go, so that what is held stays within bounds.
    pub fn give(&mut self, part: u32, bytes: Vec<u8>) -> bool {
        self.container.give(part, bytes)
    }

    /// Lets go of parts, where many are held, that have not been used for long. Gives whether forms that were met in families are to be met anew:
    /// what is known of them lies elsewhere too, in parts that may have to be fetched.
    pub fn tidy(&mut self) -> bool {
        let forgot = self.met.get_mut().tidy();
        let of_segments = self.segments.iter().map(|segment| segment.opened.groups());
        let opened = self.vocabulary.groups() + of_segments.sum::<usize>();
        if self.container.tidy() || opened > MOST_OPENED {
            self.vocabulary.forget();
            self.families.forget();
            for segment in &mut self.segments {
                let Opened { forms, shelves, times, .. } = &segment.opened;
                segment.opened = Opened::new([forms.len(), shelves.len(), times.len()]);
            }
        }
        forgot
    }

    /// How many documents there are.
    pub fn documents(&self) -> u32 {
        self.documents
    }

    /// How many forms there are.
    pub fn forms(&self) -> u32 {
        self.vocabulary.forms()
    }

    /// Documents of one date that follow one another, in the order of their numbers.
    pub fn issues(&self) -> impl Iterator<Item = &Issue> {
        self.head.segments.iter().flat_map(|segment| &segment.issues)
    }

    /// When a document was published.
    pub fn published(&self, document: DocId) -> Option<Publication> {
        let before = self.issues.partition_point(|(first, _)| *first <= document.0);
        before.checked_sub(1).and_then(|issue| self.issues[issue].1)
    }

    /// From the first to the last day on which some documents, which ascend, were published.
    pub fn span(&self, documents: &[DocId]) -> Option<Interval> {
        let (mut span, mut left): (Option<Interval>, _) = (None, documents);
        for (number, (_, published)) in self.issues.iter().enumerate() {
            let end = self.issues.get(number + 1).map_or(u32::MAX, |(next, _)| *next);
            let here = left.iter().position(|document| document.0 >= end).unwrap_or(left.len());
            if let Some(date) = published.filter(|_| here > 0) {
                span = Some(span.map_or(date.interval, |span| span.hull(date.interval)));
            }
            left = &left[here..];
        }
        span
    }

    /// How many words a document has, furniture left out, to about a sixteenth; 0 where that is not known yet. It is of documents that were
    /// found by their words.
    pub fn length(&self, document: DocId) -> u32 {
        let (segment, number) = self.home(document);
        self.segments.get(segment).and_then(|segment| segment.stats.get()).map_or(0, |stats| stats.length(number))
    }

    /// Whether a document has a title.
    ///
    /// # Errors
    ///
    /// Here and below: when a part that is read is damaged, or there is no such document or form. Where it has to be fetched first, something
    /// empty is given, and [`Archive::check`] fails.
    pub fn is_titled(&self, document: DocId) -> Result<bool> {
        let (segment, number) = self.home(document);
        self.or(self.stats(segment).map(|stats| stats.is_titled(number)), false)
    }

    /// A document as lists show it.
    pub fn entry(&self, document: DocId) -> Result<Entry> {
        let (segment, part, number) = self.shelf_of(document)?;
        let entry = self.shelf(segment, part).and_then(|shelf| shelf.entry(number, (segment, part)));
        self.or(entry, Entry::default())
    }

    /// The blocks of a document.
    pub fn blocks(&self, document: DocId) -> Result<Vec<StoredBlock>> {
        let (segment, part, number) = self.shelf_of(document)?;
        self.or(self.shelf(segment, part).and_then(|shelf| shelf.blocks(number)), Vec::new())
    }

    /// The text of a document.
    pub fn text(&self, entry: &Entry) -> Result<String> {
        self.or(self.read_text(entry), String::new())
    }

    fn read_text(&self, entry: &Entry) -> Result<String> {
        let (segment, part) = entry.part;
        // An entry that is still to be fetched is empty too, and names the first part of all, which is not wanted.
        if entry.text.is_empty() {
            return Ok(String::new());
        }
        let (shelf, model) = (self.shelf(segment, part)?, self.model()?);
        let mut text = Vec::with_capacity(entry.text.len());
        for (piece, range) in shelf.pieces(&entry.text, model.is_some()) {
            let mut recent = self.recent.borrow_mut();
            let wanted = (segment, part, piece);
            let place = recent.iter().position(|(known, _)| *known == wanted);
            if place.is_none() {
                let bytes = self.container.part(Kind::Documents, segment, part)?;
                let unpacked = shelf.piece(bytes, piece, model)?;
                if recent.len() == MOST_PIECES {
                    recent.remove(0);
                }
                recent.push((wanted, unpacked));
            }
            let unpacked = place.map_or_else(|| recent.last(), |place| recent.get(place));
            text.extend_from_slice(unpacked.and_then(|(_, bytes)| bytes.get(range)).unwrap_or_default());
        }
        String::from_utf8(text).map_err(|_| Error::archive(documents::DOCUMENTS, "a text is not UTF-8"))
    }

    /// The times that a document speaks of, in the order of its text.
    pub fn times(&self, document: DocId) -> Result<Vec<Told>> {
        let (segment, local) = self.home(document);
        let home = self.segments.get(segment).ok_or_else(no_document)?;
        let (part, number) = find(&home.times, local as u32).ok_or_else(no_document)?;
        let cell = home.opened.times.get(part).ok_or_else(no_document)?;
        let documents = home.times[part + 1] - home.times[part];
        let open = || Times::open(self.container.part(Kind::Times, segment, part)?, documents as usize);
        self.or(init(cell, open).and_then(|times| times.of(number as usize)), Vec::new())
    }

    /// Whether it has the documents of each time, so that [`Archive::mentions`] can be asked.
    pub fn has_mentions(&self) -> bool {
        self.head.together
    }

    /// Calls `told` with the times that its documents speak of: each an interval, with the documents and how often each speaks of it.
    /// All that overlap with `within` are among them.
    pub fn mentions(&self, within: Option<Interval>, told: Tell<'_>) -> Result<()> {
        let mut lacks = Lacks::default();
        for (number, segment) in self.segments.iter().enumerate() {
            for (part, (first, last)) in segment.mentions.iter().enumerate() {
                if within.is_none_or(|within| within.overlaps(Interval::new(*first, *last))) {
                    let bytes = self.container.part(Kind::Mentions, number, part);
                    let Some(bytes) = lacks.pass(bytes)? else { continue };
                    mentions::read(bytes, segment.base, segment.documents, told)?;
                }
            }
        }
        self.or(lacks.end(), ())
    }

    /// The documents that may have a name.
    pub fn named(&self, name: &str) -> Result<Vec<DocId>> {
        let hash = names::hash(name);
        let (mut found, mut lacks) = (Vec::new(), Lacks::default());
        // Those of one hash may go over the border of two parts.
        let end = self.head.names.partition_point(|first| *first <= hash);
        let start = self.head.names.partition_point(|first| *first < hash).saturating_sub(1);
        for part in start..end {
            let read = self.container.part(Kind::Names, 0, part).and_then(|bytes| names::find(bytes, hash));
            found.extend(lacks.pass(read)?.into_iter().flatten());
        }
        self.or(lacks.end(), ())?;
        if found.iter().any(|document| document.0 >= self.documents) { Err(no_document()) } else { Ok(found) }
    }

    /// What is known of each fact without its documents.
    pub fn fact_heads(&self) -> &[FactHead] {
        &self.head.facts
    }

    /// A fact by its number, with its documents; `None` where it has to be fetched first.
    pub fn fact(&self, number: usize) -> Result<Option<&Fact>> {
        let missing = || Error::archive(facts::FACTS, "a fact is missing");
        let (head, cell) = self.head.facts.get(number).zip(self.facts.get(number)).ok_or_else(missing)?;
        let read = || facts::read(self.container.part(Kind::Facts, 0, number)?, &head.name, self.documents);
        self.or(init(cell, read).map(Some), None)
    }

    /// Says what was lacking since this was last asked.
    ///
    /// Where a part has to be fetched first, reading goes on as if there were nothing in it, so that whatever else is lacking is asked for at the
    /// same time. What was answered then is no answer: whoever asked has to call this before anything is made of it.
    ///
    /// # Errors
    ///
    /// Where something was lacking: all of it.
    pub fn check(&self) -> Result<()> {
        let mut lacks = Lacks::default();
        self.lacking
            .take()
            .into_iter()
            .try_for_each(|part| lacks.pass(Err(Error::lacking(part))).map(|_: Option<()>| ()))?;
        lacks.end()
    }

    /// What was read, or something else where it is lacking, which is then remembered.
    fn or<T>(&self, read: Result<T>, instead: T) -> Result<T> {
        match read {
            Err(error) if !error.lacks().is_empty() => {
                self.lacking.borrow_mut().extend(error.lacks());
                Ok(instead)
            }
            read => read,
        }
    }
}

fn too_many() -> Error {
    Error::archive("head", "it announces more documents than there can be")
}

/// From how many each part has to the first of each, and how many there are in all.
fn starts(counts: &[u32]) -> Result<Vec<u32>> {
    let mut starts = vec![0u32];
    for count in counts {
        let next = starts.last().copied().unwrap_or_default().checked_add(*count);
        starts.push(next.ok_or_else(too_many)?);
    }
    Ok(starts)
}

/// The value of a cell, made where it is not there yet.
fn init<T>(cell: &OnceCell<T>, make: impl FnOnce() -> Result<T>) -> Result<&T> {
    if cell.get().is_none() {
        let value = make()?;
        return Ok(cell.get_or_init(|| value));
    }
    cell.get().ok_or_else(|| Error::archive("head", "a part is missing"))
}
