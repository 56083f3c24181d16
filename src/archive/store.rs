//! The text store: the texts of all documents as one stream, deflated in groups.
//!
//! A group is small enough that one article costs little. What recurs throughout a larger collection is kept once, as a
//! dictionary that stands before each group (RFC 1951 lets a group refer to the 32 kB before it): so smaller
//! groups compress better than larger ones would without.

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};
use std::cell::{OnceCell, RefCell};

use super::bytes::{Reader, put};
use super::deflate::{Deflater, dictionary};
use crate::{Error, Result};

/// Bytes of the stream in a group where there is no dictionary.
const GROUP: usize = 32 * 1024;

/// With one: so that all of it is near enough to be referred to from the middle of a group.
const GROUP_AFTER_DICTIONARY: usize = 16 * 1024;

const TEXT: &str = "text";

/// Writes the stream: its length, the size of the dictionary before and after deflating, the size of each group,
/// the dictionary, the groups.
pub(super) fn write(stream: &[u8]) -> Vec<u8> {
    let dictionary = dictionary(stream);
    let deflater = Deflater::new(&dictionary);
    let groups: Vec<Vec<u8>> =
        stream.chunks(group_size(dictionary.len())).map(|group| deflater.deflate(group)).collect();
    let mut out = Vec::new();
    put(&mut out, stream.len() as u64);
    put(&mut out, dictionary.len() as u64);
    let deflated = if dictionary.is_empty() { Vec::new() } else { Deflater::new(&[]).deflate(&dictionary) };
    put(&mut out, deflated.len() as u64);
    for group in &groups {
        put(&mut out, group.len() as u64);
    }
    out.extend(deflated);
    groups.iter().for_each(|group| out.extend_from_slice(group));
    out
}

fn group_size(dictionary: usize) -> usize {
    if dictionary == 0 { GROUP } else { GROUP_AFTER_DICTIONARY }
}

/// Where the groups lie, the dictionary, and the group that was read last.
pub(super) struct Store {
    length: usize,
    group: usize,
    /// The bytes of the dictionary when inflated.
    before: usize,
    /// The offset of the dictionary and of each group in the section, and the end of the last.
    offsets: Vec<usize>,
    dictionary: OnceCell<Vec<u8>>,
    recent: RefCell<Option<(usize, Vec<u8>)>>,
}

impl Store {
    pub(super) fn open(section: &[u8]) -> Result<Self> {
        let mut reader = Reader::new(TEXT, section);
        let (length, before) = (reader.size()?, reader.size()?);
        let group = group_size(before);
        if before > GROUP || length.div_ceil(group) > reader.left() {
            return Err(reader.error("more is announced than is there"));
        }
        let sizes = (0..=length.div_ceil(group)).map(|_| reader.count()).collect::<Result<Vec<_>>>()?;
        let mut offsets = vec![reader.place()];
        for size in sizes {
            let last = offsets.last().copied().unwrap_or_default();
            offsets.push(last.saturating_add(size));
        }
        match offsets.last() {
            Some(end) if *end == section.len() => {
                let (dictionary, recent) = (OnceCell::new(), RefCell::new(None));
                Ok(Self { length, group, before, offsets, dictionary, recent })
            }
            _ => Err(reader.error("its groups do not fill it")),
        }
    }

    /// A part of the stream, as text.
    pub(super) fn read(&self, section: &[u8], start: usize, end: usize) -> Result<String> {
        if start > end || end > self.length {
            return Err(Error::archive(TEXT, "a text lies outside"));
        }
        let mut bytes = Vec::with_capacity(end - start);
        let mut place = start;
        while place < end {
            let group = place / self.group;
            let first = group * self.group;
            let mut recent = self.recent.borrow_mut();
            if recent.as_ref().is_none_or(|(number, _)| *number != group) {
                let size = self.group.min(self.length - first);
                *recent = Some((group, self.inflate(section, group + 1, self.dictionary(section)?, size)?));
            }
            if let Some((_, inflated)) = recent.as_ref() {
                let text = inflated.get(self.before..).unwrap_or_default();
                let until = (end - first).min(text.len());
                bytes.extend_from_slice(&text[place - first..until]);
                place = first + until;
            }
        }
        String::from_utf8(bytes).map_err(|_| Error::archive(TEXT, "a text is not UTF-8"))
    }

    fn dictionary(&self, section: &[u8]) -> Result<&[u8]> {
        if self.before > 0 && self.dictionary.get().is_none() {
            let _ = self.dictionary.set(self.inflate(section, 0, &[], self.before)?);
        }
        Ok(self.dictionary.get().map(Vec::as_slice).unwrap_or_default())
    }

    /// Inflates a part of the section to exactly `size` bytes, which follow the dictionary.
    fn inflate(&self, section: &[u8], number: usize, dictionary: &[u8], size: usize) -> Result<Vec<u8>> {
        let broken = || Error::archive(TEXT, format!("part {number} cannot be inflated"));
        let deflated = section.get(self.offsets[number]..self.offsets[number + 1]).ok_or_else(broken)?;
        let mut out = dictionary.to_vec();
        out.resize(dictionary.len() + size, 0);
        let mut state = Box::<DecompressorOxide>::default();
        let flags = inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
        match decompress(&mut state, deflated, &mut out, dictionary.len(), flags) {
            (TINFLStatus::Done, _, written) if written == size => Ok(out),
            _ => Err(broken()),
        }
    }
}
