//! Words of the vocabulary that are a few slips of the keyboard from another.
//!
//! A slip is a letter too many, too few or wrong, or two neighbours that changed places: the restricted Damerau–Levenshtein
//! distance (Damerau, "A technique for computer detection and correction of spelling errors", 1964). The automaton is walked once,
//! with a row of the distance table for every letter gone into; a branch ends where no word in it can be near enough. `fst`'s own
//! Levenshtein automata know no changed places, and have to be built for every word.

use fst::Map;
use fst::raw::{Fst, Node};

/// Longer words are not looked for: none of the language is so long, and the rows would be.
const LONGEST: usize = 64;

/// Gives the folded spellings within `most` slips of a folded word, with how many that are, in the order of the vocabulary.
pub(super) fn within(words: &Map<&[u8]>, word: &str, most: u8) -> Vec<(String, u8)> {
    let letters: Vec<char> = word.chars().take(LONGEST + 1).collect();
    if letters.is_empty() || letters.len() > LONGEST {
        return Vec::new();
    }
    let rows = (0..=letters.len() as u8).collect();
    let fst = words.as_fst();
    let mut walk = Walk { fst, letters, most, rows, gone: Vec::new(), spelling: Vec::new(), found: Vec::new() };
    walk.go(fst.root(), 0);
    walk.found
}

struct Walk<'a> {
    fst: &'a Fst<&'a [u8]>,
    letters: Vec<char>,
    most: u8,
    /// A row for the empty spelling and one for each letter gone into: how far they are from each beginning of the word.
    rows: Vec<u8>,
    gone: Vec<char>,
    spelling: Vec<u8>,
    found: Vec<(String, u8)>,
}

impl Walk<'_> {
    /// Goes into a node; the letter that is being read began at byte `start` of the spelling.
    fn go(&mut self, node: Node<'_>, start: usize) {
        let whole = start == self.spelling.len();
        // The forms that fold so follow after a zero byte.
        if whole && (node.is_final() || node.find_input(0).is_some()) {
            let distance = self.rows.last().copied().unwrap_or(u8::MAX);
            if distance <= self.most
                && let Ok(spelling) = std::str::from_utf8(&self.spelling)
            {
                self.found.push((spelling.to_owned(), distance));
            }
        }
        for transition in node.transitions().filter(|transition| transition.inp != 0) {
            self.spelling.push(transition.inp);
            let next = self.fst.node(transition.addr);
            match std::str::from_utf8(&self.spelling[start..]).ok().and_then(|letter| letter.chars().next()) {
                Some(letter) => {
                    if self.step(letter) {
                        self.go(next, self.spelling.len());
                    }
                    self.gone.pop();
                    self.rows.truncate((self.gone.len() + 1) * (self.letters.len() + 1));
                }
                // UTF-8 has no more than four bytes to a letter.
                None if self.spelling.len() - start < 4 => self.go(next, start),
                None => {}
            }
            self.spelling.pop();
        }
    }

    /// Adds the row of a letter; `false` where nothing that goes on so can be near enough.
    fn step(&mut self, letter: char) -> bool {
        let width = self.letters.len() + 1;
        let last = self.rows.len() - width;
        let mut nearest = self.rows[last] + 1;
        // One more slip can undo what changing places looks like halfway.
        let mut before = self.rows[last];
        self.rows.push(nearest);
        for (place, wanted) in self.letters.iter().enumerate() {
            let (left, above) = (self.rows[last + width + place], self.rows[last + place + 1]);
            before = before.min(above);
            let mut distance = (left.min(above) + 1).min(self.rows[last + place] + u8::from(*wanted != letter));
            let swapped = place > 0 && self.letters[place - 1] == letter && self.gone.last() == Some(wanted);
            if swapped && last >= width {
                distance = distance.min(self.rows[last - width + place - 1] + 1);
            }
            nearest = nearest.min(distance);
            self.rows.push(distance);
        }
        self.gone.push(letter);
        nearest <= self.most || before < self.most
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same, over the whole table.
    fn distance(one: &[char], other: &[char]) -> usize {
        let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
        for i in 0..=one.len() {
            for j in 0..=other.len() {
                table[i][j] = match (i, j) {
                    (0, n) | (n, 0) => n,
                    _ => {
                        let wrong = table[i - 1][j - 1] + usize::from(one[i - 1] != other[j - 1]);
                        let swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
                        let swapped = if swapped { table[i - 2][j - 2] + 1 } else { usize::MAX };
                        wrong.min(swapped).min(table[i - 1][j] + 1).min(table[i][j - 1] + 1)
                    }
                };
            }
        }
        table[one.len()][other.len()]
    }

    proptest! {
        #[test]
        fn all_that_are_near_enough(words in prop::collection::btree_set("[abжé]{1,6}", 1..60), word in "[abжé]{1,6}", most in 0..3u8) {
            let map = Map::from_iter(words.iter().zip(0..)).unwrap().into_fst().into_inner();
            let map = Map::new(&map[..]).unwrap();
            let letters: Vec<char> = word.chars().collect();
            let far = |other: &String| distance(&letters, &other.chars().collect::<Vec<_>>());
            let expected: Vec<(String, u8)> =
                words.iter().map(|other| (other.clone(), far(other) as u8)).filter(|(_, far)| *far <= most).collect();
            prop_assert_eq!(within(&map, &word, most), expected);
        }
    }
}
