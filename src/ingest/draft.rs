//! What a format reads out of a file: a document before its parts are told apart.

use std::ops::Range;

use super::blocks::{self, Style};
use super::path::Path;
use super::recurring;
use crate::document::{Block, BlockKind, Document, Publication};
use crate::text::{Language, detect};

/// A document before its parts are told apart.
#[derive(Debug)]
pub(super) struct Draft {
    /// The file it comes from, with its ending.
    pub(super) file: String,
    /// Its line there, where a file holds many.
    pub(super) line: Option<usize>,
    /// What it calls itself, where its format has that.
    pub(super) id: Option<String>,
    pub(super) published: Option<Publication>,
    /// The language it says it is in.
    pub(super) language: Option<Language>,
    pub(super) facts: Vec<(String, String)>,
    pub(super) text: String,
    /// A title that stands elsewhere than in the text.
    pub(super) title: Option<Title>,
    /// Where the article is in the text.
    pub(super) body: Range<usize>,
    pub(super) style: Style,
    /// A digest of its line, where a file holds many.
    pub(super) digest: u64,
}

/// An article that was read and has no name yet.
#[derive(Debug)]
pub(crate) struct Article {
    /// The file it comes from, with its ending.
    pub(crate) file: String,
    /// Its line there, where a file holds many, and a digest of it.
    pub(crate) line: Option<usize>,
    pub(crate) digest: u64,
    /// What it calls itself, where its format has that.
    pub(crate) id: Option<String>,
    pub(crate) document: Document,
}

/// A title that is known before the text is read.
#[derive(Debug)]
pub(super) enum Title {
    /// These bytes of the text.
    At(Range<usize>),
    /// Words that stand nowhere in the text, whatever it begins with.
    Given(String),
    /// Words that serve where the text has no title of its own.
    Spare(String),
}

/// The names of an article by its file, its line and what it calls itself, the best first; each in one line.
pub(super) fn names(file: &str, line: Option<usize>, id: Option<&str>) -> Vec<String> {
    let stem = Path::new(file).stem;
    let names = match (line, id) {
        (Some(line), Some(id)) => vec![id.to_owned(), format!("{stem}/{id}"), format!("{stem}/{id}/{line}")],
        (Some(line), None) => vec![format!("{stem}/{line}"), format!("{file}/{line}")],
        (None, _) => vec![stem.to_owned(), file.to_owned()],
    };
    names.iter().map(|name| clean(name)).collect()
}

impl Draft {
    /// The article, with what recurs within it marked; `declared` is the language of the corpus, where that was said.
    pub(super) fn article(mut self, declared: Option<Language>) -> Article {
        let (file, line, digest) = (std::mem::take(&mut self.file), self.line, self.digest);
        let id = self.id.take();
        let mut document = self.document(String::new(), declared);
        recurring::mark_within(&mut document);
        Article { file, line, digest, id, document }
    }

    /// The document; `declared` is the language of the corpus, where that was said.
    pub(super) fn document(self, name: String, declared: Option<Language>) -> Document {
        let Self { mut text, title, body, style, .. } = self;
        let language = self.language.or(declared).or_else(|| language(&text[body.clone()])).unwrap_or_default();
        let (at, mut ahead) = match title {
            Some(Title::At(range)) => (blocks::trim(&text, range), None),
            Some(Title::Given(title)) => (None, Some(title)),
            Some(Title::Spare(title)) => {
                (None, Some(title).filter(|_| !blocks::has_title(&text, &body, language, style)))
            }
            None => (None, None),
        };
        ahead = ahead.map(|title| clean(&title)).filter(|title| !title.is_empty());
        if let Some(title) = &ahead
            && blocks::first_line(&text, &body).is_some_and(|line| text[line] == **title)
        {
            ahead = None;
        }
        let titled = at.is_some() || ahead.is_some();
        let mut found = blocks::find(&text, body, language, style, titled);
        if let Some(range) = at {
            found.insert(0, Block { kind: BlockKind::Title, range });
        }
        let mut shift = 0;
        if let Some(title) = ahead {
            shift = title.len() + 2;
            for block in &mut found {
                block.range = block.range.start + shift..block.range.end + shift;
            }
            found.insert(0, Block { kind: BlockKind::Title, range: 0..title.len() });
            text.insert_str(0, &format!("{title}\n\n"));
        }
        Document { name, published: self.published, language, facts: self.facts, text, ahead: shift, blocks: found }
    }
}

/// The language of a text, by its beginning where that is enough.
fn language(text: &str) -> Option<Language> {
    const ENOUGH: usize = 800;
    let beginning = text.char_indices().map(|(at, _)| at).find(|at| *at >= ENOUGH).map(|end| &text[..end]);
    beginning.and_then(detect).or_else(|| detect(text))
}

/// A title, name or fact in one line, without control characters.
pub(super) fn clean(text: &str) -> String {
    text.split(|letter: char| letter.is_whitespace() || letter.is_control() || letter == '\u{FEFF}')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
