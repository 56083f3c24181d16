//! How often words stand one after another.
//!
//! A phrase of common words stands in most documents, made of words that stand there by the hundred thousand. To count it, no
//! note is made of them: the rarest word says where it may begin, and the others are gone through once beside that.

use super::expand::Expansion;
use super::leaf::Frequency;
use crate::Result;
use crate::archive::{Archive, Place};
use crate::document::DocId;
use crate::order;

/// Documents that are gone through at once: with fewer, blocks of postings are read twice; with more, what is noted no longer fits
/// into the caches of a processor.
const AT_ONCE: usize = 2048;

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
    documents: &[DocId],
) -> Result<Vec<(DocId, Frequency)>> {
    let mut counted = Vec::new();
    for documents in documents.chunks(AT_ONCE) {
        count_in(archive, words, places, documents.to_vec(), &mut counted)?;
    }
    Ok(counted.into_iter().map(|(document, weight)| (document, weight as Frequency)).collect())
}

fn count_in(
    archive: &Archive,
    words: &[Word<'_>],
    places: &[Place],
    mut documents: Vec<DocId>,
    counted: &mut Vec<(DocId, f64)>,
) -> Result<()> {
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
                archive.positions(expansion.form, *place, &documents, &mut |document, positions| {
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
    for (place, (document, _)) in begins.into_iter().enumerate() {
        let weight = weights.iter().fold(1.0, |product, weights| product * weights[place]);
        match counted.last_mut() {
            Some((last, sum)) if *last == document => *sum += weight,
            _ => counted.push((document, weight)),
        }
    }
    Ok(())
}

fn keep<T>(items: &mut Vec<T>, mut kept: impl Iterator<Item = bool>) {
    items.retain(|_| kept.next().unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use crate::archive::{Archive, Card, write};
    use crate::document::DocId;
    use crate::ingest::Intake;
    use crate::query::parse;
    use crate::search::{Recent, Scope, Standing, find, leaf::Frequency};
    use crate::text::Language;

    /// More documents than are gone through at once, of a few words in ever another order.
    #[test]
    fn what_is_counted_is_what_stands_there() {
        let mut intake = Intake::new(None);
        let mut state = 1u32;
        for number in 0..super::AT_ONCE + 500 {
            let mut words = || {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                ["een", "één", "stad", "steden", "van", "de"][(state >> 16) as usize % 6]
            };
            let text: Vec<&str> = (0..12).map(|_| words()).collect();
            intake.add(&format!("{number}.txt"), format!("{number} {}", text.join(" ")).as_bytes());
        }
        let card = Card { title: String::new(), language: Language::Dutch };
        let bytes = write(&card, &intake.finish().0, &mut |_| ()).expect("an archive");
        let archive = Archive::open(Box::new(bytes)).expect("an archive");
        let all: Vec<DocId> = (0..archive.documents()).map(DocId).collect();
        for query in
            ["\"van de\"", "\"de de\"", "\"een stad\"", "\"stad een stad\"", "\"de stad van\"", "\"van een de een\""]
        {
            let (query, scope) = (parse(query, false, &[]), Scope::default());
            let found = find(&archive, query.node.as_ref(), &scope, None, &mut Recent::default()).expect("documents");
            let leaves = found.leaves();
            let standing = leaves[0].occurrences(&Standing::by_postings(&archive), &all).expect("occurrences");
            let mut expected = Vec::new();
            for (document, occurrences) in all.iter().zip(standing).filter(|(_, occurrences)| !occurrences.is_empty()) {
                expected.push((
                    *document,
                    occurrences.iter().map(super::super::Occurrence::weight).sum::<f64>() as Frequency,
                ));
            }
            assert!(!expected.is_empty(), "{:?}", query.node);
            assert_eq!(leaves[0].documents, expected, "{:?}", query.node);
        }
    }
}
