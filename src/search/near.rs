//! Where words stand in one document, alone or near each other.

use std::ops::Range;

use crate::archive::FormId;
use crate::order;

/// An occurrence in a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Occurrence {
    /// From its first to its last word, and what lies between.
    pub positions: Range<u32>,
    first: Stand,
    /// A word alone, as nearly all are, keeps nothing here.
    others: Vec<Stand>,
}

/// A word of a leaf where it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stand {
    /// Its number in the leaf.
    pub word: u32,
    /// Its position.
    pub position: u32,
    /// The form that stands there.
    pub form: FormId,
    /// How much it counts.
    pub weight: f64,
}

impl Occurrence {
    /// A word alone.
    pub(super) fn of(first: Stand) -> Self {
        Self { positions: first.position..first.position + 1, first, others: Vec::new() }
    }

    /// Words one right after another; `None` of no words.
    pub(super) fn phrase(mut words: impl Iterator<Item = Stand>) -> Option<Self> {
        let first = words.next()?;
        let others: Vec<Stand> = words.collect();
        Some(Self { positions: first.position..first.position + 1 + others.len() as u32, first, others })
    }

    /// The word that it was found by.
    pub fn first(&self) -> &Stand {
        &self.first
    }

    /// Its words, where they stand.
    pub fn stands(&self) -> impl Iterator<Item = &Stand> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// How much it counts: that of its words, multiplied.
    pub(super) fn weight(&self) -> f64 {
        self.others.iter().fold(self.first.weight, |weight, stand| weight * stand.weight)
    }

    /// From the first to the last position of a word of the leaf for which several stand; `None` if one does.
    pub fn apart(&self, word: usize) -> Option<Range<u32>> {
        let (mut start, mut end) = (u32::MAX, 0);
        for stand in self.stands().filter(|stand| stand.word as usize == word) {
            start = start.min(stand.position);
            end = end.max(stand.position + 1);
        }
        (end > start.saturating_add(1)).then_some(start..end)
    }

    /// The positions of its words, those that follow one another as one.
    pub fn runs(&self) -> Vec<Range<u32>> {
        let mut places = vec![self.first.position];
        places.extend(self.others.iter().map(|stand| stand.position));
        order::sort_unique(&mut places);
        let mut runs: Vec<Range<u32>> = Vec::new();
        for place in places {
            match runs.last_mut() {
                Some(run) if run.end == place => run.end += 1,
                _ => runs.push(place..place + 1),
            }
        }
        runs
    }

    fn with(&self, other: &Self) -> Self {
        let (one, two) = (&self.positions, &other.positions);
        let mut joined = Self { positions: one.start.min(two.start)..one.end.max(two.end), ..self.clone() };
        joined.others.push(other.first);
        joined.others.extend_from_slice(&other.others);
        joined
    }
}

/// Puts occurrences in the order of the text, and keeps one of those over the same words.
pub(super) fn in_order(found: &mut Vec<Occurrence>) {
    order::sort_by_key(found, |one| (one.positions.start, one.positions.end));
    found.dedup_by(|next, kept| next.positions == kept.positions);
}

/// Gives each of `some` with the nearest of the others after it and, unless they have to be in this order, before it, where at most
/// `within` words lie between. Only the fewer of the two lists are gone through.
pub(super) fn near(some: &[Occurrence], others: &[Occurrence], within: u32, ordered: bool) -> Vec<Occurrence> {
    let turned = others.len() < some.len();
    let (fewer, more) = if turned { (others, some) } else { (some, others) };
    let mut found = Vec::new();
    // The first of the others that does not begin before this one.
    let mut next = 0;
    for one in fewer {
        let Range { start, end } = one.positions;
        while more.get(next).is_some_and(|other| other.positions.start < start) {
            next += 1;
        }
        if (turned || !ordered)
            && let Some(other) = more[..next].iter().rev().find(|other| other.positions.end <= start)
            && start - other.positions.end <= within
        {
            found.push(if ordered { other.with(one) } else { one.with(other) });
        }
        if !(turned && ordered)
            && let Some(other) = more[next..].iter().find(|other| other.positions.start >= end)
            && other.positions.start - end <= within
        {
            found.push(one.with(other));
        }
    }
    in_order(&mut found);
    found
}
