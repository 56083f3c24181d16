//! What a text is made of: [`sentences`] and [`tokens`], and the keys under which words are found: folded ([`fold()`])
//! and stemmed ([`stem()`]). What Dutch words are made of: [`compound()`].

mod compound;
mod dutch;
mod english;
mod fold;
mod language;
mod sentence;
mod stem;
mod token;

pub use compound::{Part, compound, smallest_parts};
pub use fold::{fold, lower};
pub use language::{Language, detect};
pub use sentence::sentences;
pub use stem::stem;
pub use token::{Token, tokens};
