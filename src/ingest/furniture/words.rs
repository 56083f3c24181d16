//! The words of a block, and the classes they are looked up in.

use crate::text::fold;

/// The words of a block: folded, without the punctuation around them.
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    words: Vec<Word>,
}

struct Word {
    folded: String,
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
            words.push(Word { folded: fold(bare), mark, end: at - (piece.len() - written.len()) });
        }
        Self { text, words }
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

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| &*word.folded)
    }

    /// Whether any word, or the last part of a compound with a hyphen, is in a class.
    pub(super) fn any(&self, class: &[&str]) -> bool {
        self.iter().any(|word| is_in(word, class))
    }

    pub(super) fn count(&self, class: &[&str]) -> i32 {
        i32::try_from(self.iter().filter(|word| class.contains(word)).count()).unwrap_or(i32::MAX)
    }

    /// How many words a phrase takes at a place, if it stands there.
    pub(super) fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
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
        phrases.iter().filter_map(|phrase| self.phrase(at, phrase)).max()
    }

    /// Whether the block ends in a full stop.
    pub(super) fn stops(&self) -> bool {
        self.text.trim_end_matches(['"', '”', '’', ')', '\'']).ends_with('.') && !self.text.ends_with("...")
    }

    /// Whether something is quoted.
    pub(super) fn quotes(&self) -> bool {
        self.text.contains(['"', '“', '”', '„', '«'])
    }
}

/// Whether a word, or the last part of a compound with a hyphen, is in a class.
pub(super) fn is_in(word: &str, class: &[&str]) -> bool {
    class.contains(&word) || word.rsplit_once('-').is_some_and(|(_, last)| class.contains(&last))
}

/// What a language calls the things of a page. All words are folded.
pub(super) struct Lexicon {
    /// What a page tells its reader to do.
    pub(super) imperatives: &'static [&'static str],
    /// Words that may follow an imperative; behind other words it is a noun, or told.
    pub(super) after: &'static [&'static str],
    /// Parts of a page, and what it offers.
    pub(super) objects: &'static [&'static str],
    /// Words that point to another place on the page.
    pub(super) pointers: &'static [&'static str],
    /// The page speaking of itself.
    pub(super) own: &'static [&'static str],
    /// The page and the reader.
    pub(super) address: &'static [&'static str],
    /// Words of what is told, not shown: attribution, the past, third persons.
    pub(super) told: &'static [&'static str],
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
    /// What goes on below: article, text.
    pub(super) running: &'static [&'static str],
    /// That it goes on.
    pub(super) goes_on: &'static [&'static str],
    /// Words between "goes on below" and what it goes on below of.
    pub(super) articles: &'static [&'static str],
    /// Words on the buttons of a player.
    pub(super) player: &'static [&'static str],
    /// What a page asks leave or money for.
    pub(super) keys: &'static [&'static str],
    /// How leave is given.
    pub(super) grants: &'static [&'static str],
    /// What is shown or withheld.
    pub(super) contents: &'static [&'static str],
    /// Showing.
    pub(super) shows: &'static [&'static str],
    /// Not.
    pub(super) negations: &'static [&'static str],
    /// This.
    pub(super) these: &'static [&'static str],
    /// Excuses.
    pub(super) sorry: &'static [&'static str],
    /// What readers leave behind, counted.
    pub(super) counted: &'static [&'static str],
}

impl Lexicon {
    /// Whether the words tell of something.
    pub(super) fn tells(&self, words: &Words<'_>) -> bool {
        words.iter().any(|word| self.told.contains(&word))
    }

    /// Whether the words open with one of the phrases of a page.
    pub(super) fn opens(&self, words: &Words<'_>) -> bool {
        [self.alone, self.links, self.asks, self.stamps].iter().any(|phrases| words.phrases(0, phrases).is_some())
    }

    /// Whether furniture could begin with these words: nothing else needs a closer look.
    pub(super) fn may_begin(&self, words: &Words<'_>) -> bool {
        let first = words.get(0);
        self.imperatives.contains(&first)
            || self.sorry.contains(&first)
            || self.grants.contains(&first)
            || self.running.contains(&first)
            || self.leads.iter().any(|lead| words.phrase(0, lead).is_some())
            || self.player.contains(&first)
            || first.starts_with(|letter: char| letter.is_ascii_digit())
                && words.iter().any(|word| self.player.contains(&word))
            || self.opens(words)
    }
}
