//! A sentence in the pieces that dates are made of.
//!
//! Finer than the tokens of search: `05.03.2023` is one token there, three numbers here.

use super::folded::{LONGEST, fold};
use super::words::{Digits, Meaning, Span, Words, role};

/// A run of letters, or of digits with what is glued to them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) meaning: Meaning,
    /// What stands between it and the piece before.
    pub(super) gap: Gap,
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
            // `31 dec. '99`
            ". '" | ". ’" | ". ‘" => Self::Quote,
            _ => Self::Other,
        }
    }
}

/// Reads the pieces of a sentence, in place of those given; gives whether any of them could begin a time.
pub(super) fn pieces(sentence: &str, words: &Words, pieces: &mut Vec<Piece>) -> bool {
    pieces.clear();
    let bytes = sentence.as_bytes();
    let mut telling = false;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        let (meaning, capital) = if byte.is_ascii_alphabetic() {
            (word(sentence, start, &mut at, words), byte.is_ascii_uppercase())
        } else if byte.is_ascii_digit() {
            at = run(sentence, at, |c| c.is_ascii_digit());
            (number(sentence, start, &mut at, words), false)
        } else if byte.is_ascii() {
            at += 1;
            continue;
        } else {
            let Some(first) = sentence[at..].chars().next() else { break };
            if !first.is_alphabetic() {
                at += first.len_utf8();
                continue;
            }
            (word(sentence, start, &mut at, words), first.is_uppercase())
        };
        let mut start = start;
        if let Meaning::Cardinal(ones @ 1..=9) | Meaning::Ordinal(ones @ 1..=9) = meaning
            && let Some(&Piece { start: tens, end, meaning: Meaning::Cardinal(value), gap, .. }) = pieces.last()
            && value >= 20
            && value % 10 == 0
            // Elsewhere they are one word: `begin jaren zeventig drie keer`.
            && !words.thousand.is_empty()
            && matches!(&sentence[end as usize..start], "-" | " ")
        {
            // `twenty-first`, `twenty-five`
            pieces.pop();
            let meaning = match meaning {
                Meaning::Cardinal(_) => Meaning::Cardinal(value + ones),
                _ => Meaning::Ordinal(value + ones),
            };
            telling = true;
            pieces.push(Piece { start: tens, end: at as u32, meaning, gap, capital });
            continue;
        }
        // A year in words may begin with them: two thousand, nineteen ninety.
        telling |= match meaning {
            Meaning::Role(role::NOW) => true,
            Meaning::Other | Meaning::Says | Meaning::Role(_) | Meaning::Turn(_) | Meaning::One => false,
            Meaning::Cardinal(value) => value == 2 || value > 10,
            _ => true,
        };
        // The apostrophe of `'90s` belongs to it.
        if let Meaning::Decade(..100) = meaning {
            start -= sentence[..start].chars().next_back().map_or(0, char::len_utf8);
        }
        let gap = Gap::of(&sentence[pieces.last().map_or(0, |last| last.end as usize)..start]);
        pieces.push(Piece { start: start as u32, end: at as u32, meaning, gap, capital });
    }
    telling
}

fn run(sentence: &str, from: usize, wanted: impl Fn(char) -> bool) -> usize {
    sentence[from..].find(|c| !wanted(c)).map_or(sentence.len(), |length| from + length)
}

/// Digits, with the letters that belong to them: `17e`, `3rd`, `1990s`; glued to any others they are no number.
fn number(sentence: &str, start: usize, at: &mut usize, words: &Words) -> Meaning {
    let digits = &sentence[start..*at];
    let value = if digits.len() <= 4 { digits.parse::<u16>().ok() } else { None };
    let letters = *at;
    *at = run(sentence, letters, char::is_alphabetic);
    let suffix = &sentence[letters..*at];
    let Some(value) = value else { return Meaning::Other };
    // `3. Mai`, `3.-5. Mai`, `3./4. Mai`
    if words.dotted_ordinals && suffix.is_empty() && digits.len() <= 2 {
        let after = sentence[*at..].strip_prefix('.').map(|after| after.trim_start_matches([' ', '\u{a0}', '\n']));
        if after.is_some_and(|after| after.starts_with(|c: char| c.is_alphabetic() || matches!(c, '-' | '–' | '/'))) {
            *at += 1;
            return Meaning::Ordinal(value as u8);
        }
    }
    if words.dotted_ordinals && suffix == "er" && value % 10 == 0 {
        match digits.len() {
            2 => return Meaning::Tens(value as u8),
            4 => return Meaning::Decade(value),
            _ => {}
        }
    }
    // `15.e julij`, `25° julij`
    if suffix.is_empty()
        && digits.len() <= 2
        && let Some(sign) = ["°", ".°", ".e", ".en"]
            .iter()
            .find(|sign| sentence[*at..].strip_prefix(**sign).is_some_and(|rest| is_before_month(rest, words)))
    {
        *at += sign.len();
        return Meaning::Ordinal(value as u8);
    }
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
        "e" | "de" | "ste" | "st" | "nd" | "rd" | "th" | "en" | "cn" | "den" | "sten" if digits.len() <= 2 => {
            Meaning::Ordinal(value as u8)
        }
        // `the 22d ult.`
        "d" if words.after_alone && digits.len() <= 2 && matches!(value % 10, 2 | 3) => Meaning::Ordinal(value as u8),
        // `28ten october`; `14c junij`, as `14e` comes out of old print, and above `16cn`.
        "ten" | "n" | "c" if digits.len() <= 2 && is_before_month(&sentence[*at..], words) => {
            Meaning::Ordinal(value as u8)
        }
        // September to December, as notaries wrote them.
        "ber" | "bre" | "bris" if (7..=10).contains(&value) => Meaning::ShortMonth(value as u8 + 2),
        "s" if decade => Meaning::Decade(value),
        _ => Meaning::Other,
    }
}

