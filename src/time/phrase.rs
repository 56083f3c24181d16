//! What a time expression says, before it is known which days that is.

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
    /// The nearest one that is past, or to come.
    Side(i8),
}

/// A stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    /// A weekday of 0 is one that is not told.
    Day {
        day: u8,
        month: u8,
        weekday: u8,
    },
    Month(u8),
    Year,
    Quarter(u8),
    /// Spring is 1, winter 4; the year is that in which it begins.
    Season(u8),
    /// A week by its ISO 8601 number.
    Week(u8),
    /// By its first year.
    Decade(u16),
    /// 90 for the nineties of whichever century.
    Nineties(u8),
    /// By its first year.
    Century(u16),
    /// So many days from the day of speaking.
    Shift(i8),
    /// Last, this, next week, month, …
    Turn(Span, i8),
    /// Three weeks ago; negative for what is to come.
    Ago(Span, i16),
    /// The past three weeks, the coming three weeks.
    Window(Span, i16),
    Weekday(u8),
}

impl Base {
    /// Whether only a day of speaking places it.
    pub(super) fn is_deictic(self) -> bool {
        matches!(self, Self::Shift(_) | Self::Turn(..) | Self::Ago(..) | Self::Window(..) | Self::Weekday(_))
    }
}

/// A time, or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) base: Base,
    pub(super) year: Year,
    pub(super) part: Option<Part>,
}

impl Time {
    pub(super) fn new(base: Base, year: Year) -> Self {
        Self { base, year, part: None }
    }

    /// Whether it is in a year that it does not tell.
    pub(super) fn is_open(self) -> bool {
        self.year == Year::Open
            && matches!(
                self.base,
                Base::Day { .. } | Base::Month(_) | Base::Quarter(_) | Base::Season(_) | Base::Week(_)
            )
    }
}

/// One time, or from one to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phrase {
    One(Time),
    Range(Time, Time),
}
