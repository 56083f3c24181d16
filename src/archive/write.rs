//! From documents to the parts of an archive.
//!
//! Segment by segment, documents are read in small batches, each by itself and so on any number of processors (`Batch`); a `Builder` puts
//! them together in their order. Its parts go to whoever asked for them as they are made; the head comes last.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::bits::BitWriter;
use super::bytes::sort_by_bytes;
use super::compounds;
use super::container::{Kind, Written};
use super::deflate::{Deflater, dictionary};
use super::documents::{self, Entry};
use super::facts::{self, Gathered as Facts};
use super::families::Families;
use super::forms;
use super::head::{FEW_VALUES, FactHead, Head, Issue, SegmentHead};
use super::index::{Few, Gathered, Index, Known};
use super::members::Members;
use super::packed::pack;
use super::parts::{self, Shared};
use super::postings::{self, List};
use super::segments::{TOGETHER, cut, month, segment_of};
use super::stats::{self, Measure};
use super::words::{self, Form, GROUP, Style};
use super::{Card, kin, mentions, names, times};
use crate::annotate::{self, AnnotatedBlock, Told};
use crate::document::{BlockKind, DocId, Document, Publication};
use crate::text::Language;
use crate::time::Interval;
use crate::{Error, Result};

/// Bytes of text in a part of documents, before deflating, which leaves a third. Smaller parts are sooner there, and more files.
const DOCUMENTS: usize = 56 << 10;

/// Bytes of a part of postings, before the lists of its last group of forms.
const POSTINGS: u64 = 20 << 10;

/// Bytes of a part of positions, before its last list.
const POSITIONS: u64 = 20 << 10;

/// Bytes of text from which a dictionary is chosen, at most.
const SAMPLE: usize = 32 << 20;

