//! Where words stand one right after another.

use super::expand::Expansion;
use super::near::{Occurrence, Stand};
use crate::archive::{Archive, Place};
use crate::document::DocId;
use crate::{Result, order};

/// A word of a phrase.
pub(super) struct Part<'a> {
    /// Its number in the leaf.
    pub(super) word: u32,
    /// The forms that answer it.
    pub(super) expansions: &'a [Expansion],
    /// In how many places it stands, about.
    pub(super) common: f64,
}

/// Gives the occurrences of a phrase in each of some documents, which ascend: those of [`super::near::near`] for words alone with
/// nothing between.
///
/// The rarest word says where a phrase may begin. The others only strike such places out, so that of a word as common as `de` nothing
/// is kept but where it is part of a phrase.
pub(super) fn occurrences(
    archive: &Archive,
    parts: &[Part<'_>],
    places: &[Place],
    documents: &[DocId],
) -> Result<Vec<Vec<Occurrence>>> {
    let mut numbers: Vec<usize> = (0..parts.len()).collect();
    order::sort_by(&mut numbers, |one, other| parts[*one].common.total_cmp(&parts[*other].common));
    let mut begins: Vec<(DocId, u32)> = Vec::new();
    // For each word that was looked up, what stands at each beginning.
    let mut stands: Vec<(usize, Vec<Stand>)> = Vec::new();
    for number in numbers {
        let first = stands.is_empty();
        let mut wanted: Vec<DocId> = begins.iter().map(|(document, _)| *document).collect();
        wanted.dedup();
        let wanted = if first { documents } else { &wanted[..] };
        let mut found: Vec<(usize, Stand)> = Vec::new();
        let before = number as u32;
        for Expansion { form, reason, .. } in parts[number].expansions.iter().filter(|expansion| !expansion.off) {
            for place in places {
                let mut at = 0;
                archive.positions(*form, *place, wanted, |document, positions| {
                    let stand = |position: u32| Stand {
                        word: parts[number].word,
                        position,
                        form: *form,
                        weight: reason.weight(),
                    };
                    if first {
                        for position in positions.iter().filter(|position| position.0 >= before) {
                            found.push((begins.len(), stand(position.0)));
                            begins.push((document, position.0 - before));
                        }
                        return;
                    }
                    at += begins[at..].partition_point(|(other, _)| *other < document);
                    let mut rest = positions;
                    while let Some((_, begin)) = begins.get(at).filter(|(other, _)| *other == document) {
                        rest = &rest[rest.partition_point(|position| position.0 < begin + before)..];
                        if rest.first().is_some_and(|position| position.0 == begin + before) {
                            found.push((at, stand(begin + before)));
                        }
                        at += 1;
                    }
                })?;
            }
        }
        // In the order of the text, whatever form stands there.
        order::sort_by_key(&mut found, |(begin, _)| if first { begins[*begin] } else { (DocId(0), *begin as u32) });
        begins = found.iter().map(|(begin, _)| begins[*begin]).collect();
        for (_, known) in &mut stands {
            *known = found.iter().map(|(begin, _)| known[*begin]).collect();
        }
        stands.push((number, found.into_iter().map(|(_, stand)| stand).collect()));
        if begins.is_empty() {
            break;
        }
    }
    order::sort_by_key(&mut stands, |(number, _)| *number);
    let mut all: Vec<Vec<Occurrence>> = vec![Vec::new(); documents.len()];
    let mut at = 0;
    for (place, (document, _)) in begins.iter().enumerate() {
        at += documents[at..].partition_point(|other| other < document);
        let words = stands.iter().map(|(_, stands)| stands[place]);
        if let (Some(all), Some(phrase)) = (all.get_mut(at), Occurrence::phrase(words)) {
            all.push(phrase);
        }
    }
    Ok(all)
}
