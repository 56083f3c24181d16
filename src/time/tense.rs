//! Where a sentence looks, at one place in it: by the nearest verb whose tense shows.

use super::folded::{LONGEST, fold};
use super::grammar::Reader;
use super::pieces::Gap;
use super::resolve::Tense;
use super::words::{Meaning, role};

/// The verbs of a sentence whose tense shows, and its clauses.
pub(super) struct Verbs {
    /// The clause of each piece, counted from the start.
    clauses: Vec<usize>,
    /// Where `dat` or `that` may begin one: the verb of saying before it is none of what was said.
    reported: Vec<usize>,
    verbs: Vec<(usize, Tense)>,
}

/// How much further away a verb is for each border of a clause in between, in words. Found by trying: with less, the
/// verb of saying decides over what was said; with more, a comma inside a clause cuts it off from its verb.
const BORDER: usize = 6;

/// How far from its auxiliary a participle may be, in words; no clause that anyone wrote is so long, and a list without commas is not gone
/// through for each.
const FAR: usize = 100;

impl Verbs {
    /// Where the sentence looks at the pieces from `at` to `end`, and whether the verb that shows it is in their own clause.
    pub(super) fn tense(&self, at: usize, end: usize) -> (Tense, bool) {
        let distance = |verb: usize| {
            let words = if verb < at { at - verb } else { verb + 1 - end.min(verb) };
            words + BORDER * self.clauses[verb].abs_diff(self.clauses[at])
        };
        // Further away they are no nearer.
        let first = self.verbs.partition_point(|(verb, _)| *verb < at).saturating_sub(1);
        let last = self.verbs.partition_point(|(verb, _)| *verb < end) + 1;
        let beside = &self.verbs[first..last.min(self.verbs.len())];
        let nearest = beside.iter().min_by_key(|(verb, _)| distance(*verb));
        nearest.map_or((Tense::Unknown, false), |(verb, tense)| {
            let reported =
                self.reported.get(self.reported.partition_point(|that| that < verb)).is_some_and(|that| *that < at);
            (*tense, self.clauses[*verb] == self.clauses[at] && !reported)
        })
    }
}

impl Verbs {
    /// Whether none shows its tense.
    pub(super) fn is_empty(&self) -> bool {
        self.verbs.is_empty()
    }
}

