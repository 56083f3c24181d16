//! From a word of the query to the forms of the collection that answer it, each with its reason.

use super::names;
use crate::Result;
use crate::archive::{Archive, FormId, Kin};
use crate::order;
use crate::query::Word;
use crate::text::{self, Language};

/// Why a form answers a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// It is the word as it was typed, case aside.
    Exact,
    /// It differs in diacritics.
    Fold,
    /// It is another form of the word.
    Inflection,
    /// It is made of the word and others, or the word of it and others.
    Compound,
    /// It is another spelling of the name.
    Spelling,
    /// It begins with the word.
    Prefix,
    /// It is a slip of the keyboard away.
    Typo,
}

impl Reason {
    /// Its name in every output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Fold => "fold",
            Self::Inflection => "inflection",
            Self::Compound => "compound",
            Self::Spelling => "spelling",
            Self::Prefix => "prefix",
            Self::Typo => "typo",
        }
    }

    /// How much an occurrence counts, 0 to 1.
    ///
    /// The word itself counts fully. The others count less, so that among articles of equal worth those come first that
    /// have the word as it was typed; at 0 they would be found but never rank. Set by hand: another spelling is the same name,
    /// an inflected form the same word; a longer word is often another, and a slip may be none.
    pub fn weight(self) -> f64 {
        match self {
            Self::Exact => 1.0,
            Self::Fold => 0.95,
            Self::Spelling => 0.9,
            Self::Inflection => 0.85,
            Self::Prefix => 0.7,
            Self::Compound => 0.6,
            Self::Typo => 0.5,
        }
    }
}

/// A form that answers a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expansion {
    /// The form.
    pub form: FormId,
    /// Why it answers.
    pub reason: Reason,
    /// Whether the reader has switched it off.
    pub off: bool,
}

/// What a reader has switched off.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Off {
    forms: Vec<String>,
    reasons: Vec<String>,
}

impl Off {
    /// Reads what a question says: forms, and reasons with an at sign.
    pub fn new(off: &[String]) -> Self {
        let reasons = off.iter().filter_map(|item| item.strip_prefix('@')).map(str::to_owned).collect();
        Self { forms: off.iter().filter(|item| !item.starts_with('@')).cloned().collect(), reasons }
    }

    fn has(&self, archive: &Archive, form: FormId, reason: Reason) -> Result<bool> {
        Ok(self.has_reason(reason) || !self.forms.is_empty() && self.forms.contains(&archive.spelling(form)?))
    }

    fn has_reason(&self, reason: Reason) -> bool {
        self.reasons.iter().any(|off| off == reason.name())
    }

    /// Whether several words are switched off together, which stand for a compound.
    pub(super) fn has_words(&self, shown: &str) -> bool {
        self.has_reason(Reason::Compound) || self.forms.iter().any(|off| off == shown)
    }
}

/// Bytes of a word from which on only the word itself and what begins so is looked for: none of any language is so long, and to read every way in
/// which letters without end may be cut or spelt takes seconds.
pub(super) const LONGEST: usize = 256;

/// Gives the forms that answer a word, the strongest reason first, within it in the order of the vocabulary.
///
/// # Errors
///
/// When the archive is damaged.
pub(super) fn expand(archive: &Archive, word: &Word, off: &Off) -> Result<Vec<Expansion>> {
    let lowered = text::lower(&word.text);
    let folded = text::fold(&word.text);
    let inflected = word.inflected && word.text.len() < LONGEST;
    let mut expansions: Vec<Expansion> = Vec::new();
    let mut add = |form: FormId, reason: Reason| -> Result<()> {
        if expansions.iter().all(|known| known.form != form) {
            expansions.push(Expansion { form, reason, off: off.has(archive, form, reason)? });
        }
        Ok(())
    };
    let variants = archive.folding_as(&folded)?;
    for (form, spelling) in &variants {
        if *spelling == lowered {
            add(*form, Reason::Exact)?;
        }
    }
    if !word.exact {
        for (form, _) in &variants {
            add(*form, Reason::Fold)?;
        }
    }
    if inflected {
        for language in archive.languages.iter().copied() {
            let mut keys = text::keys(&lowered, language);
            for (_, spelling) in &variants {
                keys.extend(text::keys(spelling, language));
            }
            order::sort_unique(&mut keys);
            for form in of_one_word(archive, &folded, &keys, language)? {
                add(form, Reason::Inflection)?;
            }
            if language == Language::Dutch && word.compounds {
                for part in keys.iter().chain([&folded]) {
                    for form in archive.family(Kin::Part, part)? {
                        add(form, Reason::Compound)?;
                    }
                }
            }
        }
    }
    if inflected {
        for form in names::spellings(archive, &lowered, &variants)? {
            add(form, Reason::Spelling)?;
        }
    }
    if word.slips > 0 {
        for (form, _) in archive.resembling(&folded, word.slips)? {
            add(form, Reason::Typo)?;
        }
    }
    if word.prefix {
        // These come once each, so that only the few before them have to be looked through.
        let few = expansions.len();
        for form in archive.beginning_with(&folded)? {
            let off = off.has(archive, form, Reason::Prefix)?;
            match expansions[..few].iter_mut().find(|known| known.form == form) {
                // What is switched off as an inflection still begins so.
                Some(known) if known.off && !off => *known = Expansion { form, reason: Reason::Prefix, off },
                Some(_) => {}
                None => expansions.push(Expansion { form, reason: Reason::Prefix, off }),
            }
        }
    }
    order::sort_by_key(&mut expansions, |expansion| (expansion.reason, expansion.form));
    Ok(expansions)
}

/// Gives the forms that are of one word with a form: by its folded spelling, where it is irregular, and by its keys.
pub(crate) fn of_one_word(
    archive: &Archive,
    folded: &String,
    keys: &[String],
    language: Language,
) -> Result<Vec<FormId>> {
    let mut forms = Vec::new();
    if language == Language::Dutch {
        let long = keys.iter().filter(|key| *key != folded && text::is_long(key));
        for shared in long.chain([folded]) {
            forms.extend(archive.family(Kin::Irregular, shared)?);
        }
    }
    for key in keys {
        forms.extend(archive.family(Kin::Stem(language), key)?);
        if archive.languages.len() > 1 {
            continue;
        }
        // A form that is its own key is in no family. Another may be spelt so by chance.
        for (form, spelling) in archive.folding_as(key)? {
            if text::keys(&spelling, language).contains(key) {
                forms.push(form);
            }
        }
    }
    Ok(forms)
}
