//! What stands in many articles belongs to none of them.
//!
//! What a text begins with is its title, or serves for one, and stays whatever recurs.

use std::collections::{HashMap, HashSet};

use super::furniture;
use super::twins::{FNV_START, fnv};
use crate::document::{Block, BlockKind, Document};

/// Longer blocks are text, however often they come, in bytes.
const LONGEST: usize = 400;
/// Shorter blocks recur by chance.
const FEWEST_WORDS: usize = 4;

/// Marks the blocks that recur within a document, and look like furniture besides: refrains do not.
pub(super) fn mark_within(document: &mut Document) {
    let Document { text, blocks, .. } = document;
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for block in blocks.iter().skip(1).filter(|block| may_recur(text, block)) {
        *seen.entry(&text[block.range.clone()]).or_default() += 1;
    }
    let recurs = |block: &Block| seen.get(&text[block.range.clone()]).is_some_and(|count| *count > 1);
    for block in blocks.iter_mut().skip(1) {
        if may_recur(text, block) && recurs(block) && furniture::has_trait(&text[block.range.clone()]) {
            block.kind = BlockKind::Furniture;
        }
    }
}

/// The blocks of a document that may recur in others, and the bytes of all of its blocks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Shareable {
    pub(crate) bytes: u32,
    /// A key of each, and its bytes.
    pub(crate) blocks: Vec<(u64, u32)>,
}

impl Shareable {
    /// What of a document that was marked within may recur.
    pub(crate) fn of(document: &Document) -> Self {
        let bytes = document.blocks.iter().map(|block| block.range.len() as u32).sum();
        let may = |block: &&Block| may_recur(&document.text, block);
        let blocks = document.blocks.iter().skip(1).filter(may);
        Self { bytes, blocks: blocks.map(|block| (key(document, block), block.range.len() as u32)).collect() }
    }
}

/// The keys of what recurs from document to document.
///
/// A block is furniture when it stands in three documents, or in one in two hundred where that is more. A document that
/// shares most of its text with others is another printing of an article and does not count.
pub(crate) fn judge(documents: &[Shareable]) -> HashSet<u64> {
    let enough = (documents.len() / 200).max(3);
    let mut spread: HashMap<u64, Spread> = HashMap::new();
    for (at, document) in documents.iter().enumerate() {
        for (key, _) in &document.blocks {
            spread.entry(*key).or_default().meet(at);
        }
    }
    spread.retain(|_, spread| spread.documents >= enough);
    let mut counted: HashMap<u64, Spread> = HashMap::new();
    for (at, document) in documents.iter().enumerate() {
        let shared = || document.blocks.iter().filter(|(key, _)| spread.contains_key(key));
        let common: u64 = shared().map(|(_, bytes)| u64::from(*bytes)).sum();
        if common * 2 <= u64::from(document.bytes) {
            for (key, _) in shared() {
                counted.entry(*key).or_default().meet(at);
            }
        }
    }
    counted.retain(|_, spread| spread.documents >= enough);
    counted.into_keys().collect()
}

/// Marks the blocks of a document that recur; whether there are any.
pub(crate) fn mark(document: &mut Document, recurring: &HashSet<u64>) -> bool {
    let mut marked = false;
    for at in 1..document.blocks.len() {
        let block = &document.blocks[at];
        if !recurring.is_empty() && may_recur(&document.text, block) && recurring.contains(&key(document, block)) {
            document.blocks[at].kind = BlockKind::Furniture;
            marked = true;
        }
    }
    marked
}

/// In how many documents a block was met.
#[derive(Default)]
struct Spread {
    documents: usize,
    last: Option<usize>,
}

impl Spread {
    fn meet(&mut self, document: usize) {
        if self.last != Some(document) {
            self.documents += 1;
            self.last = Some(document);
        }
    }
}

/// Whether a block is such as could be furniture for recurring: short, of some words, and no title.
fn may_recur(text: &str, block: &Block) -> bool {
    let piece = &text[block.range.clone()];
    let kind = match block.kind {
        BlockKind::Paragraph | BlockKind::Caption => true,
        // Series of articles share their headings, not what speaks to the reader.
        BlockKind::Heading => !piece.ends_with('?') && furniture::has_trait(piece),
        BlockKind::Title | BlockKind::Furniture => false,
    };
    kind && (20..=LONGEST).contains(&block.range.len()) && piece.split_whitespace().nth(FEWEST_WORDS - 1).is_some()
}

fn key(document: &Document, block: &Block) -> u64 {
    fnv(FNV_START, document.text[block.range.clone()].as_bytes())
}
