//! A segment being made, and what comes of it: its parts, and what the whole collection needs of it.
//!
//! An outcome depends on the documents of its segment and on whether the collection is large, so it can be kept for when the others change. Layout: the forms as a run, each
//! with what is known of it and, where the lists of compounds lie together, what it shares with them; for each document its name and facts; what
//! is left, which is small; where each begins, and a digest of all.

use std::ops::Range;

use xxhash_rust::xxh64::Xxh64;

use super::batch::{Batch, Read};
use super::bits::BitWriter;
use super::bytes::{
    Reader, interval, one_of, published, put, put_interval, put_keys, put_published, put_signed, put_text, read_keys,
};
use super::container::{DIGEST, Kind, digest, hexadecimal};
use super::head::{Issue, SegmentHead};
use super::index::Gathered;
use super::postings::{self, List};
use super::runs::{RunWriter, Runs};
use super::stats::{self, Measure};
use super::words::{self, GROUP};
use super::write::{Keep, Part};
use super::{Place, compounds, forms, mentions, parts, times};
use crate::document::DocId;
use crate::spool::{self, NewSpool, Spool};
use crate::text::Language;
use crate::time::{Day, Interval};
use crate::{Error, Result};

/// Bytes of a part of postings, before the lists of its last group of forms.
const POSTINGS: u64 = 20 << 10;

/// Bytes of a part of positions, before its last list.
const POSITIONS: u64 = 20 << 10;

/// Bytes of forms that are written at once.
const STEP: usize = 256 << 10;

/// A segment being made.
pub struct SegmentWriter<'a> {
    number: usize,
    together: bool,
    runs: Runs<'a>,
    measures: Vec<Measure>,
    times: times::Filling,
    mentions: mentions::Filling,
    sum: Sum,
    documents: RunWriter,
}

/// What comes of a segment.
pub struct Outcome {
    pub(super) spool: Box<dyn Spool>,
    /// Where the forms lie in the spool, and where the documents do.
    pub(super) forms: Range<u64>,
    pub(super) documents: Range<u64>,
    pub(super) sum: Sum,
}

/// What is small of it.
#[derive(Debug, Default)]
pub(super) struct Sum {
    pub(super) languages: u8,
    pub(super) words: u64,
    pub(super) mentions: u64,
    pub(super) mentioned: Option<Interval>,
    pub(super) documents: u32,
    pub(super) head: SegmentHead,
    /// Its parts: of which kind, how many bytes, and their digest.
    pub(super) parts: Vec<(Kind, usize, [u8; DIGEST])>,
}

impl<'a> SegmentWriter<'a> {
    /// The segment with a number, whose documents come with [`SegmentWriter::add`]. `together` is whether the lists of compounds lie
    /// together too, and there are lists of the documents that speak of each time.
    pub fn new(number: usize, together: bool, new: NewSpool<'a>) -> Self {
        Self {
            number,
            together,
            runs: Runs::new(new),
            measures: Vec::new(),
            times: times::Filling::default(),
            mentions: mentions::Filling::default(),
            sum: Sum::default(),
            documents: RunWriter::default(),
        }
    }

    fn keep(&mut self, kind: Kind, bytes: Vec<u8>, keep: Keep<'_>) -> Result<()> {
        let digest = digest(&bytes);
        self.sum.parts.push((kind, bytes.len(), digest));
        keep(Part { group: (kind, self.number), name: hexadecimal(&digest), bytes })
    }

    /// Takes in the next documents; gives `keep` the parts that are ready.
    ///
    /// # Errors
    ///
    /// Here and below: when there are more than the format holds, and those of `keep` and of spools.
    pub fn add(&mut self, batch: Batch, keep: Keep<'_>) -> Result<()> {
        for (count, part) in batch.parts {
            self.sum.head.documents.push(count);
            self.keep(Kind::Documents, part, keep)?;
        }
        for read in batch.documents {
            self.add_document(&read);
            if self.times.is_full() {
                self.end_times(keep)?;
            }
        }
        if self.measures.len() >= 1 << 31 {
            return Err(Error::archive("documents", "it has too many documents"));
        }
        self.runs.add(&batch.run)
    }

