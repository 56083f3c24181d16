//! The segments of an open archive: their parts, opened when they are asked for.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::compounds::{self, COMPOUNDS, Family};
use super::container::Kind;
use super::documents::{self, Shelf};
use super::forms::{FormLists, Forms};
use super::model::Unpacker;
use super::postings::Spans;
use super::stats::Stats;
use super::times::Times;
use super::{Archive, MOST_POSITIONS, bytes, init, words};
use crate::document::DocId;
use crate::error::Lacks;
use crate::time::Day;
use crate::{Error, Result};

/// A segment: documents of one stretch of time, with the parts of it that were opened.
pub(super) struct Segment {
    /// The number of its first document.
    pub(super) base: u32,
    pub(super) documents: u32,
    /// The first form of each part of postings, and how many there are in all.
    pub(super) forms: Vec<u32>,
    /// The first document of each part of documents and of times, and how many there are in all.
    pub(super) shelves: Vec<u32>,
    pub(super) times: Vec<u32>,
    /// The first key of each part of compounds.
    pub(super) compounds: Vec<Vec<u8>>,
    /// The first day of each part of mentions, and the last.
    pub(super) mentions: Vec<(Day, Day)>,
    pub(super) stats: OnceCell<Stats>,
    pub(super) opened: Opened,
}

/// What is kept of parts that were opened.
pub(super) struct Opened {
    pub(super) forms: Vec<OnceCell<(Forms, usize)>>,
    pub(super) shelves: Vec<OnceCell<Shelf>>,
    pub(super) times: Vec<OnceCell<Times>>,
    /// The family of compounds that was read last.
    family: RefCell<Option<Family>>,
}

impl Opened {
    pub(super) fn new(parts: [usize; 3]) -> Self {
        let [forms, shelves, times] = parts;
        Self {
            forms: (0..forms).map(|_| OnceCell::new()).collect(),
            shelves: (0..shelves).map(|_| OnceCell::new()).collect(),
            times: (0..times).map(|_| OnceCell::new()).collect(),
            family: RefCell::default(),
        }
    }
}

impl Opened {
    /// How many groups of forms are open.
    pub(super) fn groups(&self) -> usize {
        self.forms.iter().filter_map(OnceCell::get).map(|(forms, _)| forms.groups()).sum()
    }
}

impl Archive {
    /// The segment of a document, and its number there.
    pub(super) fn home(&self, document: DocId) -> (usize, usize) {
        let segment = self.segments.partition_point(|segment| segment.base <= document.0).saturating_sub(1);
        let base = self.segments.get(segment).map_or(0, |segment| segment.base);
        (segment, (document.0 - base) as usize)
    }

    pub(super) fn base(&self, segment: u32) -> Result<u32> {
        let missing = || Error::archive(words::WORDS, "it names a segment that is not there");
        self.segments.get(segment as usize).map(|segment| segment.base).ok_or_else(missing)
    }

    pub(super) fn stats(&self, segment: usize) -> Result<&Stats> {
        let home = self.segments.get(segment).ok_or_else(no_document)?;
        init(&home.stats, || {
            let stats = Stats::read(self.container.part(Kind::Stats, segment, 0)?, home.documents as usize)?;
            if stats.spans.total() / MOST_POSITIONS > self.size() as u64 {
                return Err(Error::archive("stats", "its documents are longer than it can hold"));
            }
            Ok(stats)
        })
    }

