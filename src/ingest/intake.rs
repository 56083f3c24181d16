//! Files in, a corpus out.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::path::{self, Format, Path};
use super::{MAX_FILE, MAX_TEXT, Notice, Place, decode, gzip, json_lines, markdown, plain, recurring, twins};
use crate::document::{Document, Publication};
use crate::text::Language;
use crate::time::Precision;

/// Collects files into a corpus. The order in which they come does not matter.
#[derive(Debug, Default)]
pub struct Intake {
    language: Option<Language>,
    articles: Vec<Article>,
    notices: Vec<Notice>,
    /// The lines of files that were read as Windows-1252.
    windows_1252: BTreeMap<String, Vec<usize>>,
    /// How many files of each ending that is not read.
    passed: BTreeMap<String, usize>,
}

/// An article that was read and has no name yet.
#[derive(Debug)]
pub(super) struct Article {
    /// The file it comes from, with its ending.
    pub(super) file: String,
    /// Its line there, where a file holds many.
    pub(super) line: Option<usize>,
    /// Names for it, the best first.
    pub(super) names: Vec<String>,
    pub(super) document: Document,
}

/// What was read of a file, or of a piece of one.
#[derive(Debug, Default)]
pub struct Reading {
    articles: Vec<Article>,
    notices: Vec<Notice>,
    windows_1252: Vec<usize>,
    file: String,
}

/// A file that is read in pieces, each by itself and so on any number of processors.
#[derive(Debug)]
pub struct Pieces {
    file: String,
    bytes: Vec<u8>,
    /// The bytes of each piece, and the lines before it; none where the file is read whole.
    lines: Vec<(std::ops::Range<usize>, usize)>,
}

/// Bytes of JSON Lines in a piece, up to the end of a line.
const PIECE: usize = 1 << 20;

impl Pieces {
    /// Cuts a file, by its path in the folder and its bytes as they are. Only JSON Lines are cut.
    pub fn new(path: &str, bytes: Vec<u8>) -> Self {
        let named = Path::new(path);
        let mut pieces = Self { file: path.to_owned(), bytes, lines: Vec::new() };
        if named.format != Some(Format::JsonLines) || decode::is_utf_16(&pieces.bytes) {
            return pieces;
        }
        let unpacked = if named.gzip || gzip::is_packed(&pieces.bytes) {
            // What is wrong with it is said when it is read.
            match gzip::unpack(&pieces.bytes, MAX_FILE) {
                Ok(unpacked) if !decode::is_utf_16(&unpacked) => Some(unpacked),
                _ => return pieces,
            }
        } else {
            None
        };
        let bytes = unpacked.as_deref().unwrap_or(&pieces.bytes);
        let (mut start, mut before) = (0, 0);
        while bytes.len() - start > PIECE && bytes.len() <= MAX_FILE {
            let Some(end) = bytes[start + PIECE..].iter().position(|byte| *byte == b'\n') else { break };
            let piece = start..start + PIECE + end + 1;
            let count = bytes[piece.clone()].iter().filter(|byte| **byte == b'\n').count();
            start = piece.end;
            pieces.lines.push((piece, before));
            before += count;
        }
        if start > 0 && start < bytes.len() {
            pieces.lines.push((start..bytes.len(), before));
        }
        // What is read whole is unpacked when it is read.
        if let Some(unpacked) = unpacked.filter(|_| start > 0) {
            pieces.bytes = unpacked;
        }
        pieces
    }

    /// How many pieces there are.
    pub fn count(&self) -> usize {
        self.lines.len().max(1)
    }

