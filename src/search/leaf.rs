//! A part of the query that has places in a text: a word, a phrase, words near each other.

use super::evaluate::among;
use super::expand::{Expansion, Off, Reason, expand};
use super::near::{Occurrence, Stand, in_order, near};
use super::parts::{self, Cut};
use super::phrase;
use super::standing::Standing;
use crate::Result;
use crate::archive::{Archive, Place, Posting};
use crate::document::DocId;
use crate::query::{Node, Word};
use crate::{order, text};

/// How often something stands in a document, each time by its weight. Half as wide as what is reckoned with: there are as many as
/// documents, for each word.
pub(super) type Frequency = f32;

/// What has places in a text, with the documents that have it.
#[derive(Debug)]
pub struct Leaf {
    /// What it is made of.
    pub made: Made,
    /// The documents, ascending, each with its weighted frequency.
    pub documents: Vec<(DocId, Frequency)>,
    /// Those that have it in their title, with its weighted frequency there.
    pub titles: Vec<(DocId, Frequency)>,
    /// The words that a compound is made of, where they stand apart.
    pub apart: Vec<Apart>,
    /// Where it is looked for.
    places: &'static [Place],
}

/// Two words that answer a compound where they stand near each other.
#[derive(Debug)]
pub struct Apart {
    /// Both, as they are shown.
    pub shown: String,
    /// Where they stand.
    pub leaf: Leaf,
    /// Whether the reader has switched it off.
    pub off: bool,
}

/// What a leaf is made of.
#[derive(Debug)]
pub enum Made {
    /// A word: its number among those of the whole leaf, and the forms that answer it.
    Word(u32, Word, Vec<Expansion>),
    /// Several in their places.
    Near {
        /// What stands so, in the order of the query.
        parts: Vec<Leaf>,
        /// The most words between a part and those before it.
        within: u32,
        /// Each part stands after those before it: with nothing between, a phrase.
        ordered: bool,
    },
    /// Any of these.
    Any(Vec<Leaf>),
}

impl Apart {
    /// How much an occurrence counts, 0 to 1: both words do as a compound does.
    pub fn weight() -> f64 {
        Reason::Compound.weight() * Reason::Compound.weight()
    }
}

impl Leaf {
    /// Finds where a word stands, a phrase, or what is to stand near each other.
    pub(super) fn find(archive: &Archive, node: &Node, scope: &Scope) -> Result<Self> {
        Self::part(archive, node, 0, &mut 0, scope)
    }

    /// Finds the titles that have some words one after another.
    pub(super) fn in_titles(archive: &Archive, words: &[Word], scope: &Scope) -> Result<Self> {
        Self::phrase(archive, words, &mut 0, &Scope { titles: true, ..scope.clone() })
    }

    /// A part of a leaf. `within` is how far apart the parts of a group may stand that is itself to stand near something,
    /// `next` the number of its first word.
    fn part(archive: &Archive, node: &Node, within: u32, next: &mut u32, scope: &Scope) -> Result<Self> {
        let (nodes, within) = match node {
            Node::Word(word) => return Self::word(archive, word, next, scope),
            Node::Phrase(words, _) => return Self::phrase(archive, words, next, scope),
            Node::Near(nodes, within, _) => (&nodes[..], *within),
            Node::All(nodes) | Node::Any(nodes) => (&nodes[..], within),
            // The parser lets nothing else stand near something.
            Node::Not(_) | Node::Field(..) => (&[][..], within),
        };
        let mut parts = Vec::new();
        for node in nodes {
            parts.push(Self::part(archive, node, within, next, scope)?);
        }
        let any = matches!(node, Node::Any(_));
        let made = if any { Made::Any(parts) } else { Made::Near { parts, within, ordered: false } };
        Self::of(archive, made, scope)
    }

