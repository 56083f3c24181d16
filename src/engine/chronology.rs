//! The chronology: the sentences that tell of a time, in the order of the times that they tell of.

use super::answers::{ChronologyAnswer, Request, Telling};
use super::document::time_of;
use super::meant::Times;
use super::search::problems;
use super::{Engine, time_key};
use crate::annotate::Told;
use crate::document::DocId;
use crate::time::Interval;
use crate::{Error, Result, order};

/// Sentences in an answer when the request does not say.
const LIMIT: usize = 50;

impl Engine {
    /// The times that the found articles tell of, in the order of those times, each with its sentence. Where the request asks for
    /// some, those that may lie within them, what reaches beyond them last: the least of it first.
    pub fn chronology(&self, request: &Request) -> Result<ChronologyAnswer> {
        let (query, found) = self.ask(request)?;
        let meant = Times::new(&query, request);
        let mut unresolved = 0;
        let mut times: Vec<(Interval, DocId, Told)> = Vec::new();
        for document in &found.documents {
            for told in self.archive.times(*document)? {
                match told.mention.interval {
                    None => unresolved += 1,
                    Some(time) if meant.is_empty() || meant.has(&told) => times.push((time, *document, told)),
                    Some(_) => {}
                }
            }
        }
        let total = times.len();
        // What is told of one time comes in the order of publication.
        order::sort_by_key(&mut times, |(time, document, _)| {
            let wider = if meant.is_wider(*time) { time.days() } else { 0 };
            (wider, time.earliest, time.latest, time_key(&self.archive, *document))
        });
        let mut shown: Vec<(usize, DocId, Told)> = Vec::new();
        let page = times.into_iter().skip(request.offset).take(request.limit.unwrap_or(LIMIT));
        shown.extend(page.enumerate().map(|(place, (_, document, told))| (place, document, told)));
        // Read article by article, each once.
        order::sort_by_key(&mut shown, |(place, document, _)| (*document, *place));
        let mut lines: Vec<(usize, Telling)> = Vec::with_capacity(shown.len());
        for same in shown.chunk_by(|one, next| one.1 == next.1) {
            let document = same[0].1;
            let entry = self.archive.entry(document)?;
            let (text, blocks) = (self.archive.text(&entry)?, self.archive.blocks(document)?);
            for (place, _, told) in same {
                let block = blocks.iter().rev().find(|block| block.first <= told.sentence);
                let sentence = block.and_then(|block| block.sentences.get((told.sentence - block.first) as usize));
                let held = |range: &&std::ops::Range<usize>| {
                    range.start <= told.mention.range.start && told.mention.range.end <= range.end
                };
                let verbatim =
                    sentence.filter(held).and_then(|range| text.get(range.clone()).map(|text| (range, text)));
                let (range, verbatim) = verbatim.ok_or_else(|| Error::archive("times", "a sentence is missing"))?;
                lines.push((
                    *place,
                    Telling {
                        entry: self.shown(document, &entry),
                        sentence: told.sentence,
                        text: verbatim.to_owned(),
                        time: time_of(&text, range, &told.mention),
                    },
                ));
            }
        }
        order::sort_by_key(&mut lines, |(place, _)| *place);
        Ok(ChronologyAnswer {
            problems: problems(&request.query, &query),
            total,
            unresolved,
            lines: lines.into_iter().map(|(_, line)| line).collect(),
        })
    }
}
