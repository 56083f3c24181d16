//! Parts that are deflated where a collection is large: those of words and families, which hold spellings.
//!
//! Layout: the size, and what deflating leaves. In a small collection they are read as they are: there, all of the archive is deflated
//! once, by whoever sends it.

use std::cell::OnceCell;

use super::bytes::{Reader, put};
use super::deflate::{Deflater, inflate};
use crate::Result;

/// Deflates a part.
pub(super) fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    put(&mut out, bytes.len() as u64);
    out.extend(Deflater::new(&[]).deflate(bytes));
    out
}

/// What a part inflates to, once that was asked.
#[derive(Default)]
pub(super) struct Unpacked(OnceCell<Vec<u8>>);

impl Unpacked {
    /// The bytes of a part that is deflated.
    pub(super) fn of(&self, section: &'static str, part: &[u8]) -> Result<&[u8]> {
        let read = || {
            let mut reader = Reader::new(section, part);
            let size = reader.size()?;
            inflate(reader.rest(), &[], size).ok_or_else(|| reader.error("it cannot be inflated"))
        };
        super::init(&self.0, read).map(Vec::as_slice)
    }
}
