//! Files in, a corpus out.

use std::collections::BTreeMap;

use super::draft::{self, Article, Draft};
use super::path::{self, Format, Path};
use super::recurring::{self, Shareable};
use super::twins::{self, Claim, Likeness};
use super::{MAX_TEXT, Notice, Place, decode, gzip, json_lines, markdown, pieces, plain};
use crate::archive::segments;
use crate::document::{Document, Publication};
use crate::text::Language;
use crate::time::Precision;

/// Collects files into a corpus. The order in which they come does not matter.
#[derive(Debug, Default)]
pub struct Intake {
    language: Option<Language>,
    articles: Vec<Article>,
    remarks: Remarks,
}

/// What was read of a file, or of a piece of one.
#[derive(Debug, Default)]
pub struct Reading {
    pub(crate) file: String,
    pub(crate) articles: Vec<Article>,
    pub(crate) notices: Vec<Notice>,
    /// The lines that were read as Windows-1252.
    pub(crate) windows_1252: Vec<usize>,
    /// The lines that were known already, each with its digest.
    pub(crate) known: Vec<(usize, u64)>,
}

impl Reading {
    pub(super) fn of(file: String) -> Self {
        Self { file, ..Self::default() }
    }

    /// The lines that were known already, each with its digest.
    pub fn known(&self) -> &[(usize, u64)] {
        &self.known
    }
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
        if !path::is_read(path) {
            return self.pass_over(path);
        }
        match pieces::pieces(path, bytes) {
            Ok(pieces) => pieces.into_iter().for_each(|piece| self.take(piece.read(self.language, &|_| false))),
            Err(notice) => self.remarks.notices.push(notice),
        }
    }

    /// Takes what was read of a file.
    pub fn take(&mut self, mut reading: Reading) {
        self.articles.append(&mut reading.articles);
        self.remarks.take(reading);
    }

    /// Counts a file that is not read for its ending; its bytes are not needed.
    pub fn pass_over(&mut self, path: &str) {
        self.remarks.pass_over(path);
    }

    /// Says that a file could not be taken, and why.
    pub fn leave_out(&mut self, path: &str, reason: &str) {
        self.remarks.leave_out(path, reason);
    }

    /// The corpus, in the order of [`DocId`](crate::document::DocId)s, and what there is to say about its files, in the
    /// order of their names.
    ///
    /// A text that was taken already, with the same title, date and facts, is left out. Of two files with one name the
    /// second is named with its ending. What recurs from article to article is furniture.
    pub fn finish(self) -> (Vec<Document>, Vec<Notice>) {
        self.finish_in(segments::SEGMENT)
    }

    /// The same, with what recurs told by the articles of segments with no more than `limit` bytes of text.
    pub fn finish_in(self, limit: u64) -> (Vec<Document>, Vec<Notice>) {
        let Self { mut articles, mut remarks, .. } = self;
        let mut notices = remarks.begin();
        articles.sort_by(|one, other| {
            let place = (&one.file, one.line).cmp(&(&other.file, other.line));
            place.then_with(|| one.document.text.cmp(&other.document.text))
        });
        let claims = articles.iter().map(|article| Claim {
            file: &article.file,
            line: article.line,
            id: article.id.as_deref(),
            likeness: Likeness::of(&article.document),
        });
        let names = twins::named(claims, &mut notices);
        let mut documents: Vec<Document> = Vec::new();
        for (article, name) in articles.into_iter().zip(names) {
            if let Some(name) = name {
                documents.push(Document { name: name.into_string(), ..article.document });
            }
        }
        documents.sort_by_cached_key(|document| (place(document.published), document.name.clone()));
        let starts = segments::of(documents.iter().map(|document| (document.published, document.text.len())), limit);
        let home = |document: &Document| segments::segment_of(&starts, segments::month(document.published));
        for segment in 0..starts.len() {
            let inside = |document: &&Document| home(document) == segment;
            let shareable: Vec<Shareable> = documents.iter().filter(inside).map(Shareable::of).collect();
            let recurring = recurring::judge(&shareable);
            for document in documents.iter_mut().filter(|document| home(document) == segment) {
                recurring::mark(document, &recurring);
            }
        }
        (documents, remarks.finish(notices))
    }
}

/// What there is to say about the files of a corpus.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Remarks {
    pub(crate) notices: Vec<Notice>,
    /// The lines of files that were read as Windows-1252.
    pub(crate) windows_1252: BTreeMap<String, Vec<usize>>,
    /// How many files of each ending that is not read.
    pub(crate) passed: BTreeMap<String, usize>,
}

