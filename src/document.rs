//! What a corpus is made of: documents and their blocks.

use std::ops::Range;

use crate::text::Language;
use crate::time::Interval;
use crate::time::Precision;

/// A document's number in its corpus, a place in time.
///
/// Documents are numbered by the precision of their publication date (day, month, year, other, undated), within it by
/// date, within that by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocId(pub u32);

/// When an article was published, as exactly as it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Publication {
    /// The days on which it may have been published.
    pub interval: Interval,
    /// How exactly that is known.
    pub precision: Precision,
}

/// An article: its text as it was given, and what is known about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Its path in the folder, `/` between folders, without the ending.
    pub name: String,
    /// When it was published; `None` where that is not known.
    pub published: Option<Publication>,
    /// The language it is written in, declared or detected.
    pub language: Language,
    /// Source, author, place, url and the like, in the order given. Names are lower case.
    pub facts: Vec<(String, String)>,
    /// The text, UTF-8. Where the title stands elsewhere than in the text, it was put ahead of it.
    pub text: String,
    /// How many bytes at the start of `text` were put ahead of what was given.
    pub ahead: usize,
    /// The readable parts of `text`, in its order, none overlapping. What no block covers (the date line's date,
    /// front matter, blank lines) is not shown.
    pub blocks: Vec<Block>,
}

/// A part of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its bytes in the document's text, without white space at the ends; never empty.
    pub range: Range<usize>,
}

/// What a block of an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum BlockKind {
    /// The article's title; at most one, the first block.
    Title,
    /// A title over a part of it.
    Heading,
    /// Running text.
    Paragraph,
    /// What stands under a picture.
    Caption,
    /// What belongs to the page and not to the article: notices, players, calls to look elsewhere.
    Furniture,
}

impl BlockKind {
    /// Every kind, in the order of their numbers.
    pub(crate) const ALL: [Self; 5] = [Self::Title, Self::Heading, Self::Paragraph, Self::Caption, Self::Furniture];

    /// Its name in every output: `title`, `heading`, `paragraph`, `caption`, `furniture`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Caption => "caption",
            Self::Furniture => "furniture",
        }
    }
}

impl Document {
    /// The title, where the article has one.
    pub fn title(&self) -> Option<&str> {
        self.blocks.iter().find(|block| block.kind == BlockKind::Title).map(|block| &self.text[block.range.clone()])
    }
}
