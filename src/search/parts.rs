//! A compound whose words stand apart: a query of `huurlingenleger` also finds `leger van huurlingen`.

use crate::Result;
use crate::archive::{Archive, FormId, Kin};
use crate::order;
use crate::text::{self, Language};

/// Letters of each side of a word that the collection does not have. Shorter ones are mostly no words: `aan` and `val`.
const LETTERS_UNKNOWN: usize = 4;

/// The words that may stand between them: `leger van de vele huurlingen`. With more, they mostly stand in two phrases.
pub(super) const BETWEEN: u32 = 3;

/// The forms of the words that a compound is made of.
pub(super) struct Cut {
    /// The two sides, as they are shown: `huurling + leger`.
    pub(super) shown: String,
    /// The forms of each, ascending.
    pub(super) sides: [Vec<FormId>; 2],
}

/// Gives the ways to cut a word in two, as far as the collection knows both sides.
///
/// The lexicon is left to those that build: what it says of the compounds of the collection is in their families. A word that the
/// collection does not have is cut where both sides are words of the collection.
pub(super) fn cuts(archive: &Archive, word: &str) -> Result<Vec<Cut>> {
    let mut cuts = Vec::new();
    if !archive.languages.contains(&Language::Dutch) {
        return Ok(cuts);
    }
    let whole: Vec<FormId> = archive.folding_as(&text::fold(word))?.into_iter().map(|(form, _)| form).collect();
    let least = if whole.is_empty() { LETTERS_UNKNOWN } else { 2 };
    let letters = word.chars().count();
    for (at, _) in word.char_indices().skip(least).take((letters + 1).saturating_sub(2 * least)) {
        let head = &word[at..];
        if !is_part_of(archive, head, &whole)? {
            continue;
        }
        for modifier in unlinked(&word[..at]) {
            if modifier.chars().count() < least || !is_part_of(archive, modifier, &whole)? {
                continue;
            }
            let sides = [forms(archive, modifier)?, forms(archive, head)?];
            if sides.iter().all(|forms| !forms.is_empty()) {
                cuts.push(Cut { shown: [modifier, " + ", head].concat(), sides });
                break;
            }
        }
    }
    Ok(cuts)
}

/// Whether a word is a part of some compounds; of none, whether it may be a part of any.
fn is_part_of(archive: &Archive, word: &str, compounds: &[FormId]) -> Result<bool> {
    let with = archive.family(Kin::Part, &text::stem(word, Language::Dutch))?;
    Ok(compounds.is_empty() || with.iter().any(|form| compounds.contains(form)))
}

/// What a modifier may be without the letters that link it.
fn unlinked(modifier: &str) -> impl Iterator<Item = &str> {
    ["", "s", "en", "n", "e", "er", "-"].into_iter().filter_map(|link| modifier.strip_suffix(link))
}

/// The forms of a word itself: not of what is made of it.
fn forms(archive: &Archive, word: &str) -> Result<Vec<FormId>> {
    let stem = text::stem(word, Language::Dutch);
    let mut forms = archive.family(Kin::Stem(Language::Dutch), &stem)?;
    for spelling in [&stem, &text::fold(word)] {
        forms.extend(archive.folding_as(spelling)?.into_iter().map(|(form, _)| form));
    }
    order::sort_by(&mut forms, FormId::cmp);
    forms.dedup();
    Ok(forms)
}
