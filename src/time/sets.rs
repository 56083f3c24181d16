//! What is read as a whole: set phrases, feasts; and the nth of something in a month or year.

use super::folded::{LONGEST, fold};
use super::grammar::Reader;
use super::phrase::{Base, LAST, Time, Year};
use super::pieces::Gap;
use super::words::{Digits, Meaning, Part, Span, role};

impl Reader<'_> {
    /// What a set phrase means that begins here: `dag van de arbeid`, `day before yesterday`.
    pub(super) fn set_phrase(&self, at: usize) -> Option<(Meaning, usize)> {
        let opens = matches!(
            self.meaning(at),
            Meaning::Opens | Meaning::Span(_) | Meaning::Shift(_) | Meaning::Weekday(_) | Meaning::Feast(_)
        );
        if !opens {
            return None;
        }
        let fits = |phrase: &str| {
            let mut end = at;
            for word in phrase.split(' ') {
                let mut buffer = [0; LONGEST];
                let tight = matches!(self.gap(end), Gap::Space | Gap::Hyphen | Gap::Dot | Gap::Stop);
                let apostrophe =
                    end > at && self.gap_text(end).is_some_and(|between| matches!(between, "'" | "’" | "' " | "’ "));
                let same = fold(self.word(end), &mut buffer) == Some(word);
                if !same || end > at && !tight && !apostrophe {
                    return None;
                }
                end += 1;
            }
            Some(end)
        };
        // Most words that may open one have not even its first letter.
        let initial = self.word(at).as_bytes().first()? | 0x20;
        let mut begin = self.words.phrases.iter().filter(|(phrase, _)| phrase.as_bytes()[0] == initial).peekable();
        begin.peek()?;
        // `in the new year` is not the feast.
        let capital = |(meaning, end): &(Meaning, usize)| {
            !self.words.capital_months
                || !matches!(meaning, Meaning::Feast(_))
                || *end != at + 2
                || self.is_capital(at + 1)
        };
        let found = begin.filter_map(|(phrase, meaning)| Some((*meaning, fits(phrase)?))).filter(capital);
        found.max_by_key(|(_, end)| *end)
    }

    /// The text between a piece and the one before it.
    fn gap_text(&self, at: usize) -> Option<&str> {
        let before = self.pieces.get(at.checked_sub(1)?)?;
        Some(&self.sentence[before.end as usize..self.pieces.get(at)?.start as usize])
    }

    /// `Kerst`, `tweede paasdag 2010`, `Easter of last year`.
    pub(super) fn feast(&self, at: usize) -> Option<(Time, usize)> {
        let (feast, end) = match (self.meaning(at), self.meaning(at + 1)) {
            (Meaning::Ordinal(nth @ 1..=3), Meaning::FeastDay(feast)) if self.spaced(at + 1) => {
                (feast.day(nth)?, at + 2)
            }
            (Meaning::FeastDay(feast), _) => (feast, at + 1),
            _ => match self.set_phrase(at) {
                Some((Meaning::Feast(feast), end)) => (feast, end),
                _ => match self.meaning(at) {
                    Meaning::Feast(feast) => (feast, at + 1),
                    _ => return None,
                },
            },
        };
        // A capital behind it: the name of something else.
        let named = self.spaced(end) && self.is_capital(end) && self.meaning(end) == Meaning::Other;
        // But: `op Koningsdag Amersfoort`
        let named = named && (self.words.capital_months || at == 0 || !self.is(at - 1, role::AT | role::WITH));
        if named || self.gap(end) == Gap::Hyphen {
            return None;
        }
        // `Labor Day weekend`
        let weekend = self.spaced(end) && self.meaning(end) == Meaning::Span(Span::Weekend);
        let end = end + usize::from(weekend);
        let (year, end) = self.year_after(end).unwrap_or((Year::Open, end));
        let part = weekend.then_some(Part::WeekendOf);
        Some((Time { part, ..Time::new(Base::Feast(feast), year) }, end))
    }

    /// `eerste maandag van juli`, `last day of April`, `eerste drie maanden van 2010`; `nth` is 6 for the last.
    pub(super) fn nth(&self, at: usize, nth: u8) -> Option<(Time, usize)> {
        if !self.spaced(at + 1) {
            return None;
        }
        if nth == 6
            && let Some(found) = self.fourth(at, 4)
        {
            return Some(found);
        }
        let (weekday, part) = match self.meaning(at + 1) {
            Meaning::Weekday(weekday) => (weekday, None),
            // Both of its days are in the month.
            Meaning::Span(Span::Weekend) => (if nth == 6 { 7 } else { 6 }, Some(Part::WeekendOf)),
            _ => (0, None),
        };
        if weekday > 0
            && let Some((month, year, end)) = self.month_of(at + 2).or_else(|| self.turned_month(at + 2))
        {
            let known = (1..=6).contains(&nth);
            return known.then_some((Time { part, ..Time::new(Base::Nth { nth, weekday, month }, year) }, end));
        }
        // `eerste maandag na Pasen`, the last Saturday before Christmas
        if weekday > 0
            && part.is_none()
            && (1..=6).contains(&nth)
            && self.is(at + 2, if nth == 6 { role::BEFORE } else { role::AFTER })
            && let Some((time, end)) = self.feast(self.skip(at + 3, role::ARTICLE))
            && let (Base::Feast(feast), None) = (time.base, time.part)
        {
            return Some((Time { base: Base::BesideFeast { nth, weekday, feast }, ..time }, end));
        }
        match (self.meaning(at + 1), self.month_of(at + 2)) {
            (Meaning::Span(Span::Day), Some((month, year, end))) => {
                let day = if nth == 6 { LAST } else { nth };
                return Some((Time::new(Base::Day { day, month, weekday: 0 }, year), end));
            }
            (Meaning::Span(Span::Week), Some((month, year, end))) if nth <= 6 => {
                return Some((Time::new(Base::WeekOfMonth { nth, month }, year), end));
            }
            _ => {}
        }
        if nth != 1 && nth != 6 {
            return None;
        }
        let (count, next) = match self.meaning(at + 1) {
            Meaning::Span(_) => (1, at + 1),
            _ => {
                let (count, end) = self.count(at + 1)?;
                let whole = count.least == count.most && count.least % 2 == 0;
                (u8::try_from(count.least / 2).ok().filter(|_| whole)?, end)
            }
        };
        let span = self.span(next).filter(|_| self.spaced(next))?;
        let of = self.skip(next + 1, role::OF | role::IN);
        if of == next + 1 || count == 0 {
            return None;
        }
        let (mut time, end) = self.whole(of)?;
        if time.part.is_some() || time.is_day() || time.offset.is_some() {
            return None;
        }
        time.part = Some(if nth == 1 { Part::First(span, count) } else { Part::Last(span, count) });
        Some((time, end))
    }

    /// `van juli 2010`, `in July`, after a weekday, a day or a week.
    fn month_of(&self, at: usize) -> Option<(u8, Year, usize)> {
        let of = self.skip(at, role::OF | role::IN);
        let (time, end) = if of > at { self.month(of, true)? } else { return None };
        match time.base {
            Base::Month(month) => Some((month, time.year, end)),
            _ => None,
        }
    }

    /// `van deze maand`, of next month, after a weekday; its month is 0.
    fn turned_month(&self, at: usize) -> Option<(u8, Year, usize)> {
        let of = self.skip(at, role::OF | role::IN);
        let turned = self.skip(of, role::ARTICLE);
        match (self.meaning(turned), self.meaning(turned + 1)) {
            (Meaning::Turn(turn), Meaning::Span(Span::Month)) if of > at => Some((0, Year::Turn(turn), turned + 2)),
            _ => None,
        }
    }

    /// What a part can be of: a time, or the week, month, year of the day of speaking: `the end of the month`.
    pub(super) fn whole(&self, at: usize) -> Option<(Time, usize)> {
        let the = self.skip(at, role::ARTICLE);
        let span = self.skip(the, role::FISCAL);
        match self.meaning(span) {
            // `eind van de maand`
            Meaning::Span(span_of)
                if (the > at || self.is(at - 1, role::ARTICLE))
                    && span_of != Span::Day
                    && !self.is(span + 1, role::OF) =>
            {
                match self.span_then(span, span_of).or_else(|| self.base(span)) {
                    Some(found) => Some(found),
                    None => Some((Time::new(Base::Turn(span_of, 0), Year::Open), span + 1)),
                }
            }
            // `begin mei`: a month by its name alone is certain here.
            Meaning::Month(_) => self.month(the, true),
            // `begin 2000`: and so is a year.
            Meaning::Number(_) => self.year(the, true),
            _ => self.base(the),
        }
    }

    /// A year in words: `negentienhonderd vijfennegentig`, `two thousand and ten`, `nineteen ninety-five`.
    pub(super) fn worded_year(&self, at: usize) -> Option<(i32, usize)> {
        let ones = |at: usize| {
            let next = self.skip(at, role::AND);
            if !self.spaced(next) {
                return None;
            }
            match self.meaning(next) {
                Meaning::Cardinal(value) => Some((i32::from(value), next + 1)),
                _ => None,
            }
        };
        match self.meaning(at) {
            Meaning::YearWord(year) => {
                let more = if year % 100 == 0 { ones(at + 1) } else { None };
                Some(more.map_or((i32::from(year), at + 1), |(more, end)| (i32::from(year) + more, end)))
            }
            Meaning::Cardinal(2) if self.words.thousand(self.word(at + 1)) => match ones(at + 2) {
                Some((more, end)) => Some((2000 + more, end)),
                None => Some((2000, at + 2)),
            },
            Meaning::Cardinal(century @ 11..=20) if self.spaced(at + 1) => match self.meaning(at + 1) {
                Meaning::Cardinal(tens @ 10..) => Some((i32::from(century) * 100 + i32::from(tens), at + 2)),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether a dash and an apostrophe stand ahead of a piece.
    pub(super) fn dashed(&self, at: usize) -> bool {
        matches!(self.gap_text(at), Some("-'" | "-’" | "–'" | "–’"))
    }

    /// The text of a piece.
    pub(super) fn word(&self, at: usize) -> &str {
        self.pieces.get(at).map_or("", |piece| &self.sentence[piece.start as usize..piece.end as usize])
    }

    /// A year in words, where a preposition or the word for a year leads it and nothing is counted.
    pub(super) fn year_in_words(&self, at: usize, certain: bool) -> Option<(Time, usize)> {
        let (year, end) = self.worded_year(at)?;
        let led = at > 0 && self.is(at - 1, role::LEADS | role::TO | role::AND);
        let counts = self.counts(end - 1) || self.has_plural(end - 1) || self.span(end).is_some();
        ((led || certain) && !counts).then_some((Time::new(Base::Year, Year::At(year)), end))
    }

    /// `'98` behind a preposition; `'40-'45` is read as a range of two.
    pub(super) fn short_year(&self, at: usize) -> Option<(Time, usize)> {
        let Meaning::Number(Digits { value, width: 2 }) = self.meaning(at) else { return None };
        let quoted = matches!(self.gap_text(at), Some(" '" | " ’" | " ‘" | "-'" | "-’" | "–'" | "–’"));
        let led = at > 0 && (self.is(at - 1, role::LEADS | role::AND | role::TO) || self.gap(at) == Gap::Other);
        let closed = self.sentence[self.pieces[at].end as usize..].starts_with(['\'', '’']);
        // `1976, '78`
        let listed = matches!(self.gap_text(at), Some(", '" | ", ’"))
            && matches!(self.meaning(at - 1), Meaning::Number(Digits { width: 4, .. }));
        let (quoted, led) = (quoted || listed, led || listed);
        let ranged = self.dashed(at + 1);
        let quoted = quoted || ranged && self.sentence[..self.pieces[at].start as usize].ends_with(['\'', '’', '‘']);
        (quoted && (led || ranged) && !closed && !self.counts(at))
            .then_some((Time::new(Base::Year, Year::Short(value as u8)), at + 1))
    }
}
