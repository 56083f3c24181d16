//! The words of documents, gathered while an archive is written: of some documents in memory, of a segment in runs.

use std::borrow::Cow;
use std::collections::HashMap;

use super::bytes::{Reader, put, put_text, sort_by_bytes};
use super::runs::RunWriter;
use super::{Place, words};
use crate::annotate::{AnnotatedBlock, Position};
use crate::document::{BlockKind, DocId, Document};
use crate::{Result, text};

/// What is known of a form besides where it stands.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// How often it is written in each way. A capital at the beginning of a sentence says nothing of that, and is not counted.
    surfaces: Vec<(String, u32)>,
    /// How it is written at the first beginning of a sentence, for what stands nowhere else.
    opening: Option<String>,
    /// Occurrences with a capital inside sentences.
    pub(super) capitals: u32,
    /// The languages of the documents that have it, as bits.
    pub(super) languages: u8,
}

impl Known {
    pub(super) fn merge(&mut self, other: Self) {
        self.capitals += other.capitals;
        self.languages |= other.languages;
        self.opening = self.opening.take().or(other.opening);
        for (surface, count) in other.surfaces {
            self.add(&surface, count);
        }
    }

    fn add(&mut self, surface: &str, count: u32) {
        match self.surfaces.iter_mut().find(|(known, _)| known == surface) {
            Some((_, known)) => *known += count,
            None => self.surfaces.push((surface.to_owned(), count)),
        }
    }

    /// Writes it; a surface that is the form itself, as most are, takes a byte.
    pub(super) fn write(&self, form: &str, out: &mut Vec<u8>) {
        let surface = |surface: &str, out: &mut Vec<u8>| put_text(out, if surface == form { "" } else { surface });
        put(out, self.surfaces.len() as u64 * 2 + u64::from(self.opening.is_some()));
        for (written, count) in &self.surfaces {
            surface(written, out);
            put(out, u64::from(*count));
        }
        if let Some(opening) = &self.opening {
            surface(opening, out);
        }
        put(out, u64::from(self.capitals));
        out.push(self.languages);
    }

    /// Reads it.
    pub(super) fn read(form: &str, reader: &mut Reader<'_>) -> Result<Self> {
        let surface = |reader: &mut Reader<'_>| {
            let written = reader.text()?;
            Ok::<_, crate::Error>(if written.is_empty() { form } else { written }.to_owned())
        };
        let (count, mut surfaces) = (reader.size()?, Vec::new());
        for _ in 0..count / 2 {
            surfaces.push((surface(reader)?, reader.u32()?));
        }
        let opening = if count % 2 == 1 { Some(surface(reader)?) } else { None };
        Ok(Self { surfaces, opening, capitals: reader.u32()?, languages: reader.byte()? })
    }

    /// The most frequent surface, the first in the alphabet among equals.
    pub(super) fn surface(&self) -> Option<&str> {
        let most = self.surfaces.iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)));
        most.map(|(surface, _)| surface.as_str()).or(self.opening.as_deref())
    }
}

/// A form in some documents.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) known: Known,
    /// Where it stands, by place.
    pub(super) lists: [Occurrences; Place::COUNT],
}

/// Where a form stands, written as it comes: steps of documents, counts, steps of positions.
#[derive(Debug, Default)]
pub(super) struct Occurrences {
    bytes: Vec<u8>,
    last: u32,
    pub(super) documents: u32,
}

impl Occurrences {
    /// Takes in the next document.
    fn add(&mut self, document: u32, positions: &[u32]) {
        put(&mut self.bytes, u64::from(document - self.last));
        put(&mut self.bytes, positions.len() as u64);
        let mut last = 0;
        for position in positions {
            put(&mut self.bytes, u64::from(position - last));
            last = *position;
        }
        self.last = document;
        self.documents += 1;
    }

    fn write(&self, out: &mut Vec<u8>) {
        put(out, u64::from(self.documents));
        if self.documents > 0 {
            put(out, u64::from(self.last));
            put(out, self.bytes.len() as u64);
            out.extend_from_slice(&self.bytes);
        }
    }

    /// Takes in what was written of documents that follow these.
    fn join(&mut self, reader: &mut Reader<'_>) -> Result<()> {
        let documents = reader.u32()?;
        if documents > 0 {
            let (last, size) = (reader.u32()?, reader.size()?);
            let mut bytes = Reader::new("postings", reader.bytes(size)?);
            put(&mut self.bytes, u64::from(bytes.u32()? - self.last));
            self.bytes.extend_from_slice(bytes.rest());
            self.last = last;
            self.documents += documents;
        }
        Ok(())
    }