    fn add_document(&mut self, read: &Read) {
        let sum = &mut self.sum;
        let words = u64::from(read.measure.length);
        sum.languages |= 1 << read.language as u8;
        sum.words += words;
        sum.mentions += read.told.len() as u64;
        for interval in read.told.iter().filter_map(|told| told.mention.interval) {
            sum.mentioned = Some(sum.mentioned.map_or(interval, |span: Interval| span.hull(interval)));
        }
        match sum.head.issues.last_mut() {
            Some(issue) if issue.published == read.published => {
                issue.documents += 1;
                issue.words += words;
            }
            _ => sum.head.issues.push(Issue { published: read.published, documents: 1, words }),
        }
        let mut known = read.name.to_le_bytes().to_vec();
        for (name, value) in &read.facts {
            put_text(&mut known, name);
            put_text(&mut known, value);
        }
        self.documents.add(&[], &known);
        if self.together {
            self.mentions.add(self.measures.len() as u32, &read.told);
        }
        self.measures.push(read.measure);
        self.times.add(&read.told);
    }

    fn end_times(&mut self, keep: Keep<'_>) -> Result<()> {
        let times = std::mem::take(&mut self.times);
        if times.documents() == 0 {
            return Ok(());
        }
        self.sum.head.times.push(times.documents() as u32);
        self.keep(Kind::Times, times.finish(), keep)
    }

    /// Ends it: its words are written; `spool` is an empty one for the outcome.
    pub fn finish(mut self, mut spool: Box<dyn Spool>, keep: Keep<'_>) -> Result<Outcome> {
        self.end_times(keep)?;
        let measures = std::mem::take(&mut self.measures);
        self.keep(Kind::Stats, stats::write(&measures), keep)?;
        let spans = stats::bounds(&measures);
        drop(measures);
        for (span, part) in std::mem::take(&mut self.mentions).finish(spans.documents() as u32) {
            self.sum.head.mentions.push(span);
            self.keep(Kind::Mentions, part, keep)?;
        }
        let by_parts = self.together && self.sum.languages & 1 << Language::Dutch as u8 != 0;
        let runs = std::mem::replace(&mut self.runs, Runs::new(&|| Box::new(Vec::new())));
        let mut merge = runs.merge()?;
        let (mut positions, mut compounds) = (BitWriter::default(), compounds::Filling::default());
        let (mut known, mut value) = (RunWriter::default(), Vec::new());
        // Bytes of the parts of positions before the one that is being filled.
        let mut passed = 0;
        while merge.key().is_some() {
            let (mut lists, mut bits) = (Vec::new(), BitWriter::default());
            while bits.place() < POSTINGS * 8 || !lists.len().is_multiple_of(GROUP) {
                let Some(key) = merge.key().map(<[u8]>::to_vec) else { break };
                let form = words::form_of(&key)?;
                let mut gathered = Gathered::default();
                merge.values(&key, &mut |_, value| gathered.join(form, value))?;
                let (mut places, mut written) = (forms::FormLists::default(), compounds::Bits::default());
                let mut own: Vec<DocId> = Vec::new();
                let mut only_in_titles = 0;
                for (place, occurrences) in gathered.lists.iter().enumerate() {
                    let stands = occurrences.read()?;
                    let documents = stands.iter().map(|(document, _)| *document);
                    if place == Place::Text as usize {
                        own = documents.collect();
                    } else if place == Place::Title as usize {
                        only_in_titles = documents.filter(|document| own.binary_search(document).is_err()).count();
                    }
                    let list = postings::write(&stands, &spans, &mut written[place], &mut positions, passed);
                    places[place] = List { place: bits.place(), ..list };
                    bits.append(&written[place]);
                }
                lists.push(places);
                value.clear();
                gathered.known.write(form, &mut value);
                put(&mut value, (own.len() + only_in_titles) as u64);
                if by_parts {
                    let shared = parts::shared(form);
                    shared.write(&mut value);
                    compounds.add(&shared.keys, places, written);
                }
                known.add(&key, &value);
                if positions.place() >= POSITIONS * 8 {
                    let part = std::mem::take(&mut positions).finish();
                    passed += part.len() as u64;
                    self.keep(Kind::Positions, part, keep)?;
                }
            }
            let records = forms::write(&lists, &spans);
            let mut part = Vec::new();
            put(&mut part, records.len() as u64);
            part.extend(records);
            part.extend(bits.finish());
            self.sum.head.postings.push(lists.len() as u32);
            self.keep(Kind::Postings, part, keep)?;
            if known.size() > STEP {
                spool.add(&std::mem::take(&mut known).finish())?;
            }
        }
        if positions.place() > 0 {
            self.keep(Kind::Positions, positions.finish(), keep)?;
        }
        for (first, part) in compounds.finish(&spans) {
            self.sum.head.compounds.push(first);
            self.keep(Kind::Compounds, part, keep)?;
        }
        spool.add(&known.finish())?;
        Outcome::end(spool, self.documents, Sum { documents: spans.documents() as u32, ..self.sum })
    }
}

