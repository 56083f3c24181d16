//! Other spellings of a name.

use crate::Result;
use crate::archive::{Archive, FormId, Kin};
use crate::order;
use crate::spelling::{ASKED, Spelling, apart, continued};
use crate::text;

/// The least score of a spelling that a query is widened by, above what makes one name.
///
/// A pair that someone doubts is alike in most; a word of a query is set against every name of the collection, most of which
/// are others. Lower, short names run into each other (`san`, `sam`); higher, spellings across alphabets are lost. With 75 the
/// 771 words that MEANTIME's Dutch Wikinews always writes with a capital, hardly any of them Slavic, find 69 spellings, of which 23 are of
/// the same name or of what is made of it (`Frans`, `France`).
const LIKELY: u8 = 75;

/// The same for names of so few letters, where each tells more; of fewer, none is likely.
const SHORT: (usize, u8) = (3, 78);

/// Gives the names of the collection that are a word in another spelling, and their inflected forms; `known` are the forms
/// that fold as it does.
///
/// A word that the collection writes in lower case is no name, so that `leger` does not find somebody called Lager.
///
/// # Errors
///
/// When the archive is damaged.
pub(crate) fn spellings(archive: &Archive, word: &str, known: &[(FormId, String)]) -> Result<Vec<FormId>> {
    let mut found = Vec::new();
    let mut names = known.is_empty();
    for (form, _) in known {
        names |= archive.is_capitalised(*form)?;
    }
    if !names || word.chars().count() < SHORT.0 {
        return Ok(found);
    }
    let asked = Spelling::read(word);
    let folded = text::fold(word);
    let latin = folded.is_ascii();
    let mut candidates = Vec::new();
    for key in asked.keys(ASKED) {
        candidates.extend(archive.family(Kin::Name, &key)?);
    }
    order::sort_unique(&mut candidates);
    for form in candidates {
        let spelling = archive.spelling(form)?;
        let least = if word.len().min(spelling.len()) > SHORT.0 { LIKELY } else { SHORT.1 };
        if spelling.chars().count() < SHORT.0
            || latin && (marks(word) ^ marks(&spelling)).count_ones() > 1
            || apart(&folded, &text::fold(&spelling), true)
            || !asked.scores(&Spelling::read(&spelling), least)
        {
            continue;
        }
        found.push(form);
        for language in archive.languages.iter().copied() {
            for key in text::keys(&spelling, language) {
                let mut kin = archive.family(Kin::Stem(language), &key)?;
                kin.extend(archive.folding_as(&key)?.into_iter().map(|(form, _)| form));
                for form in kin {
                    if archive.is_capitalised(form)? {
                        found.push(form);
                    }
                }
            }
        }
    }
    Ok(found)
}

/// Letters of an unfinished word from which on names that begin so in another spelling are looked for: fewer fit too many.
const UNFINISHED: usize = 4;

/// Gives the names of the collection that begin as an unfinished word does, but in another spelling.
///
/// The first consonants of a word are a beginning of its key, so the keys that begin so lead to all candidates. Its last letter does
/// not count for that: it may be the first half of a sound.
///
/// # Errors
///
/// When the archive is damaged.
pub(crate) fn beginnings(archive: &Archive, word: &str) -> Result<Vec<FormId>> {
    let (mut found, mut candidates) = (Vec::new(), Vec::new());
    let letters = word.chars().count();
    let Some((last, _)) = word.char_indices().next_back().filter(|_| letters >= UNFINISHED) else { return Ok(found) };
    for (form, _) in archive.folding_as(word)? {
        if !archive.is_capitalised(form)? {
            return Ok(found);
        }
    }
    for key in Spelling::read(&word[..last]).keys(ASKED).into_iter().filter(|key| key.len() > 1) {
        for key in continued(key) {
            candidates.extend(archive.family(Kin::Name, &key)?);
        }
    }
    order::sort_unique(&mut candidates);
    let asked = Spelling::read(word);
    let latin = word.is_ascii();
    for form in candidates {
        let spelling = archive.spelling(form)?;
        // One letter fewer, or two more, may stand for the same sounds.
        let ends = spelling.char_indices().map(|(at, letter)| at + letter.len_utf8()).skip(letters - 2).take(4);
        let is_so = |begin: &str| {
            let unlike = latin && (marks(word) ^ marks(begin)).count_ones() > 1 || apart(word, begin, true);
            !unlike && asked.scores(&Spelling::read(begin), LIKELY)
        };
        if !text::fold(&spelling).starts_with(word) && ends.into_iter().any(|end| is_so(&spelling[..end])) {
            found.push(form);
        }
    }
    Ok(found)
}

/// The consonants of a word that nearly every system writes alike, a bit each.
///
/// Most candidates differ in two of them, and need not be read.
fn marks(word: &str) -> u32 {
    word.bytes().fold(0, |marks, letter| {
        marks
            | match letter {
                b'b' | b'p' => 1,
                b'm' => 2,
                b'n' => 4,
                b'l' => 8,
                b'r' => 16,
                _ => 0,
            }
    })
}
