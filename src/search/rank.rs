//! How well a document answers: BM25 over the words and phrases of the query, raised where they stand in the title and near each
//! other.
//!
//! Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009). All forms of a word are one
//! term: their weighted frequencies are added, and the document frequency is that of their union. What stands in the title counts
//! several times, as in BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004). What
//! stands near each other adds to the score as Büttcher, Clarke and Lushman have it ("Term proximity scoring for ad-hoc retrieval on
//! very large text collections", 2006).

use super::Found;
use super::leaf::Leaf;
use super::near::Occurrence;
use super::standing::Standing;
use crate::archive::Archive;
use crate::document::DocId;
use crate::{Result, order};

/// How soon more occurrences stop to matter: at 0 one is as good as many, at 2 many count nearly in proportion. The
/// usual value (Robertson and Zaragoza, section 3.2).
const K1: f64 = 1.2;

/// How much long documents are held back: at 0 not at all, at 1 in proportion to their length. The usual value.
const B: f64 = 0.75;

/// How many occurrences in the text one in the title is worth: at 1 a title is text like any other; much higher, a title of one word
/// outdoes an article that tells of nothing else. Robertson and Zaragoza (section 3.6) find the best values for titles above 5 on
/// collections whose titles are short; where they are headlines, which sum up, less is enough.
const TITLE: f64 = 5.0;

/// How many of the documents that BM25 puts first are looked at for nearness, where there is anything to be near: the others keep their
/// BM25. Since nearness only raises, none of these falls behind another. More cost time, as the places of all words have to be read; with
/// fewer, what stands near each other further down stays there.
const RAISED: usize = 128;

/// What is in more documents than this is not looked at for nearness: a word so common tells little by where it stands,
/// and to read where that is takes longer than all the rest.
const COMMON: usize = 4096;

/// Documents in the order of their scores, with what raised those at the top.
pub struct Ranking {
    /// Best first; what is equal in the order of the ids.
    pub documents: Vec<(DocId, f64)>,
    /// For the documents that were looked at, which ascend: what each leaf adds.
    raised: Vec<(DocId, Vec<Score>)>,
}

/// What a leaf adds to the score of a document.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Score {
    /// By BM25.
    pub words: f64,
    /// More, for standing in the title.
    pub title: f64,
    /// More, for standing near other leaves.
    pub nearness: f64,
}

impl Score {
    /// All of it.
    pub fn sum(&self) -> f64 {
        self.words + self.title + self.nearness
    }
}

impl Ranking {
    /// Ranks what was found: as many of the best as are wanted, or all of it in the order of the ids.
    pub(super) fn new(archive: &Archive, found: &Found, wanted: Option<usize>) -> Result<Self> {
        let scores = Scores::new(archive, found.leaves());
        let mut documents: Vec<(DocId, f64)> =
            found.documents.iter().copied().zip(scores.all(&found.documents)).collect();
        let mut first = best(&documents, wanted.unwrap_or_default().max(RAISED));
        let mut raised = Vec::new();
        if scores.leaves.len() > 1 {
            let mut rest = first.split_off(first.len().min(RAISED));
            let mut looked_at: Vec<DocId> = first.iter().map(|(document, _)| *document).collect();
            order::sort_unique(&mut looked_at);
            raised = scores.raised(&looked_at)?;
            first.clear();
            for (document, scores) in &raised {
                first.push((*document, scores.iter().map(Score::sum).sum()));
            }
            sort(&mut first);
            first.append(&mut rest);
        }
        if wanted.is_some() {
            return Ok(Self { documents: first, raised });
        }
        for (document, score) in first {
            if let Ok(place) = found.documents.binary_search(&document) {
                documents[place].1 = score;
            }
        }
        Ok(Self { documents, raised })
    }

    /// What each leaf adds to a document's score.
    pub(super) fn of(&self, scores: &Scores<'_>, leaf: usize, document: DocId) -> Score {
        match self.raised.binary_search_by_key(&document, |(id, _)| *id) {
            Ok(place) => self.raised[place].1[leaf],
            Err(_) => scores.of(leaf, document),
        }
    }
}

