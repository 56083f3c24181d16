//! Months by name, for dates that a person types.

use super::{Day, Interval};

/// The names of the months in Dutch and in English, and their usual short forms.
const NAMES: [&[&str]; 12] = [
    &["januari", "january", "jan"],
    &["februari", "february", "feb"],
    &["maart", "march", "mrt", "mar"],
    &["april", "apr"],
    &["mei", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["augustus", "august", "aug"],
    &["september", "sep", "sept"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

/// Reads a date whose month is named, `juli-2022` or `24-februari-2022`, in Dutch or in English, with hyphens or spaces
/// between; `None` if it is none.
///
/// For what is typed as a date: [`mentions`](super::mentions) reads what is told in a sentence.
pub fn named(text: &str) -> Option<Interval> {
    let folded = crate::text::fold(text);
    let mut parts = folded.split(['-', ' ', '_']).rev();
    let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let name = parts.next()?;
    let month = NAMES.iter().position(|names| names.contains(&name))? as u8 + 1;
    match (parts.next(), parts.next()) {
        (None, _) => Interval::month(year, month),
        (Some(day), None) => Day::from_ymd(year, month, day.parse().ok()?).map(Interval::day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_either_language() {
        for (text, edtf) in [
            ("juli-2022", Some("2022-07")),
            ("Oct 2022", Some("2022-10")),
            ("24-februari-2022", Some("2022-02-24")),
            ("30-februari-2022", None),
            ("juli", None),
            ("2022", None),
        ] {
            assert_eq!(named(text).map(Interval::edtf).as_deref(), edtf, "{text}");
        }
    }
}
