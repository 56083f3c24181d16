//! How often words stand one after another.
//!
//! A phrase of common words stands in most documents, made of words that stand there by the hundred thousand. To count it, no
//! note is made of them: the rarest word says where it may begin, and the others are gone through once beside that.

use super::expand::Expansion;
use crate::Result;
use crate::archive::{Archive, Place};
use crate::document::DocId;
use crate::order;

/// A word of a phrase.
pub(super) struct Word<'a> {
    /// The forms that answer it.
    pub(super) expansions: &'a [Expansion],
    /// How often they stand in all documents, about.
    pub(super) often: f64,
}

/// Gives those of some documents, which ascend, in which words stand one after another, each with how often, weighted: an occurrence
/// counts by the weights of its words, multiplied.
pub(super) fn count(
    archive: &Archive,
    words: &[Word<'_>],
    places: &[Place],
    mut documents: Vec<DocId>,
) -> Result<Vec<(DocId, f64)>> {
    let mut rarest: Vec<usize> = (0..words.len()).collect();
    order::sort_by(&mut rarest, |one, other| words[*one].often.total_cmp(&words[*other].often));
    // Where the phrase may begin, and for each word that was gone through what it counts there.
    let mut begins: Vec<(DocId, u32)> = Vec::new();
    let mut weights: Vec<Vec<f64>> = vec![Vec::new(); words.len()];
    for (round, number) in rarest.into_iter().enumerate() {
        let before = number as u32;
        let mut here = vec![0.0; begins.len()];
        let mut first: Vec<((DocId, u32), f64)> = Vec::new();
        for expansion in words[number].expansions.iter().filter(|expansion| !expansion.off) {
            let weight = expansion.reason.weight();
            for place in places {
                let mut at = 0;
                archive.positions(expansion.form, *place, &documents, |document, positions| {
                    for begin in positions.iter().filter_map(|position| position.0.checked_sub(before)) {
                        if round == 0 {
                            first.push(((document, begin), weight));
                            continue;
                        }
                        while begins.get(at).is_some_and(|other| *other < (document, begin)) {
                            at += 1;
                        }
                        if begins.get(at) == Some(&(document, begin)) && here[at] == 0.0 {
                            here[at] = weight;
                        }
                    }
                })?;
            }
        }
        if round == 0 {
            order::sort_by_key(&mut first, |(begin, _)| *begin);
            first.dedup_by_key(|(begin, _)| *begin);
            (begins, here) = first.into_iter().unzip();
        }
        weights[number] = here.clone();
        let stands = || here.iter().map(|weight| *weight > 0.0);
        for weights in weights.iter_mut().filter(|weights| weights.len() == here.len()) {
            keep(weights, stands());
        }
        keep(&mut begins, stands());
        documents = begins.iter().map(|(document, _)| *document).collect();
        documents.dedup();
    }
    let mut counted: Vec<(DocId, f64)> = Vec::new();
    for (place, (document, _)) in begins.into_iter().enumerate() {
        let weight = weights.iter().fold(1.0, |product, weights| product * weights[place]);
        match counted.last_mut() {
            Some((last, sum)) if *last == document => *sum += weight,
            _ => counted.push((document, weight)),
        }
    }
    Ok(counted)
}

fn keep<T>(items: &mut Vec<T>, kept: impl Iterator<Item = bool>) {
    let mut kept = kept;
    items.retain(|_| kept.next().unwrap_or_default());
}
