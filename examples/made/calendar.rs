//! When the articles are published: every day of thirty years, some days more than others.

use crate::random::Random;

/// The first year and the one after the last.
const YEARS: std::ops::Range<i32> = 1990..2020;
/// From Monday: a Sunday has no paper, and a Saturday a thick one.
const WEEK: [f64; 7] = [1.0, 1.0, 1.0, 1.05, 1.1, 1.5, 0.15];
/// From January: summers are quiet.
const MONTHS: [f64; 12] = [1.0, 1.0, 1.05, 1.0, 1.0, 0.95, 0.7, 0.75, 1.05, 1.1, 1.1, 0.9];
const NAMES: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// A day of the calendar.
#[derive(Clone, Copy)]
pub(crate) struct Day {
    pub(crate) year: i32,
    month: u8,
    day: u8,
}

impl Day {
    /// Its month in Dutch.
    pub(crate) fn month_name(self) -> &'static str {
        NAMES[usize::from(self.month) - 1]
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// All days, each with the share of the articles that are published by its end.
pub(crate) struct Calendar(Vec<(Day, f64)>);

impl Calendar {
    pub(crate) fn new(random: &mut Random) -> Self {
        let mut days = Vec::new();
        let mut sum = 0.0;
        // 1 January 1990 was a Monday.
        let mut weekday = 0;
        for year in YEARS {
            // Papers grow, and one year brings more news than another.
            let busy = (1.0 + f64::from(year - YEARS.start) / 20.0) * (0.8 + 0.4 * random.share());
            for month in 1..=12u8 {
                for day in 1..=days_in(year, month) {
                    sum += busy * MONTHS[usize::from(month) - 1] * WEEK[weekday] * (0.7 + 0.6 * random.share());
                    days.push((Day { year, month, day }, sum));
                    weekday = (weekday + 1) % 7;
                }
            }
        }
        days.iter_mut().for_each(|(_, until)| *until /= sum);
        Self(days)
    }

    /// The day by whose end this share, in `0.0..1.0`, has been published.
    pub(crate) fn at(&self, share: f64) -> Day {
        self.0[self.0.partition_point(|(_, until)| *until <= share).min(self.0.len() - 1)].0
    }
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
