//! Which forms of a collection belong together, gathered while its archive is written.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::bytes::sort_by_bytes;
use super::kin::Kin;
use super::parts;
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
}

impl Families {
    pub(super) fn new(mixed: bool) -> Self {
        let (families, german, irregular) = (HashMap::new(), BTreeMap::new(), BTreeMap::new());
        Self { mixed, families, german, irregular, regular: HashMap::new() }
    }

    /// Takes in a form by its number, with the languages of the documents that have it as bits, and whether it is a name.
    pub(super) fn add(&mut self, number: u32, form: &str, languages: u8, name: bool) {
        let folded = text::fold(form);
        for language in Language::ALL.into_iter().filter(|language| languages & 1 << *language as u8 != 0) {
            let keys = text::keys(form, language);
            // A form that is its own key is found by its spelling, unless that may be a word of another language.
            for key in keys.iter().filter(|key| self.mixed || **key != folded) {
                self.families.entry(Kin::Stem(language).key(key)).or_default().push(number);
            }
            match language {
                Language::Dutch => {
                    for part in parts::shared(form, name) {
                        self.families.entry(Kin::Part.key(&part)).or_default().push(number);
                    }
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

    /// Takes in a form that may be a name, by its number.
    pub(super) fn add_name(&mut self, number: u32, form: &str) {
        for key in Spelling::read(form).keys(STORED) {
            self.families.entry(Kin::Name.key(&key)).or_default().push(number);
        }
    }

    /// Gives each key with its forms, both sorted.
    pub(super) fn finish(mut self) -> Vec<(Vec<u8>, Vec<u32>)> {
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
        families
    }
}
