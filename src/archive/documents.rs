//! What the archive keeps of each document: its entry in lists, its blocks, its text. Some documents that follow one another make a part.
//!
//! Layout of a part: the number of documents, the sizes of entries and blocks before and after deflating, the size of the text, the size
//! of each of its packed pieces, twice, and one more where it is deflated; then entries and blocks, and the pieces. A piece is small enough that one article costs little.

use std::ops::Range;

use super::bytes::records::{self, Records};
use super::bytes::{Reader, put, put_text};
use super::deflate::{deflate, inflate};
use super::model::{Packing, Unpacker};
use crate::annotate::{AnnotatedBlock, Position};
use crate::document::BlockKind;
use crate::text::Language;
use crate::{Error, Result};

pub(super) const DOCUMENTS: &str = "documents";

/// Bytes of text in a piece: deflate refers to what came before, a model does not.
fn piece_size(model: bool) -> usize {
    if model { 8 << 10 } else { 32 << 10 }
}

/// A document as lists show it, and where its text lies.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// Its path in the folder, without the ending.
    pub name: String,
    /// Its title, or else its first sentence.
    pub label: String,
    /// Whether the label is a title.
    pub titled: bool,
    /// The language it is written in.
    pub language: Language,
    /// Its words, furniture left out.
    pub words: u32,
    /// Its facts by name, in the order given.
    pub facts: Vec<(String, String)>,
    /// The part that has its text, and where in it.
    pub(super) part: (usize, usize),
    pub(super) text: Range<usize>,
}

/// A block, and where its sentences and tokens are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Its bytes in the text of the document.
    pub range: Range<usize>,
    /// The position of its first token.
    pub position: Position,
    /// How many tokens it has.
    pub tokens: u32,
    /// The number in the document of its first sentence.
    pub first: u32,
    /// Its sentences, bytes in the text of the document.
    pub sentences: Vec<Range<usize>>,
}

/// A part being filled.
#[derive(Default)]
pub(super) struct Filling {
    entries: Vec<Vec<u8>>,
    blocks: Vec<Vec<u8>>,
    text: Vec<u8>,
}

impl Filling {
    /// Takes in a document. Where its text lies follows from where those before it do.
    pub(super) fn add(&mut self, entry: &Entry, blocks: &[AnnotatedBlock], text: &str) {
        let mut out = vec![entry.language as u8 | u8::from(entry.titled) << 7];
        put_text(&mut out, &entry.name);
        put_text(&mut out, &entry.label);
        put(&mut out, self.text.len() as u64);
        put(&mut out, text.len() as u64);
        put(&mut out, u64::from(entry.words));
        for (name, value) in &entry.facts {
            put_text(&mut out, name);
            put_text(&mut out, value);
        }
        self.entries.push(out);
        self.blocks.push(written(blocks));
        self.text.extend_from_slice(text.as_bytes());
    }

    /// The bytes of the part.
    pub(super) fn finish(self, packing: Option<&mut Packing<'_>>) -> Vec<u8> {
        let entries = records::write(&self.entries);
        let mut lists = Vec::new();
        put(&mut lists, entries.len() as u64);
        lists.extend(entries);
        lists.extend(records::write(&self.blocks));
        let deflated = deflate(&lists);
        let pieces = self.text.chunks(piece_size(packing.is_some()));
        let pieces: Vec<(bool, Vec<u8>)> = match packing {
            Some(packing) => pieces.map(|piece| smaller(packing.pack(piece), piece)).collect(),
            None => pieces.map(|piece| (true, deflate(piece))).collect(),
        };
        let mut out = Vec::new();
        for size in [self.entries.len(), lists.len(), deflated.len(), self.text.len()] {
            put(&mut out, size as u64);
        }
        for (deflated, piece) in &pieces {
            put(&mut out, (piece.len() as u64) << 1 | u64::from(*deflated));
        }
        out.extend(deflated);
        pieces.iter().for_each(|(_, piece)| out.extend_from_slice(piece));
        out
    }
}

/// A piece as a model packs it, or deflated where the model does not know its language.
fn smaller(packed: Vec<u8>, piece: &[u8]) -> (bool, Vec<u8>) {
    let known = packed.len() < piece.len() / 2;
    let deflated = if known { Vec::new() } else { deflate(piece) };
    if known || packed.len() <= deflated.len() { (false, packed) } else { (true, deflated) }
}

/// A part that was opened: its entries and blocks, and where the pieces of its text lie.
pub(super) struct Shelf {
    lists: Vec<u8>,
    entries: Records,
    blocks: Records,
    /// Where the blocks begin in the lists.
    middle: usize,
    text: usize,
    /// Where each piece begins, and where the last ends.
    pieces: Vec<usize>,
    /// Which of the pieces are deflated.
    deflated: Vec<bool>,
}

