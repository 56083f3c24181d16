//! One name, one document: files that would share a name, and texts that are there twice.

use std::collections::{HashMap, HashSet};

use super::Notice;
use super::draft::clean;
use super::intake::Article;
use super::notice::{Outcome, Place};
use crate::document::Document;

/// Shorter texts are alike by chance, in bytes.
const SHORTEST: usize = 200;

/// Names articles, in their order; each has its own name, and none is there twice.
pub(super) fn named(articles: Vec<Article>, notices: &mut Vec<Notice>) -> Vec<Document> {
    let mut documents: Vec<Document> = Vec::with_capacity(articles.len());
    let mut taken: HashSet<String> = HashSet::new();
    let mut texts: HashMap<u64, Vec<usize>> = HashMap::new();
    for Article { file, line, names, mut document } in articles {
        let place = line.map(Place::Line);
        if document.blocks.is_empty() {
            notices.push(Notice::left_out(&file, place, "it has a date and nothing else"));
            continue;
        }
        let alike = texts.entry(hash(&document)).or_default();
        let twin = alike.iter().map(|at| &documents[*at]).find(|other| same_text(other, &document));
        if let Some(twin) = twin {
            let twice = twin.published == document.published && twin.facts == document.facts;
            if twice {
                // What was said about a file that is left out no longer matters.
                notices.retain(|said| !(said.file == file && said.place == place && said.outcome == Outcome::Kept));
                notices.push(Notice::left_out(&file, place, format!("the same text as {}; delete one", twin.name)));
                continue;
            }
            if document.text.len() >= SHORTEST {
                let reason = format!("the same text as {}, with another date or other facts", twin.name);
                notices.push(Notice::kept(&file, place, reason));
            }
        }
        let names: Vec<String> = names.iter().map(|name| clean(name)).collect();
        let best = names.first().cloned().unwrap_or_default();
        let name = names
            .into_iter()
            .chain((2..).map(|count| format!("{best} ({count})")))
            .find(|name| !taken.contains(name))
            .unwrap_or_default();
        if name != best {
            let reason = format!("another document is named {best} too; this one is named {name}");
            notices.push(Notice::kept(&file, place, reason));
        }
        taken.insert(name.clone());
        document.name = name;
        alike.push(documents.len());
        documents.push(document);
    }
    documents
}

fn parts(document: &Document) -> impl Iterator<Item = &str> {
    document.blocks.iter().map(|block| &document.text[block.range.clone()])
}

fn same_text(one: &Document, other: &Document) -> bool {
    parts(one).eq(parts(other))
}

fn hash(document: &Document) -> u64 {
    parts(document).fold(FNV_START, |hash, part| fnv(hash, part.as_bytes()))
}

/// Where a hash begins (FNV-1a, 64 bits).
pub(super) const FNV_START: u64 = 0xCBF2_9CE4_8422_2325;

/// Goes on with a hash; the same everywhere, so that results do not depend on the machine.
pub(super) fn fnv(hash: u64, bytes: &[u8]) -> u64 {
    let word = |hash: u64, word: u64| (hash ^ word).wrapping_mul(0x0000_0100_0000_01B3).rotate_left(23);
    let mut words = bytes.chunks_exact(8);
    let mut hash = word(hash, bytes.len() as u64);
    for eight in &mut words {
        hash = word(hash, eight.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)));
    }
    words.remainder().iter().fold(hash, |hash, byte| word(hash, u64::from(*byte)))
}
