//! How many: of days, weeks, years; and what is counted so, from the day of speaking or from another day.

use super::grammar::Reader;
use super::phrase::{Base, Count, Time, Year};
use super::pieces::Gap;
use super::words::{Digits, Meaning, Part, Span, role};

/// A few, in halves: from two to four.
const FEW: Count = Count { least: 4, most: 8 };

/// How many words may tell what happened, and when that was. Further away stands another time.
const EVENT: usize = 10;

impl Reader<'_> {
    /// `drie`, `anderhalf`, `2,5`, `a dozen`, `two or three`.
    pub(super) fn count(&self, at: usize) -> Option<(Count, usize)> {
        let (count, end) = self.one_count(at)?;
        let next = match self.gap(end) {
            Gap::Space if self.is(end, role::OR | role::TO) && self.spaced(end + 1) => end + 1,
            Gap::Hyphen => end,
            _ => return Some((count, end)),
        };
        match self.one_count(next) {
            Some((other, after)) if other.most > count.most => {
                Some((Count { least: count.least, most: other.most }, after))
            }
            _ => Some((count, end)),
        }
    }

    fn one_count(&self, at: usize) -> Option<(Count, usize)> {
        let half = |at: usize| matches!(self.meaning(at), Meaning::Half | Meaning::Part(Part::Middle));
        match self.meaning(at) {
            Meaning::Number(Digits { value, .. }) => match self.decimal(at) {
                Some(end) => Some((Count::halves(i16::try_from(value * 2 + 1).ok()?), end)),
                None if self.is_fraction(at) => None,
                None => Some((Count::whole(value)?, at + 1)),
            },
            // `a hundred`, `two hundred`
            Meaning::Cardinal(_) | Meaning::One if self.words.hundred(self.word(at + 1)) => {
                let count = if let Meaning::Cardinal(value) = self.meaning(at) { value.into() } else { 1 };
                Some((Count::whole(100 * count)?, at + 2))
            }
            Meaning::Cardinal(1) | Meaning::One if self.spaced(at + 1) => match self.meaning(at + 1) {
                Meaning::Group(group) if self.spaced(at + 2) => Some((Count::whole(group.into())?, at + 2)),
                Meaning::Few => Some((FEW, self.skip(at + 2, role::OF))),
                _ if half(at + 1) => match self.meaning(at + 2) {
                    Meaning::Group(group) => Some((Count::halves(group.into()), at + 3)),
                    _ => Some((Count::halves(1), at + 2)),
                },
                _ => Some(self.and_a_half(Count::halves(2), at + 1)),
            },
            Meaning::Cardinal(value) => Some(self.and_a_half(Count::whole(value.into())?, at + 1)),
            Meaning::Halves(halves) => Some((Count::halves(halves.into()), at + 1)),
            Meaning::Group(group) => Some((Count::whole(group.into())?, at + 1)),
            Meaning::Few => Some((FEW, at + 1)),
            Meaning::Half | Meaning::Part(Part::Middle) => match (self.meaning(at + 1), self.meaning(at + 2)) {
                (Meaning::One, Meaning::Group(group)) => Some((Count::halves(group.into()), at + 3)),
                (Meaning::One, _) => Some((Count::halves(1), at + 2)),
                _ => Some((Count::halves(1), at + 1)),
            },
            _ => None,
        }
    }

    /// `twee en een half`, `one and a half`.
    fn and_a_half(&self, count: Count, at: usize) -> (Count, usize) {
        let follows = self.is(at, role::AND)
            && matches!(self.meaning(at + 1), Meaning::One | Meaning::Cardinal(1))
            && matches!(self.meaning(at + 2), Meaning::Half | Meaning::Part(Part::Middle));
        if follows { (Count { least: count.least + 1, most: count.most + 1 }, at + 3) } else { (count, at) }
    }

    /// The piece after `,5` of `1,5`.
    fn decimal(&self, at: usize) -> Option<usize> {
        let (one, next) = (self.pieces.get(at)?, self.pieces.get(at + 1)?);
        let tight = matches!(&self.sentence[one.end as usize..next.start as usize], "," | ".");
        let half = matches!(self.meaning(at + 1), Meaning::Number(Digits { value: 5, width: 1 }));
        (tight && half && self.spaced(at + 2)).then_some(at + 2)
    }

    /// `drie weken`, `een half jaar`, `een week of drie`, `a year and a half`.
    pub(super) fn duration(&self, at: usize) -> Option<(Span, Count, usize)> {
        let (count, end) = self.count(at)?;
        if !self.spaced(end) || count.most == 0 {
            return None;
        }
        let (span, end) = (self.span(end)?, end + 1);
        let (more, after) = self.and_a_half(count, end);
        if after > end {
            return Some((span, more, after));
        }
        if count == Count::halves(2)
            && self.is(end, role::OR)
            && let Some((about, after)) = self.one_count(end + 1)
        {
            return Some((span, about, after));
        }
        Some((span, count, end))
    }

    /// `drie weken geleden`, `twee dagen later`, `a week after Christmas`, `two weeks from now`.
    pub(super) fn ago(&self, at: usize) -> Option<(Time, usize)> {
        let (span, count, end) = self.duration(at)?;
        if !self.spaced(end) {
            return None;
        }
        if self.meaning(end) == Meaning::Ago {
            // `ten years ago today`
            if let Meaning::Shift(days) = self.meaning(end + 1)
                && self.spaced(end + 1)
            {
                let today = Time::new(Base::Shift(days), Year::Open);
                return Some((Time { offset: Some((span, count.back())), ..today }, end + 2));
            }
            // `ten years ago this month`
            if let (Meaning::Turn(0), Meaning::Span(Span::Week | Span::Month)) =
                (self.meaning(end + 1), self.meaning(end + 2))
                && span == Span::Year
                && let Some((this, after)) = self.turn(end + 1)
            {
                return Some((Time { offset: Some((span, count.back())), ..this }, after));
            }
            return Some((Time::new(Base::Ago(span, count), Year::Open), end + 1));
        }
        self.then(end, span, count).or_else(|| self.counted_from(end, span, count))
    }

    /// What says that a length counts from a time told before: `later`, `daarna`, `eerder`.
    fn then(&self, at: usize, span: Span, count: Count) -> Option<(Time, usize)> {
        let count = match self.meaning(at) {
            Meaning::Then(1) | Meaning::Cut(Part::Rest) => count,
            Meaning::Then(_) | Meaning::Cut(Part::SoFar) => count.back(),
            Meaning::Role(roles) if roles & role::AFTER != 0 && self.ends(at + 1) && self.words.after_alone => count,
            Meaning::Role(roles) if roles & role::BEFORE != 0 && self.ends(at + 1) && self.words.after_alone => {
                count.back()
            }
            // `three days after that`
            Meaning::Role(roles) if roles & role::AFTER != 0 && self.is_that(at + 1) => {
                return Some((Time::new(Base::Then(span, count), Year::Open), at + 2));
            }
            Meaning::Role(roles) if roles & role::BEFORE != 0 && self.is_that(at + 1) => {
                return Some((Time::new(Base::Then(span, count.back()), Year::Open), at + 2));
            }
            _ => return None,
        };
        // `twee dagen eerder dan gepland`
        if self.is(at + 1, role::THAN) {
            return None;
        }
        Some((Time::new(Base::Then(span, count), Year::Open), at + 1))
    }

    /// `that`, where no time follows that it could belong to.
    fn is_that(&self, at: usize) -> bool {
        self.words.after_alone && self.meaning(at) == Meaning::That && self.span(at + 1).is_none()
    }

    /// Whether a clause ends ahead of a piece.
    pub(super) fn ends(&self, at: usize) -> bool {
        at >= self.pieces.len() || !matches!(self.gap(at), Gap::Space | Gap::Hyphen | Gap::Quote)
    }

    /// `na 3 mei`, `voor Kerst`, `vanaf morgen`, after a length.
    fn counted_from(&self, at: usize, span: Span, count: Count) -> Option<(Time, usize)> {
        let at = if self.is(at, role::ABOUT) { at + 1 } else { at };
        let Meaning::Role(roles) = self.meaning(at) else { return None };
        // A week on Friday, two weeks today.
        if span == Span::Week && roles == role::AT && self.words.last_is_turn && self.spaced(at + 1) {
            let Meaning::Weekday(weekday) = self.meaning(at + 1) else { return None };
            let time = Time::new(Base::Weekday(weekday), Year::Side(1));
            return Some((Time { offset: Some((span, count)), ..time }, at + 2));
        }
        let onward = roles & role::AFTER != 0 || roles & role::SINCE != 0 && roles & role::FROM != 0;
        let count = if onward {
            count
        } else if roles & role::BEFORE != 0 {
            count.back()
        } else {
            return None;
        };
        if !self.spaced(at + 1) {
            return None;
        }
        if onward && self.is(at + 1, role::NOW) {
            return Some((Time::new(Base::Ago(span, count.back()), Year::Open), at + 2));
        }
        let Some((time, end)) = self.time(self.skip(at + 1, role::ARTICLE)) else {
            // `drie maanden voor de diefstal van 3 mei` may be what it cost.
            let counts = roles & role::AFTER != 0 || self.word(at) == "before";
            let time = self.event(at + 1).filter(|_| counts)?;
            return Some((Time { offset: Some((span, count)), ..time }, at + 1));
        };
        let ranged = self.joined(end).is_some_and(|next| self.time(next).is_some());
        (time.is_day() && time.offset.is_none() && !ranged)
            .then_some((Time { offset: Some((span, count)), ..time }, end))
    }

    /// When that was which a length counts from: `de aardbeving van 8 oktober`, the uprising began in mid-February.
    fn event(&self, at: usize) -> Option<Time> {
        let other = role::CLAUSE | role::AND | role::AFTER | role::BEFORE | role::SINCE | role::UNTIL;
        let noun = at + usize::from(self.is(at, role::ARTICLE));
        let ends = |at: usize| match self.gap(at) {
            // the group's decision
            Gap::Other => self.word(at) != "s",
            gap => matches!(gap, Gap::Comma | Gap::Stop | Gap::Dash) || at >= self.pieces.len(),
        };
        let end = (noun + 1..noun + EVENT).find(|at| ends(*at) || self.is(*at, other) || self.span(*at).is_some());
        let (time, _) = (noun + 1..end.unwrap_or(noun + EVENT)).find_map(|at| self.time(at))?;
        let placed = match time.base {
            Base::Day { .. } | Base::Weekday(_) | Base::Month(_) => true,
            Base::Year => matches!(time.year, Year::At(_)),
            _ => false,
        };
        (placed && time.offset.is_none()).then_some(time)
    }

    /// `de dag na Kerst`, `het jaar daarop`, `the day before`; after its noun.
    pub(super) fn span_then(&self, at: usize, span: Span) -> Option<(Time, usize)> {
        if !self.spaced(at + 1) {
            return None;
        }
        let one = Count::halves(2);
        // `daags daarna`
        let headed = at > 0 && self.is(at - 1, role::ARTICLE) || self.word(at).eq_ignore_ascii_case("daags");
        // `the week after next`, `de week na volgende week`, `the night before last`
        if let Meaning::Turn(turn @ (1 | -1)) = self.meaning(at + 2)
            && headed
            && self.spaced(at + 2)
            && self.is(at + 1, if turn > 0 { role::AFTER } else { role::BEFORE })
        {
            let same = self.meaning(at + 3) == Meaning::Span(span);
            let alone = match self.meaning(at + 3) {
                Meaning::Role(_) => true,
                // The year before last season.
                Meaning::Other => turn > 0 || !self.spaced(at + 3),
                _ => false,
            };
            if same || alone && self.words.after_alone {
                return Some((Time::new(Base::Turn(span, 2 * turn), Year::Open), at + 3 + usize::from(same)));
            }
        }
        // `de dag later` is no Dutch.
        let told = if headed && !matches!(self.meaning(at + 1), Meaning::Cut(_)) {
            self.then(at + 1, span, one)
        } else {
            None
        };
        told.or_else(|| if span == Span::Day { self.counted_from(at + 1, span, one) } else { None })
    }

    /// `drie maanden tot september`, `year ended 31 December 2012`; after its article.
    pub(super) fn up_to(&self, at: usize) -> Option<(Time, usize)> {
        let (span, count, end) = match self.meaning(at) {
            Meaning::Span(span @ (Span::Week | Span::Month | Span::Quarter | Span::Year)) => {
                (span, Count::halves(2), at + 1)
            }
            Meaning::Number(_) | Meaning::Cardinal(2..) => self.duration(at)?,
            _ => return None,
        };
        if !self.spaced(end) {
            return None;
        }
        let next = match self.word(end) {
            "ended" | "ending" | "eindigend" | "geëindigd" => self.skip(end + 1, role::AT),
            _ if self.is(end, role::TO) => self.joined(end)?,
            _ => return None,
        };
        let (time, after) = match self.meaning(next) {
            Meaning::Month(_) => self.month(next, true)?,
            _ => self.base(next)?,
        };
        let told = match time.base {
            Base::Day { .. } => true,
            Base::Month(_) => span >= Span::Month,
            Base::Year => span == Span::Year,
            _ => false,
        };
        let count = u8::try_from(count.least / 2).ok().filter(|whole| count == Count::halves(2 * i16::from(*whole)))?;
        (told && time.part.is_none() && time.offset.is_none())
            .then_some((Time { part: Some(Part::UpTo(span, count)), ..time }, after))
    }

    /// `over twee weken`, in two weeks; after its preposition.
    pub(super) fn ahead(&self, at: usize) -> Option<(Time, usize)> {
        let (span, count, end) = self.duration(at)?;
        let onward = self.is(end, role::SINCE) && self.is(end, role::FROM);
        if self.is(end, role::AFTER) || onward && self.counted_from(end, span, count).is_some() {
            // `over twee dagen na vandaag`
            return self.counted_from(end, span, count);
        }
        Some((Time::new(Base::Ago(span, count.back()), Year::Open), end))
    }

    /// `binnen 90 dagen`, after its preposition; but `binnen 90 dagen na de brand`.
    pub(super) fn within(&self, at: usize) -> Option<(Time, usize)> {
        let (span, count, end) = self.duration(at)?;
        let from = self.is(end, role::AFTER | role::SINCE | role::OF | role::BEFORE);
        (!from).then_some((Time::new(Base::Window(span, count), Year::Open), end))
    }

    /// `minder dan twee weken geleden`, `nog geen jaar geleden`.
    pub(super) fn less(&self, at: usize) -> Option<(Time, usize)> {
        let next = if self.is(at + 1, role::THAN) { at + 2 } else { at + 1 };
        let (span, count, end) = match self.duration(next) {
            Some(found) => found,
            None => (self.span(next)?, Count::halves(2), next + 1),
        };
        let days = !matches!((span, count.most), (Span::Day, ..=2));
        (days && self.spaced(end) && self.meaning(end) == Meaning::Ago)
            .then_some((Time::new(Base::LessAgo(span, count), Year::Open), end + 1))
    }
}
