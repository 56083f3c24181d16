//! Postings: for each form the documents that have it, how often, and where.
//!
//! Every list of numbers here ascends within bounds that are known, and is written by interpolation (`bits.rs`):
//! documents among all documents, counts as their sums up to the sum of all, positions within the span of their document.
//!
//! A form that stands once is one number, its place in the whole collection: the span of all documents before it and
//! its position. Up to 128 documents follow each other as documents, counts, positions. A longer list is cut into blocks
//! of 128: first the ends of all blocks (document, count, place here and place of the positions), then each block's documents and
//! counts; its positions are in a section of their own, so that documents can be counted without them.

use super::bits::{BitReader, BitWriter, width};
use crate::annotate::Position;
use crate::document::DocId;
use crate::{Error, Result};

/// Documents in a block: few enough that reading one of them costs little, enough that the ends of blocks weigh little.
const BLOCK: usize = 128;
pub(super) const POSTINGS: &str = "postings";

/// A form's list: how much is in it, and where it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct List {
    /// The documents that have the form.
    pub(super) documents: u32,
    /// How often it stands in them in all.
    pub(super) occurrences: u32,
    /// Its first bit in `postings`.
    pub(super) place: u64,
    /// Its bits there.
    pub(super) size: u64,
}

/// A form in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    /// The document.
    pub document: DocId,
    /// How often the form stands in it, at least once.
    pub count: u32,
}

/// The positions that each document spans, and so the place of each in the whole collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spans {
    /// What all the documents before each span, and last what all of them do.
    starts: Vec<u64>,
    longest: u64,
}

impl Default for Spans {
    /// Of no documents.
    fn default() -> Self {
        Self { starts: vec![0], longest: 0 }
    }
}

impl FromIterator<u32> for Spans {
    fn from_iter<I: IntoIterator<Item = u32>>(spans: I) -> Self {
        let mut all = Self::default();
        spans.into_iter().for_each(|span| all.push(span));
        all
    }
}

impl Spans {
    /// Takes in the span of the next document.
    pub(super) fn push(&mut self, span: u32) {
        self.longest = self.longest.max(u64::from(span));
        self.starts.push(self.total() + u64::from(span));
    }

    /// The positions in all documents.
    pub(super) fn total(&self) -> u64 {
        self.starts.last().copied().unwrap_or_default()
    }

    pub(super) fn documents(&self) -> u64 {
        self.starts.len() as u64 - 1
    }

    fn of(&self, document: u64) -> u64 {
        self.starts[document as usize + 1] - self.starts[document as usize]
    }

    /// The document and the position of a place in the whole collection, which is less than the total.
    fn find(&self, place: u64) -> (u64, u64) {
        let document = self.starts.partition_point(|start| *start <= place) - 1;
        (document as u64, place - self.starts[document])
    }

    /// The bits that a list of so much takes at most.
    pub(super) fn most(&self, documents: u32, occurrences: u32) -> u64 {
        let (documents, occurrences) = (u64::from(documents), u64::from(occurrences));
        if occurrences == 1 {
            return u64::from(width(self.total()));
        }
        let blocks = documents.div_ceil(BLOCK as u64);
        let counted = documents * u64::from(width(self.documents()) + width(occurrences));
        // Of a longer list the positions are elsewhere; for each end of a block there are two places of 56 bits.
        counted + if blocks > 1 { (blocks + 1) * 124 } else { occurrences * u64::from(width(self.longest)) }
    }
}