    fn word(archive: &Archive, word: &Word, next: &mut u32, scope: &Scope) -> Result<Self> {
        let mut expansions = Vec::new();
        for expansion in expand(archive, word, &scope.off)? {
            if scope.furniture || archive.document_frequency(expansion.form)? > 0 {
                expansions.push(expansion);
            }
        }
        *next += 1;
        let mut found = frequencies(archive, &expansions, scope)?;
        let mut apart = Vec::new();
        if word.compounds {
            for cut in parts::cuts(archive, &text::lower(&word.text))? {
                apart.extend(Self::apart(archive, word, *next - 1, cut, scope)?);
            }
        }
        if apart.iter().any(|apart| !apart.off) {
            apart.iter().filter(|apart| !apart.off).for_each(|apart| found.add(&apart.leaf));
            found.sum();
        }
        let made = Made::Word(*next - 1, word.clone(), expansions);
        let Frequencies { documents, titles } = found;
        Ok(Self { made, documents, titles, apart, places: scope.places() })
    }

    /// Finds where the words of a compound stand near each other; `None` where they nowhere do.
    fn apart(archive: &Archive, word: &Word, number: u32, cut: Cut, scope: &Scope) -> Result<Option<Apart>> {
        let off = scope.off.has_words(&cut.shown);
        let mut parts = Vec::new();
        for forms in cut.sides {
            let expansion = |form| Expansion { form, reason: Reason::Compound, off: false };
            let expansions: Vec<Expansion> = forms.into_iter().map(expansion).collect();
            let Frequencies { documents, titles } = frequencies(archive, &expansions, scope)?;
            let made = Made::Word(number, word.clone(), expansions);
            parts.push(Self { made, documents, titles, apart: Vec::new(), places: scope.places() });
        }
        let leaf = Self::of(archive, Made::Near { parts, within: parts::BETWEEN, ordered: false }, scope)?;
        Ok((!leaf.documents.is_empty()).then_some(Apart { shown: cut.shown, leaf, off }))
    }

    fn phrase(archive: &Archive, words: &[Word], next: &mut u32, scope: &Scope) -> Result<Self> {
        let mut parts = Vec::new();
        for word in words {
            parts.push(Self::word(archive, word, next, scope)?);
        }
        Self::of(archive, Made::Near { parts, within: 0, ordered: true }, scope)
    }

    fn of(archive: &Archive, made: Made, scope: &Scope) -> Result<Self> {
        let places = scope.places();
        let mut leaf = Self { made, documents: Vec::new(), titles: Vec::new(), apart: Vec::new(), places };
        let mut found = Frequencies::default();
        match &leaf.made {
            Made::Word(..) => {}
            Made::Any(parts) => {
                parts.iter().for_each(|part| found.add(part));
                found.sum();
            }
            Made::Near { parts, .. } => {
                let documents = common(parts.iter().map(|part| &part.documents));
                found.documents = leaf.count(archive, places, &documents)?;
                found.titles = if scope.titles {
                    found.documents.clone()
                } else {
                    let titles = common(parts.iter().map(|part| &part.titles));
                    leaf.count(archive, &[Place::Title], &titles)?
                };
            }
        }
        (leaf.documents, leaf.titles) = (found.documents, found.titles);
        Ok(leaf)
    }

    /// Those of some documents in which it stands, each with how often, weighted.
    fn count(&self, archive: &Archive, places: &[Place], candidates: &[DocId]) -> Result<Vec<(DocId, Frequency)>> {
        if let Some(words) = self.plain_phrase() {
            return phrase::count(archive, &words, places, candidates);
        }
        let occurrences = self.occurrences_in(&Standing::by_postings(archive), places, candidates)?;
        let stands = candidates.iter().copied().zip(occurrences).filter(|(_, list)| !list.is_empty());
        Ok(stands
            .map(|(document, list)| (document, list.iter().map(Occurrence::weight).sum::<f64>() as Frequency))
            .collect())
    }

