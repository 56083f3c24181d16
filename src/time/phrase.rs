//! What a time expression says, before it is known which days that is.

use super::feasts::Feast;
use super::words::{Part, Span};

/// Which year a time is in, as far as it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    /// It does not say.
    Open,
    At(i32),
    /// `'10`.
    Short(u8),
    /// Last, this, next year.
    Turn(i8),
    /// That of what the text has told last, or one so many after it.
    Told(i8),
    /// The nearest one behind what the text has told last, or ahead of it.
    Beside(i8),
    /// Of a weekday: that of last, this, next week.
    Week(i8),
    /// The nearest one that is past, or to come; -2 is past, and not the day of speaking.
    Side(i8),
}

/// How many, in halves: `anderhalf` is 3. The two differ where the text leaves it open: two or three, a few.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) least: i16,
    pub(super) most: i16,
}

impl Count {
    pub(super) fn halves(halves: i16) -> Self {
        Self { least: halves, most: halves }
    }

    pub(super) fn whole(count: u16) -> Option<Self> {
        Some(Self::halves(i16::try_from(count).ok()?.checked_mul(2)?))
    }

    /// That many the other way.
    pub(super) fn back(self) -> Self {
        Self { least: -self.least, most: -self.most }
    }
}

/// A day whose number means the last of a month.
pub(super) const LAST: u8 = 32;

/// A stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    /// A weekday of 0 is one that is not told.
    Day {
        day: u8,
        month: u8,
        weekday: u8,
    },
    /// A day of a month that is so many from this one, or not told.
    DayOfMonth {
        day: u8,
        weekday: u8,
        month: Option<i8>,
    },
    /// The second Tuesday of a month; 6 is the last.
    Nth {
        nth: u8,
        weekday: u8,
        month: u8,
    },
    /// The second week of a month, as ISO 8601 gives weeks to years: by its Thursday. 6 is the last.
    WeekOfMonth {
        nth: u8,
        month: u8,
    },
    Month(u8),
    Year,
    Quarter(u8),
    Half(u8),
    /// Spring is 1, winter 4; the year is that in which it begins.
    Season(u8),
    /// A week by its ISO 8601 number.
    Week(u8),
    Feast(Feast),
    /// The nth of a weekday after a feast; 6 is the last before it.
    BesideFeast {
        nth: u8,
        weekday: u8,
        feast: Feast,
    },
    /// By its first year.
    Decade(u16),
    /// 90 for the nineties of whichever century.
    Nineties(u8),
    /// By its first year.
    Century(u16),
    /// The years around the first of a century, where that is told.
    CenturyTurn(Option<u16>),
    /// So many days from the day of speaking.
    Shift(i8),
    /// Last, this, next week, month, …
    Turn(Span, i8),
    /// Three weeks ago; negative for what is to come.
    Ago(Span, Count),
    /// Less than three weeks ago.
    LessAgo(Span, Count),
    /// The past three weeks, the coming three weeks.
    Window(Span, Count),
    Weekday(u8),
    /// So long after a time that the text has told.
    Then(Span, Count),
    /// The week, month, … of a time that the text has told.
    That(Span),
    /// The same month, quarter of another year than that of the text; without a span whatever it has told.
    Same(Option<Span>),
}

impl Base {
    /// Whether only a day of speaking places it.
    pub(super) fn is_deictic(self) -> bool {
        matches!(
            self,
            Self::Shift(_)
                | Self::Turn(..)
                | Self::Ago(..)
                | Self::LessAgo(..)
                | Self::Window(..)
                | Self::Weekday(_)
                | Self::DayOfMonth { month: Some(_), .. }
        )
    }

    /// Whether only what the text has told places it.
    pub(super) fn is_anaphoric(self) -> bool {
        matches!(self, Self::Then(..) | Self::That(_))
    }
}

/// A time, or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) base: Base,
    pub(super) year: Year,
    pub(super) part: Option<Part>,
    /// So long after the day that the rest says.
    pub(super) offset: Option<(Span, Count)>,
}

impl Time {
    pub(super) fn new(base: Base, year: Year) -> Self {
        Self { base, year, part: None, offset: None }
    }

    /// Whether it is in a year that it does not tell.
    pub(super) fn is_open(self) -> bool {
        self.year == Year::Open
            && self.offset.is_none()
            && matches!(
                self.base,
                Base::Day { .. }
                    | Base::Month(_)
                    | Base::Quarter(_)
                    | Base::Half(_)
                    | Base::Season(_)
                    | Base::Week(_)
                    | Base::Nth { .. }
                    | Base::WeekOfMonth { .. }
                    | Base::Feast(_)
                    | Base::BesideFeast { .. }
            )
    }

    /// Whether the tense around it may decide which days it means, or whether it is a time.
    pub(super) fn needs_tense(self) -> bool {
        self.is_open()
            || self.base.is_anaphoric()
            || matches!(self.year, Year::Side(_))
            || matches!(
                self.base,
                Base::Weekday(_)
                    | Base::DayOfMonth { .. }
                    | Base::Turn(Span::Weekend, _)
                    | Base::Ago(..)
                    | Base::Window(..)
                    | Base::CenturyTurn(None)
            )
            || self.offset.is_some()
    }

    /// Whether it says no other weekday than this.
    pub(super) fn bears(self, day: u8) -> bool {
        !matches!(self.base, Base::Day { weekday, .. } if weekday != 0 && weekday != day)
    }

    /// Whether it says one day.
    pub(super) fn is_day(self) -> bool {
        self.part.is_none()
            && matches!(
                self.base,
                Base::Day { .. }
                    | Base::DayOfMonth { .. }
                    | Base::Nth { .. }
                    | Base::Feast(_)
                    | Base::BesideFeast { .. }
                    | Base::Shift(_)
                    | Base::Weekday(_)
            )
    }
}

/// One time, or from one to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phrase {
    One(Time),
    Range(Time, Time),
}
