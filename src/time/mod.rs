//! Times: intervals, and the expressions in a text that mean one.
//!
//! An expression is recognised ([`mentions`]), and resolved to an [`Interval`] against the day that the text was
//! published.

mod interval;

pub use interval::{Day, Interval, Precision, Relation};
