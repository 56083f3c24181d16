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
mod words;

use std::ops::Range;

use crate::document::BlockKind;
use crate::text::{Language, sentences};
use words::{Lexicon, Words};

const LEXICONS: [&Lexicon; 2] = [&dutch::WORDS, &english::WORDS];

/// More words than any notice on a page has.
const LONGEST: usize = 60;

/// Whether a line is furniture by itself; quick on lines that are not.
pub(super) fn is_line(text: &str) -> bool {
    text.len() <= 300 && LEXICONS.iter().any(|lexicon| is_furniture(&Words::new(text), lexicon))
}

/// How much a text looks like furniture without being sure: whether it has any part of a page, pointer or address.
pub(super) fn has_trait(text: &str) -> bool {
    let words = Words::new(text);
    LEXICONS.iter().any(|lexicon| {
        !lexicon.tells(&words)
            && (words.any(lexicon.objects)
                || words.any(lexicon.keys)
                || words.any(lexicon.address)
                || lexicon.opens(&words))
    })
}

/// Cuts a block into furniture and what is not: furniture may stand before text.
pub(super) fn split(text: &str, language: Language) -> Vec<(BlockKind, Range<usize>)> {
    let whole = |kind| vec![(kind, 0..text.len())];
    let start: Words<'_> = Words::first(text, 6);
    if !LEXICONS.iter().any(|lexicon| lexicon.may_begin(&start)) && text.len() > 420 {
        return whole(BlockKind::Paragraph);
    }
    if let Some(end) = LEXICONS.iter().find_map(|lexicon| label::lead(text, lexicon)) {
        return cut(text, end, language);
    }
    let parts = sentences(text, language);
    let is = |range: Range<usize>| {
        let words = Words::new(&text[range]);
        LEXICONS.iter().any(|lexicon| is_furniture(&words, lexicon))
    };
    let leading = parts.iter().take_while(|range| range.len() <= 420 && is((*range).clone())).count();
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

fn is_furniture(words: &Words<'_>, lexicon: &Lexicon) -> bool {
    let count = words.len();
    (1..=LONGEST).contains(&count)
        && (label::is_label(words, lexicon) || call::is_call(words, lexicon) || gate::is_gate(words, lexicon))
}
