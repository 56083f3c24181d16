//! Postings: for each form the documents that have it, how often, and where.
//!
//! A list is cut into blocks of 128 documents. `postings` holds for each block the step to its last document and the
//! sizes of its two parts, then the documents as steps and counts; `positions` holds the places as steps, document
//! after document. So documents can be counted without their positions.

use super::bytes::{Reader, put};
use crate::Result;
use crate::annotate::Position;
use crate::document::DocId;

const BLOCK: usize = 128;
pub(super) const POSTINGS: &str = "postings";
pub(super) const POSITIONS: &str = "positions";

/// Where a form's list lies in the two sections, and how many documents it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct ListPlace {
    pub(super) documents: u32,
    pub(super) postings: u32,
    pub(super) positions: u32,
}

/// A form in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    /// The document.
    pub document: DocId,
    /// How often the form stands in it, at least once.
    pub count: u32,
}

/// Appends a list to the two sections; documents and positions ascend.
pub(super) fn write(list: &[(DocId, Vec<Position>)], postings: &mut Vec<u8>, positions: &mut Vec<u8>) {
    let mut last = 0;
    for block in list.chunks(BLOCK) {
        let (mut documents, mut places) = (Vec::new(), Vec::new());
        let before = last;
        for (document, occurrences) in block {
            let step = u64::from(document.0 - last);
            last = document.0;
            // Most words stand once in a document: the lowest bit says so and spares the count.
            match occurrences.len() {
                1 => put(&mut documents, step << 1 | 1),
                count => {
                    put(&mut documents, step << 1);
                    put(&mut documents, count as u64);
                }
            }
            let mut place = 0;
            for Position(position) in occurrences {
                put(&mut places, u64::from(position - place));
                place = *position;
            }
        }
        if list.len() > BLOCK {
            put(postings, u64::from(last - before));
            put(postings, documents.len() as u64);
            put(postings, places.len() as u64);
        }
        postings.extend(documents);
        positions.extend(places);
    }
}

/// Reads a list's documents and counts.
pub(super) fn read(postings: &[u8], place: ListPlace) -> Result<Vec<Posting>> {
    let mut reader = Reader::at(POSTINGS, postings, place.postings as usize);
    let total = place.documents as usize;
    if total > reader.left() {
        return Err(reader.error("more is announced than is there"));
    }
    let mut list = Vec::with_capacity(total);
    let mut last = 0u32;
    while list.len() < total {
        if total > BLOCK {
            for _ in 0..3 {
                reader.number()?;
            }
        }
        for _ in 0..BLOCK.min(total - list.len()) {
            let code = reader.number()?;
            let step = u32::try_from(code >> 1).ok();
            last = step.and_then(|step| last.checked_add(step)).ok_or_else(|| reader.error("a document is too far"))?;
            let count = if code & 1 == 1 { 1 } else { reader.u32()? };
            list.push(Posting { document: DocId(last), count });
        }
    }
    Ok(list)
}

/// Reads the positions of a form in some documents of its list.
///
/// `wanted` ascends; documents without the form are left out. Calls `found` with each document's positions.
pub(super) fn read_positions(
    postings: &[u8],
    positions: &[u8],
    place: ListPlace,
    wanted: &[DocId],
    mut found: impl FnMut(DocId, Vec<Position>),
) -> Result<()> {
    let mut reader = Reader::at(POSTINGS, postings, place.postings as usize);
    let (mut last, mut block_places, mut left) = (0u32, place.positions as usize, place.documents as usize);
    let mut wanted = wanted.iter().peekable();
    while left > 0 && wanted.peek().is_some() {
        let size = BLOCK.min(left);
        left -= size;
        let mut places = Reader::at(POSITIONS, positions, block_places);
        if place.documents as usize > BLOCK {
            let (step, bytes, place_bytes) = (reader.u32()?, reader.size()?, reader.size()?);
            let end = last.checked_add(step).ok_or_else(|| reader.error("a document is too far"))?;
            block_places = block_places.saturating_add(place_bytes);
            while wanted.peek().is_some_and(|document| document.0 <= last && left + size < place.documents as usize) {
                wanted.next();
            }
            if wanted.peek().is_none_or(|document| document.0 > end) {
                reader.bytes(bytes)?;
                last = end;
                continue;
            }
        }
        for _ in 0..size {
            let code = reader.number()?;
            let step = u32::try_from(code >> 1).ok();
            last = step.and_then(|step| last.checked_add(step)).ok_or_else(|| reader.error("a document is too far"))?;
            let count = if code & 1 == 1 { 1 } else { reader.size()? };
            if count > places.left() {
                return Err(places.error("more is announced than is there"));
            }
            while wanted.peek().is_some_and(|document| document.0 < last) {
                wanted.next();
            }
            let asked = wanted.peek().is_some_and(|document| document.0 == last);
            let mut occurrences = Vec::with_capacity(if asked { count } else { 0 });
            let mut at = 0u32;
            for _ in 0..count {
                at = at.checked_add(places.u32()?).ok_or_else(|| places.error("a position is too far"))?;
                if asked {
                    occurrences.push(Position(at));
                }
            }
            if asked {
                found(DocId(last), occurrences);
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(
            list in proptest::collection::btree_map(0u32..5000, proptest::collection::btree_set(0u32..900, 1..5), 1..400),
            step in 1usize..9,
        ) {
            let list: Vec<(DocId, Vec<Position>)> =
                list.into_iter().map(|(doc, at)| (DocId(doc), at.into_iter().map(Position).collect())).collect();
            let (mut postings, mut positions) = (vec![7], vec![7, 7]);
            write(&list, &mut postings, &mut positions);
            let place = ListPlace { documents: list.len() as u32, postings: 1, positions: 2 };
            let read_back = read(&postings, place).unwrap();
            let counts: Vec<(DocId, u32)> = read_back.iter().map(|posting| (posting.document, posting.count)).collect();
            prop_assert_eq!(counts, list.iter().map(|(doc, at)| (*doc, at.len() as u32)).collect::<Vec<_>>());
            let some: Vec<(DocId, Vec<Position>)> = list.iter().step_by(step).cloned().collect();
            let wanted: Vec<DocId> = some.iter().map(|(doc, _)| *doc).collect();
            let mut found = Vec::new();
            read_positions(&postings, &positions, place, &wanted, |doc, at| found.push((doc, at))).unwrap();
            prop_assert_eq!(found, some);
        }
    }
}
