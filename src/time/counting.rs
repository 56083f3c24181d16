//! Days counted from a day: the week before, three months on, the Thursday after.

use super::phrase::{Base, Count, LAST, Time, Year};
use super::resolve::{Frame, Tense, months, nearest_month, years};
use super::words::{Part, Span};
use super::{Day, Interval};

/// A time that counts from a day.
pub(super) fn from_day(time: Time, day: Day, frame: &Frame<'_>) -> Option<Interval> {
    Some(match time.base {
        Base::Shift(days) => Interval::day(Day(day.0 + i32::from(days))),
        // The weekend nearest on one side; without one, by the tense.
        Base::Turn(Span::Weekend, _) if !matches!(time.year, Year::Turn(_)) => {
            let (now, ahead) =
                (day.weekday(), time.year == Year::Side(1) || time.year == Year::Open && frame.looks_ahead());
            let turn = if ahead { now >= 6 && time.year == Year::Side(1) } else { now < 6 };
            span_from(
                Span::Weekend,
                day,
                if !turn {
                    0
                } else if ahead {
                    1
                } else {
                    -1
                },
            )?
        }
        Base::Turn(span, turn) => span_from(span, day, i32::from(turn))?,
        // What is said to come is said to the day.
        Base::Ago(span @ (Span::Week | Span::Fortnight), count) if count.least < 0 => {
            Interval::new(moved(span, day, -count.least)?, moved(span, day, -count.most)?)
        }
        Base::Ago(span, count) => counted(span, day, count.back())?,
        Base::LessAgo(span, count) => Interval::new(Day(moved(span, day, -count.most)?.0 + 1), Day(day.0 - 1)),
        Base::Window(span, count) => Interval::new(day, moved(span, day, count.most)?),
        Base::Weekday(weekday) => Interval::day(weekday_from(day, weekday, time.year, frame)),
        Base::DayOfMonth { day: number, month: Some(turn), .. } => {
            // `den 24e deser is gebracht`, in a letter that was begun the month before.
            let begun = turn == 0 && number > day.ymd().2 && frame.tense == Tense::Past;
            let (year, month) = month_from(day, i32::from(turn) - i32::from(begun));
            Interval::day(day_of(year, month, number)?)
        }
        _ => return None,
    })
}

/// A day of a month, by its number.
pub(super) fn day_of(year: i32, month: u8, number: u8) -> Option<Day> {
    if number == LAST { Some(Interval::month(year, month)?.latest) } else { Day::from_ymd(year, month, number) }
}

/// So long from a day, as roughly as it is said: weeks to half a week on either side, months and years as such.
pub(super) fn counted(span: Span, day: Day, count: Count) -> Option<Interval> {
    // A year and a half is told to the month, and so are the two years beside it.
    let span = if span == Span::Year && (count.least | count.most) % 2 != 0 { Span::HalfYear } else { span };
    let unit = if span == Span::HalfYear { 2 } else { 1 };
    Some(one_counted(span, day, count.least * unit)?.hull(one_counted(span, day, count.most * unit)?))
}

fn one_counted(span: Span, day: Day, halves: i16) -> Option<Interval> {
    let about =
        |slack: i32| moved(span, day, halves).map(|then| Interval::new(Day(then.0 - slack), Day(then.0 + slack)));
    let (whole, half) = (i32::from(halves / 2), halves % 2 != 0);
    match span {
        Span::Day | Span::Weekend | Span::Workweek if !half => span_from(span, day, whole),
        Span::Day | Span::Weekend | Span::Workweek => Some(span_from(span, day, whole)?.hull(about(0)?)),
        Span::Week => about(3),
        Span::Fortnight => about(3),
        Span::Month if half => about(7),
        Span::Month | Span::Quarter | Span::HalfYear => month_of(moved(span, day, halves)?),
        Span::Year => span_from(span, day, whole),
        // A decade ago is more than a year exactly ten years off.
        Span::Decade | Span::Century => {
            let year = day.ymd().0 + if span == Span::Decade { 5 } else { 50 } * i32::from(halves);
            let slack = if span == Span::Decade { 1 } else { 5 };
            years(year - slack, 2 * slack + 1)
        }
    }
}

fn month_of(day: Day) -> Option<Interval> {
    let (year, month, _) = day.ymd();
    Interval::month(year, month)
}

/// The week, month, … that lies so many from that of a day.
pub(super) fn span_from(span: Span, day: Day, shift: i32) -> Option<Interval> {
    let year = day.ymd().0;
    let week = |first: i32, days: i32| {
        let first = monday(day).0 + 7 * shift + first;
        Some(Interval::new(Day(first), Day(first + days - 1)))
    };
    match span {
        Span::Day => Some(Interval::day(Day(day.0 + shift))),
        Span::Week => week(0, 7),
        Span::Workweek => week(0, 5),
        Span::Weekend => week(5, 2),
        Span::Fortnight => None,
        Span::Month => {
            let (year, month) = month_from(day, shift);
            Interval::month(year, month)
        }
        Span::Quarter => {
            let (year, month) = month_from(day, 3 * shift);
            months(year, (month - 1) / 3 * 3 + 1, 3)
        }
        Span::HalfYear => {
            let (year, month) = month_from(day, 6 * shift);
            months(year, (month - 1) / 6 * 6 + 1, 6)
        }
        Span::Year => Interval::year(year + shift),
        Span::Decade => years(year / 10 * 10 + 10 * shift, 10),
        Span::Century => years(year / 100 * 100 + 100 * shift, 100),
    }
}

