//! Times that count from the day of speaking: yesterday, last week, Thursday, this weekend.

use super::grammar::Reader;
use super::phrase::{Base, Count, Time, Year};
use super::pieces::Gap;
use super::words::{Meaning, Part, Span, Sure, role};

impl Reader<'_> {
    pub(super) fn weekday(&self, at: usize, weekday: u8) -> Option<(Time, usize)> {
        // `op dinsdag- en donderdagmiddagen`
        let elided = self.sentence[self.pieces[at].end as usize..].starts_with("- ");
        if self.is_of_any(at) || elided {
            return None;
        }
        // Where days have no capital, one with a capital behind a capital is a surname.
        if !self.words.capital_months && at > 1 && self.is_capital(at) && self.is_capital(at - 1) && self.spaced(at) {
            return None;
        }
        if let Some(dated) = self.dated_weekday(at, weekday) {
            return Some(dated);
        }
        if self.is_no_weekday(at) {
            return None;
        }
        let found = || {
            let end = if self.spaced(at + 1) && self.is_day_part(at + 1) { at + 2 } else { at + 1 };
            // `dinsdag van vorige week`
            let of = self.skip(end, role::OF);
            let week = match self.meaning(of) {
                Meaning::Turn(turn) if self.meaning(of + 1) == Meaning::Span(Span::Week) => Some((turn, of + 2)),
                _ => None,
            };
            let (mut year, mut end) = week.map_or((Year::Open, end), |(turn, end)| (Year::Week(turn), end));
            // `maandag jl.`
            if let Meaning::Nearest(side) = self.meaning(end)
                && self.spaced(end)
                && self.ends_here(end + 1)
            {
                (year, end) = (Year::Side(if side < 0 { -2 } else { side }), end + 1);
            }
            let time = Time::new(Base::Weekday(weekday), year);
            // `Thursday week`
            if self.words.last_is_turn
                && year == Year::Open
                && self.meaning(end) == Meaning::Span(Span::Week)
                && self.spaced(end)
                && self.ends_here(end + 1)
            {
                let offset = Some((Span::Week, Count::halves(2)));
                return Some((Time { offset, year: Year::Side(1), ..time }, end + 1));
            }
            Some(self.counted_on(time, end))
        };
        found()
    }

    /// `de eerste dinsdag van de maand`: of every month.
    fn is_of_any(&self, at: usize) -> bool {
        let nth = at > 0 && (matches!(self.meaning(at - 1), Meaning::Ordinal(_)) || self.is_final(at - 1));
        nth && self.is(at + 1, role::OF | role::IN)
            && (self.is(at + 2, role::EVERY) || self.is(at + 2, role::ARTICLE) && self.span(at + 3).is_some())
    }

    /// `vrijdag over een week`, `vandaag tien jaar geleden`, `heute vor zehn Jahren`.
    pub(super) fn counted_on(&self, time: Time, end: usize) -> (Time, usize) {
        let ahead = self.is(end, role::AHEAD) && !self.words.after_alone;
        let back = self.is(end, role::BEFORE) && self.words.before_is_ago;
        let counted = if self.spaced(end) { self.duration(end + usize::from(ahead || back)) } else { None };
        let Some((span, count, after)) = counted else { return (time, end) };
        let weekday = matches!(time.base, Base::Weekday(_));
        let (count, after) = if ahead {
            (count, after)
        } else if back && !weekday {
            (count.back(), after)
        } else if self.meaning(after) == Meaning::Ago && !weekday {
            (count.back(), after + 1)
        } else {
            return (time, end);
        };
        let year = if weekday && time.year == Year::Open { Year::Side(1) } else { time.year };
        (Time { offset: Some((span, count)), year, ..time }, after)
    }

    /// A name, or a day that only an event places: `the Sunday Times`, `the Monday after the election`.
    fn is_no_weekday(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        let headed = self.is(before, role::ARTICLE);
        if self.words.capital_months {
            // Nobody writes `Saturday Evening` but in a name.
            let part = self.meaning(at + 1) == Meaning::DayPart && !self.words.nouns_capital;
            let named = self.is_capital(at + 1) && self.spaced(at + 1);
            let noun = self.meaning(at + 1) == Meaning::Other || self.is(at + 1, role::COUNTED);
            // Wednesday Addams returns, the part of Wednesday Addams.
            let person = self.meaning(at + 1) == Meaning::Other
                && !self.words.nouns_capital
                && (at == 0 && self.spaced(at + 2) && !self.is_capital(at + 2) || at > 0 && self.is(before, role::OF));
            if named && (part || headed && noun || person) {
                return true;
            }
        } else if at > 0
            && self.is_capital(at)
            && self.spaced(at)
            && !self.is(before, role::LEADS | role::TO | role::AND | role::ARTICLE | role::EVERY)
            // `zullen Donderdag a.s. gesloten zijn`
            && !matches!(self.meaning(at + 1), Meaning::Nearest(_))
            && !matches!(self.meaning(before), Meaning::Nearest(_) | Meaning::Turn(_) | Meaning::Ordinal(_))
        {
            return true;
        }
        headed && self.is(at + 1, role::AFTER | role::BEFORE) && self.spaced(at + 1) && self.time(at + 2).is_none()
    }

    /// `ochtend`, and `morgen` behind a day.
    fn is_day_part(&self, at: usize) -> bool {
        match self.meaning(at) {
            Meaning::DayPart => true,
            Meaning::Shift(1) => self.words.weekdays_by_week,
            _ => false,
        }
    }

    /// Whether neither a time nor a noun follows that a word could belong to.
    pub(super) fn ends_here(&self, at: usize) -> bool {
        !self.spaced(at) || matches!(self.meaning(at), Meaning::Role(_))
    }

    pub(super) fn dated_weekday(&self, at: usize, weekday: u8) -> Option<(Time, usize)> {
        if !matches!(self.gap(at + 1), Gap::Space | Gap::Comma | Gap::Stop) {
            return None;
        }
        let next = match self.gap(at + 1) {
            // `Dienstag, dem 24. September`
            Gap::Comma if self.is(at + 1, role::ARTICLE) => at + 2,
            _ => self.skip(at + 1, role::ARTICLE),
        };
        let dated = match self.meaning(next) {
            Meaning::Month(_) | Meaning::ShortMonth(_) => self.month(next, false),
            _ => self.numeric(next).or_else(|| self.day(next)),
        };
        if let Some((mut time, end)) = dated {
            return match &mut time.base {
                Base::Day { weekday: told, .. } => {
                    *told = weekday;
                    Some((time, end))
                }
                _ => None,
            };
        }
        // `zondag 31`, `vrijdag de 13e`
        let day = match self.meaning(next) {
            Meaning::Cardinal(_) => None,
            _ => self.day_number(next),
        }?;
        // `woensdag 8 en donderdag 9 maart`
        let joined = if self.is(next + 1, role::AND) { Some(next + 2) } else { self.joined(next + 1) };
        if let Some(after) = joined
            && !self.is_fraction(next)
            && let Some((right, _)) = self.time(after)
            && let Base::Day { month, .. } = right.base
        {
            return Some((Time::new(Base::Day { day, month, weekday }, right.year), next + 1));
        }
        // `Kan ik woensdag de 13e langskomen?`
        let named = next > at + 1 && matches!(self.meaning(next), Meaning::Ordinal(_)) && self.is_digits(next);
        let alone = !self.counts(next) && !self.is_fraction(next) && (named || self.ends_here(next + 1));
        (alone && self.spaced(next) && !self.is(next + 1, role::COUNTED | role::TO | role::AND))
            .then_some((Time::new(Base::DayOfMonth { day, weekday, month: None }, Year::Open), next + 1))
    }

    pub(super) fn span(&self, at: usize) -> Option<Span> {
        match self.meaning(at) {
            Meaning::Span(span) | Meaning::Spans(span) => Some(span),
            Meaning::Decades => Some(Span::Year),
            _ => None,
        }
    }

    /// `last`, which is a turn in English, and `laatste`.
    pub(super) fn is_final(&self, at: usize) -> bool {
        match self.meaning(at) {
            Meaning::Final => true,
            Meaning::Turn(-1) => self.words.last_is_turn,
            _ => false,
        }
    }

    /// `vorige week`, `afgelopen maandag`, `de afgelopen drie maanden`, `dit jaar`.
    pub(super) fn turn(&self, at: usize) -> Option<(Time, usize)> {
        let (turn, nearest) = match self.meaning(at) {
            Meaning::Turn(turn) | Meaning::Following(turn) => (turn, false),
            Meaning::Nearest(side) => (side, true),
            Meaning::Final => (-1, true),
            _ => return None,
        };
        if !self.spaced(at + 1) {
            return None;
        }
        if let Some(found) = self.following(at, turn) {
            return Some(found);
        }
        let told = matches!(self.meaning(at), Meaning::Following(_));
        let side = match turn {
            _ if told => Year::Beside(turn),
            0 => Year::Turn(0),
            _ => Year::Side(turn),
        };
        let next = self.skip(at + 1, role::FISCAL);
        let dated = match self.meaning(next) {
            // `volgende maand de 5e`, `next month on the 5th`
            Meaning::Span(Span::Month) => self.day_of_turned(next + 1, turn),
            // `vorig jaar met Pasen`, `vorig jaar op 3 mei`, `last year in the summer`
            Meaning::Span(Span::Year) => self.dated_of(next + 1, turn),
            _ => None,
        };
        if dated.is_some() {
            return dated;
        }
        let time = match self.meaning(next) {
            Meaning::Span(Span::Day) => return None,
            // `deze aankomende vrijdag`
            Meaning::Nearest(_) if turn == 0 => return self.turn(next),
            _ if self.meaning(next) == Meaning::DayPart || self.is_morning(next) => {
                Time::new(Base::Shift(if turn == -1 && !nearest { -1 } else { 0 }), Year::Open)
            }
            // `the last week of May`
            Meaning::Span(_)
                if self.skip(next + 1, role::OF) > next + 1
                    && matches!(self.meaning(next + 2), Meaning::Month(_) | Meaning::Number(_)) =>
            {
                return None;
            }
            // `volgend jaar mei`
            Meaning::Span(Span::Year)
                if matches!(self.meaning(self.skip(next + 1, role::IN)), Meaning::Month(_))
                    && self.spaced(next + 1) =>
            {
                let (time, end) = self.month(self.skip(next + 1, role::IN), true)?;
                return (time.year == Year::Open).then_some((Time { year: Year::Turn(turn), ..time }, end));
            }
            Meaning::Span(Span::Weekend) => {
                Time::new(Base::Turn(Span::Weekend, turn), if nearest { Year::Side(turn) } else { Year::Turn(turn) })
            }
            Meaning::Span(span) if nearest && !matches!(span, Span::Quarter | Span::Month) => {
                if self.meaning(at) == Meaning::Final {
                    return None;
                }
                Time::new(Base::Window(span, Count::halves(2 * i16::from(turn))), Year::Open)
            }
            Meaning::Span(span) => {
                if let Meaning::Weekday(weekday) = self.meaning(next + 1)
                    && span == Span::Week
                {
                    return Some((Time::new(Base::Weekday(weekday), Year::Week(turn)), next + 2));
                }
                Time::new(Base::Turn(span, turn), Year::Open)
            }
            // See you next Wed.
            Meaning::ShortWeekday(weekday) if self.words.capital_months && self.is_capital(next) => {
                Time::new(Base::Weekday(weekday), if nearest || told { side } else { Year::Turn(turn) })
            }
            Meaning::Weekday(_) if self.is_of_any(next) => return None,
            Meaning::Weekday(weekday) if self.dated_weekday(next, weekday).is_none() => {
                let end = if self.spaced(next + 1) && self.is_day_part(next + 1) { next + 2 } else { next + 1 };
                let year = if nearest || told { side } else { Year::Turn(turn) };
                return Some((Time::new(Base::Weekday(weekday), year), end));
            }
            Meaning::Month(month) if self.year_after(next + 1).is_none() && self.day_number(next + 1).is_none() => {
                Time::new(Base::Month(month), side)
            }
            Meaning::Season(season, _) if self.year_after(next + 1).is_none() => Time::new(Base::Season(season), side),
            _ => return self.turn_of_date(at, turn).or_else(|| self.window(at + 1, turn)),
        };
        // `deze maand tien jaar geleden`
        let counted = matches!(time.base, Base::Turn(Span::Week | Span::Month, 0));
        Some(if counted { self.counted_on(time, next + 1) } else { (time, next + 1) })
    }

    /// The day of a month that counts from this one, after that.
    fn day_of_turned(&self, at: usize, turn: i8) -> Option<(Time, usize)> {
        let led = self.skip(at, role::AT);
        let day = self.skip(led, role::ARTICLE);
        match self.meaning(day) {
            Meaning::Ordinal(number @ 1..=31) if day > led && self.is_digits(day) && !self.has_plural(day) => {
                let time = Time::new(Base::DayOfMonth { day: number, weekday: 0, month: Some(turn) }, Year::Open);
                Some((time, day + 1))
            }
            _ => None,
        }
    }

    /// What a year that counts from this one is said of, after a preposition.
    fn dated_of(&self, at: usize, turn: i8) -> Option<(Time, usize)> {
        let led = self.skip(at, role::AT | role::IN | role::WITH);
        let noun = self.skip(led, role::ARTICLE);
        // `vorig jaar zomer`, `vorig jaar Pasen`
        let bare = noun == at && self.spaced(at);
        let (time, end) = match self.meaning(noun) {
            Meaning::Season(season, Sure::Yes) if (noun > led || bare) && self.year_after(noun + 1).is_none() => {
                (Time::new(Base::Season(season), Year::Open), noun + 1)
            }
            Meaning::Season(..) => return None,
            Meaning::Feast(_) if bare => self.feast(noun)?,
            _ if led > at => self.time(noun)?,
            _ => return None,
        };
        (time.is_open() && time.offset.is_none()).then_some((Time { year: Year::Turn(turn), ..time }, end))
    }

    /// `volgende 6e april`, `laatste Pasen`: a date that does not tell its year.
    fn turn_of_date(&self, at: usize, turn: i8) -> Option<(Time, usize)> {
        let side = if turn == 0 { Year::Turn(0) } else { Year::Side(turn) };
        let (time, end) = match self.meaning(at + 1) {
            Meaning::Number(_) | Meaning::Ordinal(_) => self.numeric(at + 1).or_else(|| self.day(at + 1))?,
            Meaning::Month(_) | Meaning::ShortMonth(_) => self.month(at + 1, false)?,
            _ => self.feast(at + 1)?,
        };
        (time.is_open()).then_some((Time { year: side, ..time }, end))
    }

    /// `afgelopen drie maanden`, `next two weeks`; after its first word.
    fn window(&self, at: usize, turn: i8) -> Option<(Time, usize)> {
        let (count, end) = self.count(at).filter(|_| turn != 0)?;
        // `de afgelopen 24 uur`
        let hours = self.words.hours.contains(&self.word(end)) && count.least == count.most && count.least % 48 == 0;
        let (count, span) = match self.span(end) {
            _ if !self.spaced(end) => return None,
            None if hours => (Count::halves(count.least / 24), Span::Day),
            span => (count, span?),
        };
        // `the last three months of 2010` is read elsewhere, `the last three weeks of the war` not at all.
        if self.is_final(at - 1) && self.is(end + 1, role::OF) {
            return None;
        }
        let turn = i16::from(turn);
        Some((
            Time::new(Base::Window(span, Count { least: count.least * turn, most: count.most * turn }), Year::Open),
            end + 1,
        ))
    }

    /// `volgende dag`, `following year`: of a time that the text has told.
    fn following(&self, at: usize, turn: i8) -> Option<(Time, usize)> {
        let span = match self.meaning(at + 1) {
            Meaning::Span(span) => span,
            Meaning::DayPart => Span::Day,
            _ => return None,
        };
        let headed = at > 0 && self.is(at - 1, role::ARTICLE);
        let told = match self.meaning(at) {
            Meaning::Following(_) => true,
            // `next week` is that of the day of speaking, `de volgende week` of what was told.
            Meaning::Turn(_) if turn != 0 && span == Span::Day => !self.is_final(at),
            _ => false,
        };
        // `the next day's trading`
        if !told || headed && self.is(at + 2, role::OF) {
            return None;
        }
        // A decade later is another one than the following decade.
        if matches!(span, Span::Decade | Span::Century) {
            return Some((Time::new(Base::That(span), Year::Told(turn)), at + 2));
        }
        Some((Time::new(Base::Then(span, Count::halves(2 * i16::from(turn))), Year::Open), at + 2))
    }

    /// `dat jaar`, `diezelfde dag`, `that night`.
    pub(super) fn that(&self, at: usize) -> Option<(Time, usize)> {
        if !self.spaced(at + 1) {
            return None;
        }
        // `that same day`
        let next = if self.meaning(at + 1) == Meaning::That { at + 2 } else { at + 1 };
        if let Some(same) = self.same(next) {
            return Some(same);
        }
        let span = match self.meaning(next) {
            Meaning::Span(
                span @ (Span::Day | Span::Week | Span::Month | Span::Year | Span::Weekend | Span::Decade),
            ) => span,
            Meaning::DayPart => Span::Day,
            // `die zomer`; `that May`, but: said that May was cold, decisions that spring from it.
            Meaning::Season(season, sure) if sure == Sure::Yes || self.ends(next + 1) => {
                return Some((Time::new(Base::Season(season), Year::Told(0)), next + 1));
            }
            Meaning::Month(month) if self.ends(next + 1) && self.is_capital(next) == self.words.capital_months => {
                return Some((Time::new(Base::Month(month), Year::Told(0)), next + 1));
            }
            _ => return None,
        };
        Some((Time::new(Base::That(span), Year::Open), next + 1))
    }

    /// `dezelfde periode van 2018`, `the same quarter last year`; after their first words.
    fn same(&self, at: usize) -> Option<(Time, usize)> {
        let span = match self.meaning(at) {
            Meaning::Span(span @ (Span::Month | Span::Quarter)) => Some(span),
            Meaning::Other if matches!(self.word(at), "periode" | "period") => None,
            _ => return None,
        };
        let (year, end) = self.year_after(at + 1)?;
        let same = self.word(at - 1).ends_with("same") || self.word(at - 1).ends_with("zelfde");
        (same && matches!(year, Year::At(_) | Year::Turn(_))).then_some((Time::new(Base::Same(span), year), end))
    }

    /// `eerder dit jaar`, `later in de week`, `later that year`.
    pub(super) fn cut(&self, at: usize, part: Part) -> Option<(Time, usize)> {
        if !self.spaced(at + 1) {
            return None;
        }
        if self.is(at + 1, role::IN | role::AT)
            && self.is(at + 2, role::ARTICLE)
            && let Meaning::Span(span) = self.meaning(at + 3)
        {
            // `later op de dag`: of the day that was told.
            if span == Span::Day {
                return Some((Time::new(Base::That(Span::Day), Year::Open), at + 4));
            }
            let time = Time::new(Base::Turn(span, 0), Year::Open);
            return Some((Time { part: Some(part), ..time }, at + 4));
        }
        let (time, end) = match self.meaning(at + 1) {
            Meaning::That => self.that(at + 1)?,
            _ => self.base(at + 1)?,
        };
        match time.base {
            Base::That(Span::Day) => Some((time, end)),
            Base::That(_) | Base::Turn(_, 0) => Some((Time { part: Some(part), ..time }, end)),
            _ => None,
        }
    }
}
