//! The lists of the forms of a segment: how many documents have each, and where its lists lie.
//!
//! They are written in groups of 64, of which one is read when a form of it is asked for. A group begins with the place of its
//! first list; the lists follow one another, so that only their sizes are written: what they fall short of the most that
//! such a list takes.

use std::cell::OnceCell;

use super::Place;
use super::bits::{BitReader, BitWriter};
use super::bytes::records::{self, Records};
use super::postings::{List, Spans};
use super::words::GROUP;
use crate::{Error, Result};

const FORMS: &str = "postings";

/// The lists of a form, by place.
pub(super) type FormLists = [List; Place::COUNT];

/// Which of its lists a form has, most forms the first of these.
const THERE: [[bool; Place::COUNT]; 7] = [
    [true, false, false],
    [true, true, false],
    [false, true, false],
    [true, false, true],
    [false, false, true],
    [true, true, true],
    [false, true, true],
];

pub(super) fn write(forms: &[FormLists], spans: &Spans) -> Vec<u8> {
    let groups: Vec<Vec<u8>> = forms.chunks(GROUP).map(|group| write_group(group, spans)).collect();
    records::write(&groups)
}

/// Writes forms whose lists follow one another.
pub(super) fn write_group(forms: &[FormLists], spans: &Spans) -> Vec<u8> {
    let mut out = BitWriter::default();
    let first = forms.iter().flatten().find(|list| list.documents > 0);
    out.put_wide(first.map_or(0, |list| list.place));
    forms.iter().for_each(|form| write_form(form, spans, &mut out));
    out.finish()
}

fn write_form(form: &FormLists, spans: &Spans, out: &mut BitWriter) {
    let there = form.map(|list| list.documents > 0);
    out.put_gamma(1 + THERE.iter().position(|known| *known == there).unwrap_or_default() as u64);
    for list in form.iter().filter(|list| list.documents > 0) {
        out.put_gamma(u64::from(list.documents));
        out.put_gamma(1 + u64::from(list.occurrences - list.documents));
        if list.occurrences > 1 {
            out.put_rice(spans.most(list.documents, list.occurrences) - list.size, low(list.occurrences));
        }
    }
}

/// The bits of a size that are written as they are: a list falls short of the most by some bits for each occurrence.
fn low(occurrences: u32) -> u32 {
    occurrences.max(1).ilog2() + 1
}

/// The forms of a part, those read that were asked for.
pub(super) struct Forms {
    records: Records,
    groups: Vec<OnceCell<Vec<FormLists>>>,
    count: usize,
}

impl Forms {
    pub(super) fn open(bytes: &[u8], count: u32) -> Result<Self> {
        let records = Records::open(FORMS, bytes)?;
        let count = count as usize;
        if records.count != count.div_ceil(GROUP) {
            return Err(Error::archive(FORMS, "it does not have the forms that are announced"));
        }
        let groups = (0..records.count).map(|_| OnceCell::new()).collect();
        Ok(Self { records, groups, count })
    }

    /// How many groups of forms are open.
    pub(super) fn groups(&self) -> usize {
        self.groups.iter().filter(|group| group.get().is_some()).count()
    }

    pub(super) fn get(&self, bytes: &[u8], spans: &Spans, number: u32) -> Result<&FormLists> {
        let missing = || Error::archive(FORMS, "a form is missing");
        let (number, within) = (number as usize / GROUP, number as usize % GROUP);
        let group = self.groups.get(number).ok_or_else(missing)?;
        if group.get().is_none() {
            let bits = self.records.get(bytes, number)?.rest();
            let size = GROUP.min(self.count - number * GROUP);
            let read = read_group(bits, size, spans);
            let _ = group.set(read.ok_or_else(|| Error::archive(FORMS, format!("group {number} does not fit")))?);
        }
        group.get().and_then(|group| group.get(within)).ok_or_else(missing)
    }
}

/// Reads so many forms; `None` where the bits are none of a group.
pub(super) fn read_group(bytes: &[u8], size: usize, spans: &Spans) -> Option<Vec<FormLists>> {
    let mut reader = BitReader::at(bytes, 0);
    let mut place = reader.wide();
    let mut forms = Vec::with_capacity(size);
    for _ in 0..size {
        let there = usize::try_from(reader.gamma() - 1).ok()?;
        let mut lists = FormLists::default();
        for (list, _) in lists.iter_mut().zip(THERE.get(there)?).filter(|(_, there)| **there) {
            let documents = reader.gamma();
            let occurrences = documents.checked_add(reader.gamma() - 1)?;
            let (documents, occurrences) = (u32::try_from(documents).ok()?, u32::try_from(occurrences).ok()?);
            let most = spans.most(documents, occurrences);
            let size = if occurrences > 1 { most.checked_sub(reader.rice(low(occurrences)))? } else { most };
            *list = List { documents, occurrences, place, size };
            place = place.checked_add(size)?;
        }
        forms.push(lists);
    }
    (!reader.passed()).then_some(forms)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn list() -> impl Strategy<Value = List> {
        (1u32..400, 0u32..3000, 0u64..200).prop_map(|(documents, more, size)| List {
            documents,
            occurrences: documents + more,
            place: 0,
            size,
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            forms in prop::collection::vec(([list(), list(), list()], prop::sample::select(&THERE[..])), 0..200),
        ) {
            let spans = (0..500).map(|id| id % 90).collect::<Spans>();
            let mut place = 99;
            let forms: Vec<FormLists> = forms.into_iter().map(|(mut lists, there)| {
                for (list, there) in lists.iter_mut().zip(there) {
                    if !there {
                        *list = List::default();
                    }
                    let most = spans.most(list.documents, list.occurrences);
                    if list.documents > 0 {
                        let size = if list.occurrences == 1 { most } else { most - list.size.min(most) };
                        *list = List { place, size, ..*list };
                        place += size;
                    }
                }
                lists
            }).collect();
            let bytes = write(&forms, &spans);
            let read = Forms::open(&bytes, forms.len() as u32).unwrap();
            for (number, form) in forms.iter().enumerate().rev() {
                prop_assert_eq!(read.get(&bytes, &spans, number as u32).unwrap(), form);
            }
            prop_assert!(read.get(&bytes, &spans, forms.len() as u32).is_err());
        }

        #[test]
        fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300), count in 0usize..70) {
            let spans = (0..500).map(|id| id % 90).collect::<Spans>();
            if let Some(forms) = read_group(&bytes, count, &spans) {
                prop_assert_eq!(forms.len(), count);
            }
        }
    }
}
