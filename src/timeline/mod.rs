//! Time as it is drawn: intervals counted in the bins of a calendar ([`Bins`]), and the dates that are told of most
//! ([`moments()`]).
//!
//! Nothing here knows of documents' texts: intervals go in, numbers come out.

mod bins;
mod moments;
mod unit;

pub use bins::{Bin, Bins, Lane, Timeline};
pub use moments::{Picked, Told, moments, reports};
pub use unit::{Unit, unit_for};
