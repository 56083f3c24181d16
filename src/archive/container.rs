//! The file around the parts: magic, version, head; and where the bytes of each part come from.
//!
//! Layout, numbers little-endian: magic (8 bytes), version (u32), length of the head (u32) and its digest (8 bytes); the head; the parts, one
//! after another. The head is the directory of the parts, and what is needed before any of them. Where a collection is
//! large, the file ends with the head, and each part is a file of its own, named after its digest: the head is the same.

use std::cell::Cell;
use std::ops::Range;

use xxhash_rust::xxh64::xxh64;

use super::bytes::{Reader, put};
use crate::{Error, Result};

const MAGIC: &[u8; 8] = b"KRONIEK\0";

/// The version of the format; another one is not read.
pub(super) const VERSION: u32 = 7;

/// Bytes before the head.
const START: usize = 8 + 4 + 4 + 8;
const HEADER: &str = "header";

/// Bytes of a digest: 48 bits tell all the parts of a million articles apart, and whether one is damaged or another.
pub(super) const DIGEST: usize = 6;

/// What a part holds. The kinds from [`Kind::Stats`] on are of one segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub(super) enum Kind {
    /// What the texts are packed by.
    Model,
    /// Forms, with what is known of each in the whole collection.
    Words,
    /// Which forms belong together.
    Families,
    /// A fact, with the documents of each of its values.
    Facts,
    /// From names to documents.
    Names,
    /// Lengths and spans of documents.
    Stats,
    /// The documents of each form.
    Postings,
    /// Where forms stand that are in many documents.
    Positions,
    /// The lists of compounds, by what they are made of.
    Compounds,
    /// Documents: entries, blocks, texts.
    Documents,
    /// The times that documents speak of.
    Times,
    /// The documents that speak of each time.
    Mentions,
}

impl Kind {
    pub(super) const ALL: [Self; 12] = [
        Self::Model,
        Self::Words,
        Self::Families,
        Self::Facts,
        Self::Names,
        Self::Stats,
        Self::Postings,
        Self::Positions,
        Self::Compounds,
        Self::Documents,
        Self::Times,
        Self::Mentions,
    ];
    const GLOBAL: usize = Self::Stats as usize;

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Model => "model",
            Self::Words => "words",
            Self::Families => "families",
            Self::Facts => "facts",
            Self::Names => "names",
            Self::Stats => "stats",
            Self::Postings => "postings",
            Self::Positions => "positions",
            Self::Compounds => "compounds",
            Self::Documents => "documents",
            Self::Times => "times",
            Self::Mentions => "mentions",
        }
    }
}

/// Parts of one kind, of a segment or of the whole collection, follow each other: the number of this group.
fn group(kind: Kind, segment: usize) -> usize {
    let number = kind as usize;
    if number < Kind::GLOBAL { number } else { number + segment * (Kind::ALL.len() - Kind::GLOBAL) }
}

/// How many groups there are.
fn groups(segments: usize) -> usize {
    Kind::GLOBAL + segments * (Kind::ALL.len() - Kind::GLOBAL)
}

/// A part of an archive, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartName {
    /// What it holds: `words`, `postings`, ….
    pub kind: &'static str,
    /// Its digest in hexadecimal, 12 digits.
    pub name: String,
    /// Its size in bytes.
    pub bytes: usize,
}

/// Where the bytes of an archive come from.
///
/// Everything that is read goes through here, so that a part may live elsewhere until it is needed.
pub trait Source {
    /// The bytes of the file from `range.start` up to `range.end`: its head, or exactly one part.
    ///
    /// # Errors
    ///
    /// [`Lack::Outside`] where the file is shorter, [`Lack::Chunk`] where the bytes have to be fetched first.
    fn read(&self, range: Range<usize>) -> std::result::Result<&[u8], Lack>;

    /// The size of the file in bytes, without the parts that live elsewhere.
    fn size(&self) -> usize;

    /// Takes in the bytes of a part that was fetched.
    fn give(&mut self, _range: Range<usize>, _bytes: Vec<u8>) {}

    /// Lets go of some parts that were given, if they are too many; whether any are gone.
    fn tidy(&mut self) -> bool {
        false
    }
}

/// Why bytes are not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// The file is shorter than that.
    Outside,
    /// They are in a part that has to be fetched first.
    Chunk,
}

impl Source for Vec<u8> {
    fn read(&self, range: Range<usize>) -> std::result::Result<&[u8], Lack> {
        self.get(range).ok_or(Lack::Outside)
    }

    fn size(&self) -> usize {
        self.len()
    }
}

/// An open file: its head is read, its parts are read and checked when they are first asked for.
pub(super) struct Container {
    source: Box<dyn Source>,
    head: Range<usize>,
    /// Where each part begins, and where the last ends.
    places: Vec<usize>,
    digests: Vec<[u8; DIGEST]>,
    /// The first part of each group, and the end of the last.
    groups: Vec<usize>,
    sound: Vec<Cell<bool>>,
    segments: usize,
    /// All parts live elsewhere.
    away: bool,
}

