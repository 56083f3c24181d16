//! The texts that articles are made from: sentences of words, each word kept once.

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::ops::Range;
use std::path::Path;

use miniz_oxide::inflate::decompress_to_vec;
use serde_json::Value;

/// At a comma a part this long is long enough for a sentence: the source's own go on for half a page.
const LONG: usize = 14;
/// A part with fewer words joins the next.
const SHORT: usize = 5;

/// A word of the source as it is written there, and the form it is of.
pub(crate) struct Written {
    pub(crate) text: String,
    /// Which of [`Source::forms`] it is.
    pub(crate) form: u32,
}

/// Sentences, words and forms of all pages.
#[derive(Default)]
pub(crate) struct Source {
    pub(crate) written: Vec<Written>,
    /// In lower case, with how often each occurs.
    pub(crate) forms: Vec<(String, u32)>,
    /// Which of `written`, word for word.
    pub(crate) words: Vec<u32>,
    /// What stands after each word, one of [`BETWEEN`].
    pub(crate) after: Vec<u8>,
    /// Places in `words`.
    pub(crate) sentences: Vec<Range<u32>>,
    /// Distinct forms after so many words: at every power of ten and half of one, and at the end.
    pub(crate) growth: Vec<(u64, u64)>,
}

/// What can stand between two words of a sentence.
pub(crate) const BETWEEN: [&str; 6] = [" ", ", ", "; ", ": ", "-", " – "];

impl Source {
    /// Reads JSON Lines, packed or not, of which `text` is taken.
    ///
    /// # Errors
    /// When the file cannot be read or is not JSON Lines.
    pub(crate) fn read(path: &Path) -> Result<Self, Box<dyn Error>> {
        let mut bytes = fs::read(path)?;
        if bytes.starts_with(&[0x1f, 0x8b]) {
            bytes = decompress_to_vec(&bytes[gzip_header(&bytes)..]).map_err(|error| error.to_string())?;
        }
        let mut source = Self::default();
        let (mut written, mut forms) = (HashMap::new(), HashMap::new());
        for line in std::str::from_utf8(&bytes)?.lines().filter(|line| !line.trim().is_empty()) {
            let page: Value = serde_json::from_str(line)?;
            source.add(page["text"].as_str().unwrap_or_default(), &mut written, &mut forms);
        }
        let total = source.words.len() as u64;
        source.growth.push((total, source.forms.len() as u64));
        Ok(source)
    }

    fn add(&mut self, text: &str, written: &mut HashMap<String, u32>, forms: &mut HashMap<String, u32>) {
        let mut begun = self.words.len();
        for (word, between) in words(text) {
            let known = *written.entry(word.to_owned()).or_insert_with(|| {
                let form = *forms.entry(word.to_lowercase()).or_insert_with_key(|form| {
                    self.forms.push((form.clone(), 0));
                    self.forms.len() as u32 - 1
                });
                self.written.push(Written { text: word.to_owned(), form });
                self.written.len() as u32 - 1
            });
            self.forms[self.written[known as usize].form as usize].1 += 1;
            self.words.push(known);
            if is_milestone(self.words.len() as u64) {
                self.growth.push((self.words.len() as u64, self.forms.len() as u64));
            }
            let at = BETWEEN.iter().position(|it| it.trim() == between.trim()).unwrap_or(0);
            self.after.push(at as u8);
            let long = self.words.len() - begun;
            let ends = between.contains(['.', '!', '?', '\n']) || (between.contains([';', ':', ',']) && long >= LONG);
            if ends && long >= SHORT {
                self.sentences.push(begun as u32..self.words.len() as u32);
                begun = self.words.len();
            }
        }
        if self.words.len() > begun {
            self.sentences.push(begun as u32..self.words.len() as u32);
        }
    }
}

/// Whether the curve of growth has a point here: 1, 3.16, 10, …
pub(crate) fn is_milestone(words: u64) -> bool {
    matches!(
        words,
        10_000
            | 31_623
            | 100_000
            | 316_228
            | 1_000_000
            | 3_162_278
            | 10_000_000
            | 31_622_777
            | 100_000_000
            | 316_227_766
    )
}

/// The words of a text, each with what stands between it and the next.
fn words(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let inside = |it: char| it.is_alphanumeric() || matches!(it, '’' | '\'');
    let mut rest = text.trim_start_matches(|it| !inside(it));
    std::iter::from_fn(move || {
        let end = rest.find(|it| !inside(it)).unwrap_or(rest.len());
        let (word, tail) = rest.split_at(end);
        let next = tail.find(inside).unwrap_or(tail.len());
        rest = &tail[next..];
        (!word.is_empty()).then(|| (word, &tail[..next]))
    })
}

/// Where the packed bytes of a gzip file begin (RFC 1952).
fn gzip_header(bytes: &[u8]) -> usize {
    let flags = bytes.get(3).copied().unwrap_or(0);
    let mut at = 10;
    if flags & 4 != 0 {
        at += 2 + usize::from(bytes[at]) + 256 * usize::from(bytes[at + 1]);
    }
    for flag in [8, 16] {
        if flags & flag != 0 {
            at += bytes[at..].iter().position(|it| *it == 0).unwrap_or(0) + 1;
        }
    }
    at + if flags & 2 != 0 { 2 } else { 0 }
}