    /// The lists of a form of a segment, with what reading them takes: by its rank among the forms of the segment, or of a family.
    pub(super) fn lists(
        &self,
        segment: usize,
        local: u32,
        family: Option<&Rc<str>>,
    ) -> Result<(&Spans, FormLists, &[u8])> {
        if let Some(family) = family {
            return self.lists_of_family(segment, local, family);
        }
        let missing = || Error::archive(Kind::Postings.name(), "a form is missing");
        let home = &self.segments[segment];
        let mut lacks = Lacks::default();
        let stats = lacks.pass(self.stats(segment))?;
        let (part, number) = find(&home.forms, local).ok_or_else(missing)?;
        let bytes = lacks.pass(self.container.part(Kind::Postings, segment, part))?;
        lacks.end()?;
        let (Some(stats), Some(bytes)) = (stats, bytes) else { return Err(missing()) };
        let cell = home.opened.forms.get(part).ok_or_else(missing)?;
        let count = home.forms[part + 1] - home.forms[part];
        let (forms, middle) = init(cell, || {
            let mut reader = bytes::Reader::new(Kind::Postings.name(), bytes);
            let size = reader.count()?;
            let records = reader.bytes(size)?;
            Ok((Forms::open(records, count)?, reader.place()))
        })?;
        let (records, postings) = bytes.split_at(*middle);
        let start = bytes::Reader::new(Kind::Postings.name(), records).after_number()?;
        Ok((&stats.spans, *forms.get(&records[start..], &stats.spans, number)?, postings))
    }

    fn lists_of_family(&self, segment: usize, rank: u32, key: &Rc<str>) -> Result<(&Spans, FormLists, &[u8])> {
        let missing = || Error::archive(COMPOUNDS, "a form is missing");
        let home = &self.segments[segment];
        let mut lacks = Lacks::default();
        let stats = lacks.pass(self.stats(segment))?;
        let before = home.compounds.partition_point(|first| first.as_slice() <= key.as_bytes());
        let part = before.checked_sub(1).ok_or_else(missing)?;
        let bytes = lacks.pass(self.container.part(Kind::Compounds, segment, part))?;
        lacks.end()?;
        let (Some(stats), Some(bytes)) = (stats, bytes) else { return Err(missing()) };
        let mut read = home.opened.family.borrow_mut();
        if read.as_ref().is_none_or(|family| family.key != *key) {
            *read = Some(compounds::find(bytes, key, &stats.spans)?);
        }
        let family = read.as_ref().ok_or_else(missing)?;
        let lists = family.forms.get(rank as usize).ok_or_else(missing)?;
        Ok((&stats.spans, *lists, bytes.get(family.lists.clone()).ok_or_else(missing)?))
    }

    pub(super) fn shelf_of(&self, document: DocId) -> Result<(usize, usize, usize)> {
        let (segment, local) = self.home(document);
        let home = self.segments.get(segment).ok_or_else(no_document)?;
        let (part, number) = find(&home.shelves, local as u32).ok_or_else(no_document)?;
        Ok((segment, part, number as usize))
    }

    pub(super) fn shelf(&self, segment: usize, part: usize) -> Result<&Shelf> {
        let home = self.segments.get(segment).ok_or_else(no_document)?;
        let cell = home.opened.shelves.get(part).ok_or_else(no_document)?;
        let documents = (home.shelves[part + 1] - home.shelves[part]) as usize;
        init(cell, || {
            let (model, bytes) = (self.model(), self.container.part(Kind::Documents, segment, part));
            let mut lacks = Lacks::default();
            let (model, bytes) = (lacks.pass(model)?, lacks.pass(bytes)?);
            lacks.end()?;
            Shelf::open(bytes.unwrap_or_default(), model.flatten().is_some(), documents)
        })
    }

    /// What the texts are unpacked by, unless they are deflated.
    pub(super) fn model(&self) -> Result<Option<&Unpacker>> {
        if self.container.count(Kind::Model, 0) == 0 {
            return Ok(None);
        }
        init(&self.model, || Unpacker::read(self.container.part(Kind::Model, 0, 0)?)).map(Some)
    }
}

pub(super) fn no_document() -> Error {
    Error::archive(documents::DOCUMENTS, "a document is missing")
}

/// The part that a number is in, and which it is there.
pub(super) fn find(starts: &[u32], number: u32) -> Option<(usize, u32)> {
    let part = starts.partition_point(|start| *start <= number).checked_sub(1)?;
    (part + 1 < starts.len()).then(|| (part, number - starts[part]))
}
