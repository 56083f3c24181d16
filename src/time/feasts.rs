//! Feasts that have a date, fixed or counted from Easter.

use super::{Day, Interval};

/// A feast, by the way its date is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Feast {
    /// On a day of a month.
    On(u8, u8),
    /// From one day of a month to the next, so many days.
    From(u8, u8, u8),
    /// So many days after Easter Sunday; negative before it.
    Easter(i8),
    /// So many days from a day counted from Easter Sunday.
    FromEaster(i8, u8),
    /// The nth of a weekday in a month, 6 being the last, and so many days after it.
    Nth { nth: u8, weekday: u8, month: u8, after: u8 },
    /// The day of the Dutch monarch: 27 April since 2014, 30 April since 1949, 31 August before. Where that is a Sunday
    /// the Saturday before, until 1979 the Monday after.
    Monarch,
}

impl Feast {
    /// Its days in a year; those of New Year's Eve begin in it.
    pub(super) fn in_year(self, year: i32) -> Option<Interval> {
        let days = |first: Day, count: u8| Interval::new(first, Day(first.0 + i32::from(count) - 1));
        Some(match self {
            Self::On(day, month) => Interval::day(Day::from_ymd(year, month, day)?),
            Self::From(day, month, count) => days(Day::from_ymd(year, month, day)?, count),
            Self::Easter(shift) => Interval::day(Day(easter(year)?.0 + i32::from(shift))),
            Self::FromEaster(shift, count) => days(Day(easter(year)?.0 + i32::from(shift)), count),
            Self::Nth { nth, weekday, month, after } => {
                Interval::day(Day(nth_weekday(year, month, nth, weekday)?.0 + i32::from(after)))
            }
            Self::Monarch => {
                let (month, day) = match year {
                    2014.. => (4, 27),
                    1949.. => (4, 30),
                    _ => (8, 31),
                };
                let day = Day::from_ymd(year, month, day)?;
                let sunday = day.weekday() == 7;
                Interval::day(Day(day.0
                    + if !sunday {
                        0
                    } else if year < 1980 {
                        1
                    } else {
                        -1
                    }))
            }
        })
    }

    /// Another day of a feast that has several: `tweede kerstdag`.
    pub(super) fn day(self, nth: u8) -> Option<Self> {
        let after = nth.checked_sub(1)?;
        Some(match self {
            Self::On(day, month) => Self::On(day + after, month),
            Self::Easter(shift) => Self::Easter(shift + after as i8),
            _ => return None,
        })
    }
}

/// The nth of a weekday in a month, 6 being the last.
pub(super) fn nth_weekday(year: i32, month: u8, nth: u8, weekday: u8) -> Option<Day> {
    let whole = Interval::month(year, month)?;
    if nth > 5 {
        let back = (whole.latest.weekday() + 7 - weekday) % 7;
        return Some(Day(whole.latest.0 - i32::from(back)));
    }
    let ahead = (weekday + 7 - whole.earliest.weekday()) % 7;
    let day = Day(whole.earliest.0 + i32::from(ahead) + 7 * (i32::from(nth) - 1));
    (nth > 0 && day <= whole.latest).then_some(day)
}

/// Easter Sunday of a year in the Gregorian calendar, by the anonymous computus (Meeus, Jones, Butcher; *Nature*, 20 April
/// 1876).
fn easter(year: i32) -> Option<Day> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Day::from_ymd(year, (n / 31) as u8, (n % 31 + 1) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_by_year() {
        for (year, date) in [
            (1583, "1583-04-10"),
            (1818, "1818-03-22"),
            (1943, "1943-04-25"),
            (1961, "1961-04-02"),
            (2000, "2000-04-23"),
            (2011, "2011-04-24"),
            (2018, "2018-04-01"),
            (2019, "2019-04-21"),
            (2020, "2020-04-12"),
            (2024, "2024-03-31"),
            (2038, "2038-04-25"),
        ] {
            assert_eq!(easter(year).map(|day| day.to_string()).as_deref(), Some(date));
        }
    }

    #[test]
    fn easter_is_a_sunday_in_spring() {
        for year in 1..=9999 {
            let day = easter(year).expect("a day");
            let (_, month, date) = day.ymd();
            assert!(day.weekday() == 7 && ((3, 22)..=(4, 25)).contains(&(month, date)), "{day}");
        }
    }
}