    /// The words of a phrase of single words; `None` where it is anything else.
    fn plain_phrase(&self) -> Option<Vec<phrase::Word<'_>>> {
        let Made::Near { parts, ordered: true, .. } = &self.made else { return None };
        let mut words = Vec::new();
        for Self { made, documents, apart, .. } in parts {
            let Made::Word(_, _, expansions) = made else { return None };
            if apart.iter().any(|apart| !apart.off) {
                return None;
            }
            words.push(phrase::Word {
                expansions,
                often: documents.iter().map(|(_, frequency)| f64::from(*frequency)).sum(),
            });
        }
        Some(words)
    }

    /// Its weighted frequency in a document.
    pub(super) fn frequency(&self, document: DocId) -> f64 {
        let place = self.documents.binary_search_by_key(&document, |(id, _)| *id);
        place.map_or(0.0, |place| f64::from(self.documents[place].1))
    }

    /// Its words with the forms that answer each, in the order of the query: adds them to `words`.
    pub fn words<'a>(&'a self, words: &mut Vec<(&'a Word, &'a [Expansion])>) {
        match &self.made {
            Made::Word(_, word, expansions) => words.push((word, expansions)),
            Made::Near { parts, .. } | Made::Any(parts) => parts.iter().for_each(|part| part.words(words)),
        }
    }

    /// Its weighted frequency in a document's title.
    pub(super) fn in_title(&self, document: DocId) -> f64 {
        let place = self.titles.binary_search_by_key(&document, |(id, _)| *id);
        place.map_or(0.0, |place| f64::from(self.titles[place].1))
    }

    /// How many documents are noted for it and its parts.
    pub(super) fn size(&self) -> usize {
        let parts = match &self.made {
            Made::Word(..) => &[][..],
            Made::Near { parts, .. } | Made::Any(parts) => parts,
        };
        let apart = self.apart.iter().map(|apart| &apart.leaf);
        self.documents.len() + self.titles.len() + parts.iter().chain(apart).map(Self::size).sum::<usize>()
    }

    /// Its occurrences in each of some documents, which ascend.
    pub(super) fn occurrences(&self, standing: &Standing<'_>, documents: &[DocId]) -> Result<Vec<Vec<Occurrence>>> {
        self.occurrences_in(standing, self.places, documents)
    }

    fn occurrences_in(
        &self,
        standing: &Standing<'_>,
        places: &[Place],
        documents: &[DocId],
    ) -> Result<Vec<Vec<Occurrence>>> {
        let mut found: Vec<Vec<Occurrence>> = vec![Vec::new(); documents.len()];
        match &self.made {
            Made::Word(number, word, expansions) => {
                let of_forms = (*number, word, &expansions[..]);
                stands(of_forms, standing, places, documents, &mut found)?;
                for Apart { leaf, .. } in self.apart.iter().filter(|apart| !apart.off) {
                    let apart = leaf.occurrences_in(standing, places, documents)?;
                    found.iter_mut().zip(apart).for_each(|(found, apart)| found.extend(apart));
                }
                found.iter_mut().for_each(in_order);
            }
            Made::Any(parts) => {
                for part in parts {
                    for (found, next) in found.iter_mut().zip(part.occurrences_in(standing, places, documents)?) {
                        found.extend(next);
                        in_order(found);
                    }
                }
            }
            Made::Near { parts, within, ordered } => {
                // Further parts are looked up only where those before them stand.
                let mut wanted = documents.to_vec();
                let mut here: Vec<Vec<Occurrence>> = Vec::new();
                for (number, part) in parts.iter().enumerate() {
                    let next = part.occurrences_in(standing, places, &wanted)?;
                    if number == 0 {
                        here = next;
                    } else {
                        for (here, next) in here.iter_mut().zip(next) {
                            *here = near(here, &next, *within, *ordered);
                        }
                    }
                    let mut left = here.iter();
                    wanted.retain(|_| left.next().is_some_and(|list| !list.is_empty()));
                    here.retain(|list| !list.is_empty());
                }
                for (document, list) in wanted.iter().zip(here) {
                    if let Ok(place) = documents.binary_search(document) {
                        found[place] = list;
                    }
                }
            }
        }
        Ok(found)
    }
}