/// Appends a list to the two sections and gives its place; documents and positions ascend. `passed` is how many bytes of positions are in
/// parts before.
pub(super) fn write(
    list: &[(DocId, Vec<Position>)],
    spans: &Spans,
    postings: &mut BitWriter,
    positions: &mut BitWriter,
    passed: u64,
) -> List {
    let place = postings.place();
    let documents: Vec<u64> = list.iter().map(|(document, _)| u64::from(document.0)).collect();
    let mut sums: Vec<u64> = Vec::with_capacity(list.len());
    for (_, occurrences) in list {
        sums.push(sums.last().copied().unwrap_or_default() + occurrences.len() as u64);
    }
    let occurrences = sums.last().copied().unwrap_or_default();
    match list {
        [] => {}
        [(document, occurrences)] if occurrences.len() == 1 => {
            let place = spans.starts[document.0 as usize] + u64::from(occurrences[0].0);
            postings.put(place, width(spans.total()));
        }
        _ if list.len() <= BLOCK => {
            postings.put_ascending(&documents, 0, spans.documents());
            postings.put_ascending(&sums[..sums.len().saturating_sub(1)], 1, occurrences);
            write_positions(list, spans, postings);
        }
        _ => {
            positions.align();
            let start = positions.place();
            let (mut blocks, mut ends) = (BitWriter::default(), Ends::default());
            let mut bounds = Bounds::default();
            for ((part, documents), sums) in list.chunks(BLOCK).zip(documents.chunks(BLOCK)).zip(sums.chunks(BLOCK)) {
                let last = documents.len() - 1;
                blocks.put_ascending(&documents[..last], bounds.document, documents[last]);
                blocks.put_ascending(&sums[..last], bounds.sum + 1, sums[last]);
                bounds = Bounds { document: documents[last] + 1, sum: sums[last] };
                write_positions(part, spans, positions);
                ends.documents.push(documents[last]);
                ends.sums.push(sums[last]);
                ends.postings.push(blocks.place());
                ends.positions.push(positions.place() - start);
            }
            ends.write(spans, start + passed * 8, postings);
            postings.append(&blocks);
        }
    }
    let size = postings.place() - place;
    List { documents: list.len() as u32, occurrences: occurrences as u32, place, size }
}

fn write_positions(list: &[(DocId, Vec<Position>)], spans: &Spans, out: &mut BitWriter) {
    for (document, occurrences) in list {
        let places: Vec<u64> = occurrences.iter().map(|position| u64::from(position.0)).collect();
        out.put_ascending(&places, 0, spans.of(u64::from(document.0)));
    }
}

/// Before a block: the first document that it may have, and the sum of the counts.
#[derive(Debug, Clone, Copy, Default)]
struct Bounds {
    document: u64,
    sum: u64,
}

/// Where the blocks of a list end: their last documents, the sums of the counts, and their ends in the two sections.
#[derive(Debug, Default)]
struct Ends {
    documents: Vec<u64>,
    sums: Vec<u64>,
    postings: Vec<u64>,
    positions: Vec<u64>,
}

impl Ends {
    /// Writes them with the place of the positions. Blocks may take no bits at all, so a one is added to each for the ends to ascend.
    fn write(&self, spans: &Spans, start: u64, out: &mut BitWriter) {
        let last = self.documents.len() - 1;
        out.put_wide(start / 8);
        out.put_ascending(&self.documents, 0, spans.documents());
        out.put_ascending(&self.sums[..last], 1, self.sums[last]);
        for ends in [&self.postings, &self.positions] {
            let ends: Vec<u64> = ends.iter().zip(1..).map(|(end, number)| end + number).collect();
            out.put_wide(ends[last]);
            out.put_ascending(&ends[..last], 0, ends[last]);
        }
    }

    /// Reads them, and the place of the positions.
    fn read(reader: &mut BitReader<'_>, list: &List, spans: &Spans) -> Option<(Self, u64)> {
        let count = (list.documents as usize).div_ceil(BLOCK);
        let start = reader.wide().checked_mul(8)?;
        let mut documents = vec![0; count];
        reader.ascending(&mut documents, 0, spans.documents())?;
        let mut sums = vec![0; count];
        read_sums(reader, &mut sums, 0, u64::from(list.occurrences))?;
        let mut places = || {
            let mut ends = vec![0; count];
            let (last, others) = ends.split_last_mut()?;
            *last = reader.wide();
            reader.ascending(others, 0, *last)?;
            for (end, number) in ends.iter_mut().zip(1..) {
                *end = end.checked_sub(number)?;
            }
            Some(ends)
        };
        let (postings, positions) = (places()?, places()?);
        (!reader.passed()).then_some((Self { documents, sums, postings, positions }, start))
    }
}

