//! What a time is, once it is found.

use std::ops::Range;

use super::{Interval, Precision, Relation, Rule};

/// How a time fills its interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Extent {
    /// All of it: March 2023.
    Whole,
    /// It is, or lies, somewhere in it: "yesterday", of a day in March 2023.
    Within,
}

/// A time that a text speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The bytes of the expression in the text given, without its preposition.
    pub range: Range<usize>,
    /// The days that it means; `None` where nothing settles them, as without a publication date.
    pub interval: Option<Interval>,
    /// How it fills them.
    pub extent: Extent,
    /// How exactly the expression says it: "yesterday" says a day, also where nobody knows which.
    pub precision: Precision,
    /// How what is told relates to it.
    pub relation: Relation,
    /// The rule that gave it its days, or would have.
    pub rule: Rule,
}

impl Mention {
    /// The interval in EDTF; `None` where it cannot be resolved.
    ///
    /// Throughout it: `2023-03`, `2023-02-28/2023-03-30`, `199X` for a decade, `16XX` for a century. Some day within
    /// it: `[2023-02-28..2023-03-30]`. The bounds are always those of the interval: seasons and quarters are
    /// written as their months, since the codes of EDTF for them leave the months open.
    pub fn edtf(&self) -> Option<String> {
        self.interval.map(|interval| edtf(interval, self.extent, self.precision))
    }
}

/// An interval in EDTF, as [`Mention::edtf`] writes it.
pub fn edtf(interval: Interval, extent: Extent, precision: Precision) -> String {
    if extent == Extent::Within {
        let mut text = String::from("[");
        text.push_str(&interval.earliest.to_string());
        text.push_str("..");
        text.push_str(&interval.latest.to_string());
        text.push(']');
        return text;
    }
    let whole = interval.edtf();
    let (digits, unknown, years) = match precision {
        Precision::Decade => (3, "X", 10),
        Precision::Century => (2, "XX", 100),
        _ => return whole,
    };
    // The first years of all are no whole decade.
    let (year, ..) = interval.earliest.ymd();
    let span = [year, year + years - 1].map(Interval::year);
    if year % years > 0 || span[0].zip(span[1]).map(|(first, last)| first.hull(last)) != Some(interval) {
        return whole;
    }
    let mut short = String::from(&whole[..digits]);
    short.push_str(unknown);
    short
}