pub(super) fn monday(day: Day) -> Day {
    Day(day.0 + 1 - i32::from(day.weekday()))
}

/// The month that lies so many months from that of a day.
pub(super) fn month_from(day: Day, shift: i32) -> (i32, u8) {
    let (year, month, _) = day.ymd();
    let months = year * 12 + i32::from(month) - 1 + shift;
    (months.div_euclid(12), months.rem_euclid(12) as u8 + 1)
}

/// The same day so many halves of a week, month, … away.
pub(super) fn moved(span: Span, day: Day, halves: i16) -> Option<Day> {
    let halves = i32::from(halves);
    let months = match span {
        Span::Day => return Some(Day(day.0 + halves / 2)),
        Span::Week | Span::Weekend | Span::Workweek => return Some(Day(day.0 + 7 * halves / 2)),
        Span::Fortnight => return Some(Day(day.0 + 7 * halves)),
        Span::Month if halves % 2 != 0 => {
            let whole = moved(Span::Month, day, (halves - halves.signum()) as i16)?;
            return Some(Day(whole.0 + 15 * halves.signum()));
        }
        Span::Month => halves / 2,
        Span::Quarter => 3 * halves / 2,
        Span::HalfYear => 3 * halves,
        Span::Year => 6 * halves,
        Span::Decade => 60 * halves,
        Span::Century => 600 * halves,
    };
    let (year, month) = month_from(day, months);
    let last = Interval::month(year, month)?.latest.ymd().2;
    Day::from_ymd(year, month, day.ymd().2.min(last))
}

fn weekday_from(day: Day, weekday: u8, year: Year, frame: &Frame<'_>) -> Day {
    let back = (i32::from(day.weekday()) - i32::from(weekday)).rem_euclid(7);
    let ahead = (7 - back) % 7;
    match year {
        Year::Turn(turn) | Year::Week(turn) if frame.weekdays_by_week || turn == 0 || matches!(year, Year::Week(_)) => {
            Day(monday(day).0 + 7 * i32::from(turn) + i32::from(weekday) - 1)
        }
        // `zondag jl.`, said on a Sunday, is the one before.
        Year::Turn(-1) | Year::Side(-2) => Day(day.0 - if back == 0 { 7 } else { back }),
        Year::Turn(_) | Year::Side(1) => Day(day.0 + if ahead == 0 { 7 } else { ahead }),
        Year::Side(_) => Day(day.0 - back),
        _ if frame.looks_ahead() => Day(day.0 + ahead),
        _ => Day(day.0 - back),
    }
}

/// What lies so long after a time that the text has told, or in the same week, month, … as it.
///
/// `None` where that time does not settle it: the next day of a month.
pub(super) fn from_told(time: Time, told: Interval) -> Option<Interval> {
    let (span, count) = match time.base {
        Base::Then(span, count) => (span, count),
        Base::That(span) => (span, Count::halves(0)),
        _ => return None,
    };
    let unit = match span {
        Span::Fortnight => Span::Week,
        Span::Quarter | Span::HalfYear if matches!(time.base, Base::Then(..)) => Span::Month,
        Span::Year if (count.least | count.most) % 2 != 0 => Span::Month,
        span => span,
    };
    let same = |span: Span| {
        let whole = span_from(span, told.earliest, 0)?;
        (whole.hull(told) == whole).then_some(whole)
    };
    // Weeks and months are counted from a day where there is one, years from anything within a year.
    let within = match unit {
        Span::Week | Span::Weekend | Span::Workweek if matches!(time.base, Base::Then(..)) => same(Span::Week)?,
        unit => same(unit)?,
    };
    let single = count.least == count.most && count.least.abs() == 2;
    let whole = match time.base {
        Base::That(_) => match time.year {
            Year::Told(shift) => span_from(span, told.earliest, i32::from(shift))?,
            _ => within,
        },
        // `de week daarna` is a week, `drie weken later` a day more or less.
        Base::Then(..) if single && span == Span::Week => span_from(span, told.earliest, i32::from(count.least / 2))?,
        _ => counted(span, told.earliest, count)?,
    };
    match time.part {
        None => Some(whole),
        Some(Part::SoFar) if told.earliest > whole.earliest => {
            Some(Interval::new(whole.earliest, Day(told.earliest.0 - 1)))
        }
        Some(Part::Rest) => Some(Interval::new(told.latest, whole.latest)),
        Some(_) => super::resolve::part(whole, Time { base: Base::Turn(span, 0), ..time }),
    }
}

/// The nearest day of a month by its number, and its weekday where that is told.
pub(super) fn nearest_day(number: u8, weekday: u8, frame: &Frame<'_>, side: Year) -> Option<Interval> {
    nearest_month(frame, side, |year, month| {
        let day = day_of(year, month, number)?;
        (weekday == 0 || day.weekday() == weekday).then_some(Interval::day(day))
    })
}

/// Both days of a range of weekdays: the second by the tense, the first the nearest before it.
pub(super) fn weekdays(left: u8, right: Interval) -> Interval {
    let last = right.earliest;
    let back = (i32::from(last.weekday()) - i32::from(left)).rem_euclid(7);
    Interval::new(Day(last.0 - back), right.latest)
}

impl Frame<'_> {
    /// Whether a bare weekday is to come.
    fn looks_ahead(&self) -> bool {
        use super::Relation::{Before, Since, Until};
        match self.tense {
            Tense::Future | Tense::Present => true,
            Tense::Past => false,
            Tense::Unknown => matches!(self.relation, Until | Before | Since),
        }
    }
}
