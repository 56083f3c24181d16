//! The query language: from what a reader types to a [`Query`], with problems instead of failures.
//!
//! Words side by side are all wanted; `-` binds closest, then `NABIJ`, then words side by side, then `OF`.
//!
//! | written | means |
//! |---|---|
//! | `stad leger`, `stad EN leger`, `AND` | both words |
//! | `stad OF leger`, `OR` | one of them, or both |
//! | `-leger`, `NIET leger`, `NOT` | without the word |
//! | `"val van de stad"` | these words, one after another |
//! | `stad NABIJ/5 leger`, `NEAR/5` | with at most five words between them, in either order; ten where no number stands |
//! | `(stad OF dorp) leger` | groups |
//! | `stad*` | words that begin so |
//! | `~stad` | also words that are a slip of the keyboard away, two where it is long |
//! | `=stad` | exactly this form |
//! | `titel:stad`, `title:` | in the title |
//! | `datum:2022-10..2023-03`, `date:` | published in that time |
//! | `genoemd:juli-2022`, `mentions:` | speaking of that time |
//! | `genoemd:=juli-2022` | speaking of a time that lies wholly in it |
//! | `bron:nos`, any fact by its name | articles with that fact |
//!
//! What hands have learnt elsewhere works too: `+stad`, `!stad`, `stad | dorp`, `stad || dorp`, `date:[2022 TO 2023]`,
//! `stad~`, `stad~2`, `"stad leger"~5` (as `NABIJ/5`), `title:(stad OF dorp)`.

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
    /// Each of these at most so many words from those before it, in either order: words, phrases and groups of them.
    Near(Vec<Node>, u32, Range<usize>),
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
    /// Also in compounds; not in a phrase, which says what stands beside it.
    pub compounds: bool,
    /// Also what is so many slips of the keyboard away.
    pub slips: u8,
}

/// How many slips of the keyboard a word of so many letters may be away where it was typed wrong.
///
/// With more, short words run into each other; with fewer, errors in long ones are missed. `a_slip_is_corrected` in
/// `tests/search.rs` measures both.
pub fn slips(letters: usize) -> u8 {
    match letters {
        0..=2 => 0,
        3..=8 => 1,
        _ => MOST_SLIPS,
    }
}

/// No word is more slips away than this, whatever is asked.
const MOST_SLIPS: u8 = 2;

impl Query {
    /// Takes words that are meant as beginnings for whole words where too many begin so, and says it.
    pub fn narrow(&mut self, is_broad: &dyn Fn(&Word) -> bool) {
        let Self { node, problems } = self;
        if let Some(node) = node {
            node.narrow(is_broad, problems);
        }
    }
}

impl Node {
    fn narrow(&mut self, is_broad: &dyn Fn(&Word) -> bool, problems: &mut Vec<Problem>) {
        let mut narrow = |word: &mut Word| {
            if word.prefix && is_broad(word) {
                word.prefix = false;
                problems.push(Problem { range: word.range.clone(), kind: ProblemKind::Broad });
            }
        };
        match self {
            Self::Word(word) => narrow(word),
            Self::Phrase(words, _) | Self::Field(Field::Title(words), _) => words.iter_mut().for_each(narrow),
            Self::Not(part) => part.narrow(is_broad, problems),
            Self::All(parts) | Self::Any(parts) | Self::Near(parts, ..) => {
                parts.iter_mut().for_each(|part| part.narrow(is_broad, problems));
            }
            Self::Field(..) => {}
        }
    }

    /// The times that are asked for in it.
    pub fn times(&self, times: &mut Vec<Meant>) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.times(times)),
            Self::Field(Field::Mentions(meant), _) => times.push(*meant),
            _ => {}
        }
    }

    /// The bytes of the query from its first to its last word.
    pub fn range(&self) -> Range<usize> {
        match self {
            Self::All(parts) | Self::Any(parts) => {
                let ranges = parts.iter().map(Self::range);
                ranges.reduce(|a, b| a.start.min(b.start)..a.end.max(b.end)).unwrap_or_default()
            }
            Self::Not(part) => part.range(),
            Self::Phrase(_, range) | Self::Field(_, range) | Self::Near(_, _, range) => range.clone(),
            Self::Word(word) => word.range.clone(),
        }
    }
}

/// What is asked of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Field {
    /// These words in the title, one after another.
    Title(Vec<Word>),
    /// Published in this time.
    Date(Interval),
    /// Speaking of this time.
    Mentions(Meant),
    /// A fact by its name: its value has these folded words, one after another.
    Fact(String, Vec<String>),
}

/// A time that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meant {
    /// Its days.
    pub interval: Interval,
    /// What is told has to lie wholly in it; otherwise it may reach beyond it.
    pub wholly: bool,
}

impl Meant {
    /// Whether a time that is spoken of is one that is meant.
    pub fn has(self, time: Interval) -> bool {
        if self.wholly { self.holds(time) } else { time.overlaps(self.interval) }
    }

    /// Whether a time that is spoken of lies wholly in it.
    pub fn holds(self, time: Interval) -> bool {
        self.interval.hull(time) == self.interval
    }
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
    BadNear,
    Broad,
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
            Self::BadNear => "bad-near",
            Self::Broad => "broad",
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
            Self::BadNear => {
                "this takes a number, and words or phrases on both sides; what is wrong of it was left out"
            }
            Self::Broad => "too many words begin so; only the word itself was searched",
        }
    }
}
