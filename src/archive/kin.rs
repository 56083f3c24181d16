//! Which forms belong together: from what they share, such as a stem, to the forms.
//!
//! A key is what is shared and then a byte for the kind of kin, so that what is asked about one word stands together. Keys that follow one
//! another make a part: the size of an automaton, the automaton, the lists. A family of one form has its number, shifted left, as value and
//! needs no list; another has the place of its list, with the lowest bit set.
//!
//! In a large collection the forms that make names or compounds alike lie all over the vocabulary. There the lists of these two kinds say
//! how each form is spelt, and of compounds all that is known, and there is one for each family (`members.rs`).

use std::cell::Cell;
use std::collections::HashMap;

use super::bytes::{Reader, put};
use super::container::{Container, Kind};
use super::members::{self, Member};
use super::packed::Unpacked;
use super::words::{self, FormId};
use crate::text::Language;
use crate::{Error, Result};

const FAMILIES: &str = "families";

/// Bytes of keys and lists from which on a part is full; written they take about as much.
const PART: usize = 10 << 10;

/// The last byte of the keys of some kinds of kin.
const PART_OF: u8 = 0x10;
const NAME: u8 = 0x11;
pub(super) const IRREGULAR: u8 = 0x12;

/// What is said of a form besides its number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    Nothing,
    Spelling,
    All,
}

/// What the forms of a family have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kin {
    /// A key of inflected forms of a language.
    Stem(Language),
    /// A key or the spelling of another form of an irregular word.
    Irregular,
    /// A part of compounds.
    Part,
    /// A key of the spellings of a name.
    Name,
}

impl Kin {
    /// More than there are kinds of kin, each taken once for a form.
    const MOST: u64 = 16;

    /// The key of a family in the automaton.
    pub(super) fn key(self, shared: &str) -> Vec<u8> {
        let kind = match self {
            Self::Stem(language) => language as u8 + 1,
            Self::Part => PART_OF,
            Self::Name => NAME,
            Self::Irregular => IRREGULAR,
        };
        [shared.as_bytes(), &[kind]].concat()
    }

    /// How much is said of the forms of a family in a large collection, by its key.
    pub(super) fn said(key: &[u8]) -> Said {
        match key.last() {
            Some(&PART_OF) => Said::All,
            Some(&NAME) => Said::Spelling,
            _ => Said::Nothing,
        }
    }
}

/// Families being written, in the order of their keys.
#[derive(Default)]
pub(super) struct Filling {
    keys: Vec<(Vec<u8>, u64)>,
    lists: Vec<u8>,
    /// Keys of one irregular word lead to the same forms.
    places: HashMap<Vec<u32>, u64>,
    size: usize,
}

impl Filling {
    /// Takes in a family: its forms ascend, each with what is said of it; nothing in a small collection.
    pub(super) fn add(&mut self, key: Vec<u8>, forms: &[(u32, Vec<u8>)]) -> Result<()> {
        self.size += key.len();
        if forms.iter().any(|(_, said)| !said.is_empty()) {
            self.keys.push((key, (self.lists.len() as u64) << 1 | 1));
            return members::write(forms, &mut self.lists);
        }
        if let [(one, _)] = forms {
            self.keys.push((key, u64::from(*one) << 1));
            return Ok(());
        }
        let forms: Vec<u32> = forms.iter().map(|(number, _)| *number).collect();
        let next = self.lists.len() as u64;
        let place = *self.places.entry(forms.clone()).or_insert(next);
        self.keys.push((key, place << 1 | 1));
        if place < next {
            return Ok(());
        }
        put(&mut self.lists, forms.len() as u64);
        let mut last = 0;
        for form in forms {
            put(&mut self.lists, u64::from(form - last));
            last = form;
        }
        Ok(())
    }

    /// Whether the part has as much as one should.
    pub(super) fn is_full(&self) -> bool {
        self.size + self.lists.len() >= PART
    }

    /// The first key and the bytes of the part; `None` where nothing is in it.
    pub(super) fn finish(self) -> Result<Option<(Vec<u8>, Vec<u8>)>> {
        let Some((first, _)) = self.keys.first().cloned() else { return Ok(None) };
        let automaton = words::build(FAMILIES, self.keys.iter().map(|(key, value)| (key.as_slice(), *value)))?;
        let mut out = Vec::new();
        put(&mut out, automaton.len() as u64);
        out.extend(automaton);
        out.extend(self.lists);
        Ok(Some((first, out)))
    }
}

/// The families of an archive.
pub(super) struct Families {
    /// The first key of each part.
    keys: Vec<Vec<u8>>,
    /// Whether each part was looked through.
    sound: Vec<Cell<bool>>,
    /// The bytes of each part, where parts are deflated and more is said of some forms.
    unpacked: Option<Vec<Unpacked>>,
}

impl Families {
    /// The families with these parts, by the first key of each. `together` says that they are deflated, and say more of some forms.
    pub(super) fn new(keys: Vec<Vec<u8>>, together: bool) -> Self {
        let sound = vec![Cell::new(false); keys.len()];
        let unpacked = together.then(|| keys.iter().map(|_| Unpacked::default()).collect());
        Self { keys, sound, unpacked }
    }

    /// Forgets what was opened.
    pub(super) fn forget(&mut self) {
        self.unpacked.iter_mut().flatten().for_each(|part| *part = Unpacked::default());
    }

    /// The forms of a family, of `forms` that there are; those that are spelt as what they share may be left out.
    pub(super) fn get(
        &self,
        container: &Container,
        kin: Kin,
        shared: &str,
        forms: u32,
    ) -> Result<Vec<(FormId, Option<Member>)>> {
        let key = kin.key(shared);
        let said = if self.unpacked.is_some() { Kin::said(&key) } else { Said::Nothing };
        let Some(number) = self.keys.partition_point(|first| *first <= key).checked_sub(1) else {
            return Ok(Vec::new());
        };
        let part = container.part(Kind::Families, 0, number)?;
        let bytes = self.unpacked.as_ref().map_or(Ok(part), |unpacked| unpacked[number].of(FAMILIES, part))?;
        let mut reader = Reader::new(FAMILIES, bytes);
        let size = reader.count()?;
        let most = u64::from(forms) * Kin::MOST;
        let map = words::automaton(FAMILIES, reader.bytes(size)?, most, self.sound[number].get())?;
        self.sound[number].set(true);
        let id = |value: u64| {
            let known = u32::try_from(value).ok().filter(|id| *id < forms);
            known.map(FormId).ok_or_else(|| Error::archive(FAMILIES, "it names a form that is not there"))
        };
        let Some(value) = map.get(key) else { return Ok(Vec::new()) };
        if value & 1 == 0 {
            return Ok(vec![(id(value >> 1)?, None)]);
        }
        let place = usize::try_from(value >> 1).unwrap_or(usize::MAX);
        let mut reader = Reader::at(FAMILIES, reader.rest(), place);
        let count = reader.count()?;
        let mut found = Vec::with_capacity(count);
        let mut last = 0u64;
        let mut said = members::Reading::new(said, container.segments());
        for _ in 0..count {
            last = last.saturating_add(reader.number()?);
            found.push((id(last)?, said.read(&mut reader)?));
        }
        Ok(found)
    }
}
