//! The vocabulary: every word form once, found by its folded spelling, by a prefix of it, or by its stem.
//!
//! A form is a word in lower case with its diacritics. Its key in the automaton is its folded spelling; where the two
//! differ, the form follows after a zero byte, so that all the forms that fold alike stand together. A form's number is
//! its rank among the keys. The families are a second automaton: the kind of kin and what is shared, such as a stem, lead
//! to the forms that share it.

use std::collections::BTreeMap;

use fst::{IntoStreamer, Map, MapBuilder, Streamer};

use super::bytes::{Reader, put};
use super::{automaton, slips};
use crate::text::{self, Language};
use crate::{Error, Result};

/// A form's number: its rank in the vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormId(pub u32);

pub(super) const WORDS: &str = "words";
pub(super) const FAMILIES: &str = "families";

/// The key of a form.
pub(super) fn key(form: &str) -> Vec<u8> {
    let folded = text::fold(form);
    let mut key = folded.as_bytes().to_vec();
    if folded != form {
        key.push(0);
        key.extend_from_slice(form.as_bytes());
    }
    key
}

/// The form of a key.
fn form(key: &[u8]) -> &[u8] {
    key.iter().position(|byte| *byte == 0).map_or(key, |zero| &key[zero + 1..])
}

/// Writes sorted, unique keys; each gets its rank as value.
pub(super) fn write<'a>(keys: impl Iterator<Item = &'a [u8]>) -> Result<Vec<u8>> {
    build(WORDS, keys.zip(0..))
}

/// Writes the families: sorted, unique keys of [`Kin`] and the forms of each, ascending.
///
/// Layout: the size of the automaton, the automaton, the lists. A family of one form has its number, shifted left, as value and needs no list;
/// another has the place of its list, with the lowest bit set.
pub(super) fn write_families(families: &[(Vec<u8>, Vec<u32>)]) -> Result<Vec<u8>> {
    let (mut lists, mut values) = (Vec::new(), Vec::new());
    let mut places: BTreeMap<&[u32], u64> = BTreeMap::new();
    for (_, forms) in families {
        if let [one] = forms[..] {
            values.push(u64::from(one) << 1);
            continue;
        }
        // Keys of one irregular word lead to the same forms.
        let next = lists.len() as u64;
        let place = *places.entry(forms).or_insert(next);
        values.push(place << 1 | 1);
        if place < next {
            continue;
        }
        put(&mut lists, forms.len() as u64);
        let mut last = 0;
        for form in forms {
            put(&mut lists, u64::from(form - last));
            last = *form;
        }
    }
    let automaton = build(FAMILIES, families.iter().map(|(key, _)| key.as_slice()).zip(values))?;
    let mut out = Vec::new();
    put(&mut out, automaton.len() as u64);
    out.extend(automaton);
    out.extend(lists);
    Ok(out)
}

fn build<'a>(section: &'static str, entries: impl Iterator<Item = (&'a [u8], u64)>) -> Result<Vec<u8>> {
    let mut builder = MapBuilder::memory();
    for (key, value) in entries {
        builder.insert(key, value).map_err(|error| Error::archive(section, error.to_string()))?;
    }
    builder.into_inner().map_err(|error| Error::archive(section, error.to_string()))
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
        let mut key = vec![match self {
            Self::Stem(language) => language as u8 + 1,
            Self::Part => 0x10,
            Self::Name => 0x11,
            Self::Irregular => 0x12,
        }];
        key.extend_from_slice(shared.as_bytes());
        key
    }
}

/// An automaton of an archive; what it holds is checked where it is first opened.
pub(super) struct Automata<'a> {
    words: Map<&'a [u8]>,
    families: Map<&'a [u8]>,
    lists: &'a [u8],
    forms: u32,
}