/// Reads sums of counts that go from `low` up to `high`, which is the last of them.
fn read_sums(reader: &mut BitReader<'_>, sums: &mut [u64], low: u64, high: u64) -> Option<()> {
    let (last, others) = sums.split_last_mut()?;
    *last = high;
    reader.ascending(others, low + 1, high)?;
    (high > low).then_some(())
}

/// The lists of an archive.
#[derive(Clone, Copy)]
pub(super) struct Lists<'a> {
    pub(super) postings: &'a [u8],
    /// The part of the positions that the list has; empty where none are read.
    pub(super) positions: &'a [u8],
    /// Bytes of positions in the parts before.
    pub(super) passed: u64,
    pub(super) spans: &'a Spans,
}

/// What is wanted of a list.
enum Wanted<'a> {
    /// All its documents, some at a time.
    All(&'a mut dyn FnMut(&[Posting])),
    /// The positions in some documents, which ascend; those without the form are left out.
    Positions(&'a [DocId], &'a mut dyn FnMut(Posting, &[Position])),
}

impl<'a> Lists<'a> {
    /// Calls `found` with a list's documents and counts, some at a time.
    pub(super) fn read(&self, list: &List, found: &mut dyn FnMut(&[Posting])) -> Result<()> {
        self.blocks(list, &mut Wanted::All(found))
    }

    /// The byte of all positions at which those of a list begin, where they are not with its documents.
    pub(super) fn positions_of(&self, list: &List) -> Option<usize> {
        let long = list.documents as usize > BLOCK;
        long.then(|| usize::try_from(BitReader::at(self.postings, list.place).wide()).unwrap_or(usize::MAX))
    }

    /// Reads the positions of a form in some documents of its list.
    ///
    /// `wanted` ascends; documents without the form are left out. Calls `found` with each document's positions.
    pub(super) fn read_positions(
        &self,
        list: &List,
        wanted: &[DocId],
        found: &mut dyn FnMut(Posting, &[Position]),
    ) -> Result<()> {
        self.blocks(list, &mut Wanted::Positions(wanted, found))
    }

    fn blocks(&self, list: &List, wanted: &mut Wanted<'_>) -> Result<()> {
        let through = self.through(list, wanted);
        through.ok_or_else(|| Error::archive(POSTINGS, format!("the list at bit {} does not fit", list.place)))
    }

