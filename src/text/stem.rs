//! Stems: what the inflected forms of a word have in common.

use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::{Language, fold};

/// Gives the folded stem of a word in lower case, by the language's current Snowball algorithm
/// (<https://snowballstem.org/algorithms/>).
///
/// Forms of one word have the same stem: `verlies` and `verliezen`. A stem is a key, not always a word.
pub fn stem(lowered: &str, language: Language) -> String {
    let stemmer = match language {
        Language::Dutch => Stemmer::create(Algorithm::Dutch),
        Language::English => Stemmer::create(Algorithm::English),
    };
    fold(&stemmer.stem(lowered))
}