    /// Reads a piece by its number; `language` is that of the corpus, where that was said.
    pub fn read(&self, number: usize, language: Option<Language>) -> Reading {
        let path = Path::new(&self.file);
        let mut reading = Reading { file: self.file.clone(), ..Reading::default() };
        let mut drafts = Vec::new();
        match self.lines.get(number) {
            Some((range, before)) => {
                // The last line break of a piece begins no line of it.
                let bytes = &self.bytes[range.clone()];
                let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
                reading.windows_1252 =
                    json_lines::read(&self.file, &path, bytes, *before, &mut drafts, &mut reading.notices);
            }
            None => {
                reading.windows_1252 = read(&self.file, &self.bytes, &mut drafts, &mut reading.notices);
            }
        }
        reading.articles.extend(drafts.into_iter().map(|draft| article(draft, language)));
        reading
    }
}

fn article(draft: Draft, language: Option<Language>) -> Article {
    let (file, line, names) = (draft.file.clone(), draft.line, draft.names.clone());
    Article { file, line, names, document: draft.document(String::new(), language) }
}

impl Intake {
    /// An empty corpus, in a language, or with that of each document found from its words.
    pub fn new(language: Option<Language>) -> Self {
        Self { language, ..Self::default() }
    }

    /// Takes a file: its path in the folder, `/` between folders, with its ending, and its bytes as they are.
    ///
    /// Hidden files are passed over in silence, those with endings that are not read are counted.
    pub fn add(&mut self, path: &str, bytes: &[u8]) {
        if path::is_read(path) {
            let pieces = Pieces { file: path.to_owned(), bytes: bytes.to_vec(), lines: Vec::new() };
            self.take(pieces.read(0, self.language));
        } else {
            self.pass_over(path);
        }
    }

    /// Takes what was read of a file.
    pub fn take(&mut self, reading: Reading) {
        self.articles.extend(reading.articles);
        self.notices.extend(reading.notices);
        if !reading.windows_1252.is_empty() {
            self.windows_1252.entry(reading.file).or_default().extend(reading.windows_1252);
        }
    }

    /// Counts a file that is not read for its ending; its bytes are not needed.
    pub fn pass_over(&mut self, path: &str) {
        if !path::is_hidden(path) {
            *self.passed.entry(path::ending(path)).or_default() += 1;
        }
    }

    /// Says that a file could not be taken, and why.
    pub fn leave_out(&mut self, path: &str, reason: &str) {
        self.notices.push(Notice::left_out(path, None, reason));
    }

    /// Says that a file is larger than is read ([`largest`](super::largest)); its bytes are not needed.
    pub fn leave_out_large(&mut self, path: &str) {
        self.leave_out(path, &too_large(path::largest(path)));
    }

    /// The corpus, in the order of [`DocId`](crate::document::DocId)s, and what there is to say about its files, in the
    /// order of their names.
    ///
    /// A text that was taken already, with the same title, date and facts, is left out. Of two files with one name the
    /// second is named with its ending. What recurs from article to article is furniture.
    pub fn finish(self) -> (Vec<Document>, Vec<Notice>) {
        let Self { mut articles, mut notices, mut windows_1252, passed, .. } = self;
        for (file, lines) in &mut windows_1252 {
            lines.sort_unstable();
            notices.extend(json_lines::windows_1252(file, lines));
        }
        articles.sort_by(|one, other| {
            let place = (&one.file, one.line).cmp(&(&other.file, other.line));
            place.then_with(|| one.document.text.cmp(&other.document.text))
        });
        let mut documents = twins::named(articles, &mut notices);
        recurring::mark(&mut documents);
        documents.sort_by_cached_key(|document| (place(document.published), document.name.clone()));
        for (ending, count) in passed {
            let files = if count == 1 { "1 file".to_owned() } else { format!("{count} files") };
            let reason = format!("{files} not read for the ending; .txt, .md and .jsonl are, also .gz");
            notices.push(Notice::left_out(&ending, None, reason));
        }
        notices.sort();
        notices.dedup();
        (documents, notices)
    }
}

