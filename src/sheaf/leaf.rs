//! An article as it is kept: its slip, which is in memory, and its body, which is not.

use xxhash_rust::xxh64::xxh64;

use super::record;
use crate::annotate::Annotated;
use crate::document::Publication;
use crate::ingest::recurring::Shareable;
use crate::ingest::twins::Likeness;
use crate::ingest::{Article, Reading};
use crate::text::Language;

/// An article that was read, as it is kept.
#[derive(Debug)]
pub struct Leaf {
    pub(super) slip: Slip,
    pub(super) shareable: Shareable,
    pub(super) body: Vec<u8>,
}

/// What of an article is in memory: enough to name it, to find its twins and to put it in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// The number of its file in its sheaf, and its line there, if the file has many.
    pub(super) file: u32,
    pub(super) line: Option<u32>,
    /// A digest of its line.
    pub(super) line_digest: u64,
    /// What it calls itself.
    pub(super) id: Option<Box<str>>,
    pub(super) published: Option<Publication>,
    pub(super) language: Language,
    pub(super) likeness: Likeness,
    /// The bytes of its text.
    pub(super) text: u32,
    /// A digest of its body.
    pub(super) digest: u64,
    /// Where it begins in its sheaf, and the bytes of what is written of it before its body, and of that.
    pub(super) place: u64,
    pub(super) head: u32,
    pub(super) size: u32,
}

impl Leaf {
    /// The leaves of what was read, each with its article annotated; what is said besides stays where it was.
    pub fn all_of(reading: &mut Reading) -> Vec<Self> {
        reading.articles.drain(..).map(Self::of).collect()
    }

    fn of(article: Article) -> Self {
        let Article { line, digest, id, document, .. } = article;
        let (likeness, shareable) = (Likeness::of(&document), Shareable::of(&document));
        let (published, language, text) = (document.published, document.language, document.text.len() as u32);
        let body = record::body(&Annotated::read(document));
        let slip = Slip {
            file: 0,
            line: line.map(|line| u32::try_from(line).unwrap_or(u32::MAX)),
            line_digest: digest,
            id: id.map(String::into_boxed_str),
            published,
            language,
            likeness,
            text,
            digest: xxh64(&body, 0),
            place: 0,
            head: 0,
            size: body.len() as u32,
        };
        Self { slip, shareable, body }
    }
}
