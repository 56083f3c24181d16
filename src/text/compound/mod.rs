//! Dutch compounds: `huurlingenleger` is `huurling` and `leger`.
//!
//! A word is cut where both sides are words of the lexicon: before the cut a noun, an adjective or the stem of a verb,
//! with linking letters; after it a noun or an adjective, inflected or not. Each part has a score, from how many words of
//! OpenTaal's dictionary it is in; the best cut counts if it is good enough. What the dictionary has as a word of its own is
//! split only if it is a compound there. Derivations are none: `aanval`, `gezondheid`, `verkiezing`.
//!
//! For those who build an archive: nothing that answers a query calls it, so that the page goes without the lexicon.

mod inflection;
mod lexicon;

use std::ops::Range;

use inflection::{modifiers, word_of};
use lexicon::entry;

/// A part of a compound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The word that it is: without linking letters, uninflected.
    pub word: String,
    /// Its bytes in the compound, with the linking letters or the hyphen after it.
    pub range: Range<usize>,
}

/// Gives the parts of a compound in lower case, in order; none if it is no compound.
///
/// A part that is itself a word of the dictionary stays whole: `ziekenhuisopname` is `ziekenhuis` and `opname`. What hyphens
/// join are parts, whatever they are, but for prefixes and single letters: `lente-tegenoffensief` has two, `ex-minister` none.
pub fn compound(word: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let (mut start, mut end) = (0, 0);
    for piece in word.split_inclusive('-') {
        let from = end;
        end += piece.len();
        let piece = piece.trim_end_matches('-');
        let mut inner = joined(piece);
        if inner.is_empty() && piece.chars().count() > 1 && !inflection::is_particle(piece) {
            let word = word_of(piece).map_or_else(|| piece.to_owned(), |(word, _)| word);
            inner.push(Part { word, range: 0..piece.len() });
        }
        for part in &mut inner {
            part.range = from + part.range.start..from + part.range.end;
        }
        // What is no part belongs to the one before it, or else to the first.
        if let Some(first) = inner.first_mut() {
            first.range.start = start;
        }
        parts.extend(inner);
        if let Some(last) = parts.last_mut() {
            last.range.end = end;
            start = end;
        }
    }
    if parts.len() > 1 { parts } else { Vec::new() }
}

/// Gives the stems of the verbs of the lexicon.
pub(super) fn verbs() -> impl Iterator<Item = String> {
    lexicon::all().filter(|(_, entry)| entry.verb).map(|(word, _)| super::fold(word))
}

/// Whether a word of the lexicon names something, so that compounds may end in it.
pub(super) fn names(word: &str) -> bool {
    entry(word).is_some_and(|entry| entry.head(word).is_some())
}

/// Gives the smallest parts of a compound: `ziekenhuisopname` is `ziek`, `huis` and `opname`.
pub fn smallest_parts(word: &str) -> Vec<Part> {
    compound(word).into_iter().flat_map(|part| smaller(word, part)).collect()
}

fn smaller(whole: &str, part: Part) -> Vec<Part> {
    let mut inner = match entry(&part.word) {
        Some(entry) if entry.compound => cut(&part.word).map(|cut| cut.1).unwrap_or_default(),
        _ => return vec![part],
    };
    // All but the last stand in the whole as in the part.
    let before = inner.last().map_or("", |last| &part.word[..last.range.start]);
    if before.is_empty() || !whole[part.range.clone()].starts_with(before) || before.len() == part.range.len() {
        return vec![part];
    }
    for piece in &mut inner {
        piece.range = part.range.start + piece.range.start..part.range.start + piece.range.end;
    }
    if let Some(last) = inner.last_mut() {
        last.range.end = part.range.end;
    }
    inner.into_iter().flat_map(|piece| smaller(whole, piece)).collect()
}

/// The parts of a word without hyphens.
fn joined(word: &str) -> Vec<Part> {
    // tijdgenoten are of tijdgenoot, which is cut, as well as of tijdgenote.
    let known = word_of(word).filter(|(noun, _)| noun == word || !noun.ends_with("genote"));
    let known = known.map(|(_, entry)| entry).or_else(|| entry(word));
    match (known, cut(word)) {
        (Some(entry), Some((_, parts))) if entry.compound => parts,
        (None, Some((score, parts))) if score > LEAST && !inflection::is_derived(word) => parts,
        _ => Vec::new(),
    }
}

/// What a cut scores at least, unless the lexicon says that the word is a compound. Lower, words of other languages and unknown
/// names are cut; higher, compounds of rare words are missed.
const LEAST: i32 = 10;

/// What each modifier that is a compound itself takes off, in the unit of the scores.
const MODIFIERS_JOINED: i32 = 80;

/// The best way to the modifiers before a place.
struct Path {
    score: i32,
    /// Where the last of them begins, and the word that it is.
    last: (usize, String),
}

/// Bytes of a word that is cut, at most: three times the longest of the lexicon. What is longer is no word, and to try every way to cut it takes
/// time by the cube of its length.
const LONGEST: usize = 128;

/// Gives the best cut of a word and its score.
fn cut(word: &str) -> Option<(i32, Vec<Part>)> {
    if word.len() > LONGEST {
        return None;
    }
    let places: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
    let mut paths: Vec<Option<Path>> = Vec::new();
    let mut best: Option<(i32, usize, String)> = None;
    for (letters, &end) in places.iter().enumerate() {
        paths.push(path(word, &places[..letters], &paths, end));
        let Some(path) = &paths[letters] else { continue };
        let Some((head, entry)) = word_of(&word[end..]) else { continue };
        let Some(score) = entry.head(&head).map(|score| path.score + score) else { continue };
        if best.as_ref().is_none_or(|(most, ..)| score > *most) {
            best = Some((score, letters, head));
        }
    }
    let (score, mut letters, head) = best?;
    let mut parts = vec![Part { word: head, range: places[letters]..word.len() }];
    while let Some(Path { last: (start, word), .. }) = &paths[letters] {
        parts.push(Part { word: word.clone(), range: places[*start]..places[letters] });
        letters = *start;
    }
    parts.reverse();
    Some((score, parts))
}

/// The best modifiers that make up a word until `end`, given those that end at each place before it.
fn path(word: &str, places: &[usize], paths: &[Option<Path>], end: usize) -> Option<Path> {
    let mut best: Option<Path> = None;
    for (start, &from) in places.iter().enumerate() {
        // A word is not made of others where it is one of the lexicon.
        if start > 0 && best.as_ref().is_some_and(|best| best.last.0 == 0) {
            break;
        }
        let before = match &paths[start] {
            Some(before) if places.len() - start > 2 => before.score - MODIFIERS_JOINED,
            None if start == 0 && places.len() > 1 => 0,
            _ => continue,
        };
        for ((modifier, entry), link) in modifiers(&word[from..end]) {
            let alone = entry.modifier(&modifier, link);
            // One among others is at once their head and a modifier.
            let score = match (start, entry.head(&modifier)) {
                (0, _) => alone,
                (_, Some(head)) => before + head + alone / 2,
                (_, None) => continue,
            };
            if best.as_ref().is_none_or(|best| score > best.score) {
                best = Some(Path { score, last: (start, modifier) });
            }
        }
    }
    best
}
