//! Which forms of a collection belong together, gathered while its archive is written.
//!
//! The keys of some forms are found by themselves ([`Keys`]), and sorted in runs; [`Families`] reads the runs side by side. So a collection may
//! have more of them than memory.

use std::collections::BTreeSet;

use super::bytes::{Reader, put, put_text, sort_by_bytes};
use super::kin::{IRREGULAR, Kin, Said};
use super::members::said;
use super::parts::Shared;
use super::runs::{RunWriter, Runs};
use super::words::{Form, Style};
use crate::spelling::{STORED, Spelling};
use crate::spool::NewSpool;
use crate::text::{self, Language};
use crate::{Error, Result};

/// The kind of a key under which a Dutch form is found by those of irregular words alone, right behind [`Kin::Irregular`]; it is not in the archive.
const REGULAR: u8 = IRREGULAR + 1;

/// Bytes of the keys of German words that are sorted at once.
const SORTED: usize = 16 << 20;

/// The keys of some forms.
pub(super) struct Keys {
    /// Whether the collection has more languages than one.
    mixed: bool,
    /// How many segments there are, where more is said of names and compounds.
    together: Option<usize>,
    /// Each with the number of a form, and what is said of it.
    keys: Vec<(Vec<u8>, u32, Vec<u8>)>,
    /// German forms by their stem and with their spelling.
    german: Vec<(Vec<u8>, u32, String)>,
}

impl Keys {
    pub(super) fn new(mixed: bool, together: Option<usize>) -> Self {
        Self { mixed, together, keys: Vec::new(), german: Vec::new() }
    }

    fn push(&mut self, key: Vec<u8>, number: u32) {
        self.keys.push((key, number, Vec::new()));
    }

    /// Takes in a form by its number, with the languages of the documents that have it as bits, and what it shares with compounds.
    pub(super) fn add(&mut self, number: u32, form: &str, known: &Form, languages: u8, shared: &Shared) {
        let (folded, mixed) = (text::fold(form), self.mixed);
        // What is no compound has a rank among them where they say more.
        if known.compound || self.together.is_some() {
            for key in &shared.keys {
                let said = self.together.map(|segments| said(form, Some(known), segments));
                self.keys.push((Kin::Part.key(key), number, said.unwrap_or_default()));
            }
        }
        if known.style != Style::Lower {
            for key in Spelling::read(form).keys(STORED) {
                let said = self.together.map(|segments| said(form, None, segments));
                self.keys.push((Kin::Name.key(&key), number, said.unwrap_or_default()));
            }
        }
        for language in Language::ALL.into_iter().filter(|language| languages & 1 << *language as u8 != 0) {
            let keys = text::keys(form, language);
            // A form that is its own key is found by its spelling, unless that may be a word of another language.
            for key in keys.iter().filter(|key| mixed || **key != folded) {
                self.push(Kin::Stem(language).key(key), number);
            }
            match language {
                Language::Dutch => {
                    for shared in text::filed_under(&folded, |form| text::keys(form, Language::Dutch)) {
                        self.push(Kin::Irregular.key(&shared), number);
                    }
                    for key in keys.into_iter().chain([folded.clone()]) {
                        self.push([key.as_bytes(), &[REGULAR]].concat(), number);
                    }
                }
                Language::German => {
                    self.german.push((text::stem(form, language).into_bytes(), number, folded.clone()));
                }
                Language::English => {}
            }
        }
    }

    /// The keys, each with its forms, as a run; and one of German stems.
    pub(super) fn finish(self) -> [Vec<u8>; 2] {
        let mut german = RunWriter::default();
        for (stem, number, spelling) in sort_by_bytes(self.german, |(stem, ..)| stem) {
            let mut value = Vec::new();
            put(&mut value, u64::from(number));
            put_text(&mut value, &spelling);
            german.add(&stem, &value);
        }
        [run(self.keys), german.finish()]
    }
}

