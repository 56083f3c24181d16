//! Tokens: the words and numbers of a text.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

/// A word or a number of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its bytes in the text.
    pub range: Range<usize>,
}

/// Splits a text into words and numbers, by Unicode's word boundaries (UAX 29).
///
/// An apostrophe stays inside a word: `foto's` is one token. Numbers keep their separators: `70.000` is one token.
/// Hyphens and slashes split: `lente-tegenoffensief` is two. A full stop without a space after it splits words too,
/// unless it stands between single letters: `mei.Hij` is two tokens, `a.u.b` is one. `m²` and `CO₂` are one each.
pub fn tokens(text: &str) -> impl Iterator<Item = Token> + use<> {
    cut(text).into_iter()
}

// Compiled once, however many use it.
#[inline(never)]
fn cut(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let rest = &text.as_bytes()[start..];
        // Most words are letters of ASCII between spaces, and need no tables.
        let plain = rest.iter().take_while(|letter| letter.is_ascii_alphanumeric()).count();
        let length = match gap(&rest[plain..]) {
            Some(gap) => {
                tokens.extend((plain > 0).then(|| Token { range: start..start + plain }));
                plain + gap
            }
            None => {
                let space = rest.windows(2).position(|pair| pair[0] == b' ' && pair[1].is_ascii());
                let length = space.map_or(rest.len(), |space| space + 1);
                cut_by_tables(&text[..start + length], start, &mut tokens);
                length
            }
        };
        start += length;
    }
    tokens
}

/// The bytes up to the next word, where none of them can be of a word: at most a sign and a space.
fn gap(rest: &[u8]) -> Option<usize> {
    let sign = usize::from(matches!(rest.first(), Some(b',' | b'.' | b';' | b':' | b'!' | b'?' | b')')));
    match &rest[sign..] {
        [] => Some(sign),
        // What is not of ASCII may belong to the space.
        [b' ', next @ ..] if next.first().is_none_or(u8::is_ascii) => Some(sign + 1),
        _ => None,
    }
}

/// Takes in the tokens of a text from a place on.
fn cut_by_tables(text: &str, from: usize, tokens: &mut Vec<Token>) {
    let words = text[from..].unicode_word_indices();
    for token in words.flat_map(|(start, word)| Pieces { word, start: from + start, done: 0 }) {
        // Unicode takes a raised or lowered number off its word.
        match tokens.last_mut().filter(|last| last.range.end == token.range.start) {
            Some(last) if text[token.range.clone()].chars().all(is_raised) => last.range.end = token.range.end,
            _ => tokens.push(token),
        }
    }
}

fn is_raised(digit: char) -> bool {
    matches!(digit, '²' | '³' | '¹' | '⁰'..='⁹' | '₀'..='₉')
}

/// The parts of a word that a missing space joined.
struct Pieces<'a> {
    word: &'a str,
    start: usize,
    done: usize,
}

impl Iterator for Pieces<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let rest = &self.word[self.done..];
        if rest.is_empty() {
            return None;
        }
        let from = self.start + self.done;
        let (length, skipped) = glued(rest).map_or((rest.len(), 0), |dot| (dot, 1));
        self.done += length + skipped;
        Some(Token { range: from..from + length })
    }
}

/// Where a full stop joins two words of more than one letter.
fn glued(word: &str) -> Option<usize> {
    word.match_indices('.').map(|(dot, _)| dot).find(|dot| {
        let letters = |part: &str| part.chars().take_while(|letter| letter.is_alphabetic()).count();
        let before = word[..*dot].chars().rev().take_while(|letter| letter.is_alphabetic()).count();
        before > 1 && letters(&word[dot + 1..]) > 1
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &str) {
        let words: Vec<&str> = tokens(text).map(|token| &text[token.range]).collect();
        assert_eq!(words.join("|"), expected);
    }

    #[test]
    fn words_and_numbers() {
        check("Zo'n 70.000 foto’s", "Zo'n|70.000|foto’s");
        check("een lente-tegenoffensief, 1/10–2/11", "een|lente|tegenoffensief|1|10|2|11");
        check("begin mei.Hij kwam a.u.b. niet", "begin|mei|Hij|kwam|a.u.b|niet");
        check("‘aanvalsgolf’ (0:45)", "aanvalsgolf|0|45");
        check("4 m² CO₂-uitstoot", "4|m²|CO₂|uitstoot");
        check("", "");
    }

    proptest! {
        #[test]
        fn tables_alone_give_the_same(text in "([a-cA-C1-3 éß\u{301}\u{AD}\u{200D}²א'_]|[.!?,;:)( \n\u{A0}-]){0,24}") {
            let mut expected = Vec::new();
            cut_by_tables(&text, 0, &mut expected);
            prop_assert_eq!(tokens(&text).collect::<Vec<_>>(), expected);
        }

        #[test]
        fn ranges_lie_in_the_text_in_order(text in "\\PC*") {
            let mut end = 0;
            for token in tokens(&text) {
                prop_assert!(token.range.start >= end && !token.range.is_empty());
                prop_assert!(text.get(token.range.clone()).is_some());
                end = token.range.end;
            }
        }
    }
}
