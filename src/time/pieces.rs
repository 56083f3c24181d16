//! A sentence in the pieces that dates are made of.
//!
//! Finer than the tokens of search: `05.03.2023` is one token there, three numbers here.

use super::words::{Digits, LONGEST, Meaning, Words, role};

/// A run of letters, or of digits with what is glued to them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) meaning: Meaning,
    /// Begins with a capital.
    pub(super) capital: bool,
}

/// What stands between two pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    None,
    Space,
    /// `-` or `–`, without spaces.
    Hyphen,
    /// The same, with spaces.
    Dash,
    Slash,
    Dot,
    /// A dot and a space, as after an abbreviation.
    Stop,
    Comma,
    /// A space and an apostrophe: `jaren '90`.
    Quote,
    Other,
}

impl Gap {
    fn of(between: &str) -> Self {
        let bytes = between.as_bytes();
        match bytes {
            [] => return Self::None,
            b" " => return Self::Space,
            _ => {}
        }
        let core = between.trim();
        let spaced = core.len() < between.len();
        match core {
            "" => Self::Space,
            "-" | "–" | "‐" | "‑" | "—" if !spaced => Self::Hyphen,
            "-" | "–" | "‐" | "‑" | "—" => Self::Dash,
            "/" if !spaced => Self::Slash,
            "." if !spaced => Self::Dot,
            "." => Self::Stop,
            "," if spaced => Self::Comma,
            "'" | "’" | "‘" | "`" if spaced => Self::Quote,
            _ => Self::Other,
        }
    }
}

/// The pieces of a sentence, and whether any of them could begin a time.
pub(super) fn pieces(sentence: &str, words: &Words) -> (Vec<Piece>, bool) {
    let mut pieces = Vec::with_capacity(sentence.len() / 5 + 1);
    let mut telling = false;
    let mut at = 0;
    while let Some(first) = sentence[at..].chars().next() {
        let start = at;
        let meaning = if first.is_ascii_digit() {
            at = run(sentence, at, |c| c.is_ascii_digit());
            number(sentence, start, &mut at)
        } else if first.is_alphabetic() {
            at = run(sentence, at, char::is_alphabetic);
            word(sentence, start, &mut at, words)
        } else {
            at += first.len_utf8();
            continue;
        };
        let (start, meaning) = match pieces.last() {
            Some(&Piece {
                start: tens,
                end,
                meaning: Meaning::Cardinal(value @ (20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)),
                ..
            }) if matches!(&sentence[end as usize..start], "-" | " ") => {
                match meaning {
                    // `twenty-first`, `twenty-five`
                    Meaning::Cardinal(ones @ 1..=9) => (tens as usize, Meaning::Cardinal(value + ones)),
                    Meaning::Ordinal(ones @ 1..=9) => (tens as usize, Meaning::Ordinal(value + ones)),
                    _ => (start, meaning),
                }
            }
            _ => (start, meaning),
        };
        if pieces.last().is_some_and(|last| last.start as usize == start) {
            pieces.pop();
        }
        // A year in words may begin with them: two thousand, nineteen ninety.
        telling |= match meaning {
            Meaning::Other | Meaning::Role(_) | Meaning::Turn(_) | Meaning::One => false,
            Meaning::Cardinal(value) => value == 2 || value > 10,
            _ => true,
        };
        let capital = !first.is_ascii_lowercase() && first.is_uppercase();
        // The apostrophe of `'90s` belongs to it.
        let quote = matches!(meaning, Meaning::Decade(..100)).then(|| sentence[..start].chars().next_back()).flatten();
        let start = start - quote.map_or(0, char::len_utf8);
        pieces.push(Piece { start: start as u32, end: at as u32, meaning, capital });
    }
    (pieces, telling)
}

/// What stands between two pieces that follow one another.
pub(super) fn gap(sentence: &str, one: Piece, next: Piece) -> Gap {
    Gap::of(&sentence[one.end as usize..next.start as usize])
}

