//! Times: intervals, and the expressions in a text that mean one.
//!
//! An expression is recognised and resolved to an [`Interval`] against the day that the text was published:
//! [`mentions`]. On the way: `pieces` cuts a sentence into words and numbers and looks them up in the table of its
//! language (`dutch`, `english`; `words` says what a table is); `grammar` reads a `phrase` from them, out of times by
//! their names (`calendar`), in digits (`numbers`) and from the day of speaking (`deictic`); `guards` keeps out what
//! only looks like a time; `context` says what stands around it; `resolve` finds its days; `mention` has it all in order.

mod calendar;
mod context;
mod deictic;
mod dutch;
mod english;
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
mod words;

pub use interval::{Day, Interval, Precision, Relation};
pub use mention::{Extent, Mention, edtf, mentions};
pub use months::named;
pub use publication::{publication, publications};
