//! Stems: what the inflected forms of a word have in common.

use std::borrow::Cow;

use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::{Language, fold};

/// Gives the folded stem of a word in lower case, by the language's current Snowball algorithm
/// (<https://snowballstem.org/algorithms/>).
///
/// Forms of one word have the same stem: `verlies` and `verliezen`. A stem is a key, not always a word.
pub fn stem(lowered: &str, language: Language) -> String {
    match language {
        Language::Dutch => fold(&dutch(lowered)),
        Language::English => fold(&english(lowered)),
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