fn run(sentence: &str, from: usize, wanted: impl Fn(char) -> bool) -> usize {
    sentence[from..].find(|c| !wanted(c)).map_or(sentence.len(), |length| from + length)
}

/// Digits, with the letters that belong to them: `17e`, `3rd`, `1990s`; glued to any others they are no number.
fn number(sentence: &str, start: usize, at: &mut usize) -> Meaning {
    let digits = &sentence[start..*at];
    let value = if digits.len() <= 4 { digits.parse::<u16>().ok() } else { None };
    let letters = *at;
    *at = run(sentence, letters, char::is_alphabetic);
    let suffix = &sentence[letters..*at];
    let Some(value) = value else { return Meaning::Other };
    let decade = value % 10 == 0 && (digits.len() == 4 || digits.len() == 2 && quoted(sentence, start));
    match suffix {
        "" if decade && digits.len() == 4 => {
            let tail = sentence[*at..].strip_prefix(['\'', '’']).and_then(|rest| rest.strip_prefix('s'));
            if tail.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)) {
                *at = run(sentence, *at, |c| !c.is_alphabetic()) + 1;
                return Meaning::Decade(value);
            }
            Meaning::Number(Digits { value, width: 4 })
        }
        "" => Meaning::Number(Digits { value, width: digits.len() as u8 }),
        "e" | "de" | "ste" | "st" | "nd" | "rd" | "th" | "en" | "den" | "sten" if digits.len() <= 2 => {
            Meaning::Ordinal(value as u8)
        }
        // September to December, as notaries wrote them.
        "ber" | "bre" | "bris" if (7..=10).contains(&value) => Meaning::ShortMonth(value as u8 + 2),
        "s" if decade => Meaning::Decade(value),
        _ => Meaning::Other,
    }
}

fn quoted(sentence: &str, start: usize) -> bool {
    sentence[..start].ends_with(['\'', '’', '‘'])
}

fn word(sentence: &str, start: usize, at: &mut usize, words: &Words) -> Meaning {
    let after = *at;
    if sentence[after..].starts_with(|c: char| c.is_ascii_digit()) {
        *at = run(sentence, after, char::is_alphanumeric);
        return tag(&sentence[start..after], &sentence[after..*at]);
    }
    if sentence[start..].starts_with("t/m") && after == start + 1 {
        *at = start + 3;
        return Meaning::Role(role::TO | role::UNTIL);
    }
    let mut buffer = [0; LONGEST];
    match fold(&sentence[start..after], &mut buffer) {
        Some(folded) => words.look_up(folded),
        None => Meaning::Other,
    }
}

/// `Q3`, `H2`; any other letters glued to digits are a name or a code.
fn tag(letters: &str, digits: &str) -> Meaning {
    let [digit @ b'1'..=b'4'] = digits.as_bytes() else { return Meaning::Other };
    match letters {
        "Q" => Meaning::QuarterTag(digit - b'0'),
        "H" if *digit <= b'2' => Meaning::HalfTag(digit - b'0'),
        _ => Meaning::Other,
    }
}

/// Lower case without diacritics, for the words that tables hold. `None` where a word is too long or has other letters.
///
/// Of its own, because it runs over every word and the tables hold Western European words only.
pub(super) fn fold<'a>(word: &str, buffer: &'a mut [u8; LONGEST]) -> Option<&'a str> {
    let mut length = 0;
    for c in word.chars() {
        let plain = match c {
            'a'..='z' => c as u8,
            'A'..='Z' => c as u8 | 0x20,
            'à'..='å' | 'À'..='Å' => b'a',
            'è'..='ë' | 'È'..='Ë' => b'e',
            'ì'..='ï' | 'Ì'..='Ï' => b'i',
            'ò'..='ö' | 'Ò'..='Ö' => b'o',
            'ù'..='ü' | 'Ù'..='Ü' => b'u',
            _ => return None,
        };
        *buffer.get_mut(length)? = plain;
        length += 1;
    }
    std::str::from_utf8(&buffer[..length]).ok()
}
