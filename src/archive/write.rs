//! From documents to the bytes of an archive.

use std::collections::{BTreeMap, HashMap};

use super::bits::BitWriter;
use super::bytes::{put, put_signed, put_text};
use super::container::{self, Section};
use super::documents::{self, Entry, Fact};
use super::forms::{self, FormRecord, Style};
use super::postings::{self, Spans};
use super::words::Kin;
use super::{parts, store, times, words};
use crate::annotate::{self, AnnotatedBlock, Position, Told};
use crate::document::{BlockKind, DocId, Document};
use crate::text::{self, Language};
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

/// Gives the archive of a collection.
///
/// `documents` come in the order of [`DocId`], as [`crate::ingest::Intake::finish`] gives them. The same documents give the
/// same bytes. `progress` is called with the number of documents done.
///
/// # Errors
///
/// When the collection is larger than the format holds: 4 GB in a section.
pub fn write(card: &Card, documents: &[Document], progress: &mut dyn FnMut(usize)) -> Result<Vec<u8>> {
    let mut index = Index::default();
    let (mut annotated, mut told, mut entries, mut lengths) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut spans = Vec::new();
    let mut facts = Facts::default();
    let mut stream = Vec::new();
    for (number, document) in documents.iter().enumerate() {
        let id = DocId(u32::try_from(number).map_err(|_| Error::archive("entries", "it has too many documents"))?);
        let blocks = annotate::blocks(document);
        lengths.push(index.add(id, document, &blocks));
        spans.push(blocks.last().map_or(0, |block| block.position.0 + block.tokens.len() as u32));
        told.push(annotate::times(document, &blocks));
        let start = stream.len();
        stream.extend_from_slice(document.text.as_bytes());
        entries.push(Entry {
            name: document.name.clone(),
            label: label(document, &blocks),
            titled: document.title().is_some(),
            language: document.language,
            text: start..stream.len(),
            facts: document.facts.iter().map(|(name, value)| facts.add(id, name, value)).collect(),
        });
        annotated.push(blocks);
        progress(number + 1);
    }
    let indexed = index.finish(&spans.iter().copied().collect::<Spans>())?;
    let card = write_card(card, documents, &lengths, indexed.forms, &told);
    container::write(&[
        (Section::Card, card),
        (Section::Dates, documents::write_dates(documents, &lengths, &spans)),
        (Section::Entries, documents::write_entries(&entries)),
        (Section::Blocks, documents::write_blocks(&annotated)),
        (Section::Facts, documents::write_facts(&facts.finish())),
        (Section::Words, indexed.words),
        (Section::Forms, indexed.records),
        (Section::Families, indexed.families),
        (Section::Postings, indexed.postings),
        (Section::Positions, indexed.positions),
        (Section::Text, store::write(&stream)),
        (Section::Times, times::write(&told)),
    ])
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

/// The numbers that describe the collection, after its title and language; the languages used are bits of one.
fn write_card(card: &Card, documents: &[Document], lengths: &[u32], forms: usize, told: &[Vec<Told>]) -> Vec<u8> {
    let mut out = Vec::new();
    put_text(&mut out, &card.title);
    put_text(&mut out, card.language.code());
    let words: u64 = lengths.iter().map(|length| u64::from(*length)).sum();
    let mentions: usize = told.iter().map(Vec::len).sum();
    for number in [lengths.len() as u64, words, forms as u64, mentions as u64] {
        put(&mut out, number);
    }
    let used = documents.iter().fold(0, |used, document| used | 1u64 << document.language as u8);
    put(&mut out, used);
    let span = told.iter().flatten().filter_map(|told| told.mention.interval).reduce(Interval::hull);
    put(&mut out, u64::from(span.is_some()));
    if let Some(span) = span {
        put_signed(&mut out, i64::from(span.earliest.0));
        put_signed(&mut out, i64::from(span.latest.0));
    }
    out
}

/// The facts of the documents, by name and value.
#[derive(Default)]
struct Facts {
    facts: Vec<Fact>,
    numbers: HashMap<String, (u32, HashMap<String, u32>)>,
}

impl Facts {
    fn add(&mut self, document: DocId, name: &str, value: &str) -> (u32, u32) {
        let (fact, values) = self.numbers.entry(name.to_owned()).or_insert_with(|| {
            self.facts.push(Fact { name: name.to_owned(), values: Vec::new() });
            (self.facts.len() as u32 - 1, HashMap::new())
        });
        let known = &mut self.facts[*fact as usize].values;
        let number = *values.entry(value.to_owned()).or_insert_with(|| {
            known.push((value.to_owned(), Vec::new()));
            known.len() as u32 - 1
        });
        let documents = &mut known[number as usize].1;
        if documents.last() != Some(&document) {
            documents.push(document);
        }
        (*fact, number)
    }

    fn finish(self) -> Vec<Fact> {
        self.facts
    }
}

/// What is gathered of a form while the documents pass.
#[derive(Default)]
struct Gathered {
    /// Occurrences in the articles' own text, and in furniture.
    lists: [Vec<(DocId, Vec<Position>)>; 2],
    surfaces: HashMap<String, u32>,
    capitals: u32,
    languages: u8,
}

#[derive(Default)]
struct Index {
    forms: HashMap<String, Gathered>,
}

struct Indexed {
    words: Vec<u8>,
    records: Vec<u8>,
    families: Vec<u8>,
    postings: Vec<u8>,
    positions: Vec<u8>,
    forms: usize,
}

impl Index {
    /// Takes in the words of a document and gives its length: its words, furniture left out.
    fn add(&mut self, document: DocId, text: &Document, blocks: &[AnnotatedBlock]) -> u32 {
        let mut length = 0;
        for block in blocks {
            let furniture = block.block.kind == BlockKind::Furniture;
            length += if furniture { 0 } else { block.tokens.len() as u32 };
            let mut starts = block.sentences.iter().map(|sentence| sentence.start).peekable();
            for (token, position) in block.tokens.iter().zip(block.position.0..) {
                let opens = starts.next_if(|start| *start <= token.start).is_some();
                let surface = &text.text[token.clone()];
                let form = self.forms.entry(text::lower(surface)).or_default();
                let list = &mut form.lists[usize::from(furniture)];
                match list.last_mut() {
                    Some((last, positions)) if *last == document => positions.push(Position(position)),
                    _ => list.push((document, vec![Position(position)])),
                }
                let capital = surface.starts_with(char::is_uppercase);
                form.capitals += u32::from(capital && !opens && !furniture);
                form.languages |= 1 << text.language as u8;
                // A capital at the beginning of a sentence says nothing of how the word is written.
                if !(capital && opens) || form.surfaces.is_empty() {
                    match form.surfaces.get_mut(surface) {
                        Some(count) => *count += 1,
                        None => drop(form.surfaces.insert(surface.to_owned(), 1)),
                    }
                }
            }
        }
        length
    }

    fn finish(self, spans: &Spans) -> Result<Indexed> {
        let mut forms: Vec<(Vec<u8>, String, Gathered)> =
            self.forms.into_iter().map(|(form, gathered)| (words::key(&form), form, gathered)).collect();
        forms.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let (mut postings, mut positions, mut records) = (BitWriter::default(), BitWriter::default(), Vec::new());
        let mut families: BTreeMap<Vec<u8>, Vec<u32>> = BTreeMap::new();
        for (number, (_, form, gathered)) in forms.iter().enumerate() {
            let lists =
                [0, 1].map(|which| postings::write(&gathered.lists[which], spans, &mut postings, &mut positions));
            // The most frequent surface, the first in the alphabet among equals.
            let most = gathered.surfaces.iter().max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0)));
            let style = most.map_or(Style::Lower, |(surface, _)| Style::of(surface, form));
            let name = style != Style::Lower && gathered.capitals > 0;
            records.push(FormRecord { style, capitals: gathered.capitals, lists });
            for language in Language::ALL.into_iter().filter(|language| gathered.languages & 1 << *language as u8 != 0)
            {
                let stem = text::stem(form, language);
                // A form that is its own stem is found by its spelling.
                if text::fold(form) == stem {
                    continue;
                }
                families.entry(Kin::Stem(language).key(&stem)).or_default().push(number as u32);
            }
            if gathered.languages & 1 << Language::Dutch as u8 != 0 {
                for part in parts::shared(form, name) {
                    families.entry(Kin::Part.key(&part)).or_default().push(number as u32);
                }
            }
        }
        Ok(Indexed {
            words: words::write(forms.iter().map(|(key, _, _)| key.as_slice()))?,
            forms: forms.len(),
            records: forms::write(&records, spans),
            families: words::write_families(&families.into_iter().collect::<Vec<_>>())?,
            postings: postings.finish(),
            positions: positions.finish(),
        })
    }
}
