//! Times: intervals, and the expressions in a text that mean one.
//!
//! An expression is recognised and resolved to an [`Interval`] against the day that the text was published:
//! [`mentions`]. On the way: `pieces` cuts a sentence into words and numbers and looks them up in the table of its
//! language (`dutch`, `english`; `words` says what a table is); `grammar` and `numbers` read a `phrase` from them,
//! `guards` keeps out what only looks like one; `resolve` finds its days.

mod dutch;
mod english;
mod grammar;
mod guards;
mod interval;
mod mention;
mod numbers;
mod phrase;
mod pieces;
mod publication;
mod resolve;
mod words;

pub use interval::{Day, Interval, Precision, Relation};
pub use mention::{Extent, Mention, edtf, mentions};
pub use publication::{publication, publications};
