//! Times that count from the day of speaking: yesterday, last week, Thursday, three weeks ago.

use super::grammar::Reader;
use super::phrase::{Base, Time, Year};
use super::pieces::Gap;
use super::words::{Digits, Meaning, Span, role};

impl Reader<'_> {
    pub(super) fn weekday(&self, at: usize, weekday: u8) -> Option<(Time, usize)> {
        self.dated_weekday(at, weekday).or_else(|| {
            // `dinsdag van vorige week`
            let of = self.skip(at + 1, role::OF);
            let week = match self.meaning(of) {
                Meaning::Turn(turn) if self.meaning(of + 1) == Meaning::Span(Span::Week) => Some((turn, of + 2)),
                _ => None,
            };
            let (year, end) = week.map_or((Year::Open, at + 1), |(turn, end)| (Year::Turn(turn), end));
            Some((Time::new(Base::Weekday(weekday), year), end))
        })
    }

    pub(super) fn dated_weekday(&self, at: usize, weekday: u8) -> Option<(Time, usize)> {
        if !matches!(self.gap(at + 1), Gap::Space | Gap::Comma | Gap::Stop) {
            return None;
        }
        let next = self.skip(at + 1, role::ARTICLE);
        let (mut time, end) = match self.meaning(next) {
            Meaning::Month(_) | Meaning::ShortMonth(_) => self.month(next, false),
            _ => self.numeric(next).or_else(|| self.day(next)),
        }?;
        let Base::Day { weekday: told, .. } = &mut time.base else { return None };
        *told = weekday;
        Some((time, end))
    }

    /// `drie weken geleden`.
    pub(super) fn ago(&self, at: usize) -> Option<(Time, usize)> {
        let count = match self.meaning(at) {
            Meaning::Number(Digits { value, .. }) => i16::try_from(value).ok()?,
            Meaning::Cardinal(value) => i16::from(value),
            _ => return None,
        };
        if self.is_fraction(at) || !self.spaced(at + 1) {
            return None;
        }
        let span = self.span(at + 1)?;
        (self.meaning(at + 2) == Meaning::Ago).then_some((Time::new(Base::Ago(span, count), Year::Open), at + 3))
    }

    pub(super) fn span(&self, at: usize) -> Option<Span> {
        match self.meaning(at) {
            Meaning::Span(span) | Meaning::Spans(span) => Some(span),
            Meaning::Decades => Some(Span::Year),
            _ => None,
        }
    }

    /// `vorige week`, `afgelopen maandag`, `de afgelopen drie maanden`, `dit jaar`.
    pub(super) fn turn(&self, at: usize) -> Option<(Time, usize)> {
        let (turn, nearest) = match self.meaning(at) {
            Meaning::Turn(turn) => (turn, false),
            Meaning::Nearest(side) => (side, true),
            _ => return None,
        };
        if !self.spaced(at + 1) {
            return None;
        }
        let side = if turn == 0 { Year::Turn(0) } else { Year::Side(turn) };
        let time = match self.meaning(at + 1) {
            Meaning::Span(Span::Day) => return None,
            // `the last week of May`
            Meaning::Span(_)
                if self.skip(at + 2, role::OF) > at + 2
                    && matches!(self.meaning(at + 3), Meaning::Month(_) | Meaning::Number(_)) =>
            {
                return None;
            }
            // `volgend jaar mei`
            Meaning::Span(Span::Year)
                if matches!(self.meaning(self.skip(at + 2, role::IN)), Meaning::Month(_)) && self.spaced(at + 2) =>
            {
                let (time, end) = self.month(self.skip(at + 2, role::IN), true)?;
                return (time.year == Year::Open).then_some((Time { year: Year::Turn(turn), ..time }, end));
            }
            Meaning::Span(span) if nearest && !matches!(span, Span::Quarter | Span::Month) => {
                Time::new(Base::Window(span, i16::from(turn)), Year::Open)
            }
            Meaning::Span(span) => {
                if let Meaning::Weekday(weekday) = self.meaning(at + 2)
                    && span == Span::Week
                {
                    return Some((Time::new(Base::Weekday(weekday), Year::Turn(turn)), at + 3));
                }
                Time::new(Base::Turn(span, turn), Year::Open)
            }
            Meaning::Weekday(weekday) if self.dated_weekday(at + 1, weekday).is_none() => {
                Time::new(Base::Weekday(weekday), if nearest { Year::Side(turn) } else { Year::Turn(turn) })
            }
            Meaning::Month(month) if self.year_after(at + 2).is_none() && self.day_number(at + 2).is_none() => {
                Time::new(Base::Month(month), side)
            }
            Meaning::Season(season, _) if self.year_after(at + 2).is_none() => Time::new(Base::Season(season), side),
            Meaning::Number(Digits { value, .. }) if nearest && turn != 0 && !self.is_fraction(at + 1) => {
                return self.window(at + 2, i16::try_from(value).ok()? * i16::from(turn));
            }
            Meaning::Cardinal(value) if nearest && turn != 0 => {
                return self.window(at + 2, i16::from(value) * i16::from(turn));
            }
            _ => return None,
        };
        Some((time, at + 2))
    }

    pub(super) fn window(&self, at: usize, count: i16) -> Option<(Time, usize)> {
        let span = self.span(at)?;
        Some((Time::new(Base::Window(span, count), Year::Open), at + 1))
    }
}
