//! The grammar of times: which pieces, in which order, are one.
//!
//! Shared by all languages. Every function takes the piece at which it starts to read, and gives what it read with the
//! piece after it.

use super::phrase::{Base, Phrase, Time, Year};
use super::pieces::{Gap, Piece, gap};
use super::words::{Meaning, Part, Span, Words, role};

/// A sentence in pieces, to be read.
pub(super) struct Reader<'a> {
    pub(super) sentence: &'a str,
    pub(super) pieces: &'a [Piece],
    pub(super) words: &'a Words,
}

impl Reader<'_> {
    pub(super) fn meaning(&self, at: usize) -> Meaning {
        self.pieces.get(at).map_or(Meaning::Other, |piece| piece.meaning)
    }

    /// Whether the piece is a function word with one of the roles.
    pub(super) fn is(&self, at: usize, roles: u32) -> bool {
        matches!(self.meaning(at), Meaning::Role(has) if has & roles != 0)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.capital)
    }

    /// What stands ahead of a piece.
    pub(super) fn gap(&self, at: usize) -> Gap {
        match (at.checked_sub(1).and_then(|before| self.pieces.get(before)), self.pieces.get(at)) {
            (Some(&before), Some(&piece)) => gap(self.sentence, before, piece),
            _ => Gap::Other,
        }
    }

    pub(super) fn spaced(&self, at: usize) -> bool {
        self.gap(at) == Gap::Space
    }

    /// Skips a piece with one of the roles, where there is one.
    pub(super) fn skip(&self, at: usize, roles: u32) -> usize {
        let follows = self.is(at, roles) && self.spaced(at) && matches!(self.gap(at + 1), Gap::Space | Gap::Quote);
        if follows { at + 1 } else { at }
    }

    /// A time, or a range, as long as it can be read.
    pub(super) fn phrase(&self, at: usize) -> Option<(Phrase, usize)> {
        match self.meaning(at) {
            Meaning::Other => None,
            Meaning::Role(roles) if roles & role::BETWEEN != 0 => self.between(at + 1),
            Meaning::Role(roles) if roles & role::ARTICLE != 0 => self.with_article(at),
            Meaning::Role(_) => None,
            _ => self.range(at),
        }
    }

    /// An article belongs to a time that a noun heads: `de zomer van 2022`, but not to a date.
    fn with_article(&self, at: usize) -> Option<(Phrase, usize)> {
        if !self.spaced(at + 1) {
            return None;
        }
        let (phrase, end) = self.range(at + 1)?;
        let (Phrase::One(time) | Phrase::Range(time, _)) = phrase;
        let headed = time.part.is_some()
            || matches!(
                time.base,
                Base::Quarter(_)
                    | Base::Season(_)
                    | Base::Decade(_)
                    | Base::Nineties(_)
                    | Base::Century(_)
                    | Base::Turn(..)
                    | Base::Window(..)
            );
        headed.then_some((phrase, end))
    }

    /// `tussen 1991 en 1998`, after its first word.
    fn between(&self, at: usize) -> Option<(Phrase, usize)> {
        let at = if self.is(at, role::ARTICLE) { at + 1 } else { at };
        if !self.spaced(at) {
            return None;
        }
        if let Some((left, and)) = self.time(at)
            && self.is(and, role::AND)
            && let Some((right, end)) = self.right(left, self.skip(and + 1, role::ARTICLE))
        {
            return Some((Phrase::Range(left, right), end));
        }
        let day = self.day_number(at)?;
        if !self.is(at + 1, role::AND) {
            return None;
        }
        let (right, end) = self.time(at + 2)?;
        Some((Phrase::Range(with_day(right, day)?, right), end))
    }

    fn range(&self, at: usize) -> Option<(Phrase, usize)> {
        let Some((left, end)) = self.time(at) else { return self.days_of_month(at) };
        let Some(next) = self.joined(end) else { return Some((Phrase::One(self.shared(left, end)), end)) };
        let Some((right, after)) = self.right(left, next) else { return Some((Phrase::One(left), end)) };
        let alike = std::mem::discriminant(&left.base) == std::mem::discriminant(&right.base);
        let by_word = next > end;
        if alike || by_word && !left.base.is_deictic() {
            Some((Phrase::Range(left, right), after))
        } else {
            Some((Phrase::One(left), end))
        }
    }

    /// The piece after what joins the ends of a range: a dash, `tot`, `tot en met`.
    fn joined(&self, at: usize) -> Option<usize> {
        if matches!(self.gap(at), Gap::Hyphen | Gap::Dash | Gap::Slash) {
            return Some(at);
        }
        if !self.is(at, role::TO) || !self.spaced(at) {
            return None;
        }
        let long = self.is(at + 1, role::AND) && self.is(at + 2, role::WITH);
        Some(self.skip(if long { at + 3 } else { at + 1 }, role::ARTICLE))
    }

    /// The right end of a range, where a bare number can be a day or a year.
    fn right(&self, left: Time, at: usize) -> Option<(Time, usize)> {
        if let Base::Day { month, .. } = left.base
            && let Some(day) = self.day_number(at)
            && self.time(at).is_none_or(|(time, _)| matches!(time.base, Base::Year))
        {
            // `3 mei - vier jaar later`
            let counted = self.is(at + 1, role::COUNTED) || self.span(at + 1).is_some();
            if self.gap(at + 1) == Gap::Slash || counted || matches!(self.meaning(at), Meaning::Cardinal(_)) {
                return None;
            }
            let (year, end) = self.year_after(at + 1).unwrap_or((left.year, at + 1));
            return Some((Time::new(Base::Day { day, month, weekday: 0 }, year), end));
        }
        if let (Base::Year, Year::At(first)) = (left.base, left.year)
            && let Some(last) = self.last_year(at, first)
        {
            return Some((Time::new(Base::Year, Year::At(last)), at + 1));
        }
        self.time(at)
    }

    /// `3–5 mei`, `3 tot 5 mei 2010`; of `3 en 5 mei` the first.
    fn days_of_month(&self, at: usize) -> Option<(Phrase, usize)> {
        let day = self.day_number(at)?;
        let and = self.is(at + 1, role::AND) && self.spaced(at + 1) && self.spaced(at + 2);
        let next = if and { at + 2 } else { self.joined(at + 1)? };
        let (right, end) = self.time(next)?;
        let left = with_day(right, day)?;
        if self.gap(at) == Gap::Hyphen || matches!(self.gap(next), Gap::Slash) {
            return None;
        }
        Some(if and { (Phrase::One(left), at + 1) } else { (Phrase::Range(left, right), end) })
    }

    /// Gives a time without a year the one that its neighbour tells: `maart en april 2022`.
    fn shared(&self, left: Time, end: usize) -> Time {
        if left.is_open()
            && self.is(end, role::AND)
            && let Some((right, _)) = self.time(end + 1)
            && let (Base::Day { .. } | Base::Month(_) | Base::Quarter(_), Year::At(year)) = (right.base, right.year)
        {
            return Time { year: Year::At(year), ..left };
        }
        left
    }

    /// One time, with its part.
    pub(super) fn time(&self, at: usize) -> Option<(Time, usize)> {
        let (part, next) = match self.meaning(at) {
            Meaning::Part(part) | Meaning::PartLike(part) => (part, self.skip(at + 1, role::OF)),
            Meaning::PartOf(part) => {
                let of = self.skip(at + 1, role::OF);
                if of == at + 1 {
                    return None;
                }
                (part, of)
            }
            Meaning::Cut(part) => {
                let (time, end) = if self.spaced(at + 1) { self.base(at + 1)? } else { return None };
                let this = matches!(time.base, Base::Turn(_, 0));
                return this.then_some((Time { part: Some(part), ..time }, end));
            }
            Meaning::Ordinal(half @ 1..=2) if self.meaning(at + 1) == Meaning::Half && self.spaced(at + 1) => {
                (if half == 1 { Part::FirstHalf } else { Part::SecondHalf }, self.skip(at + 2, role::OF))
            }
            Meaning::HalfTag(half) => {
                (if half == 1 { Part::FirstHalf } else { Part::SecondHalf }, self.skip(at + 1, role::OF))
            }
            _ => return self.base(at),
        };
        if !matches!(self.gap(next), Gap::Space | Gap::Hyphen) {
            return None;
        }
        let the = self.skip(next, role::ARTICLE);
        let (mut time, end) = match self.meaning(the) {
            // `eind van de maand`
            Meaning::Span(span) if the > next && span != Span::Day && !self.is(the + 1, role::OF) => {
                (Time::new(Base::Turn(span, 0), Year::Open), the + 1)
            }
            // `begin mei`: a month by its name alone is certain here.
            Meaning::Month(_) => self.month(the, true)?,
            // `begin 2000`: and so is a year.
            Meaning::Number(_) => self.year(the, true)?,
            _ => self.base(the)?,
        };
        let whole = matches!(time.base, Base::Day { .. } | Base::Shift(_) | Base::Weekday(_) | Base::Ago(..));
        let beginless = matches!(time.base, Base::Month(_) | Base::Year);
        let like = matches!(self.meaning(at), Meaning::PartLike(_));
        if whole || time.part.is_some() || like && beginless || matches!(time.base, Base::Window(..)) {
            return None;
        }
        time.part = Some(part);
        Some((time, end))
    }

    fn base(&self, at: usize) -> Option<(Time, usize)> {
        match self.meaning(at) {
            Meaning::Weekday(weekday) => self.weekday(at, weekday),
            Meaning::ShortWeekday(weekday) => {
                self.dated_weekday(at, weekday).filter(|(time, _)| matches!(time.base, Base::Day { .. }))
            }
            Meaning::Number(_) => {
                self.numeric(at).or_else(|| self.day(at)).or_else(|| self.year(at, false)).or_else(|| self.ago(at))
            }
            Meaning::Ordinal(ordinal) => self.day(at).or_else(|| self.ordinal(at, ordinal)),
            Meaning::Cardinal(_) => self.day(at).or_else(|| self.ago(at)),
            Meaning::Month(_) => self.month(at, false),
            Meaning::ShortMonth(_) => self.month(at, false),
            Meaning::Season(season, sure) => self.season(at, season, sure),
            Meaning::QuarterTag(quarter) => self.quarter(at + 1, quarter),
            Meaning::Decade(first) if first >= 100 => Some((Time::new(Base::Decade(first), Year::Open), at + 1)),
            Meaning::Decade(tens) => Some((Time::new(Base::Nineties(tens as u8), Year::Open), at + 1)),
            Meaning::Nineties(tens) if self.is(at.checked_sub(1)?, role::ARTICLE) || self.is_part(at - 1) => {
                Some((Time::new(Base::Nineties(tens), Year::Open), at + 1))
            }
            Meaning::Decades => self.decade(at),
            Meaning::Tens(tens) if self.meaning(at + 1) == Meaning::Decades => {
                Some((Time::new(Base::Nineties(tens), Year::Open), at + 2))
            }
            Meaning::Span(Span::Year) if self.spaced(at + 1) => self.year(at + 1, true),
            Meaning::Span(Span::Week) if self.spaced(at + 1) => self.week(at + 1),
            Meaning::Shift(days) => Some((Time::new(Base::Shift(days), Year::Open), at + 1)),
            Meaning::Turn(_) | Meaning::Nearest(_) => self.turn(at),
            _ => None,
        }
    }

    fn is_part(&self, at: usize) -> bool {
        matches!(self.meaning(at), Meaning::Part(_) | Meaning::PartLike(_))
    }
}

/// The same month and year with another day.
fn with_day(time: Time, day: u8) -> Option<Time> {
    match time.base {
        Base::Day { month, .. } if time.part.is_none() => {
            Some(Time::new(Base::Day { day, month, weekday: 0 }, time.year))
        }
        _ => None,
    }
}