    /// `None` where the list does not fit its bounds.
    fn through(&self, list: &List, wanted: &mut Wanted<'_>) -> Option<()> {
        let mut reader = BitReader::at(self.postings, list.place);
        let (count, occurrences) = (list.documents as usize, u64::from(list.occurrences));
        let (documents, total) = (self.spans.documents(), self.spans.total());
        if count as u64 > documents || occurrences > total {
            return None;
        }
        if count == 0 {
            return Some(());
        }
        if occurrences == 1 {
            let place = reader.number(width(total));
            if place >= total || reader.passed() {
                return None;
            }
            let (document, position) = self.spans.find(place);
            let posting = Posting { document: DocId(document as u32), count: 1 };
            match wanted {
                Wanted::All(found) => found(&[posting]),
                Wanted::Positions(wanted, found) if wanted.binary_search(&posting.document).is_ok() => {
                    found(posting, &[Position(position as u32)]);
                }
                Wanted::Positions(..) => {}
            }
            return Some(());
        }
        let mut from = Bounds::default();
        if count <= BLOCK {
            let to = Bounds { document: documents, sum: occurrences };
            return self.block(&mut reader, count, [from, to], None, wanted);
        }
        let (ends, start) = Ends::read(&mut reader, list, self.spans)?;
        let base = reader.place();
        for (number, (document, sum)) in ends.documents.iter().zip(&ends.sums).enumerate() {
            let to = Bounds { document: *document, sum: *sum };
            let among = match wanted {
                Wanted::All(_) => true,
                Wanted::Positions(wanted, _) => {
                    let first = wanted.partition_point(|document| u64::from(document.0) < from.document);
                    wanted.get(first).is_some_and(|document| u64::from(document.0) <= to.document)
                }
            };
            if among {
                let size = BLOCK.min(count - number * BLOCK);
                let before = |ends: &[u64]| number.checked_sub(1).and_then(|number| ends.get(number)).copied();
                reader = BitReader::at(self.postings, base.checked_add(before(&ends.postings).unwrap_or_default())?);
                let place = start.checked_add(before(&ends.positions).unwrap_or_default())?;
                let place = place.checked_sub(self.passed.checked_mul(8)?)?;
                self.block(&mut reader, size, [from, to], Some(place), wanted)?;
            }
            from = Bounds { document: to.document + 1, ..to };
        }
        Some(())
    }

    /// Goes through a block between two bounds: its documents, and their positions as far as they are wanted. Of a longer list the last document of a
    /// block is known, and its positions begin at a bit of their own.
    fn block(
        &self,
        reader: &mut BitReader<'_>,
        size: usize,
        [from, to]: [Bounds; 2],
        place: Option<u64>,
        wanted: &mut Wanted<'_>,
    ) -> Option<()> {
        let (mut documents, mut sums) = ([to.document; BLOCK], [0; BLOCK]);
        let (documents, sums) = (documents.get_mut(..size)?, sums.get_mut(..size)?);
        let last = size.checked_sub(1)?;
        let open = if place.is_some() { last } else { size };
        reader.ascending(documents.get_mut(..open)?, from.document, to.document)?;
        read_sums(reader, sums, from.sum, to.sum)?;
        if reader.passed() {
            return None;
        }
        let mut postings = [Posting { document: DocId(0), count: 0 }; BLOCK];
        let postings = postings.get_mut(..size)?;
        let mut sum = from.sum;
        for (posting, (document, end)) in postings.iter_mut().zip(documents.iter().zip(sums.iter())) {
            *posting = Posting { document: DocId(*document as u32), count: (end - sum) as u32 };
            sum = *end;
        }
        match wanted {
            Wanted::All(found) => found(postings),
            Wanted::Positions(wanted, found) => {
                let reader = place.map_or_else(|| reader.clone(), |place| BitReader::at(self.positions, place));
                self.positions(reader, postings, wanted, found)?;
            }
        }
        Some(())
    }

