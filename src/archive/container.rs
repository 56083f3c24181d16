//! The file around the sections: magic, version, table, checksums.
//!
//! Layout, numbers little-endian: magic (8 bytes), version (u32), number of sections (u32); for each section its name
//! (8 bytes, padded with zeros), offset, length (u32 each) and CRC-32; the CRC-32 of all that; the sections.

use std::cell::OnceCell;
use std::ops::Range;

use super::checksum::Checksum;
use crate::{Error, Result};

const MAGIC: &[u8; 8] = b"KRONIEK\0";

/// The version of the format; another one is not read.
pub(super) const VERSION: u32 = 2;

const ENTRY: usize = 8 + 4 + 4 + 4;
const HEADER: &str = "header";

/// The parts of an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub(crate) enum Section {
    Card,
    Dates,
    Entries,
    Blocks,
    Facts,
    Words,
    Forms,
    Families,
    Postings,
    Positions,
    Text,
    Times,
}

impl Section {
    const ALL: [Self; 12] = [
        Self::Card,
        Self::Dates,
        Self::Entries,
        Self::Blocks,
        Self::Facts,
        Self::Words,
        Self::Forms,
        Self::Families,
        Self::Postings,
        Self::Positions,
        Self::Text,
        Self::Times,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Dates => "dates",
            Self::Entries => "entries",
            Self::Blocks => "blocks",
            Self::Facts => "facts",
            Self::Words => "words",
            Self::Forms => "forms",
            Self::Families => "families",
            Self::Postings => "postings",
            Self::Positions => "position",
            Self::Text => "text",
            Self::Times => "times",
        }
    }
}

/// Where the bytes of an archive come from.
///
/// Everything that is read goes through here, so that a part of a section may live elsewhere until it is needed.
pub trait Source {
    /// The bytes of the file from `range.start` up to `range.end`.
    ///
    /// # Errors
    ///
    /// [`Lack::Outside`] where the file is shorter, [`Lack::Chunk`] where the bytes have to be fetched first.
    fn read(&self, range: Range<usize>) -> std::result::Result<&[u8], Lack>;

    /// The size of the file in bytes.
    fn size(&self) -> usize;
}

/// Why bytes are not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// The file is shorter than that.
    Outside,
    /// They are in a chunk that has to be fetched first.
    Chunk(u32),
}

impl Source for Vec<u8> {
    fn read(&self, range: Range<usize>) -> std::result::Result<&[u8], Lack> {
        self.get(range).ok_or(Lack::Outside)
    }

    fn size(&self) -> usize {
        self.len()
    }
}

/// An open file: its table is read, its sections are read and checked when they are first asked for.
pub(super) struct Container {
    source: Box<dyn Source>,
    checksum: Checksum,
    table: [(Range<usize>, u32); Section::ALL.len()],
    sound: [OnceCell<bool>; Section::ALL.len()],
}

impl Container {
    /// # Errors
    ///
    /// When the bytes are no archive, an archive of another version, cut short, or changed in the table.
    pub(super) fn open(source: Box<dyn Source>) -> Result<Self> {
        let at = |range: Range<usize>| {
            let bytes = source.read(range).map_err(|lack| lacking(HEADER, lack))?;
            Ok::<&[u8], Error>(bytes)
        };
        let start = at(0..source.size().min(16))?;
        if start.get(..8) != Some(MAGIC) {
            return Err(Error::archive(HEADER, "this is not a Kroniek archive"));
        }
        let version = number(start, 8)?;
        if version != VERSION {
            let reason = format!("it has format version {version}, this program reads version {VERSION}");
            return Err(Error::archive(HEADER, reason));
        }
        let count = number(start, 12)? as usize;
        if count != Section::ALL.len() {
            return Err(Error::archive(HEADER, format!("it names {count} sections instead of {}", Section::ALL.len())));
        }
        let head = at(0..16 + count * ENTRY)?;
        let sum = number(at(head.len()..head.len() + 4)?, 0)?;
        let checksum = Checksum::new();
        if checksum.of(head) != sum {
            return Err(Error::archive(HEADER, "its checksum is wrong, so it has been changed or damaged"));
        }
        let mut table = [const { (0..0, 0) }; Section::ALL.len()];
        let mut end = head.len() + 4;
        for (section, entry) in Section::ALL.iter().zip(head[16..].chunks_exact(ENTRY)) {
            let (offset, length, sum) = (number(entry, 8)? as usize, number(entry, 12)? as usize, number(entry, 16)?);
            if entry[..8] != padded(*section) || offset != end {
                return Err(Error::archive(section.name(), "it is not where the table says"));
            }
            end = offset.checked_add(length).ok_or_else(|| Error::archive(section.name(), "it is too long"))?;
            table[*section as usize] = (offset..end, sum);
        }
        if end != source.size() {
            let reason = format!("it has {} bytes instead of {end}, so it was cut short or added to", source.size());
            return Err(Error::archive(HEADER, reason));
        }
        Ok(Self { source, checksum, table, sound: Default::default() })
    }

    /// The bytes of a section, its checksum checked once.
    pub(super) fn section(&self, section: Section) -> Result<&[u8]> {
        let (range, sum) = &self.table[section as usize];
        let bytes = self.source.read(range.clone()).map_err(|lack| lacking(section.name(), lack))?;
        if *self.sound[section as usize].get_or_init(|| self.checksum.of(bytes) == *sum) {
            Ok(bytes)
        } else {
            Err(Error::archive(section.name(), "its checksum is wrong, so it has been changed or damaged"))
        }
    }

    pub(super) fn size(&self) -> usize {
        self.source.size()
    }
}

/// The file of these sections, which come in the order of [`Section::ALL`].
pub(super) fn write(sections: &[(Section, Vec<u8>)]) -> Result<Vec<u8>> {
    let checksum = Checksum::new();
    let mut head = MAGIC.to_vec();
    head.extend(VERSION.to_le_bytes());
    head.extend((sections.len() as u32).to_le_bytes());
    let mut offset = head.len() + sections.len() * ENTRY + 4;
    for (section, bytes) in sections {
        let fits = |size: usize| u32::try_from(size).map_err(|_| Error::archive(section.name(), "it passes 4 GB"));
        head.extend(padded(*section));
        head.extend(fits(offset)?.to_le_bytes());
        head.extend(fits(bytes.len())?.to_le_bytes());
        head.extend(checksum.of(bytes).to_le_bytes());
        offset += bytes.len();
    }
    head.extend(checksum.of(&head).to_le_bytes());
    sections.iter().for_each(|(_, bytes)| head.extend_from_slice(bytes));
    Ok(head)
}

fn lacking(section: &'static str, lack: Lack) -> Error {
    match lack {
        Lack::Outside => Error::archive(section, "it was cut short"),
        Lack::Chunk(chunk) => Error::archive(section, format!("chunk {chunk} has not been fetched")),
    }
}

fn padded(section: Section) -> [u8; 8] {
    let mut name = [0; 8];
    for (to, from) in name.iter_mut().zip(section.name().bytes()) {
        *to = from;
    }
    name
}

fn number(bytes: &[u8], place: usize) -> Result<u32> {
    match bytes.get(place..place + 4) {
        Some(&[a, b, c, d]) => Ok(u32::from_le_bytes([a, b, c, d])),
        _ => Err(Error::archive(HEADER, "it was cut short")),
    }
}
