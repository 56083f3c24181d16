//! Calls to look elsewhere: `Bekijk hieronder de beelden`, `Sign up for our newsletter`.

use super::lexicon::Class;
use super::words::Words;

/// How much must speak for a call: an imperative and a part of the page are not enough, unless something points there
/// or no full stop ends it. Found on the cases in `tests/ingest.rs`.
const ENOUGH: i32 = 5;

/// Whether the words call the reader to another part of the page, or off it.
pub(super) fn is_call(words: &Words<'_>) -> bool {
    let Some(verb) = verb(words) else { return false };
    let object = words.any_from(verb + 1, Class::Objects);
    // An address to write to is a part of the page as well.
    if !object && !(verb + 1..words.len()).any(|at| words.get(at).contains('@')) {
        return false;
    }
    let mut score = 4;
    score += words.count(Class::Pointers).min(2);
    score += i32::from(words.any(Class::Own));
    score += i32::from(!object || !words.stops());
    score -= 4 * i32::from(words.tell());
    score -= 3 * i32::from(words.mark(verb) == Some(','));
    score -= 2 * i32::from(words.quotes());
    score -= 2 * i32::from(words.len() > 35);
    score >= ENOUGH
}

/// The imperative that begins the words, or follows a question to the reader (`Meer weten? Lees …`).
fn verb(words: &Words<'_>) -> Option<usize> {
    let imperative = |at: usize| {
        words.is(at, Class::Imperatives)
            && [Class::After, Class::Objects, Class::Pointers].into_iter().any(|class| words.ends_in(at + 1, class))
    };
    if imperative(0) {
        return Some(0);
    }
    let asked = (0..words.len().min(16)).find(|at| words.mark(*at) == Some('?'))?;
    let addressed = (0..=asked).any(|at| words.is(at, Class::Address)) || asked <= 2;
    (addressed && imperative(asked + 1)).then_some(asked + 1)
}
