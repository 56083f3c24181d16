//! From documents to the parts of an archive.
//!
//! Segment by segment, documents are read in batches ([`Batch`]), each by itself and so on any number of processors; a [`SegmentWriter`] puts
//! them together in their order, and leaves an [`Outcome`]. Of all outcomes a [`Builder`] makes what is of the whole collection, stretch by
//! stretch of its forms, which again stand by themselves. Parts go to whoever asked for them as they are made; the head comes last.

use std::sync::{Arc, Mutex, PoisonError};

use super::Card;
use super::batch::{Batch, batches};
use super::container::Kind;
use super::model::{Packer, choose};
use super::outcome::{Outcome, SegmentWriter};
use super::segments::{self, month, segment_of};
use super::whole::Builder;
use crate::annotate::Annotated;
use crate::document::Document;
use crate::{Error, Result};

/// A part that was made: what it is of, its name, and its bytes.
pub struct Part {
    pub(super) group: (Kind, usize),
    /// Its digest in hexadecimal, 12 digits.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Takes in parts as they are made.
pub type Keep<'a> = &'a (dyn Fn(Part) -> Result<()> + Sync);

/// Gives the archive of a collection as one file.
///
/// `documents` come in the order of [`crate::ingest::Intake::finish`]. The same documents give the same bytes, and so does a [`Builder`]
/// that is given them in the segments of [`cut`](super::cut). `progress` is called with the number of documents done.
///
/// # Errors
///
/// When the collection is larger than the format holds.
pub fn write(card: &Card, documents: &[Document], progress: &mut dyn FnMut(usize)) -> Result<Vec<u8>> {
    write_in(card, documents, segments::SEGMENT, progress)
}

/// The same, with no more than `limit` bytes of text in a segment.
///
/// # Errors
///
/// As [`write()`].
pub fn write_in(card: &Card, documents: &[Document], limit: u64, progress: &mut dyn FnMut(usize)) -> Result<Vec<u8>> {
    let together = segments::together(documents.iter().map(|document| document.text.len() as u64).sum(), limit);
    let starts = segments::of(documents.iter().map(|document| (document.published, document.text.len())), limit);
    let mut segments: Vec<Vec<&Document>> = vec![Vec::new(); starts.len()];
    for document in documents {
        segments[segment_of(&starts, month(document.published))].push(document);
    }
    let mut sample = Sample::default();
    segments.iter().flatten().for_each(|document| sample.add(&document.text));
    let model = sample.choose();

    let made = Mutex::new(Vec::new());
    let keep = |part: Part| {
        made.lock().unwrap_or_else(PoisonError::into_inner).push(part);
        Ok(())
    };
    let (mut outcomes, mut done) = (Vec::new(), 0);
    for (number, segment) in segments.iter().enumerate() {
        let mut writer = SegmentWriter::new(number, together, &|| Box::new(Vec::new()));
        let sizes: Vec<usize> = segment.iter().map(|document| document.text.len()).collect();
        for range in batches(&sizes) {
            let annotated = segment[range.clone()].iter().map(|document| Ok(Annotated::read((*document).clone())));
            writer.add(Batch::read(range.start as u32, annotated, &model)?, &keep)?;
            done += range.len();
            progress(done);
        }
        outcomes.push(writer.finish(Box::new(Vec::new()), &keep)?);
    }
    let head = whole(card, &outcomes, together, &model, &keep)?;
    Ok(assembled(head, &mut made.into_inner().unwrap_or_else(PoisonError::into_inner)))
}

/// Makes what is of the whole collection; gives the head.
fn whole(card: &Card, outcomes: &[Outcome], together: bool, model: &Model, keep: Keep<'_>) -> Result<Vec<u8>> {
    let mut builder = Builder::new(card, outcomes, together, model, &|| Box::new(Vec::new()), keep)?;
    for stretch in builder.stretches()? {
        builder.add(stretch?.write()?, keep)?;
    }
    builder.finish(keep)
}

/// The file of a head and its parts.
fn assembled(head: Vec<u8>, made: &mut [Part]) -> Vec<u8> {
    // Within a group they were made in their order.
    made.sort_by_key(|part| place(part.group));
    let mut out = head;
    made.iter().for_each(|part| out.extend_from_slice(&part.bytes));
    out
}

/// The place of a group of parts in the file: those of the whole collection first, then those of each segment.
fn place((kind, segment): (Kind, usize)) -> (usize, usize) {
    if (kind as usize) < Kind::Stats as usize { (0, kind as usize) } else { (segment + 1, kind as usize) }
}

/// What the texts of a collection are packed by; see `model/`. A small collection has none.
#[derive(Clone, Default)]
pub struct Model(pub(super) Option<Arc<Packer>>);

/// The texts from which a model is chosen: the first, segment by segment.
#[derive(Default)]
pub struct Sample(Vec<u8>);

impl Sample {
    /// Bytes of text that are enough: with four times as many a thousandth less is left.
    pub const ENOUGH: usize = 8 << 20;

    /// Takes in the next text, as far as there is not enough.
    pub fn add(&mut self, text: &str) {
        let left = Self::ENOUGH.saturating_sub(self.0.len());
        self.0.extend_from_slice(&text.as_bytes()[..text.len().min(left)]);
    }

    /// The model for texts like these; none where they are too little.
    pub fn choose(self) -> Model {
        Model(choose(&self.0).map(Arc::new))
    }
}

impl Model {
    /// Takes one that was kept.
    ///
    /// # Errors
    ///
    /// These are not the bytes of a model.
    pub fn kept(bytes: &[u8]) -> Result<Self> {
        if bytes.is_empty() {
            return Ok(Self::default());
        }
        Ok(Self(Some(Arc::new(Packer::read(bytes.to_vec())?))))
    }

    /// What is kept of it, in archives too; nothing where there is none.
    pub fn bytes(&self) -> &[u8] {
        self.0.as_ref().map_or(&[], |packer| &packer.part)
    }
}

/// A collection may be too large for the format.
pub(super) fn too_many(what: &'static str) -> Error {
    Error::archive(what, format!("it has too many {what}"))
}
