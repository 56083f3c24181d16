//! The words of a block, each with the classes that it is in.

use super::LEXICONS;
use super::lexicon::{Class, Classes, Lexicon, classes};
use crate::text::fold;

/// The words of a block: folded, without the punctuation around them.
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    words: Vec<Word>,
    /// Which lexicon they are looked up in.
    side: usize,
}

struct Word {
    folded: String,
    /// Its classes, and those with the last part of a compound with a hyphen.
    exact: Classes,
    parts: Classes,
    /// The punctuation behind it, if any.
    mark: Option<char>,
    /// Where it ends in the text, its punctuation included.
    end: usize,
}

impl<'a> Words<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self::first(text, usize::MAX)
    }

    /// The first words only.
    pub(super) fn first(text: &'a str, count: usize) -> Self {
        let mut words = Vec::new();
        let mut at = 0;
        for piece in text.split_inclusive(char::is_whitespace) {
            if words.len() >= count {
                break;
            }
            at += piece.len();
            let written = piece.trim_end();
            let bare = written.trim_matches(|letter: char| !letter.is_alphanumeric());
            if bare.is_empty() {
                continue;
            }
            let mark = written.chars().next_back().filter(|letter| !letter.is_alphanumeric());
            let folded = fold(bare);
            let exact = classes(&folded);
            let mut parts = exact;
            if let Some((_, last)) = folded.rsplit_once('-') {
                let last = classes(last);
                parts.iter_mut().zip(last).for_each(|(classes, more)| *classes |= more);
            }
            words.push(Word { folded, exact, parts, mark, end: at - (piece.len() - written.len()) });
        }
        Self { text, words, side: 0 }
    }

    /// Whether it is so in any language.
    pub(super) fn in_any(&mut self, mut is: impl FnMut(&Self, &Lexicon) -> bool) -> bool {
        (0..LEXICONS.len()).any(|side| {
            self.side = side;
            is(self, LEXICONS[side])
        })
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// A word; empty behind the last.
    pub(super) fn get(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.folded)
    }

    /// The punctuation behind a word.
    pub(super) fn mark(&self, at: usize) -> Option<char> {
        self.words.get(at).and_then(|word| word.mark)
    }

    /// Where a word ends in the text, its punctuation included.
    pub(super) fn end(&self, at: usize) -> usize {
        self.words.get(at).map_or(self.text.len(), |word| word.end)
    }

    /// Whether a word is in a class.
    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.words.get(at).is_some_and(|word| class.is_in(word.exact, self.side))
    }

    /// Whether a word, or the last part of a compound with a hyphen, is in a class.
    pub(super) fn ends_in(&self, at: usize, class: Class) -> bool {
        self.words.get(at).is_some_and(|word| class.is_in(word.parts, self.side))
    }

    /// Whether any word is in a class, or the last part of a compound.
    pub(super) fn any(&self, class: Class) -> bool {
        self.any_from(0, class)
    }

    /// The same, of the words from a place on.
    pub(super) fn any_from(&self, from: usize, class: Class) -> bool {
        (from..self.len()).any(|at| self.ends_in(at, class))
    }

    pub(super) fn count(&self, class: Class) -> i32 {
        (0..self.len()).map(|at| i32::from(self.is(at, class))).sum()
    }

    /// How many words a phrase takes at a place, if it stands there.
    fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut length = 0;
        for word in phrase.split(' ') {
            if self.get(at + length) != word {
                return None;
            }
            length += 1;
        }
        Some(length)
    }

    /// How many words the longest of these phrases takes at a place.
    pub(super) fn phrases(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        self.is(at, Class::Opens).then(|| phrases.iter().filter_map(|phrase| self.phrase(at, phrase)).max()).flatten()
    }

    /// Whether the block ends in a full stop.
    pub(super) fn stops(&self) -> bool {
        self.text.trim_end_matches(['"', '”', '’', ')', '\'']).ends_with('.') && !self.text.ends_with("...")
    }

    /// Whether something is quoted.
    pub(super) fn quotes(&self) -> bool {
        self.text.contains(['"', '“', '”', '„', '«'])
    }

    /// Whether the words tell of something.
    pub(super) fn tell(&self) -> bool {
        self.tell_from(0)
    }

    /// The same, of the words from a place on.
    pub(super) fn tell_from(&self, from: usize) -> bool {
        (from..self.len()).any(|at| self.is(at, Class::Told))
    }

    /// Whether furniture could begin with these words; most blocks need no closer look.
    pub(super) fn may_begin(&self) -> bool {
        use Class::{Articles, Contents, Grants, Imperatives, Opens, Player, Running, Sorry, These};
        let number = self.get(0).starts_with(|letter: char| letter.is_ascii_digit());
        let points = self.is(0, Articles) || self.is(0, These);
        [Grants, Imperatives, Opens, Player, Running, Sorry].into_iter().any(|class| self.is(0, class))
            || points && (self.is(1, Running) || (1..4).any(|at| self.ends_in(at, Contents)))
            || number && (self.len() <= 5 || (1..3).any(|at| self.is(at, Player)))
            || self.len() == 1
    }

    /// Whether furniture could be anywhere in these words.
    pub(super) fn may_be(&self) -> bool {
        use Class::{Grants, Keys, Sorry};
        self.may_begin() || self.text.contains('?') || [Grants, Keys, Sorry].into_iter().any(|class| self.any(class))
    }
}