impl Container {
    /// Opens a file; gives it with the place in the head of what follows the directory.
    ///
    /// # Errors
    ///
    /// When the bytes are no archive, an archive of another version, cut short, or changed in the head.
    pub(super) fn open(source: Box<dyn Source>) -> Result<(Self, usize)> {
        let at = |range: Range<usize>| source.read(range).map_err(|_| Error::archive(HEADER, "it was cut short"));
        let start = at(0..source.size().min(START))?;
        if start.get(..8) != Some(MAGIC) {
            return Err(Error::archive(HEADER, "this is not a Kroniek archive"));
        }
        let version = number(start, 8)?;
        if version != VERSION {
            let reason = format!("it has format version {version}, this program reads version {VERSION}");
            return Err(Error::archive(HEADER, reason));
        }
        let end = START.saturating_add(number(start, 12)? as usize);
        let head = START..end;
        if start.len() < START || start[16..] != xxh64(at(head.clone())?, 0).to_le_bytes() {
            return Err(Error::archive(HEADER, "its digest is wrong, so it has been changed, damaged or cut short"));
        }
        let mut reader = Reader::new(HEADER, at(head.clone())?);
        let segments = reader.count()?;
        let mut parts = vec![0];
        for _ in 0..groups(segments) {
            let count = reader.count()?;
            parts.push(parts.last().copied().unwrap_or_default() + count);
        }
        let count = parts.last().copied().unwrap_or_default();
        let (mut places, mut digests) = (vec![end], Vec::new());
        for _ in 0..count {
            let size = reader.size()?;
            let place = places.last().copied().unwrap_or_default();
            places.push(place.checked_add(size).ok_or_else(|| reader.error("a part is too long"))?);
            let mut digest = [0; DIGEST];
            digest.copy_from_slice(reader.bytes(DIGEST)?);
            digests.push(digest);
        }
        let whole = places.last().copied().unwrap_or_default();
        let away = source.size() == end && whole > end;
        if source.size() != whole && !away {
            let reason = format!("it has {} bytes instead of {whole}, so it was cut short or added to", source.size());
            return Err(Error::archive(HEADER, reason));
        }
        let (place, sound) = (reader.place(), vec![Cell::new(false); count]);
        Ok((Self { source, head, places, digests, groups: parts, sound, segments, away }, place))
    }

    /// The bytes of the head.
    pub(super) fn head(&self) -> Result<&[u8]> {
        self.source.read(self.head.clone()).map_err(|_| Error::archive(HEADER, "it was cut short"))
    }

    /// How many segments there are.
    pub(super) fn segments(&self) -> usize {
        self.segments
    }

    /// How many parts there are of a kind.
    pub(super) fn count(&self, kind: Kind, segment: usize) -> usize {
        let group = group(kind, segment);
        self.groups[group + 1] - self.groups[group]
    }

    /// How many parts of a kind there are in all segments, and their bytes.
    pub(super) fn sum_of(&self, kind: Kind) -> (usize, usize) {
        let segments = if (kind as usize) < Kind::GLOBAL { 1 } else { self.segments };
        let (mut count, mut bytes) = (0, 0);
        for group in (0..segments).map(|segment| group(kind, segment)) {
            let (first, end) = (self.groups[group], self.groups[group + 1]);
            count += end - first;
            bytes += self.places[end] - self.places[first];
        }
        (count, bytes)
    }

    /// The bytes of the head, with what is before it.
    pub(super) fn head_size(&self) -> usize {
        self.head.end
    }

    /// The bytes of the head and all the parts.
    pub(super) fn size(&self) -> usize {
        self.places.last().copied().unwrap_or_default()
    }

    /// Whether the parts live elsewhere.
    pub(super) fn is_away(&self) -> bool {
        self.away
    }

    /// The bytes of a part, its digest checked once.
    ///
    /// # Errors
    ///
    /// Where it is damaged; and where it has to be fetched first: then [`Error::lacks`] names it.
    pub(super) fn part(&self, kind: Kind, segment: usize, number: usize) -> Result<&[u8]> {
        let missing = || Error::archive(kind.name(), "a part is missing");
        let group = group(kind, segment);
        let (first, end) = (self.groups[group], self.groups[group + 1]);
        let part = first.checked_add(number).filter(|part| *part < end).ok_or_else(missing)?;
        let bytes = match self.source.read(self.places[part]..self.places[part + 1]) {
            Ok(bytes) => bytes,
            Err(Lack::Outside) => return Err(Error::archive(kind.name(), "it was cut short")),
            Err(Lack::Chunk) => return Err(Error::lacking(part as u32)),
        };
        if !self.sound[part].get() {
            if !self.is_part(part, bytes) {
                let reason = "its digest is wrong, so it has been changed or damaged";
                return Err(Error::archive(kind.name(), reason));
            }
            self.sound[part].set(true);
        }
        Ok(bytes)
    }

