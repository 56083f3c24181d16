//! The grammar of times: which pieces, in which order, are one.
//!
//! Shared by all languages. Every function takes the piece at which it starts to read, and gives what it read with the
//! piece after it.

use super::Relation;
use super::phrase::{Base, Phrase, Time, Year};
use super::pieces::{Gap, Piece, gap};
use super::resolve::Tense;
use super::words::{Digits, Meaning, Part, Span, Sure, Words, role};

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
        if self.is(at, roles) && self.spaced(at) && self.spaced(at + 1) { at + 1 } else { at }
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
            if self.gap(at + 1) == Gap::Slash || self.is(at + 1, role::COUNTED) {
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

    /// A whole number that can be a day of a month.
    pub(super) fn day_number(&self, at: usize) -> Option<u8> {
        match self.meaning(at) {
            Meaning::Number(Digits { value: value @ 1..=31, width: 1..=2 }) => Some(value as u8),
            Meaning::Ordinal(value @ 1..=31) | Meaning::Cardinal(value @ 1..=31) => Some(value),
            _ => None,
        }
    }

    /// The year that follows a date, a month, a season: `2022`, `, 2022`, `van 2022`, `'22`, `vorig jaar`.
    pub(super) fn year_after(&self, at: usize) -> Option<(Year, usize)> {
        let of = self.skip(at, role::OF | role::IN);
        let number = self.skip(of, role::ABOUT);
        match (self.gap(number), self.meaning(number)) {
            (Gap::Quote, Meaning::Number(Digits { value, width: 2 })) => Some((Year::Short(value as u8), number + 1)),
            (Gap::Space | Gap::Comma | Gap::Stop, Meaning::Number(Digits { value: 1000..=2199, width: 4 }))
                if !self.counts(number) =>
            {
                let Meaning::Number(Digits { value, .. }) = self.meaning(number) else { return None };
                Some((Year::At(i32::from(value)), number + 1))
            }
            (Gap::Space, Meaning::Turn(turn)) if self.meaning(of + 1) == Meaning::Span(Span::Year) => {
                Some((Year::Turn(turn), of + 2))
            }
            (Gap::Space, Meaning::Nearest(turn)) if self.meaning(of + 1) == Meaning::Span(Span::Year) => {
                Some((Year::Turn(turn), of + 2))
            }
            _ => None,
        }
    }

    fn weekday(&self, at: usize, weekday: u8) -> Option<(Time, usize)> {
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

    fn dated_weekday(&self, at: usize, weekday: u8) -> Option<(Time, usize)> {
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

    /// `3 mei 2010`, `3e mei`, `third of May`.
    fn day(&self, at: usize) -> Option<(Time, usize)> {
        let day = self.day_number(at)?;
        if self.is_fraction(at) {
            return None;
        }
        let ordinal = matches!(self.meaning(at), Meaning::Ordinal(_));
        let next = if ordinal { self.skip(at + 1, role::OF) } else { at + 1 };
        let month = match self.meaning(next) {
            Meaning::Month(month) | Meaning::ShortMonth(month) if self.spaced(next) => month,
            _ => return None,
        };
        if self.words.capital_months && self.words.doubts(month) && !self.is_capital(next) {
            return None;
        }
        let (year, end) = self.year_after(next + 1).unwrap_or((Year::Open, next + 1));
        Some((Time::new(Base::Day { day, month, weekday: 0 }, year), end))
    }

    /// `mei 2010`, `May 3, 2010`, `in mei`.
    fn month(&self, at: usize, certain: bool) -> Option<(Time, usize)> {
        let (month, short) = match self.meaning(at) {
            Meaning::Month(month) => (month, false),
            Meaning::ShortMonth(month) => (month, true),
            _ => return None,
        };
        if self.words.capital_months && self.words.doubts(month) && !self.is_capital(at) {
            return None;
        }
        let next = self.skip(at + 1, role::ARTICLE);
        if let Some(day) = self.day_number(next)
            && (self.spaced(next) || short && self.gap(next) == Gap::Stop)
            && !matches!(self.meaning(next), Meaning::Cardinal(_))
            && !self.counts(next)
            && !self.is_fraction(next)
            && !matches!(self.meaning(next + 1), Meaning::Month(_) | Meaning::Span(_))
        {
            let (year, end) = self.year_after(next + 1).unwrap_or((Year::Open, next + 1));
            return Some((Time::new(Base::Day { day, month, weekday: 0 }, year), end));
        }
        if let Some((year, end)) = self.year_after(at + 1) {
            return Some((Time::new(Base::Month(month), year), end));
        }
        (!short && (certain || self.is_month(at, month))).then_some((Time::new(Base::Month(month), Year::Open), at + 1))
    }

    /// `zomer van 2022`, `winter 2022-2023`, `summer`.
    fn season(&self, at: usize, season: u8, sure: Sure) -> Option<(Time, usize)> {
        if let Some((year, end)) = self.year_after(at + 1) {
            let mut end = end;
            if let (Year::At(first), Meaning::Number(Digits { value, .. })) = (year, self.meaning(end))
                && matches!(self.gap(end), Gap::Hyphen | Gap::Slash)
                && (i32::from(value) == first + 1 || i32::from(value) == (first + 1) % 100)
            {
                end += 1;
            }
            return Some((Time::new(Base::Season(season), year), end));
        }
        (sure == Sure::Yes && self.is(at.checked_sub(1)?, role::ARTICLE) && self.is(at.checked_sub(2)?, role::LEADS))
            .then_some((Time::new(Base::Season(season), Year::Open), at + 1))
    }

    /// `derde kwartaal van 2022`, `17e eeuw`, `eerste week van 2019`.
    fn ordinal(&self, at: usize, ordinal: u8) -> Option<(Time, usize)> {
        let Meaning::Span(span) = self.meaning(at + 1) else { return None };
        if !self.spaced(at + 1) {
            return None;
        }
        match span {
            Span::Quarter if (1..=4).contains(&ordinal) => self.quarter(at + 2, ordinal),
            Span::Century if (2..=22).contains(&ordinal) && !self.is(at + 2, role::ERA) => {
                Some((Time::new(Base::Century(u16::from(ordinal - 1) * 100), Year::Open), at + 2))
            }
            Span::Week if (1..=53).contains(&ordinal) => {
                let (year, end) = self.year_after(at + 2)?;
                Some((Time::new(Base::Week(ordinal), year), end))
            }
            _ => None,
        }
    }

    fn quarter(&self, at: usize, quarter: u8) -> Option<(Time, usize)> {
        let (year, end) = self.year_after(at).unwrap_or((Year::Open, at));
        Some((Time::new(Base::Quarter(quarter), year), end))
    }

    fn week(&self, at: usize) -> Option<(Time, usize)> {
        let Meaning::Number(Digits { value: week @ 1..=53, .. }) = self.meaning(at) else { return None };
        if self.counts(at) || self.is_fraction(at) {
            return None;
        }
        let (year, end) = self.year_after(at + 1).unwrap_or((Year::Open, at + 1));
        Some((Time::new(Base::Week(week as u8), year), end))
    }

    /// `jaren negentig`, `jaren '90`, `jaren 1990`.
    fn decade(&self, at: usize) -> Option<(Time, usize)> {
        if !matches!(self.gap(at + 1), Gap::Space | Gap::Quote) {
            return None;
        }
        let base = match self.meaning(at + 1) {
            Meaning::Cardinal(tens) if tens % 10 == 0 => Base::Nineties(tens),
            Meaning::Number(Digits { value, width: 2 }) if value % 10 == 0 => Base::Nineties(value as u8),
            Meaning::Number(Digits { value, width: 4 }) if value % 10 == 0 => Base::Decade(value),
            _ => return None,
        };
        Some((Time::new(base, Year::Open), at + 2))
    }

    /// `drie weken geleden`.
    fn ago(&self, at: usize) -> Option<(Time, usize)> {
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

    fn span(&self, at: usize) -> Option<Span> {
        match self.meaning(at) {
            Meaning::Span(span) => Some(span),
            Meaning::Decades => Some(Span::Year),
            _ => None,
        }
    }

    /// `vorige week`, `afgelopen maandag`, `de afgelopen drie maanden`, `dit jaar`.
    fn turn(&self, at: usize) -> Option<(Time, usize)> {
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
            Meaning::Span(Span::Day) | Meaning::Decades => return None,
            Meaning::Span(span) if nearest && span != Span::Quarter => {
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

    fn window(&self, at: usize, count: i16) -> Option<(Time, usize)> {
        let span = self.span(at)?;
        Some((Time::new(Base::Window(span, count), Year::Open), at + 1))
    }

    /// What the words ahead of a time make of it.
    pub(super) fn relation(&self, at: usize, time: Time) -> Relation {
        let mut before = at;
        while before > 0 && self.is(before - 1, role::ABOUT | role::ARTICLE) {
            before -= 1;
        }
        let Some(before) = before.checked_sub(1) else { return Relation::In };
        if self.gap(before + 1) != Gap::Space {
            return Relation::In;
        }
        match self.meaning(before) {
            // `per 1 juli` is from then on, `per januari` as it was then.
            Meaning::Role(roles) if roles & role::SINCE != 0 && roles & role::AT != 0 => match time.base {
                Base::Day { .. } => Relation::Since,
                _ => Relation::In,
            },
            Meaning::Role(roles) if roles & role::SINCE != 0 => Relation::Since,
            Meaning::Role(roles) if roles & role::UNTIL != 0 => Relation::Until,
            Meaning::Role(roles) if roles & role::WITH != 0 && before > 1 && self.is(before - 2, role::UNTIL) => {
                Relation::Until
            }
            Meaning::Role(roles) if roles & role::AFTER != 0 => Relation::After,
            Meaning::Role(roles) if roles & role::BEFORE != 0 && !self.is_for(before, time) => Relation::Before,
            _ => Relation::In,
        }
    }

    /// Where the sentence looks, by its auxiliaries.
    pub(super) fn tense(&self) -> Tense {
        let (mut past, mut future) = (false, false);
        for piece in self.pieces {
            if let Meaning::Role(roles) = piece.meaning {
                past |= roles & role::PAST != 0;
                future |= roles & role::FUTURE != 0;
            }
        }
        match (past, future) {
            (true, false) => Tense::Past,
            (false, true) => Tense::Future,
            _ => Tense::Unknown,
        }
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
