//! The dates that are told of most, each with the sentence that tells it best.

use std::cmp::Reverse;

use crate::order;
use crate::time::{Interval, Precision, Relation};

/// A mention of a time: where it stands and what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// The number of its document.
    pub document: u32,
    /// The number of its sentence in that document.
    pub sentence: u32,
    /// The days it means.
    pub interval: Interval,
    /// How exactly it says so.
    pub precision: Precision,
    /// How what is told relates to it.
    pub relation: Relation,
}

/// A date that is told of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picked {
    /// The days it means.
    pub interval: Interval,
    /// How exactly it is told.
    pub precision: Precision,
    /// How often.
    pub mentions: u32,
    /// By which documents, in the order of their numbers.
    pub documents: Vec<u32>,
    /// Where the sentence stands that tells it: document and sentence.
    pub told: (u32, u32),
}

/// The dates told of most, at most `most` of them.
///
/// Only mentions of one and the same interval count together: a month adds nothing to its days. Single days come
/// before anything coarser; then what is mentioned more often, by more documents, earlier. The sentence is one
/// that tells what happened then, not since, until, before or after; of these one that tells of few other times, so
/// that it is about this one; of these the first.
pub fn moments(mentions: impl Iterator<Item = Told>, most: usize) -> Vec<Picked> {
    let mut told: Vec<Told> = mentions.collect();
    if most == 0 || told.is_empty() {
        return Vec::new();
    }
    order::sort_by_key(&mut told, |told| (told.document, told.sentence));
    // With each mention, how many times its sentence tells of.
    let mut crowded: Vec<(Told, u32)> = Vec::with_capacity(told.len());
    for sentence in told.chunk_by(|one, next| (one.document, one.sentence) == (next.document, next.sentence)) {
        crowded.extend(sentence.iter().map(|&told| (told, sentence.len() as u32)));
    }
    order::sort_by_key(&mut crowded, |(told, crowd)| {
        (told.interval, told.precision, told.document, told.sentence, told.relation, *crowd)
    });
    let mut dates: Vec<&[(Told, u32)]> = crowded
        .chunk_by(|(one, _), (next, _)| (one.interval, one.precision) == (next.interval, next.precision))
        .collect();
    // Ties end with the interval and the precision, which no two dates share.
    order::sort_by_key(&mut dates, |date| {
        let (told, _) = date[0];
        (told.interval.days() > 1, Reverse(date.len()), Reverse(documents(date).count()), told.interval, told.precision)
    });
    dates.truncate(most);
    dates.into_iter().filter_map(picked).collect()
}

fn documents(date: &[(Told, u32)]) -> impl Iterator<Item = u32> {
    date.chunk_by(|(one, _), (next, _)| one.document == next.document).map(|same| same[0].0.document)
}

fn picked(date: &[(Told, u32)]) -> Option<Picked> {
    let best = |(told, crowd): &&(Told, u32)| (told.relation != Relation::In, *crowd, told.document, told.sentence);
    let (best, _) = date.iter().min_by_key(best)?;
    Some(Picked {
        interval: best.interval,
        precision: best.precision,
        mentions: date.len() as u32,
        documents: documents(date).collect(),
        told: (best.document, best.sentence),
    })
}
