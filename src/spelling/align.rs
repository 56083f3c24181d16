//! The cheapest way to read two spellings as one name.
//!
//! A name is a lattice: at each letter begin the readings that its letters allow. An alignment walks both lattices from
//! beginning to end and sets sound against sound, or a sound against nothing; the cheapest walk is found by dynamic
//! programming, as in edit distance (Wagner and Fischer, 1974).

use std::ops::Range;

use super::letters::{Letter, letters};
use super::readings::{Place, beginning_with};
use super::sounds::Sound;
use super::weights;

/// Names are not longer; it bounds the work.
const LONGEST: usize = 48;

/// A spelling, read: what its letters may sound like.
pub(crate) struct Spelling {
    letters: Vec<Letter>,
    arcs: Vec<Arc>,
    /// Where the arcs of each letter begin, and where the last end.
    firsts: Vec<usize>,
}

/// A reading of some of the letters.
#[derive(Clone, Copy)]
pub(super) struct Arc {
    pub(super) end: usize,
    pub(super) sound: Sound,
    pub(super) cost: i32,
    /// Where a sound alone stands: 0 at the beginning, 1 inside, 2 at the end.
    part: u8,
    fixed: Fixed,
}

/// What transliteration does not change, see [`weights::KEPT`].
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fixed {
    No,
    /// The vowel before ns.
    Suffix,
    /// A vowel of olo, oro, ele, ere.
    Full,
}

/// Two readings that stand against each other, as bytes of the names; where one is empty, a sound stands alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Of the first name.
    pub one: Range<usize>,
    /// Of the second name.
    pub other: Range<usize>,
    /// What it costs, in sixteenths; what is below zero speaks for one name.
    pub cost: i32,
}

impl Spelling {
    pub(crate) fn read(name: &str) -> Self {
        let letters = letters(name);
        let plain: Vec<u8> = letters.iter().map(|(letter, _)| *letter).collect();
        let (mut arcs, mut firsts) = (Vec::with_capacity(plain.len() * 4), Vec::with_capacity(plain.len() + 2));
        for start in 0..plain.len() {
            firsts.push(arcs.len());
            let rest = &plain[start..];
            for reading in beginning_with(rest[0]) {
                let text = reading.letters();
                if !rest.starts_with(text) {
                    continue;
                }
                for times in [1, 2] {
                    let after = &rest[text.len() * times..];
                    let fits = match reading.place {
                        Place::Anywhere => true,
                        Place::End => after.is_empty() && start > 0,
                        Place::BeforeVowel => after.first().is_some_and(|letter| b"aeiouyAO".contains(letter)),
                        Place::BeforeV => after.first().is_some_and(|letter| b"vwfu".contains(letter)),
                        Place::Single => after.first() != Some(&b'h'),
                    };
                    if fits {
                        let end = plain.len() - after.len();
                        arcs.push(Arc {
                            end,
                            sound: reading.sound,
                            cost: i32::from(reading.cost) + if times == 2 { weights::DOUBLED } else { 0 },
                            part: if start == 0 { 0 } else { 1 + u8::from(end == plain.len()) },
                            fixed: fixed(reading.sound, &plain, start, end),
                        });
                    }
                    if !after.starts_with(text) {
                        break;
                    }
                }
            }
        }
        firsts.extend([arcs.len(); 2]);
        Self { letters, arcs, firsts }
    }

    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// The readings that begin at a letter.
    pub(super) fn at(&self, letter: usize) -> &[Arc] {
        &self.arcs[self.firsts[letter]..self.firsts[letter + 1]]
    }

    /// The bytes of the name that letters were made of.
    fn bytes(&self, name: &str, letters: Range<usize>) -> Range<usize> {
        let place = |letter: usize| self.letters.get(letter).map_or(name.len(), |(_, place)| *place);
        place(letters.start)..place(letters.end)
    }
}