/// A publication's place in the order of documents.
fn place(published: Option<Publication>) -> (u8, i32, i32) {
    published.map_or((4, 0, 0), |published| {
        let rank = match published.precision {
            Precision::Day => 0,
            Precision::Month => 1,
            Precision::Year => 2,
            _ => 3,
        };
        (rank, published.interval.earliest.0, published.interval.latest.0)
    })
}

/// The documents of one file, in its order, as [`Intake`] would make them without its neighbours; a file with an ending
/// that is not known is read as plain text.
pub fn documents(path: &str, bytes: &[u8], language: Option<Language>) -> (Vec<Document>, Vec<Notice>) {
    let (mut drafts, mut notices) = (Vec::new(), Vec::new());
    let windows_1252 = read(path, bytes, &mut drafts, &mut notices);
    notices.extend(json_lines::windows_1252(path, &windows_1252));
    let name = |draft: &Draft| draft.names.first().cloned().unwrap_or_default();
    let mut documents: Vec<Document> = drafts
        .into_iter()
        .map(|draft| (name(&draft), draft))
        .map(|(name, draft)| draft.document(name, language))
        .collect();
    for document in &mut documents {
        recurring::mark_within(document);
    }
    (documents, notices)
}

/// The document of one plain text, which may bring its own date: `date 2023-03 …`.
pub fn document(name: &str, text: &str, language: Option<Language>) -> Document {
    let path = Path { stem: name, format: None, gzip: false };
    let (draft, _) = plain::read(name, &path, text.to_owned());
    let mut document = draft.document(name.to_owned(), language);
    recurring::mark_within(&mut document);
    document
}

/// Reads a file whole; gives the lines that were read as Windows-1252, where it is made of lines.
fn read(file: &str, bytes: &[u8], drafts: &mut Vec<Draft>, notices: &mut Vec<Notice>) -> Vec<usize> {
    let nothing = |notices: &mut Vec<Notice>, notice| {
        notices.push(notice);
        Vec::new()
    };
    let path = Path::new(file);
    let lines = path.format == Some(Format::JsonLines);
    let limit = if lines { MAX_FILE } else { MAX_TEXT };
    let unpacked;
    let bytes = if path.gzip || gzip::is_packed(bytes) {
        match gzip::unpack(bytes, limit) {
            Ok(whole) => {
                unpacked = whole;
                &unpacked
            }
            Err(reason) => return nothing(notices, Notice::left_out(file, None, reason)),
        }
    } else {
        bytes
    };
    if bytes.len() > limit {
        return nothing(notices, Notice::left_out(file, None, too_large(limit)));
    }
    if lines && !decode::is_utf_16(bytes) {
        if bytes.iter().all(u8::is_ascii_whitespace) {
            notices.push(Notice::left_out(file, None, "it is empty"));
        }
        return json_lines::read(file, &path, bytes, 0, drafts, notices);
    }
    let (text, encoding) = match decode::text(bytes) {
        Ok(read) => read,
        Err(no_text) => {
            return nothing(notices, Notice::left_out(file, Some(Place::Byte(no_text.byte)), no_text.reason));
        }
    };
    if encoding == decode::Encoding::Windows1252 {
        notices.push(Notice::kept(file, None, "not UTF-8; read as Windows-1252; save it as UTF-8"));
    }
    if text
        .trim_matches(|letter: char| letter.is_whitespace() || letter.is_control() || letter == '\u{FEFF}')
        .is_empty()
    {
        return nothing(notices, Notice::left_out(file, None, "it is empty"));
    }
    if path.format == Some(Format::Markdown) {
        let (draft, said) = markdown::read(file, &path, text.into_owned());
        drafts.push(draft);
        notices.extend(said);
    } else {
        let (draft, said) = plain::read(file, &path, text.into_owned());
        drafts.push(draft);
        notices.extend(said);
    }
    Vec::new()
}

/// The reason why a file is left out that is larger than its limit.
fn too_large(limit: usize) -> String {
    format!("larger than {} MB, which no article is; split it, or write its articles as JSON Lines", limit >> 20)
}