/// Whether a space and a month follow.
fn is_before_month(rest: &str, words: &Words) -> bool {
    let word = rest.strip_prefix(' ').map_or("", |rest| &rest[..run(rest, 0, |c| c.is_ascii_alphabetic())]);
    matches!(words.look_up(word.as_bytes()), Meaning::Month(_) | Meaning::ShortMonth(_))
}

fn quoted(sentence: &str, start: usize) -> bool {
    sentence[..start].ends_with(['\'', '’', '‘'])
}

fn word(sentence: &str, start: usize, at: &mut usize, words: &Words) -> Meaning {
    let bytes = sentence.as_bytes();
    let mut after = start;
    let mut plain = true;
    while let Some(&byte) = bytes.get(after) {
        if byte.is_ascii_alphabetic() {
            after += 1;
        } else if byte.is_ascii() {
            break;
        } else {
            let Some(letter) = sentence[after..].chars().next().filter(|c| c.is_alphabetic()) else { break };
            plain = false;
            after += letter.len_utf8();
        }
    }
    *at = after;
    match bytes.get(after) {
        Some(b'0'..=b'9') => {
            *at = run(sentence, after, char::is_alphanumeric);
            return tag(&sentence[start..after], &sentence[after..*at]);
        }
        Some(b'/' | b'.') if after == start + 1 => {
            let up_to = ["t/m", "t.e.m."].into_iter().find(|word| sentence[start..].starts_with(word));
            if let Some(word) = up_to {
                *at = start + word.len();
                return Meaning::Role(role::TO | role::UNTIL);
            }
        }
        _ => {}
    }
    if plain {
        let (letters, rest) = (&sentence[start..after], &sentence[after..]);
        if let Some((sign, whole)) = raised(letters, rest) {
            *at += sign.len();
            return words.look_up(whole.as_bytes());
        }
        return match letters {
            // `ult. julij`, which comes out of old print as `uit. julij`; elsewhere this word ends a sentence.
            "ult" | "uit" if rest.strip_prefix('.').is_some_and(|rest| is_before_month(rest, words)) => {
                *at += 1;
                words.look_up(b"ultimo")
            }
            "c" if rest.strip_prefix(". ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) => {
                *at += 1;
                words.look_up(b"circa")
            }
            "a" | "A" if rest.starts_with(".s.") => {
                *at += 3;
                Meaning::Nearest(1)
            }
            "j" | "l" if rest.starts_with(".l.") => {
                *at += 3;
                Meaning::Nearest(-1)
            }
            // `wk 2`; `WK 2` would be a championship.
            "wk" if rest
                .strip_prefix(' ')
                .is_some_and(|rest| (1..=2).contains(&run(rest, 0, |c| c.is_ascii_digit()))) =>
            {
                Meaning::Span(Span::Week)
            }
            // So does `11en`.
            "llen" | "lle" if is_before_month(rest, words) => Meaning::Ordinal(11),
            _ => words.look_up(letters.as_bytes()),
        };
    }
    let folded = fold(&sentence[start..after], &mut [0; LONGEST]).map(|word| words.look_up(word.as_bytes()));
    folded.unwrap_or(Meaning::Other)
}

/// Abbreviations whose last letters were raised: how each begins, and the word.
const RAISED: &[(&str, &str)] =
    &[("a", "anno"), ("p", "primo"), ("pr", "primo"), ("ult", "ultimo"), ("ul", "ultimo"), ("uit", "ultimo")];

/// How what was raised is printed, or read from print.
const SIGNS: &[&str] = &["°", ".°", ".o", ".mo", ".ro", ".0", ".m0"];

/// The sign of an abbreviation that begins with some letters, and its word, where the rest of the sentence has one: `p.mo`, `a.° 1670`.
pub(super) fn raised(letters: &str, rest: &str) -> Option<(&'static str, &'static str)> {
    let (_, whole) = RAISED.iter().find(|(word, _)| letters.eq_ignore_ascii_case(word))?;
    let sign = SIGNS
        .iter()
        .find(|sign| rest.strip_prefix(**sign).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))?;
    Some((sign, whole))
}

/// `Q3`, `H2`, `FY2008`; any other letters glued to digits are a name or a code.
fn tag(letters: &str, digits: &str) -> Meaning {
    // A fiscal year is read as that of the calendar.
    if letters == "FY" && digits.len() == 4 {
        let year = digits.parse().ok().filter(|year| (1900..=2199).contains(year));
        return year.map_or(Meaning::Other, Meaning::YearWord);
    }
    let [digit @ b'1'..=b'4'] = digits.as_bytes() else { return Meaning::Other };
    match letters {
        "Q" => Meaning::QuarterTag(digit - b'0'),
        "H" if *digit <= b'2' => Meaning::HalfTag(digit - b'0'),
        _ => Meaning::Other,
    }
}
