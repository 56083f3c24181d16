//! The dates that matter, each with the sentence that tells it best, verbatim.
//!
//! Candidates are the sentences that mention a date, and those that open the articles which appeared on it or in the two days
//! after (Gholipour Ghalandari and Ifrim, ACL 2020). The best has most in common with those of other articles, by words
//! that are rare.

use std::ops::Range;

use super::answers::{IsoDay, Moment, Request};
use super::{Engine, units};
use crate::archive::FormId;
use crate::document::{BlockKind, DocId, Publication};
use crate::search::Found;
use crate::time::{self, Extent, Interval, Relation};
use crate::timeline::{Picked, Told, moments, reports};
use crate::{Error, Result, order, text};

/// Articles read for each date: as many at most that appeared with it, and as many in all. More would be a better sample
/// and take longer, about a tenth of a millisecond each.
const READ: [usize; 2] = [4, 12];

/// Days of which the articles report of a date: it and the two after.
const DAYS: i32 = 3;

/// Sentences at the beginning of an article: what it mentions there it is about.
const BEGINNING: u32 = 8;

/// Sentences that open such an article, its title aside (ACL 2020).
const OPENING: usize = 5;

/// Sentences are near-identical from this cosine on: one report with another beginning or end.
const ALIKE: f64 = 0.8;

/// Words of a sentence, dates aside, that is read at a glance. Others count less in proportion, and half of the least tell
/// nothing by themselves: a heading, a place and its date.
const WORDS: Range<usize> = 10..45;

/// A sentence that may tell a date.
struct Candidate {
    document: DocId,
    sentence: u32,
    /// Its bytes in the text.
    range: Range<usize>,
    /// Whether it is a sentence and not a title or the like.
    full: bool,
    /// What speaks for it besides what it says.
    favour: f64,
    /// What it has in common with those of other articles.
    common: f64,
    /// The sum of the squares of what its words weigh.
    square: f64,
    /// Its words, ascending, and how telling each is.
    words: Vec<(FormId, f64)>,
}

impl Candidate {
    fn worth(&self) -> f64 {
        // One is added so that favour decides where nothing is in common.
        (1.0 + self.common / self.square.max(1.0).sqrt()) * self.favour
    }

    /// Whether one has been chosen that says the same.
    fn is_told(&self, chosen: &[Self]) -> bool {
        chosen.iter().any(|other| {
            let mut product = 0.0;
            for (word, weight) in &self.words {
                let is_there = other.words.binary_search_by_key(word, |(word, _)| *word).is_ok();
                product += if is_there { weight * weight } else { 0.0 };
            }
            let same = (self.document, self.sentence) == (other.document, other.sentence);
            same || product > 0.0 && product >= ALIKE * (self.square * other.square).sqrt()
        })
    }
}

impl Engine {
    /// The dates that matter most of those told of in what was found, at most `most`.
    pub(super) fn moments(
        &self,
        found: &Found,
        told: &[Told],
        published: &[Publication],
        view: Interval,
        request: &Request,
    ) -> Result<Vec<Moment>> {
        let (asked, most) = (asked(found), request.moments);
        let (mut answers, mut chosen) = (Vec::new(), Vec::new());
        // Twice as many, for those that have nothing to say that was not said.
        for date in &moments(told, published, view, most.saturating_mul(2)) {
            if answers.len() == most {
                break;
            }
            let reports = match date.interval.days() {
                1 => &found.documents[reports(published, date.interval.earliest, DAYS)],
                _ => &[],
            };
            let mut candidates = self.candidates(date, reports, &asked)?;
            let full = candidates.iter().any(|candidate| candidate.full);
            let (mut best, mut most_worth) = (usize::MAX, 0.0);
            for (number, candidate) in candidates.iter().enumerate() {
                if candidate.full == full && candidate.worth() > most_worth && !candidate.is_told(&chosen) {
                    (best, most_worth) = (number, candidate.worth());
                }
            }
            if best < candidates.len() {
                let best = candidates.swap_remove(best);
                answers.push(self.moment(date, &best, request.brief)?);
                chosen.push(best);
            }
        }
        Ok(answers)
    }

    /// The sentences that may tell a date, in the order of documents and sentences.
    fn candidates(&self, date: &Picked, reports: &[DocId], asked: &[FormId]) -> Result<Vec<Candidate>> {
        let (mut candidates, mut words) = (Vec::new(), Vec::new());
        for document in to_read(&date.told, reports) {
            let opens = reports.binary_search(&document).is_ok();
            self.sentences(document, &date.told, opens, &mut candidates, &mut words)?;
        }
        order::sort_unique(&mut words);
        for same in words.chunk_by(|one, next| one.0 == next.0) {
            let mut with = 0;
            let mut weight = 1.0;
            let mut word = None;
            for (form, _) in self.archive.folding_as(&same[0].0)? {
                with += self.archive.document_frequency(form)?;
                weight += f64::from(u8::from(asked.binary_search(&form).is_ok()));
                word = word.or(Some(form));
            }
            let Some(word) = word else { continue };
            weight *= libm::log(1.0 + f64::from(self.archive.documents()) / f64::from(with.max(1)));
            let document = |(_, number): &(String, usize)| candidates[*number].document;
            let elsewhere = same.chunk_by(|one, next| document(one) == document(next)).count() - 1;
            for (_, number) in same {
                let candidate: &mut Candidate = &mut candidates[*number];
                candidate.words.push((word, weight));
                candidate.square += weight * weight;
                candidate.common += weight * weight * elsewhere as f64;
            }
        }
        Ok(candidates)
    }

