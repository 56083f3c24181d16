//! What a text is made of: [`sentences`] and [`tokens`], and the keys under which words are found: folded ([`fold()`])
//! and stemmed ([`stem()`]).

mod dutch;
mod english;
mod fold;
mod language;
mod sentence;
mod stem;
mod token;

pub use fold::{fold, lower};
pub use language::{Language, detect};
pub use sentence::sentences;
pub use stem::stem;
pub use token::{Token, tokens};
