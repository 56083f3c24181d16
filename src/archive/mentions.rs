//! Which documents speak of a time: the times of `times.rs` once more, by their days.
//!
//! What a histogram counts of the times told of, and whether an article speaks of a year, is asked of many documents at once, and needs neither
//! sentence nor place. So in a large collection each interval of a segment has a list of its documents, as a form has; the
//! intervals ascend by their first day. Smaller collections go without: see [`super::segments::together`].
//!
//! Layout of a part, in bits: for each interval how far its first day is from that of the last, its days, at which end it is open, how many
//! documents speak of it, these, and how much oftener than once they do; where that is often, how often each.

use std::collections::BTreeMap;

use super::bits::{BitReader, BitWriter};
use super::head::{FIRST_DAY, LAST_DAY};
use crate::annotate::Told;
use crate::document::DocId;
use crate::time::{Day, Interval, Relation};
use crate::{Error, Result};

const MENTIONS: &str = "mentions";

/// Bytes of a part, before its last interval.
const PART: u64 = 24 << 10;

/// Whether what is told of a time goes on beyond it, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Open {
    /// It does not.
    No,
    /// Towards later times: since, after.
    Later,
    /// Towards earlier times: until, before.
    Earlier,
}

impl Open {
    const ALL: [Self; 3] = [Self::No, Self::Later, Self::Earlier];
}

impl From<Relation> for Open {
    fn from(relation: Relation) -> Self {
        match relation {
            Relation::In => Self::No,
            Relation::Since | Relation::After => Self::Later,
            Relation::Until | Relation::Before => Self::Earlier,
        }
    }
}

/// What is known of a part: the first of its days and the last.
pub(super) type Span = (Day, Day);

/// The intervals of a segment while it is written, each with its documents and how often they speak of it.
#[derive(Default)]
pub(super) struct Filling(BTreeMap<(Day, Day, Open), Vec<(u32, u32)>>);

impl Filling {
    /// Takes in the times of the next document.
    pub(super) fn add(&mut self, document: u32, told: &[Told]) {
        for mention in told.iter().map(|told| &told.mention) {
            let Some(interval) = mention.interval else { continue };
            let list = self.0.entry((interval.earliest, interval.latest, mention.relation.into())).or_default();
            match list.last_mut() {
                Some((last, count)) if *last == document => *count += 1,
                _ => list.push((document, 1)),
            }
        }
    }

    /// The parts, each with its first day and its last.
    pub(super) fn finish(self, documents: u32) -> Vec<(Span, Vec<u8>)> {
        let (mut parts, mut out) = (Vec::new(), BitWriter::default());
        let (mut before, mut span): (i32, Option<Span>) = (FIRST_DAY, None);
        for ((earliest, latest, open), list) in self.0 {
            out.put_gamma(1 + (earliest.0 - before) as u64);
            out.put_gamma(Interval::new(earliest, latest).days().into());
            out.put(open as u64, 2);
            out.put_gamma(list.len() as u64);
            let ids: Vec<u64> = list.iter().map(|(document, _)| u64::from(*document)).collect();
            out.put_ascending(&ids, 0, u64::from(documents));
            let more: u32 = list.iter().map(|(_, count)| count - 1).sum();
            out.put_gamma(1 + u64::from(more));
            if more > 0 {
                list.iter().for_each(|(_, count)| out.put_gamma(u64::from(*count)));
            }
            before = earliest.0;
            let (first, last) = span.unwrap_or((earliest, latest));
            span = Some((first, last.max(latest)));
            if out.place() >= PART * 8 {
                out.put_gamma(END);
                parts.extend(span.take().map(|span| (span, std::mem::take(&mut out).finish())));
                before = FIRST_DAY;
            }
        }
        out.put_gamma(END);
        parts.extend(span.map(|span| (span, out.finish())));
        parts
    }
}

