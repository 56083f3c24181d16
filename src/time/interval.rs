//! Days, intervals, and how exactly they are known.

use std::fmt;

/// A day, counted from 1970-01-01 in the proleptic Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

/// A number that is written in digits alone.
pub(super) fn number(digits: &str) -> Option<i32> {
    // One type for all numbers of the engine that are read: each more takes a reader of its own.
    let value = if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse::<u32>().ok() } else { None };
    value?.try_into().ok()
}

impl Day {
    /// The day of a date; `None` if there is no such date or its year is not in 1 to 9999.
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        let real = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && day >= 1
            && day <= datealgo::days_in_month(year, month);
        real.then(|| Self(datealgo::date_to_rd((year, month, day))))
    }

    /// Year, month and day of the month.
    pub fn ymd(self) -> (i32, u8, u8) {
        datealgo::rd_to_date(self.0)
    }

    /// The day of the week, Monday 1 to Sunday 7.
    pub fn weekday(self) -> u8 {
        datealgo::rd_to_weekday(self.0)
    }

    /// Reads `2023-03-01`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let mut part = |width: usize| parts.next().filter(|part| part.len() == width).and_then(number);
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        Self::from_ymd(year, month as u8, day as u8)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// The days from `earliest` to `latest`, both of them in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// The first day.
    pub earliest: Day,
    /// The last day; never before the first.
    pub latest: Day,
}

impl Interval {
    /// The interval between two days, in whichever order they are given.
    pub fn new(one: Day, other: Day) -> Self {
        Self { earliest: one.min(other), latest: one.max(other) }
    }

    /// One day.
    pub fn day(day: Day) -> Self {
        Self { earliest: day, latest: day }
    }

    /// A month of a year; `None` if there is no such month.
    pub fn month(year: i32, month: u8) -> Option<Self> {
        let earliest = Day::from_ymd(year, month, 1)?;
        Some(Self { earliest, latest: Day::from_ymd(year, month, datealgo::days_in_month(year, month))? })
    }

    /// A year; `None` unless it is in 1 to 9999.
    pub fn year(year: i32) -> Option<Self> {
        Some(Self { earliest: Day::from_ymd(year, 1, 1)?, latest: Day::from_ymd(year, 12, 31)? })
    }

    /// How many days it has, at least 1.
    pub fn days(self) -> u32 {
        self.latest.0.abs_diff(self.earliest.0) + 1
    }

    /// Whether the two share a day.
    pub fn overlaps(self, other: Self) -> bool {
        self.earliest <= other.latest && other.earliest <= self.latest
    }

    /// The days in both; `None` if there are none.
    pub fn intersection(self, other: Self) -> Option<Self> {
        self.overlaps(other)
            .then(|| Self { earliest: self.earliest.max(other.earliest), latest: self.latest.min(other.latest) })
    }

    /// The smallest interval with both in it.
    pub fn hull(self, other: Self) -> Self {
        Self { earliest: self.earliest.min(other.earliest), latest: self.latest.max(other.latest) }
    }

    /// The whole of the interval in EDTF (ISO 8601-2:2019), as short as it can be said: `2023`, `2023-03`,
    /// `2023-03-05`, or `2023-02-28/2023-03-30`; whole months and years as such: `2022-06/2022-08`, `2007/2008`.
    pub fn edtf(self) -> String {
        let (year, month, day) = self.earliest.ymd();
        let (last_year, last_month, last_day) = self.latest.ymd();
        if self.earliest == self.latest {
            self.earliest.to_string()
        } else if Self::year(year) == Some(self) {
            format!("{year:04}")
        } else if day == 1 && Self::month(year, month) == Some(self) {
            format!("{year:04}-{month:02}")
        } else if (month, day, last_month, last_day) == (1, 1, 12, 31) {
            format!("{year:04}/{last_year:04}")
        } else if day == 1 && last_day == datealgo::days_in_month(last_year, last_month) {
            format!("{year:04}-{month:02}/{last_year:04}-{last_month:02}")
        } else {
            format!("{}/{}", self.earliest, self.latest)
        }
    }
}

/// How exactly a time is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs)] // each is what its name says
pub enum Precision {
    Day,
    Week,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
    /// A part of one of the others: the beginning of March.
    Part,
    /// From one time to another.
    Range,
}

impl Precision {
    /// Every precision, in the order of their numbers.
    pub const ALL: [Self; 11] = [
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Quarter,
        Self::Season,
        Self::Half,
        Self::Year,
        Self::Decade,
        Self::Century,
        Self::Part,
        Self::Range,
    ];

    /// Its name in every output: `day`, `week`, …
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Season => "season",
            Self::Half => "half",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Part => "part",
            Self::Range => "range",
        }
    }
}

/// How what is told relates to a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs)] // each is what its name says
pub enum Relation {
    In,
    Since,
    Until,
    Before,
    After,
}

impl Relation {
    /// Every relation, in the order of their numbers.
    pub const ALL: [Self; 5] = [Self::In, Self::Since, Self::Until, Self::Before, Self::After];

    /// Its name in every output: `in`, `since`, …
    pub fn name(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Since => "since",
            Self::Until => "until",
            Self::Before => "before",
            Self::After => "after",
        }
    }
}
