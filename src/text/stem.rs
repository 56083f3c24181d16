//! Stems: what the inflected forms of a word have in common.

use std::borrow::Cow;

use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::{Language, fold, inflection};

/// Gives the folded stem of a word in lower case, by the language's current Snowball algorithm
/// (<https://snowballstem.org/algorithms/>).
///
/// A stem is a key, not always a word.
pub fn stem(lowered: &str, language: Language) -> String {
    match language {
        Language::Dutch => fold(&dutch(lowered)),
        Language::English => fold(&english(lowered)),
        Language::German => fold(&german(lowered)),
    }
}

/// Gives the keys that a word in lower case shares with the other forms of it, folded; at least one.
///
/// Two forms are of one word when they share a key: `verlies` and `verliezen`, not `kans` and `kan`. A key is the stem; in Dutch it is
/// mended where the algorithm takes too much or too little. A German word is its own key: the page has no room for that algorithm, so that
/// the archive leads from each form to the others.
pub fn keys(lowered: &str, language: Language) -> Vec<String> {
    let folded = fold(lowered);
    match language {
        Language::Dutch if folded.is_ascii() => inflection::keys(&folded, |word| dutch(word).into_owned()),
        Language::English => vec![fold(&english(lowered))],
        Language::Dutch | Language::German => vec![folded],
    }
}

// Each algorithm is named in a function of its own: were the choice left to run time, the compiler would have to keep
// those of all the other languages, 400 kB.

#[inline(never)]
fn dutch(lowered: &str) -> Cow<'_, str> {
    Stemmer::create(Algorithm::Dutch).stem(lowered)
}

#[inline(never)]
fn english(lowered: &str) -> Cow<'_, str> {
    Stemmer::create(Algorithm::English).stem(lowered)
}

#[inline(never)]
fn german(lowered: &str) -> Cow<'_, str> {
    Stemmer::create(Algorithm::German).stem(lowered)
}
