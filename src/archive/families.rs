//! Which forms of a collection belong together, gathered while its archive is written.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::bytes::sort_by_bytes;
use super::kin::Kin;
use super::members::Members;
use super::parts::Shared;
use super::words::{Form, Style};
use crate::spelling::{STORED, Spelling};
use crate::text::{self, Language};

/// The families of the forms of a collection.
pub(super) struct Families {
    /// Whether the collection has more languages than one.
    mixed: bool,
    /// The forms of each family, as they come: the same may come twice.
    families: HashMap<Vec<u8>, Vec<u32>>,
    /// German forms by their stem and with their spelling.
    german: BTreeMap<String, Vec<(u32, String)>>,
    /// Dutch forms by what the irregular forms of their word are filed under, and by their own keys.
    irregular: BTreeMap<String, BTreeSet<u32>>,
    regular: HashMap<String, Vec<u32>>,
    /// What is known of names and compounds, where their lists say it.
    members: Option<Members>,
}

impl Families {
    pub(super) fn new(mixed: bool, members: Option<Members>) -> Self {
        let (families, german, irregular) = (HashMap::new(), BTreeMap::new(), BTreeMap::new());
        Self { mixed, families, german, irregular, regular: HashMap::new(), members }
    }

    /// Takes in a form by its number, with the languages of the documents that have it as bits, and what it shares with compounds.
    pub(super) fn add(&mut self, number: u32, form: &str, known: &Form, languages: u8, shared: &Shared) {
        let folded = text::fold(form);
        if let Some(members) = &mut self.members
            && (known.style != Style::Lower || !shared.keys.is_empty())
        {
            members.add(number, form, known, !known.compound);
        }
        if known.compound || self.members.is_some() {
            for key in &shared.keys {
                self.families.entry(Kin::Part.key(key)).or_default().push(number);
            }
        }
        if known.style != Style::Lower {
            for key in Spelling::read(form).keys(STORED) {
                self.families.entry(Kin::Name.key(&key)).or_default().push(number);
            }
        }
        for language in Language::ALL.into_iter().filter(|language| languages & 1 << *language as u8 != 0) {
            let keys = text::keys(form, language);
            // A form that is its own key is found by its spelling, unless that may be a word of another language.
            for key in keys.iter().filter(|key| self.mixed || **key != folded) {
                self.families.entry(Kin::Stem(language).key(key)).or_default().push(number);
            }
            match language {
                Language::Dutch => {
                    for shared in text::filed_under(&folded, |form| text::keys(form, Language::Dutch)) {
                        self.irregular.entry(shared).or_default().insert(number);
                    }
                    for key in keys.into_iter().chain([folded.clone()]) {
                        self.regular.entry(key).or_default().push(number);
                    }
                }
                Language::German => {
                    self.german.entry(text::stem(form, language)).or_default().push((number, folded.clone()));
                }
                Language::English => {}
            }
        }
    }

    /// Gives each key with its forms, both sorted, and what is known of forms where their lists say it.
    pub(super) fn finish(mut self) -> (Vec<(Vec<u8>, Vec<u32>)>, Option<Members>) {
        for (stem, forms) in self.german {
            // Each spelling leads to all forms, as a query's words are not stemmed.
            for shared in forms.iter().map(|(_, spelling)| spelling).chain([&stem]) {
                let family = self.families.entry(Kin::Stem(Language::German).key(shared)).or_default();
                family.extend(forms.iter().map(|(number, _)| *number));
            }
        }
        for (shared, mut forms) in self.irregular {
            // With the forms that it leads to anyhow, so that all keys of a word have one list.
            forms.extend(self.regular.get(&shared).into_iter().flatten());
            self.families.insert(Kin::Irregular.key(&shared), forms.into_iter().collect());
        }
        let families: Vec<(Vec<u8>, Vec<u32>)> = self.families.into_iter().collect();
        let mut families = sort_by_bytes(families, |(key, _)| key);
        for (_, forms) in &mut families {
            forms.sort_unstable();
            forms.dedup();
        }
        (families, self.members)
    }
}
