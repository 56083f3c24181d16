//! Dates in digits, and numbers that are no dates.

use super::grammar::Reader;
use super::phrase::{Base, Time, Year};
use super::pieces::Gap;
use super::words::{Digits, Meaning, role};

impl Reader<'_> {
    fn digits(&self, at: usize) -> Option<Digits> {
        match self.meaning(at) {
            Meaning::Number(digits) => Some(digits),
            _ => None,
        }
    }

    /// Whether a number is a piece of a longer one: `70.000`, `0,5`, `10:30`, `133-03`.
    pub(super) fn is_fraction(&self, at: usize) -> bool {
        let text = self.sentence.as_bytes();
        let Some(piece) = self.pieces.get(at) else { return false };
        let (start, end) = (piece.start as usize, piece.end as usize);
        let joint = |byte: u8| matches!(byte, b'.' | b',' | b':' | b'/' | b'-' | b'+' | b'_');
        let digit = |at: usize| text.get(at).is_some_and(u8::is_ascii_alphanumeric);
        let month = |at: usize| matches!(self.meaning(at), Meaning::Month(_) | Meaning::ShortMonth(_));
        // `18 nov-19 dec`, `18-19 november`: the joint of a range; `mid-2013`.
        let part = |at: usize| matches!(self.meaning(at), Meaning::Part(_)) && end - start == 4;
        let ranged = at > 0 && (month(at - 1) || part(at - 1) || month(at + 1) && self.day_number(at - 1).is_some());
        start > 0 && matches!(text[start - 1], b'$' | b'#' | b'@' | b'+' | b'_' | b'&')
            || start > 1 && joint(text[start - 1]) && digit(start - 2) && !ranged
            || self.sentence[..start].trim_end().ends_with(['€', '£', '$'])
            || end < text.len() && joint(text[end]) && text[end] != b'-' && digit(end + 1) && !self.is_first_of_two(at)
    }

    /// The first year of `2021/2022`.
    fn is_first_of_two(&self, at: usize) -> bool {
        let Some(Digits { value, width: 4 }) = self.digits(at) else { return false };
        self.gap(at + 1) == Gap::Slash && self.last_year(at + 1, i32::from(value)) == Some(i32::from(value) + 1)
    }

    /// Whether what follows a number is what it counts.
    pub(super) fn counts(&self, at: usize) -> bool {
        let Some(piece) = self.pieces.get(at) else { return false };
        let after = self.sentence[piece.end as usize..].trim_start();
        // `f 1963,-`
        if after.starts_with(['%', '°', '€', '$', '£', '‰', '²', '³']) || after.starts_with(",-") {
            return true;
        }
        match self.gap(at + 1) {
            Gap::Space => self.is(at + 1, role::COUNTED),
            // `1991-grens`, `2.5`
            Gap::Hyphen => matches!(self.meaning(at + 1), Meaning::Other | Meaning::Role(_)),
            Gap::Dot | Gap::None => true,
            _ => false,
        }
    }

    /// Whether a plural follows, as after a count: `2000 soldaten`.
    pub(super) fn has_plural(&self, at: usize) -> bool {
        let Some(next) = self.pieces.get(at + 1) else { return false };
        next.capital == self.words.nouns_capital
            && next.meaning == Meaning::Other
            && self.spaced(at + 1)
            && (self.words.plural)(&self.sentence[next.start as usize..next.end as usize])
    }

    /// The last year of `1914-1918`, `2007–08`, where that is what follows the first.
    pub(super) fn last_year(&self, at: usize, first: i32) -> Option<i32> {
        let Digits { value, width } = self.digits(at)?;
        let last = match width {
            4 => i32::from(value),
            2 => first - first % 100 + i32::from(value),
            _ => return None,
        };
        let ends = !self.counts(at) && !matches!(self.gap(at + 1), Gap::Hyphen | Gap::Slash | Gap::Dot);
        let tight = matches!(self.gap(at), Gap::Hyphen | Gap::Slash | Gap::Dash);
        (tight && ends && last > first && last < 2200).then_some(last)
    }

    /// Whether a number is the first of two that count together (`1500 tot 2000 soldaten`), or of a code (`2015-1-32`).
    fn goes_on(&self, at: usize, value: u16) -> bool {
        let next = self.skip(at + 1, role::TO | role::AND);
        if self.digits(next).is_none() {
            return false;
        }
        if next > at + 1 {
            return self.counts(next) || self.has_plural(next);
        }
        matches!(self.gap(next), Gap::Hyphen | Gap::Slash) && self.last_year(next, i32::from(value)).is_none()
    }

    /// A year by its number alone.
    pub(super) fn year(&self, at: usize, certain: bool) -> Option<(Time, usize)> {
        let Digits { value, width } = self.digits(at)?;
        if self.counts(at) || self.is_fraction(at) || self.is(at + 1, role::ERA) || self.goes_on(at, value) {
            return None;
        }
        let certain = certain || self.is_of_our_era(at);
        if !(width == 4 || certain && width == 3) || !(100..=2199).contains(&value) || (value < 1000 && width == 4) {
            return None;
        }
        let (led, named) = match at.checked_sub(1) {
            None => (false, false),
            Some(before) => {
                let close = matches!(self.gap(at), Gap::Space | Gap::Quote | Gap::None);
                let led = self.is(before, role::LEADS) || self.is(before, role::AND | role::TO);
                // `Windows 2000`, `resolutie 1973`; a word that begins the sentence has its capital from there.
                let name = self.is_capital(before)
                    && before > 0
                    && !self.words.nouns_capital
                    && !matches!(self.meaning(before), Meaning::Role(_));
                let alone = self.last_year(at + 1, i32::from(value)).is_none();
                (led, alone && (close && name || self.is_labelled(at)))
            }
        };
        // `1017 GP Amsterdam`, `020 7946 2018`
        let coded = self.spaced(at + 1)
            && self.word(at + 1).len() == 2
            && self.word(at + 1).bytes().all(|letter| letter.is_ascii_uppercase())
            || at > 0 && self.spaced(at) && self.digits(at - 1).is_some_and(|before| before.width > 2);
        if coded && !led && !certain {
            return None;
        }
        let round = value % 100 == 0;
        let modern = (1900..=2099).contains(&value);
        let plural = self.has_plural(at);
        // A noun behind it may be what it counts.
        let noun = self.is_capital(at + 1) && self.meaning(at + 1) == Meaning::Other && self.spaced(at + 1);
        let likely = if certain {
            true
        } else if self.words.nouns_capital {
            led && !plural && self.span(at + 1).is_none()
                || !round && !self.is_labelled(at) && !plural && self.span(at + 1).is_none() && (modern || !noun)
        } else if named {
            false
        } else if round {
            led && !plural || self.is_past(at + 1)
        } else if value % 10 == 0 {
            led && (modern || !plural) || modern && !plural
        } else {
            led || modern && !plural || self.sits_alone(at)
        };
        likely.then_some((Time::new(Base::Year, Year::At(i32::from(value))), at + 1))
    }

    /// `A.D. 1204`, which is Latin everywhere; 1204 AD, `1204 n.Chr.`
    fn is_of_our_era(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        before == "AD"
            || before == "D" && self.gap(at) == Gap::Stop && at > 1 && self.word(at - 2) == "A"
            || self.sentence[self.pieces[at].end as usize..].strip_prefix(' ').is_some_and(|rest| {
                self.words
                    .our_era
                    .iter()
                    .any(|era| rest.strip_prefix(era).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
            })
    }

    fn is_past(&self, at: usize) -> bool {
        self.is(at, role::PAST)
    }

    /// In brackets, or between commas: `(1645)`.
    fn sits_alone(&self, at: usize) -> bool {
        let piece = self.pieces[at];
        self.sentence[..piece.start as usize].ends_with(['(', '[', '–', '-'])
            || self.sentence[..piece.start as usize].trim_end().ends_with([',', '(', '–'])
    }

    /// `3-5-2010`, `05.03.2023`, `2010-05-03`, `05-aug-2016`, `12-2015`; `11-4` where a word says that it is a date.
    pub(super) fn numeric(&self, at: usize) -> Option<(Time, usize)> {
        let first = self.digits(at)?;
        let joint = self.gap(at + 1);
        let dated = matches!(joint, Gap::Hyphen | Gap::Slash | Gap::Dot);
        // `24 - 6 - 2017`
        if joint == Gap::Dash
            && self.gap(at + 2) == joint
            && let Some(third @ Digits { width: 4, .. }) = self.digits(at + 2)
            && first.width < 3
            && self.gap(at + 3) != joint
        {
            return self.date(at, first, third, joint);
        }
        if !dated || self.is_glued_before(at) || self.is_labelled(at) {
            return None;
        }
        let third = if self.gap(at + 2) == joint { self.digits(at + 2) } else { None };
        // `1-2-'19`
        if let Some(third @ Digits { width: 2, .. }) = self.digits(at + 2)
            && joint == Gap::Hyphen
            && self.dashed(at + 2)
        {
            return self.date(at, first, third, joint);
        }
        if let Some(third) = third {
            // A piece more, and it is a number of another kind, or a range of two dates.
            let longer = self.gap(at + 3) == joint && joint != Gap::Hyphen || self.gap(at + 3) == Gap::None;
            return if longer { None } else { self.date(at, first, third, joint) };
        }
        if self.gap(at + 2) == joint && self.gap(at + 2) != Gap::Hyphen && self.digits(at + 1).is_none() {
            return None;
        }
        self.short_date(at, first, joint)
    }

    fn is_glued_before(&self, at: usize) -> bool {
        let before = &self.sentence[..self.pieces[at].start as usize];
        let glued = before.strip_suffix(['-', '/', '.', '–']).is_some_and(|rest| rest.ends_with(char::is_alphanumeric));
        glued && !self.is_range_joint(at) || before.ends_with(['+', '_', '#', '$', '€', '£'])
    }

    /// The second date of `1-10-2018-7-10-2018`, read as such from the first.
    fn is_range_joint(&self, at: usize) -> bool {
        at >= 2
            && matches!(self.gap(at), Gap::Hyphen | Gap::Dash)
            && self.digits(at - 1).is_some()
            && self.gap(at - 1) != Gap::Other
            && self.numeric_ends_at(at)
    }

    fn numeric_ends_at(&self, end: usize) -> bool {
        let three = end >= 3
            && self.gap(end - 1) == self.gap(end - 2)
            && matches!(self.gap(end - 1), Gap::Hyphen | Gap::Slash | Gap::Dot)
            && self.digits(end - 1).is_some_and(|digits| digits.width == 4);
        let two = self.gap(end - 1) == Gap::Slash && (end < 3 || self.gap(end - 2) != Gap::Slash);
        three || two
    }

    /// Whether dates in digits begin with the month in this sentence; `None` where none of them shows it.
    pub(super) fn shown_order(&self) -> Option<bool> {
        (2..self.pieces.len()).find_map(|at| {
            let slashed = self.gap(at) == Gap::Slash && self.gap(at - 1) == Gap::Slash;
            if !slashed {
                return None;
            }
            let (one, two, year) = (self.digits(at - 2)?, self.digits(at - 1)?, self.digits(at)?);
            let dated = year.width == 4 && one.value.max(two.value) <= 31 && one.value.min(two.value) <= 12;
            (dated && one.value.max(two.value) > 12).then_some(two.value > 12)
        })
    }

    fn date(&self, at: usize, first: Digits, third: Digits, joint: Gap) -> Option<(Time, usize)> {
        let named = match self.meaning(at + 1) {
            Meaning::Month(month) | Meaning::ShortMonth(month) => Some(month),
            _ => None,
        };
        let second = named.map(u16::from).or_else(|| self.digits(at + 1).map(|digits| digits.value))?;
        let day = |month: u16, day: u16, year: Year| {
            ((1..=12).contains(&month) && (1..=31).contains(&day))
                .then_some((Time::new(Base::Day { day: day as u8, month: month as u8, weekday: 0 }, year), at + 3))
        };
        if first.width == 4 {
            return day(second, third.value, Year::At(i32::from(first.value))).filter(|_| first.value >= 1000);
        }
        let year = match third.width {
            4 if third.value >= 1000 => Year::At(i32::from(third.value)),
            // `1.2.10` is a version, `op 12.12.10` a day.
            2 if joint != Gap::Dot
                || first.width == 2
                    && self.digits(at + 1).is_some_and(|second| second.width == 2)
                    && at > 0
                    && self.is(at - 1, role::AT) =>
            {
                Year::Short(third.value as u8)
            }
            _ => return None,
        };
        let month_first = self.month_first && joint == Gap::Slash && named.is_none();
        if first.value <= 12 && (month_first || second > 12) {
            return day(first.value, second, year);
        }
        day(second, first.value, year)
    }

    /// Two numbers: a month of a year, or a day of a month.
    fn short_date(&self, at: usize, first: Digits, joint: Gap) -> Option<(Time, usize)> {
        if let Meaning::Month(month) | Meaning::ShortMonth(month) = self.meaning(at + 1) {
            let day = self.day_number(at)?;
            return Some((Time::new(Base::Day { day, month, weekday: 0 }, Year::Open), at + 2));
        }
        let second = self.digits(at + 1)?;
        let month = |month: u16, year: u16| {
            ((1..=12).contains(&month) && (1000..=2199).contains(&year))
                .then_some((Time::new(Base::Month(month as u8), Year::At(i32::from(year))), at + 2))
        };
        // `op 4.5. om 10 uur`
        let stopped = self.gap(at + 2) == Gap::Stop && !self.is_capital(at + 2) && at > 0 && self.is(at - 1, role::AT);
        // `06-12 34 56 78`
        let goes_on = self.spaced(at + 2) && self.digits(at + 2).is_some();
        if joint == Gap::Dot && !stopped || self.counts(at + 1) || goes_on {
            return None;
        }
        match (first.width, second.width) {
            (1 | 2, 4) => return month(first.value, second.value),
            // `2007-08` runs over the turn of the year.
            (4, 2) if second.value != (first.value + 1) % 100 => return month(second.value, first.value),
            (1 | 2, 1 | 2) => {}
            _ => return None,
        }
        // `sinds 9/11`: the day of the attacks has its name from them. `vanaf 9/11` is any year's.
        let led = |roles| at > 0 && self.is(at - 1, roles);
        if joint == Gap::Slash
            && (first.value, second.value) == (9, 11)
            && (led(role::OF) || led(role::SINCE | role::AFTER) && !led(role::FROM | role::AT))
            && !self.is(at + 2, role::TO)
        {
            return Some((Time::new(Base::Day { day: 11, month: 9, weekday: 0 }, Year::At(2001)), at + 2));
        }
        let noughts = [first, second].iter().any(|part| part.width == 2 && part.value < 10);
        // `Ik ben 28/04 weg`: no fraction has one; but: `het seizoen 06/07`.
        let wide = [first, second].iter().all(|part| part.width == 2);
        let slashed = joint == Gap::Slash && noughts && wide && second.value != first.value + 1;
        // Otherwise it is a score, a fraction, an issue of something.
        let dated = slashed
            || at.checked_sub(1).is_some_and(|before| match self.meaning(before) {
                Meaning::Weekday(_) | Meaning::ShortWeekday(_) => true,
                Meaning::Role(roles) => {
                    roles & (role::BETWEEN | role::SINCE | role::UNTIL) != 0
                    || roles & role::FROM != 0 && self.is(at + 2, role::TO)
                    // `on 9/11` is more than a date.
                    || joint == Gap::Slash && roles & role::AT != 0 && !self.words.month_first
                    // `op 22-04`, `op 29-12`: no score begins with a nought, and few go so far.
                    || roles & role::AT != 0 && (noughts || joint == Gap::Hyphen && first.value > 12)
                    || stopped
                }
                Meaning::Turn(_) => joint == Gap::Slash,
                _ => false,
            });
        let ranged = matches!(self.gap(at + 2), Gap::Hyphen | Gap::Dash) && self.gap(at + 3) == joint
            || self.is_range_joint(at)
            // But: `6-4, 7-5 en 9-7`.
            || at >= 3
                && self.gap(at - 2) == joint
                && (self.is(at - 1, role::TO)
                    || self.is(at - 1, role::AND) && (joint == Gap::Slash || at > 3 && self.is(at - 4, role::LEADS)));
        if !dated && !ranged {
            return None;
        }
        let (day, month) = if self.month_first && joint == Gap::Slash {
            (second.value, first.value)
        } else {
            (first.value, second.value)
        };
        let (day, month) = if month > 12 { (month, day) } else { (day, month) };
        ((1..=31).contains(&day) && (1..=12).contains(&month))
            .then_some((Time::new(Base::Day { day: day as u8, month: month as u8, weekday: 0 }, Year::Open), at + 2))
    }
}
