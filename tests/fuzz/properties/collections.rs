//! From files to answers: what was read, whatever it is, can be archived, is found, and is quoted as it was.

use std::collections::HashMap;

use arbitrary::{Result, Unstructured};
use kroniek::archive::{Archive, write_in};
use kroniek::document::{DocId, Document};
use kroniek::engine::Engine;
use kroniek::ingest::Intake;

use super::{ask, card, files};

/// Texts come out of an archive as they went in, and a sound archive answers everything.
pub(crate) fn collections(u: &mut Unstructured<'_>) -> Result<()> {
    let mut intake = Intake::new(None);
    for number in 0..u.int_in_range(1..=4)? {
        let (name, bytes) = files::file(u)?;
        // Two files of one name would be an error of the one who asks.
        intake.add(&format!("{number}/{name}"), &bytes);
    }
    let (documents, _) = intake.finish();
    let limit = if u.arbitrary()? { u64::MAX } else { 2_000 };
    let bytes = write_in(&card(), &documents, limit, &mut |_| ()).unwrap();
    assert_eq!(bytes, write_in(&card(), &documents, limit, &mut |_| ()).unwrap(), "twice the same");
    let archive = Archive::open(Box::new(bytes.clone())).unwrap();
    assert_eq!(archive.documents() as usize, documents.len());
    let mut named: HashMap<&str, &Document> = documents.iter().map(|document| (&document.name[..], document)).collect();
    for id in (0..archive.documents()).map(DocId) {
        let entry = archive.entry(id).unwrap();
        let document = named.remove(&entry.name[..]).unwrap();
        assert_eq!(archive.text(&entry).unwrap(), document.text);
        assert_eq!(archive.published(id), document.published);
        assert!(archive.named(&document.name).unwrap().contains(&id));
        archive.times(id).unwrap();
    }
    let engine = Engine::open(bytes).unwrap();
    for _ in 0..u.int_in_range(1..=3)? {
        let request = ask::request(u)?;
        ask::everything(&engine, &request).unwrap();
    }
    Ok(())
}
