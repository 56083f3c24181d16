//! How well a document answers: BM25 over the words and phrases of the query.
//!
//! Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009). All forms of a word are one
//! term: their weighted frequencies are added, and the document frequency is that of their union.

use super::leaf::Leaf;
use crate::archive::Archive;
use crate::document::DocId;

/// How soon more occurrences stop to matter: at 0 one is as good as many, at 2 many count nearly in proportion. The
/// usual value (Robertson and Zaragoza, section 3.2).
const K1: f64 = 1.2;

/// How much long documents are held back: at 0 not at all, at 1 in proportion to their length. The usual value.
const B: f64 = 0.75;

/// What each leaf adds to the score of each document.
pub(super) struct Scores<'a> {
    archive: &'a Archive,
    average: f64,
    leaves: Vec<(&'a Leaf, f64)>,
}

impl<'a> Scores<'a> {
    pub(super) fn new(archive: &'a Archive, leaves: Vec<&'a Leaf>) -> Self {
        let documents = f64::from(archive.documents());
        let average = (archive.words as f64 / documents.max(1.0)).max(1.0);
        let idf = |leaf: &Leaf| {
            let with = leaf.documents.len() as f64;
            libm::log(1.0 + (documents - with + 0.5) / (with + 0.5))
        };
        Self { archive, average, leaves: leaves.into_iter().map(|leaf| (leaf, idf(leaf))).collect() }
    }

    /// How telling each leaf is: the logarithm of how rare it is.
    pub(super) fn weights(&self) -> Vec<f64> {
        self.leaves.iter().map(|(_, idf)| *idf).collect()
    }

    /// The score of each of some documents, which ascend.
    pub(super) fn all(&self, documents: &[DocId]) -> Vec<f64> {
        let mut scores = vec![0.0; documents.len()];
        for (leaf, idf) in &self.leaves {
            let mut place = 0;
            for (document, frequency) in &leaf.documents {
                place += documents[place..].partition_point(|other| other < document);
                if documents.get(place) == Some(document) {
                    scores[place] += self.score(*idf, *frequency, *document);
                }
            }
        }
        scores
    }

    /// What a leaf adds to a document's score.
    pub(super) fn of(&self, number: usize, document: DocId) -> f64 {
        let (leaf, idf) = self.leaves[number];
        match leaf.frequency(document) {
            0.0 => 0.0,
            frequency => self.score(idf, frequency, document),
        }
    }

    fn score(&self, idf: f64, frequency: f64, document: DocId) -> f64 {
        let length = f64::from(self.archive.length(document)) / self.average;
        idf * frequency * (K1 + 1.0) / (frequency + K1 * (1.0 - B + B * length))
    }
}