    /// Goes through the positions of a block as far as they are wanted.
    fn positions(
        &self,
        mut reader: BitReader<'_>,
        postings: &[Posting],
        wanted: &[DocId],
        found: &mut dyn FnMut(Posting, &[Position]),
    ) -> Option<()> {
        let (first, last) = (postings.first()?.document, postings.last()?.document);
        let last = wanted.partition_point(|document| *document <= last).checked_sub(1).map(|place| wanted[place]);
        // The first of the wanted that is not before this document.
        let mut next = wanted.partition_point(|document| *document < first);
        let (mut numbers, mut positions) = (Vec::new(), Vec::new());
        for posting in postings {
            if last.is_none_or(|last| last < posting.document) {
                break;
            }
            let span = self.spans.of(u64::from(posting.document.0));
            if u64::from(posting.count) > span {
                return None;
            }
            numbers.clear();
            numbers.resize(posting.count as usize, 0);
            reader.ascending(&mut numbers, 0, span)?;
            while wanted.get(next).is_some_and(|wanted| *wanted < posting.document) {
                next += 1;
            }
            if wanted.get(next) == Some(&posting.document) {
                positions.clear();
                positions.extend(numbers.iter().map(|number| Position(*number as u32)));
                found(*posting, &positions);
            }
        }
        (!reader.passed()).then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Lists of many documents and of few, of many occurrences and of one.
    fn lists() -> impl Strategy<Value = Vec<Vec<(DocId, Vec<Position>)>>> {
        let list = |documents: u32, most: usize, counts: usize| {
            prop::collection::btree_map(0..documents, prop::collection::btree_set(0u32..40, 1..counts), 1..most)
        };
        let list = prop_oneof![list(500, 2, 2), list(500, 130, 3), list(500, 450, 4), list(7, 7, 39), list(500, 5, 9)];
        let typed = |list: std::collections::BTreeMap<u32, std::collections::BTreeSet<u32>>| {
            list.into_iter().map(|(id, at)| (DocId(id), at.into_iter().map(Position).collect())).collect()
        };
        prop::collection::vec(list.prop_map(typed), 1..5)
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(lists in lists(), step in 1usize..9) {
            let spans = (0..500).map(|id| 40 + id % 3).collect::<Spans>();
            let (mut postings, mut positions) = (BitWriter::default(), BitWriter::default());
            let places: Vec<List> =
                lists.iter().map(|list| write(list, &spans, &mut postings, &mut positions, 0)).collect();
            let (postings, positions) = (postings.finish(), positions.finish());
            let archive = Lists { postings: &postings, positions: &positions, passed: 0, spans: &spans };
            let mut end = 0;
            for (list, place) in lists.iter().zip(places) {
                prop_assert_eq!(place.place, end);
                prop_assert!(place.size <= spans.most(place.documents, place.occurrences));
                end += place.size;
                let mut counts: Vec<(DocId, u32)> = Vec::new();
                let lists = Lists { positions: &[], ..archive };
                let mut some = |some: &[Posting]| counts.extend(some.iter().map(|one| (one.document, one.count)));
                lists.read(&place, &mut some).unwrap();
                prop_assert_eq!(counts, list.iter().map(|(id, at)| (*id, at.len() as u32)).collect::<Vec<_>>());
                let some: Vec<(DocId, Vec<Position>)> = list.iter().step_by(step).cloned().collect();
                let wanted: Vec<DocId> = some.iter().map(|(id, _)| *id).collect();
                let mut found = Vec::new();
                archive.read_positions(&place, &wanted, &mut |posting, at| found.push((posting.document, at.to_vec()))).unwrap();
                prop_assert_eq!(found, some);
            }
        }

        #[test]
        fn any_bytes_are_read_within_bounds(
            postings in prop::collection::vec(any::<u8>(), 0..200),
            positions in prop::collection::vec(any::<u8>(), 0..60),
            documents in 1u32..600, more in 0u32..600, place in 0u64..100,
        ) {
            let spans = (0..500).map(|id| 40 + id % 3).collect::<Spans>();
            let list = List { documents, occurrences: documents + more, place, size: 0 };
            let archive = Lists { postings: &postings, positions: &positions, passed: 0, spans: &spans };
            let mut read = Vec::new();
            if archive.read(&list, &mut |some| read.extend_from_slice(some)).is_ok() {
                prop_assert!(read.iter().all(|posting| posting.document.0 < 500 && posting.count > 0));
                prop_assert!(read.is_sorted_by(|one, next| one.document < next.document));
                prop_assert_eq!(read.len(), documents as usize);
                prop_assert_eq!(read.iter().map(|posting| posting.count).sum::<u32>(), documents + more);
            }
            let all: Vec<DocId> = (0..500).map(DocId).collect();
            let mut inside = true;
            let _ = archive.read_positions(&list, &all, &mut |posting, positions| {
                let span = spans.of(u64::from(posting.document.0));
                inside &= positions.iter().all(|position| u64::from(position.0) < span);
            });
            prop_assert!(inside);
        }
    }
}
