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

use super::Place;
use super::bits::BitWriter;
use super::bytes::{Reader, put, put_key, read_key};
use super::forms::{self, FormLists};
use super::postings::{List, Spans};
use crate::Result;

pub(super) const COMPOUNDS: &str = "compounds";

/// Bytes of a part, before its last family.
const PART: usize = 10 << 10;

/// The bits of the lists of a form.
pub(super) type Bits = [BitWriter; Place::COUNT];

/// A form of a family.
type Member = (FormLists, Rc<Bits>);

/// The families of a segment while it is written.
#[derive(Default)]
pub(super) struct Filling(BTreeMap<String, Vec<Member>>);

impl Filling {
    /// Takes in the next form, with the keys of the families that it belongs to.
    pub(super) fn add(&mut self, keys: &[String], lists: FormLists, bits: Bits) {
        if keys.is_empty() {
            return;
        }
        let bits = Rc::new(bits);
        for key in keys {
            self.0.entry(key.clone()).or_default().push((lists, Rc::clone(&bits)));
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
        let mut forms: Vec<FormLists> = Vec::new();
        for (mut form, bits) in members {
            for (list, bits) in form.iter_mut().zip(bits.iter()).filter(|(list, _)| list.documents > 0) {
                *list = List { place: lists.place(), ..*list };
                lists.append(bits);
            }
            forms.push(form);
        }
        let (group, lists) = (forms::write_group(&forms, spans), lists.finish());
        if self.families == 0 {
            self.first = key.to_vec();
        }
        put_key(&mut self.keys, &self.last, key);
        self.last = key.to_vec();
        for size in [forms.len(), group.len(), lists.len()] {
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
    pub(super) forms: Vec<FormLists>,
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
    let mut family = Family { key: Rc::clone(wanted), forms: Vec::new(), lists: 0..0 };
    if let Some((members, start, group, lists)) = found {
        let start = reader.place().saturating_add(start);
        let bits = Reader::at(COMPOUNDS, bytes, start).bytes(group)?;
        family.forms =
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
                let (mut bits, mut lists) = (Bits::default(), FormLists::default());
                lists[0] = postings::write(&list, &spans, &mut bits[0], &mut positions, 0);
                let keys: Vec<String> = keys.iter().cloned().collect();
                for key in &keys {
                    expected.entry(key.clone()).or_default().push(documents.iter().copied().collect());
                }
                filling.add(&keys, lists, bits);
            }
            let parts = filling.finish(&spans);
            for (key, lists) in expected {
                let key: Rc<str> = key.into();
                let number = parts.partition_point(|(first, _)| first.as_slice() <= key.as_bytes()) - 1;
                let family = find(&parts[number].1, &key, &spans).unwrap();
                let postings = &parts[number].1[family.lists];
                let read = Lists { postings, positions: &[], passed: 0, spans: &spans };
                let mut found: Vec<Vec<u32>> = Vec::new();
                for form in &family.forms {
                    let mut documents = Vec::new();
                    read.read(&form[0], &mut |some| documents.extend(some.iter().map(|one| one.document.0))).unwrap();
                    found.push(documents);
                }
                prop_assert_eq!(found, lists);
            }
            prop_assert!(find(&parts[0].1, &"e".into(), &spans).unwrap().forms.is_empty());
        }

        #[test]
        fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let spans = (0..300).map(|id| 9 + id % 7).collect::<Spans>();
            if let Ok(family) = find(&bytes, &"a".into(), &spans) {
                let postings = bytes.get(family.lists).unwrap_or_default();
                for form in family.forms {
                    let _ = Lists { postings, positions: &[], passed: 0, spans: &spans }.read(&form[0], &mut |_| ());
                }
            }
        }
    }
}
