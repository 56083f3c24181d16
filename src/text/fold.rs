//! Folding: the spelling under which a word is looked up.

include!(concat!(env!("OUT_DIR"), "/folding.rs"));

/// Gives a word without the differences that a reader who types it may leave out: upper case, diacritics, ligatures,
/// soft hyphens, and the shape of apostrophes and hyphens.
///
/// `Oekraïne` and `oekraine` fold to the same; so do `ĳs` and `ijs`, `Straße` and `strasse`. Folding twice changes
/// nothing more.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars() {
        if letter.is_ascii() {
            folded.push(letter.to_ascii_lowercase());
            continue;
        }
        for lower in letter.to_lowercase() {
            push(lower, &mut folded);
        }
    }
    folded
}

/// Gives a word in lower case, with its diacritics: the surface that the archive keeps.
///
/// Apostrophes take one shape and soft hyphens go, so that typography makes no new form.
pub fn lower(word: &str) -> String {
    let mut lowered = String::with_capacity(word.len());
    for letter in word.chars() {
        match letter {
            SOFT_HYPHEN => {}
            '’' | '‘' | 'ʼ' => lowered.push('\''),
            _ => lowered.extend(letter.to_lowercase()),
        }
    }
    lowered
}

const SOFT_HYPHEN: char = '\u{AD}';

fn push(letter: char, folded: &mut String) {
    match letter {
        SOFT_HYPHEN | '\u{300}'..='\u{36F}' => {}
        '’' | '‘' | 'ʼ' => folded.push('\''),
        '‐' | '‑' => folded.push('-'),
        _ => match FOLDING.binary_search_by_key(&(letter as u32), |(code, _)| u32::from(*code)) {
            Ok(place) => {
                let units = FOLDING[place].1;
                folded.extend(
                    units.iter().filter(|unit| **unit != 0).filter_map(|unit| char::from_u32(u32::from(*unit))),
                );
            }
            Err(_) => folded.push(letter),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_reader_may_leave_out_is_gone() {
        for (word, folded) in [
            ("Oekraïne", "oekraine"),
            ("één", "een"),
            ("e\u{301}e\u{301}n", "een"),
            ("Ĳsland", "ijsland"),
            ("Straße", "strasse"),
            ("foto’s", "foto's"),
            ("ﬁets", "fiets"),
            ("Łódź", "lodz"),
            ("af\u{AD}breken", "afbreken"),
            ("Бахмут", "бахмут"),
            ("Київ", "київ"),
        ] {
            assert_eq!(fold(word), folded);
        }
    }

    proptest! {
        #[test]
        fn folding_is_idempotent(word in "\\PC*") {
            let once = fold(&word);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
