//! Search: a query is evaluated, what answers it is ranked, and the best sentences are quoted.
//!
//! Every word of the query becomes a set of forms of the collection, each with a reason (`expand`); words and phrases
//! find their documents (`leaf`, `near`; `phrase` counts them, `parts` has the words of a compound), which the operators combine (`evaluate`); BM25,
//! titles and nearness rank them (`rank`); the sentences that answer best are quoted (`snippet`). Where words stand is read in the postings, or in
//! the texts of what is shown (`standing`).

mod evaluate;
mod expand;
mod leaf;
mod names;
mod near;
mod parts;
mod phrase;
mod rank;
mod recent;
mod snippet;
mod standing;

pub use evaluate::Evaluated;
pub(crate) use evaluate::speaking_of;
pub(crate) use expand::of_one_word;
pub use expand::{Expansion, Off, Reason};
pub use leaf::{Apart, Leaf, Made, Scope};
pub(crate) use names::{beginnings, spellings};
pub use near::{Occurrence, Stand};
pub use rank::{Ranking, Score};
pub use recent::Recent;
pub use snippet::{Snippet, joined, opening, snippets, telling};
pub use standing::Standing;

use crate::Result;
use crate::archive::{Archive, FormId};
use crate::document::DocId;
use crate::order;
use crate::query::Node;
use crate::time::Interval;

/// What a query found.
pub struct Found {
    evaluated: Option<Evaluated>,
    /// The documents that answer, ascending.
    pub documents: Vec<DocId>,
}

/// What a leaf of the query adds to a document's score, and by which forms.
pub struct Part<'a> {
    /// The leaf.
    pub leaf: &'a Leaf,
    /// What it adds.
    pub score: Score,
    /// How telling the leaf is: the logarithm of how rare it is.
    pub weight: f64,
    /// How often it stands in the document, each form by its weight.
    pub frequency: f64,
    /// Where it stands in the document.
    pub occurrences: Vec<Occurrence>,
}

/// Finds the documents that answer a query; without one, all. Only documents that may have been published within `published`
/// are found, where it is given. What `recent` has of the last query is not looked for again.
///
/// # Errors
///
/// Here and below: when the archive is damaged.
pub fn find(
    archive: &Archive,
    node: Option<&Node>,
    scope: &Scope,
    published: Option<Interval>,
    recent: &mut Recent,
) -> Result<Found> {
    recent.begin(scope);
    let evaluated = node.map(|node| evaluate::evaluate(archive, node, recent)).transpose()?;
    let mut documents = match &evaluated {
        Some(evaluated) => evaluated.documents(archive),
        None => (0..archive.documents()).map(DocId).collect(),
    };
    if let Some(interval) = published {
        documents.retain(|document| evaluate::may_be_of(archive, *document, interval));
    }
    Ok(Found { evaluated, documents })
}

impl Found {
    /// The query with what answers each of its parts; `None` where nothing is asked.
    pub fn evaluated(&self) -> Option<&Evaluated> {
        self.evaluated.as_ref()
    }

    /// The words and phrases that are wanted, in the order of the query.
    pub fn leaves(&self) -> Vec<&Leaf> {
        self.evaluated.as_ref().map(Evaluated::leaves).unwrap_or_default()
    }

    /// The best of the documents that were found, best first, as many as are wanted or more; without a number all of them, in the
    /// order of their ids.
    pub fn ranking(&self, archive: &Archive, wanted: Option<usize>) -> Result<Ranking> {
        Ranking::new(archive, self, wanted)
    }

    /// For each of some documents, which ascend: what each leaf adds, and where it stands, as `standing` says. Without a ranking nothing is scored.
    pub fn parts(
        &self,
        standing: &Standing<'_>,
        ranking: Option<&Ranking>,
        documents: &[DocId],
    ) -> Result<Vec<Vec<Part<'_>>>> {
        let leaves = self.leaves();
        let scores = rank::Scores::new(standing.archive, leaves.clone());
        let weights = scores.weights();
        let mut parts: Vec<Vec<Part<'_>>> = documents.iter().map(|_| Vec::new()).collect();
        for (number, leaf) in leaves.into_iter().enumerate() {
            let occurrences = leaf.occurrences(standing, documents)?;
            for ((document, parts), occurrences) in documents.iter().zip(&mut parts).zip(occurrences) {
                let score = ranking.map(|ranking| ranking.of(&scores, number, *document)).unwrap_or_default();
                let frequency = leaf.frequency(*document);
                parts.push(Part { leaf, score, weight: weights[number], frequency, occurrences });
            }
        }
        Ok(parts)
    }
}

impl Part<'_> {
    /// The forms of a word of the leaf that stand in the document, each with how often.
    pub fn forms(&self, word: usize) -> Vec<(FormId, u32)> {
        let mut forms = Vec::new();
        for occurrence in &self.occurrences {
            if occurrence.apart(word).is_none() {
                forms.extend(occurrence.stands().filter(|stand| stand.word as usize == word).map(|stand| stand.form));
            }
        }
        order::sort_by(&mut forms, FormId::cmp);
        forms.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)).collect()
    }
}
