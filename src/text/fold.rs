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
        push(small(letter), &mut folded);
    }
    folded
}

/// Gives a word in lower case, with its diacritics: the surface that the archive keeps.
///
/// Apostrophes take one shape, letters with a mark apart (e and U+0301) become one, and what is not seen goes, so that typography makes no
/// new form.
pub fn lower(word: &str) -> String {
    let mut lowered = String::with_capacity(word.len());
    for letter in word.chars().filter(|letter| !is_unseen(*letter)) {
        match letter {
            '’' | '‘' | 'ʼ' => lowered.push('\''),
            '\u{300}'..='\u{36F}' => {
                let whole = lowered.chars().next_back().and_then(|bare| composed(bare, letter));
                if whole.is_some() {
                    lowered.pop();
                }
                lowered.push(whole.unwrap_or(letter));
            }
            'İ' => lowered.push_str("i\u{307}"),
            _ => lowered.push(small(letter)),
        }
    }
    lowered
}

/// Gives the small letter of a capital, and any other character as it is; of `İ` the letter without its dot.
pub(crate) fn small(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    if letter == 'İ' {
        return 'i';
    }
    let code = letter as u32;
    let after = LOWERING.partition_point(|(first, ..)| first >> 1 <= code);
    match after.checked_sub(1).map(|place| LOWERING[place]) {
        Some((first, last, distance))
            if code <= last && (first & 1 == 0 || (code - (first >> 1)).is_multiple_of(2)) =>
        {
            char::from_u32(code.wrapping_add_signed(distance)).unwrap_or(letter)
        }
        _ => letter,
    }
}

/// Each mark with the letters that take it, bare and whole: those of western Europe.
const COMPOSED: [(char, &str); 7] = [
    ('\u{300}', "aàeèiìoòuù"),
    ('\u{301}', "aáeéiíoóuúyý"),
    ('\u{302}', "aâeêiîoôuû"),
    ('\u{303}', "aãnñoõ"),
    ('\u{308}', "aäeëiïoöuüyÿ"),
    ('\u{30A}', "aå"),
    ('\u{327}', "cç"),
];

fn composed(bare: char, mark: char) -> Option<char> {
    let (_, letters) = COMPOSED.iter().find(|(known, _)| *known == mark)?;
    let mut letters = letters.chars();
    letters.find(|letter| *letter == bare)?;
    letters.next()
}

/// Whether a character is not seen inside a word: soft hyphens, joiners, a mark of the order of bytes.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{200C}' | '\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

fn push(letter: char, folded: &mut String) {
    match letter {
        '\u{300}'..='\u{36F}' => {}
        _ if is_unseen(letter) => {}
        '’' | '‘' | 'ʼ' => folded.push('\''),
        '‐' | '‑' => folded.push('-'),
        'ﬃ' => folded.push_str("ffi"),
        'ﬄ' => folded.push_str("ffl"),
        '²' | '³' => folded.push(char::from(letter as u8 - b'\xB2' + b'2')),
        '¹' => folded.push('1'),
        '⁰'..='⁹' | '₀'..='₉' => folded.push(char::from(b'0' + (letter as u32 & 0xF) as u8)),
        // Full width.
        '！'..='～' => folded.push(char::from((letter as u32 - 0xFEE0) as u8).to_ascii_lowercase()),
        _ => match folding(letter as u32) {
            0 => folded.push(letter),
            greek @ 0x80.. => folded.extend(char::from_u32(0x380 + u32::from(greek & 0x7F))),
            pair if usize::from(pair) <= PAIRS.len() => {
                let units = PAIRS[usize::from(pair) - 1].iter().filter(|unit| **unit != 0);
                folded.extend(units.filter_map(|unit| char::from_u32(u32::from(*unit))));
            }
            letter => folded.push(char::from(letter)),
        },
    }
}

/// The byte of the table for a letter.
fn folding(code: u32) -> u8 {
    let mut place = 0;
    for (first, last) in FOLDED {
        if (first..=last).contains(&code) {
            return FOLDING[(place + code - first) as usize];
        }
        place += last + 1 - first;
    }
    0
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
            ("oﬃcieel", "officieel"),
            ("CO₂", "co2"),
            ("m²", "m2"),
            ("ISTANBUL", "istanbul"),
            ("İstanbul", "istanbul"),
            ("ıssız", "issiz"),
            ("Ｋｒｏｎｉｅｋ", "kroniek"),
            ("zo\u{2060}iets", "zoiets"),
        ] {
            assert_eq!(fold(word), folded);
        }
    }

    #[test]
    fn a_form_keeps_its_marks_however_they_are_written() {
        for (word, form) in [
            ("E\u{301}e\u{301}n", "één"),
            ("Foto’s", "foto's"),
            ("gee\u{308}rfd", "geërfd"),
            ("af\u{AD}breken", "afbreken"),
            ("x\u{301}", "x\u{301}"),
        ] {
            assert_eq!(lower(word), form);
        }
    }

    #[test]
    fn every_capital_has_the_small_letter_of_unicode() {
        for letter in ('\0'..=char::MAX).filter(|letter| *letter != 'İ') {
            assert_eq!(vec![small(letter)], letter.to_lowercase().collect::<Vec<_>>(), "{letter}");
        }
        assert_eq!(lower("İ"), "İ".to_lowercase());
    }

    #[test]
    fn every_letter_is_folded_once() {
        for letter in ('\0'..=char::MAX).map(String::from) {
            let once = fold(&letter);
            assert_eq!(fold(&once), once, "{letter}");
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
