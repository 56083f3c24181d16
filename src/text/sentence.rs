//! Sentences.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::{Language, dutch, english, german};

/// Splits a text into sentences, by Unicode's sentence boundaries (UAX 29), and gives the bytes of each, without the
/// white space around it; none is empty.
///
/// A full stop after an abbreviation of the language, after an initial or a German ordinal, ends no sentence; nor does one where the text goes on in lower case.
pub fn sentences(text: &str, language: Language) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Option<usize> = None;
    for (start, end) in pieces(text).flat_map(|(start, piece)| quotations(start, piece)) {
        let from = open.take().unwrap_or(start);
        if end < text.len() && goes_on(&text[from..end], &text[end..], language) {
            open = Some(from);
        } else if let Some(range) = trimmed(text, from..end) {
            found.push(range);
        }
    }
    found
}

/// The pieces between Unicode's sentence boundaries, each with its first byte. Those boundaries follow a sign that ends a sentence or a line: what
/// comes before the first such sign, up to the letter that it follows, need not be looked up in the tables of Unicode, which would take most of the time.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = &text[start..];
        let sign = rest.bytes().position(may_end).unwrap_or(rest.len());
        let before = rest[..sign].char_indices().next_back().map_or(0, |(at, _)| at);
        let length = before + rest[before..].split_sentence_bounds().next()?.len();
        start += length;
        Some((start - length, &rest[..length]))
    })
}

/// Whether a character that begins with a byte may end a sentence or a line; those of ASCII are told apart, and those from
/// U+00C0 to U+00FF, which 0xC3 begins, are letters that end nothing.
fn may_end(byte: u8) -> bool {
    matches!(byte, b'.' | b'!' | b'?' | b'\n' | b'\r') || byte >= 0xC0 && byte != 0xC3
}

/// The parts of a piece that two commas open: newspapers write „ so, and the standard does not know it.
fn quotations(start: usize, piece: &str) -> Vec<(usize, usize)> {
    let opening = |(at, _): (usize, &str)| piece[..at].trim_end().ends_with(['.', '!', '?']).then_some(start + at);
    let mut parts = vec![(start, start + piece.len())];
    for at in piece.match_indices(",,").filter_map(opening) {
        if let Some(last) = parts.last_mut() {
            let end = std::mem::replace(&mut last.1, at);
            parts.push((at, end));
        }
    }
    parts
}

/// The range without white space at its ends; `None` if nothing is left.
fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start().len());
    let end = start + piece.trim().len();
    (start < end).then_some(start..end)
}

