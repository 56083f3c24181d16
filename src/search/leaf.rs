//! Where a word or a phrase of the query stands: in which documents, how often, at which positions.

use std::ops::Range;

use super::expand::{Expansion, Off, expand};
use crate::Result;
use crate::archive::{Archive, FormId, Place};
use crate::document::{BlockKind, DocId};
use crate::order;
use crate::query::Word;

/// A word, or words one after another, with the documents that have them.
#[derive(Debug)]
pub struct Leaf {
    /// The words with the forms that answer each.
    pub words: Vec<(Word, Vec<Expansion>)>,
    /// Only in titles.
    titles: bool,
    /// The documents, ascending, each with its weighted frequency.
    pub documents: Vec<(DocId, f64)>,
}

/// An occurrence in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// The positions of its words.
    pub positions: Range<u32>,
    /// The forms that stand there; one for each word.
    pub forms: Vec<FormId>,
}

impl Leaf {
    /// Finds where some words stand one after another; a word alone is a phrase of one.
    pub(super) fn find(archive: &Archive, words: &[Word], titles: bool, scope: &Scope) -> Result<Self> {
        let words = words
            .iter()
            .map(|word| {
                let mut expansions = expand(archive, word, &scope.off)?;
                if !scope.furniture {
                    let mut seen = Ok(());
                    expansions.retain(|expansion| match archive.document_frequency(expansion.form, Place::Text) {
                        Ok(documents) => documents > 0,
                        Err(error) => {
                            seen = Err(error);
                            false
                        }
                    });
                    seen?;
                }
                Ok((word.clone(), expansions))
            })
            .collect::<Result<Vec<_>>>()?;
        let mut leaf = Self { words, titles, documents: Vec::new() };
        leaf.documents = match &leaf.words[..] {
            [(_, expansions)] if !titles => frequencies(archive, expansions, scope)?,
            _ => {
                let candidates = leaf.candidates(archive, scope)?;
                let occurrences = leaf.occurrences(archive, scope, &candidates)?;
                let weights = leaf.weights();
                let weight = |(weights, form): (&Vec<(FormId, f64)>, &FormId)| {
                    weights.binary_search_by_key(form, |(form, _)| *form).map_or(0.0, |place| weights[place].1)
                };
                let worth =
                    |occurrence: &Occurrence| weights.iter().zip(&occurrence.forms).map(weight).product::<f64>();
                occurrences.iter().map(|(document, list)| (*document, list.iter().map(worth).sum())).collect()
            }
        };
        Ok(leaf)
    }

    /// For each word the weights of its forms, in the order of the vocabulary.
    fn weights(&self) -> Vec<Vec<(FormId, f64)>> {
        let of = |(_, expansions): &(Word, Vec<Expansion>)| {
            let mut weights: Vec<(FormId, f64)> =
                expansions.iter().map(|expansion| (expansion.form, expansion.reason.weight())).collect();
            order::sort_by_key(&mut weights, |(form, _)| *form);
            weights
        };
        self.words.iter().map(of).collect()
    }

    /// The documents that have all the words, wherever they stand.
    fn candidates(&self, archive: &Archive, scope: &Scope) -> Result<Vec<DocId>> {
        let mut common: Option<Vec<DocId>> = None;
        for (_, expansions) in &self.words {
            let with: Vec<DocId> = frequencies(archive, expansions, scope)?.into_iter().map(|(id, _)| id).collect();
            common = Some(match common {
                None => with,
                Some(common) => common.into_iter().filter(|id| with.binary_search(id).is_ok()).collect(),
            });
        }
        Ok(common.unwrap_or_default())
    }

    /// The occurrences in some documents, which ascend; documents without one are left out.
    pub(super) fn occurrences(
        &self,
        archive: &Archive,
        scope: &Scope,
        documents: &[DocId],
    ) -> Result<Vec<(DocId, Vec<Occurrence>)>> {
        let mut found: Vec<(DocId, Occurrence)> = Vec::new();
        for (number, (_, expansions)) in self.words.iter().enumerate() {
            let mut standing: Vec<(DocId, u32, FormId)> = Vec::new();
            for expansion in expansions.iter().filter(|expansion| !expansion.off) {
                for place in scope.places() {
                    archive.positions(expansion.form, *place, documents, |document, positions| {
                        standing.extend(positions.iter().map(|position| (document, position.0, expansion.form)));
                    })?;
                }
            }
            order::sort_by(&mut standing, Ord::cmp);
            if number == 0 {
                let alone = |(document, at, form)| (document, Occurrence { positions: at..at + 1, forms: vec![form] });
                found = standing.into_iter().map(alone).collect();
            } else {
                found.retain_mut(|(document, occurrence)| occurrence.goes_on(*document, &standing));
            }
        }
        let mut grouped: Vec<(DocId, Vec<Occurrence>)> = Vec::new();
        for (document, occurrence) in found {
            match grouped.last_mut() {
                Some((last, list)) if *last == document => list.push(occurrence),
                _ => grouped.push((document, vec![occurrence])),
            }
        }
        if self.titles {
            for (document, list) in &mut grouped {
                let title = archive.blocks(*document)?.into_iter().find(|block| block.kind == BlockKind::Title);
                let end = title.map_or(0, |block| block.position.0 + block.tokens);
                list.retain(|occurrence| occurrence.positions.end <= end);
            }
            grouped.retain(|(_, list)| !list.is_empty());
        }
        Ok(grouped)
    }
}

impl Occurrence {
    /// Takes in the word that follows; `false` if none of those standing does. They are sorted.
    fn goes_on(&mut self, document: DocId, standing: &[(DocId, u32, FormId)]) -> bool {
        let end = self.positions.end;
        let found = standing.binary_search_by_key(&(document, end), |(document, at, _)| (*document, *at));
        if let Ok(place) = found {
            self.positions.end += 1;
            self.forms.push(standing[place].2);
        }
        found.is_ok()
    }
}

/// The documents that have one of the forms, ascending, each with its weighted frequency.
fn frequencies(archive: &Archive, expansions: &[Expansion], scope: &Scope) -> Result<Vec<(DocId, f64)>> {
    let mut sums: Vec<f64> = vec![0.0; archive.documents() as usize];
    for expansion in expansions.iter().filter(|expansion| !expansion.off) {
        for place in scope.places() {
            for posting in archive.postings(expansion.form, *place)? {
                sums[posting.document.0 as usize] += expansion.reason.weight() * f64::from(posting.count);
            }
        }
    }
    Ok((0..).map(DocId).zip(sums).filter(|(_, sum)| *sum > 0.0).collect())
}

/// What is searched and what is left out of it.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// Page furniture too.
    pub furniture: bool,
    /// What the reader has switched off.
    pub off: Off,
}

impl Scope {
    fn places(&self) -> &'static [Place] {
        if self.furniture { &[Place::Text, Place::Furniture] } else { &[Place::Text] }
    }
}
