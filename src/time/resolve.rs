//! From what an expression says to the days that it means.
//!
//! Whatever counts from the day of speaking is resolved for the first and for the last day of publication; the hull of
//! the two is the answer.

use super::phrase::{Base, Time, Year};
use super::words::{Part, Span};
use super::{Day, Extent, Interval, Precision, Relation};
use crate::document::Publication;

/// Where a sentence looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Unknown,
    Future,
}

/// What an expression is read against.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) published: Option<Publication>,
    pub(super) tense: Tense,
    pub(super) relation: Relation,
    /// `vorige woensdag` is that of the week before, not the nearest.
    pub(super) weekdays_by_week: bool,
}

/// The days of a time; `None` where nothing settles them.
pub(super) fn resolve(time: Time, frame: &Frame) -> Option<(Interval, Extent)> {
    let (interval, extent) = match (time.base, time.year) {
        (Base::Decade(_) | Base::Century(_), _) => (in_year(time, 1)?, Extent::Whole),
        (Base::Nineties(tens), _) => (nineties(time, tens, frame)?, Extent::Whole),
        (base, _) if base.is_deictic() => anchored(frame, |day| {
            let whole = from_day(time, day, frame)?;
            match time.part {
                Some(Part::SoFar) => Some(Interval::new(whole.earliest, day)),
                Some(Part::Rest) => Some(Interval::new(day, whole.latest)),
                _ => part(whole, time),
            }
        })?,
        (_, Year::At(year)) => (in_year(time, year)?, Extent::Whole),
        (_, Year::Short(year)) => (in_year(time, century_for(year, frame))?, Extent::Whole),
        (_, Year::Turn(turn)) => anchored(frame, |day| in_year(time, day.ymd().0 + i32::from(turn)))?,
        (_, Year::Open | Year::Side(_)) => (nearest(time, frame)?, Extent::Whole),
    };
    let calendar = Interval::new(Interval::year(1)?.earliest, Interval::year(9999)?.latest);
    (calendar.hull(interval) == calendar).then_some((interval, extent))
}

/// How exactly a time says what it says.
pub(super) fn precision(time: Time) -> Precision {
    let base = match time.base {
        Base::Day { .. } | Base::Shift(_) | Base::Weekday(_) => Precision::Day,
        Base::Month(_) => Precision::Month,
        Base::Year => Precision::Year,
        Base::Quarter(_) => Precision::Quarter,
        Base::Season(_) => Precision::Season,
        Base::Week(_) => Precision::Week,
        Base::Decade(_) | Base::Nineties(_) => Precision::Decade,
        Base::Century(_) => Precision::Century,
        Base::Window(..) => Precision::Range,
        Base::Turn(span, _) | Base::Ago(span, _) => match span {
            Span::Day => Precision::Day,
            Span::Week => Precision::Week,
            Span::Month => Precision::Month,
            Span::Quarter => Precision::Quarter,
            Span::Year => Precision::Year,
            Span::Decade => Precision::Decade,
            Span::Century => Precision::Century,
        },
    };
    match time.part {
        None => base,
        Some(Part::FirstHalf | Part::SecondHalf) if base == Precision::Year => Precision::Half,
        Some(_) => Precision::Part,
    }
}

/// What `of` gives for the days on which the text may have been published.
fn anchored(frame: &Frame, of: impl Fn(Day) -> Option<Interval>) -> Option<(Interval, Extent)> {
    let days = frame.published?.interval;
    let (first, last) = (of(days.earliest)?, of(days.latest)?);
    Some((first.hull(last), if first == last { Extent::Whole } else { Extent::Within }))
}

/// A time of a known year.
pub(super) fn in_year(time: Time, year: i32) -> Option<Interval> {
    let whole = match time.base {
        Base::Day { day, month, .. } => Interval::day(Day::from_ymd(year, month, day)?),
        Base::Month(month) => Interval::month(year, month)?,
        Base::Year => Interval::year(year)?,
        Base::Quarter(quarter) => months(year, quarter * 3 - 2, 3)?,
        Base::Season(season) => months(year, season * 3, 3)?,
        Base::Week(week) => {
            let monday = monday(Day::from_ymd(year, 1, 4)?).0 + 7 * (i32::from(week) - 1);
            (Day(monday + 3).ymd().0 == year).then_some(Interval::new(Day(monday), Day(monday + 6)))?
        }
        Base::Decade(first) => years(i32::from(first), 10)?,
        Base::Century(first) => years(i32::from(first), 100)?,
        _ => return None,
    };
    part(whole, time)
}

fn monday(day: Day) -> Day {
    Day(day.0 + 1 - i32::from(day.weekday()))
}

