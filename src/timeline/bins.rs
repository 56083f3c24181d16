//! Intervals counted in bins, each by the share of it that lies there.
//!
//! Whole numbers throughout, so that the browser and the program count alike, and in any order: a mention is
//! 2³⁶ parts (a word 2²⁴), spread evenly over its days; the parts that do not divide go with its last bin. The days of whole bins are
//! counted by differences, so that a century costs what a day costs.

use super::Unit;
use crate::time::{Day, Interval};

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
    /// The words of all articles, by their publication.
    Words,
}

/// How many lanes there are.
const LANES: usize = Lane::ALL.len();

impl Lane {
    /// Each once, in the order of their numbers.
    const ALL: [Self; 4] = [Self::Published, Self::Mentioned, Self::Corpus, Self::Words];

    /// The parts of 1: what one interval adds, over all bins and outside them. Of words there are more, so each has fewer.
    const fn one(self) -> u64 {
        1 << if matches!(self, Self::Words) { 24 } else { 36 }
    }
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
    /// What [`Lane::Words`] counted.
    pub words: f64,
    /// Of what [`Lane::Mentioned`] counted, what began before and has its first days here.
    pub earlier: f64,
    /// Of what [`Lane::Mentioned`] counted, what went on after and has its last days here.
    pub later: f64,
}

/// Bins with their counts, and what lies outside them.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    /// Contiguous, in the order of time.
    pub bins: Vec<Bin>,
    /// By [`Lane`], what lies before the first bin.
    pub before: [f64; LANES],
    /// By [`Lane`], what lies after the last.
    pub after: [f64; LANES],
}

/// Bins of one unit, being filled.
#[derive(Debug, Clone)]
pub struct Bins {
    /// First days of the bins, and the day after the last.
    edges: Vec<Day>,
    lanes: [Counts; LANES],
    /// The parts of what is open at an end, by the bin of that end: towards earlier times, and towards later.
    open: [Vec<u64>; 2],
}

#[derive(Debug, Clone)]
struct Counts {
    /// Parts that are known for a bin.
    parts: Vec<u64>,
    /// From this bin on, so many parts a day more, or fewer.
    daily: Vec<i64>,
    before: u64,
    after: u64,
    /// How many more can be counted: the parts of all stay under 2⁶³.
    room: u64,
}

impl Bins {
    /// Empty bins that cover `view`, aligned to the calendar: the first may begin before it, the last end after it.
    pub fn new(view: Interval, unit: Unit) -> Self {
        let edges = unit.edges(view);
        let count = edges.len() - 1;
        let lanes = Lane::ALL.map(|lane| Counts {
            parts: vec![0; count],
            daily: vec![0; count + 1],
            before: 0,
            after: 0,
            room: (1 << 63) / lane.one(),
        });
        Self { edges, lanes, open: [vec![0; count], vec![0; count]] }
    }

    /// Counts an interval `times` over, each bin by the share of its days that lies there.
    ///
    /// Up to 2²⁷ a lane are counted, and 2³⁹ words: what is beyond, as only an archive that is damaged has it, is not. Returns how many were.
    pub fn add(&mut self, lane: Lane, interval: Interval, times: u64) -> u64 {
        let counts = &mut self.lanes[lane as usize];
        let times = times.min(counts.room);
        counts.room -= times;
        let length = u64::from(interval.days());
        // As often as it is counted by itself.
        let rate = lane.one() / length * times;
        let rest = lane.one() * times - rate * length;
        let (start, end) = (self.edges[0], self.edges[self.edges.len() - 1]);
        let (first, last) = (interval.earliest, interval.latest);
        let days = |from: Day, until: Day| u64::from(until.0.saturating_sub(from.0).max(0).unsigned_abs());
        counts.before += rate * days(first, start.min(Day(last.0 + 1)));
        counts.after += rate * days(end.max(first), Day(last.0 + 1));
        let (from, to) = (first.max(start), Day(last.0.min(end.0 - 1)));
        if from > to {
            *(if last < start { &mut counts.before } else { &mut counts.after }) += rest;
            return times;
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
        times
    }

    /// Counts what an interval adds, as many `times` as [`Self::add`] counted it, to its first bin or, when it is open to what is `later`, its last.
    pub fn add_open(&mut self, later: bool, interval: Interval, times: u64) {
        let day = if later { interval.latest } else { interval.earliest };
        let next = self.edges.partition_point(|&edge| edge <= day);
        if next == 0 || next == self.edges.len() {
            return;
        }
        let (from, to) =
            (interval.earliest.max(self.edges[next - 1]), Day(interval.latest.0.min(self.edges[next].0 - 1)));
        let rate = Lane::Mentioned.one() / u64::from(interval.days()) * times;
        self.open[usize::from(later)][next - 1] += rate * u64::from(Interval::new(from, to).days());
    }

    /// The counts.
    pub fn finish(self) -> Timeline {
        let mut daily = [0i64; LANES];
        let number = |parts: u64, lane: Lane| parts as f64 / lane.one() as f64;
        let bins = self.edges.windows(2).enumerate().map(|(at, edges)| {
            let interval = Interval::new(edges[0], Day(edges[1].0 - 1));
            let mut count = |lane: Lane| {
                let counts = &self.lanes[lane as usize];
                daily[lane as usize] += counts.daily[at];
                number(counts.parts[at] + daily[lane as usize].unsigned_abs() * u64::from(interval.days()), lane)
            };
            let (published, mentioned) = (count(Lane::Published), count(Lane::Mentioned));
            let [earlier, later] = [0, 1].map(|end: usize| number(self.open[end][at], Lane::Mentioned));
            let (corpus, words) = (count(Lane::Corpus), count(Lane::Words));
            Bin { interval, published, mentioned, corpus, words, earlier, later }
        });
        let bins = bins.collect();
        let ends = |end: fn(&Counts) -> u64| Lane::ALL.map(|lane| number(end(&self.lanes[lane as usize]), lane));
        Timeline { bins, before: ends(|counts| counts.before), after: ends(|counts| counts.after) }
    }
}