/// Adds to `found` where the forms of a word stand in each of some documents, which ascend: the number of the word in its leaf, the word, its forms.
fn stands(
    (number, word, expansions): (u32, &Word, &[Expansion]),
    standing: &Standing<'_>,
    places: &[Place],
    documents: &[DocId],
    found: &mut [Vec<Occurrence>],
) -> Result<()> {
    // Thousands of forms may begin so: only those that stand in a text are looked up, where that is known.
    let begin = if word.prefix { standing.beginning_with(&text::fold(&word.text))? } else { None };
    let nowhere = |one: &Expansion| {
        one.reason == Reason::Prefix && begin.as_ref().is_some_and(|forms| forms.binary_search(&one.form).is_err())
    };
    for Expansion { form, reason, .. } in expansions.iter().filter(|one| !one.off && !nowhere(one)) {
        for place in places {
            let mut at = 0;
            standing.positions(*form, *place, documents, &mut |document, positions| {
                at += documents[at..].partition_point(|other| *other < document);
                let stand = |position: u32| Stand { word: number, position, form: *form, weight: reason.weight() };
                found[at].extend(positions.iter().map(|position| Occurrence::of(stand(position.0))));
            })?;
        }
    }
    Ok(())
}

/// Documents, each with a weighted frequency, and those that have it in their title.
#[derive(Default)]
struct Frequencies {
    documents: Vec<(DocId, Frequency)>,
    titles: Vec<(DocId, Frequency)>,
}

impl Frequencies {
    /// Takes in where a leaf stands.
    fn add(&mut self, leaf: &Leaf) {
        self.documents.extend(&leaf.documents);
        self.titles.extend(&leaf.titles);
    }

    /// Makes one of the frequencies of a document, and puts the documents in order.
    fn sum(&mut self) {
        for documents in [&mut self.documents, &mut self.titles] {
            order::sort_by_key(documents, |(document, _)| *document);
            documents.dedup_by(|next, kept| {
                let same = next.0 == kept.0;
                kept.1 += if same { next.1 } else { 0.0 };
                same
            });
        }
    }
}

/// The documents that are in every list.
fn common<'a>(mut lists: impl Iterator<Item = &'a Vec<(DocId, Frequency)>>) -> Vec<DocId> {
    let first = lists.next().map(|list| list.iter().map(|(document, _)| *document).collect());
    lists.fold(first.unwrap_or_default(), |mut common: Vec<DocId>, list| {
        let mut among = among(list, |(document, _)| *document);
        common.retain(|document| among(*document));
        common
    })
}

/// The documents that have one of the forms, ascending, each with its weighted frequency.
fn frequencies(archive: &Archive, expansions: &[Expansion], scope: &Scope) -> Result<Frequencies> {
    let (mut sums, mut titles) = (vec![0.0; archive.documents() as usize], Vec::new());
    for Expansion { form, reason, .. } in expansions.iter().filter(|expansion| !expansion.off) {
        let weight = reason.weight();
        let add = |sums: &mut [Frequency], postings: &[Posting]| {
            for Posting { document, count } in postings {
                sums[document.0 as usize] += (weight * f64::from(*count)) as Frequency;
            }
        };
        archive.postings(*form, scope.places(), &mut |place, base, postings| {
            add(&mut sums[base as usize..], postings);
            if place == Place::Title {
                titles.resize(sums.len(), 0.0);
                add(&mut titles[base as usize..], postings);
            }
        })?;
    }
    let there = |sums: Vec<Frequency>| {
        // Room for all at once: a list that grows is copied again and again.
        let mut there = Vec::with_capacity(sums.iter().filter(|sum| **sum > 0.0).count());
        there.extend((0..).map(DocId).zip(sums).filter(|(_, sum)| *sum > 0.0));
        there
    };
    Ok(Frequencies { documents: there(sums), titles: there(titles) })
}

/// What is searched and what is left out of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scope {
    /// Page furniture too.
    furniture: bool,
    /// Titles alone.
    pub(super) titles: bool,
    /// What the reader has switched off.
    pub(super) off: Off,
}

impl Scope {
    /// Articles, with their furniture or without.
    pub fn new(furniture: bool, off: Off) -> Self {
        Self { furniture, off, ..Self::default() }
    }

    pub(super) fn places(&self) -> &'static [Place] {
        match self {
            Self { titles: true, .. } => &[Place::Title],
            Self { furniture: true, .. } => &[Place::Text, Place::Title, Place::Furniture],
            _ => &Place::OWN,
        }
    }
}
