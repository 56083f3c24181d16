//! The query language: from what a reader types to a [`Query`], with problems instead of failures.
//!
//! Words side by side are all wanted; `-` binds closest, then words side by side, then `OF`.
//!
//! | written | means |
//! |---|---|
//! | `stad leger`, `stad EN leger`, `AND` | both words |
//! | `stad OF leger`, `OR` | one of them, or both |
//! | `-leger`, `NIET leger`, `NOT` | without the word |
//! | `"val van de stad"` | these words, one after another |
//! | `(stad OF dorp) leger` | groups |
//! | `stad*` | words that begin so |
//! | `=stad` | exactly this form |
//! | `titel:stad`, `title:` | in the title |
//! | `datum:2022-10..2023-03`, `date:` | published in that time |
//! | `genoemd:juli-2022`, `mentions:` | speaking of that time |
//! | `bron:nos`, any fact by its name | articles with that fact |
//!
//! What hands have learnt elsewhere works too: `+stad`, `stad | dorp`, `date:[2022 TO 2023]`.

mod lex;
mod parse;

use std::ops::Range;

pub use parse::parse;

use crate::time::Interval;

/// What was asked, and what could not be understood of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    /// What is wanted; `None` where nothing is asked.
    pub node: Option<Node>,
    /// What could not be understood; the rest stands in `node`.
    pub problems: Vec<Problem>,
}

/// A part of a query.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// All of these.
    All(Vec<Node>),
    /// One of these, or more.
    Any(Vec<Node>),
    /// Not this.
    Not(Box<Node>),
    /// These words, one after another.
    Phrase(Vec<Word>, Range<usize>),
    /// This word.
    Word(Word),
    /// This in a field.
    Field(Field, Range<usize>),
}

/// A word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The word as it was typed.
    pub text: String,
    /// Its bytes in the query.
    pub range: Range<usize>,
    /// Only exactly this form.
    pub exact: bool,
    /// Also what begins so.
    pub prefix: bool,
    /// Also its other forms; not where a star or `=` says which are meant.
    pub inflected: bool,
}

/// What is asked of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Field {
    /// These words in the title, one after another.
    Title(Vec<Word>),
    /// Published in this time.
    Date(Interval),
    /// Speaking of this time.
    Mentions(Interval),
    /// A fact by its name: its value has these folded words, one after another.
    Fact(String, Vec<String>),
}

/// Something in a query that could not be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Its bytes in the query.
    pub range: Range<usize>,
    /// What it is.
    pub kind: ProblemKind,
}

/// What can be wrong in a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // each is what its message says
pub enum ProblemKind {
    UnclosedQuote,
    UnclosedGroup,
    StrayParenthesis,
    LoneOperator,
    EmptyPhrase,
    UnknownField,
    BadDate,
}

impl ProblemKind {
    /// Its name in every output.
    pub fn name(self) -> &'static str {
        match self {
            Self::UnclosedQuote => "unclosed-quote",
            Self::UnclosedGroup => "unclosed-group",
            Self::StrayParenthesis => "stray-parenthesis",
            Self::LoneOperator => "lone-operator",
            Self::EmptyPhrase => "empty-phrase",
            Self::UnknownField => "unknown-field",
            Self::BadDate => "bad-date",
        }
    }

    /// What it is and what was made of it.
    pub fn message(self) -> &'static str {
        match self {
            Self::UnclosedQuote => "this quotation mark is not closed; the phrase was taken to go on to the end",
            Self::UnclosedGroup => "this parenthesis is not closed; the group was taken to go on to the end",
            Self::StrayParenthesis => "this parenthesis closes nothing; it was left out",
            Self::LoneOperator => "this operator has nothing to work on; it was left out",
            Self::EmptyPhrase => "there are no words between these quotation marks; they were left out",
            Self::UnknownField => "there is no such field; what follows was searched as words",
            Self::BadDate => "this is not a date such as 2023, 2023-03 or 2022-10..2023-03; it was left out",
        }
    }
}