/// A part that was made: what it is of, its name, and its bytes.
pub struct Part {
    group: (Kind, usize),
    /// Its digest in hexadecimal, 12 digits.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Gives the archive of a collection as one file.
///
/// `documents` come in the order of [`crate::ingest::Intake::finish`]. The same documents give the same bytes, and so does a [`Builder`]
/// that is given them in the segments of [`cut`]. `progress` is called with the number of documents done.
///
/// # Errors
///
/// When the collection is larger than the format holds.
pub fn write(card: &Card, documents: &[Document], progress: &mut dyn FnMut(usize)) -> Result<Vec<u8>> {
    write_in(card, documents, super::segments::SEGMENT, progress)
}

/// The same, with no more than `limit` bytes of text in a segment.
///
/// # Errors
///
/// As [`write()`].
pub fn write_in(card: &Card, documents: &[Document], limit: u64, progress: &mut dyn FnMut(usize)) -> Result<Vec<u8>> {
    let mut months: BTreeMap<u32, u64> = BTreeMap::new();
    for document in documents {
        *months.entry(month(document.published)).or_default() += document.text.len() as u64;
    }
    let starts = cut(&months, limit);
    let mut segments: Vec<Vec<&Document>> = vec![Vec::new(); starts.len()];
    for document in documents {
        segments[segment_of(&starts, month(document.published))].push(document);
    }
    let together = months.values().sum::<u64>() > limit / TOGETHER;
    let mut builder = Builder::new(card.clone(), segments.len(), together);
    let mut made = Vec::new();
    let mut done = 0;
    for segment in &segments {
        builder.choose_dictionary(segment.iter().map(|document| document.text.as_str()), &mut made);
        for batch in batches(segment.iter().map(|document| document.text.len())) {
            let documents = &segment[batch];
            let read = Batch::read(documents, builder.dictionary());
            builder.add(read, &mut made)?;
            done += documents.len();
            progress(done);
        }
        builder.end_segment(&mut made)?;
    }
    let head = builder.finish(&mut made)?;
    Ok(assembled(head, &mut made))
}

/// The file of a head and its parts.
fn assembled(head: Vec<u8>, made: &mut [Part]) -> Vec<u8> {
    // Within a group they were made in their order.
    made.sort_by_key(|part| place(part.group));
    let mut out = head;
    made.iter().for_each(|part| out.extend_from_slice(&part.bytes));
    out
}

/// The place of a group of parts in the file: those of the whole collection first, then those of each segment.
fn place((kind, segment): (Kind, usize)) -> (usize, usize) {
    if (kind as usize) < Kind::Stats as usize { (0, kind as usize) } else { (segment + 1, kind as usize) }
}

/// Cuts the documents of a segment into those that make a part, by the bytes of their texts.
pub fn batches(sizes: impl Iterator<Item = usize>) -> Vec<std::ops::Range<usize>> {
    let (mut batches, mut start, mut sum, mut end) = (Vec::new(), 0, 0, 0);
    for size in sizes {
        sum += size;
        end += 1;
        if sum >= DOCUMENTS {
            batches.push(start..end);
            (start, sum) = (end, 0);
        }
    }
    if start < end {
        batches.push(start..end);
    }
    batches
}

/// What recurs in the texts of a collection, and a compressor that has seen it; see `deflate.rs`.
#[derive(Clone)]
pub struct Dictionary {
    bytes: Vec<u8>,
    after: Arc<Deflater>,
}

/// Some documents that follow one another, read.
pub struct Batch {
    words: Few,
    documents: Vec<Read>,
    part: Vec<u8>,
}

/// What is kept of a document that was read.
struct Read {
    published: Option<Publication>,
    language: Language,
    name: u32,
    facts: Vec<(String, String)>,
    measure: Measure,
    told: Vec<Told>,
}

impl Batch {
    /// Reads documents: their sentences, words and times.
    pub fn read(documents: &[&Document], dictionary: &Dictionary) -> Self {
        let mut batch = Self { words: Few::default(), documents: Vec::new(), part: Vec::new() };
        let mut part = documents::Filling::default();
        for (number, document) in (0..).zip(documents) {
            let blocks = annotate::blocks(document);
            let told = annotate::times(document, &blocks);
            let length = batch.words.add(number, document, &blocks);
            let title = blocks.iter().find(|block| block.block.kind == BlockKind::Title);
            let end = |block: &AnnotatedBlock| block.position.0 + block.tokens.len() as u32;
            let measure = Measure { length, span: blocks.last().map_or(0, end), title: title.map_or(0, end) };
            let entry = Entry {
                name: document.name.clone(),
                label: label(document, &blocks),
                titled: title.is_some(),
                language: document.language,
                words: length,
                facts: document.facts.clone(),
                part: (0, 0),
                text: 0..0,
            };
            part.add(&entry, &blocks, &document.text);
            batch.documents.push(Read {
                published: document.published,
                language: document.language,
                name: names::hash(&document.name),
                facts: entry.facts,
                measure,
                told,
            });
        }
        batch.part = part.finish(&dictionary.bytes, &dictionary.after);
        batch
    }
}

/// An archive being made, segment by segment.
pub struct Builder {
    card: Card,
    written: Written,
    dictionary: Dictionary,
    chosen: bool,
    head: Head,
    languages: u8,
    /// How many documents the segments before have.
    before: u32,
    segment: Segment,
    forms: HashMap<String, Whole>,
    facts: Facts,
    names: Vec<(u32, DocId)>,
    segments: usize,
}

/// The segment that is being made.
#[derive(Default)]
struct Segment {
    index: Index,
    measures: Vec<Measure>,
    times: times::Filling,
    mentions: mentions::Filling,
    head: SegmentHead,
    /// Some of its documents are Dutch.
    dutch: bool,
}

/// A form in the whole collection.
#[derive(Default)]
struct Whole {
    known: Known,
    documents: u32,
    homes: Vec<(u32, u32)>,
    /// What it shares with compounds, once that was asked.
    shared: Option<Arc<Shared>>,
}

impl Builder {
    /// An archive of so many segments, each of which is given with [`Builder::add`] and [`Builder::end_segment`]. `together` is whether
    /// the lists of compounds lie together too; see [`super::together`].
    pub fn new(card: Card, segments: usize, together: bool) -> Self {
        let head = Head {
            card: card.clone(),
            languages: Vec::new(),
            words: 0,
            mentions: 0,
            mentioned: None,
            together,
            facts: Vec::new(),
            names: Vec::new(),
            forms: Vec::new(),
            families: Vec::new(),
            segments: Vec::new(),
        };
        Self {
            card,
            written: Written::new(segments),
            dictionary: Dictionary { bytes: Vec::new(), after: Arc::new(Deflater::new(&[])) },
            chosen: false,
            head,
            languages: 0,
            before: 0,
            segment: Segment::default(),
            forms: HashMap::new(),
            facts: Facts::default(),
            names: Vec::new(),
            segments,
        }
    }

