//! The text store: the texts of all documents as one stream, deflated in groups.
//!
//! A group is 32 kB of the stream: large enough to compress well, small enough that one article costs little.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use std::cell::RefCell;

use super::bytes::{Reader, put};
use crate::{Error, Result};

const GROUP: usize = 32 * 1024;
const TEXT: &str = "text";
/// The level of deflate with the best compression that miniz_oxide knows.
const LEVEL: u8 = 10;

/// Writes the stream: its length, the number of groups, the size of each group, the groups.
pub(super) fn write(stream: &[u8]) -> Vec<u8> {
    let groups: Vec<Vec<u8>> = stream.chunks(GROUP).map(|group| compress_to_vec(group, LEVEL)).collect();
    let mut out = Vec::new();
    put(&mut out, stream.len() as u64);
    put(&mut out, groups.len() as u64);
    for group in &groups {
        put(&mut out, group.len() as u64);
    }
    out.extend(groups.iter().flatten());
    out
}

/// Where the groups lie, and the one that was read last.
pub(super) struct Store {
    length: usize,
    /// The offset of each group in the section, and the end of the last.
    offsets: Vec<usize>,
    recent: RefCell<Option<(usize, Vec<u8>)>>,
}

impl Store {
    pub(super) fn open(section: &[u8]) -> Result<Self> {
        let mut reader = Reader::new(TEXT, section);
        let length = reader.size()?;
        let count = reader.count()?;
        if count != length.div_ceil(GROUP) {
            return Err(reader.error("the number of groups does not fit its length"));
        }
        let sizes = (0..count).map(|_| reader.count()).collect::<Result<Vec<_>>>()?;
        let mut offsets = vec![reader.place()];
        for size in sizes {
            let last = offsets.last().copied().unwrap_or_default();
            offsets.push(last.saturating_add(size));
        }
        match offsets.last() {
            Some(end) if *end == section.len() => Ok(Self { length, offsets, recent: RefCell::new(None) }),
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
            let group = place / GROUP;
            let within = place - group * GROUP;
            let mut recent = self.recent.borrow_mut();
            if recent.as_ref().is_none_or(|(number, _)| *number != group) {
                *recent = Some((group, self.inflate(section, group)?));
            }
            if let Some((_, inflated)) = recent.as_ref() {
                let until = (end - group * GROUP).min(inflated.len());
                bytes.extend_from_slice(&inflated[within..until]);
                place = group * GROUP + until;
            }
        }
        String::from_utf8(bytes).map_err(|_| Error::archive(TEXT, "a text is not UTF-8"))
    }

    fn inflate(&self, section: &[u8], group: usize) -> Result<Vec<u8>> {
        let wanted = GROUP.min(self.length - group * GROUP);
        let deflated = section.get(self.offsets[group]..self.offsets[group + 1]);
        let inflated = deflated.and_then(|bytes| decompress_to_vec_with_limit(bytes, wanted).ok());
        inflated
            .filter(|bytes| bytes.len() == wanted)
            .ok_or_else(|| Error::archive(TEXT, format!("group {group} cannot be inflated")))
    }
}
