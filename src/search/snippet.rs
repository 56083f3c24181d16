//! Snippets: the sentences of an article that answer a query best, verbatim.

use std::ops::Range;

use super::near::Occurrence;
use crate::annotate::AnnotatedBlock;
use crate::archive::FormId;
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

/// How much a word still counts in a sentence once it is quoted in another: at 0 each sentence tells another word, whatever else
/// it tells; at 1 the same few words may be quoted over and over.
const AGAIN: f64 = 0.5;

/// What a form of a word adds that is not quoted yet: less than a word, more than a second occurrence.
const NEW_FORM: f64 = 0.2;

/// Bytes between two words of the query at which their standing together counts half: about six words.
const NEAR: f64 = 40.0;

/// What answers the query in a text.
struct Mark {
    range: Range<usize>,
    leaf: usize,
    form: FormId,
}

struct Candidate {
    titled: bool,
    range: Range<usize>,
    marks: Vec<Mark>,
    sentence: u32,
}

impl Candidate {
    /// How well it answers beside what is quoted already: how many words it tells, each by how telling it is, and how near each other.
    fn worth(&self, weights: &[f64], quoted: &[Candidate]) -> f64 {
        let mut worth = 0.01 * self.marks.len() as f64;
        for (leaf, weight) in weights.iter().enumerate() {
            let tells = |candidate: &Candidate| candidate.marks.iter().any(|mark| mark.leaf == leaf);
            if tells(self) {
                let again = quoted.iter().filter(|candidate| tells(candidate));
                worth += again.fold(1.0 + weight, |worth, _| worth * AGAIN);
            }
        }
        let known = |form: FormId| quoted.iter().flat_map(|candidate| &candidate.marks).any(|mark| mark.form == form);
        if self.marks.iter().any(|mark| !known(mark.form)) {
            worth += NEW_FORM;
        }
        let mut apart = usize::MAX;
        for two in self.marks.windows(2).filter(|two| two[0].leaf != two[1].leaf) {
            apart = apart.min(two[1].range.start.saturating_sub(two[0].range.end));
        }
        worth + NEAR / (NEAR + apart as f64)
    }
}

/// Gives the sentences that answer best, in the order of the text: those that have most of what tells most, near each other, and
/// together as much of it as they can.
///
/// `found` holds the occurrences of each leaf and how telling it is. A title is quoted only where nothing else is.
pub fn snippets(blocks: &[AnnotatedBlock], found: &[(f64, &[Occurrence])]) -> Vec<Snippet> {
    let mut candidates: Vec<Candidate> = Vec::new();
    for block in blocks {
        let mut marks: Vec<Mark> = Vec::new();
        for (leaf, (_, occurrences)) in found.iter().enumerate() {
            for occurrence in *occurrences {
                let form = occurrence.first().form;
                for run in occurrence.runs() {
                    marks.extend(block.bytes_of(&run).map(|range| Mark { range, leaf, form }));
                }
            }
        }
        order::sort_by_key(&mut marks, |mark| (mark.range.start, mark.leaf));
        let mut marks = marks.into_iter().peekable();
        for (range, sentence) in block.sentences.iter().zip(block.first..) {
            let mut inside = Vec::new();
            while let Some(mark) = marks.next_if(|mark| mark.range.start < range.end) {
                inside.push(mark);
            }
            if !inside.is_empty() {
                let titled = block.block.kind == BlockKind::Title;
                candidates.push(Candidate { titled, range: range.clone(), marks: inside, sentence });
            }
        }
    }
    if candidates.iter().any(|candidate| !candidate.titled) {
        candidates.retain(|candidate| !candidate.titled);
    }
    let weights: Vec<f64> = found.iter().map(|(weight, _)| *weight).collect();
    let mut quoted: Vec<Candidate> = Vec::new();
    while quoted.len() < MOST && !candidates.is_empty() {
        let (mut best, mut most) = (0, f64::MIN);
        for (place, candidate) in candidates.iter().enumerate() {
            let worth = candidate.worth(&weights, &quoted);
            if worth > most {
                (best, most) = (place, worth);
            }
        }
        quoted.push(candidates.remove(best));
    }
    order::sort_by_key(&mut quoted, |candidate| candidate.sentence);
    quoted.into_iter().map(|candidate| quote(blocks, candidate)).collect()
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
        quote(blocks, Candidate { titled: false, range: range.clone(), marks: Vec::new(), sentence })
    });
    quoted.collect()
}

/// The sentence of that number, with what answers in it marked.
pub fn telling(blocks: &[AnnotatedBlock], sentence: u32, mark: Range<usize>) -> Vec<Snippet> {
    let mut sentences = blocks.iter().flat_map(|block| block.sentences.iter().zip(block.first..));
    let told = sentences.find(|(_, number)| *number == sentence).map(|(range, _)| {
        let marks = vec![Mark { range: mark, leaf: 0, form: FormId(0) }];
        quote(blocks, Candidate { titled: false, range: range.clone(), marks, sentence })
    });
    told.into_iter().collect()
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

/// The sentence, or the part of it that has most of the query's words.
fn quote(blocks: &[AnnotatedBlock], candidate: Candidate) -> Snippet {
    let Candidate { range, marks, sentence, .. } = candidate;
    let mut quoted = range.clone();
    if range.len() > LONGEST {
        let mut tokens = Vec::new();
        for block in
            blocks.iter().filter(|block| block.block.range.start <= range.start && range.end <= block.block.range.end)
        {
            tokens.extend(block.tokens.iter().filter(|token| range.start <= token.start && token.end <= range.end));
        }
        let mut most = 0;
        for (place, first) in marks.iter().enumerate() {
            let mut start = range.start;
            if first.range.start.saturating_sub(range.start) > LONGEST / 2 {
                let led = tokens.iter().find(|token| token.start + LEAD >= first.range.start);
                start = led.map_or(first.range.start, |token| token.start);
            }
            let inside = marks[place..].iter().take_while(|mark| mark.range.end <= start + LONGEST);
            let inside: Vec<usize> = inside.map(|mark| mark.leaf).collect();
            let words = (0..inside.len()).filter(|place| !inside[..*place].contains(&inside[*place])).count();
            if words > most {
                (most, quoted.start) = (words, start);
            }
        }
        let end = quoted.start + LONGEST;
        if end < range.end {
            let last = tokens.iter().rev().find(|token| token.end <= end && token.start >= quoted.start);
            let first = marks.iter().find(|mark| mark.range.start >= quoted.start);
            let mark_end = first.map_or(quoted.start, |mark| mark.range.end);
            quoted.end = last.map_or(range.end, |token| token.end).max(mark_end);
        }
    }
    let mut marks = joined(marks.into_iter().map(|mark| mark.range).collect());
    marks.retain(|mark| quoted.start <= mark.start && mark.end <= quoted.end);
    let cut = [quoted.start > range.start, quoted.end < range.end];
    Snippet { range: quoted, marks, sentence, cut }
}
