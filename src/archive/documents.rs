//! What the archive keeps of each document: its date and length, its entry in lists, its blocks, its facts.

use super::bytes::records::{self, Records};
use super::bytes::{Reader, put, put_signed, put_text};
use super::postings::Spans;
use crate::Result;
use crate::annotate::{AnnotatedBlock, Position};
use crate::document::{BlockKind, DocId, Document, Publication};
use crate::text::Language;
use crate::time::{Day, Interval, Precision};

pub(super) const DATES: &str = "dates";
pub(super) const ENTRIES: &str = "entries";
pub(super) const BLOCKS: &str = "blocks";
pub(super) const FACTS: &str = "facts";

/// The classes of precision in which documents are numbered; undated ones are the last.
const CLASSES: [Option<Precision>; 4] = [Some(Precision::Day), Some(Precision::Month), Some(Precision::Year), None];

fn class_of(published: Option<Publication>) -> usize {
    published.map_or(CLASSES.len(), |date| match date.precision {
        Precision::Day => 0,
        Precision::Month => 1,
        Precision::Year => 2,
        _ => 3,
    })
}

/// Writes dates and lengths: the size of each class, the dates class by class as steps, the lengths in words, and by how
/// much the positions of each document span more.
pub(super) fn write_dates(documents: &[Document], lengths: &[u32], spans: &[u32]) -> Vec<u8> {
    let mut out = Vec::new();
    for class in 0..=CLASSES.len() {
        put(&mut out, documents.iter().filter(|document| class_of(document.published) == class).count() as u64);
    }
    let mut last = (0, 0);
    for document in documents {
        let class = class_of(document.published);
        let Some(date) = document.published else { continue };
        if last.0 != class {
            last = (class, 0);
        }
        let earliest = date.interval.earliest.0;
        put_signed(&mut out, i64::from(earliest - last.1));
        last.1 = earliest;
        if CLASSES[class].is_none() {
            out.push(date.precision as u8);
            put(&mut out, u64::from(date.interval.days() - 1));
        }
    }
    for length in lengths {
        put(&mut out, u64::from(*length));
    }
    for (span, length) in spans.iter().zip(lengths) {
        put(&mut out, u64::from(span - length));
    }
    out
}

/// Dates and lengths of all documents.
pub(super) struct Dates {
    pub(super) published: Vec<Option<Publication>>,
    pub(super) lengths: Vec<u32>,
    pub(super) spans: Spans,
}

pub(super) fn read_dates(bytes: &[u8]) -> Result<Dates> {
    let mut reader = Reader::new(DATES, bytes);
    let mut sizes = [0; CLASSES.len() + 1];
    for size in &mut sizes {
        *size = reader.count()?;
    }
    let mut published = Vec::new();
    for (size, class) in sizes.iter().zip(CLASSES) {
        let mut last = 0i32;
        for _ in 0..*size {
            last = last.checked_add(reader.i32()?).ok_or_else(|| reader.error("a date is too far"))?;
            published.push(Some(read_date(&mut reader, last, class)?));
        }
    }
    let undated = sizes[CLASSES.len()];
    published.extend(std::iter::repeat_n(None, undated));
    let lengths = published.iter().map(|_| reader.u32()).collect::<Result<Vec<_>>>()?;
    let mut spans = Spans::default();
    for length in &lengths {
        let span = length.checked_add(reader.u32()?);
        spans.push(span.ok_or_else(|| reader.error("a document is too long"))?);
    }
    if reader.left() > 0 {
        return Err(reader.error("more follows than was announced"));
    }
    Ok(Dates { published, lengths, spans })
}

fn read_date(reader: &mut Reader<'_>, earliest: i32, class: Option<Precision>) -> Result<Publication> {
    let day = calendar_day(reader, earliest)?;
    let (year, month, _) = day.ymd();
    let (interval, precision) = match class {
        Some(Precision::Month) => (Interval::month(year, month), Precision::Month),
        Some(Precision::Year) => (Interval::year(year), Precision::Year),
        Some(precision) => (Some(Interval::day(day)), precision),
        None => {
            let precision = read_precision(reader)?;
            let latest = reader.u32()?;
            let latest = i32::try_from(latest).ok().and_then(|days| earliest.checked_add(days));
            let latest = latest.ok_or_else(|| reader.error("a date is too far"))?;
            (Some(Interval { earliest: day, latest: calendar_day(reader, latest)? }), precision)
        }
    };
    match interval {
        Some(interval) if interval.earliest == day => Ok(Publication { interval, precision }),
        _ => Err(reader.error("a date does not begin its month or year")),
    }
}

/// The day with a number, if its year is in 1 to 9999.
pub(super) fn calendar_day(reader: &Reader<'_>, number: i32) -> Result<Day> {
    const FIRST: i32 = datealgo::date_to_rd((1, 1, 1));
    const LAST: i32 = datealgo::date_to_rd((9999, 12, 31));
    if (FIRST..=LAST).contains(&number) { Ok(Day(number)) } else { Err(reader.error("a date is too far")) }
}

pub(super) fn read_precision(reader: &mut Reader<'_>) -> Result<Precision> {
    let number = usize::from(reader.byte()?);
    Precision::ALL.get(number).copied().ok_or_else(|| reader.error("a precision is unknown"))
}

/// A document as lists show it, and where its text lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its path in the folder, without the ending.
    pub name: String,
    /// Its title, or else its first sentence.
    pub label: String,
    /// Whether the label is a title.
    pub titled: bool,
    /// The language it is written in.
    pub language: Language,
    /// Where its text lies in the text store, in bytes.
    pub text: std::ops::Range<usize>,
    /// Its facts, as numbers of a name and of a value.
    pub(super) facts: Vec<(u32, u32)>,
}

