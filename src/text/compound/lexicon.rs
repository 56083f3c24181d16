//! The words that compounds are split by: what `tools/lexicon.py` makes of OpenTaal's dictionary.

use std::collections::HashMap;
use std::sync::OnceLock;

/// A word a line; `tools/lexicon.py` says what stands there. © OpenTaal, under the licence in `LICENSE-OpenTaal.txt`.
const WORDS: &str = include_str!("nl.txt");

/// A word of the lexicon.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// A noun.
    pub(super) noun: bool,
    /// An adjective.
    pub(super) adjective: bool,
    /// The stem of a verb.
    pub(super) verb: bool,
    /// It is a compound itself.
    pub(super) compound: bool,
    head: Option<i32>,
    modifier: [Option<i32>; Link::ALL.len()],
    /// Its form is that of a suffix.
    pub(super) suffix: bool,
    /// It is no head.
    pub(super) bound: bool,
}

/// What stands between a modifier and what follows (E-ANS 12.4.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// Nothing: `waterval`.
    None,
    /// `oorlogsschip`.
    S,
    /// `krantenkop`, `bacteriëndoder`.
    En,
    /// `zonneschijn`.
    E,
    /// `kinderwagen`.
    Er,
}

impl Link {
    const ALL: [Self; 5] = [Self::None, Self::S, Self::En, Self::E, Self::Er];
}

impl Entry {
    /// Whether it names something or a quality, so that it may be inflected and be a head.
    pub(super) fn names(&self) -> bool {
        self.noun || self.adjective
    }

    /// How well it does as a head: ten times a natural logarithm. `None` if it is none.
    pub(super) fn head(&self, word: &str) -> Option<i32> {
        // One that is in no compound of the dictionary.
        let unseen = || -21 + 3 * length(word);
        (self.names() && !self.bound).then(|| self.head.unwrap_or_else(unseen))
    }

    /// How well it does as a modifier with a link: ten times a natural logarithm.
    pub(super) fn modifier(&self, word: &str, link: Link) -> i32 {
        let unseen = || -21 + 3 * length(word) / 2;
        self.modifier[link as usize].unwrap_or_else(unseen)
    }

    fn read(line: &'static str) -> Option<(&'static str, Self)> {
        let mut fields = line.split(' ');
        let (word, classes) = (fields.next()?, fields.next()?);
        let mut entry = Self {
            noun: classes.contains('n'),
            adjective: classes.contains('a'),
            verb: classes.contains('v'),
            suffix: classes.contains('!'),
            bound: classes.ends_with(['!', '-']),
            ..Self::default()
        };
        for field in fields {
            let (mark, number) = field.split_at(1);
            let score = number.parse().ok().map(|number: i32| number - 50);
            match mark {
                "=" => entry.compound = true,
                "h" => entry.head = score,
                link => entry.modifier["_sner".find(link)?] = score,
            }
        }
        Some((word, entry))
    }
}

/// The length of a word, as far as it counts.
fn length(word: &str) -> i32 {
    word.chars().take(8).map(|_| 1).sum()
}

/// Gives all words, in their order.
pub(super) fn all() -> impl Iterator<Item = (&'static str, Entry)> {
    WORDS.lines().filter_map(Entry::read)
}

/// Gives what the lexicon has of a word in lower case.
pub(super) fn entry(word: &str) -> Option<Entry> {
    static ENTRIES: OnceLock<HashMap<&str, Entry>> = OnceLock::new();
    ENTRIES.get_or_init(|| all().collect()).get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        assert!(WORDS.lines().all(|line| Entry::read(line).is_some()));
        assert!(WORDS.lines().is_sorted_by_key(|line| line.split(' ').next()));
    }
}