impl Reader<'_> {
    /// Whether a sentence without a verb whose tense shows is in the present: it is a whole one, and pasts would show.
    ///
    /// A verb of saying is none of what is to come: `zegt hij vrijdag`.
    pub(super) fn in_present(&self) -> bool {
        let whole = self.sentence.trim_end_matches(['"', '\'', '”', '’', '»', ')', ' ', '\n']).ends_with(['.', '!']);
        let may_be_past = |at: usize| {
            self.meaning(at) == Meaning::Says
                || self.meaning(at) == Meaning::Other
                    && self.folded_is(at, self.words.maybe_past)
                    && !(at > 0 && self.is(at - 1, role::ARTICLE))
        };
        whole && self.pieces.len() > 3 && !(0..self.pieces.len()).any(may_be_past)
    }

    /// Whether a sentence without a verb that shows its tense tells somebody to do something: Remind me in three days.
    pub(super) fn is_command(&self, at: usize) -> bool {
        at > 1
            && self.is_capital(0)
            && self.meaning(0) == Meaning::Other
            && self.spaced(1)
            && self.words.objects.contains(&self.word(1))
    }

    /// Whether a time at the head of a sentence stands ahead of a verb in the present: `Dinsdag draagt de koningin`. In
    /// Dutch the verb comes second, and the pasts that end so are in the table.
    pub(super) fn leads_present(&self, at: usize, end: usize) -> bool {
        let heads = at == 0 || at == 1 && self.is(0, role::LEADS);
        heads
            && !self.words.capital_months
            && self.spaced(end)
            && self.meaning(end) == Meaning::Other
            && !self.is_capital(end)
            && self.word(end).ends_with('t')
    }

    /// Reads the verbs.
    pub(super) fn verbs(&self) -> Verbs {
        let mut clause = 0;
        let clauses: Vec<usize> = (0..self.pieces.len())
            .map(|at| {
                let joined = [Gap::Space, Gap::Hyphen, Gap::None, Gap::Dot, Gap::Slash, Gap::Quote];
                // `reopens on Thursday and has hired guards`
                let verb = role::FUTURE | role::PAST | role::PRESENT | role::PERFECT | role::WOULD;
                let begins = self.is(at, role::CLAUSE) || self.is(at, role::AND) && self.is(at + 1, verb);
                clause += usize::from(begins || at > 0 && !joined.contains(&self.gap(at)));
                clause
            })
            .collect();
        let verbs = (0..clauses.len()).filter_map(|at| Some((at, self.tense_of(at, &clauses)?))).collect();
        let reported =
            (0..clauses.len()).filter(|at| self.meaning(*at) == Meaning::That && self.span(at + 1).is_none());
        Verbs { reported: reported.collect(), clauses, verbs }
    }

    fn folded_is(&self, at: usize, what: fn(&str) -> bool) -> bool {
        let piece = self.pieces[at];
        fold(&self.sentence[piece.start as usize..piece.end as usize], &mut [0; LONGEST]).is_some_and(what)
    }

    fn tense_of(&self, at: usize, clauses: &[usize]) -> Option<Tense> {
        // `is closed`, `will be held`
        let behind =
            |role| (at.saturating_sub(3)..at).any(|other| clauses[other] == clauses[at] && self.is(other, role));
        let participle = self.words.close_participle && behind(role::PASSIVE | role::PERFECT);
        let roles = match self.meaning(at) {
            Meaning::Role(roles) if participle && roles == role::PAST => return None,
            // `Put it in the calendar for Dec 6.` Nobody is named who did.
            Meaning::Role(roles) if self.words.close_participle && at == 0 && roles == role::PAST => return None,
            Meaning::Other if participle => return None,
            // `die in maart van start ging`
            Meaning::Role(role::PRESENT) if at > 0 && self.is(at - 1, role::OF | role::FROM) => return None,
            // A stay, as planned.
            Meaning::Role(roles)
                if self.words.close_participle
                    && at > 0
                    && (roles & role::PRESENT != 0
                        && (self.is(at - 1, role::ARTICLE) || self.meaning(at - 1) == Meaning::One)
                        || roles & role::FUTURE != 0 && self.word(at - 1) == "as") =>
            {
                return None;
            }
            // We've got a ticket.
            Meaning::Role(roles) if roles & role::PERFECT != 0 && self.word(at + 1) == "got" => role::PRESENT,
            Meaning::Role(roles) => roles,
            Meaning::Other if !self.is_capital(at) && self.folded_is(at, self.words.past) => return Some(Tense::Past),
            _ => return None,
        };
        let near = at.saturating_sub(FAR)..clauses.len().min(at + FAR);
        let clause = || near.clone().filter(|other| *other != at && clauses[*other] == clauses[at]);
        let perfect = || {
            // In Dutch anywhere in the clause, in English close behind.
            clause().filter(|other| !self.words.close_participle || (at..at + 4).contains(other)).any(|other| {
                self.meaning(other) == Meaning::Other
                    && self.folded_is(other, self.words.participle)
                    // An infinitive may look like one: `te verwachten`.
                    && !(other > 0 && self.word(other - 1) == "te")
                    || self.words.close_participle && self.is(other, role::PAST)
            })
        };
        if roles & role::WOULD != 0 {
            let past = clause().any(|other| self.is(other, role::PERFECT)) && perfect();
            return Some(if past { Tense::Past } else { Tense::Future });
        }
        if roles & role::PERFECT != 0 {
            if perfect() {
                return Some(Tense::Past);
            }
            // `De weg is vrijdag dicht`: nothing is like a participle, so it is what it is; but: `om precies te zijn`.
            let past = |other: usize| {
                self.is(other, role::PAST)
                    || self.meaning(other) == Meaning::Other
                        && !self.is_capital(other)
                        && (self.folded_is(other, self.words.past)
                            || self.folded_is(other, self.words.maybe_participle))
            };
            let infinitive = at > 0 && matches!(self.word(at - 1), "te" | "zu");
            let present = !self.words.close_participle && !infinitive && !near.clone().any(past);
            return present.then_some(Tense::Present);
        }
        // `will begin`: the infinitive tells no more.
        if self.words.close_participle && roles & role::PRESENT != 0 && behind(role::FUTURE | role::WOULD) {
            return None;
        }
        let tenses = [(role::FUTURE, Tense::Future), (role::PAST, Tense::Past), (role::PRESENT, Tense::Present)];
        tenses.into_iter().find(|(role, _)| roles & role != 0).map(|(_, tense)| tense)
    }
}
