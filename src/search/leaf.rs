//! Where a word or a phrase of the query stands: in which documents, how often, at which positions.

use std::collections::BTreeMap;
use std::ops::Range;

use super::expand::{Expansion, Off, expand};
use crate::Result;
use crate::annotate::Position;
use crate::archive::{Archive, FormId, Place};
use crate::document::{BlockKind, DocId};
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
                let weight = |occurrence: &Occurrence| {
                    occurrence.forms.iter().zip(&weights).map(|(form, weights)| weights[form]).product::<f64>()
                };
                occurrences.iter().map(|(document, list)| (*document, list.iter().map(weight).sum())).collect()
            }
        };
        Ok(leaf)
    }

    fn weights(&self) -> Vec<BTreeMap<FormId, f64>> {
        let of = |(_, expansions): &(Word, Vec<Expansion>)| {
            expansions.iter().map(|expansion| (expansion.form, expansion.reason.weight())).collect()
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
    ) -> Result<BTreeMap<DocId, Vec<Occurrence>>> {
        let mut found: BTreeMap<DocId, Vec<Occurrence>> = BTreeMap::new();
        for (number, (_, expansions)) in self.words.iter().enumerate() {
            let mut standing: BTreeMap<DocId, Vec<(u32, FormId)>> = BTreeMap::new();
            for expansion in expansions.iter().filter(|expansion| !expansion.off) {
                for place in scope.places() {
                    archive.positions(expansion.form, *place, documents, |document, positions| {
                        let list = standing.entry(document).or_default();
                        list.extend(positions.iter().map(|position| (position.0, expansion.form)));
                    })?;
                }
            }
            for list in standing.values_mut() {
                list.sort_unstable();
            }
            found = if number == 0 {
                let alone = |(position, form): (u32, FormId)| Occurrence {
                    positions: position..position + 1,
                    forms: vec![form],
                };
                standing.into_iter().map(|(document, list)| (document, list.into_iter().map(alone).collect())).collect()
            } else {
                longer(found, &standing)
            };
        }
        if self.titles {
            for (document, list) in &mut found {
                let title = archive.blocks(*document)?.into_iter().find(|block| block.kind == BlockKind::Title);
                let end = title.map_or(Position(0), |block| Position(block.position.0 + block.tokens));
                list.retain(|occurrence| occurrence.positions.end <= end.0);
            }
        }
        found.retain(|_, list| !list.is_empty());
        Ok(found)
    }
}

/// The occurrences that go on with a word of the next list.
fn longer(
    found: BTreeMap<DocId, Vec<Occurrence>>,
    next: &BTreeMap<DocId, Vec<(u32, FormId)>>,
) -> BTreeMap<DocId, Vec<Occurrence>> {
    let go_on = |(document, list): (DocId, Vec<Occurrence>)| {
        let following = next.get(&document)?;
        let list = list.into_iter().filter_map(|mut occurrence| {
            let end = occurrence.positions.end;
            let place = following.binary_search_by_key(&end, |(position, _)| *position).ok()?;
            occurrence.positions.end += 1;
            occurrence.forms.push(following[place].1);
            Some(occurrence)
        });
        Some((document, list.collect()))
    };
    found.into_iter().filter_map(go_on).collect()
}

/// The documents that have one of the forms, ascending, each with its weighted frequency.
fn frequencies(archive: &Archive, expansions: &[Expansion], scope: &Scope) -> Result<Vec<(DocId, f64)>> {
    let mut all: Vec<(DocId, f64)> = Vec::new();
    for expansion in expansions.iter().filter(|expansion| !expansion.off) {
        for place in scope.places() {
            let weight = expansion.reason.weight();
            let postings = archive.postings(expansion.form, *place)?;
            all.extend(postings.iter().map(|posting| (posting.document, weight * f64::from(posting.count))));
        }
    }
    // Stable, so that the same forms are always added up in the same order.
    all.sort_by_key(|(document, _)| *document);
    all.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    Ok(all)
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