/// Whether the boundary between two pieces of a text lies inside a sentence.
fn goes_on(before: &str, after: &str, language: Language) -> bool {
    if before.ends_with(['\n', '\r', '\u{2029}', '\u{85}']) {
        return false;
    }
    let before = before.trim_end();
    let Some(stem) = before.strip_suffix('.') else {
        // "Kijk!" zei hij: the quotation is part of the sentence.
        return before.ends_with(['"', '”', '’', '\'', '»']) && after.starts_with(char::is_lowercase);
    };
    // `a.° 1680`: a letter was raised.
    if after.starts_with(|letter: char| letter.is_lowercase() || letter == '°') {
        return true;
    }
    let word =
        stem.rsplit(|letter: char| letter.is_whitespace() || matches!(letter, '(' | '"' | '“' | '‘' | '\'')).next();
    let Some(word) = word.filter(|word| !word.is_empty()) else { return false };
    let initial = {
        let mut letters = word.rsplit('.').next().unwrap_or(word).chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    };
    let abbreviations = match language {
        Language::Dutch => dutch::ABBREVIATIONS,
        Language::English => english::ABBREVIATIONS,
        Language::German => german::ABBREVIATIONS,
    };
    // `am 3. Mai`, and in older Dutch `den 3. September`
    let den = || stem[..stem.len() - word.len()].trim_end().rsplit(char::is_whitespace).next();
    let ordinal = word.len() < 3
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && (language == Language::German
            || language == Language::Dutch && den().is_some_and(|before| before.eq_ignore_ascii_case("den")));
    // `at 4 p.m. Monday`
    let hour = language == Language::English
        && ["a.m", "p.m"].contains(&word)
        && after
            .split(|letter: char| !letter.is_ascii_alphabetic())
            .next()
            .is_some_and(|next| english::WEEKDAYS.contains(&next));
    // `c. 1640`
    let about = word == "c" && after.starts_with(|letter: char| letter.is_ascii_digit());
    initial || ordinal || hour || about || abbreviations.binary_search(&word.to_lowercase().as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, language: Language, expected: &[&str]) {
        let found: Vec<&str> = sentences(text, language).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn abbreviations_and_initials_end_nothing() {
        check(
            "Dat zei dr. J. de Vries. Hij woont o.a. in Gent.",
            Language::Dutch,
            &["Dat zei dr. J. de Vries.", "Hij woont o.a. in Gent."],
        );
        check(
            "Dat was ult.° may a.° 1680. Daarna niet.",
            Language::Dutch,
            &["Dat was ult.° may a.° 1680.", "Daarna niet."],
        );
        check("Mr. Smith left. He came back.", Language::English, &["Mr. Smith left.", "He came back."]);
    }

    #[test]
    fn a_german_ordinal_ends_nothing() {
        check("Am 3. Mai kam er. Dann ging er.", Language::German, &["Am 3. Mai kam er.", "Dann ging er."]);
        check("Ik werd 3. Toen viel ik.", Language::Dutch, &["Ik werd 3.", "Toen viel ik."]);
    }

    #[test]
    fn an_older_ordinal_or_an_hour_ends_nothing() {
        check(
            "Wt Parijs den 3. Juny. Den 5. Julij niet.",
            Language::Dutch,
            &["Wt Parijs den 3. Juny.", "Den 5. Julij niet."],
        );
        check(
            "It rang at 3 p.m. Friday. At 4 p.m. It rang.",
            Language::English,
            &["It rang at 3 p.m. Friday.", "At 4 p.m.", "It rang."],
        );
    }

    #[test]
    fn quotations() {
        check(
            "“Rusland is veranderd”, zei hij. ‘Ja.’ Toen zweeg hij.",
            Language::Dutch,
            &["“Rusland is veranderd”, zei hij.", "‘Ja.’", "Toen zweeg hij."],
        );
        check(
            "Ze lijden. ,,Er zijn er veel,, klonk het.",
            Language::Dutch,
            &["Ze lijden.", ",,Er zijn er veel,, klonk het."],
        );
        check("\"Kom!\" riep ze. Stilte.", Language::Dutch, &["\"Kom!\" riep ze.", "Stilte."]);
    }

    #[test]
    fn abbreviations_can_be_searched() {
        assert!(dutch::ABBREVIATIONS.is_sorted());
        assert!(english::ABBREVIATIONS.is_sorted());
        assert!(german::ABBREVIATIONS.is_sorted());
    }

    proptest! {
        #[test]
        fn pieces_are_those_of_unicode(text in "([a-cA-C1é «”\u{AD}\u{301}\u{2029}…‼ß×]|[.!?,;)( \n\r'\t\u{85}\u{A0}]){0,24}") {
            let expected: Vec<_> = text.split_sentence_bound_indices().collect();
            prop_assert_eq!(pieces(&text).collect::<Vec<_>>(), expected);
        }

        #[test]
        fn sentences_cover_all_that_is_not_white(text in "\\PC*") {
            let mut end = 0;
            for range in sentences(&text, Language::Dutch) {
                prop_assert!(range.start >= end && text[end..range.start].trim().is_empty());
                prop_assert!(!text[range.clone()].trim().is_empty());
                end = range.end;
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