impl Shelf {
    pub(super) fn open(bytes: &[u8], model: bool, documents: usize) -> Result<Self> {
        let mut reader = Reader::new(DOCUMENTS, bytes);
        let (count, size, deflated, text) = (reader.size()?, reader.size()?, reader.size()?, reader.size()?);
        let pieces = text.div_ceil(piece_size(model));
        // Neither deflate nor a model makes anything smaller than by 1032.
        if count != documents || pieces > reader.left() || text / 1032 > bytes.len() {
            return Err(reader.error("it does not have the documents that are announced"));
        }
        let sizes = (0..pieces).map(|_| reader.size()).collect::<Result<Vec<_>>>()?;
        let lists = inflate(reader.bytes(deflated)?, size).ok_or_else(|| reader.error("it cannot be inflated"))?;
        let mut pieces = vec![reader.place()];
        for size in &sizes {
            pieces.push(pieces.last().copied().unwrap_or_default().saturating_add(size >> 1));
        }
        if pieces.last() != Some(&bytes.len()) {
            return Err(reader.error("its pieces do not fill it"));
        }
        let mut reader = Reader::new(DOCUMENTS, &lists);
        let size = reader.count()?;
        let entries = Records::open(DOCUMENTS, reader.bytes(size)?)?;
        let middle = reader.place();
        let blocks = Records::open(DOCUMENTS, &lists[middle..])?;
        if entries.count != count || blocks.count != count {
            return Err(reader.error("it does not have a record for each document"));
        }
        // Entries lie after their size.
        let start = middle - size;
        let lists = lists[start..].to_vec();
        let deflated = sizes.iter().map(|size| size & 1 == 1).collect();
        Ok(Self { entries, blocks, middle: middle - start, lists, text, pieces, deflated })
    }

    /// The document with a number in the part.
    pub(super) fn entry(&self, number: usize, part: (usize, usize)) -> Result<Entry> {
        let mut reader = self.entries.get(&self.lists[..self.middle], number)?;
        let code = reader.byte()?;
        let language = Language::ALL.get(usize::from(code & 0x7F)).copied();
        let language = language.ok_or_else(|| reader.error("a language is unknown"))?;
        let (name, label) = (reader.text()?.to_owned(), reader.text()?.to_owned());
        let (start, length, words) = (reader.size()?, reader.size()?, reader.u32()?);
        let end = start.checked_add(length).filter(|end| *end <= self.text);
        let text = start..end.ok_or_else(|| reader.error("a text lies outside"))?;
        let mut facts = Vec::new();
        while reader.left() > 0 {
            facts.push((reader.text()?.to_owned(), reader.text()?.to_owned()));
        }
        Ok(Entry { name, label, titled: code & 0x80 != 0, language, words, facts, part, text })
    }

    /// The blocks of the document with a number in the part.
    pub(super) fn blocks(&self, number: usize) -> Result<Vec<StoredBlock>> {
        let mut reader = self.blocks.get(&self.lists[self.middle..], number)?;
        let mut blocks = Vec::new();
        let (mut end, mut position, mut first) = (0usize, 0u32, 0u32);
        while reader.left() > 0 {
            let kind = BlockKind::ALL.get(usize::from(reader.byte()?)).copied();
            let kind = kind.ok_or_else(|| reader.error("a kind is unknown"))?;
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
            blocks.push(StoredBlock {
                kind,
                range: start..end,
                position: Position(position),
                tokens,
                first,
                sentences,
            });
            position = position.saturating_add(tokens).saturating_add(1);
            first = following;
        }
        Ok(blocks)
    }

    /// The pieces that some bytes of the text lie in, each with which of its bytes are meant.
    pub(super) fn pieces(&self, text: &Range<usize>, model: bool) -> Vec<(usize, Range<usize>)> {
        let size = piece_size(model);
        let mut pieces = Vec::new();
        let mut place = text.start;
        while place < text.end {
            let first = place / size * size;
            let end = text.end.min(first + size);
            pieces.push((place / size, place - first..end - first));
            place = end;
        }
        pieces
    }

    /// The bytes of a piece.
    pub(super) fn piece(&self, bytes: &[u8], number: usize, model: Option<&Unpacker>) -> Result<Vec<u8>> {
        let size = piece_size(model.is_some());
        let size = size.min(self.text.saturating_sub(number * size));
        let packed = self.pieces.get(number..number + 2).and_then(|ends| bytes.get(ends[0]..ends[1]));
        let unpacked = packed.and_then(|packed| match model {
            Some(model) if self.deflated.get(number) == Some(&false) => model.unpack(packed, size),
            _ => inflate(packed, size),
        });
        unpacked.ok_or_else(|| Error::archive(DOCUMENTS, format!("piece {number} of a text cannot be unpacked")))
    }
}

fn written(blocks: &[AnnotatedBlock]) -> Vec<u8> {
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
}
