//! Publication dates, as articles and file names write them.

use std::ops::Range;

use crate::document::Publication;
use crate::time::{Day, Interval, Precision};

/// Reads `2023`, `2023-03` or `2023-03-05`, the last also with a time of day behind it; `None` if it is no such date.
pub(super) fn read(text: &str) -> Option<Publication> {
    let text = text.trim();
    let digits = |range: Range<usize>| text.get(range).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let year = digits(0..4)?.parse().ok()?;
    if text.len() == 4 {
        return Some(Publication { interval: Interval::year(year)?, precision: Precision::Year });
    }
    let month = digits(5..7).filter(|_| text.as_bytes()[4] == b'-')?.parse().ok()?;
    if text.len() == 7 {
        return Some(Publication { interval: Interval::month(year, month)?, precision: Precision::Month });
    }
    let day = digits(8..10).filter(|_| text.as_bytes()[7] == b'-')?.parse().ok()?;
    let timed = |rest: &str| {
        rest.is_empty() || rest.starts_with(['T', 't', ' ']) && rest[1..].starts_with(|c: char| c.is_ascii_digit())
    };
    timed(&text[10..]).then(|| Day::from_ymd(year, month, day)).flatten().map(of_day)
}

/// A day's publication.
fn of_day(day: Day) -> Publication {
    Publication { interval: Interval::day(day), precision: Precision::Day }
}

/// Whether a word was meant as a date in numbers, right or not: `2023-13`, `5/3/2023`.
pub(super) fn is_meant(word: &str) -> bool {
    word.len() >= 4
        && word.starts_with(|letter: char| letter.is_ascii_digit())
        && word.ends_with(|letter: char| letter.is_ascii_digit())
        && word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'/' | b'.'))
}

/// A date found in a file's name.
#[derive(Debug, PartialEq)]
pub(super) struct Named {
    /// The date; `Err` with what stands there where that is none.
    pub(super) date: Result<Publication, String>,
    /// The rest of the name as words, where the date stands at its start.
    pub(super) title: Option<String>,
}

/// Reads the date that a file's name begins with, or ends with: `2023-03-05 titel`, `2023-03_titel`, `20230305 titel`.
///
/// A year alone is not taken for a date: too many names begin with a number of four digits.
pub(super) fn in_name(stem: &str) -> Option<Named> {
    let stem = stem.trim();
    if let Some(found) = at_start(stem) {
        return Some(found);
    }
    let start = stem.rfind(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '-' | '.'))?;
    let tail = stem[start..].trim_start_matches(|letter: char| !letter.is_ascii_digit());
    let found = at_start(tail).filter(|found| found.title.is_none() && found.date.is_ok())?;
    Some(Named { title: None, ..found })
}

fn at_start(name: &str) -> Option<Named> {
    let digits = |from: usize| name.bytes().skip(from).take_while(u8::is_ascii_digit).count();
    let length = if digits(0) == 8 {
        8
    } else if digits(0) == 4 && digits(5) == 2 && matches!(name.as_bytes()[4], b'-' | b'_' | b'.') {
        let separated = name.as_bytes().get(7) == Some(&name.as_bytes()[4]);
        if separated && digits(8) == 2 { 10 } else { 7 }
    } else {
        return None;
    };
    let (written, rest) = name.split_at(length);
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let date = if length == 8 {
        // Any number has eight digits now and then: only a real date is one.
        Ok(read(&format!("{}-{}-{}", &written[..4], &written[4..6], &written[6..]))?)
    } else {
        read(&written.replace(['_', '.'], "-")).ok_or_else(|| written.to_owned())
    };
    let rest = rest.trim_matches(|letter: char| !letter.is_alphanumeric() && !"\"'‘’“”?!()".contains(letter));
    let spaced = if rest.contains(' ') { rest.to_owned() } else { rest.replace(['-', '_'], " ") };
    let title = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Named { date, title: title.chars().any(char::is_alphabetic).then_some(title) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(read(text).map(|date| date.interval.edtf()).as_deref(), expected, "{text}");
        };
        check("2023", Some("2023"));
        check("2023-03", Some("2023-03"));
        check("2023-03-05", Some("2023-03-05"));
        check("2023-03-05T12:00:00Z", Some("2023-03-05"));
        check("2023-03-05 12:00", Some("2023-03-05"));
        for none in ["", "23", "2023-13", "2023-02-30", "2023-3", "2023-03-05x", "0000", "2023-03-05 é", "２０２３"]
        {
            check(none, None);
        }
    }

    #[test]
    fn names() {
        let check = |name: &str, expected: Option<(&str, Option<&str>)>| {
            let found = in_name(name).map(|named| {
                (named.date.map_or_else(|written| format!("not {written}"), |date| date.interval.edtf()), named.title)
            });
            let found = found.as_ref().map(|(date, title)| (date.as_str(), title.as_deref()));
            assert_eq!(found, expected, "{name}");
        };
        check("2023-03-05 Een titel", Some(("2023-03-05", Some("Een titel"))));
        check("2023-03-05-een-titel", Some(("2023-03-05", Some("een titel"))));
        check("2023-03 Een oost-west titel", Some(("2023-03", Some("Een oost-west titel"))));
        check("20230305_een_titel", Some(("2023-03-05", Some("een titel"))));
        check("2023-03-05", Some(("2023-03-05", None)));
        check("brief 2023-03-05", Some(("2023-03-05", None)));
        check("2023-13 titel", Some(("not 2023-13", Some("titel"))));
        check("20231305 titel", None);
        check("2001 een reis", None);
        check("001_19c6265daab4d627", None);
        check("artikel", None);
    }
}