fn sort(documents: &mut Vec<(DocId, f64)>) {
    order::sort_by(documents, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
}

/// The best of some documents, which ascend: so many of them, best first.
fn best(documents: &[(DocId, f64)], wanted: usize) -> Vec<(DocId, f64)> {
    let mut best: Vec<(DocId, f64)> = Vec::new();
    // What the next has to exceed: of equals the one before it stays.
    let mut least = f64::NEG_INFINITY;
    for one in documents.iter().filter(|(_, score)| *score > f64::NEG_INFINITY) {
        if one.1 > least {
            best.push(*one);
        }
        if best.len() >= wanted.saturating_mul(2) {
            sort(&mut best);
            best.truncate(wanted);
            least = best.last().map_or(least, |(_, score)| *score);
        }
    }
    sort(&mut best);
    best.truncate(wanted);
    best
}

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
            let (mut place, mut titles) = (0, leaf.titles.iter().peekable());
            for (document, frequency) in &leaf.documents {
                let in_title = titles
                    .next_if(|(titled, _)| titled == document)
                    .map_or(0.0, |(_, frequency)| f64::from(*frequency));
                while documents.get(place).is_some_and(|other| other < document) {
                    place += 1;
                }
                if documents.get(place) == Some(document) {
                    scores[place] += self.score(*idf, f64::from(*frequency) + (TITLE - 1.0) * in_title, *document);
                }
            }
        }
        scores
    }

    /// What a leaf adds to a document's score by BM25, and by its title.
    fn of(&self, number: usize, document: DocId) -> Score {
        let (leaf, idf) = self.leaves[number];
        let (frequency, in_title) = (leaf.frequency(document), leaf.in_title(document));
        let mut score = Score::default();
        if frequency > 0.0 {
            score.words = self.score(idf, frequency, document);
        }
        if in_title > 0.0 {
            score.title = self.score(idf, frequency + (TITLE - 1.0) * in_title, document) - score.words;
        }
        score
    }

    /// What each leaf adds in some documents, which ascend, with nearness.
    fn raised(&self, documents: &[DocId]) -> Result<Vec<(DocId, Vec<Score>)>> {
        let standing = Standing::by_postings(self.archive);
        let mut occurrences = Vec::new();
        for (leaf, _) in &self.leaves {
            let looked_at = if leaf.documents.len() > COMMON { &[] } else { documents };
            occurrences.push(leaf.occurrences(&standing, looked_at)?);
        }
        let mut raised = Vec::new();
        for (place, document) in documents.iter().enumerate() {
            let mut scores: Vec<Score> = (0..self.leaves.len()).map(|leaf| self.of(leaf, *document)).collect();
            let mut stops: Vec<(&Occurrence, usize)> = Vec::new();
            for (number, of_leaf) in occurrences.iter().enumerate() {
                stops.extend(of_leaf.get(place).into_iter().flatten().map(|occurrence| (occurrence, number)));
            }
            self.nearness(&mut stops, *document, &mut scores);
            raised.push((*document, scores));
        }
        Ok(raised)
    }

    /// Each occurrence adds to the leaf of the one before it and of the one after it: how telling its own leaf is, by the square of how
    /// near it stands.
    fn nearness(&self, stops: &mut Vec<(&Occurrence, usize)>, document: DocId, scores: &mut [Score]) {
        order::sort_by_key(stops, |(occurrence, leaf)| (occurrence.positions.start, *leaf));
        for two in stops.windows(2) {
            let [(one, first), (other, second)] = [two[0], two[1]];
            if first != second {
                let apart = f64::from(other.positions.start.saturating_sub(one.positions.end) + 1);
                scores[first].nearness += self.leaves[second].1 / (apart * apart);
                scores[second].nearness += self.leaves[first].1 / (apart * apart);
            }
        }
        for (score, (_, idf)) in scores.iter_mut().zip(&self.leaves) {
            score.nearness = self.score(idf.min(1.0), score.nearness, document);
        }
    }

    fn score(&self, idf: f64, frequency: f64, document: DocId) -> f64 {
        let length = f64::from(self.archive.length(document)) / self.average;
        idf * frequency * (K1 + 1.0) / (frequency + K1 * (1.0 - B + B * length))
    }
}
