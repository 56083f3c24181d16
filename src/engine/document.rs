//! An article, to be read.

use std::ops::Range;

use super::answers::{Block, DocumentAnswer, IsoDay, Mention, Request};
use super::meant::Times;
use super::{Engine, time_key, units};
use crate::Result;
use crate::annotate::{AnnotatedBlock, Told};
use crate::document::DocId;
use crate::search::{Standing, joined};
use crate::time;

impl Engine {
    /// An article with what answers the question marked, and its neighbours in time; `None` if there is none of that name.
    pub fn document(&self, request: &Request) -> Result<Option<DocumentAnswer>> {
        let Some((document, entry)) = self.named(&request.document)? else { return Ok(None) };
        let (text, blocks) = self.read(document, &entry, &|_| true)?;
        let (query, found) = self.ask(request)?;
        let meant = Times::new(&query, request);
        let texts = Standing::in_texts(&self.archive, [(document, &*text, &*blocks)].into_iter());
        let parts = found.parts(&texts, None, &[document])?.pop().unwrap_or_default();
        let mut occurrences: Vec<Range<u32>> = Vec::new();
        for occurrence in parts.iter().flat_map(|part| &part.occurrences) {
            occurrences.extend(occurrence.runs());
        }
        let told = self.archive.times(document)?;
        let place =
            self.chronology.binary_search_by_key(&time_key(&self.archive, document), |id| time_key(&self.archive, *id));
        let neighbour = |place: Option<usize>| {
            place.and_then(|place| self.chronology.get(place)).map(|id| self.entry(*id)).transpose()
        };
        let place = place.ok();
        Ok(Some(DocumentAnswer {
            entry: self.shown(document, &entry),
            precision: self.archive.published(document).map(|date| date.precision.name()),
            facts: entry.facts.clone(),
            words: entry.words,
            blocks: blocks.iter().map(|block| shown(&text, block, &occurrences, &told, &meant)).collect(),
            previous: neighbour(place.and_then(|place| place.checked_sub(1)))?,
            next: neighbour(place.map(|place| place + 1))?,
        }))
    }

    fn named(&self, name: &str) -> Result<Option<(DocId, crate::archive::Entry)>> {
        for document in self.archive.named(name)? {
            let entry = self.archive.entry(document)?;
            if entry.name == name {
                return Ok(Some((document, entry)));
            }
        }
        Ok(None)
    }
}

fn shown(text: &str, block: &AnnotatedBlock, occurrences: &[Range<u32>], told: &[Told], meant: &Times) -> Block {
    let range = &block.block.range;
    let mut marks: Vec<Range<usize>> = occurrences.iter().filter_map(|positions| block.bytes_of(positions)).collect();
    marks.extend(told.iter().filter(|told| meant.has(told)).map(|told| told.mention.range.clone()));
    let marks = joined(marks);
    let times = told.iter().map(|told| &told.mention).filter(|mention| {
        range.start <= mention.range.start
            && mention.range.end <= range.end
            && text.get(mention.range.clone()).is_some()
    });
    Block {
        kind: block.block.kind.name(),
        text: text[range.clone()].to_owned(),
        first: block.first,
        sentences: units::within(text, range, block.sentences.iter()),
        marks: units::within(text, range, marks.iter()),
        times: times.map(|mention| time_of(text, range, mention)).collect(),
    }
}

/// A time as it stands in a part of a text.
pub(super) fn time_of(text: &str, part: &Range<usize>, mention: &time::Mention) -> Mention {
    let (start, end) =
        units::utf16(&text[part.clone()], &(mention.range.start - part.start..mention.range.end - part.start));
    Mention {
        start,
        end,
        text: text[mention.range.clone()].to_owned(),
        earliest: mention.interval.map(|interval| IsoDay(interval.earliest)),
        latest: mention.interval.map(|interval| IsoDay(interval.latest)),
        edtf: mention.edtf(),
        precision: mention.precision.name(),
        relation: mention.relation.name(),
        rule: mention.rule.name(),
    }
}