fn fixed(sound: Sound, plain: &[u8], start: usize, end: usize) -> Fixed {
    // A vowel on either side of an l or r.
    let full = |at: usize| plain.get(at) == plain.get(at + 2) && matches!(plain.get(at + 1), Some(b'l' | b'r'));
    match sound {
        Sound::E | Sound::I if plain[end..].starts_with(b"ns") => Fixed::Suffix,
        Sound::O | Sound::E if end == start + 1 && (full(start) || start > 1 && full(start - 2)) => Fixed::Full,
        _ => Fixed::No,
    }
}

/// Gives what the cheapest alignment costs, in sixteenths; none where the names cannot be read, or where it costs more than `most`.
pub(super) fn align(one: &Spelling, other: &Spelling, most: i32) -> Option<i32> {
    walk(one, other, most, &mut |_, _, _| {}).filter(|cost| *cost <= most)
}

/// Gives the cheapest alignment, step by step.
pub(super) fn steps(one: (&str, &Spelling), other: (&str, &Spelling)) -> Vec<Step> {
    let ((name, one), (other_name, other)) = (one, other);
    let width = other.len() + 1;
    let mut from = vec![(0, 0); (one.len() + 1) * width];
    let mut steps = Vec::new();
    if walk(one, other, NONE, &mut |before, after, cost| from[after] = (before, cost)).is_none() {
        return steps;
    }
    let mut at = from.len() - 1;
    while at > 0 {
        let (before, cost) = from[at];
        steps.push(Step {
            one: one.bytes(name, before / width..at / width),
            other: other.bytes(other_name, before % width..at % width),
            cost,
        });
        at = before;
    }
    steps.reverse();
    steps
}

const NONE: i32 = i32::MAX;

/// Fills the table of the cheapest walks; `step` is told each better way to a place: from where, to where, at what cost. Places from
/// which no walk costs `most` or less are left aside.
fn walk(one: &Spelling, other: &Spelling, most: i32, step: &mut dyn FnMut(usize, usize, i32)) -> Option<i32> {
    let (length, width) = (one.len() + 1, other.len() + 1);
    if length.max(width) > LONGEST || length.min(width) < 2 {
        return None;
    }
    let mut costs = vec![NONE; length * width];
    costs[0] = 0;
    for (row, column) in (0..length).flat_map(|row| (0..width).map(move |column| (row, column))) {
        let place = row * width + column;
        let here = costs[place];
        let ahead = (length - row).min(width - column) as i32 - 1;
        if here == NONE || here - ahead * weights::BEST > most {
            continue;
        }
        let mut go = |row: usize, column: usize, cost: i32| {
            let to = row * width + column;
            if here + cost < costs[to] {
                costs[to] = here + cost;
                step(place, to, cost);
            }
        };
        for left in one.at(row) {
            go(left.end, column, left.cost + alone(left));
            if left.sound != Sound::Silent {
                for right in other.at(column).iter().filter(|right| right.sound != Sound::Silent) {
                    go(left.end, right.end, left.cost + right.cost + against(left, right));
                }
            }
        }
        for right in other.at(column) {
            go(row, right.end, right.cost + alone(right));
        }
    }
    costs.last().copied().filter(|cost| *cost != NONE)
}

fn alone(arc: &Arc) -> i32 {
    let kept = arc.sound != Sound::Silent && arc.fixed != Fixed::No;
    weights::alone(arc.sound, usize::from(arc.part)) + if kept { weights::KEPT } else { 0 }
}

fn against(left: &Arc, right: &Arc) -> i32 {
    let mut cost = weights::against(left.sound, right.sound);
    if left.sound != right.sound {
        if left.part == 0 || right.part == 0 {
            cost += weights::AT_START;
        }
        if left.part == 2 && right.part == 2 && left.sound.is_vowel() && right.sound.is_vowel() {
            cost += weights::LAST_VOWELS;
        }
        let suffixes = left.fixed == Fixed::Suffix && right.fixed == Fixed::Suffix;
        if suffixes && (left.sound == Sound::E) != (right.sound == Sound::E) {
            cost += weights::KEPT;
        }
    }
    cost
}