/// A run of keys, each with its forms.
fn run(keys: Vec<(Vec<u8>, u32, Vec<u8>)>) -> Vec<u8> {
    let (mut run, mut value) = (RunWriter::default(), Vec::new());
    let keys = sort_by_bytes(keys, |(key, ..)| key);
    for family in keys.chunk_by(|one, other| one.0 == other.0) {
        let mut forms: Vec<(u32, &[u8])> = family.iter().map(|(_, number, said)| (*number, said.as_slice())).collect();
        forms.sort_unstable();
        forms.dedup();
        value.clear();
        let mut last = 0;
        for (form, said) in forms {
            put(&mut value, u64::from(form - last));
            if Kin::said(&family[0].0) != Said::Nothing {
                put(&mut value, said.len() as u64);
                value.extend_from_slice(said);
            }
            last = form;
        }
        run.add(&family[0].0, &value);
    }
    run.finish()
}

/// A form of a family, with what is said of it.
type Member = (u32, Vec<u8>);

/// Takes in a key and its forms.
type Take<'a> = &'a mut dyn FnMut(Vec<u8>, &[Member]) -> Result<()>;

/// The families of the forms of a collection.
pub(super) struct Families<'a> {
    keys: Runs<'a>,
    german: Runs<'a>,
}

impl<'a> Families<'a> {
    pub(super) fn new(new: NewSpool<'a>) -> Self {
        Self { keys: Runs::new(new), german: Runs::new(new) }
    }

    /// Takes in the keys of some forms.
    pub(super) fn add(&mut self, [keys, german]: &[Vec<u8>; 2]) -> Result<()> {
        self.keys.add(keys)?;
        self.german.add(german)
    }

    /// Gives each key with its forms, both sorted.
    pub(super) fn finish(mut self, take: Take<'_>) -> Result<()> {
        self.end_german()?;
        let mut merge = self.keys.merge()?;
        let (mut key, mut forms): (Vec<u8>, Vec<Member>) = (Vec::new(), Vec::new());
        while let Some(next) = merge.key() {
            let with_irregular =
                next.strip_suffix(&[REGULAR]).is_some_and(|shared| key.strip_suffix(&[IRREGULAR]) == Some(shared));
            if !with_irregular {
                give(std::mem::take(&mut key), &mut forms, take)?;
                key = next.to_vec();
            }
            let next = next.to_vec();
            merge.values(&next, &mut |_, value| {
                let (mut reader, mut last) = (Reader::new("families", value), 0);
                while reader.left() > 0 {
                    last += reader.u32()?;
                    let size = if Kin::said(&next) == Said::Nothing { 0 } else { reader.count()? };
                    forms.push((last, reader.bytes(size)?.to_vec()));
                }
                Ok(())
            })?;
        }
        give(key, &mut forms, take)
    }

    /// Each spelling of a German word leads to all forms, as a query's words are not stemmed.
    fn end_german(&mut self) -> Result<()> {
        let mut merge = self.german.merge()?;
        let (mut keys, mut size) = (Vec::new(), 0);
        while let Some(stem) = merge.key().map(<[u8]>::to_vec) {
            let spelt =
                String::from_utf8(stem.clone()).map_err(|_| Error::archive("families", "a stem is not UTF-8"))?;
            let (mut numbers, mut spellings) = (Vec::new(), BTreeSet::from([spelt]));
            merge.values(&stem, &mut |_, value| {
                let mut reader = Reader::new("families", value);
                numbers.push(reader.u32()?);
                spellings.insert(reader.text()?.to_owned());
                Ok(())
            })?;
            for spelling in spellings {
                let key = Kin::Stem(Language::German).key(&spelling);
                size += numbers.len() * (key.len() + 32);
                keys.extend(numbers.iter().map(|number| (key.clone(), *number, Vec::new())));
            }
            if size > SORTED {
                self.keys.add(&run(std::mem::take(&mut keys)))?;
                size = 0;
            }
        }
        drop(merge);
        self.keys.add(&run(keys))
    }
}

/// Passes on a family, unless it is only there for irregular words.
fn give(key: Vec<u8>, forms: &mut Vec<Member>, take: Take<'_>) -> Result<()> {
    if !forms.is_empty() && key.last() != Some(&REGULAR) {
        forms.sort_unstable();
        forms.dedup();
        take(key, forms)?;
    }
    forms.clear();
    Ok(())
}
