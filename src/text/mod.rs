//! What a text is made of: sentences and tokens, and the forms under which words are found.

mod language;

pub use language::Language;
