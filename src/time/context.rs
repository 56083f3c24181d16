//! What stands ahead of a time: its preposition.

use super::Relation;
use super::grammar::Reader;
use super::phrase::{Base, Time};
use super::pieces::Gap;
use super::words::{Meaning, role};

impl Reader<'_> {
    /// What the words ahead of a time make of it.
    pub(super) fn relation(&self, at: usize, time: Time) -> Relation {
        // `in vergelijking tot dezelfde periode`
        if let Base::Same(_) = time.base {
            return Relation::In;
        }
        let mut before = at;
        while before > 0 && self.is(before - 1, role::ABOUT | role::ARTICLE) {
            before -= 1;
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
