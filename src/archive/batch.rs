//! Documents that follow one another are made ready for their segment, each batch by itself and so on any number of processors.

use super::documents::{self, Entry};
use super::index::Few;
use super::model::Packing;
use super::names;
use super::stats::Measure;
use super::write::Model;
use crate::Result;
use crate::annotate::{Annotated, AnnotatedBlock, Told};
use crate::document::{BlockKind, Document, Publication};
use crate::text::Language;

/// Bytes of text in a part of documents, before packing, which leaves a third. Smaller parts are sooner there, and more files.
const DOCUMENTS: usize = 56 << 10;

/// Bytes of text in a batch, at most, unless one document has more. Each batch is a run: in larger ones a form is written less often, of smaller
/// ones less is in memory at once, and more processors have something to do.
const BATCH: usize = 4 << 20;

/// Batches in a segment, if they may be so small.
const BATCHES: usize = 32;

/// Some documents that follow one another, read.
pub struct Batch {
    pub(super) documents: Vec<Read>,
    /// Parts of documents: how many each has, and its bytes.
    pub(super) parts: Vec<(u32, Vec<u8>)>,
    /// Its forms, as a run.
    pub(super) run: Vec<u8>,
}

/// What is kept of a document that was read.
pub(super) struct Read {
    pub(super) published: Option<Publication>,
    pub(super) language: Language,
    pub(super) name: u32,
    pub(super) facts: Vec<(String, String)>,
    pub(super) measure: Measure,
    pub(super) told: Vec<Told>,
}

/// Cuts the documents of a segment into batches, by the bytes of their texts. Wherever that is, the archive is the same.
pub fn batches(sizes: &[usize]) -> Vec<std::ops::Range<usize>> {
    let most = (sizes.iter().sum::<usize>() / BATCHES).min(BATCH);
    let (mut batches, mut start, mut part, mut batch) = (Vec::new(), 0, 0, 0);
    for (number, size) in sizes.iter().enumerate() {
        part += size;
        batch += size;
        // A part of documents is in one batch.
        if part >= DOCUMENTS {
            part = 0;
            if batch >= most {
                batches.push(start..number + 1);
                (start, batch) = (number + 1, 0);
            }
        }
    }
    if start < sizes.len() {
        batches.push(start..sizes.len());
    }
    batches
}

impl Batch {
    /// Takes documents in; `first` is the number in the segment of the first, which begins a part.
    ///
    /// # Errors
    ///
    /// Those of `documents`.
    pub fn read(first: u32, documents: impl Iterator<Item = Result<Annotated>>, model: &Model) -> Result<Self> {
        let mut batch = Self { documents: Vec::new(), parts: Vec::new(), run: Vec::new() };
        let (mut words, mut part, mut size, mut count) = (Few::default(), documents::Filling::default(), 0, 0);
        let mut packing = model.0.as_deref().map(Packing::by);
        for (number, annotated) in (0..).zip(documents) {
            let Annotated { document, blocks, told } = annotated?;
            let length = words.add(number, &document, &blocks);
            let titled = blocks.iter().any(|block| block.block.kind == BlockKind::Title);
            let end = |block: &AnnotatedBlock| block.position.0 + block.tokens.len() as u32;
            let measure = Measure { length, span: blocks.last().map_or(0, end), titled };
            let entry = Entry {
                label: label(&document, &blocks),
                titled,
                language: document.language,
                words: length,
                part: (0, 0),
                text: 0..0,
                name: document.name,
                facts: document.facts,
            };
            part.add(&entry, &blocks, &document.text);
            batch.documents.push(Read {
                published: document.published,
                language: document.language,
                name: names::hash(&entry.name),
                facts: entry.facts,
                measure,
                told,
            });
            size += document.text.len();
            count += 1;
            if size >= DOCUMENTS {
                batch.parts.push((count, std::mem::take(&mut part).finish(packing.as_mut())));
                (size, count) = (0, 0);
            }
        }
        if count > 0 {
            batch.parts.push((count, part.finish(packing.as_mut())));
        }
        batch.run = words.finish(first);
        Ok(batch)
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