impl Remarks {
    pub(crate) fn take(&mut self, reading: Reading) {
        self.notices.extend(reading.notices);
        if !reading.windows_1252.is_empty() {
            self.windows_1252.entry(reading.file).or_default().extend(reading.windows_1252);
        }
    }

    /// Counts a file that is not read for its ending.
    pub fn pass_over(&mut self, path: &str) {
        if !path::is_hidden(path) {
            *self.passed.entry(path::ending(path)).or_default() += 1;
        }
    }

    /// Says that a file could not be taken, and why.
    pub fn leave_out(&mut self, path: &str, reason: &str) {
        self.notices.push(Notice::left_out(path, None, reason));
    }

    /// Says that a file is larger than is read ([`largest`](super::largest)).
    pub fn leave_out_large(&mut self, path: &str) {
        self.leave_out(path, &too_large());
    }

    /// Takes in those of other files.
    pub fn join(&mut self, other: Self) {
        self.notices.extend(other.notices);
        for (file, lines) in other.windows_1252 {
            self.windows_1252.entry(file).or_default().extend(lines);
        }
        for (ending, count) in other.passed {
            *self.passed.entry(ending).or_default() += count;
        }
    }

    /// The notices up to now.
    pub(crate) fn begin(&mut self) -> Vec<Notice> {
        let mut notices = std::mem::take(&mut self.notices);
        for (file, lines) in &mut self.windows_1252 {
            lines.sort_unstable();
            notices.extend(json_lines::windows_1252(file, lines));
        }
        notices
    }

    /// All of them, in their order, with those of the files that were not read.
    pub(crate) fn finish(self, mut notices: Vec<Notice>) -> Vec<Notice> {
        for (ending, count) in self.passed {
            let files = if count == 1 { "1 file".to_owned() } else { format!("{count} files") };
            let reason = format!("{files} not read for the ending; .txt, .md and .jsonl are, also .gz");
            notices.push(Notice::left_out(&ending, None, reason));
        }
        notices.sort();
        notices.dedup();
        notices
    }
}

/// A publication's place in the order of documents.
pub(crate) fn place(published: Option<Publication>) -> (u8, i32, i32) {
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
    let (mut articles, mut remarks) = (Vec::new(), Remarks::default());
    match pieces::pieces(path, bytes) {
        Ok(pieces) => {
            for piece in pieces {
                let mut reading = piece.read(language, &|_| false);
                articles.append(&mut reading.articles);
                remarks.take(reading);
            }
        }
        Err(notice) => remarks.notices.push(notice),
    }
    let named = |article: Article| {
        let names = draft::names(&article.file, article.line, article.id.as_deref());
        Document { name: names.into_iter().next().unwrap_or_default(), ..article.document }
    };
    (articles.into_iter().map(named).collect(), remarks.begin())
}

/// The document of one plain text, which may bring its own date: `date 2023-03 …`.
pub fn document(name: &str, text: &str, language: Option<Language>) -> Document {
    let path = Path { stem: name, format: None, gzip: false };
    let (draft, _) = plain::read(name, &path, text.to_owned());
    Document { name: name.to_owned(), ..draft.article(language).document }
}

/// Reads a file that is one article.
pub(super) fn read(file: &str, bytes: &[u8], drafts: &mut Vec<Draft>, notices: &mut Vec<Notice>) {
    let path = Path::new(file);
    let unpacked;
    let bytes = if path.gzip || gzip::is_packed(bytes) {
        match gzip::unpack(bytes, MAX_TEXT) {
            Ok(whole) => {
                unpacked = whole;
                &unpacked
            }
            Err(reason) => return notices.push(Notice::left_out(file, None, reason)),
        }
    } else {
        bytes
    };
    if bytes.len() > MAX_TEXT {
        return notices.push(Notice::left_out(file, None, too_large()));
    }
    let (text, encoding) = match decode::text(bytes) {
        Ok(read) => read,
        Err(no_text) => {
            return notices.push(Notice::left_out(file, Some(Place::Byte(no_text.byte)), no_text.reason));
        }
    };
    if encoding == decode::Encoding::Windows1252 {
        notices.push(Notice::kept(file, None, "not UTF-8; read as Windows-1252; save it as UTF-8"));
    }
    if text
        .trim_matches(|letter: char| letter.is_whitespace() || letter.is_control() || letter == '\u{FEFF}')
        .is_empty()
    {
        return notices.push(Notice::left_out(file, None, "it is empty"));
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
}

/// The reason why a file is left out that is larger than an article may be.
fn too_large() -> String {
    format!("larger than {} MB, which no article is; split it, or write its articles as JSON Lines", MAX_TEXT >> 20)
}
