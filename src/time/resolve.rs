//! From what an expression says to the days that it means.
//!
//! Whatever counts from the day of speaking is resolved for the first and for the last day of publication; the hull of
//! the two is the answer.

use super::counting::{day_of, from_day, from_told, monday, month_from, moved, nearest_day, weekdays};
use super::feasts::{Feast, nth_weekday};
use super::phrase::{Base, Time, Year};
use super::words::{Part, Span};
use super::{Day, Extent, Interval, Precision, Relation, Rule};
use crate::document::Publication;

/// Where a sentence looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Unknown,
    /// What is told in the present of a day is mostly still to come.
    Present,
    Future,
}

/// What an expression is read against.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame<'a> {
    pub(super) published: Option<Publication>,
    pub(super) tense: Tense,
    /// Whether a verb of its own clause shows that.
    pub(super) tense_is_sure: bool,
    pub(super) relation: Relation,
    /// `vorige woensdag` is that of the week before, not the nearest.
    pub(super) weekdays_by_week: bool,
    /// The times that the text has told, in its order.
    pub(super) told: &'a [Interval],
    /// Those of them that told their year, each with how many sentences ago.
    pub(super) dated: &'a [Dated],
    /// The number of the sentence.
    pub(super) sentence: usize,
}

/// A date that told its year, and the number of its sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dated {
    pub(super) interval: Interval,
    pub(super) sentence: usize,
}

/// The days of a time; `None` where nothing settles them.
pub(super) fn resolve(time: Time, frame: &Frame<'_>) -> Option<(Interval, Extent)> {
    let (interval, extent) = match time.offset {
        None => whole(time, frame)?,
        Some((span, count)) => {
            let (from, extent) = whole(Time { offset: None, ..time }, frame)?;
            let moved =
                |halves| Some(Interval::new(moved(span, from.earliest, halves)?, moved(span, from.latest, halves)?));
            (moved(count.least)?.hull(moved(count.most)?), extent)
        }
    };
    let calendar = Interval::new(Interval::year(1)?.earliest, Interval::year(9999)?.latest);
    (calendar.hull(interval) == calendar).then_some((interval, extent))
}

fn whole(time: Time, frame: &Frame<'_>) -> Option<(Interval, Extent)> {
    if let Year::Beside(side) = time.year {
        let told = frame.told.last().and_then(|told| beside(time, side, *told));
        return told
            .map(|days| (days, Extent::Whole))
            .or_else(|| whole(Time { year: Year::Side(side), ..time }, frame));
    }
    Some(match (time.base, time.year) {
        (Base::Decade(_) | Base::Century(_), _) => (in_year(time, 1)?, Extent::Whole),
        (Base::Nineties(tens), _) => (nineties(time, tens, frame)?, Extent::Whole),
        (Base::Same(span), Year::At(year)) => (same_of(span, year, frame)?, Extent::Whole),
        (Base::Same(span), Year::Turn(turn)) => {
            anchored(frame, |day| same_of(span, day.ymd().0 + i32::from(turn), frame))?
        }
        (Base::CenturyTurn(first), _) => {
            let first = first.map_or_else(|| century_turn(frame), |first| Some(i32::from(first)))?;
            (part(years(first - TURN, 2 * TURN + 1)?, time)?, Extent::Whole)
        }
        (base, _) if base.is_anaphoric() => anaphoric(time, frame)?,
        (base, _) if base.is_deictic() => anchored(frame, |day| {
            let whole = from_day(time, day, frame)?;
            match time.part {
                // What was earlier was not today.
                Some(Part::SoFar) => Some(Interval::new(whole.earliest, Day(day.0 - 1).max(whole.earliest))),
                Some(Part::Rest) => Some(Interval::new(day, whole.latest)),
                _ => part(whole, time),
            }
        })?,
        (Base::DayOfMonth { day, weekday, .. }, side) => {
            let told = if weekday == 0 { month_told(day, frame) } else { None };
            (told.or_else(|| nearest_day(day, weekday, frame, side))?, Extent::Whole)
        }
        (_, Year::At(year)) => (in_year(time, year)?, Extent::Whole),
        (_, Year::Short(year)) => (in_year(time, century_for(year, frame))?, Extent::Whole),
        (_, Year::Told(shift)) => {
            let years = frame.told.iter().rev().take(REACH).map(|told| (told.earliest.ymd().0, told.latest.ymd().0));
            let year = years.filter(|(first, last)| first == last).map(|(year, _)| year).next()?;
            (in_year(time, year + i32::from(shift))?, Extent::Whole)
        }
        (Base::Season(_), Year::Turn(0)) => anchored(frame, |day| {
            // `deze winter` is the one that is, or the nearest.
            let year = day.ymd().0;
            let away = |season: &Interval| (season.earliest.0 - day.0).max(day.0 - season.latest.0);
            (year - 1..=year + 1).filter_map(|year| in_year(time, year)).min_by_key(away)
        })?,
        (Base::Nth { nth, weekday, month: 0 }, Year::Turn(turn)) => anchored(frame, |day| {
            let (year, month) = month_from(day, i32::from(turn));
            in_year(Time { base: Base::Nth { nth, weekday, month }, ..time }, year)
        })?,
        (_, Year::Turn(turn)) => anchored(frame, |day| in_year(time, day.ymd().0 + i32::from(turn)))?,
        (_, Year::Open | Year::Side(_) | Year::Week(_) | Year::Beside(_)) => (nearest(time, frame)?, Extent::Whole),
    })
}

