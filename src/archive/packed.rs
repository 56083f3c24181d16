//! What is deflated as a whole: its size, and what deflating leaves.
//!
//! In a large collection also the parts of words and families, which hold spellings. In a small one they are read as they are: there, all of
//! the archive is deflated once, by whoever sends it.

use std::cell::OnceCell;

use super::bytes::{Reader, put};
use super::deflate::{deflate, inflate};
use crate::Result;

/// Deflates a part.
pub(super) fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    put(&mut out, bytes.len() as u64);
    out.extend(deflate(bytes));
    out
}

/// Inflates a part.
pub(super) fn unpack(section: &'static str, part: &[u8]) -> Result<Vec<u8>> {
    let mut reader = Reader::new(section, part);
    let size = reader.size()?;
    inflate(reader.rest(), size).ok_or_else(|| reader.error("it cannot be inflated"))
}

/// What a part inflates to, once that was asked.
#[derive(Default)]
pub(super) struct Unpacked(OnceCell<Vec<u8>>);

impl Unpacked {
    /// The bytes of a part that is deflated.
    pub(super) fn of(&self, section: &'static str, part: &[u8]) -> Result<&[u8]> {
        super::init(&self.0, || unpack(section, part)).map(Vec::as_slice)
    }
}