impl<'a> Automata<'a> {
    /// Opens both, and looks whether they can be walked when `verify` is set.
    pub(super) fn open(words: &'a [u8], families: &'a [u8], forms: u32, verify: bool) -> Result<Self> {
        let open = |section, bytes, most| {
            let broken = || Error::archive(section, "its automaton cannot be walked");
            if verify && !automaton::is_sound(bytes, most) {
                return Err(broken());
            }
            Map::new(bytes).map_err(|_| broken())
        };
        let most = u64::from(forms);
        let mut reader = Reader::new(FAMILIES, families);
        let size = reader.count()?;
        let stems = reader.bytes(size)?;
        let lists = &families[reader.place()..];
        let families = open(FAMILIES, stems, most * Kin::MOST)?;
        Ok(Self { words: open(WORDS, words, most)?, families, lists, forms })
    }

    /// The forms that fold as given, with their spelling, in the order of their keys.
    pub(super) fn folding_as(&self, folded: &str) -> Result<Vec<(FormId, String)>> {
        let mut found = Vec::new();
        if let Some(value) = self.words.get(folded) {
            found.push(self.entry(folded.as_bytes(), value)?);
        }
        let mut key = folded.as_bytes().to_vec();
        key.push(0);
        let end = [folded.as_bytes(), &[1]].concat();
        let mut stream = self.words.range().ge(&key).lt(&end).into_stream();
        while let Some((key, value)) = stream.next() {
            found.push(self.entry(key, value)?);
        }
        Ok(found)
    }

    /// The forms whose folded spelling begins as given.
    pub(super) fn beginning_with(&self, folded: &str) -> Result<Vec<FormId>> {
        let mut found = Vec::new();
        // No key has this byte: it is in no UTF-8.
        let end = [folded.as_bytes(), &[0xFF]].concat();
        let mut stream = self.words.range().ge(folded).lt(&end).into_stream();
        while let Some((_, value)) = stream.next() {
            found.push(self.id(value)?);
        }
        Ok(found)
    }

    /// The forms within `most` slips of a folded word, each with how many that are.
    pub(super) fn resembling(&self, folded: &str, most: u8) -> Result<Vec<(FormId, u8)>> {
        let mut found = Vec::new();
        for (spelling, distance) in slips::within(&self.words, folded, most) {
            found.extend(self.folding_as(&spelling)?.into_iter().map(|(form, _)| (form, distance)));
        }
        Ok(found)
    }

    /// The forms of a family; those that are spelt as what they share may be left out.
    pub(super) fn family(&self, kin: Kin, shared: &str) -> Result<Vec<FormId>> {
        let Some(value) = self.families.get(kin.key(shared)) else { return Ok(Vec::new()) };
        if value & 1 == 0 {
            return Ok(vec![self.id(value >> 1)?]);
        }
        let place = usize::try_from(value >> 1).unwrap_or(usize::MAX);
        let mut reader = Reader::at(FAMILIES, self.lists, place);
        let count = reader.count()?;
        let mut forms = Vec::with_capacity(count);
        let mut last = 0u64;
        for _ in 0..count {
            last = last.saturating_add(reader.number()?);
            forms.push(self.id(last)?);
        }
        Ok(forms)
    }

    /// The spelling of a form: lower case, with its diacritics.
    pub(super) fn spelling(&self, id: FormId) -> Result<String> {
        let key = self.words.as_fst().get_key(u64::from(id.0)).unwrap_or_default();
        self.entry(&key, u64::from(id.0)).map(|(_, form)| form)
    }

    fn entry(&self, key: &[u8], value: u64) -> Result<(FormId, String)> {
        let form = std::str::from_utf8(form(key)).map_err(|_| Error::archive(WORDS, "a form is not UTF-8"))?;
        Ok((self.id(value)?, form.to_owned()))
    }

    fn id(&self, value: u64) -> Result<FormId> {
        let known = u32::try_from(value).ok().filter(|id| *id < self.forms);
        known.map(FormId).ok_or_else(|| Error::archive(WORDS, "it names a form that is not there"))
    }
}
