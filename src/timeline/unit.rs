//! What a bin can be.

use crate::time::{Day, Interval};

/// A stretch of the calendar, from fine to coarse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs)] // each is what its name says
pub enum Unit {
    Day,
    /// Monday to Sunday.
    Week,
    Month,
    Quarter,
    Year,
    /// From a year that ends in 0.
    Decade,
    /// From a year that ends in 00.
    Century,
}

impl Unit {
    /// Every unit, from fine to coarse.
    pub const ALL: [Self; 7] =
        [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year, Self::Decade, Self::Century];

    /// Its name in every output: `day`, `week`, …
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
        }
    }

    /// The number of the bin that a day is in; that of the next bin is one more.
    fn number(self, day: Day) -> i32 {
        let (year, month, _) = day.ymd();
        let months = year * 12 + i32::from(month) - 1;
        match self {
            Self::Day => day.0,
            // 1970-01-01 was a Thursday.
            Self::Week => (day.0 + 3).div_euclid(7),
            Self::Month => months,
            Self::Quarter => months.div_euclid(3),
            Self::Year => year,
            Self::Decade => year.div_euclid(10),
            Self::Century => year.div_euclid(100),
        }
    }

    /// The first day of a bin. Bins before the year 1 begin with it, those after 9999 with the day after.
    fn first(self, number: i32) -> Day {
        let (year, month) = match self {
            Self::Day => return Day(number),
            Self::Week => return Day(number * 7 - 3),
            Self::Month => (number.div_euclid(12), number.rem_euclid(12) + 1),
            Self::Quarter => (number.div_euclid(4), number.rem_euclid(4) * 3 + 1),
            Self::Year => (number, 1),
            Self::Decade => (number * 10, 1),
            Self::Century => (number * 100, 1),
        };
        match Day::from_ymd(year.clamp(1, 9999), if year < 1 { 1 } else { month as u8 }, 1) {
            Some(day) if year <= 9999 => day,
            Some(day) => Interval::year(9999).map_or(day, |last| Day(last.latest.0 + 1)),
            None => Day(0),
        }
    }

    /// The first days of the bins that cover an interval, and the day after the last of them.
    pub(super) fn edges(self, view: Interval) -> Vec<Day> {
        (self.number(view.earliest)..=self.number(view.latest) + 1).map(|number| self.first(number)).collect()
    }

    /// How many bins cover an interval.
    fn count(self, view: Interval) -> usize {
        self.number(view.earliest).abs_diff(self.number(view.latest)) as usize + 1
    }
}

/// The finest unit that covers a span with at most so many bins; a century where all need more.
///
/// 200 bins are days up to half a year, weeks up to four years, months up to 16, quarters up to 50.
pub fn unit_for(span: Interval, most: usize) -> Unit {
    Unit::ALL.into_iter().find(|unit| unit.count(span) <= most).unwrap_or(Unit::Century)
}
