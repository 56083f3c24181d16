//! The facts of a collection: for each value of a fact the documents that have it. A fact is a part.

use std::collections::HashMap;

use super::bits::{BitReader, BitWriter};
use super::bytes::{Reader, put, put_text};
use crate::document::DocId;
use crate::{Error, Result};

pub(super) const FACTS: &str = "facts";

/// A fact of a collection: its name, and the documents of each of its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its name, lower case: `source`.
    pub name: String,
    /// Its values as they are written, each with the documents that have it, ascending.
    pub values: Vec<(String, Vec<DocId>)>,
}

/// Writes the values with how many documents have each, and the documents.
pub(super) fn write(values: &[(String, Vec<DocId>)], documents: u32) -> Vec<u8> {
    let (mut out, mut lists) = (Vec::new(), BitWriter::default());
    put(&mut out, values.len() as u64);
    for (value, with) in values {
        put_text(&mut out, value);
        put(&mut out, with.len() as u64);
        let with: Vec<u64> = with.iter().map(|document| u64::from(document.0)).collect();
        lists.put_ascending(&with, 0, u64::from(documents));
    }
    out.extend(lists.finish());
    out
}

pub(super) fn read(bytes: &[u8], name: &str, documents: u32) -> Result<Fact> {
    let mut reader = Reader::new(FACTS, bytes);
    let mut values: Vec<(String, Vec<DocId>)> = Vec::new();
    let mut counts = Vec::new();
    for _ in 0..reader.count()? {
        values.push((reader.text()?.to_owned(), Vec::new()));
        let count = reader.u32()?;
        if count > documents {
            return Err(reader.error("more documents are announced than there are"));
        }
        counts.push(count);
    }
    let mut bits = BitReader::at(reader.rest(), 0);
    let mut ids = Vec::new();
    for ((_, with), count) in values.iter_mut().zip(counts) {
        ids.clear();
        ids.resize(count as usize, 0);
        let fits = bits.ascending(&mut ids, 0, u64::from(documents));
        if fits.is_none() || bits.passed() {
            return Err(Error::archive(FACTS, "it names a document that is not there"));
        }
        with.extend(ids.iter().map(|id| DocId(*id as u32)));
    }
    Ok(Fact { name: name.to_owned(), values })
}

/// The values of a fact, each with the documents that have it.
pub(super) type Values = Vec<(String, Vec<DocId>)>;

/// The facts of documents, gathered by name and value.
#[derive(Default)]
pub(super) struct Gathered {
    facts: Vec<(String, Values)>,
    numbers: HashMap<String, (usize, HashMap<String, usize>)>,
}

impl Gathered {
    pub(super) fn add(&mut self, document: DocId, name: &str, value: &str) {
        if !self.numbers.contains_key(name) {
            self.numbers.insert(name.to_owned(), (self.facts.len(), HashMap::new()));
            self.facts.push((name.to_owned(), Vec::new()));
        }
        let Some((fact, values)) = self.numbers.get_mut(name) else { return };
        let known = &mut self.facts[*fact].1;
        let number = *values.entry(value.to_owned()).or_insert_with(|| {
            known.push((value.to_owned(), Vec::new()));
            known.len() - 1
        });
        let documents = &mut known[number].1;
        if documents.last() != Some(&document) {
            documents.push(document);
        }
    }

    pub(super) fn finish(self) -> Vec<(String, Values)> {
        self.facts
    }
}