/// What follows the last interval of a part: no first day is so far from another.
const END: u64 = 1 << 30;

/// Takes in an interval, and the documents that speak of it with how often each does.
pub type Tell<'a> = &'a mut dyn FnMut(Interval, Open, &[(DocId, u32)]);

/// Calls `told` with each interval of a part, and the documents that speak of it with how often each does.
///
/// # Errors
///
/// Where the bytes are none of a part of a segment of so many documents, of which `base` is the first.
pub(super) fn read(bytes: &[u8], base: u32, documents: u32, told: Tell<'_>) -> Result<()> {
    through(bytes, base, documents, told).ok_or_else(|| Error::archive(MENTIONS, "an interval does not fit"))
}

fn through(bytes: &[u8], base: u32, documents: u32, told: Tell<'_>) -> Option<()> {
    let mut reader = BitReader::at(bytes, 0);
    let mut day = FIRST_DAY;
    let (mut ids, mut list) = (Vec::new(), Vec::new());
    loop {
        let step = reader.gamma();
        if reader.passed() {
            return None;
        }
        if step == END {
            return Some(());
        }
        day = i32::try_from(step - 1).ok().and_then(|step| day.checked_add(step))?;
        let latest = i32::try_from(reader.gamma() - 1).ok().and_then(|days| day.checked_add(days))?;
        if day > LAST_DAY || latest > LAST_DAY {
            return None;
        }
        let open = *Open::ALL.get(reader.number(2) as usize)?;
        let count = usize::try_from(reader.gamma()).ok().filter(|count| *count <= documents as usize)?;
        ids.clear();
        ids.resize(count, 0);
        reader.ascending(&mut ids, 0, u64::from(documents))?;
        let more = reader.gamma() > 1;
        list.clear();
        for id in &ids {
            let times = if more { u32::try_from(reader.gamma()).ok()? } else { 1 };
            list.push((DocId(base + *id as u32), times));
        }
        let interval = Interval { earliest: Day(day), latest: Day(latest) };
        if reader.passed() {
            return None;
        }
        told(interval, open, &list);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{Extent, Mention, Precision, Rule};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(
            documents in prop::collection::vec(prop::collection::vec((700_000i32..700_400, 0i32..400, 0usize..3), 0..9), 1..90),
        ) {
            let mut filling = Filling::default();
            let mut expected: BTreeMap<(Day, Day, Open), BTreeMap<u32, u32>> = BTreeMap::new();
            for (document, told) in (0..).zip(&documents) {
                let relations = [Relation::In, Relation::Since, Relation::Before];
                let told: Vec<Told> = told.iter().map(|(day, length, relation)| Told {
                    sentence: 0,
                    mention: Mention {
                        range: 0..1,
                        interval: Some(Interval::new(Day(*day), Day(day + length))),
                        extent: Extent::Whole,
                        precision: Precision::Day,
                        relation: relations[*relation],
                        rule: Rule::Calendar,
                    },
                }).collect();
                for one in told.iter().map(|told| &told.mention) {
                    let interval = one.interval.unwrap();
                    let key = (interval.earliest, interval.latest, Open::from(one.relation));
                    *expected.entry(key).or_default().entry(document).or_default() += 1;
                }
                filling.add(document, &told);
            }
            let mut found: BTreeMap<(Day, Day, Open), BTreeMap<u32, u32>> = BTreeMap::new();
            for (span, part) in filling.finish(documents.len() as u32) {
                read(&part, 0, documents.len() as u32, &mut |interval, open, list| {
                    assert!(span.0 <= interval.earliest && interval.latest <= span.1);
                    let list = list.iter().map(|(document, times)| (document.0, *times)).collect();
                    found.insert((interval.earliest, interval.latest, open), list);
                }).unwrap();
            }
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = read(&bytes, 0, 90, &mut |_, _, list| assert!(list.iter().all(|(document, _)| document.0 < 90)));
        }
    }
}