/// The nearest one behind what was told, or ahead of it: the following Saturday, the previous spring.
fn beside(time: Time, side: i8, told: Interval) -> Option<Interval> {
    if let Base::Weekday(weekday) = time.base {
        return (told.days() <= 7).then(|| Interval::day(weekday_beside(weekday, side, told)));
    }
    let year = told.earliest.ymd().0;
    let mut found = (year - 1..=year + 1).filter_map(|year| in_year(time, year));
    if side > 0 {
        found.find(|days| days.earliest > told.latest)
    } else {
        found.rfind(|days| days.latest < told.earliest)
    }
}

/// The nearest of a weekday ahead of some days, or behind them where the side is negative.
fn weekday_beside(weekday: u8, side: i8, told: Interval) -> Day {
    let (from, side) = (if side > 0 { told.latest } else { told.earliest }, i32::from(side));
    let days = (i32::from(weekday) - i32::from(from.weekday())) * side;
    Day(from.0 + side * ((days - 1).rem_euclid(7) + 1))
}

/// How far back a time may have been told that another counts from.
const REACH: usize = 4;

/// Counts from the last time told that settles it, unless the tense speaks against that. Where the text has told none,
/// the day of publication is where it stands.
fn anaphoric(time: Time, frame: &Frame<'_>) -> Option<(Interval, Extent)> {
    let published = frame.published.map(|published| published.interval);
    let passed =
        |found: Interval| !matches!((frame.tense, published), (Tense::Past, Some(now)) if found.earliest > now.latest);
    // `vandaag, tien jaar later, is er niets van over`
    let years = matches!(time.base, Base::Then(Span::Year, _)) && frame.tense == Tense::Present;
    let stays = |found: Interval| {
        let now = published.filter(|now| frame.told.last().is_some_and(|told| told.earliest <= now.latest));
        !(years && now.is_some_and(|now| found.earliest > now.latest))
    };
    for told in frame.told.iter().rev().take(REACH) {
        if let Some(found) = from_told(time, *told).filter(|found| passed(*found) && stays(*found)) {
            return Some((found, Extent::Whole));
        }
    }
    if !frame.told.is_empty() || matches!(time.base, Base::That(_)) {
        return None;
    }
    anchored(frame, |day| from_told(time, Interval::day(day)).filter(|found| passed(*found)))
}

