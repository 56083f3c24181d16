//! Notices that stand between the reader and the page: cookies, players that cannot play, subscriptions.

use super::lexicon::Class;
use super::words::Words;

/// How much must speak for a notice. Found on the cases in `tests/ingest.rs`.
const ENOUGH: i32 = 5;

/// Whether the words ask the reader for leave or money, or say that something cannot be shown.
pub(super) fn is_gate(words: &Words<'_>) -> bool {
    let sorry = words.any(Class::Sorry);
    let asks = words.is(0, Class::Grants);
    if !(sorry || asks || words.any(Class::Address) || words.is(0, Class::These)) {
        return false;
    }
    let mut score = i32::from(sorry);
    score += 2 * i32::from(words.any(Class::Keys));
    score += 2 * i32::from(words.any(Class::Grants));
    let shows = words.any(Class::Shows);
    let contents = words.any(Class::Contents);
    score += i32::from(contents) + i32::from(shows);
    score += i32::from(shows && words.any(Class::Negations));
    score += i32::from(contents && shown_here(words));
    score -= 4 * i32::from(words.tell());
    score -= 3 * i32::from(words.quotes());
    score >= ENOUGH
}

/// Whether what is shown is *this*: `deze inhoud`, `this video`.
fn shown_here(words: &Words<'_>) -> bool {
    (0..words.len())
        .any(|at| words.is(at, Class::These) && (1..=3).any(|step| words.ends_in(at + step, Class::Contents)))
}
