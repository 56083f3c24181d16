//! A compound whose words stand apart: a query of `huurlingenleger` also finds `leger van huurlingen`.

use super::expand::{LONGEST, of_one_word};
use crate::Result;
use crate::archive::{Archive, FormId, Kin};
use crate::order;
use crate::text::{self, Language};

/// Letters of each side of a word that the collection does not have. Shorter ones are mostly no words: `aan` and `val`.
const LETTERS_UNKNOWN: usize = 4;

/// The words that may stand between them: `leger van de vele huurlingen`. With more, they mostly stand in two phrases.
pub(super) const BETWEEN: u32 = 3;

/// What links a modifier to what follows; nothing comes first.
const LINKS: [&str; 6] = ["", "s", "en", "n", "e", "er"];

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
    if !archive.languages.contains(&Language::Dutch) || word.len() >= LONGEST {
        return Ok(cuts);
    }
    let whole = archive.folding_as(&text::fold(word))?;
    let mut compound = whole.is_empty();
    for (form, _) in &whole {
        compound |= archive.is_compound(*form)?;
    }
    if !compound {
        return Ok(cuts);
    }
    let least = if whole.is_empty() { LETTERS_UNKNOWN } else { 2 };
    for (at, _) in word.char_indices() {
        let (first, head) = word.split_at(at);
        if is_short(head, least) || !is_part_of(archive, head, &whole)? {
            continue;
        }
        let heads = forms(archive, head)?;
        for modifier in LINKS.iter().filter_map(|link| first.strip_suffix(link)) {
            if heads.is_empty() || is_short(modifier, least) || !is_part_of(archive, modifier, &whole)? {
                continue;
            }
            let modifiers = forms(archive, modifier)?;
            if !modifiers.is_empty() {
                cuts.push(Cut { shown: [modifier, " + ", head].concat(), sides: [modifiers, heads] });
                break;
            }
        }
    }
    Ok(cuts)
}

fn is_short(word: &str, least: usize) -> bool {
    word.chars().nth(least - 1).is_none()
}

/// Whether a word is a part of some compounds; of none, it may be.
fn is_part_of(archive: &Archive, word: &str, compounds: &[(FormId, String)]) -> Result<bool> {
    if compounds.is_empty() {
        return Ok(true);
    }
    for key in text::keys(word, Language::Dutch) {
        let with = archive.family(Kin::Part, &key)?;
        if compounds.iter().any(|(compound, _)| with.contains(compound)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The forms of a word itself: not of what is made of it.
fn forms(archive: &Archive, word: &str) -> Result<Vec<FormId>> {
    let folded = text::fold(word);
    let mut forms = of_one_word(archive, &folded, &text::keys(word, Language::Dutch), Language::Dutch)?;
    forms.extend(archive.folding_as(&folded)?.into_iter().map(|(form, _)| form));
    order::sort_by(&mut forms, FormId::cmp);
    forms.dedup();
    Ok(forms)
}
