//! What stands ahead of a time: its preposition.

use super::Relation;
use super::grammar::Reader;
use super::phrase::{Base, Time};
use super::pieces::Gap;
use super::words::{Meaning, role};

impl Reader<'_> {
    /// How many pieces `minstens` is, or at least, that end with this one.
    fn least(&self, at: usize) -> usize {
        match self.word(at) {
            "least" if at > 0 && self.word(at - 1) == "at" => 2,
            "minstens" | "tenminste" | "minimaal" | "zeker" | "mindestens" => 1,
            _ => 0,
        }
    }

    /// Whether `niet later dan` stands ahead, or no later than.
    pub(super) fn no_later(&self, at: usize) -> bool {
        at > 2
            && self.is(at - 1, role::THAN)
            && matches!(self.word(at - 2), "later" | "später")
            && matches!(self.word(at - 3), "niet" | "no" | "not" | "nicht")
    }

    /// Whether what stands ahead was arranged for it: `aangekondigd voor`, postponed until.
    pub(super) fn is_arranged(&self, at: usize) -> bool {
        at > 1
            && ["voor", "naar", "tot", "for", "to", "until", "till", "für", "auf", "bis"].contains(&self.word(at - 1))
            && self.words.arranged.contains(&self.word(at - 2))
    }

    /// What the words ahead of a time make of it.
    pub(super) fn relation(&self, at: usize, time: Time) -> Relation {
        // `in vergelijking tot dezelfde periode`
        if let Base::Same(_) = time.base {
            return Relation::In;
        }
        let mut before = at;
        if self.no_later(at) {
            return Relation::Before;
        }
        while before > 0 {
            match self.least(before - 1) {
                0 if self.is(before - 1, role::ABOUT | role::ARTICLE) => before -= 1,
                0 => break,
                pieces => before -= pieces,
            }
        }
        let Some(before) = before.checked_sub(1) else { return Relation::In };
        if self.gap(before + 1) != Gap::Space {
            return Relation::In;
        }
        let long = matches!(time.base, Base::Decade(_) | Base::Nineties(_) | Base::Century(_));
        match self.meaning(before) {
            // A song from the 1950s, through the 1990s.
            Meaning::Role(roles) if long && roles & (role::FROM | role::TO) != 0 && self.words.after_alone => {
                Relation::In
            }
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
}
