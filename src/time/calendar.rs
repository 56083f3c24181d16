//! Times by their names in the calendar: days, months, seasons, weeks, quarters, decades, centuries.

use super::grammar::Reader;
use super::phrase::{Base, Time, Year};
use super::pieces::{Gap, raised};
use super::words::{Digits, Meaning, Part, Span, Sure, role};

impl Reader<'_> {
    /// `zomer van 2022`, `winter 2022-2023`, `summer`.
    pub(super) fn season(&self, at: usize, season: u8, sure: Sure) -> Option<(Time, usize)> {
        // `the winter months of 1962`
        let months = usize::from(self.meaning(at + 1) == Meaning::Spans(Span::Month) && self.spaced(at + 1));
        if let Some((year, end)) = self.year_after(at + 1 + months) {
            let mut end = end;
            if let (Year::At(first), Meaning::Number(Digits { value, .. })) = (year, self.meaning(end))
                && matches!(self.gap(end), Gap::Hyphen | Gap::Slash | Gap::Dash)
                && (i32::from(value) == first + 1 || i32::from(value) == (first + 1) % 100)
            {
                end += 1;
            // `de winter van 1944 op 1945`
            } else if let (Year::At(first), Meaning::Number(Digits { value, .. })) = (year, self.meaning(end + 1))
                && self.is(end, role::AT | role::TO | role::AND)
                && i32::from(value) == first + 1
            {
                end += 2;
            }
            return Some((Time::new(Base::Season(season), year), end));
        }
        // `van de zomer` is this one; the summer months are those of every year.
        // `im Sommer`
        if self.words.nouns_capital && at > 0 && self.is(at - 1, role::IN) {
            return Some((Time::new(Base::Season(season), Year::Open), at + 1));
        }
        let many = matches!(self.meaning(at + 1), Meaning::Spans(_)) || self.has_plural(at);
        (!many
            && sure == Sure::Yes
            && self.is(at.checked_sub(1)?, role::ARTICLE)
            && self.is(at.checked_sub(2)?, role::LEADS))
        .then_some((Time::new(Base::Season(season), Year::Open), at + 1))
    }

    /// `derde kwartaal van 2022`, `17e eeuw`, `eerste week van 2019`.
    pub(super) fn ordinal(&self, at: usize, ordinal: u8) -> Option<(Time, usize)> {
        if let Some(found) = self.fourth(at, ordinal) {
            return Some(found);
        }
        let next = self.skip(at + 1, role::FISCAL);
        let (Meaning::Span(span) | Meaning::Spans(span)) = self.meaning(next) else { return None };
        // `17th-century`
        if !matches!(self.gap(at + 1), Gap::Space | Gap::Hyphen) {
            return None;
        }
        let at = next - 1;
        match span {
            Span::Quarter if (1..=4).contains(&ordinal) => self.quarter(at + 2, ordinal),
            Span::HalfYear if ordinal == 1 || ordinal == 2 => {
                let (year, end) = self.year_after(at + 2).unwrap_or((Year::Open, at + 2));
                Some((Time::new(Base::Half(ordinal), year), end))
            }
            // `tweede decennium van de 20e eeuw`
            Span::Decade if (1..=10).contains(&ordinal) => {
                let (time, end) = self.of_century(Base::Nineties((ordinal - 1) * 10), at + 2);
                (end > at + 2).then_some((time, end))
            }
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

    /// `derde kwart van de 15e eeuw`
    pub(super) fn fourth(&self, at: usize, ordinal: u8) -> Option<(Time, usize)> {
        let of = self.skip(at + 2, role::OF);
        let fits =
            matches!(self.meaning(at + 1), Meaning::Fourth | Meaning::Span(Span::Quarter)) && self.spaced(at + 1);
        if !fits || of == at + 2 || !(1..=4).contains(&ordinal) {
            return None;
        }
        let (time, end) = self.base(self.skip(of, role::ARTICLE))?;
        let century = matches!(time.base, Base::Century(_) | Base::Turn(Span::Century, _)) && time.part.is_none();
        century.then_some((Time { part: Some(Part::Fourth(ordinal)), ..time }, end))
    }

    /// `turn of the century`, `turn of the 20th century`; after its article.
    pub(super) fn century_turn(&self, at: usize) -> Option<(Time, usize)> {
        let (first, end) = match self.meaning(at) {
            Meaning::Span(Span::Century) if matches!(self.gap(at), Gap::Space | Gap::Hyphen) => (None, at + 1),
            _ => match self.base(at)? {
                (Time { base: Base::Century(first), .. }, end) => (Some(first), end),
                _ => return None,
            },
        };
        Some((Time::new(Base::CenturyTurn(first), Year::Open), end))
    }

    pub(super) fn quarter(&self, at: usize, quarter: u8) -> Option<(Time, usize)> {
        let (year, end) = self.year_after(at).unwrap_or((Year::Open, at));
        Some((Time::new(Base::Quarter(quarter), year), end))
    }

    pub(super) fn week(&self, at: usize) -> Option<(Time, usize)> {
        let Meaning::Number(Digits { value: week @ 1..=53, .. }) = self.meaning(at) else { return None };
        if self.counts(at) || self.is_fraction(at) {
            return None;
        }
        let (year, end) = self.year_after(at + 1).unwrap_or((Year::Open, at + 1));
        Some((Time::new(Base::Week(week as u8), year), end))
    }

    /// `jaren negentig`, `jaren '90`, `jaren 1990`.
    pub(super) fn decade(&self, at: usize) -> Option<(Time, usize)> {
        if self.words.nouns_capital || !matches!(self.gap(at + 1), Gap::Space | Gap::Quote) {
            return None;
        }
        let base = match self.meaning(at + 1) {
            Meaning::Cardinal(tens) if tens % 10 == 0 => Base::Nineties(tens),
            Meaning::Number(Digits { value, width: 2 }) if value % 10 == 0 => Base::Nineties(value as u8),
            Meaning::Number(Digits { value, width: 4 }) if value % 10 == 0 => Base::Decade(value),
            Meaning::YearWord(value) if value % 10 == 0 => Base::Decade(value),
            _ => return None,
        };
        Some(self.of_century(base, at + 2))
    }

    /// `jaren dertig van de vorige eeuw`, `the thirties of the 19th century`; the tens where no century follows.
    pub(super) fn of_century(&self, base: Base, at: usize) -> (Time, usize) {
        let alone = (Time::new(base, Year::Open), at);
        let Base::Nineties(tens) = base else { return alone };
        let of = self.skip(at, role::OF);
        if of == at {
            return alone;
        }
        match self.base(self.skip(of, role::ARTICLE)) {
            Some((Time { base: Base::Century(first), part: None, .. }, end)) => {
                (Time::new(Base::Decade(first + u16::from(tens)), Year::Open), end)
            }
            Some((Time { base: Base::Turn(Span::Century, turn), part: None, .. }, end)) => {
                (Time::new(base, Year::Turn(turn)), end)
            }
            _ => alone,
        }
    }

    /// `3 mei 2010`, `3e mei`, `third of May`.
    pub(super) fn day(&self, at: usize) -> Option<(Time, usize)> {
        let day = match self.meaning(at) {
            Meaning::DayOf(day) => day,
            _ => self.day_number(at)?,
        };
        if self.is_fraction(at) {
            return None;
        }
        // `ultimo 2019`
        if let (Meaning::DayOf(day), Some((year, end))) = (self.meaning(at), self.year(at + 1, true))
            && self.spaced(at + 1)
            && ["primo", "ultimo"].iter().any(|word| self.word(at).eq_ignore_ascii_case(word))
        {
            let (day, month) = if day == 1 { (1, 1) } else { (31, 12) };
            return Some((Time::new(Base::Day { day, month, weekday: 0 }, year.year), end));
        }
        let ordinal = matches!(self.meaning(at), Meaning::Ordinal(_) | Meaning::DayOf(_));
        // `den 3. deser`, as older print has its ordinals.
        let dotted = !self.words.after_alone && at > 0 && self.is(at - 1, role::ARTICLE);
        let apart = |next: usize| self.spaced(next) || dotted && self.gap(next) == Gap::Stop;
        // `den 3en passato`, `the 3rd inst.`
        if let Meaning::OfMonth(month) = self.meaning(at + 1)
            && apart(at + 1)
            && (ordinal
                || at > 0
                    && self
                        .is(at - 1, role::AT | role::SINCE | role::ARTICLE | role::AFTER | role::BEFORE | role::UNTIL)
                || at > 1 && self.is(at - 1, role::AND | role::TO) && self.day_number(at - 2).is_some()
                || at > 0 && self.is(at - 1, role::OF) && self.ends_here(at + 2))
        {
            let end = if self.meaning(at + 2) == Meaning::Span(Span::Month) { at + 3 } else { at + 2 };
            return Some((Time::new(Base::DayOfMonth { day, weekday: 0, month: Some(month) }, Year::Open), end));
        }
        // `22 of July`
        let next = if ordinal || self.words.after_alone { self.skip(at + 1, role::OF) } else { at + 1 };
        // `de 15e van volgende maand`, `de 20e volgende maand`
        if let (Meaning::Turn(turn), Meaning::Span(Span::Month)) = (self.meaning(next), self.meaning(next + 1))
            && ordinal
            && (next > at + 1 || turn > 0 && self.spaced(next) && self.is_digits(at))
        {
            return Some((Time::new(Base::DayOfMonth { day, weekday: 0, month: Some(turn) }, Year::Open), next + 2));
        }
        let month = match self.meaning(next) {
            Meaning::Month(month) | Meaning::ShortMonth(month) if apart(next) => month,
            _ => return None,
        };
        if self.words.capital_months && self.words.doubts(month) && !self.is_capital(next) {
            return None;
        }
        let (year, end) = self.year_after(next + 1).unwrap_or((Year::Open, next + 1));
        Some((Time::new(Base::Day { day, month, weekday: 0 }, year), end))
    }

    /// `mei 2010`, `May 3, 2010`, `in mei`.
    pub(super) fn month(&self, at: usize, certain: bool) -> Option<(Time, usize)> {
        let (month, short) = match self.meaning(at) {
            Meaning::Month(month) => (month, false),
            Meaning::ShortMonth(month) => (month, true),
            _ => return None,
        };
        if self.words.capital_months && self.words.doubts(month) && !self.is_capital(at) {
            return None;
        }
        // `mei de vijfde`; but: in May the first ships, `begin mei de eerste schepen`
        let whole = certain || at > 0 && self.is(at - 1, role::IN);
        let next = if whole { at + 1 } else { self.skip(at + 1, role::ARTICLE) };
        // `mei de schepen`, `mei 5 hoofden`, as `met` comes out of old print.
        let with = month == 5
            && !certain
            && !self.words.capital_months
            && !self.is_capital(at)
            && self.gap(at + 1) == Gap::Space;
        if with && (next > at + 1 || self.day_number(next).is_some() && self.year_after(next + 1).is_none()) {
            return None;
        }
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
        // `in febr.` without a year, and `tot sept.`
        let led = at > 0 && self.is(at - 1, role::IN | role::SINCE | role::UNTIL);
        let dotted = led && self.sentence[self.pieces[at].end as usize..].starts_with('.');
        let listed =
            short && (certain || dotted || self.is_listed(at)) && self.is_capital(at) == self.words.capital_months;
        (listed || !short && (certain || self.is_month(at, month)))
            .then_some((Time::new(Base::Month(month), Year::Open), at + 1))
    }

    /// A whole number that can be a day of a month.
    pub(super) fn day_number(&self, at: usize) -> Option<u8> {
        match self.meaning(at) {
            Meaning::Number(Digits { value: value @ 1..=31, width: 1..=2 }) => Some(value as u8),
            // `op een mei`, `één mei`; in `een Jan Modaal` it is an article.
            Meaning::Cardinal(1) => {
                let on = at > 0 && self.is(at - 1, role::AT) && !self.is(at - 1, role::IN);
                (on || !self.word(at).is_ascii()).then_some(1)
            }
            Meaning::Ordinal(value @ 1..=31) | Meaning::Cardinal(value @ 2..=31) => Some(value),
            _ => None,
        }
    }

    /// `anno`, `Ao`, `a.°`; other words for about may stand before a count.
    fn is_anno(&self, at: usize) -> bool {
        let word = self.word(at);
        let written = ["anno", "ao"].iter().any(|whole| word.eq_ignore_ascii_case(whole));
        self.is(at, role::ABOUT)
            && (written || word.split_at_checked(1).is_some_and(|(a, sign)| raised(a, sign).is_some()))
    }

    /// The year that follows a date, a month, a season: `2022`, `, 2022`, `van 2022`, `'22`, `vorig jaar`.
    pub(super) fn year_after(&self, at: usize) -> Option<(Year, usize)> {
        // `ultimo aug. anno passato`, `30e junij d'anno passato`, `3e july a.° voorleden`
        let anno = at + usize::from(matches!(self.word(at), "d" | "de"));
        if self.is_anno(anno) && matches!(self.gap(at), Gap::Space | Gap::Stop) && self.spaced(anno + 1) {
            match self.meaning(anno + 1) {
                Meaning::OfMonth(turn) | Meaning::Turn(turn) => return Some((Year::Turn(turn), anno + 2)),
                Meaning::Number(Digits { value: value @ 1000..=2199, width: 4 }) if !self.counts(anno + 1) => {
                    return Some((Year::At(i32::from(value)), anno + 2));
                }
                _ => {}
            }
        }
        let of = self.skip(at, role::OF | role::IN);
        // `van het fiscale jaar 2010`
        if of > at {
            let noun = self.skip(self.skip(of, role::ARTICLE), role::FISCAL);
            if self.meaning(noun) == Meaning::Span(Span::Year)
                && self.spaced(noun + 1)
                && let Some((time, end)) = self.year(noun + 1, true)
            {
                return Some((time.year, end));
            }
            // `mei van het jaar daarop`
            if let (Meaning::Span(Span::Year), Meaning::Then(turn)) = (self.meaning(noun), self.meaning(noun + 1)) {
                return Some((Year::Told(turn), noun + 2));
            }
        }
        // `July of the same year`
        let of =
            if of > at && self.is(of, role::ARTICLE) && self.meaning(of + 1) == Meaning::That { of + 1 } else { of };
        // `februari van het vorige jaar`
        let turned = self.skip(of, role::ARTICLE);
        let of = if matches!(self.meaning(turned), Meaning::Turn(_) | Meaning::Following(_)) { turned } else { of };
        let number = self.skip(self.skip(of, role::ABOUT), role::FISCAL);
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
            // `May of the following year`
            (Gap::Space, Meaning::Following(turn)) if of > at && self.meaning(of + 1) == Meaning::Span(Span::Year) => {
                Some((Year::Told(turn), of + 2))
            }
            // `juli van dat jaar`
            (Gap::Space, Meaning::That) if of > at && self.spaced(of + 1) => {
                let noun = if self.meaning(of + 1) == Meaning::That { of + 2 } else { of + 1 };
                (self.meaning(noun) == Meaning::Span(Span::Year)).then_some((Year::Told(0), noun + 1))
            }
            // `in Junij passato`
            (Gap::Space, Meaning::OfMonth(turn)) if of == at && turn != 0 => Some((Year::Side(turn), number + 1)),
            // `in Januarij verleden`
            (Gap::Space, Meaning::Turn(-1))
                if of == at
                    && !self.words.last_is_turn
                    && (self.ends(at + 1) || matches!(self.meaning(at + 1), Meaning::Role(_))) =>
            {
                Some((Year::Side(-1), at + 1))
            }
            // `3 mei jongstleden`
            (Gap::Space, Meaning::Nearest(side))
                if of == at
                    && !matches!(
                        self.meaning(at + 1),
                        Meaning::Number(_)
                            | Meaning::Cardinal(_)
                            | Meaning::Span(_)
                            | Meaning::Spans(_)
                            | Meaning::Weekday(_)
                            | Meaning::Month(_)
                            | Meaning::Season(..)
                            | Meaning::Halves(_)
                    ) =>
            {
                Some((Year::Side(side), at + 1))
            }
            (Gap::Space | Gap::Comma, Meaning::YearWord(_) | Meaning::Cardinal(2 | 11..=20)) => {
                let (year, end) = self.worded_year(number)?;
                let counts = self.span(end).is_some() || self.counts(end - 1) || self.has_plural(end - 1);
                (!counts).then_some((Year::At(year), end))
            }
            _ => None,
        }
    }
}
