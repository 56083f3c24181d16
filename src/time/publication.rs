//! Dates as documents and queries give them.

use super::interval::number;
use super::{Day, Interval, Precision};
use crate::document::Publication;
use crate::text::cut;

/// Reads the date of a document: `2023`, `2023-03` or `2023-03-05`. `None` if it is none of these, or no such date.
pub fn publication(text: &str) -> Option<Publication> {
    let (interval, precision) = match text.len() {
        4 => (Interval::year(number(text)?)?, Precision::Year),
        7 => {
            let (year, month) = cut(text, "-").filter(|(year, _)| year.len() == 4)?;
            (Interval::month(number(year)?, number(month)?.try_into().ok()?)?, Precision::Month)
        }
        10 => (Interval::day(Day::parse(text)?), Precision::Day),
        _ => return None,
    };
    Some(Publication { interval, precision })
}

/// Reads a date, or two with `..` or `/` between them: `2022-10..2023-03`. A range has the precision `range`.
/// `None` if either end is no date, or the second lies before the first.
pub fn publications(text: &str) -> Option<Publication> {
    let Some((first, last)) = cut(text, "..").or_else(|| cut(text, "/")) else { return publication(text) };
    let (first, last) = (publication(first)?.interval, publication(last)?.interval);
    let ordered = first.earliest <= last.earliest && first.latest <= last.latest;
    ordered.then(|| Publication { interval: first.hull(last), precision: Precision::Range })
}