    /// Adds the sentences of an article that mention a date or, when it `opens` as a report of it, that begin it; and
    /// their words, times aside, each with the number of its sentence.
    fn sentences(
        &self,
        document: DocId,
        told: &[Told],
        opens: bool,
        candidates: &mut Vec<Candidate>,
        words: &mut Vec<(String, usize)>,
    ) -> Result<()> {
        let text = self.archive.text(&self.archive.entry(document)?)?;
        let times = self.archive.times(document)?;
        let mut opening = 0;
        for block in self.archive.blocks(document)? {
            if block.kind == BlockKind::Furniture {
                continue;
            }
            let heads = matches!(block.kind, BlockKind::Title | BlockKind::Heading);
            for (range, sentence) in block.sentences.into_iter().zip(block.first..) {
                opening += usize::from(!heads);
                let (mut crowd, mut days) = (0, 0);
                for told in times.iter().filter(|told| told.sentence == sentence) {
                    crowd += 1;
                    days += usize::from(told.mention.interval.is_some_and(|interval| interval.days() == 1));
                }
                let place = (document.0, sentence);
                let mention = told.iter().find(|told| (told.document, told.sentence) == place);
                let mut favour = match mention {
                    Some(told) if told.relation == Relation::In => 1.0,
                    Some(_) => 0.7,
                    // One that tells of another day does not tell of this.
                    None if opens && opening <= OPENING && days == 0 => 0.6,
                    None => continue,
                };
                let part = text
                    .get(range.clone())
                    .ok_or_else(|| Error::archive("blocks", "a block or a sentence lies outside its text"))?;
                let mut count = 0;
                for token in text::tokens(part) {
                    let start = range.start + token.range.start;
                    if !times.iter().any(|told| told.mention.range.contains(&start)) {
                        words.push((text::fold(&part[token.range]), candidates.len()));
                        count += 1;
                    }
                }
                if crowd > 2 {
                    favour *= 0.7;
                }
                favour *= count.min(WORDS.start) as f64 / count.max(WORDS.end) as f64;
                // A quotation mark may follow, of three bytes at most.
                let ends = part.bytes().rev().take(4).any(|byte| b".!?".contains(&byte));
                let full = !heads && count * 2 >= WORDS.start && ends;
                let (common, square, words) = (0.0, 0.0, Vec::new());
                candidates.push(Candidate { document, sentence, range, full, favour, common, square, words });
            }
        }
        Ok(())
    }

    /// A date with its sentence. In `brief` it does not say which documents mention it: in a large collection they lie all over it.
    fn moment(&self, date: &Picked, best: &Candidate, brief: bool) -> Result<Moment> {
        let entry = self.archive.entry(best.document)?;
        let text = self.archive.text(&entry)?;
        let mut documents = Vec::new();
        if !brief {
            documents.extend(date.told.iter().map(|told| DocId(told.document)));
            documents.push(best.document);
            order::sort_unique(&mut documents);
        }
        let names = documents.iter().map(|id| self.archive.entry(*id).map(|entry| entry.name));
        let (start, end) = units::utf16(&text, &best.range);
        let times = self.archive.times(best.document)?;
        let mentions = times.iter().filter(|told| told.mention.interval == Some(date.interval));
        Ok(Moment {
            earliest: IsoDay(date.interval.earliest),
            latest: IsoDay(date.interval.latest),
            edtf: time::edtf(date.interval, Extent::Whole, date.precision),
            mentions: date.told.len(),
            documents: names.collect::<Result<_>>()?,
            sentence: text[best.range.clone()].to_owned(),
            marks: units::within(&text, &best.range, mentions.map(|told| &told.mention.range)),
            document: entry.name,
            index: best.sentence,
            start,
            end,
        })
    }
}

/// The forms that answer the words of the query, ascending.
fn asked(found: &Found) -> Vec<FormId> {
    let mut words = Vec::new();
    for leaf in found.leaves() {
        leaf.words(&mut words);
    }
    let mut forms = Vec::new();
    for (_, expansions) in words {
        forms.extend(expansions.iter().filter(|expansion| !expansion.off).map(|expansion| expansion.form));
    }
    order::sort_by(&mut forms, FormId::cmp);
    forms
}

/// The articles that are read for a date, ascending: a sample of those that appeared with it, then by turns one that mentions
/// it at its beginning and one that looks back on it from farthest.
fn to_read(told: &[Told], reports: &[DocId]) -> Vec<DocId> {
    let step = reports.len().div_ceil(READ[0]).max(1);
    let mut documents: Vec<DocId> = reports.chunks(step).map(|some| some[0]).collect();
    let mut early = told.iter().filter(|told| told.sentence < BEGINNING && told.relation == Relation::In && !told.own);
    for late in told.iter().rev() {
        for told in [early.next().unwrap_or(late), late] {
            let document = DocId(told.document);
            if documents.len() < READ[1] && !documents.contains(&document) {
                documents.push(document);
            }
        }
    }
    order::sort_unique(&mut documents);
    documents
}
