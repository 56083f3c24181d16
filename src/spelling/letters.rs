//! A name as the plain letters that its sounds are read from.

use crate::text;

/// Letters that say more than the letter they fold to, in the order of their code points.
///
/// They become ASCII: small letters that are read as usual, or a capital, which is a letter with readings of its own in
/// [`super::readings::READINGS`]. Cyrillic letters are Russian and Ukrainian ones.
#[rustfmt::skip]
static LETTERS: &[(char, &str)] = &[
    ('â', "A"), ('ë', "O"), ('ï', "ji"),
    ('ć', "V"), ('č', "C"), ('ě', "ie"), ('ĭ', "j"), ('ř', "R"), ('ś', "P"), ('ş', "S"), ('š', "S"), ('ţ', "T"),
    ('ŭ', "w"), ('ż', "Z"), ('ž', "Z"), ('ș', "S"), ('ț', "T"),
    ('а', "a"), ('б', "b"), ('в', "v"), ('г', "G"), ('д', "d"), ('е', "e"), ('ж', "Z"), ('з', "z"), ('и', "y"),
    ('й', "j"), ('к', "k"), ('л', "l"), ('м', "m"), ('н', "n"), ('о', "o"), ('п', "p"), ('р', "r"), ('с', "s"),
    ('т', "t"), ('у', "u"), ('ф', "f"), ('х', "X"), ('ц', "T"), ('ч', "C"), ('ш', "S"), ('щ', "W"), ('ъ', ""),
    ('ы', "y"), ('ь', ""), ('э', "e"), ('ю', "ju"), ('я', "ja"), ('ё', "O"), ('є', "je"), ('і', "i"), ('ї', "ji"),
    ('ў', "w"), ('ґ', "G"),
];

/// What stands for a digit or a letter of another script: it has no reading, so that nothing is like it.
const STRANGE: u8 = b'?';

/// A plain letter, and the byte of the name where the character begins that it was made of.
pub(super) type Letter = (u8, usize);

/// Gives the plain letters of a name; what is neither letter nor digit, and what is not heard, leaves none.
pub(super) fn letters(name: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::with_capacity(name.len());
    for (place, character) in name.char_indices() {
        if let Some(caron) = with_mark(character) {
            if let Some((last, _)) = letters.last_mut() {
                *last = caron(*last);
            }
            continue;
        }
        let lower = text::small(character);
        if lower.is_ascii_alphabetic() {
            letters.push((lower as u8, place));
            continue;
        }
        let folded;
        let plain = match LETTERS.binary_search_by_key(&lower, |(letter, _)| *letter) {
            Ok(found) => LETTERS[found].1,
            Err(_) => {
                folded = text::fold(lower.encode_utf8(&mut [0; 4]));
                &folded
            }
        };
        for part in plain.chars().filter(|part| part.is_alphanumeric()) {
            let letter = if part.is_ascii_alphabetic() { part as u8 } else { STRANGE };
            letters.push((letter, place));
        }
    }
    letters
}

/// A caron of its own, as decomposed text has it, makes another letter of the one before.
fn with_mark(character: char) -> Option<fn(u8) -> u8> {
    (character == '\u{30C}').then_some(|letter| match letter {
        b's' | b'c' | b'z' | b'r' => letter.to_ascii_uppercase(),
        _ => letter,
    })
}
