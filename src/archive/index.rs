//! The words of documents, gathered while an archive is written: first of some documents, then of a segment.

use std::collections::HashMap;

use super::bytes::{Reader, put};
use crate::annotate::{AnnotatedBlock, Position};
use crate::document::{BlockKind, DocId, Document};
use crate::{Result, text};

/// What is known of a form besides where it stands.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// How often it is written in each way. A capital at the beginning of a sentence says nothing of that, and is not counted.
    surfaces: Vec<(String, u32)>,
    /// How it is written at the first beginning of a sentence, for what stands nowhere else.
    opening: Option<String>,
    /// Occurrences with a capital inside sentences.
    pub(super) capitals: u32,
    /// The languages of the documents that have it, as bits.
    pub(super) languages: u8,
}

impl Known {
    pub(super) fn merge(&mut self, other: Self) {
        self.capitals += other.capitals;
        self.languages |= other.languages;
        self.opening = self.opening.take().or(other.opening);
        for (surface, count) in other.surfaces {
            self.add(&surface, count);
        }
    }

    fn add(&mut self, surface: &str, count: u32) {
        match self.surfaces.iter_mut().find(|(known, _)| known == surface) {
            Some((_, known)) => *known += count,
            None => self.surfaces.push((surface.to_owned(), count)),
        }
    }

    /// The most frequent surface, the first in the alphabet among equals.
    pub(super) fn surface(&self) -> Option<&str> {
        let most = self.surfaces.iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)));
        most.map(|(surface, _)| surface.as_str()).or(self.opening.as_deref())
    }
}

/// A form in some documents.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) known: Known,
    /// Where it stands in the articles' own text, and in furniture.
    pub(super) lists: [Occurrences; 2],
}

/// Where a form stands, written as it comes: steps of documents, counts, steps of positions.
#[derive(Debug, Default)]
pub(super) struct Occurrences {
    bytes: Vec<u8>,
    last: u32,
    pub(super) documents: u32,
}

impl Occurrences {
    /// Takes in the next document.
    fn add(&mut self, document: u32, positions: &[u32]) {
        put(&mut self.bytes, u64::from(document - self.last));
        put(&mut self.bytes, positions.len() as u64);
        let mut last = 0;
        for position in positions {
            put(&mut self.bytes, u64::from(position - last));
            last = *position;
        }
        self.last = document;
        self.documents += 1;
    }

    /// All of it.
    pub(super) fn read(&self) -> Result<Vec<(DocId, Vec<Position>)>> {
        let mut reader = Reader::new("postings", &self.bytes);
        let mut list = Vec::with_capacity(self.documents as usize);
        let mut document = 0;
        while reader.left() > 0 {
            document += reader.u32()?;
            let mut last = 0;
            let mut positions = Vec::new();
            for _ in 0..reader.u32()? {
                last += reader.u32()?;
                positions.push(Position(last));
            }
            list.push((DocId(document), positions));
        }
        Ok(list)
    }
}

/// A form in a few documents, before it joins the others.
#[derive(Debug, Default)]
struct Met {
    known: Known,
    /// Documents, each with the end of its positions.
    documents: [Vec<(u32, usize)>; 2],
    positions: [Vec<u32>; 2],
}

/// The forms of a few documents.
#[derive(Debug, Default)]
pub(super) struct Few(HashMap<String, Met>);

impl Few {
    /// Takes in the words of a document and gives its length: its words, furniture left out.
    pub(super) fn add(&mut self, document: u32, text: &Document, blocks: &[AnnotatedBlock]) -> u32 {
        let mut length = 0;
        for block in blocks {
            let furniture = block.block.kind == BlockKind::Furniture;
            let place = usize::from(furniture);
            length += if furniture { 0 } else { block.tokens.len() as u32 };
            let mut starts = block.sentences.iter().map(|sentence| sentence.start).peekable();
            for (token, position) in block.tokens.iter().zip(block.position.0..) {
                let opens = starts.next_if(|start| *start <= token.start).is_some();
                let surface = &text.text[token.clone()];
                let form = self.0.entry(text::lower(surface)).or_default();
                form.positions[place].push(position);
                let end = form.positions[place].len();
                match form.documents[place].last_mut() {
                    Some((last, known)) if *last == document => *known = end,
                    _ => form.documents[place].push((document, end)),
                }
                let capital = surface.starts_with(char::is_uppercase);
                form.known.capitals += u32::from(capital && !opens && !furniture);
                form.known.languages |= 1 << text.language as u8;
                if !(capital && opens) {
                    form.known.add(surface, 1);
                } else if form.known.opening.is_none() {
                    form.known.opening = Some(surface.to_owned());
                }
            }
        }
        length
    }
}

/// The forms of a segment.
#[derive(Debug, Default)]
pub(super) struct Index(HashMap<String, Gathered>);

impl Index {
    /// Takes in the forms of the next documents, of which `first` is the number of the first.
    pub(super) fn add(&mut self, few: Few, first: u32) {
        for (form, met) in few.0 {
            let gathered = self.0.entry(form).or_default();
            gathered.known.merge(met.known);
            for (place, list) in gathered.lists.iter_mut().enumerate() {
                let mut start = 0;
                for (document, end) in &met.documents[place] {
                    list.add(first + document, &met.positions[place][start..*end]);
                    start = *end;
                }
            }
        }
    }

    /// All of them.
    pub(super) fn finish(self) -> impl Iterator<Item = (String, Gathered)> {
        self.0.into_iter()
    }
}
