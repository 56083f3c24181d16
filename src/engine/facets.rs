//! Facts as choices: which values the found articles have, and only those that were chosen.

use super::Engine;
use super::answers::{Choice, Facet, Request};
use crate::Result;
use crate::archive::{Archive, Fact};
use crate::document::DocId;
use crate::order;
use crate::search::Found;

/// A fact with more values in the whole collection is not offered: it tells articles apart, as a web address does, and does not
/// group them.
const FEW: usize = 30;

/// Values of a fact that are listed; the others are counted.
const LISTED: usize = 12;

/// A document that may be of so many years counts in none of them.
const VAGUE: i32 = 10;

/// The fact that is made of the dates of publication.
const YEAR: &str = "year";

/// The facts that can be chosen from, and for each of them what was chosen.
pub(super) struct Chosen {
    /// For each fact of which something was chosen: its number, and whether each document has one of the chosen values.
    filters: Vec<(usize, Vec<bool>)>,
    /// A fact was chosen that no article has.
    nothing: bool,
}

/// The years in which documents may have been published, as a fact.
pub(super) fn years(archive: &Archive) -> Fact {
    let mut years: Vec<(i32, Vec<DocId>)> = Vec::new();
    for document in (0..archive.documents()).map(DocId) {
        let Some(date) = archive.published(document) else { continue };
        let (first, last) = (date.interval.earliest.ymd().0, date.interval.latest.ymd().0);
        // What is known to the century is of no year.
        for year in (first..=last).filter(|_| last - first < VAGUE) {
            match years.binary_search_by_key(&year, |(year, _)| *year) {
                Ok(place) => years[place].1.push(document),
                Err(place) => years.insert(place, (year, vec![document])),
            }
        }
    }
    let values = years.into_iter().map(|(year, documents)| (year.to_string(), documents)).collect();
    Fact { name: YEAR.to_owned(), values }
}

impl Chosen {
    /// Reads what was chosen.
    pub(super) fn new(facts: &[&Fact], request: &Request, documents: u32) -> Self {
        let mut chosen = Self { filters: Vec::new(), nothing: false };
        for (name, value) in &request.facts {
            let Some(number) = facts.iter().position(|fact| fact.name == *name) else {
                chosen.nothing = true;
                continue;
            };
            let place = chosen.filters.iter().position(|(fact, _)| *fact == number).unwrap_or_else(|| {
                chosen.filters.push((number, vec![false; documents as usize]));
                chosen.filters.len() - 1
            });
            for (_, with) in facts[number].values.iter().filter(|(known, _)| known == value) {
                for document in with {
                    chosen.filters[place].1[document.0 as usize] = true;
                }
            }
        }
        chosen
    }

    /// Whether a document has what was chosen of each fact but the one with this number.
    fn has(&self, document: DocId, but: Option<usize>) -> bool {
        let has = |(fact, with): &(usize, Vec<bool>)| Some(*fact) == but || with[document.0 as usize];
        !self.nothing && self.filters.iter().all(has)
    }

    /// Keeps the documents that have what was chosen, and gives those that were found without it.
    pub(super) fn keep(&self, found: &mut Found) -> Vec<DocId> {
        let all = found.documents.clone();
        found.documents.retain(|document| self.has(*document, None));
        all
    }
}

impl Engine {
    /// The facts of the collection that have few values or of which one was chosen, and the years of publication where no fact has that name.
    pub(super) fn choosable(&self, request: &Request) -> Result<Vec<&Fact>> {
        let mut facts = Vec::new();
        for (number, fact) in self.archive.fact_heads().iter().enumerate() {
            let chosen = request.facts.iter().any(|(name, _)| *name == fact.name);
            if chosen || fact.values as usize <= FEW {
                facts.extend(self.archive.fact(number)?);
            }
        }
        if !facts.iter().any(|fact| fact.name == YEAR) {
            facts.push(&self.years);
        }
        Ok(facts)
    }

    /// The facts of few values, with how many of the found documents have each value. First come the facts that most documents of the
    /// collection have, among equals those of fewest values; so they keep their order whatever is chosen.
    ///
    /// The values of a fact are counted as if none of that fact were chosen: choosing another, or one more, finds that many.
    pub(super) fn facets(&self, request: &Request, chosen: &Chosen, found: &[DocId]) -> Result<Vec<Facet>> {
        let mut facets = Vec::new();
        for (number, fact) in self.choosable(request)?.into_iter().enumerate() {
            let is_chosen = |value: &str| request.facts.iter().any(|(name, it)| *name == fact.name && it == value);
            let any = chosen.filters.iter().any(|(filtered, _)| *filtered == number);
            // What all articles have alike tells nothing.
            let telling = match &fact.values[..] {
                [] => false,
                [(_, with)] => with.len() < self.archive.documents() as usize,
                values => values.len() <= FEW,
            };
            if !telling && !any {
                continue;
            }
            let mut here = vec![false; self.archive.documents() as usize];
            for document in found.iter().filter(|document| chosen.has(**document, Some(number))) {
                here[document.0 as usize] = true;
            }
            let mut values = Vec::new();
            for (value, with) in &fact.values {
                let documents = with.iter().filter(|document| here[document.0 as usize]).count();
                if documents > 0 || is_chosen(value) {
                    values.push(Choice { value: value.clone(), documents, chosen: is_chosen(value) });
                }
            }
            // Years stay in their order, of others the most frequent come first.
            if fact.name != YEAR {
                order::sort_by(&mut values, |a, b| b.documents.cmp(&a.documents).then_with(|| a.value.cmp(&b.value)));
            }
            let listed = if fact.name == YEAR { FEW } else { LISTED };
            let more = values.len().saturating_sub(listed);
            if more > 0 {
                // Nothing that was chosen is left out.
                order::sort_by_key(&mut values, |it| !it.chosen);
            }
            values.truncate(listed);
            if !values.is_empty() {
                let covered: usize = fact.values.iter().map(|(_, with)| with.len()).sum();
                facets.push(((covered, fact.values.len()), Facet { name: fact.name.clone(), values, more }));
            }
        }
        order::sort_by(&mut facets, |(one, a), (other, b)| {
            other.0.cmp(&one.0).then(one.1.cmp(&other.1)).then_with(|| a.name.cmp(&b.name))
        });
        Ok(facets.into_iter().map(|(_, facet)| facet).collect())
    }
}