/// The day of the month of which the text told last.
fn month_told(day: u8, frame: &Frame<'_>) -> Option<Interval> {
    let told = frame.told.last()?;
    let (year, month, _) = told.earliest.ymd();
    let within = Interval::month(year, month)?.hull(*told) == Interval::month(year, month)?;
    if within { day_of(year, month, day).map(Interval::day) } else { None }
}

/// By which rule a time is resolved.
pub(super) fn rule(time: Time) -> Rule {
    let by_publication = time.base.is_deictic() && matches!(time.part, Some(Part::SoFar | Part::Rest));
    match (time.base, time.year) {
        _ if time.offset.is_some() => Rule::CountedFromDate,
        _ if by_publication => Rule::CutByPublication,
        (Base::Then(..) | Base::That(_) | Base::Same(_), _) | (_, Year::Told(_) | Year::Beside(_)) => {
            Rule::TimeToldBefore
        }
        (Base::Feast(_) | Base::BesideFeast { .. }, _) => Rule::Feast,
        (Base::Decade(_) | Base::Century(_), _) => Rule::Calendar,
        (Base::CenturyTurn(Some(_)), _) => Rule::Calendar,
        (Base::Nineties(_) | Base::CenturyTurn(None), _) => Rule::NearestCentury,
        (Base::Shift(_), _) => Rule::RelativeDay,
        (Base::Turn(..) | Base::DayOfMonth { month: Some(_), .. }, _) => Rule::RelativeSpan,
        (Base::Ago(_, count), _) if count.least < 0 => Rule::CountedAhead,
        (Base::Ago(..) | Base::LessAgo(..), _) => Rule::CountedBack,
        (Base::Window(..), _) => Rule::Window,
        (Base::Weekday(_), Year::Turn(_) | Year::Week(_)) => Rule::WeekdayOfWeek,
        (Base::Weekday(_), _) => Rule::WeekdayByTense,
        (Base::DayOfMonth { .. }, _) => Rule::NearestMonth,
        (_, Year::At(_)) => Rule::Calendar,
        (_, Year::Short(_)) => Rule::NearestCentury,
        (_, Year::Turn(_)) => Rule::RelativeSpan,
        (_, Year::Open | Year::Side(_) | Year::Week(_)) => Rule::NearestYear,
    }
}

/// How exactly a time says what it says.
pub(super) fn precision(time: Time) -> Precision {
    let base = match time.base {
        Base::Day { .. } | Base::DayOfMonth { .. } | Base::Nth { .. } | Base::Shift(_) | Base::Weekday(_) => {
            Precision::Day
        }
        Base::Feast(Feast::From(..) | Feast::FromEaster(..)) => Precision::Range,
        Base::Feast(_) | Base::BesideFeast { .. } => Precision::Day,
        Base::WeekOfMonth { .. } => Precision::Week,
        Base::Half(_) => Precision::Half,
        Base::Month(_) => Precision::Month,
        Base::Year => Precision::Year,
        Base::Quarter(_) => Precision::Quarter,
        Base::Season(_) => Precision::Season,
        Base::Week(_) => Precision::Week,
        Base::Decade(_) | Base::Nineties(_) => Precision::Decade,
        Base::Century(_) => Precision::Century,
        Base::Window(..) | Base::LessAgo(..) | Base::CenturyTurn(_) | Base::Same(_) => Precision::Range,
        Base::Ago(_, count) | Base::Then(_, count) if count.least != count.most => Precision::Range,
        Base::Ago(Span::Decade | Span::Century, _) => Precision::Range,
        Base::Ago(Span::Year, count) | Base::Then(Span::Year, count) if count.least % 2 != 0 => Precision::Month,
        Base::Ago(Span::Quarter | Span::HalfYear, _) | Base::Then(Span::Quarter | Span::HalfYear, _) => {
            Precision::Month
        }
        Base::Turn(span, _) | Base::Ago(span, _) | Base::Then(span, _) | Base::That(span) => match span {
            Span::Day => Precision::Day,
            Span::Week | Span::Fortnight => Precision::Week,
            Span::Weekend | Span::Workweek => Precision::Part,
            Span::Month => Precision::Month,
            Span::Quarter => Precision::Quarter,
            Span::HalfYear => Precision::Half,
            Span::Year => Precision::Year,
            Span::Decade => Precision::Decade,
            Span::Century => Precision::Century,
        },
    };
    match time.part {
        _ if time.offset.is_some() && !matches!(time.base, Base::Turn(..) | Base::Month(_) | Base::Year) => {
            Precision::Day
        }
        None => base,
        Some(Part::WeekOf) => Precision::Week,
        Some(Part::FirstHalf | Part::SecondHalf) if base == Precision::Year => Precision::Half,
        Some(_) => Precision::Part,
    }
}

