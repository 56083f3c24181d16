//! The dates that are told of most.
//!
//! What makes a date matter follows what was found of timelines that journalists made: how many mention it (Gholipour
//! Ghalandari and Ifrim, "Examining the State-of-the-Art in News Timeline Summarization", ACL 2020, where that comes
//! close to what they trained), how long it is still looked back on (Kessler et al., "Finding Salient Dates for Building
//! Thematic Timelines", ACL 2012; Tran et al., "Joint Graphical Models for Date Selection in Timeline Summarization",
//! ACL 2015), and how much is published on it and on the day after.

use std::ops::Range;

use crate::document::Publication;
use crate::order;
use crate::time::{Day, Extent, Interval, Precision, Relation};

/// A mention of a time: where it stands and what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// The number of its document.
    pub document: u32,
    /// When that was published.
    pub published: Option<Interval>,
    /// The number of its sentence in that document.
    pub sentence: u32,
    /// Whether it is the document's own date in its title, of which nothing needs to be told.
    pub own: bool,
    /// The days it means.
    pub interval: Interval,
    /// How it fills them.
    pub extent: Extent,
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
    /// How exactly it is told where it is told first.
    pub precision: Precision,
    /// The mentions of exactly these days, in the order of their documents and sentences.
    pub told: Vec<Told>,
}

/// A mention that counts in full, in the parts that sums are made of: integers add up alike everywhere.
const ONE: u32 = 1 << 10;

/// What an article counts for its date and for the day before by being published: at 0 only what articles say counts, at
/// `ONE` how many there are counts as much. How many there are is nearly as good a sign as mentions are (ACL 2020),
/// but most articles mention their day as well.
const PUBLISHED: u32 = ONE / 4;

/// Days of the longest interval that adds to each of its days. A month adds a thirtieth; what is longer tells of no day.
const LONGEST: u32 = 31;

/// Days before the first article from which on a date is background: those who write can only look back on it, and that they do
/// is no sign. What set off the news lies nearer.
const BACKGROUND: i32 = 31;

/// The dates told of most, at most `most` of them, the one that matters most first.
///
/// `told` comes in the order of documents and sentences, documents in the order of their publication; `published` has the
/// dates of all documents, those known to the day first and in order.
///
/// Single days within `view` come before anything coarser. A day counts by the documents that mention it, each further
/// mention in one document by a quarter; since, until, before and after it count less than what happened then. Documents
/// published together count less than in proportion, later ones more the longer they look back on what articles could be
/// written of. An interval of up to a month adds its share to each of its days, and articles that appear on the day or the
/// next support it. Where there are too few days, coarser times within `view` follow: what is mentioned more often, then earlier.
pub fn moments(told: &[Told], published: &[Publication], view: Interval, most: usize) -> Vec<Picked> {
    let whole = |told: &&Told| told.extent == Extent::Whole && view.hull(told.interval) == view;
    let mut whole: Vec<&Told> = told.iter().filter(whole).collect();
    order::sort_by_key(&mut whole, |told| told.interval);
    let mut dates: Vec<(f64, &[&Told])> = Vec::new();
    for told in whole.chunk_by(|one, next| one.interval == next.interval) {
        // Coarser times come after the days, which stay above 0.
        let coarse = told[0].interval.days() > 1;
        let score = if coarse { told.len() as f64 - f64::from(u32::MAX) } else { salience(told, published) };
        dates.push((score, told));
    }
    add_shares(told, &mut dates);
    order::sort_by(&mut dates, |one, other| other.0.total_cmp(&one.0));
    dates.truncate(most);
    let picked = |told: &[&Told]| Picked {
        interval: told[0].interval,
        precision: told[0].precision,
        told: told.iter().map(|told| **told).collect(),
    };
    dates.into_iter().map(|(_, told)| picked(told)).collect()
}

/// Adds to each day what intervals with it count for it. The dates ascend.
fn add_shares(told: &[Told], dates: &mut [(f64, &[&Told])]) {
    let mut shares = vec![0; dates.len() + 1];
    for told in told.iter().filter(|told| (2..=LONGEST).contains(&told.interval.days())) {
        let before = |end: i32| dates.partition_point(|(_, date)| date[0].interval.earliest.0 < end);
        let share = (directness(told) / told.interval.days()) as i32;
        shares[before(told.interval.earliest.0)] += share;
        shares[before(told.interval.latest.0 + 1)] -= share;
    }
    let mut sum = 0;
    for ((score, date), share) in dates.iter_mut().zip(shares) {
        sum += share;
        if date[0].interval.days() == 1 {
            *score += f64::from(sum) / f64::from(ONE);
        }
    }
}

/// What a mention counts by how it relates to its date. "Since" looks back on what began then.
fn directness(told: &Told) -> u32 {
    match told.relation {
        Relation::In => ONE,
        Relation::Since => ONE / 4 * 3,
        Relation::Until | Relation::Before | Relation::After => ONE / 2,
    }
}

/// Which of some documents were published on a day or the days after it, by `published` as it is given to [`moments()`].
pub fn reports(published: &[Publication], day: Day, days: i32) -> Range<usize> {
    let before =
        |end: i32| published.partition_point(|date| date.interval.days() == 1 && date.interval.earliest.0 < end);
    before(day.0)..before(day.0 + days)
}

/// How much a day matters by the mentions of it.
fn salience(told: &[&Told], published: &[Publication]) -> f64 {
    let day = told[0].interval.earliest;
    // What counts together of the day itself, and of the day after.
    let mut near = [0, 1].map(|after| reports(published, Day(day.0 + after), 1).len() as u32 * PUBLISHED);
    let mut score = 0.0;
    let background = published.first().is_some_and(|first| day.0 + BACKGROUND < first.interval.earliest.0);
    for issue in told.chunk_by(|one, next| one.published == next.published) {
        let lag = issue[0].published.map_or(-1, |published| lag(day, published));
        let mut sum = 0;
        for document in issue.chunk_by(|one, next| one.document == next.document) {
            let (mut best, mut all) = (0, 0);
            for told in document.iter().filter(|told| !told.own) {
                best = best.max(directness(told));
                all += directness(told);
            }
            sum += best + (all - best) / 4;
        }
        match near.get_mut(lag as usize) {
            Some(near) => *near += sum,
            None => score += joint(sum, if background { 0 } else { lag }),
        }
    }
    score + joint(near[0], 0) + joint(near[1], 1)
}

/// How many days after a day something was published; -1 when it was before or may have been.
fn lag(day: Day, published: Interval) -> i32 {
    let lag = published.earliest.0 - day.0;
    if lag > 0 || lag == 0 && published.days() == 1 { lag } else { -1 }
}

/// What the articles of one day count together. They tell of a date because others do, so only the root of their number
/// counts: in full, the date with the loudest day would win. The longer ago, the more: a half for each doubling of the
/// days, four times as much from 63 days on. With no end to it, one birthday would outdo all news.
fn joint(sum: u32, lag: i32) -> f64 {
    let doublings = (1 + lag.max(0)).ilog2().min(6);
    (f64::from(sum) / f64::from(ONE)).sqrt() * (1.0 + f64::from(doublings) / 2.0)
}
