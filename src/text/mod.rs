//! What a text is made of: [`sentences`] and [`tokens`], and the keys under which words are found: folded ([`fold()`])
//! and shared with the other forms of a word ([`keys()`]), which come from its stem ([`stem()`]) or, where it is irregular, from tables.
//! What Dutch words are made of: [`compound()`].

mod compound;
mod dutch;
mod english;
mod fold;
mod german;
mod inflection;
mod irregular;
mod language;
mod sentence;
mod stem;
mod token;

pub use compound::{Part, compound, smallest_parts};
pub(crate) use fold::small;
pub use fold::{fold, lower};
pub use irregular::kindred;
pub(crate) use irregular::{filed_under, is_long};
pub use language::{Language, detect};
pub use sentence::sentences;
pub use stem::{keys, stem};
pub use token::{Token, tokens};

/// What stands before and after the first place of a few letters: `str::split_once`, without its search for texts of any length,
/// which takes more than a thousand bytes of the engine.
pub(crate) fn cut<'a>(text: &'a str, letters: &str) -> Option<(&'a str, &'a str)> {
    let at = text.as_bytes().windows(letters.len()).position(|window| window == letters.as_bytes())?;
    Some((text.get(..at)?, text.get(at + letters.len()..)?))
}
