//! The grammar of times: which pieces, in which order, are one.
//!
//! Shared by all languages. Every function takes the piece at which it starts to read, and gives what it read with the
//! piece after it.

use super::phrase::{Base, Phrase, Time, Year};
use super::pieces::{Gap, Piece};
use super::words::{Digits, Meaning, Part, Span, Sure, Words, role};

/// A sentence in pieces, to be read.
pub(super) struct Reader<'a> {
    pub(super) sentence: &'a str,
    pub(super) pieces: &'a [Piece],
    pub(super) words: &'a Words,
    /// `3/5/2010` is 5 March, as far as this text shows, or its language.
    pub(super) month_first: bool,
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
        self.pieces.get(at).filter(|_| at > 0).map_or(Gap::Other, |piece| piece.gap)
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
            Meaning::Role(roles) if roles & (role::AHEAD | role::WITHIN) != 0 => self.ahead_of_now(at, roles),
            // `anno passato`
            Meaning::Role(roles) if roles & role::ABOUT != 0 && self.spaced(at + 1) => match self.meaning(at + 1) {
                Meaning::OfMonth(turn) | Meaning::Nearest(turn) | Meaning::Turn(turn)
                    if self.span(at + 2).is_none() =>
                {
                    one(Some((Time::new(Base::Turn(Span::Year, turn), Year::Open), at + 2)))
                }
                _ => None,
            },
            Meaning::Role(roles) if roles & role::LESS != 0 => one(self.less(at)),
            Meaning::Role(roles) if roles & role::NOW != 0 => self.now_until(at).or_else(|| one(self.this_day(at))),
            // `vor drei Wochen`
            Meaning::Role(roles) if roles & role::BEFORE != 0 && self.words.before_is_ago && self.spaced(at + 1) => {
                let (span, count, end) = self.duration(at + 1)?;
                one(Some((Time::new(Base::Ago(span, count), Year::Open), end)))
            }
            Meaning::Role(_) => None,
            _ => self.range(at),
        }
    }

    /// `nu tot vrijdag`, behind `van`.
    fn now_until(&self, at: usize) -> Option<(Phrase, usize)> {
        if at == 0 || !self.is(at - 1, role::FROM) {
            return None;
        }
        let (mut last, end) = self.time(self.joined(at + 1)?)?;
        if let (Base::Weekday(_), Year::Open) = (last.base, last.year) {
            last.year = Year::Side(1);
        }
        Some((Phrase::Range(Time::new(Base::Shift(0), Year::Open), last), end))
    }

    /// `Heden is zij aangekomen`, `heden namiddag`: today, as letters have it, where a verb or a part of the day follows; but: tot heden, heden en verleden.
    fn this_day(&self, at: usize) -> Option<(Time, usize)> {
        let verb = role::PAST | role::PRESENT | role::PERFECT | role::FUTURE;
        let led = at > 0 && self.is(at - 1, role::LEADS | role::TO | role::ARTICLE | role::AND);
        let part = self.meaning(at + 1) == Meaning::DayPart;
        let day = self.word(at).eq_ignore_ascii_case("heden") && self.spaced(at + 1);
        let told = part || self.is(at + 1, verb) && !led;
        (day && told).then_some((Time::new(Base::Shift(0), Year::Open), at + 1 + usize::from(part)))
    }

    /// `over twee weken`, `binnen zes maanden`; but not what is spread over, or the first in.
    fn ahead_of_now(&self, at: usize, roles: u32) -> Option<(Phrase, usize)> {
        let spread = at > 0
            && (self.is(at - 1, role::LABEL | role::COUNTED) || matches!(self.meaning(at - 1), Meaning::Ordinal(_)));
        if spread || !self.spaced(at + 1) {
            return None;
        }
        // `binnen nu en twee weken`
        let from = if self.is(at + 1, role::NOW) && self.is(at + 2, role::AND) { at + 3 } else { at + 1 };
        one(if roles & role::WITHIN != 0 { self.within(from) } else { self.ahead(at + 1) })
    }

    /// An article belongs to a time that a noun heads: `de zomer van 2022`, but not to a date.
    fn with_article(&self, at: usize) -> Option<(Phrase, usize)> {
        if !self.spaced(at + 1) {
            return None;
        }
        if let Some(found) = self.up_to(at + 1) {
            return one(Some(found));
        }
        let Some((phrase, end)) = self.range(at + 1) else { return self.bare_span(at) };
        let (Phrase::One(time) | Phrase::Range(time, _)) = phrase;
        let headed = time.part.is_some()
            || matches!(
                time.base,
                Base::Quarter(_)
                    | Base::Season(_)
                    | Base::Decade(_)
                    | Base::Nineties(_)
                    | Base::Century(_)
                    | Base::CenturyTurn(_)
                    | Base::Turn(..)
                    | Base::Window(..)
                    | Base::Then(..)
                    | Base::That(_)
                    | Base::Same(_)
                    | Base::Half(_)
                    | Base::WeekOfMonth { .. }
                    | Base::Nth { .. }
            )
            || matches!(time.base, Base::Feast(_))
            || time.offset.is_some();
        headed.then_some((phrase, end))
    }

    /// `in het weekend`; `voor het jaar` where nothing follows; `op de 15e`.
    fn bare_span(&self, at: usize) -> Option<(Phrase, usize)> {
        // `van de 19e tot en met de 23e`
        if at > 0
            && self.is(at - 1, role::FROM)
            && self.is_digits(at + 1)
            && let Some(next) = self.joined(at + 2)
            && let Some(found) = self.days_alone(at + 1, next)
        {
            return Some(found);
        }
        let led =
            at > 0 && self.is(at - 1, role::IN | role::BEFORE | role::AT | role::AHEAD | role::SINCE | role::UNTIL);
        // `na het weekend`
        let after = at > 0 && self.is(at - 1, role::AFTER) && self.meaning(at + 1) == Meaning::Span(Span::Weekend);
        // `den 14en is hij vertrokken`
        let led = led || after || self.words.weekdays_by_week && self.word(at).eq_ignore_ascii_case("den");
        let counted = (2..6).any(|back| {
            at >= back
                && (self.is(at - back, role::COUNTED | role::EVERY)
                    || self.span(at - back).is_some()
                    || self.count(at - back).is_some())
        });
        // `Kun je de 30ste een taxi boeken?`
        if let Meaning::Ordinal(day @ 13..=31) = self.meaning(at + 1)
            && self.words.weekdays_by_week
            && self.is_digits(at + 1)
            && self.spaced(at + 2)
            && (self.is(at + 2, role::ARTICLE) || self.meaning(at + 2) == Meaning::Cardinal(1))
        {
            return Some((Phrase::One(day_alone(day)), at + 2));
        }
        if !led {
            return None;
        }
        let time = match self.meaning(at + 1) {
            Meaning::Span(Span::Weekend) if !self.is(at + 2, role::OF) => {
                Time::new(Base::Turn(Span::Weekend, 0), Year::Open)
            }
            Meaning::Span(span @ (Span::Week | Span::Month | Span::Year))
                if at + 2 == self.pieces.len() && !counted =>
            {
                Time::new(Base::Turn(span, 0), Year::Open)
            }
            Meaning::Ordinal(day @ 1..=31) if self.is_digits(at + 1) && self.closes(at + 2) => day_alone(day),
            _ => return None,
        };
        Some((Phrase::One(time), at + 2))
    }

    /// From one day to another of a month that is not told, where no noun follows.
    fn days_alone(&self, at: usize, next: usize) -> Option<(Phrase, usize)> {
        match (self.meaning(at), self.meaning(next)) {
            (Meaning::Ordinal(first @ 1..=31), Meaning::Ordinal(last @ 1..=31)) if self.closes(next + 1) => {
                Some((Phrase::Range(day_alone(first), day_alone(last)), next + 1))
            }
            _ => None,
        }
    }

    pub(super) fn is_digits(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|piece| self.sentence.as_bytes()[piece.start as usize].is_ascii_digit())
    }

    /// Whether no noun follows that an ordinal could belong to.
    fn closes(&self, at: usize) -> bool {
        let verb = role::PAST | role::PRESENT | role::PERFECT | role::FUTURE;
        self.ends(at)
            || self.meaning(at) == Meaning::Role(role::NO_NOUN)
            // Until the 18th to agree.
            || self.words.after_alone && self.meaning(at) == Meaning::Role(role::TO) && self.meaning(at + 1) == Meaning::Other
            || self.is(at + usize::from(self.is(at, role::AND)), verb)
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
        // `tussen de 12e en de 16e`
        if self.is(at + 1, role::AND)
            && let next = self.skip(at + 2, role::ARTICLE)
            && self.is_digits(next)
            && let Some(found) = self.days_alone(at, next)
        {
            return Some(found);
        }
        // `tussen de 16e en 18e eeuw`
        if let Meaning::Ordinal(ordinal) = self.meaning(at)
            && self.is(at + 1, role::AND)
            && let Some((right, end)) = self.base(self.skip(at + 2, role::ARTICLE))
            && let Some(left) = with_ordinal(right, ordinal)
        {
            return Some((Phrase::Range(left, right), end));
        }
        let day = self.day_number(at)?;
        if !self.is(at + 1, role::AND) {
            return None;
        }
        let (right, end) = self.time(self.skip(at + 2, role::ARTICLE))?;
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
    pub(super) fn joined(&self, at: usize) -> Option<usize> {
        if matches!(self.gap(at), Gap::Hyphen | Gap::Dash | Gap::Slash) {
            return Some(at);
        }
        // `'40-'45`
        if self.gap(at) == Gap::Other && self.dashed(at) && self.short_year(at).is_some() {
            return Some(at);
        }
        if self.is(at, role::NOW) && self.spaced(at) {
            return None;
        }
        // `de nacht van 3 op 4 mei`
        let night = self.is(at, role::AT | role::WITH) && (self.night(at) || self.next_day(at));
        if !(self.is(at, role::TO) || night) || !self.spaced(at) {
            return None;
        }
        let long = self.is(at + 1, role::AND) && self.is(at + 2, role::WITH);
        Some(self.skip(if long { at + 3 } else { at + 1 }, role::ARTICLE))
    }

    /// `26 op 27 juli`, which is the night between.
    fn next_day(&self, at: usize) -> bool {
        let day = |at: usize| self.day_number(at);
        at > 0 && !self.words.after_alone && day(at - 1).zip(day(at + 1)).is_some_and(|(one, next)| one + 1 == next)
    }

    /// Whether `van` and a night stand at most four pieces ahead.
    fn night(&self, at: usize) -> bool {
        (1..=5).any(|back| {
            at > back && self.meaning(at - back - 1) == Meaning::DayPart && self.is(at - back, role::OF | role::FROM)
        })
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
        // `weken 30 t/m 32`
        if let (Base::Week(_), Some(found)) = (left.base, self.week(at)) {
            return Some(found);
        }
        if let (Base::Year, Year::At(first)) = (left.base, left.year)
            && let Some(last) = self.last_year(at, first)
        {
            return Some((Time::new(Base::Year, Year::At(last)), at + 1));
        }
        // `tussen 22 januari en nu`
        if self.is(at, role::NOW) {
            return Some((Time::new(Base::Shift(0), Year::Open), at + 1));
        }
        self.time(at)
    }

    /// `3–5 mei`, `3 tot 5 mei 2010`; of `3 en 5 mei` and `1, 2 en 3 mei` the first; the same of quarters and centuries.
    fn days_of_month(&self, at: usize) -> Option<(Phrase, usize)> {
        let day = self.day_number(at);
        let listed =
            |at: usize| self.is(at, role::AND) && self.spaced(at) && self.spaced(at + 1) || self.gap(at) == Gap::Comma;
        let and = listed(at + 1);
        let next = if and { at + 1 + usize::from(self.is(at + 1, role::AND)) } else { self.joined(at + 1)? };
        if let Meaning::Ordinal(ordinal) = self.meaning(at)
            && matches!(self.meaning(next), Meaning::Ordinal(_))
            && let Some((right, end)) = self.base(self.skip(next, role::ARTICLE))
            && let Some(left) = with_ordinal(right, ordinal)
        {
            return Some(if and { (Phrase::One(left), at + 1) } else { (Phrase::Range(left, right), end) });
        }
        let day = day?;
        let (right, end) = match self.time(next) {
            Some(found) => found,
            None if and => match self.days_of_month(next)? {
                (Phrase::One(time), end) => (time, end),
                _ => return None,
            },
            None => return None,
        };
        let left = with_day(right, day)?;
        if self.gap(at) == Gap::Hyphen
            || matches!(self.gap(next), Gap::Slash)
            || self.is_fraction(at)
            || self.is_labelled(at)
        {
            return None;
        }
        Some(if and { (Phrase::One(left), at + 1) } else { (Phrase::Range(left, right), end) })
    }

    /// Gives a time without a year the one that its neighbour tells: `maart en april 2022`.
    fn shared(&self, left: Time, end: usize) -> Time {
        let next = if self.is(end, role::AND) { end + 1 } else { end };
        // `June 1 or 2, 2014`
        if left.is_open()
            && next > end
            && self.month_first_word(end)
            && self.day_number(next).is_some()
            && let Some((year @ Year::At(_), _)) = self.year_after(next + 1)
        {
            return Time { year, ..left };
        }
        if left.is_open()
            && (next > end || self.gap(end) == Gap::Comma)
            && let Some((right, after)) = self.time(next)
            && matches!(right.base, Base::Day { .. } | Base::Month(_) | Base::Quarter(_))
        {
            // A comma may end a clause: what follows it is of the same kind, and leads to a year.
            let alike = std::mem::discriminant(&left.base) == std::mem::discriminant(&right.base);
            let right = if right.is_open() { self.shared(right, after) } else { right };
            if let Year::At(_) = right.year
                && (next > end || alike)
            {
                return Time { year: right.year, ..left };
            }
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
            Meaning::Cut(part) => return self.cut(at, part),
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
        let like = matches!(self.meaning(at), Meaning::PartLike(_));
        let (mut time, end) = match self.meaning(next) {
            // `het late voorjaar`
            Meaning::Season(season, Sure::Yes) if self.year_after(next + 1).is_none() => {
                (Time::new(Base::Season(season), Year::Open), next + 1)
            }
            _ => self.whole(next)?,
        };
        let whole = time.is_day()
            || time.offset.is_some()
            || matches!(time.base, Base::Ago(..) | Base::LessAgo(..) | Base::That(Span::Day))
            // The end of the year before; but not of three years later.
            || matches!(time.base, Base::Then(span, count) if span != Span::Year || count.least.abs() != 2)
            || part == Part::Rest && !time.base.is_deictic() && !time.base.is_anaphoric();
        let beginless = matches!(time.base, Base::Month(_) | Base::Year);
        if whole || time.part.is_some() || like && beginless || matches!(time.base, Base::Window(..)) {
            return None;
        }
        time.part = Some(part);
        Some((time, end))
    }

    pub(super) fn base(&self, at: usize) -> Option<(Time, usize)> {
        match self.set_phrase(at) {
            Some((Meaning::Feast(_), _)) => return self.feast(at),
            Some((Meaning::Shift(days), end)) => return Some((Time::new(Base::Shift(days), Year::Open), end)),
            Some((Meaning::Turn(turn), end)) => {
                return Some((Time::new(Base::Turn(Span::Year, turn), Year::Open), end));
            }
            Some((Meaning::Cut(part), end)) => {
                let time = Time::new(Base::Turn(Span::Year, 0), Year::Open);
                return Some((Time { part: Some(part), ..time }, end));
            }
            Some((Meaning::CenturyTurn, end)) => return self.century_turn(end),
            Some(_) => return None,
            None => {}
        }
        match self.meaning(at) {
            Meaning::CenturyTurn => Some((Time::new(Base::CenturyTurn(None), Year::Open), at + 1)),
            Meaning::Weekday(weekday) => self.weekday(at, weekday),
            Meaning::ShortWeekday(weekday) => self.short_weekday(at, weekday),
            Meaning::Number(_) => self
                .numeric(at)
                .or_else(|| self.day(at))
                .or_else(|| self.year(at, false))
                .or_else(|| self.ago(at))
                .or_else(|| self.short_year(at)),
            Meaning::Ordinal(ordinal) => self
                .day(at)
                .or_else(|| self.feast(at))
                .or_else(|| self.ordinal(at, ordinal))
                .or_else(|| self.nth(at, ordinal)),
            Meaning::Final | Meaning::Turn(-1) if self.is_final(at) => self.nth(at, 6).or_else(|| self.turn(at)),
            Meaning::Cardinal(_) => self.day(at).or_else(|| self.ago(at)).or_else(|| self.year_in_words(at, false)),
            Meaning::YearWord(_) => self.year_in_words(at, false),
            Meaning::One | Meaning::Halves(_) | Meaning::Group(_) | Meaning::Few | Meaning::Half => self.ago(at),
            Meaning::Month(_) => self.month(at, false),
            Meaning::ShortMonth(_) => self.month(at, false),
            Meaning::DayOf(_) => self.day(at),
            Meaning::Feast(_) | Meaning::FeastDay(_) => self.feast(at),
            Meaning::Season(season, sure) => self.season(at, season, sure),
            Meaning::QuarterTag(quarter) => self.quarter(at + 1, quarter),
            Meaning::Decade(first) if first >= 100 => {
                let end = if self.meaning(at + 1) == Meaning::Decades { at + 2 } else { at + 1 };
                Some((Time::new(Base::Decade(first), Year::Open), end))
            }
            Meaning::Decade(tens) => Some((Time::new(Base::Nineties(tens as u8), Year::Open), at + 1)),
            Meaning::Nineties(tens)
                if self.is(at.checked_sub(1)?, role::ARTICLE | role::AND)
                    || self.is_part(at - 1)
                    || self.gap(at) == Gap::Hyphen =>
            {
                Some(self.of_century(Base::Nineties(tens), at + 1))
            }
            Meaning::Decades => self.decade(at),
            Meaning::Tens(tens) if self.meaning(at + 1) == Meaning::Decades => {
                Some(self.of_century(Base::Nineties(tens), at + 2))
            }
            Meaning::Span(Span::Year) if self.spaced(at + 1) => self
                .year(at + 1, true)
                .or_else(|| self.year_in_words(at + 1, true))
                .or_else(|| self.span_then(at, Span::Year)),
            Meaning::Span(Span::Week) if self.spaced(at + 1) => {
                self.week(at + 1).or_else(|| self.span_then(at, Span::Week)).or_else(|| self.week_of(at + 1))
            }
            Meaning::Spans(Span::Week) if self.spaced(at + 1) && self.joined(at + 2).is_some() => self.week(at + 1),
            // `kwartaal 4`
            Meaning::Span(Span::Quarter) if self.quarter_number(at + 1).is_some() => {
                self.quarter(at + 2, self.quarter_number(at + 1)?)
            }
            Meaning::Span(Span::Weekend) => {
                let that = self.weekend_of(at + 1).or_else(|| self.span_then(at, Span::Weekend));
                // `am Wochenende`
                let this = self.words.nouns_capital && at > 0 && self.is(at - 1, role::AT);
                that.or_else(|| this.then_some((Time::new(Base::Turn(Span::Weekend, 0), Year::Open), at + 1)))
            }
            Meaning::Span(span) => self.span_then(at, span),
            // `de avond ervoor`, `the morning after`
            Meaning::DayPart => self.span_then(at, Span::Day),
            // `USA Today`
            Meaning::Shift(_) if self.is_capital(at) && at > 0 && self.spaced(at) => None,
            Meaning::Shift(days) if !self.is_morning(at) => {
                Some(self.counted_on(Time::new(Base::Shift(days), Year::Open), at + 1))
            }
            Meaning::Turn(_) | Meaning::Nearest(_) | Meaning::Following(_) => self.turn(at),
            Meaning::That => self.that(at),
            _ => None,
        }
    }

    /// A number that a quarter can have.
    fn quarter_number(&self, at: usize) -> Option<u8> {
        let Meaning::Number(Digits { value: quarter @ 1..=4, width: 1 }) = self.meaning(at) else { return None };
        (self.spaced(at) && !self.counts(at) && !self.is_fraction(at)).then_some(quarter as u8)
    }

    /// `week van 14 november`, after its first word.
    fn week_of(&self, at: usize) -> Option<(Time, usize)> {
        let of = self.skip(at, role::OF);
        let (time, end) = if of > at { self.base(of)? } else { return None };
        let (next, day) = (self.joined(end), matches!(time.base, Base::Day { .. }) && time.part.is_none());
        (day && next.is_none()).then_some((Time { part: Some(Part::WeekOf), ..time }, end))
    }

    /// `weekend van 12 mei`, `weekend van 7 en 8 maart`, after its first word.
    fn weekend_of(&self, at: usize) -> Option<(Time, usize)> {
        let of = self.skip(at, role::OF);
        let (phrase, end) = if of > at { self.range(of)? } else { return None };
        // A long one is that range.
        if let Phrase::Range(
            Time { base: Base::Day { day: first, .. }, .. },
            Time { base: Base::Day { day: last, .. }, .. },
        ) = phrase
            && last > first + 1
        {
            return None;
        }
        let (Phrase::One(time) | Phrase::Range(time, _)) = phrase;
        let end = match self.time(end + 1) {
            _ if !self.is(end, role::AND) => end,
            Some((Time { base: Base::Day { .. }, .. }, after)) => after,
            _ if self.month_first_word(end) && self.day_number(end + 1).is_some() => end + 2,
            _ => end,
        };
        let day = matches!(time.base, Base::Day { .. }) && time.is_day();
        day.then_some((Time { part: Some(Part::WeekendOf), ..time }, end))
    }

    /// `za 5 mei`, and with its dot alone: `Ik ga za. terug`.
    fn short_weekday(&self, at: usize, weekday: u8) -> Option<(Time, usize)> {
        let dated = self.dated_weekday(at, weekday).filter(|(time, _)| matches!(time.base, Base::Day { .. }));
        // `ma t/m do volgende week`
        let short = |at: usize| matches!(self.meaning(at), Meaning::ShortWeekday(other) if other != weekday);
        let ranged = self.joined(at + 1).is_some_and(short)
            || at > 0 && matches!(self.gap(at), Gap::Hyphen | Gap::Dash) && short(at - 1)
            || at > 1 && self.is(at - 1, role::TO | role::WITH) && (short(at - 2) || at > 3 && short(at - 4));
        if dated.is_none() && ranged {
            return self.weekday(at, weekday);
        }
        dated.or_else(|| {
            let next = self.pieces.get(at + 1)?;
            let inside = self.gap(at + 1) == Gap::Stop && !next.capital && next.meaning != Meaning::Other;
            let lower = self.gap(at + 1) == Gap::Stop && !next.capital && !self.is_capital(at);
            (inside || lower).then_some((Time::new(Base::Weekday(weekday), Year::Open), at + 1))
        })
    }

    fn is_part(&self, at: usize) -> bool {
        matches!(self.meaning(at), Meaning::Part(_) | Meaning::PartLike(_))
    }
}

fn one(found: Option<(Time, usize)>) -> Option<(Phrase, usize)> {
    found.map(|(time, end)| (Phrase::One(time), end))
}

/// The same with another number: `derde en vierde kwartaal`, `17e en 18e eeuw`.
fn with_ordinal(time: Time, ordinal: u8) -> Option<Time> {
    let base = match time.base {
        Base::Quarter(_) if (1..=4).contains(&ordinal) => Base::Quarter(ordinal),
        Base::Century(_) if (2..=22).contains(&ordinal) => Base::Century(u16::from(ordinal - 1) * 100),
        _ => return None,
    };
    (time.part.is_none()).then_some(Time { base, ..time })
}

/// A day by its number, of a month that is not told.
fn day_alone(day: u8) -> Time {
    Time::new(Base::DayOfMonth { day, weekday: 0, month: None }, Year::Open)
}

/// The same month and year with another day.
fn with_day(time: Time, day: u8) -> Option<Time> {
    match time.base {
        Base::Day { month, .. } if time.part.is_none() => {
            Some(Time::new(Base::Day { day, month, weekday: 0 }, time.year))
        }
        // `9 op 10 dezer`
        Base::DayOfMonth { month: month @ Some(_), .. } if time.part.is_none() => {
            Some(Time::new(Base::DayOfMonth { day, weekday: 0, month }, time.year))
        }
        _ => None,
    }
}