    /// All of it.
    pub(super) fn read(&self) -> Result<Vec<(DocId, Vec<Position>)>> {
        let mut reader = Reader::new("postings", &self.bytes);
        let mut list = Vec::with_capacity(self.documents as usize);
        let mut document = 0;
        while reader.left() > 0 {
            document += reader.u32()?;
            let mut last = 0;
            let mut positions = Vec::new();
            for _ in 0..reader.u32()? {
                last += reader.u32()?;
                positions.push(Position(last));
            }
            list.push((DocId(document), positions));
        }
        Ok(list)
    }
}

/// A form in a few documents, before it joins the others.
#[derive(Debug, Default)]
struct Met {
    known: Known,
    /// How often it is written as the form itself, in ASCII: which is most often, and counted apart.
    plain: u32,
    /// Documents, each with the end of its positions.
    documents: [Vec<(u32, usize)>; Place::COUNT],
    positions: [Vec<u32>; Place::COUNT],
}

/// Whether a surface is seen at once to be its own form.
fn is_plain(surface: &str) -> bool {
    surface.bytes().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
}

/// The forms of a few documents.
#[derive(Debug, Default)]
pub(super) struct Few {
    /// The number of each form.
    numbers: HashMap<String, usize>,
    met: Vec<Met>,
}

impl Few {
    /// The form that a surface is of. Most are there already, and are their own form, as what is plain.
    fn form(&mut self, surface: &str, plain: bool) -> &mut Met {
        let form = if plain { Cow::Borrowed(surface) } else { Cow::Owned(text::lower(surface)) };
        let number = self.numbers.get(&*form).copied().unwrap_or_else(|| {
            self.met.push(Met::default());
            self.numbers.insert(form.into_owned(), self.met.len() - 1);
            self.met.len() - 1
        });
        &mut self.met[number]
    }

    /// Takes in the words of a document and gives its length: its words, furniture left out.
    pub(super) fn add(&mut self, document: u32, text: &Document, blocks: &[AnnotatedBlock]) -> u32 {
        let mut length = 0;
        for block in blocks {
            let furniture = block.block.kind == BlockKind::Furniture;
            let place = Place::of(block.block.kind) as usize;
            length += if furniture { 0 } else { block.tokens.len() as u32 };
            let mut starts = block.sentences.iter().map(|sentence| sentence.start).peekable();
            for (token, position) in block.tokens.iter().zip(block.position.0..) {
                let opens = starts.next_if(|start| *start <= token.start).is_some();
                let surface = &text.text[token.clone()];
                let plain = is_plain(surface);
                let form = self.form(surface, plain);
                form.positions[place].push(position);
                let end = form.positions[place].len();
                match form.documents[place].last_mut() {
                    Some((last, known)) if *last == document => *known = end,
                    _ => form.documents[place].push((document, end)),
                }
                let capital = surface.starts_with(char::is_uppercase);
                form.known.capitals += u32::from(capital && !opens && !furniture);
                form.known.languages |= 1 << text.language as u8;
                if plain {
                    form.plain += 1;
                } else if !(capital && opens) {
                    form.known.add(surface, 1);
                } else if form.known.opening.is_none() {
                    form.known.opening = Some(surface.to_owned());
                }
            }
        }
        length
    }
}

impl Few {
    /// The forms as a run; `first` is the number of the first document in its segment.
    pub(super) fn finish(self, first: u32) -> Vec<u8> {
        let Self { numbers, mut met } = self;
        let all: Vec<(Vec<u8>, String, usize)> =
            numbers.into_iter().map(|(form, number)| (words::key(&form), form, number)).collect();
        let (mut run, mut value) = (RunWriter::default(), Vec::new());
        for (key, form, number) in sort_by_bytes(all, |(key, ..)| key) {
            let met = &mut met[number];
            if met.plain > 0 {
                met.known.add(&form, met.plain);
            }
            value.clear();
            met.known.write(&form, &mut value);
            for (documents, positions) in met.documents.iter().zip(&met.positions) {
                let (mut list, mut start) = (Occurrences::default(), 0);
                for (document, end) in documents {
                    list.add(first + document, &positions[start..*end]);
                    start = *end;
                }
                list.write(&mut value);
            }
            run.add(&key, &value);
        }
        run.finish()
    }
}

impl Gathered {
    /// Takes in what a run has of the form, of documents that follow these.
    pub(super) fn join(&mut self, form: &str, value: &[u8]) -> Result<()> {
        let mut reader = Reader::new("postings", value);
        self.known.merge(Known::read(form, &mut reader)?);
        self.lists.iter_mut().try_for_each(|list| list.join(&mut reader))
    }
}
