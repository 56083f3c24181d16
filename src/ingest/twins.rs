//! One name, one document: files that would share a name, and texts that are there twice.

use std::collections::{HashMap, HashSet};

use xxhash_rust::xxh64::xxh64;

use super::Notice;
use super::draft::names;
use super::notice::{Outcome, Place};
use crate::document::Document;

/// Shorter texts are alike by chance, in bytes.
const SHORTEST: usize = 200;

/// What tells an article apart from others, without its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Likeness {
    /// A digest of its parts: none is as good as surely that of other parts.
    pub(crate) text: u128,
    /// A digest of its date and its facts.
    pub(crate) said: u64,
    /// It has a date and nothing else.
    pub(crate) empty: bool,
    /// It is long enough to be alike by more than chance.
    pub(crate) long: bool,
}

impl Likeness {
    pub(crate) fn of(document: &Document) -> Self {
        let parts = |seed| {
            let part = |digest, range: &std::ops::Range<usize>| xxh64(&document.text.as_bytes()[range.clone()], digest);
            document.blocks.iter().map(|block| &block.range).fold(seed, part)
        };
        // With its length each, so that what is one in the other is not taken for two.
        let add = |digest, text: &str| xxh64(text.as_bytes(), xxh64(&(text.len() as u64).to_le_bytes(), digest));
        let date = document.published.map_or([0; 3], |date| {
            [date.interval.earliest.0, date.interval.latest.0, 1 + i32::from(date.precision as u8)]
        });
        let date = date.iter().fold(0, |digest, number| xxh64(&number.to_le_bytes(), digest));
        let said = document.facts.iter().fold(date, |digest, (name, value)| add(add(digest, name), value));
        Self {
            text: u128::from(parts(0)) << 64 | u128::from(parts(1)),
            said,
            empty: document.blocks.is_empty(),
            long: document.text.len() >= SHORTEST,
        }
    }
}

/// An article that wants a name.
pub(crate) struct Claim<'a> {
    /// Its file, its line there, and what it calls itself.
    pub(crate) file: &'a str,
    pub(crate) line: Option<usize>,
    pub(crate) id: Option<&'a str>,
    pub(crate) likeness: Likeness,
}

/// Names articles, in their order; each has its own name, and none is there twice: what is left out has none.
pub(crate) fn named<'a>(claims: impl Iterator<Item = Claim<'a>>, notices: &mut Vec<Notice>) -> Vec<Option<Box<str>>> {
    let mut given: Vec<Option<Box<str>>> = Vec::new();
    let mut taken: HashSet<u128> = HashSet::new();
    // The first article of each text.
    let mut texts: HashMap<u128, (usize, u64)> = HashMap::new();
    // What was said, up to some number of notices, about what is left out.
    let mut gone: HashMap<(&str, Option<Place>), usize> = HashMap::new();
    for Claim { file, line, id, likeness } in claims {
        let place = line.map(Place::Line);
        if likeness.empty {
            notices.push(Notice::left_out(file, place, "it has a date and nothing else"));
            given.push(None);
            continue;
        }
        if let Some((twin, said)) = texts.get(&likeness.text) {
            let twin = given[*twin].as_deref().unwrap_or_default();
            if *said == likeness.said {
                // What was said about a file that is left out no longer matters.
                gone.insert((file, place), notices.len());
                notices.push(Notice::left_out(file, place, format!("the same text as `{twin}`; delete one")));
                given.push(None);
                continue;
            }
            if likeness.long {
                let reason = format!("the same text as `{twin}`, with another date or other facts");
                notices.push(Notice::kept(file, place, reason));
            }
        }
        let names = names(file, line, id);
        let best = names.first().cloned().unwrap_or_default();
        let name = names
            .into_iter()
            .chain((2..).map(|count| format!("{best} ({count})")))
            .find(|name| taken.insert(digest(name)))
            .unwrap_or_default();
        if name != best {
            let reason = format!("another document is named `{best}` too; this one is named `{name}`");
            notices.push(Notice::kept(file, place, reason));
        }
        texts.entry(likeness.text).or_insert((given.len(), likeness.said));
        given.push(Some(name.into_boxed_str()));
    }
    let mut number = 0;
    notices.retain(|said| {
        number += 1;
        let gone = gone.get(&(said.file.as_str(), said.place));
        said.outcome == Outcome::LeftOut || gone.is_none_or(|before| number > *before)
    });
    given
}

fn digest(name: &str) -> u128 {
    u128::from(xxh64(name.as_bytes(), 0)) << 64 | u128::from(xxh64(name.as_bytes(), 1))
}

/// Where a hash begins (FNV-1a, 64 bits).
pub(super) const FNV_START: u64 = 0xCBF2_9CE4_8422_2325;

/// Goes on with a hash; the same everywhere, so that results do not depend on the machine.
pub(super) fn fnv(hash: u64, bytes: &[u8]) -> u64 {
    let word = |hash: u64, word: u64| (hash ^ word).wrapping_mul(0x0000_0100_0000_01B3).rotate_left(23);
    let mut words = bytes.chunks_exact(8);
    let mut hash = word(hash, bytes.len() as u64);
    for eight in &mut words {
        hash = word(hash, eight.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)));
    }
    words.remainder().iter().fold(hash, |hash, byte| word(hash, u64::from(*byte)))
}
