//! From the name of a document to the document: by a hash of the name, in parts by the hash.

use xxhash_rust::xxh64::xxh64;

use super::bytes::{Reader, put};
use crate::Result;
use crate::document::DocId;

const NAMES: &str = "names";

/// Documents in a part: one part is read for a name.
const PART: usize = 2048;

/// What a name is looked up by; two names may share it.
pub(super) fn hash(name: &str) -> u32 {
    xxh64(name.as_bytes(), 0) as u32
}

/// Writes parts, each with the first hash that is in it: hashes as steps, and documents.
pub(super) fn write(mut documents: Vec<(u32, DocId)>) -> Vec<(u32, Vec<u8>)> {
    documents.sort_unstable();
    let part = |part: &[(u32, DocId)]| {
        let (mut out, mut last) = (Vec::new(), 0);
        for (hash, document) in part {
            put(&mut out, u64::from(hash - last));
            put(&mut out, u64::from(document.0));
            last = *hash;
        }
        (part.first().map_or(0, |(hash, _)| *hash), out)
    };
    documents.chunks(PART).map(part).collect()
}

/// The documents whose name may have a hash, of those in a part.
pub(super) fn find(bytes: &[u8], wanted: u32) -> Result<Vec<DocId>> {
    let mut reader = Reader::new(NAMES, bytes);
    let (mut hash, mut found) = (0u32, Vec::new());
    while reader.left() > 0 {
        hash = hash.saturating_add(reader.u32()?);
        let document = DocId(reader.u32()?);
        if hash == wanted {
            found.push(document);
        }
    }
    Ok(found)
}
