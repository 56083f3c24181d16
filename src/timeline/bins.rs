//! Intervals counted in bins, each by the share of it that lies there.
//!
//! Whole numbers throughout, so that the browser and the program count alike, and in any order: a mention is
//! 2⁴⁰ parts, spread evenly over its days; the parts that do not divide go with its last bin. The days of whole bins are
//! counted by differences, so that a century costs what a day costs.

use super::Unit;
use crate::time::{Day, Interval};

/// The parts of 1: what one interval adds, over all bins and outside them.
const ONE: u64 = 1 << 40;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Lane {
    /// Articles that were found, by their publication.
    Published,
    /// Times that the found articles speak of.
    Mentioned,
    /// All articles, by their publication.
    Corpus,
}

/// One stretch of the timeline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bin {
    /// Its days.
    pub interval: Interval,
    /// What [`Lane::Published`] counted.
    pub published: f64,
    /// What [`Lane::Mentioned`] counted.
    pub mentioned: f64,
    /// What [`Lane::Corpus`] counted.
    pub corpus: f64,
}

/// Bins with their counts, and what lies outside them.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    /// Contiguous, in the order of time.
    pub bins: Vec<Bin>,
    /// By [`Lane`], what lies before the first bin.
    pub before: [f64; 3],
    /// By [`Lane`], what lies after the last.
    pub after: [f64; 3],
}

/// Bins of one unit, being filled.
#[derive(Debug, Clone)]
pub struct Bins {
    /// First days of the bins, and the day after the last.
    edges: Vec<Day>,
    lanes: [Counts; 3],
}

#[derive(Debug, Clone)]
struct Counts {
    /// Parts that are known for a bin.
    parts: Vec<u64>,
    /// From this bin on, so many parts a day more, or fewer.
    daily: Vec<i64>,
    before: u64,
    after: u64,
}

impl Bins {
    /// Empty bins that cover `view`, aligned to the calendar: the first may begin before it, the last end after it.
    pub fn new(view: Interval, unit: Unit) -> Self {
        let edges = unit.edges(view);
        let count = edges.len() - 1;
        let empty = Counts { parts: vec![0; count], daily: vec![0; count + 1], before: 0, after: 0 };
        Self { edges, lanes: [empty.clone(), empty.clone(), empty] }
    }

    /// Counts an interval `times` over, each bin by the share of its days that lies there.
    ///
    /// Up to 2²³ a lane are counted without loss.
    pub fn add(&mut self, lane: Lane, interval: Interval, times: u32) {
        let counts = &mut self.lanes[lane as usize];
        let length = u64::from(interval.days());
        let all = ONE * u64::from(times);
        let rate = all / length;
        let rest = all - rate * length;
        let (start, end) = (self.edges[0], self.edges[self.edges.len() - 1]);
        let (first, last) = (interval.earliest, interval.latest);
        let days = |from: Day, until: Day| u64::from(until.0.saturating_sub(from.0).max(0).unsigned_abs());
        counts.before += rate * days(first, start.min(Day(last.0 + 1)));
        counts.after += rate * days(end.max(first), Day(last.0 + 1));
        let (from, to) = (first.max(start), Day(last.0.min(end.0 - 1)));
        if from > to {
            *(if last < start { &mut counts.before } else { &mut counts.after }) += rest;
            return;
        }
        let bin = |day: Day| self.edges.partition_point(|&edge| edge <= day) - 1;
        let (one, other) = (bin(from), bin(to));
        if one == other {
            counts.parts[one] += rate * (days(from, to) + 1);
        } else {
            counts.parts[one] += rate * days(from, self.edges[one + 1]);
            counts.parts[other] += rate * (days(self.edges[other], to) + 1);
            counts.daily[one + 1] += rate as i64;
            counts.daily[other] -= rate as i64;
        }
        counts.parts[other] += rest;
    }

    /// The counts.
    pub fn finish(self) -> Timeline {
        let mut daily = [0i64; 3];
        let number = |parts: u64| parts as f64 / ONE as f64;
        let bins = self.edges.windows(2).enumerate().map(|(at, edges)| {
            let interval = Interval::new(edges[0], Day(edges[1].0 - 1));
            let mut count = |lane: Lane| {
                let counts = &self.lanes[lane as usize];
                daily[lane as usize] += counts.daily[at];
                number(counts.parts[at] + daily[lane as usize].unsigned_abs() * u64::from(interval.days()))
            };
            let (published, mentioned, corpus) = (count(Lane::Published), count(Lane::Mentioned), count(Lane::Corpus));
            Bin { interval, published, mentioned, corpus }
        });
        let bins = bins.collect();
        let [one, two, three] = &self.lanes;
        Timeline {
            bins,
            before: [number(one.before), number(two.before), number(three.before)],
            after: [number(one.after), number(two.after), number(three.after)],
        }
    }
}