fn years(first: i32, count: i32) -> Option<Interval> {
    Some(Interval::year(first.max(1))?.hull(Interval::year(first + count - 1)?))
}

fn months(year: i32, first: u8, count: u8) -> Option<Interval> {
    let last = first + count - 1;
    Some(Interval::month(year, first)?.hull(Interval::month(year + i32::from((last - 1) / 12), (last - 1) % 12 + 1)?))
}

/// The month that lies so many months from that of a day.
fn month_from(day: Day, shift: i32) -> (i32, u8) {
    let (year, month, _) = day.ymd();
    let months = year * 12 + i32::from(month) - 1 + shift;
    (months.div_euclid(12), months.rem_euclid(12) as u8 + 1)
}

/// Cuts the part out: by thirds (days 1–10, 11–20, 21–end; months; years 0–3, 4–6, 7–9), or by halves.
fn part(whole: Interval, time: Time) -> Option<Interval> {
    let Some(part) = time.part else { return Some(whole) };
    let (year, month, _) = whole.earliest.ymd();
    let (count, cuts): (i32, [i32; 2]) = match precision(Time { part: None, ..time }) {
        Precision::Month => (i32::from(whole.latest.ymd().2), [10, 20]),
        Precision::Year => (12, [4, 8]),
        Precision::Season | Precision::Quarter => (3, [1, 2]),
        Precision::Decade => (10, [4, 7]),
        Precision::Century => (100, [34, 67]),
        Precision::Week => (7, [2, 4]),
        _ => return None,
    };
    let (from, to) = match part {
        Part::Begin => (0, cuts[0]),
        Part::Middle => (cuts[0], cuts[1]),
        Part::End => (cuts[1], count),
        Part::FirstHalf => (0, count / 2),
        Part::SecondHalf => (count / 2, count),
        Part::SoFar | Part::Rest => return None,
    };
    let day = |shift: i32| Day(whole.earliest.0 + shift);
    let halves = matches!(part, Part::FirstHalf | Part::SecondHalf);
    Some(match precision(Time { part: None, ..time }) {
        Precision::Month if halves && part == Part::FirstHalf => Interval::new(day(0), day(14)),
        Precision::Month if halves => Interval::new(day(15), whole.latest),
        Precision::Month | Precision::Week => Interval::new(day(from), day(to - 1)),
        Precision::Season | Precision::Quarter if halves => {
            let half = whole.days() as i32 / 2;
            if part == Part::FirstHalf {
                Interval::new(day(0), day(half - 1))
            } else {
                Interval::new(day(half), whole.latest)
            }
        }
        Precision::Decade | Precision::Century => years(year + from, to - from)?,
        _ => months(year, month + from as u8, (to - from) as u8)?,
    })
}

/// A time that counts from a day.
fn from_day(time: Time, day: Day, frame: &Frame) -> Option<Interval> {
    Some(match time.base {
        Base::Shift(days) => Interval::day(Day(day.0 + i32::from(days))),
        Base::Turn(span, turn) => span_from(span, day, i32::from(turn))?,
        Base::Ago(Span::Week, count) => {
            let then = day.0 - 7 * i32::from(count);
            Interval::new(Day(then - 3), Day(then + 3))
        }
        Base::Ago(span, count) => span_from(span, day, -i32::from(count))?,
        Base::Window(span, count) => Interval::new(day, moved(span, day, i32::from(count))?),
        Base::Weekday(weekday) => Interval::day(weekday_from(day, weekday, time.year, frame)),
        _ => return None,
    })
}

/// The week, month, … that lies so many from that of a day.
fn span_from(span: Span, day: Day, shift: i32) -> Option<Interval> {
    let year = day.ymd().0;
    match span {
        Span::Day => Some(Interval::day(Day(day.0 + shift))),
        Span::Week => {
            let monday = monday(day).0 + 7 * shift;
            Some(Interval::new(Day(monday), Day(monday + 6)))
        }
        Span::Month => {
            let (year, month) = month_from(day, shift);
            Interval::month(year, month)
        }
        Span::Quarter => {
            let (year, month) = month_from(day, 3 * shift);
            months(year, (month - 1) / 3 * 3 + 1, 3)
        }
        Span::Year => Interval::year(year + shift),
        Span::Decade => years(year / 10 * 10 + 10 * shift, 10),
        Span::Century => years(year / 100 * 100 + 100 * shift, 100),
    }
}

/// The same day so many weeks, months, … away.
fn moved(span: Span, day: Day, count: i32) -> Option<Day> {
    let months = match span {
        Span::Day => return Some(Day(day.0 + count)),
        Span::Week => return Some(Day(day.0 + 7 * count)),
        Span::Month => count,
        Span::Quarter => 3 * count,
        Span::Year => 12 * count,
        Span::Decade => 120 * count,
        Span::Century => 1200 * count,
    };
    let (year, month) = month_from(day, months);
    let last = Interval::month(year, month)?.latest.ymd().2;
    Day::from_ymd(year, month, day.ymd().2.min(last))
}