    /// Which part of a kind a byte of all of them lies in, and where in it.
    pub(super) fn find(&self, kind: Kind, segment: usize, byte: usize) -> Option<(usize, usize)> {
        let group = group(kind, segment);
        let places = &self.places[self.groups[group]..=self.groups[group + 1]];
        let byte = places[0].checked_add(byte)?;
        let number = places.partition_point(|place| *place <= byte).checked_sub(1)?;
        (number + 1 < places.len()).then(|| (number, byte - places[number]))
    }

    fn is_part(&self, part: usize, bytes: &[u8]) -> bool {
        bytes.len() == self.places[part + 1] - self.places[part] && digest(bytes) == self.digests[part]
    }

    /// The name of a part that lives elsewhere: its digest in hexadecimal.
    pub(super) fn name(&self, part: u32) -> Option<String> {
        self.digests.get(part as usize).map(hexadecimal)
    }

    /// All parts, in their order.
    pub(super) fn names(&self) -> Vec<PartName> {
        let mut names = Vec::new();
        for segment in 0..self.segments.max(1) {
            let kinds = Kind::ALL.into_iter().filter(|kind| segment == 0 || *kind as usize >= Kind::GLOBAL);
            for (kind, group) in
                kinds.map(|kind| (kind, group(kind, segment))).filter(|(_, group)| *group + 1 < self.groups.len())
            {
                for part in self.groups[group]..self.groups[group + 1] {
                    let bytes = self.places[part + 1] - self.places[part];
                    names.push(PartName { kind: kind.name(), name: hexadecimal(&self.digests[part]), bytes });
                }
            }
        }
        names
    }

    /// Takes in the bytes of a part that was fetched; whether they are of that part.
    pub(super) fn give(&mut self, part: u32, bytes: Vec<u8>) -> bool {
        let part = part as usize;
        let fits = part < self.digests.len() && self.is_part(part, &bytes);
        if fits {
            self.sound[part].set(true);
            self.source.give(self.places[part]..self.places[part + 1], bytes);
        }
        fits
    }

    /// Lets go of parts, if too many are held; whether any are gone.
    pub(super) fn tidy(&mut self) -> bool {
        self.source.tidy()
    }
}

/// The digest of a part: the first bytes of its XXH64 (Collet, <https://xxhash.com>).
pub(super) fn digest(bytes: &[u8]) -> [u8; DIGEST] {
    let mut digest = [0; DIGEST];
    digest.copy_from_slice(&xxh64(bytes, 0).to_be_bytes()[..DIGEST]);
    digest
}

/// The name of a part with these bytes: its digest in hexadecimal, 12 digits.
pub fn part_name(bytes: &[u8]) -> String {
    hexadecimal(&digest(bytes))
}

pub(super) fn hexadecimal(digest: &[u8; DIGEST]) -> String {
    let digits = digest.iter().flat_map(|byte| [byte >> 4, byte & 0xF]);
    digits.filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
}

/// The parts of a file while it is written.
pub(super) struct Written {
    segments: usize,
    groups: Vec<Vec<(usize, [u8; DIGEST])>>,
}

impl Written {
    pub(super) fn new(segments: usize) -> Self {
        Self { segments, groups: vec![Vec::new(); groups(segments)] }
    }

    /// Takes in the next part of a kind by its size and digest.
    pub(super) fn add(&mut self, kind: Kind, segment: usize, size: usize, digest: [u8; DIGEST]) {
        self.groups[group(kind, segment)].push((size, digest));
    }

    /// The head, after which the parts follow in the order of their groups.
    pub(super) fn head(&self, rest: &[u8]) -> Result<Vec<u8>> {
        let mut head = Vec::new();
        put(&mut head, self.segments as u64);
        for group in &self.groups {
            put(&mut head, group.len() as u64);
        }
        for (size, digest) in self.groups.iter().flatten() {
            put(&mut head, *size as u64);
            head.extend_from_slice(digest);
        }
        head.extend_from_slice(rest);
        let size = u32::try_from(head.len()).map_err(|_| Error::archive(HEADER, "it passes 4 GB"))?;
        let mut out = MAGIC.to_vec();
        out.extend(VERSION.to_le_bytes());
        out.extend(size.to_le_bytes());
        out.extend(xxh64(&head, 0).to_le_bytes());
        out.extend(head);
        Ok(out)
    }
}

fn number(bytes: &[u8], place: usize) -> Result<u32> {
    match bytes.get(place..place + 4) {
        Some(&[a, b, c, d]) => Ok(u32::from_le_bytes([a, b, c, d])),
        _ => Err(Error::archive(HEADER, "it was cut short")),
    }
}
