//! The classes of words that pages are made of.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::LEXICONS;

/// A set of classes, a bit each.
type Bits = u32;

/// The classes of a word, for each lexicon.
pub(super) type Classes = [Bits; LEXICONS.len()];

/// The classes of every known word, for each lexicon.
static KNOWN: LazyLock<HashMap<&'static str, Classes>> = LazyLock::new(|| {
    let mut known: HashMap<&'static str, Classes> = HashMap::new();
    for (side, lexicon) in LEXICONS.iter().enumerate() {
        for (class, words) in lexicon.classes() {
            for word in words {
                known.entry(word).or_default()[side] |= class.bit();
            }
        }
        for phrase in lexicon.phrases().into_iter().flatten() {
            let first = phrase.split(' ').next().unwrap_or(phrase);
            known.entry(first).or_default()[side] |= Class::Opens.bit();
        }
    }
    known
});

/// What a word does on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// What a page tells its reader to do.
    Imperatives,
    /// Words that may follow an imperative; behind other words it is a noun, or told.
    After,
    /// Parts of a page, and what it offers.
    Objects,
    /// Words that point to another place on the page.
    Pointers,
    /// The page speaking of itself.
    Own,
    /// The page and the reader.
    Address,
    /// Words of what is told, not shown: attribution, the past, third persons.
    Told,
    /// What goes on below: article, text.
    Running,
    /// Words between "goes on below" and what it goes on below of.
    Articles,
    /// Words on the buttons of a player.
    Player,
    /// What a page asks leave or money for.
    Keys,
    /// How leave is given.
    Grants,
    /// What is shown or withheld.
    Contents,
    /// Showing.
    Shows,
    /// Not.
    Negations,
    /// This.
    These,
    /// Excuses.
    Sorry,
    /// The first words of phrases.
    Opens,
}

impl Class {
    const fn bit(self) -> Bits {
        1 << self as u32
    }

    /// Whether a word of these classes is in this one, in one lexicon.
    pub(super) fn is_in(self, classes: Classes, side: usize) -> bool {
        classes[side] & self.bit() != 0
    }
}

/// The classes of a folded word.
pub(super) fn classes(word: &str) -> Classes {
    KNOWN.get(word).copied().unwrap_or_default()
}

/// What a language calls the things of a page; for the classes of words see [`Class`]. All words are folded.
pub(super) struct Lexicon {
    pub(super) imperatives: &'static [&'static str],
    pub(super) after: &'static [&'static str],
    pub(super) objects: &'static [&'static str],
    pub(super) pointers: &'static [&'static str],
    pub(super) own: &'static [&'static str],
    pub(super) address: &'static [&'static str],
    pub(super) told: &'static [&'static str],
    pub(super) running: &'static [&'static str],
    pub(super) articles: &'static [&'static str],
    pub(super) player: &'static [&'static str],
    pub(super) keys: &'static [&'static str],
    pub(super) grants: &'static [&'static str],
    pub(super) contents: &'static [&'static str],
    pub(super) shows: &'static [&'static str],
    pub(super) negations: &'static [&'static str],
    pub(super) these: &'static [&'static str],
    pub(super) sorry: &'static [&'static str],
    /// Phrases that are furniture when nothing follows.
    pub(super) alone: &'static [&'static str],
    /// Phrases that open a link to elsewhere.
    pub(super) links: &'static [&'static str],
    /// Phrases that open a request to the reader.
    pub(super) asks: &'static [&'static str],
    /// Phrases that open a stamp: a time, a length, a count.
    pub(super) stamps: &'static [&'static str],
    /// Phrases of the page that may stand before a text, directly.
    pub(super) leads: &'static [&'static str],
    /// That an article goes on below.
    pub(super) goes_on: &'static [&'static str],
    /// What readers leave behind, counted.
    pub(super) counted: &'static [&'static str],
}

impl Lexicon {
    fn classes(&self) -> [(Class, &'static [&'static str]); 17] {
        [
            (Class::Imperatives, self.imperatives),
            (Class::After, self.after),
            (Class::Objects, self.objects),
            (Class::Pointers, self.pointers),
            (Class::Own, self.own),
            (Class::Address, self.address),
            (Class::Told, self.told),
            (Class::Running, self.running),
            (Class::Articles, self.articles),
            (Class::Player, self.player),
            (Class::Keys, self.keys),
            (Class::Grants, self.grants),
            (Class::Contents, self.contents),
            (Class::Shows, self.shows),
            (Class::Negations, self.negations),
            (Class::These, self.these),
            (Class::Sorry, self.sorry),
        ]
    }

    fn phrases(&self) -> [&'static [&'static str]; 7] {
        [self.alone, self.links, self.asks, self.stamps, self.leads, self.goes_on, self.counted]
    }
}
