//! What stands ahead of a time: its preposition.

use super::Relation;
use super::grammar::Reader;
use super::phrase::{Base, Time};
use super::pieces::Gap;
use super::words::{Meaning, role};

/// How many words ahead it is looked for what is to be done by then.
const AIMED: usize = 12;

impl Reader<'_> {
    /// How many pieces the phrase takes, of some, that stands ahead of one; none where none does.
    fn led_by(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().find_map(|phrase| {
            let mut words = phrase.rsplit(' ').zip(1..);
            let pieces = phrase.split(' ').count();
            (pieces <= at && words.all(|(word, back)| self.word(at - back) == word)).then_some(pieces)
        })
    }

    /// Whether `niet later dan` stands ahead, or no later than.
    pub(super) fn no_later(&self, at: usize) -> bool {
        self.led_by(at, self.words.no_later).is_some()
    }

    /// Whether what stands ahead was arranged for it: `aangekondigd voor`, postponed until.
    pub(super) fn is_arranged(&self, at: usize) -> bool {
        let (arranged, until) = self.words.arranged;
        at > 1 && until.contains(&self.word(at - 1)) && arranged.contains(&self.word(at - 2))
    }

    /// Whether what stands ahead is to be done by then.
    pub(super) fn is_aimed_at(&self, at: usize) -> bool {
        let Some((by, done)) = self.words.done_by else { return false };
        if at == 0 || self.word(at - 1) != by {
            return false;
        }
        let clause = (at.saturating_sub(AIMED)..at - 1).rev().take_while(|before| !self.ends(before + 1));
        let to = clause.filter(|to| self.meaning(*to) == Meaning::Role(role::TO)).find(|to| {
            let verb = self.meaning(to + 1);
            (verb == Meaning::Other || self.is(to + 1, role::PRESENT)) && !self.is_capital(to + 1)
        });
        to.is_some_and(|to| to > 0 && !done.contains(&self.word(to - 1)))
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
            before -= match self.led_by(before, self.words.least) {
                Some(pieces) => pieces,
                None if self.is(before - 1, role::ABOUT | role::ARTICLE) => 1,
                None => break,
            };
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
