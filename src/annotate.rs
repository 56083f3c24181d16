//! What is read in one document: its sentences, its words with their positions, its times.

use std::ops::Range;

use crate::document::{Block, BlockKind, Document};
use crate::text;
use crate::time::{Mention, Telling};

/// A word's place in a document: tokens counted through all blocks, with a step of one left between blocks so that no phrase
/// runs over their border.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position(pub u32);

/// A block with what was read in it.
#[derive(Debug, Clone, PartialEq)]
pub struct AnnotatedBlock {
    /// The block.
    pub block: Block,
    /// The position of its first token.
    pub position: Position,
    /// The number in the document of its first sentence.
    pub first: u32,
    /// Its sentences, bytes in the document's text.
    pub sentences: Vec<Range<usize>>,
    /// Its tokens, bytes in the document's text.
    pub tokens: Vec<Range<usize>>,
}

/// A time that a document speaks of.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The number in the document of the sentence that tells it.
    pub sentence: u32,
    /// The time; its range is in the document's text.
    pub mention: Mention,
}

/// A document with all that was read in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Annotated {
    /// The document.
    pub document: Document,
    /// Its blocks, with their sentences and tokens.
    pub blocks: Vec<AnnotatedBlock>,
    /// The times it speaks of.
    pub told: Vec<Told>,
}

impl Annotated {
    /// Reads a document.
    pub fn read(document: Document) -> Self {
        let blocks = blocks(&document);
        let told = times(&document, &blocks);
        Self { document, blocks, told }
    }
}

/// Reads a document's sentences and tokens.
pub fn blocks(document: &Document) -> Vec<AnnotatedBlock> {
    let (mut position, mut first) = (0, 0);
    let read = |block: &Block| {
        let (start, part) = (block.range.start, &document.text[block.range.clone()]);
        let sentences: Vec<Range<usize>> = text::sentences(part, document.language)
            .into_iter()
            .map(|sentence| sentence.start + start..sentence.end + start)
            .collect();
        let tokens = tokens(part, start);
        let before = (Position(position), first);
        position += tokens.len() as u32 + 1;
        first += sentences.len() as u32;
        AnnotatedBlock { block: block.clone(), position: before.0, first: before.1, sentences, tokens }
    };
    document.blocks.iter().map(read).collect()
}

/// Reads the tokens of a part of a text that begins at byte `start`; their bytes are counted in the whole.
pub fn tokens(part: &str, start: usize) -> Vec<Range<usize>> {
    text::tokens(part).map(|token| token.range.start + start..token.range.end + start).collect()
}

/// Reads the times in a document, furniture left out, in the order of the text.
pub fn times(document: &Document, blocks: &[AnnotatedBlock]) -> Vec<Told> {
    let mut telling = Telling::new(document.published, document.language);
    let mut told = Vec::new();
    for block in blocks.iter().filter(|block| block.block.kind != BlockKind::Furniture) {
        for (range, sentence) in block.sentences.iter().zip(block.first..) {
            for mut mention in telling.sentence(&document.text[range.clone()]) {
                mention.range = mention.range.start + range.start..mention.range.end + range.start;
                told.push(Told { sentence, mention });
            }
        }
    }
    told
}

impl AnnotatedBlock {
    /// The number in the document of the sentence that holds a token.
    pub fn sentence_of(&self, token: &Range<usize>) -> u32 {
        let before = self.sentences.partition_point(|sentence| sentence.end <= token.start);
        self.first + before.min(self.sentences.len().saturating_sub(1)) as u32
    }

    /// The bytes from the first to the last token at some positions; `None` where they lie in another block.
    pub fn bytes_of(&self, positions: &Range<u32>) -> Option<Range<usize>> {
        let first = positions.start.checked_sub(self.position.0)? as usize;
        let last = positions.end.checked_sub(self.position.0 + 1)? as usize;
        Some(self.tokens.get(first)?.start..self.tokens.get(last)?.end)
    }
}
