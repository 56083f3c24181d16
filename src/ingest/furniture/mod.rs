//! What belongs to the page and not to the article, told by what it does.
//!
//! A page speaks to its reader: it calls them elsewhere (`call`), asks leave or money (`gate`), labels its own parts
//! (`label`). Each reads the closed classes of words in `dutch` and `english`: imperatives, parts of a page, words that
//! point. A paragraph wrongly taken is lost to search, so whatever tells, quotes or attributes counts against.

mod call;
mod dutch;
mod english;
mod gate;
mod label;
mod lexicon;
mod words;

use std::ops::Range;

use crate::document::BlockKind;
use crate::text::{Language, sentences};
use lexicon::{Class, Lexicon};
use words::Words;

const LEXICONS: [&Lexicon; 2] = [&dutch::WORDS, &english::WORDS];

/// More words than any notice on a page has.
const LONGEST: usize = 60;

/// Longer sentences are told, not shown, in bytes.
const LONGEST_PART: usize = 420;

/// Whether a line is furniture by itself.
pub(super) fn is_line(text: &str) -> bool {
    text.len() <= LONGEST_PART && Words::first(text, 1).in_any(|words, _| words.may_begin()) && is_furniture(text)
}

/// Whether a text looks like furniture without being sure: it names a part of the page, or speaks to the reader.
pub(super) fn has_trait(text: &str) -> bool {
    Words::new(text).in_any(|words, _| {
        !words.tell() && [Class::Objects, Class::Keys, Class::Address].into_iter().any(|class| words.any(class))
    })
}

/// Cuts a block into furniture and what is not: furniture may stand before text.
pub(super) fn split(text: &str, language: Language) -> Vec<(BlockKind, Range<usize>)> {
    let whole = |kind| vec![(kind, 0..text.len())];
    let mut start = Words::first(text, 10);
    if !start.in_any(|words, _| words.may_begin()) {
        return whole(if is_furniture(text) { BlockKind::Furniture } else { BlockKind::Paragraph });
    }
    let mut end = None;
    if start.in_any(|words, lexicon| {
        end = label::lead(words, lexicon);
        end.is_some()
    }) && let Some(end) = end
    {
        return cut(text, end, language);
    }
    let parts = sentences(text, language);
    let is = |range: Range<usize>| is_furniture(&text[range]);
    let leading = parts.iter().take_while(|range| range.len() <= LONGEST_PART && is((*range).clone())).count();
    if parts.is_empty() || leading == parts.len() {
        return whole(if parts.is_empty() { BlockKind::Paragraph } else { BlockKind::Furniture });
    }
    let rest = parts[leading].start..text.len();
    let long = text[rest.clone()].split_whitespace().count() >= 8;
    if leading > 0 && long && is_text(&text[rest.clone()]) && !is(rest.clone()) {
        return vec![(BlockKind::Furniture, 0..parts[leading - 1].end), (BlockKind::Paragraph, rest)];
    }
    whole(if is(0..text.len()) { BlockKind::Furniture } else { BlockKind::Paragraph })
}

/// Cuts a block behind a lead; what follows may be furniture too.
fn cut(text: &str, end: usize, language: Language) -> Vec<(BlockKind, Range<usize>)> {
    let lead = text[..end].trim_end().len();
    let start = end + (text[end..].len() - text[end..].trim_start().len());
    let mut parts = vec![(BlockKind::Furniture, 0..lead)];
    for (kind, range) in split(&text[start..], language) {
        let range = range.start + start..range.end + start;
        match parts.last_mut() {
            Some(last) if last.0 == kind && kind == BlockKind::Furniture => last.1.end = range.end,
            _ => parts.push((kind, range)),
        }
    }
    parts
}

/// Whether words are running text: they end as a sentence does.
fn is_text(text: &str) -> bool {
    super::title::ends_a_sentence(text) && !text.ends_with(':')
}

fn is_furniture(text: &str) -> bool {
    if text.len() > LONGEST_PART {
        return false;
    }
    Words::new(text).in_any(|words, lexicon| {
        (1..=LONGEST).contains(&words.len())
            && words.may_be()
            && (label::is_label(words, lexicon) || call::is_call(words) || gate::is_gate(words))
    })
}
