//! What a format reads out of a file: a document before its parts are told apart.

use std::ops::Range;

use super::blocks::{self, Style};
use crate::document::{Block, BlockKind, Document, Publication};
use crate::text::{Language, detect};

/// A document before its parts are told apart.
#[derive(Debug)]
pub(super) struct Draft {
    /// The file it comes from, with its ending.
    pub(super) file: String,
    /// Its line there, where a file holds many.
    pub(super) line: Option<usize>,
    /// Names for it, the best first.
    pub(super) names: Vec<String>,
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

impl Draft {
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
