//! From a query to the documents that answer it.

use std::rc::Rc;

use super::leaf::Leaf;
use super::recent::Recent;
use crate::Result;
use crate::archive::Archive;
use crate::document::DocId;
use crate::query::{Field, Meant, Node};
use crate::time::Interval;
use crate::{order, text};

/// A query with what answers each of its parts.
#[derive(Debug)]
pub enum Evaluated {
    /// All of these.
    All(Vec<Evaluated>),
    /// One of these, or more.
    Any(Vec<Evaluated>),
    /// Not this.
    Not(Box<Evaluated>),
    /// A word, words one after another, or words near each other.
    Leaf(Rc<Leaf>),
    /// A field, with the documents that answer.
    Field(Vec<DocId>),
}

/// Evaluates a query part by part.
pub(super) fn evaluate(archive: &Archive, node: &Node, recent: &mut Recent) -> Result<Evaluated> {
    let mut all = |parts: &[Node]| parts.iter().map(|part| evaluate(archive, part, recent)).collect::<Result<Vec<_>>>();
    Ok(match node {
        Node::All(parts) => Evaluated::All(all(parts)?),
        Node::Any(parts) => Evaluated::Any(all(parts)?),
        Node::Not(part) => Evaluated::Not(Box::new(evaluate(archive, part, recent)?)),
        Node::Word(_) | Node::Phrase(..) | Node::Near(..) | Node::Field(Field::Title(_), _) => {
            Evaluated::Leaf(recent.leaf(archive, node)?)
        }
        Node::Field(Field::Date(interval), _) => Evaluated::Field(published_in(archive, *interval)),
        Node::Field(Field::Mentions(meant), _) => Evaluated::Field(speaking_of(archive, every(archive), *meant)?),
        Node::Field(Field::Fact(name, words), _) => Evaluated::Field(with_fact(archive, name, words)?),
    })
}

impl Evaluated {
    /// The documents that answer, ascending.
    pub fn documents(&self, archive: &Archive) -> Vec<DocId> {
        match self {
            Self::Leaf(leaf) => leaf.documents.iter().map(|(document, _)| *document).collect(),
            Self::Field(documents) => documents.clone(),
            Self::Not(part) => without(every(archive), &part.documents(archive)),
            Self::Any(parts) => {
                let mut all = Vec::new();
                parts.iter().for_each(|part| all.extend(part.documents(archive)));
                order::sort_unique(&mut all);
                all
            }
            Self::All(parts) => {
                let (not, wanted): (Vec<_>, Vec<_>) = parts.iter().partition(|part| matches!(part, Self::Not(_)));
                let mut common: Option<Vec<DocId>> = None;
                for part in wanted {
                    let with = part.documents(archive);
                    common = Some(match common {
                        None => with,
                        Some(mut common) => {
                            let mut among = among(&with, |id| *id);
                            common.retain(|id| among(*id));
                            common
                        }
                    });
                }
                let common = common.unwrap_or_else(|| every(archive));
                not.into_iter().fold(common, |common, part| match part {
                    Self::Not(part) => without(common, &part.documents(archive)),
                    _ => common,
                })
            }
        }
    }

    /// The words and phrases that are wanted, in the order of the query.
    pub fn leaves(&self) -> Vec<&Leaf> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::leaves).collect(),
            Self::Leaf(leaf) => vec![leaf],
            Self::Not(_) | Self::Field(_) => Vec::new(),
        }
    }
}

fn without(mut documents: Vec<DocId>, less: &[DocId]) -> Vec<DocId> {
    let mut among = among(less, |id| *id);
    documents.retain(|document| !among(*document));
    documents
}

/// Says of documents, which ascend from call to call, whether each is among others, which ascend too.
pub(super) fn among<T>(others: &[T], id: impl Fn(&T) -> DocId) -> impl FnMut(DocId) -> bool {
    let mut next = 0;
    move |document| {
        while others.get(next).is_some_and(|other| id(other) < document) {
            next += 1;
        }
        others.get(next).is_some_and(|other| id(other) == document)
    }
}

/// Whether a document may have been published in a time.
pub(super) fn may_be_of(archive: &Archive, document: DocId, interval: Interval) -> bool {
    archive.published(document).is_some_and(|date| date.interval.overlaps(interval))
}

fn published_in(archive: &Archive, interval: Interval) -> Vec<DocId> {
    (0..archive.documents()).map(DocId).filter(|document| may_be_of(archive, *document, interval)).collect()
}

fn every(archive: &Archive) -> Vec<DocId> {
    (0..archive.documents()).map(DocId).collect()
}

/// Keeps of some documents those that speak of a time that is meant.
pub(crate) fn speaking_of(archive: &Archive, mut documents: Vec<DocId>, meant: Meant) -> Result<Vec<DocId>> {
    if archive.has_mentions() {
        let mut speaks = vec![false; archive.documents() as usize];
        archive.mentions(Some(meant.interval), &mut |time, _, documents| {
            if meant.has(time) {
                documents.iter().for_each(|(document, _)| speaks[document.0 as usize] = true);
            }
        })?;
        documents.retain(|document| speaks[document.0 as usize]);
        return Ok(documents);
    }
    let mut kept = Vec::new();
    for document in documents {
        let told = archive.times(document)?;
        if told.iter().filter_map(|told| told.mention.interval).any(|time| meant.has(time)) {
            kept.push(document);
        }
    }
    Ok(kept)
}

fn with_fact(archive: &Archive, name: &str, words: &[String]) -> Result<Vec<DocId>> {
    let mut documents = Vec::new();
    for (number, _) in archive.fact_heads().iter().enumerate().filter(|(_, fact)| fact.name == name) {
        let Some(fact) = archive.fact(number)? else { continue };
        for (value, with) in &fact.values {
            let folded: Vec<String> = text::tokens(value).map(|token| text::fold(&value[token.range])).collect();
            if !words.is_empty() && folded.windows(words.len()).any(|window| window == words) {
                documents.extend(with);
            }
        }
    }
    order::sort_unique(&mut documents);
    Ok(documents)
}