/// What `of` gives for the days on which the text may have been published.
fn anchored(frame: &Frame<'_>, of: impl Fn(Day) -> Option<Interval>) -> Option<(Interval, Extent)> {
    let days = frame.published?.interval;
    let (first, last) = (of(days.earliest)?, of(days.latest)?);
    Some((first.hull(last), if first == last { Extent::Whole } else { Extent::Within }))
}

/// A time of a known year.
pub(super) fn in_year(time: Time, year: i32) -> Option<Interval> {
    let whole = match time.base {
        Base::Day { day, month, .. } => Interval::day(day_of(year, month, day)?),
        Base::Nth { nth, weekday, month } => Interval::day(nth_weekday(year, month, nth, weekday)?),
        Base::WeekOfMonth { nth, month } => {
            let thursday = nth_weekday(year, month, nth, 4)?;
            Interval::new(Day(thursday.0 - 3), Day(thursday.0 + 3))
        }
        Base::Feast(feast) => feast.in_year(year)?,
        Base::BesideFeast { nth: 6, weekday, feast } => {
            Interval::day(weekday_beside(weekday, -1, feast.in_year(year)?))
        }
        Base::BesideFeast { nth, weekday, feast } => {
            let first = weekday_beside(weekday, 1, feast.in_year(year)?);
            Interval::day(Day(first.0 + 7 * (i32::from(nth) - 1)))
        }
        Base::Half(half) => months(year, half * 6 - 5, 6)?,
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

pub(super) fn years(first: i32, count: i32) -> Option<Interval> {
    Some(Interval::year(first.max(1))?.hull(Interval::year(first + count - 1)?))
}

pub(super) fn months(year: i32, first: u8, count: u8) -> Option<Interval> {
    let last = first + count - 1;
    Some(Interval::month(year, first)?.hull(Interval::month(year + i32::from((last - 1) / 12), (last - 1) % 12 + 1)?))
}

/// Cuts the part out: by thirds (days 1–10, 11–20, 21–end; months; years 0–3, 4–6, 7–9), or by halves.
pub(super) fn part(whole: Interval, time: Time) -> Option<Interval> {
    let Some(part) = time.part else { return Some(whole) };
    if let Part::First(span, count) | Part::Last(span, count) = part {
        let halves = i16::from(count) * 2;
        let piece = match part {
            Part::First(..) => Interval::new(whole.earliest, Day(moved(span, whole.earliest, halves)?.0 - 1)),
            _ => Interval::new(Day(moved(span, Day(whole.latest.0 + 1), -halves)?.0), whole.latest),
        };
        return (whole.hull(piece) == whole).then_some(piece);
    }
    if let Part::UpTo(span, count) = part {
        let first = moved(span, Day(whole.latest.0 + 1), -2 * i16::from(count))?;
        return (first <= whole.earliest).then_some(Interval::new(first, whole.latest));
    }
    if part == Part::WeekOf {
        let first = monday(whole.earliest);
        return Some(Interval::new(first, Day(first.0 + 6)));
    }
    if part == Part::WeekendOf {
        let weekday = whole.earliest.weekday();
        let saturday = monday(whole.earliest).0 + if weekday == 1 { -2 } else { 5 };
        let weekend = Interval::new(Day(saturday), Day(saturday + 1));
        // From Thursday on, and to a Monday: Thanksgiving weekend, Labor Day weekend.
        return Some(if matches!(weekday, 1 | 4 | 5) { weekend.hull(whole) } else { weekend });
    }
    let (year, month, _) = whole.earliest.ymd();
    let (count, cuts): (i32, [i32; 2]) = match precision(Time { part: None, ..time }) {
        Precision::Month => (i32::from(whole.latest.ymd().2), [10, 20]),
        Precision::Year => (12, [4, 8]),
        Precision::Season | Precision::Quarter => (3, [1, 2]),
        Precision::Half => (6, [2, 4]),
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
        Part::Fourth(nth) => (count / 4 * (i32::from(nth) - 1), count / 4 * i32::from(nth)),
        Part::WeekOf
        | Part::WeekendOf
        | Part::SoFar
        | Part::Rest
        | Part::First(..)
        | Part::Last(..)
        | Part::UpTo(..) => return None,
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

/// The year of `'10`: at most 20 years after publication; without that, between 1930 and 2029.
fn century_for(year: u8, frame: &Frame<'_>) -> i32 {
    let latest = frame.published.map_or(2029, |published| published.interval.latest.ymd().0 + 20);
    let back = (latest - i32::from(year)).rem_euclid(100);
    latest - back
}

/// The nineties nearest before publication. The tens and the twenties are those of the century before until the
/// decade is over, since a decade is seldom called by its name while it lasts.
fn nineties(time: Time, tens: u8, frame: &Frame<'_>) -> Option<Interval> {
    if let Year::Turn(turn) = time.year {
        let now = frame.published?.interval.latest.ymd().0;
        let first = (now / 100 + i32::from(turn)) * 100 + i32::from(tens);
        return in_year(Time { base: Base::Decade(first.try_into().ok()?), ..time }, 1);
    }
    let now = frame.published.map_or(1999, |published| published.interval.latest.ymd().0);
    let ended = now / 10 * 10 - if tens < 20 { 0 } else { 10 };
    let back = (ended - i32::from(tens)).rem_euclid(100);
    in_year(Time { base: Base::Decade((ended - back).try_into().ok()?), ..time }, 1)
}

/// What the text has told last that the same month, quarter, period of another year can be.
pub(super) fn told_like(span: Option<Span>, frame: &Frame<'_>) -> Option<Interval> {
    let fits = |told: &&Interval| match span {
        Some(Span::Month) => (28..=31).contains(&told.days()),
        Some(_) => (88..=93).contains(&told.days()),
        None => (2..365).contains(&told.days()),
    };
    frame.told.iter().rev().take(REACH).find(fits).copied()
}

/// The days of a year that the text has told last of another.
fn same_of(span: Option<Span>, year: i32, frame: &Frame<'_>) -> Option<Interval> {
    let told = told_like(span, frame)?;
    let halves = i16::try_from(2 * (year - told.earliest.ymd().0)).ok()?;
    // The day behind the last, so that a month ends with its last day.
    let behind = moved(Span::Year, Day(told.latest.0 + 1), halves)?;
    Some(Interval::new(moved(Span::Year, told.earliest, halves)?, Day(behind.0 - 1)))
}

/// How many years on either side are meant by the turn of a century.
const TURN: i32 = 5;

/// The first year of a century whose turn is told: the one nearest to what the text has told last, or the last that was
/// over ten years before publication. What is nearer is seldom called so.
fn century_turn(frame: &Frame<'_>) -> Option<i32> {
    let round = |year: i32| (year + 50) / 100 * 100;
    let now = frame.published?.interval.latest.ymd().0;
    let story = frame.told.last().map(|told| told.earliest.ymd().0).filter(|year| *year < now - 50);
    Some(match story {
        Some(year) => round(year),
        None if frame.tense == Tense::Future => (now + 99) / 100 * 100,
        None => (now - 10) / 100 * 100,
    })
}

/// Days from publication within which a date without a year is that of publication, whatever the text has told. At 0 a story
/// told in passing takes the dates of the news with it; at half a year no story could be told.
const NEAR: i32 = 45;

/// How many sentences on a story goes on in the year that it has told. With more, news takes the year of its background.
const STORY: usize = 1;

/// How many days on, so that it lies on one side.
const GOES_ON: i32 = 183;

/// The days of a date without a year that the text settles: `11 september`, of which it has told the year before; or what
/// goes on from a date told just before, in a past that is not near publication.
pub(super) fn of_story(time: Time, frame: &Frame<'_>) -> Option<Interval> {
    let kind = matches!(time.base, Base::Day { .. } | Base::Month(_) | Base::Feast(_)) && time.year == Year::Open;
    if !kind || frame.dated.is_empty() || frame.tense == Tense::Future {
        return None;
    }
    let days = frame.published?.interval;
    // Of what is that near the reader is told without its year.
    let nearest = nearest_to_publication(time, frame, days)?;
    let away = (nearest.earliest.0 - days.latest.0).max(days.earliest.0 - nearest.latest.0);
    if away <= NEAR {
        return None;
    }
    let bears = |found: &Interval| time.bears(found.earliest.weekday());
    if let (Base::Day { .. }, None) = (time.base, time.part) {
        let same = |dated: &&Dated| in_year(time, dated.interval.earliest.ymd().0) == Some(dated.interval);
        if let Some(dated) = frame.dated.iter().rev().find(same) {
            return Some(dated.interval).filter(bears);
        }
    }
    // Another time told since is another story.
    let last = frame.dated.last().filter(|last| frame.told.last() == Some(&last.interval))?;
    let goes_on = last.sentence + STORY >= frame.sentence && frame.tense == Tense::Past;
    if !goes_on || last.interval.latest.0 + 365 > days.earliest.0 {
        return None;
    }
    let year = last.interval.earliest.ymd().0;
    // Stories go on rather than back.
    let on = |found: &Interval| (0..=GOES_ON).contains(&(found.earliest.0 - last.interval.earliest.0));
    (year..=year + 1).filter_map(|year| in_year(time, year)).find(on).filter(bears)
}

/// The likeliest year of a time that does not tell it: that of the story, or the nearest, with what lies against the tense
/// counted as further away.
fn nearest(time: Time, frame: &Frame<'_>) -> Option<Interval> {
    let days = frame.published?.interval;
    of_story(time, frame).or_else(|| nearest_to_publication(time, frame, days))
}

fn nearest_to_publication(time: Time, frame: &Frame<'_>, days: Interval) -> Option<Interval> {
    let years = days.earliest.ymd().0 - 8..=days.latest.ymd().0 + 8;
    let found = years.filter_map(|year| in_year(time, year)).map(|interval| {
        // A date that bears the wrong weekday this year may be right a year away; further off it is an error.
        let wrong = matches!(time.base, Base::Day { weekday: 1.., .. } if !time.bears(interval.earliest.weekday()));
        // The months up to one are over with it.
        let up_to = matches!(time.part, Some(Part::UpTo(..))) && interval.earliest <= days.latest;
        let more = if up_to { interval.latest.0 - days.latest.0 } else { 0 };
        (interval, more.max(0) + if wrong { 300 } else { 0 })
    });
    // A weekday that fits tells more than the tense.
    let told = matches!(time.base, Base::Day { weekday: 1.., .. });
    least_cost(found, &Frame { tense_is_sure: frame.tense_is_sure && !told, ..*frame }, time.year)
}

/// The likeliest month of a time that does not tell it; the same way.
pub(super) fn nearest_month(
    frame: &Frame<'_>,
    side: Year,
    of: impl Fn(i32, u8) -> Option<Interval>,
) -> Option<Interval> {
    let days = frame.published?.interval;
    let first = -36 + (days.earliest.0 - days.latest.0) / 28;
    let months = (first..=36).map(|shift| month_from(days.latest, shift));
    least_cost(months.filter_map(|(year, month)| Some((of(year, month)?, 0))), frame, side)
}

/// How much further away a day to come counts where the verb of its own clause is in the past: it is taken only where the text is of the day before.
/// With less, `op 2 januari is hij aangekomen` of 31 December would be two days ahead; with no bound, a verb that only looks like a past decides.
const PASSED: i32 = 200;

/// Verbs of before are spelt in ways that are not all known; what they tell has mostly been. The spelling of Siegenbeek (1804) was usual by then.
const SPELT: i32 = 1850;

fn least_cost(found: impl Iterator<Item = (Interval, i32)>, frame: &Frame<'_>, side: Year) -> Option<Interval> {
    let days = frame.published?.interval;
    let old = days.latest.ymd().0 < SPELT;
    let (back, ahead) = match (frame.tense, frame.relation) {
        (Tense::Unknown | Tense::Present, _) if old => (1, 8),
        // What stays until then is not over.
        (Tense::Future | Tense::Present, Relation::Until) => (8, 1),
        (Tense::Future, _) => (3, 1),
        // What was closed, or was put off, until then may still be.
        (Tense::Past, Relation::Until) => (1, 6),
        (Tense::Past, _) => (1, if frame.tense_is_sure { PASSED } else { 8 }),
        (Tense::Unknown | Tense::Present, Relation::Since) => (1, 3),
        (Tense::Unknown, Relation::Until) => (1, 1),
        (Tense::Present, _) => (2, 1),
        (Tense::Unknown, _) => (2, 3),
    };
    let costs = found.filter_map(|(interval, more)| {
        let before = days.earliest.0 - interval.latest.0;
        let after = interval.earliest.0 - days.latest.0;
        let other = side == Year::Side(-1) && interval.latest >= days.latest
            || side == Year::Side(1) && interval.earliest <= days.earliest;
        let cost = if before > 0 { before * back } else { after.max(0) * ahead };
        (!other).then_some((cost + more, interval))
    });
    costs.min_by_key(|(cost, _)| *cost).map(|(_, interval)| interval)
}

/// Both ends of a range; an end that does not tell its year takes it from the other.
pub(super) fn resolve_range(left: Time, right: Time, frame: &Frame<'_>) -> Option<(Interval, Extent)> {
    if let (Base::Weekday(weekday), Year::Open) = (left.base, left.year)
        && right.is_day()
    {
        let (last, extent) = resolve(right, frame)?;
        return Some((weekdays(weekday, last), extent));
    }
    // `1914-'18`
    if let (Year::At(first), Year::Short(last)) = (left.year, right.year) {
        let same = first - first % 100 + i32::from(last);
        let last = if same < first { same + 100 } else { same };
        return Some((in_year(left, first)?.hull(in_year(right, last)?), Extent::Whole));
    }
    // `'40-'45`: of one century, or of the turn of two.
    if let (Year::Short(one), Year::Short(other)) = (left.year, right.year) {
        let last = century_for(other, frame);
        let first = last - i32::from(other) + i32::from(one) - if one > other { 100 } else { 0 };
        let ends = in_year(left, first)?.hull(in_year(right, last)?);
        return Some((ends, Extent::Whole));
    }
    // `van de 19e tot de 23e`
    if let (Base::DayOfMonth { month: None, .. }, Base::DayOfMonth { day, month: None, .. }) = (left.base, right.base) {
        let (first, extent) = resolve(left, frame)?;
        let last = (0..2).find_map(|ahead| {
            let (year, month) = month_from(first.earliest, ahead);
            day_of(year, month, day).filter(|last| *last > first.earliest)
        });
        return Some((Interval::new(first.earliest, last?), extent));
    }
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
