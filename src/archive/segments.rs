//! How a large collection is cut along time, so that new articles touch the newest segments only.
//!
//! A segment is a stretch of 2ᵏ months that begins at a multiple of as many: the longest whose articles are no more than a segment should
//! have, where twice as long a stretch has more. So where a segment begins and ends depends on what was published in it and in
//! the stretch that it is half of, and on nothing else.

use std::collections::BTreeMap;

use crate::document::Publication;

/// Bytes of text that a segment has at most, unless they are of one month. In more and smaller ones a query has more parts to fetch, in fewer
/// and larger ones a new article changes more of them, and building takes more memory.
pub const SEGMENT: u64 = 128 << 20;

/// A segment of a larger collection has up to this share of it, so that there are not too many to ask.
const SHARE: u64 = 16;

/// With more than this share of what a segment has at most, the lists of compounds lie together too: 4 MB of text, of which a question would
/// read much otherwise. With less, all of it is soon there, and they would weigh more than they spare.
const TOGETHER: u64 = 32;

/// Months that any date lies in, as a power of two.
const ALL: u32 = 17;

/// The month in which a document counts; undated ones come after all.
pub fn month(published: Option<Publication>) -> u32 {
    published.map_or(1 << ALL, |date| {
        let (year, month, _) = date.interval.earliest.ymd();
        (year * 12) as u32 + u32::from(month) - 1
    })
}

/// Cuts a collection by how many bytes of text it has of each month; gives the first month of each segment, ascending.
///
/// `limit` is what a segment has at most; see [`SEGMENT`].
pub fn cut(months: &BTreeMap<u32, u64>, limit: u64) -> Vec<u32> {
    let all: u64 = months.values().sum();
    if all <= limit {
        return vec![0];
    }
    // In powers of two, so that it seldom changes as a collection grows.
    let limit = limit.max((all / SHARE).next_power_of_two());
    let mut starts = Vec::new();
    halve(months, 0, ALL, limit, &mut starts);
    if months.contains_key(&(1 << ALL)) {
        starts.push(1 << ALL);
    }
    starts
}

/// Cuts documents, of each of which the date and the bytes of text are given; see [`cut`].
pub(crate) fn of(documents: impl Iterator<Item = (Option<Publication>, usize)>, limit: u64) -> Vec<u32> {
    let mut months: BTreeMap<u32, u64> = BTreeMap::new();
    for (published, bytes) in documents {
        *months.entry(month(published)).or_default() += bytes as u64;
    }
    cut(&months, limit)
}

/// Adds the segments of the stretch of `2^log` months from `start` on.
fn halve(months: &BTreeMap<u32, u64>, start: u32, log: u32, limit: u64, starts: &mut Vec<u32>) {
    let inside: u64 = months.range(start..start + (1 << log)).map(|(_, bytes)| bytes).sum();
    if inside == 0 {
        return;
    }
    if inside <= limit || log == 0 {
        return starts.push(start);
    }
    halve(months, start, log - 1, limit, starts);
    halve(months, start + (1 << (log - 1)), log - 1, limit, starts);
}

/// Whether a collection with so many bytes of text is so large that the lists of compounds lie together too.
pub(crate) fn together(bytes: u64, limit: u64) -> bool {
    bytes > limit / TOGETHER
}

/// The number of the segment that a month is in.
pub fn segment_of(starts: &[u32], month: u32) -> usize {
    starts.partition_point(|start| *start <= month).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(of: &[(u32, u64)]) -> BTreeMap<u32, u64> {
        of.iter().copied().collect()
    }

    #[test]
    fn what_is_small_is_one() {
        assert_eq!(cut(&months(&[(24_000, 5), (24_100, 5), (1 << ALL, 90)]), 100), [0]);
        assert_eq!(cut(&BTreeMap::new(), 100), [0]);
    }

    #[test]
    fn a_new_article_changes_only_its_own_segment() {
        let old = months(&[(24_000, 60), (24_020, 60), (24_060, 60), (24_061, 30), (1 << ALL, 7)]);
        let starts = cut(&old, 100);
        assert_eq!(starts, [24_000, 24_016, 24_032, 1 << ALL]);
        let mut new = old.clone();
        new.insert(24_062, 10);
        assert_eq!(cut(&new, 100), starts);
        // With more than a segment should have, it falls in two; the others stay.
        new.insert(24_064, 40);
        assert_eq!(cut(&new, 100), [24_000, 24_016, 24_032, 24_064, 1 << ALL]);
        assert_eq!([24_000, 24_016, 24_063, 1 << ALL].map(|month| segment_of(&starts, month)), [0, 1, 2, 3]);
    }

    #[test]
    fn a_month_is_not_cut() {
        assert_eq!(cut(&months(&[(24_000, 500), (24_001, 1)]), 100), [24_000, 24_001]);
    }
}