    fn keep(&mut self, kind: Kind, segment: usize, bytes: Vec<u8>, made: &mut Vec<Part>) {
        let name = self.written.add(kind, segment, &bytes);
        made.push(Part { group: (kind, segment), name, bytes });
    }

    /// Chooses the dictionary by the texts of the first segment; does nothing for the others.
    pub fn choose_dictionary<'a>(&mut self, texts: impl Iterator<Item = &'a str>, made: &mut Vec<Part>) {
        if std::mem::replace(&mut self.chosen, true) {
            return;
        }
        let mut sample = Vec::new();
        for text in texts {
            if sample.len() < SAMPLE {
                sample.extend_from_slice(text.as_bytes());
            }
        }
        let bytes = dictionary(&sample);
        if !bytes.is_empty() {
            let mut part = Vec::new();
            super::bytes::put(&mut part, bytes.len() as u64);
            part.extend(Deflater::new(&[]).deflate(&bytes));
            self.keep(Kind::Dictionary, 0, part, made);
            self.dictionary = Dictionary { after: Arc::new(Deflater::new(&bytes)), bytes };
        }
    }

    /// The dictionary that was chosen.
    pub fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }

    /// Takes in the next documents of the segment; adds to `made` the parts that are ready.
    ///
    /// # Errors
    ///
    /// Here and below: when the collection is larger than the format holds.
    pub fn add(&mut self, batch: Batch, made: &mut Vec<Part>) -> Result<()> {
        let number = self.head.segments.len();
        let count = u32::try_from(batch.documents.len()).unwrap_or(u32::MAX);
        let first = self.segment.measures.len() as u32;
        if self.before.checked_add(first).and_then(|known| known.checked_add(count)).is_none_or(|all| all >= 1 << 31) {
            return Err(Error::archive("documents", "it has too many documents"));
        }
        self.keep(Kind::Documents, number, batch.part, made);
        self.segment.head.documents.push(count);
        for (read, id) in batch.documents.into_iter().zip(first..) {
            let document = DocId(self.before + id);
            self.languages |= 1 << read.language as u8;
            self.head.words += u64::from(read.measure.length);
            self.head.mentions += read.told.len() as u64;
            for interval in read.told.iter().filter_map(|told| told.mention.interval) {
                self.head.mentioned = Some(self.head.mentioned.map_or(interval, |span: Interval| span.hull(interval)));
            }
            for (name, value) in &read.facts {
                self.facts.add(document, name, value);
            }
            self.names.push((read.name, document));
            self.segment.dutch |= read.language == Language::Dutch;
            if self.head.together {
                self.segment.mentions.add(id, &read.told);
            }
            self.segment.add(&read);
            if self.segment.times.is_full() {
                self.end_times(made);
            }
        }
        self.segment.index.add(batch.words, first);
        Ok(())
    }

    fn end_times(&mut self, made: &mut Vec<Part>) {
        let times = std::mem::take(&mut self.segment.times);
        if times.documents() > 0 {
            self.segment.head.times.push(times.documents() as u32);
            self.keep(Kind::Times, self.head.segments.len(), times.finish(), made);
        }
    }

    /// Ends a segment: its words are written.
    pub fn end_segment(&mut self, made: &mut Vec<Part>) -> Result<()> {
        self.end_times(made);
        let number = self.head.segments.len();
        let Segment { index, measures, mentions, mut head, dutch, .. } = std::mem::take(&mut self.segment);
        self.before += measures.len() as u32;
        self.keep(Kind::Stats, number, stats::write(&measures), made);
        let all: Vec<(Vec<u8>, String, Gathered)> =
            index.finish().map(|(form, gathered)| (words::key(&form), form, gathered)).collect();
        let all = sort_by_bytes(all, |(key, ..)| key);
        let spans = stats::bounds(&measures);
        let (mut positions, mut compounds) = (BitWriter::default(), compounds::Filling::default());
        let mut all = all.into_iter().zip(0u32..).peekable();
        // Bytes of the parts of positions before the one that is being filled.
        let mut passed = 0;
        while all.peek().is_some() {
            let (mut lists, mut bits) = (Vec::new(), BitWriter::default());
            while bits.place() < POSTINGS * 8 || !lists.len().is_multiple_of(GROUP) {
                let Some(((_, form, gathered), local)) = all.next() else { break };
                let mut pair = forms::Pair::default();
                let mut written = [BitWriter::default(), BitWriter::default()];
                for ((list, own), occurrences) in pair.iter_mut().zip(&mut written).zip(&gathered.lists) {
                    *list = postings::write(&occurrences.read()?, &spans, own, &mut positions, passed);
                    *list = List { place: bits.place(), ..*list };
                    bits.append(own);
                }
                lists.push(pair);
                let known = self.forms.get(&form).and_then(|whole| whole.shared.clone());
                let shared = known.or_else(|| (self.head.together && dutch).then(|| Arc::new(parts::shared(&form))));
                if let Some(shared) = shared.as_ref().filter(|shared| dutch && !shared.keys.is_empty()) {
                    compounds.add(&shared.keys, pair, written);
                }
                let whole = self.forms.entry(form).or_default();
                whole.shared = shared;
                whole.known.merge(gathered.known);
                whole.documents += gathered.lists[0].documents;
                whole.homes.push((number as u32, local));
                if positions.place() >= POSITIONS * 8 {
                    let part = std::mem::take(&mut positions).finish();
                    passed += part.len() as u64;
                    self.keep(Kind::Positions, number, part, made);
                }
            }
            let records = forms::write(&lists, &spans);
            let mut part = Vec::new();
            super::bytes::put(&mut part, records.len() as u64);
            part.extend(records);
            part.extend(bits.finish());
            head.postings.push(lists.len() as u32);
            self.keep(Kind::Postings, number, part, made);
        }
        if positions.place() > 0 {
            self.keep(Kind::Positions, number, positions.finish(), made);
        }
        for (span, part) in mentions.finish(measures.len() as u32) {
            head.mentions.push(span);
            self.keep(Kind::Mentions, number, part, made);
        }
        for (first, part) in compounds.finish(&spans) {
            head.compounds.push(first);
            self.keep(Kind::Compounds, number, part, made);
        }
        self.head.segments.push(head);
        Ok(())
    }

    /// Ends the archive: what is of the whole collection is written; gives the head, which names all parts.
    pub fn finish(mut self, made: &mut Vec<Part>) -> Result<Vec<u8>> {
        let forms: Vec<(Vec<u8>, String, Whole)> =
            self.forms.drain().map(|(form, whole)| (words::key(&form), form, whole)).collect();
        let forms = sort_by_bytes(forms, |(key, ..)| key);
        u32::try_from(forms.len()).map_err(|_| Error::archive("words", "it has too many forms"))?;
        let members = self.head.together.then(|| Members::new(self.segments));
        let mut families = Families::new(self.languages.count_ones() > 1, members);
        let mut before = vec![0u32; self.segments];
        let (mut part, mut counts): (Vec<(Vec<u8>, Form)>, _) = (Vec::new(), before.clone());
        let mut forms = forms.into_iter().zip(0u32..).peekable();
        while let Some(((key, form, whole), number)) = forms.next() {
            let style = whole.known.surface().map_or(Style::Lower, |surface| Style::of(surface, &form));
            let capital = whole.known.capitals > 0;
            let dutch = whole.known.languages & 1 << Language::Dutch as u8 != 0;
            let asked = || if dutch { Arc::new(parts::shared(&form)) } else { Arc::default() };
            let shared = whole.shared.unwrap_or_else(asked);
            let name = style != Style::Lower && capital;
            let compound = dutch && !shared.keys.is_empty() && !(name && shared.short);
            let known = Form { style, capital, compound, documents: whole.documents, homes: whole.homes };
            families.add(number, &form, &known, whole.known.languages, &shared);
            for (segment, _) in &known.homes {
                counts[*segment as usize] += 1;
            }
            // Those that fold alike stay together.
            let ends = forms.peek().is_none_or(|((next, ..), _)| words::folded(next) != words::folded(&key));
            part.push((key, known));
            if ends && (part.len() >= words::PART || forms.peek().is_none()) {
                let full = std::mem::take(&mut part);
                let mut bytes = words::write(&full, &before)?;
                if self.head.together {
                    bytes = pack(&bytes);
                }
                self.head.forms.push((full[0].0.clone(), full.len() as u32));
                self.keep(Kind::Words, 0, bytes, made);
                before.clone_from(&counts);
            }
        }
        let mut filling = kin::Filling::default();
        let (families, members) = families.finish();
        for (key, forms) in families {
            filling.add(key, &forms, members.as_ref());
            if filling.is_full() {
                self.end_families(std::mem::take(&mut filling), made)?;
            }
        }
        self.end_families(filling, made)?;
        for (name, values) in std::mem::take(&mut self.facts).finish() {
            let bytes = facts::write(&values, self.before);
            let few = if values.len() <= FEW_VALUES { &values[..] } else { &[] };
            let few = few.iter().map(|(value, documents)| (value.clone(), documents.len() as u32)).collect();
            self.head.facts.push(FactHead { name, values: values.len() as u32, few });
            self.keep(Kind::Facts, 0, bytes, made);
        }
        for (first, bytes) in names::write(std::mem::take(&mut self.names)) {
            self.head.names.push(first);
            self.keep(Kind::Names, 0, bytes, made);
        }
        self.head.card = self.card;
        self.head.languages =
            Language::ALL.into_iter().filter(|language| self.languages & 1 << *language as u8 != 0).collect();
        self.written.head(&self.head.write())
    }

    fn end_families(&mut self, filling: kin::Filling, made: &mut Vec<Part>) -> Result<()> {
        if let Some((first, mut bytes)) = filling.finish()? {
            if self.head.together {
                bytes = pack(&bytes);
            }
            self.head.families.push(first);
            self.keep(Kind::Families, 0, bytes, made);
        }
        Ok(())
    }
}

impl Segment {
    fn add(&mut self, read: &Read) {
        let words = u64::from(read.measure.length);
        match self.head.issues.last_mut() {
            Some(issue) if issue.published == read.published => {
                issue.documents += 1;
                issue.words += words;
            }
            _ => self.head.issues.push(Issue { published: read.published, documents: 1, words }),
        }
        self.measures.push(read.measure);
        self.times.add(&read.told);
    }
}

/// What a list shows of a document: its title, or else its first sentence.
fn label(document: &Document, blocks: &[AnnotatedBlock]) -> String {
    let first = |kinds: &[BlockKind]| {
        blocks.iter().filter(|block| kinds.contains(&block.block.kind)).find_map(|block| block.sentences.first())
    };
    let sentence = first(&[BlockKind::Paragraph])
        .or_else(|| first(&[BlockKind::Heading, BlockKind::Caption]))
        .or_else(|| first(&[BlockKind::Furniture]));
    match (document.title(), sentence) {
        (Some(title), _) => title.to_owned(),
        (None, Some(range)) => document.text[range.clone()].to_owned(),
        (None, None) => document.name.clone(),
    }
}
