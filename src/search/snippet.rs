//! Snippets: the sentences of an article that answer a query best, verbatim.

use std::ops::Range;

use super::near::Occurrence;
use crate::annotate::AnnotatedBlock;
use crate::document::BlockKind;
use crate::order;

/// How many sentences are quoted at most.
const MOST: usize = 3;

/// Bytes up to which a sentence is quoted whole; of a longer one a part of this size. About four lines on a page.
const LONGEST: usize = 320;

/// Bytes of a cut sentence that are kept before its first mark.
const LEAD: usize = 90;

/// A sentence, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// Its bytes in the document's text.
    pub range: Range<usize>,
    /// What answers the query in it, bytes in the document's text.
    pub marks: Vec<Range<usize>>,
    /// The number of the sentence in the document.
    pub sentence: u32,
    /// Whether its beginning and its end were left out.
    pub cut: [bool; 2],
}

struct Candidate {
    worth: f64,
    range: Range<usize>,
    marks: Vec<Range<usize>>,
    sentence: u32,
}

/// Gives the sentences that have most of what tells most, in the order of the text.
///
/// `found` holds the occurrences of each leaf and how telling it is. A title is quoted only where nothing else is.
pub fn snippets(blocks: &[AnnotatedBlock], found: &[(f64, &[Occurrence])]) -> Vec<Snippet> {
    let mut candidates: Vec<Candidate> = Vec::new();
    for block in blocks {
        let mut marks: Vec<(Range<usize>, usize)> = Vec::new();
        for (leaf, (_, occurrences)) in found.iter().enumerate() {
            let runs = occurrences.iter().flat_map(Occurrence::runs).filter_map(|run| block.bytes_of(&run));
            marks.extend(runs.map(|range| (range, leaf)));
        }
        for (range, sentence) in block.sentences.iter().zip(block.first..) {
            let inside: Vec<&(Range<usize>, usize)> =
                marks.iter().filter(|(mark, _)| range.start <= mark.start && mark.start < range.end).collect();
            if inside.is_empty() {
                continue;
            }
            let told = |leaf: usize| inside.iter().any(|(_, other)| *other == leaf);
            let worth: f64 =
                found.iter().enumerate().filter(|(leaf, _)| told(*leaf)).map(|(_, (weight, _))| 1.0 + weight).sum();
            let worth = if block.block.kind == BlockKind::Title { 0.0 } else { worth + 0.01 * inside.len() as f64 };
            let marks = inside.into_iter().map(|(mark, _)| mark.clone()).collect();
            candidates.push(Candidate { worth, range: range.clone(), marks, sentence });
        }
    }
    order::sort_by(&mut candidates, |a, b| b.worth.total_cmp(&a.worth).then(a.sentence.cmp(&b.sentence)));
    if candidates.first().is_some_and(|best| best.worth > 0.0) {
        candidates.retain(|candidate| candidate.worth > 0.0);
    }
    candidates.truncate(MOST);
    order::sort_by_key(&mut candidates, |candidate| candidate.sentence);
    candidates.into_iter().map(|candidate| quote(blocks, candidate)).collect()
}

/// The first sentences of an article's running text, those of its label left out: what a list shows without a query.
pub fn opening(blocks: &[AnnotatedBlock], titled: bool) -> Vec<Snippet> {
    let told = [BlockKind::Paragraph, BlockKind::Caption];
    let sentences = blocks
        .iter()
        .filter(|block| told.contains(&block.block.kind))
        .flat_map(|block| block.sentences.iter().zip(block.first..))
        .skip(usize::from(!titled));
    let quoted = sentences.take(1).map(|(range, sentence)| {
        quote(blocks, Candidate { worth: 0.0, range: range.clone(), marks: Vec::new(), sentence })
    });
    quoted.collect()
}

/// Gives marks in the order of the text, those that overlap as one.
pub fn joined(mut marks: Vec<Range<usize>>) -> Vec<Range<usize>> {
    order::sort_by_key(&mut marks, |mark| (mark.start, mark.end));
    marks.dedup_by(|next, kept| {
        let overlap = next.start < kept.end;
        if overlap {
            kept.end = kept.end.max(next.end);
        }
        overlap
    });
    marks
}

/// The sentence, or the part of it around its first marks.
fn quote(blocks: &[AnnotatedBlock], candidate: Candidate) -> Snippet {
    let Candidate { range, marks, sentence, .. } = candidate;
    let mut marks = joined(marks);
    let mut quoted = range.clone();
    if range.len() > LONGEST {
        let tokens: Vec<&Range<usize>> = blocks
            .iter()
            .flat_map(|block| &block.tokens)
            .filter(|token| range.start <= token.start && token.end <= range.end)
            .collect();
        let first = marks.first().map_or(range.start, |mark| mark.start);
        if first - range.start > LONGEST / 2 {
            quoted.start = tokens.iter().find(|token| token.start + LEAD >= first).map_or(first, |token| token.start);
        }
        let end = quoted.start + LONGEST;
        if end < range.end {
            let last = tokens.iter().rev().find(|token| token.end <= end && token.start >= quoted.start);
            let mark_end = marks.iter().find(|mark| mark.start >= quoted.start).map_or(quoted.start, |mark| mark.end);
            quoted.end = last.map_or(range.end, |token| token.end).max(mark_end);
        }
    }
    marks.retain(|mark| quoted.start <= mark.start && mark.end <= quoted.end);
    let cut = [quoted.start > range.start, quoted.end < range.end];
    Snippet { range: quoted, marks, sentence, cut }
}
