//! Calls to look elsewhere: `Bekijk hieronder de beelden`, `Sign up for our newsletter`.

use super::words::{Lexicon, Words, is_in};

/// How much must speak for a call: an imperative and a part of the page are not enough, unless something points there
/// or no full stop ends it. Found on the cases in `tests/ingest.rs`.
const ENOUGH: i32 = 5;

/// Whether the words call the reader to another part of the page, or off it.
pub(super) fn is_call(words: &Words<'_>, lexicon: &Lexicon) -> bool {
    let Some(verb) = verb(words, lexicon) else { return false };
    if !words.iter().skip(verb + 1).any(|word| is_in(word, lexicon.objects)) {
        return false;
    }
    let mut score = 4;
    score += words.count(lexicon.pointers).min(2);
    score += i32::from(words.any(lexicon.own));
    score += i32::from(!words.stops());
    score -= 4 * i32::from(lexicon.tells(words));
    score -= 3 * i32::from(words.mark(verb) == Some(','));
    score -= 2 * i32::from(words.quotes());
    score -= 2 * i32::from(words.len() > 35);
    score >= ENOUGH
}

/// The imperative that begins the words, or follows a question to the reader (`Meer weten? Lees …`).
fn verb(words: &Words<'_>, lexicon: &Lexicon) -> Option<usize> {
    let imperative = |at: usize| {
        lexicon.imperatives.contains(&words.get(at))
            && (is_in(words.get(at + 1), lexicon.after)
                || is_in(words.get(at + 1), lexicon.objects)
                || lexicon.pointers.contains(&words.get(at + 1)))
    };
    if imperative(0) {
        return Some(0);
    }
    let asked = (0..words.len().min(16)).find(|at| words.mark(*at) == Some('?'))?;
    let addressed = (0..=asked).any(|at| lexicon.address.contains(&words.get(at))) || asked <= 2;
    (addressed && imperative(asked + 1)).then_some(asked + 1)
}
