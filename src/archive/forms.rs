//! The forms of the vocabulary: how many documents have each, how it is written, and where its lists lie.
//!
//! They are written in groups of 64, of which one is read when a form of it is asked for. A group begins with the place of its
//! first list; the lists follow one another, so that only their sizes are written: what they fall short of the most that
//! such a list takes.

use std::cell::OnceCell;

use super::bits::{BitReader, BitWriter};
use super::bytes::records::{self, Records};
use super::postings::{List, Spans};
use crate::{Error, Result};

pub(super) const FORMS: &str = "forms";

/// How a form is written most.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Style {
    #[default]
    Lower,
    /// The first letter is a capital of ASCII.
    Capitalised,
    /// All its letters of ASCII are.
    Upper,
    /// Otherwise: `IJsselmeer`.
    Other(String),
}

impl Style {
    /// The style in which a surface writes its lower-case form.
    pub(super) fn of(surface: &str, lowered: &str) -> Self {
        match surface {
            _ if surface == lowered => Self::Lower,
            _ if surface == capitalised(lowered) => Self::Capitalised,
            _ if surface == lowered.to_ascii_uppercase() => Self::Upper,
            _ => Self::Other(surface.to_owned()),
        }
    }

    pub(super) fn apply(&self, lowered: &str) -> String {
        match self {
            Self::Lower => lowered.to_owned(),
            Self::Capitalised => capitalised(lowered),
            Self::Upper => lowered.to_ascii_uppercase(),
            Self::Other(surface) => surface.clone(),
        }
    }
}

/// With a first letter in upper case, if it is of ASCII: others are kept as they are written.
fn capitalised(word: &str) -> String {
    let mut capitalised = word.to_owned();
    if let Some(first) = capitalised.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    capitalised
}

/// What is known of a form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct FormRecord {
    pub(super) style: Style,
    /// Occurrences with a capital inside sentences.
    pub(super) capitals: u32,
    /// The list in the articles' own text, and that in page furniture.
    pub(super) lists: [List; 2],
}

/// Forms in a group: more would cost time where only one is asked for, fewer would cost bytes.
const GROUP: usize = 64;

pub(super) fn write(forms: &[FormRecord], spans: &Spans) -> Vec<u8> {
    let groups: Vec<Vec<u8>> = forms
        .chunks(GROUP)
        .map(|group| {
            let mut out = BitWriter::default();
            let first = group.iter().flat_map(|form| &form.lists).find(|list| list.documents > 0);
            out.put_wide(first.map_or(0, |list| list.place));
            group.iter().for_each(|form| write_form(form, spans, &mut out));
            out.finish()
        })
        .collect();
    records::write(&groups)
}

fn write_form(form: &FormRecord, spans: &Spans, out: &mut BitWriter) {
    let style = match form.style {
        Style::Lower => 0,
        Style::Capitalised => 1,
        Style::Upper => 2,
        Style::Other(_) => 3,
    };
    let [text, furniture] = form.lists.map(|list| list.documents > 0);
    // Most forms are in no furniture, and fewer still only there.
    let places = u64::from(furniture) + u64::from(furniture && !text);
    out.put_gamma(1 + style + 4 * places);
    if let Style::Other(surface) = &form.style {
        out.put_gamma(1 + surface.len() as u64);
        surface.bytes().for_each(|byte| out.put(u64::from(byte), 8));
    }
    for list in form.lists.iter().filter(|list| list.documents > 0) {
        out.put_gamma(u64::from(list.documents));
        out.put_gamma(1 + u64::from(list.occurrences - list.documents));
        if list.occurrences > 1 {
            out.put_rice(spans.most(list.documents, list.occurrences) - list.size, low(list.occurrences));
        }
    }
    // What is written with a capital mostly has one within sentences too.
    let without = if form.style == Style::Lower { 0 } else { form.lists[0].occurrences };
    out.put_gamma(1 + u64::from(form.capitals.abs_diff(without)));
}

/// The bits of a size that are written as they are: a list falls short of the most by some bits for each occurrence.
fn low(occurrences: u32) -> u32 {
    occurrences.max(1).ilog2() + 1
}

/// The forms of an archive, those read that were asked for.
pub(super) struct Forms {
    records: Records,
    groups: Vec<OnceCell<Vec<FormRecord>>>,
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

    pub(super) fn get(&self, bytes: &[u8], spans: &Spans, number: u32) -> Result<&FormRecord> {
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

/// `None` where the bits are none of a group.
fn read_group(bytes: &[u8], size: usize, spans: &Spans) -> Option<Vec<FormRecord>> {
    let mut reader = BitReader::at(bytes, 0);
    let mut place = reader.wide();
    let mut forms = Vec::with_capacity(size);
    for _ in 0..size {
        let code = reader.gamma() - 1;
        let style = match code % 4 {
            0 => Style::Lower,
            1 => Style::Capitalised,
            2 => Style::Upper,
            _ => {
                let length = usize::try_from(reader.gamma() - 1).ok().filter(|length| *length <= bytes.len())?;
                Style::Other(String::from_utf8((0..length).map(|_| reader.number(8) as u8).collect()).ok()?)
            }
        };
        let there = [[true, false], [true, true], [false, true]].get(usize::try_from(code / 4).ok()?)?;
        let mut lists = [List::default(); 2];
        for (list, _) in lists.iter_mut().zip(there).filter(|(_, there)| **there) {
            let documents = reader.gamma();
            let occurrences = documents.checked_add(reader.gamma() - 1)?;
            let (documents, occurrences) = (u32::try_from(documents).ok()?, u32::try_from(occurrences).ok()?);
            let most = spans.most(documents, occurrences);
            let size = if occurrences > 1 { most.checked_sub(reader.rice(low(occurrences)))? } else { most };
            *list = List { documents, occurrences, place, size };
            place = place.checked_add(size)?;
        }
        let (occurrences, away) = (lists[0].occurrences, u32::try_from(reader.gamma() - 1).ok()?);
        let capitals = if style == Style::Lower { away } else { occurrences.checked_sub(away)? };
        forms.push(FormRecord { style, capitals, lists });
    }
    (!reader.passed()).then_some(forms)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn style() -> impl Strategy<Value = Style> {
        prop_oneof![
            Just(Style::Lower),
            Just(Style::Capitalised),
            Just(Style::Upper),
            "[A-Zé]{1,4}".prop_map(Style::Other),
        ]
    }

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
            forms in prop::collection::vec((style(), list(), list(), 0u32..3, any::<bool>()), 0..200),
        ) {
            let spans = (0..500).map(|id| id % 90).collect::<Spans>();
            let mut place = 99;
            let forms: Vec<FormRecord> = forms.into_iter().map(|(style, text, furniture, kept, often)| {
                let mut lists = [text, furniture];
                if kept < 2 {
                    lists[kept as usize] = List::default();
                }
                for list in &mut lists {
                    let most = spans.most(list.documents, list.occurrences);
                    if list.documents > 0 {
                        let size = if list.occurrences == 1 { most } else { most - list.size.min(most) };
                        *list = List { place, size, ..*list };
                        place += size;
                    }
                }
                let capitals = if often { lists[0].occurrences } else { lists[0].occurrences / 3 };
                FormRecord { style, capitals, lists }
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