pub(super) fn write_entries(entries: &[Entry]) -> Vec<u8> {
    let records: Vec<Vec<u8>> = entries
        .iter()
        .map(|entry| {
            let mut out = vec![entry.language as u8 | u8::from(entry.titled) << 7];
            put_text(&mut out, &entry.name);
            put_text(&mut out, &entry.label);
            put(&mut out, entry.text.start as u64);
            put(&mut out, entry.text.len() as u64);
            for (name, value) in &entry.facts {
                put(&mut out, u64::from(*name));
                put(&mut out, u64::from(*value));
            }
            out
        })
        .collect();
    records::write(&records)
}

pub(super) fn read_entry(records: &Records, bytes: &[u8], document: DocId) -> Result<Entry> {
    let mut reader = records.get(bytes, document.0 as usize)?;
    let code = reader.byte()?;
    let language = Language::ALL.get(usize::from(code & 0x7F)).copied();
    let language = language.ok_or_else(|| reader.error("a language is unknown"))?;
    let (name, label) = (reader.text()?.to_owned(), reader.text()?.to_owned());
    let (start, length) = (reader.size()?, reader.size()?);
    let end = start.checked_add(length).ok_or_else(|| reader.error("a text is too long"))?;
    let mut facts = Vec::new();
    while reader.left() > 0 {
        facts.push((reader.u32()?, reader.u32()?));
    }
    Ok(Entry { name, label, titled: code & 0x80 != 0, language, text: start..end, facts })
}

/// A block, and where its sentences and tokens are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Its bytes in the text of the document.
    pub range: std::ops::Range<usize>,
    /// The position of its first token.
    pub position: Position,
    /// How many tokens it has.
    pub tokens: u32,
    /// The number in the document of its first sentence.
    pub first: u32,
    /// Its sentences, bytes in the text of the document.
    pub sentences: Vec<std::ops::Range<usize>>,
}

const KINDS: [BlockKind; 5] =
    [BlockKind::Title, BlockKind::Heading, BlockKind::Paragraph, BlockKind::Caption, BlockKind::Furniture];

pub(super) fn write_blocks(documents: &[Vec<AnnotatedBlock>]) -> Vec<u8> {
    let records: Vec<Vec<u8>> = documents
        .iter()
        .map(|blocks| {
            let (mut out, mut end) = (Vec::new(), 0);
            for block in blocks {
                out.push(block.block.kind as u8);
                put(&mut out, (block.block.range.start - end) as u64);
                put(&mut out, block.block.range.len() as u64);
                put(&mut out, block.tokens.len() as u64);
                put(&mut out, block.sentences.len() as u64);
                let mut last = block.block.range.start;
                for sentence in &block.sentences {
                    put(&mut out, (sentence.start - last) as u64);
                    put(&mut out, sentence.len() as u64);
                    last = sentence.end;
                }
                end = block.block.range.end;
            }
            out
        })
        .collect();
    records::write(&records)
}

pub(super) fn read_blocks(records: &Records, bytes: &[u8], document: DocId) -> Result<Vec<StoredBlock>> {
    let mut reader = records.get(bytes, document.0 as usize)?;
    let mut blocks = Vec::new();
    let (mut end, mut position, mut first) = (0usize, 0u32, 0u32);
    while reader.left() > 0 {
        let kind = KINDS.get(usize::from(reader.byte()?)).copied().ok_or_else(|| reader.error("a kind is unknown"))?;
        let (gap, length, tokens) = (reader.size()?, reader.size()?, reader.u32()?);
        let start = end.saturating_add(gap);
        end = start.saturating_add(length);
        let mut sentences = Vec::new();
        let mut last = start;
        for _ in 0..reader.count()? {
            let start = last.saturating_add(reader.size()?);
            last = start.saturating_add(reader.size()?);
            sentences.push(start..last);
        }
        let following = first.saturating_add(sentences.len() as u32);
        blocks.push(StoredBlock { kind, range: start..end, position: Position(position), tokens, first, sentences });
        position = position.saturating_add(tokens).saturating_add(1);
        first = following;
    }
    Ok(blocks)
}

/// A fact of a collection: its name, and the documents of each of its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its name, lower case: `source`.
    pub name: String,
    /// Its values as they are written, each with the documents that have it, ascending.
    pub values: Vec<(String, Vec<DocId>)>,
}

pub(super) fn write_facts(facts: &[Fact]) -> Vec<u8> {
    let mut out = Vec::new();
    put(&mut out, facts.len() as u64);
    for fact in facts {
        put_text(&mut out, &fact.name);
        put(&mut out, fact.values.len() as u64);
        for (value, documents) in &fact.values {
            put_text(&mut out, value);
            put(&mut out, documents.len() as u64);
            let mut last = 0;
            for DocId(document) in documents {
                put(&mut out, u64::from(document - last));
                last = *document;
            }
        }
    }
    out
}

pub(super) fn read_facts(bytes: &[u8], documents: u32) -> Result<Vec<Fact>> {
    let mut reader = Reader::new(FACTS, bytes);
    let mut facts = Vec::new();
    for _ in 0..reader.count()? {
        let name = reader.text()?.to_owned();
        let mut values = Vec::new();
        for _ in 0..reader.count()? {
            let value = reader.text()?.to_owned();
            let (mut ids, mut last) = (Vec::new(), 0u32);
            for _ in 0..reader.count()? {
                last = last.saturating_add(reader.u32()?);
                if last >= documents {
                    return Err(reader.error("it names a document that is not there"));
                }
                ids.push(DocId(last));
            }
            values.push((value, ids));
        }
        facts.push(Fact { name, values });
    }
    Ok(facts)
}
