//! Notices that stand between the reader and the page: cookies, players that cannot play, subscriptions.

use super::words::{Lexicon, Words, is_in};

/// How much must speak for a notice. Found on the cases in `tests/ingest.rs`.
const ENOUGH: i32 = 5;

/// Whether the words ask the reader for leave or money, or say that something cannot be shown.
pub(super) fn is_gate(words: &Words<'_>, lexicon: &Lexicon) -> bool {
    let sorry = words.any(lexicon.sorry);
    let asks = lexicon.grants.contains(&words.get(0));
    if !(sorry || asks || words.any(lexicon.address) || lexicon.these.contains(&words.get(0))) {
        return false;
    }
    let mut score = i32::from(sorry);
    score += 2 * i32::from(words.any(lexicon.keys));
    score += 2 * i32::from(words.iter().any(|word| lexicon.grants.contains(&word)));
    let shows = words.any(lexicon.shows);
    let contents = words.any(lexicon.contents);
    score += i32::from(contents) + i32::from(shows);
    score += i32::from(shows && words.any(lexicon.negations));
    score += i32::from(contents && shown_here(words, lexicon));
    score -= 4 * i32::from(lexicon.tells(words));
    score -= 3 * i32::from(words.quotes());
    score >= ENOUGH
}

/// Whether what is shown is *this*: `deze inhoud`, `this video`.
fn shown_here(words: &Words<'_>, lexicon: &Lexicon) -> bool {
    (0..words.len()).any(|at| {
        lexicon.these.contains(&words.get(at)) && (1..=3).any(|step| is_in(words.get(at + step), lexicon.contents))
    })
}
