//! Times: intervals, and the expressions in a text that mean one.
//!
//! An expression is recognised and resolved to an [`Interval`] against the day that the text was published, and against
//! the times that the text has told before: [`Telling`]. On the way: `pieces` cuts a sentence into words and numbers and
//! looks them up, `folded`, in the table of its language (`dutch`, `english`, `german`; `words` says what a table is); `grammar` reads a
//! `phrase` from them, out of times by their names (`calendar`, `sets`), in digits (`numbers`), counted (`counts`) and
//! from the day of speaking (`deictic`); `guards` keeps out what only looks like a time; `context` and `tense` say what
//! stands around it; `resolve` finds its days, with `counting` and `feasts`; `telling` has it all in order.

mod calendar;
mod context;
mod counting;
mod counts;
mod deictic;
mod dutch;
mod english;
mod feasts;
mod folded;
mod german;
mod grammar;
mod guards;
mod interval;
mod mention;
mod months;
mod numbers;
mod phrase;
mod pieces;
mod publication;
mod resolve;
mod rule;
mod sets;
mod telling;
mod tense;
mod words;

pub use interval::{Day, Interval, Precision, Relation};
pub use mention::{Extent, Mention, edtf};
pub use months::named;
pub use publication::{publication, publications};
pub use rule::Rule;
pub use telling::{Telling, mentions};