fn weekday_from(day: Day, weekday: u8, year: Year, frame: &Frame) -> Day {
    let back = (i32::from(day.weekday()) - i32::from(weekday)).rem_euclid(7);
    let ahead = (7 - back) % 7;
    match year {
        Year::Turn(turn) if frame.weekdays_by_week || turn == 0 => {
            Day(monday(day).0 + 7 * i32::from(turn) + i32::from(weekday) - 1)
        }
        Year::Turn(-1) => Day(day.0 - if back == 0 { 7 } else { back }),
        Year::Turn(_) | Year::Side(1) => Day(day.0 + if ahead == 0 { 7 } else { ahead }),
        Year::Side(_) => Day(day.0 - back),
        _ if frame.tense == Tense::Future || frame.relation == Relation::Until => Day(day.0 + ahead),
        _ => Day(day.0 - back),
    }
}

/// The year of `'10`: at most 20 years after publication; without that, between 1930 and 2029.
fn century_for(year: u8, frame: &Frame) -> i32 {
    let latest = frame.published.map_or(2029, |published| published.interval.latest.ymd().0 + 20);
    let back = (latest - i32::from(year)).rem_euclid(100);
    latest - back
}

/// The nineties nearest before publication. The tens and the twenties are those of the century before until the
/// decade is over, since a decade is seldom called by its name while it lasts.
fn nineties(time: Time, tens: u8, frame: &Frame) -> Option<Interval> {
    let now = frame.published.map_or(1999, |published| published.interval.latest.ymd().0);
    let ended = now / 10 * 10 - if tens < 20 { 0 } else { 10 };
    let back = (ended - i32::from(tens)).rem_euclid(100);
    in_year(Time { base: Base::Decade((ended - back).try_into().ok()?), ..time }, 1)
}

/// The likeliest year of a time that does not tell it: the nearest, with what lies against the tense counted as
/// further away.
fn nearest(time: Time, frame: &Frame) -> Option<Interval> {
    let days = frame.published?.interval;
    let (back, ahead) = match (frame.tense, frame.relation) {
        (Tense::Future, _) => (3, 1),
        (Tense::Past, _) => (1, 4),
        (Tense::Unknown, Relation::Since) => (1, 3),
        (Tense::Unknown, Relation::Until) => (1, 1),
        (Tense::Unknown, _) => (2, 3),
    };
    let (first, last) = (days.earliest.ymd().0, days.latest.ymd().0);
    let mut best: Option<(i32, Interval)> = None;
    for year in first - 8..=last + 8 {
        let Some(interval) = in_year(time, year) else { continue };
        let before = days.earliest.0 - interval.latest.0;
        let after = interval.earliest.0 - days.latest.0;
        if time.year == Year::Side(-1) && interval.latest >= days.latest
            || time.year == Year::Side(1) && interval.earliest <= days.earliest
        {
            continue;
        }
        let mut cost = if before > 0 { before * back } else { after.max(0) * ahead };
        if let Base::Day { weekday, .. } = time.base
            && weekday != 0
            && interval.earliest.weekday() != weekday
        {
            // A date that bears the wrong weekday this year may be right a year away; further off it is an error.
            cost += 300;
        }
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, interval));
        }
    }
    best.map(|(_, interval)| interval)
}

/// Both ends of a range; an end that does not tell its year takes it from the other.
pub(super) fn resolve_range(left: Time, right: Time, frame: &Frame) -> Option<(Interval, Extent)> {
    let (first, last, extent) = match (left.is_open(), right.is_open()) {
        (true, _) => {
            let (last, extent) = resolve(right, frame)?;
            let year = last.earliest.ymd().0;
            let before = |year| in_year(left, year).filter(|first| first.earliest <= last.latest);
            (before(year).or_else(|| before(year - 1))?, last, extent)
        }
        (false, true) => {
            let (first, extent) = resolve(left, frame)?;
            let year = first.earliest.ymd().0;
            let after = |year| in_year(right, year).filter(|last| last.latest >= first.earliest);
            (first, after(year).or_else(|| after(year + 1))?, extent)
        }
        (false, false) => {
            let (first, one) = resolve(left, frame)?;
            let (last, other) = resolve(right, frame)?;
            (first, last, if one == other { one } else { Extent::Within })
        }
    };
    (first.earliest <= last.latest && first.latest <= last.latest).then_some((first.hull(last), extent))
}
