//! The lists of compounds once more, by the words that they are made of.
//!
//! A word is answered by every compound that it is part of. Their own lists lie all over the alphabet, so that asking for `schip` would
//! read most of the postings; here those of a family lie together, in the order of their forms. They are the same lists, bit by bit.
//! Smaller collections go without: see [`super::segments::together`].
//!
//! Layout of a part: how many families there are; for each its key, as how much of the last it begins with and the rest, how many forms it has,
//! and the bytes of its two records; then the records of each: what `forms.rs` writes of a group, and the lists.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use super::bits::BitWriter;
use super::bytes::{Reader, put, put_key, read_key};
use super::forms::{self, Pair};
use super::postings::{List, Spans};
use crate::Result;

pub(super) const COMPOUNDS: &str = "compounds";

/// Bytes of a part, before its last family.
const PART: usize = 20 << 10;

/// A form of a family, with the bits of its two lists.
type Member = (Pair, Rc<[BitWriter; 2]>);

/// The families of a segment while it is written.
#[derive(Default)]
pub(super) struct Filling(BTreeMap<String, Vec<Member>>);

impl Filling {
    /// Takes in the next form, with the keys of the families that it belongs to.
    pub(super) fn add(&mut self, keys: &[String], pair: Pair, bits: [BitWriter; 2]) {
        if keys.is_empty() {
            return;
        }
        let bits = Rc::new(bits);
        for key in keys {
            self.0.entry(key.clone()).or_default().push((pair, Rc::clone(&bits)));
        }
    }

    /// The parts, each with its first key.
    pub(super) fn finish(self, spans: &Spans) -> Vec<(Vec<u8>, Vec<u8>)> {
        let (mut parts, mut part) = (Vec::new(), Part::default());
        for (key, members) in self.0 {
            part.add(key.as_bytes(), members, spans);
            if part.records.len() >= PART {
                parts.push(std::mem::take(&mut part).finish());
            }
        }
        if part.families > 0 {
            parts.push(part.finish());
        }
        parts
    }
}

/// A part being filled.
#[derive(Default)]
struct Part {
    first: Vec<u8>,
    last: Vec<u8>,
    families: u64,
    keys: Vec<u8>,
    records: Vec<u8>,
}

impl Part {
    fn add(&mut self, key: &[u8], members: Vec<Member>, spans: &Spans) {
        let mut lists = BitWriter::default();
        let mut pairs: Vec<Pair> = Vec::new();
        for (mut pair, bits) in members {
            for (list, bits) in pair.iter_mut().zip(bits.iter()).filter(|(list, _)| list.documents > 0) {
                *list = List { place: lists.place(), ..*list };
                lists.append(bits);
            }
            pairs.push(pair);
        }
        let (group, lists) = (forms::write_group(&pairs, spans), lists.finish());
        if self.families == 0 {
            self.first = key.to_vec();
        }
        put_key(&mut self.keys, &self.last, key);
        self.last = key.to_vec();
        for size in [pairs.len(), group.len(), lists.len()] {
            put(&mut self.keys, size as u64);
        }
        self.families += 1;
        self.records.extend(group);
        self.records.extend(lists);
    }

    fn finish(self) -> (Vec<u8>, Vec<u8>) {
        let mut out = Vec::new();
        put(&mut out, self.families);
        out.extend(self.keys);
        out.extend(self.records);
        (self.first, out)
    }
}

/// A family that was read: the lists of its forms, in their order, and the bytes of the part that have them.
pub(super) struct Family {
    pub(super) key: Rc<str>,
    pub(super) pairs: Vec<Pair>,
    pub(super) lists: Range<usize>,
}

/// Finds a family in a part; one without forms where it is not there.
pub(super) fn find(bytes: &[u8], wanted: &Rc<str>, spans: &Spans) -> Result<Family> {
    let mut reader = Reader::new(COMPOUNDS, bytes);
    let (mut last, mut passed) = (Vec::new(), 0usize);
    let mut found = None;
    for _ in 0..reader.count()? {
        last = read_key(&mut reader, &last)?;
        let [members, group, lists] = [reader.count()?, reader.count()?, reader.count()?];
        let start = passed;
        passed = passed.saturating_add(group).saturating_add(lists);
        if last == wanted.as_bytes() {
            found = Some((members, start, group, lists));
        }
    }
    let mut family = Family { key: Rc::clone(wanted), pairs: Vec::new(), lists: 0..0 };
    if let Some((members, start, group, lists)) = found {
        let start = reader.place().saturating_add(start);
        let bits = Reader::at(COMPOUNDS, bytes, start).bytes(group)?;
        family.pairs =
            forms::read_group(bits, members, spans).ok_or_else(|| reader.error("the lists of a family do not fit"))?;
        family.lists = start + group..start.saturating_add(group).saturating_add(lists);
    }
    Ok(family)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::Position;
    use crate::archive::postings::{self, Lists};
    use crate::document::DocId;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(
            forms in prop::collection::vec(
                (prop::collection::btree_set(0u32..300, 1..200), prop::collection::btree_set("[a-d]{1,2}", 1..4)), 1..40,
            ),
        ) {
            let spans = (0..300).map(|id| 9 + id % 7).collect::<Spans>();
            let (mut filling, mut positions) = (Filling::default(), BitWriter::default());
            let mut expected: BTreeMap<String, Vec<Vec<u32>>> = BTreeMap::new();
            for (documents, keys) in &forms {
                let list: Vec<_> = documents.iter().map(|id| (DocId(*id), vec![Position(id % 9)])).collect();
                let mut bits = [BitWriter::default(), BitWriter::default()];
                let pair = [postings::write(&list, &spans, &mut bits[0], &mut positions, 0), List::default()];
                let keys: Vec<String> = keys.iter().cloned().collect();
                for key in &keys {
                    expected.entry(key.clone()).or_default().push(documents.iter().copied().collect());
                }
                filling.add(&keys, pair, bits);
            }
            let parts = filling.finish(&spans);
            for (key, lists) in expected {
                let key: Rc<str> = key.into();
                let number = parts.partition_point(|(first, _)| first.as_slice() <= key.as_bytes()) - 1;
                let family = find(&parts[number].1, &key, &spans).unwrap();
                let postings = &parts[number].1[family.lists];
                let read = Lists { postings, positions: &[], passed: 0, spans: &spans };
                let found: Vec<Vec<u32>> = family.pairs.iter()
                    .map(|pair| read.read(&pair[0]).unwrap().iter().map(|posting| posting.document.0).collect())
                    .collect();
                prop_assert_eq!(found, lists);
            }
            prop_assert!(find(&parts[0].1, &"e".into(), &spans).unwrap().pairs.is_empty());
        }

        #[test]
        fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let spans = (0..300).map(|id| 9 + id % 7).collect::<Spans>();
            if let Ok(family) = find(&bytes, &"a".into(), &spans) {
                let postings = bytes.get(family.lists).unwrap_or_default();
                for pair in family.pairs {
                    let _ = Lists { postings, positions: &[], passed: 0, spans: &spans }.read(&pair[0]);
                }
            }
        }
    }
}