impl Outcome {
    /// Ends the spool of an outcome that has its forms.
    fn end(mut spool: Box<dyn Spool>, documents: RunWriter, sum: Sum) -> Result<Self> {
        let forms = 0..spool.size();
        spool.add(&documents.finish())?;
        let documents = forms.end..spool.size();
        let mut end = sum.write();
        for place in [forms.end, documents.end] {
            end.extend(place.to_le_bytes());
        }
        spool.add(&end)?;
        let digest = digest_of(&*spool, spool.size())?;
        spool.add(&digest.to_le_bytes())?;
        spool.end()?;
        Ok(Self { spool, forms, documents, sum })
    }

    /// Opens one that was kept.
    ///
    /// # Errors
    ///
    /// Where it was changed.
    pub fn open(spool: Box<dyn Spool>) -> Result<Self> {
        let size = spool.size();
        let end = spool::bytes(&*spool, size.saturating_sub(24), 24)?;
        let number = |place: usize| end[place..place + 8].iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte));
        if digest_of(&*spool, size - 8)? != number(16) {
            return Err(spool::cut_short());
        }
        let (forms, documents) = (0..number(0), number(0)..number(8));
        let rest = (size - 24).checked_sub(documents.end).ok_or_else(spool::cut_short)?;
        let sum = Sum::read(&spool::bytes(&*spool, documents.end, rest as usize)?)?;
        Ok(Self { spool, forms, documents, sum })
    }

    /// The names of its parts.
    pub fn parts(&self) -> impl Iterator<Item = String> {
        self.sum.parts.iter().map(|(.., digest)| hexadecimal(digest))
    }
}

/// A digest of the first bytes of a spool.
fn digest_of(spool: &dyn Spool, size: u64) -> Result<u64> {
    let mut digest = Xxh64::new(0);
    let mut place = 0;
    while place < size {
        let step = (size - place).min(1 << 20);
        digest.update(&spool::bytes(spool, place, step as usize)?);
        place += step;
    }
    Ok(digest.digest())
}

impl Sum {
    fn write(&self) -> Vec<u8> {
        let mut out = vec![self.languages];
        put(&mut out, self.words);
        put(&mut out, self.mentions);
        put(&mut out, u64::from(self.documents));
        put_interval(&mut out, self.mentioned);
        put(&mut out, self.head.issues.len() as u64);
        for Issue { published, documents, words } in &self.head.issues {
            put_published(&mut out, *published);
            put(&mut out, u64::from(*documents));
            put(&mut out, *words);
        }
        for counts in [&self.head.postings, &self.head.documents, &self.head.times] {
            put(&mut out, counts.len() as u64);
            counts.iter().for_each(|count| put(&mut out, u64::from(*count)));
        }
        put(&mut out, self.head.compounds.len() as u64);
        put_keys(&mut out, &self.head.compounds);
        put(&mut out, self.head.mentions.len() as u64);
        for (first, last) in &self.head.mentions {
            put_signed(&mut out, i64::from(first.0));
            put_signed(&mut out, i64::from(last.0));
        }
        put(&mut out, self.parts.len() as u64);
        for (kind, size, digest) in &self.parts {
            out.push(*kind as u8);
            put(&mut out, *size as u64);
            out.extend_from_slice(digest);
        }
        out
    }

    fn read(bytes: &[u8]) -> Result<Self> {
        let mut reader = Reader::new("segment", bytes);
        let mut sum = Self { languages: reader.byte()?, ..Self::default() };
        (sum.words, sum.mentions, sum.documents) = (reader.number()?, reader.number()?, reader.u32()?);
        sum.mentioned = interval(&mut reader)?;
        for _ in 0..reader.count()? {
            let published = published(&mut reader)?;
            sum.head.issues.push(Issue { published, documents: reader.u32()?, words: reader.number()? });
        }
        for counts in [&mut sum.head.postings, &mut sum.head.documents, &mut sum.head.times] {
            for _ in 0..reader.count()? {
                counts.push(reader.u32()?);
            }
        }
        let compounds = reader.count()?;
        sum.head.compounds = read_keys(&mut reader, compounds)?;
        for _ in 0..reader.count()? {
            sum.head.mentions.push((Day(reader.i32()?), Day(reader.i32()?)));
        }
        for _ in 0..reader.count()? {
            let kind = one_of(&mut reader, &Kind::ALL)?;
            let (size, mut digest) = (reader.size()?, [0; DIGEST]);
            digest.copy_from_slice(reader.bytes(DIGEST)?);
            sum.parts.push((kind, size, digest));
        }
        Ok(sum)
    }
}
