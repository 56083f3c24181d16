//! Months, seasons and other times by name, for dates that a person types.

use super::interval::number;
use super::{Day, Interval};

/// The names of the months in Dutch, in English and in German, folded, and their usual short forms.
const NAMES: [&[&str]; 12] = [
    &["januari", "january", "januar", "janner", "jan"],
    &["februari", "february", "februar", "feb"],
    &["maart", "march", "marz", "mrt", "mar"],
    &["april", "apr"],
    &["mei", "may", "mai"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["augustus", "august", "aug"],
    &["september", "sep", "sept"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nov"],
    &["december", "dezember", "dec", "dez"],
];

/// The names of the seasons, spring first.
const SEASONS: [&[&str]; 4] = [
    &["lente", "voorjaar", "spring", "fruhling", "fruhjahr"],
    &["zomer", "summer", "sommer"],
    &["herfst", "najaar", "autumn", "fall", "herbst"],
    &["winter"],
];

/// The words for the thirds of a month, a year, a decade or a century.
const PARTS: [&[&str]; 3] = [
    &["begin", "vroeg", "early", "anfang"],
    &["half", "medio", "midden", "mid", "mitte"],
    &["eind", "einde", "laat", "late", "ende"],
];

/// The tens of a century, in Dutch.
const TENS: [&str; 8] = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"];

/// Reads a time that is told in words, `juli-2022`, `24-februari-2022`, `zomer 2022`, `eind 2007`, `17e eeuw`, `jaren 90`, in Dutch, in
/// English or in German, with hyphens or spaces between; `None` if it is none.
///
/// For what is typed as a date: [`Telling`](super::Telling) reads what is told in a sentence, and gives the same days.
pub fn named(text: &str) -> Option<Interval> {
    let folded = crate::text::fold(text);
    let words: Vec<&str> = folded
        .split(['-', ' ', '_'])
        .filter(|word| !matches!(*word, "" | "de" | "het" | "the" | "van" | "of" | "in" | "der" | "die" | "das" | "im"))
        .collect();
    let (first, rest) = words.split_first()?;
    match PARTS.iter().position(|names| names.contains(first)) {
        Some(part) if !rest.is_empty() => third(whole(rest).or_else(|| year(rest))?, part as i32),
        _ => whole(&words),
    }
}

fn whole(words: &[&str]) -> Option<Interval> {
    let named = |names: &[&[&str]], word: &str| names.iter().position(|names| names.contains(&word));
    match *words {
        [count, "eeuw" | "century" | "jahrhundert"] => {
            let digits = count.trim_end_matches(|letter: char| !letter.is_ascii_digit());
            let century = number(digits).filter(|it| (1..=99).contains(it))?;
            Some(Interval::year(century * 100 - 100)?.hull(Interval::year(century * 100 - 1)?))
        }
        ["jaren", ten] => {
            let ten = match TENS.iter().position(|name| *name == ten) {
                Some(place) => 1920 + 10 * place as i32,
                None => 1900 + number(ten).filter(|it| it % 10 == 0 && (10..100).contains(it))?,
            };
            decade(ten)
        }
        [years] | [years, "jahre"] => {
            let first = years.strip_suffix('s').or(years.strip_suffix("er"));
            decade(first.filter(|it| it.len() == 4 && it.ends_with('0')).and_then(number)?)
        }
        [name, of] => {
            let of = year(&[of])?;
            let (of, _, _) = of.earliest.ymd();
            match (named(&NAMES, name), named(&SEASONS, name)) {
                (Some(month), _) => Interval::month(of, month as u8 + 1),
                // The winter of a year ends in the next.
                (_, Some(3)) => Some(Interval::month(of, 12)?.hull(Interval::month(of + 1, 2)?)),
                (_, Some(season)) => {
                    let first = 3 * season as u8 + 3;
                    Some(Interval::month(of, first)?.hull(Interval::month(of, first + 2)?))
                }
                _ => None,
            }
        }
        [day, name, of] => {
            let (year, _, _) = year(&[of])?.earliest.ymd();
            let day = number(day.trim_end_matches('.'))?.try_into().ok()?;
            Day::from_ymd(year, named(&NAMES, name)? as u8 + 1, day).map(Interval::day)
        }
        _ => None,
    }
}

fn decade(first: i32) -> Option<Interval> {
    Some(Interval::year(first)?.hull(Interval::year(first + 9)?))
}

fn year(words: &[&str]) -> Option<Interval> {
    match words {
        [year] if year.len() == 4 => Interval::year(number(year)?),
        _ => None,
    }
}

/// A third of a month (days 1–10, 11–20, 21–end), of a season or a year (its months), of a decade (years 0–3, 4–6, 7–9) or a century.
fn third(whole: Interval, part: i32) -> Option<Interval> {
    let ((year, month, _), (last, end, _)) = (whole.earliest.ymd(), whole.latest.ymd());
    let months = (last - year) * 12 + i32::from(end) - i32::from(month) + 1;
    let between = |from: i32, until: i32| {
        let at = |number: i32| {
            let number = i32::from(month) - 1 + number;
            Interval::month(year + number / 12, (number % 12) as u8 + 1)
        };
        Some(at(from)?.hull(at(until)?))
    };
    match months {
        1 => {
            let day = |day: i32| Day::from_ymd(year, month, day as u8);
            let latest = if part == 2 { whole.latest } else { day(part * 10 + 10)? };
            Some(Interval::new(day(part * 10 + 1)?, latest))
        }
        120 => between([0, 48, 84][part as usize], [47, 83, 119][part as usize]),
        1200 => between([0, 408, 804][part as usize], [407, 803, 1199][part as usize]),
        _ => between(months / 3 * part, months / 3 * (part + 1) - 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_any_language() {
        for (text, edtf) in [
            ("juli-2022", Some("2022-07")),
            ("Oct 2022", Some("2022-10")),
            ("24-februari-2022", Some("2022-02-24")),
            ("30-februari-2022", None),
            ("zomer 2022", Some("2022-06/2022-08")),
            ("winter-2022", Some("2022-12/2023-02")),
            ("het voorjaar van 2023", Some("2023-03/2023-05")),
            ("begin maart 2023", Some("2023-03-01/2023-03-10")),
            ("eind februari 2024", Some("2024-02-21/2024-02-29")),
            ("eind 2007", Some("2007-09/2007-12")),
            ("mid-2010", Some("2010-05/2010-08")),
            ("late summer 2010", Some("2010-08")),
            ("17e eeuw", Some("1600/1699")),
            ("the 19th century", Some("1800/1899")),
            ("jaren 90", Some("1990/1999")),
            ("de jaren zestig", Some("1960/1969")),
            ("1980s", Some("1980/1989")),
            ("eind jaren 90", Some("1997/1999")),
            ("März 2022", Some("2022-03")),
            ("24. Februar 2022", Some("2022-02-24")),
            ("Sommer 2022", Some("2022-06/2022-08")),
            ("im Frühjahr 2023", Some("2023-03/2023-05")),
            ("Anfang Mai 2023", Some("2023-05-01/2023-05-10")),
            ("Ende Dezember 2022", Some("2022-12-21/2022-12-31")),
            ("das 17. Jahrhundert", Some("1600/1699")),
            ("die 1990er Jahre", Some("1990/1999")),
            ("zomer", None),
            ("begin", None),
            ("jaren 95", None),
            ("juli", None),
            ("2022", None),
        ] {
            assert_eq!(named(text).map(Interval::edtf).as_deref(), edtf, "{text}");
        }
    }
}
