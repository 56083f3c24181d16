//! Words that the source does not have, made at the rate at which its own vocabulary grows.

use std::collections::HashSet;

use crate::random::Random;
use crate::source::Source;

/// A made word is used again so many times for each that is new. In what a process of this kind gives (Pitman and Yor 1997), about half of the
/// words occur once, as in real text.
const AGAIN: f64 = 2.5;
/// With fewer words than this, each would be used again too often.
const STOCK: f64 = 3000.0;
/// How often a made word that is used again is one that this article already has: words come in bursts.
const HERE: f64 = 0.5;
/// Source forms that words are made from occur so often at least: below it are mostly the errors of reading by machine.
const USUAL: u32 = 5;

const VOWELS: &[u8] = b"aeiouy";
const CONSONANTS: &[u8] = b"bdfghklmnprstvwz";
const ONSETS: &[&str] = &[
    "b", "br", "d", "dr", "f", "g", "h", "j", "k", "kr", "l", "m", "n", "p", "r", "s", "sch", "st", "t", "v", "w", "z",
];
const NUCLEI: &[&str] = &["a", "aa", "e", "ee", "i", "ie", "o", "oe", "oo", "u", "ui", "ij", "ei"];
const CODAS: &[&str] = &["", "", "k", "l", "m", "n", "ng", "r", "rs", "s", "t", "ts", "v", "x"];
const PREFIXES: &[&str] =
    &["aan", "af", "be", "door", "her", "in", "mis", "on", "ont", "op", "over", "uit", "ver", "voor"];
const SUFFIXES: &[&str] =
    &["achtig", "baar", "dom", "erij", "heid", "ing", "lijk", "loos", "schap", "ster", "tje", "zaam"];

/// How many distinct forms a text of so many words has: `factor * words ^ exponent` (Heaps 1978).
pub(crate) struct Growth {
    pub(crate) exponent: f64,
    factor: f64,
}

impl Growth {
    /// The curve through the source's last point and the one a third of it before: the exponent falls slowly as a text goes on, and what is
    /// to be foretold is what comes after the end.
    pub(crate) fn of(points: &[(u64, u64)]) -> Self {
        let [first, .., (end, last)] = points else { return Self { exponent: 0.5, factor: 10.0 } };
        let before = points.iter().rev().find(|(words, _)| words * 3 <= *end).unwrap_or(first);
        let exponent = libm::log(*last as f64 / before.1 as f64) / libm::log(*end as f64 / before.0 as f64);
        Self { exponent, factor: *last as f64 / libm::pow(*end as f64, exponent) }
    }

    pub(crate) fn at(&self, words: u64) -> f64 {
        self.factor * libm::pow(words as f64, self.exponent)
    }
}

/// The words made so far.
pub(crate) struct Vocabulary {
    /// For each, which try gave a word that was not there.
    tries: Vec<u8>,
    /// Each as often as it has been used, so that a blind choice prefers the frequent.
    used: Vec<u32>,
    /// Of this article.
    here: Vec<u32>,
    taken: HashSet<u64>,
    /// Places of usual forms in the source.
    usual: Vec<u32>,
}

impl Vocabulary {
    pub(crate) fn new(source: &Source) -> Self {
        let usual = source.forms.iter().enumerate().filter(|(_, (form, count))| {
            *count >= USUAL && (4..=10).contains(&form.len()) && form.bytes().all(|it| it.is_ascii_lowercase())
        });
        Self {
            tries: Vec::new(),
            used: Vec::new(),
            here: Vec::new(),
            usual: usual.map(|(at, _)| at as u32).collect(),
            taken: source.forms.iter().map(|(form, _)| hash(form)).collect(),
        }
    }

    /// How many have been made.
    pub(crate) fn len(&self) -> usize {
        self.tries.len()
    }

    /// How many words are to be used again for each that is new.
    pub(crate) fn again(&self) -> f64 {
        AGAIN * (self.len() as f64 / STOCK).min(1.0)
    }

    /// Forgets what the article before had.
    pub(crate) fn begin(&mut self) {
        self.here.clear();
    }

    /// Writes a word that was nowhere before.
    pub(crate) fn new_word(&mut self, source: &Source, out: &mut String) {
        let number = self.tries.len() as u32;
        let begun = out.len();
        for attempt in 0..=u8::MAX {
            out.truncate(begun);
            self.write(source, number, attempt, out);
            if self.taken.insert(hash(&out[begun..].to_lowercase())) || attempt == u8::MAX {
                self.tries.push(attempt);
                break;
            }
        }
        self.used.push(number);
        self.here.push(number);
    }

    /// Writes one that was made before, if any was.
    pub(crate) fn known_word(&mut self, source: &Source, random: &mut Random, out: &mut String) -> bool {
        let from = if !self.here.is_empty() && random.share() < HERE { &self.here } else { &self.used };
        if from.is_empty() {
            return false;
        }
        let number = random.one_of(from);
        self.write(source, number, self.tries[number as usize], out);
        self.used.push(number);
        self.here.push(number);
        true
    }

    /// The same for the same number and try: nothing but these is kept.
    fn write(&self, source: &Source, number: u32, attempt: u8, out: &mut String) {
        let mut random = Random::new(u64::from(number) << 8 | u64::from(attempt));
        let usual = |random: &mut Random| source.forms[random.one_of(&self.usual) as usize].0.as_str();
        match random.below(100) {
            0..45 => {
                out.push_str(usual(&mut random));
                out.push_str(random.one_of(&["", "", "", "s", "s", "e", "en"]));
                out.push_str(usual(&mut random));
            }
            45..73 => misspell(usual(&mut random), &mut random, out),
            73..88 => {
                let begun = out.len();
                for _ in 0..2 + random.below(3) {
                    out.push_str(random.one_of(ONSETS));
                    out.push_str(random.one_of(NUCLEI));
                    out.push_str(random.one_of(CODAS));
                }
                out[begun..].make_ascii_lowercase();
                capitalise(begun, out);
            }
            88..94 => {
                out.push_str(random.one_of(PREFIXES));
                out.push_str(usual(&mut random));
            }
            _ => {
                out.push_str(usual(&mut random));
                out.push_str(random.one_of(SUFFIXES));
            }
        }
    }
}

/// One or two letters changed into others of their kind.
fn misspell(word: &str, random: &mut Random, out: &mut String) {
    let mut letters = word.as_bytes().to_vec();
    for _ in 0..1 + random.below(2) {
        let at = random.below(letters.len());
        let kind = if VOWELS.contains(&letters[at]) { VOWELS } else { CONSONANTS };
        letters[at] = random.one_of(kind);
    }
    out.extend(letters.into_iter().map(char::from));
}

/// Makes the letter that stands there a capital.
pub(crate) fn capitalise(at: usize, out: &mut String) {
    if let Some(first) = out[at..].chars().next() {
        let capital: String = first.to_uppercase().collect();
        out.replace_range(at..at + first.len_utf8(), &capital);
    }
}

/// FNV-1a, which is the same on every machine and in every version of Rust.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
