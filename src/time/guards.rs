//! What looks like a time and is none.

use super::grammar::Reader;
use super::phrase::{Base, Time, Year};
use super::pieces::Gap;
use super::words::{Meaning, Part, role};

/// How many words ahead of a time what says that it recurs may stand.
const FAR: usize = 24;

impl Reader<'_> {
    /// Whether the name of a month, with neither day nor year, is that month.
    ///
    /// Where months have no capital, one with a capital inside a sentence is a name unless a preposition leads it.
    /// Where they have one, those that are a verb or a given name too want a preposition or another month beside them.
    pub(super) fn is_month(&self, at: usize, month: u8) -> bool {
        let tight = |at: usize| matches!(self.gap(at), Gap::Hyphen | Gap::None);
        let is_month = |at: usize| matches!(self.meaning(at), Meaning::Month(_));
        if tight(at + 1) && !is_month(at + 1) || at > 0 && tight(at) && !is_month(at - 1) {
            return false;
        }
        let before = at.wrapping_sub(1);
        // `Van Maart`, `van der Mei`: inside a sentence a preposition with a capital belongs to a name.
        let led = self.is(before, role::LEADS | role::TO)
            && !(at > 1 && self.is_capital(before))
            && self.word(before) != "der"
            || matches!(self.meaning(before), Meaning::Turn(_) | Meaning::Nearest(_));
        let listed = self.is(before, role::AND) && is_month(at.wrapping_sub(2))
            || self.is(at + 1, role::AND | role::TO) && is_month(at + 2)
            || matches!(self.gap(at + 1), Gap::Hyphen | Gap::Dash) && is_month(at + 1)
            || at > 0 && matches!(self.gap(at), Gap::Hyphen | Gap::Dash) && is_month(before);
        let named = self.is_capital(at + 1) && self.spaced(at + 1) && !matches!(self.meaning(at + 1), Meaning::Role(_));
        // `Augustus de Wit`, `Jan van Mei`
        let behind = self.is_capital(at + 2) && self.meaning(at + 2) == Meaning::Other && !self.is_capital(at + 1);
        let titled = at == 0 && self.is(at + 1, role::ARTICLE | role::OF) && behind;
        let surname = at > 1
            && self.is_capital(at)
            && self.word(before) == "van"
            && self.is_capital(before - 1)
            && matches!(self.meaning(before - 1), Meaning::Other | Meaning::ShortMonth(_));
        let named = named || !self.words.capital_months && (titled || surname);
        let led = led && (self.words.capital_months || !surname);
        let after_name = at > 1 && self.spaced(at) && self.is_capital(before) && !led;
        // The April issue.
        let noun = self.pieces.get(at + 1).is_some_and(|next| !next.capital && next.meaning == Meaning::Other);
        let described = self.is(before, role::ARTICLE) && noun && self.spaced(at + 1);
        // The supporters of May; but: the last week of May.
        let of_name = self.is(before, role::OF) && self.span(before.wrapping_sub(1)).is_none();
        if self.words.capital_months {
            if self.words.doubts(month) {
                // `In June France surrendered`
                let certain = self.is(before, role::IN | role::SINCE) && !self.is(before, role::FROM)
                    // In much of May, for most of August.
                    || self.is(before, role::OF) && at > 1 && matches!(self.word(at - 2), "much" | "most" | "all");
                return listed || described || certain || led && !named && at > 0 && !of_name;
            }
            return !named && !after_name || led;
        }
        !self.is_capital(at) || led && !named || listed || at == 0 && !named
    }

    /// Whether another short month follows: `okt/nov 2020`, `Nov. and Dec. 2020`.
    pub(super) fn is_listed(&self, at: usize) -> bool {
        let next = if self.is(at + 1, role::AND) { at + 2 } else { at + 1 };
        matches!(self.meaning(next), Meaning::ShortMonth(_) | Meaning::Month(_))
            && (next > at + 1 || matches!(self.gap(next), Gap::Hyphen | Gap::Slash))
    }

    /// `voor` before a year may be *for*: the plans for 2023. From 1990 on, where budgets and plans are what
    /// collections tell of, it is taken so unless an accent says *before*; so is it in `voor dit jaar`, `voor begin mei`.
    pub(super) fn is_for(&self, before: usize, time: Time) -> bool {
        let piece = self.pieces[before];
        let word = &self.sentence[piece.start as usize..piece.end as usize];
        if self.words.capital_months || !word.is_ascii() {
            return false;
        }
        // `gepland voor november`
        if self.is_arranged(before + 1) {
            return true;
        }
        matches!(time.part, Some(Part::Begin | Part::Middle))
            || time.part.is_none()
                && (matches!(time.base, Base::Year | Base::Quarter(_) | Base::Season(_))
                    && !matches!(time.year, Year::At(..1990))
                    || matches!(time.base, Base::Turn(..) | Base::Shift(0) | Base::Window(..)))
    }

    /// Whether a time is one of many: `elke maandag`, `elk jaar in mei`.
    pub(super) fn recurs(&self, at: usize, time: Time) -> bool {
        let every = |back: usize| at >= back && self.is(at - back, role::EVERY);
        every(1) && self.spaced(at)
            || self.recurs_by(at, time)
            || matches!(time.base, Base::Weekday(_)) && self.is_habit(at)
            || time.is_open()
                && every(3)
                && matches!(self.meaning(at - 2), Meaning::Span(_))
                && self.is(at - 1, role::IN | role::AT)
            || time.is_open() && every(2) && self.is(at - 1, role::AT)
            // `elke tweede vrijdag`, every other Friday, `elke dinsdag en donderdag`
            || matches!(time.base, Base::Weekday(_))
                && (every(2) && (matches!(self.meaning(at - 1), Meaning::Ordinal(_)) || self.word(at - 1) == "other")
                    || every(3) && self.is(at - 1, role::AND) && matches!(self.meaning(at - 2), Meaning::Weekday(_)))
    }

    /// `Ik zwem altijd, ook op zaterdag`: of any week.
    fn is_habit(&self, at: usize) -> bool {
        let habit = |at: usize| self.words.habits.iter().any(|word| self.word(at).eq_ignore_ascii_case(word));
        at > 0 && self.is(at - 1, role::AT) && (at.saturating_sub(FAR)..at).any(habit)
    }

    /// `om de week op dinsdag`, every other week on Tuesday, every two years in May.
    fn recurs_by(&self, at: usize, time: Time) -> bool {
        let spans = at > 2 && self.is(at - 1, role::IN | role::AT) && self.span(at - 2).is_some();
        if !spans || !(time.is_open() || matches!(time.base, Base::Weekday(_))) {
            return false;
        }
        let counted = matches!(self.meaning(at - 3), Meaning::Ordinal(_) | Meaning::Cardinal(_) | Meaning::Number(_))
            || matches!(self.word(at - 3), "other" | "andere");
        let head = if counted { at - 4 } else { at - 3 };
        let by = head > 0 && self.word(head) == "de" && self.word(head - 1).eq_ignore_ascii_case("om");
        by || self.is(head, role::EVERY)
    }

    /// `de morgen`, `deze morgen`: a morning, not tomorrow.
    pub(super) fn is_morning(&self, at: usize) -> bool {
        let two = self.words.weekdays_by_week && self.meaning(at) == Meaning::Shift(1);
        two && at > 0
            && self.spaced(at)
            && (matches!(self.meaning(at - 1), Meaning::That | Meaning::Turn(_))
                || self.is(at - 1, role::EVERY)
                || self.is(at - 1, role::ARTICLE) && self.word(at - 1).eq_ignore_ascii_case("de"))
    }

    /// Whether a noun that has a number stands before it: `resolutie 1973`, `versie 2.10.2010`.
    pub(super) fn is_labelled(&self, at: usize) -> bool {
        at > 0 && self.is(at - 1, role::LABEL) && matches!(self.gap(at), Gap::Space | Gap::Stop)
    }
}
