//! What answers a question, in time: bins, publications, moments.

use std::collections::BTreeMap;

use super::answers::{Beyond, Bin, IsoDay, Moment, Publication, Request, TimelineAnswer};
use super::search::problems;
use super::{Engine, ends, units};
use crate::document::DocId;
use crate::time::{self, Extent, Interval};
use crate::timeline::{Bins, Lane, Picked, Timeline, Told, moments, unit_for};
use crate::{Error, Result};

/// Bins when the request does not say.
const BINS: usize = 200;

impl Engine {
    /// When the articles that answer a question were published, and which times they speak of.
    pub fn timeline(&self, request: &Request) -> Result<TimelineAnswer> {
        let (query, found) = self.ask(request)?;
        let all = || (0..self.archive.documents()).filter_map(|id| self.archive.published(DocId(id)));
        let published = all().map(|date| date.interval).reduce(Interval::hull);
        let mentioned = self.archive.mentioned;
        let told = self.told(&found.documents)?;
        let dated: Vec<crate::document::Publication> =
            found.documents.iter().filter_map(|document| self.archive.published(*document)).collect();
        let everything = match (published, mentioned) {
            (Some(one), Some(other)) => Some(one.hull(other)),
            (one, other) => one.or(other),
        };
        let view = request.view.map(|(from, until)| Interval::new(from.0, until.0)).or(everything);
        let drawn = view.map(|view| {
            let unit = unit_for(view, request.bins.unwrap_or(BINS).max(1));
            let mut bins = Bins::new(view, unit);
            dated.iter().for_each(|date| bins.add(Lane::Published, date.interval, 1));
            told.iter().for_each(|told| bins.add(Lane::Mentioned, told.interval, 1));
            all().for_each(|date| bins.add(Lane::Corpus, date.interval, 1));
            (unit, bins.finish())
        });
        let beyond = |ends: fn(&Timeline) -> [f64; 3]| {
            let counts = drawn.as_ref().map(|(_, timeline)| ends(timeline)).unwrap_or_default();
            Beyond { published: counts[Lane::Published as usize], mentioned: counts[Lane::Mentioned as usize] }
        };
        Ok(TimelineAnswer {
            problems: problems(&request.query, &query),
            documents: found.documents.len(),
            undated: found.documents.len() - dated.len(),
            unit: drawn.as_ref().map(|(unit, _)| unit.name()),
            published: published.map(ends),
            mentioned: mentioned.map(ends),
            before: beyond(|timeline| timeline.before),
            after: beyond(|timeline| timeline.after),
            publications: publications(&dated, view),
            moments: self.moments(told, request.moments, view)?,
            bins: drawn.map(|(_, timeline)| timeline.bins).unwrap_or_default().into_iter().map(bin).collect(),
        })
    }

    /// The times that some documents speak of, those that are resolved.
    fn told(&self, documents: &[DocId]) -> Result<Vec<Told>> {
        let mut all = Vec::new();
        for document in documents {
            all.extend(self.archive.times(*document)?.into_iter().filter_map(|told| {
                let (interval, mention) = (told.mention.interval?, told.mention);
                let (precision, relation) = (mention.precision, mention.relation);
                Some(Told { document: document.0, sentence: told.sentence, interval, precision, relation })
            }));
        }
        Ok(all)
    }

    fn moments(&self, told: Vec<Told>, most: usize, view: Option<Interval>) -> Result<Vec<Moment>> {
        let inside = |told: &Told| view.is_some_and(|view| view.intersection(told.interval) == Some(told.interval));
        moments(told.into_iter().filter(inside), most).into_iter().map(|picked| self.moment(&picked)).collect()
    }

    /// A picked date with its sentence, verbatim.
    fn moment(&self, picked: &Picked) -> Result<Moment> {
        let (document, index) = (DocId(picked.told.0), picked.told.1);
        let entry = self.archive.entry(document)?;
        let (text, blocks) = self.read(document, &entry)?;
        let block = blocks.iter().rev().find(|block| block.first <= index);
        let range = block.and_then(|block| block.sentences.get((index - block.first) as usize));
        let range = range.ok_or_else(|| Error::archive("times", "a sentence is missing"))?;
        let names = picked.documents.iter().map(|id| self.archive.entry(DocId(*id)).map(|entry| entry.name));
        let (start, end) = units::utf16(&text, range);
        Ok(Moment {
            earliest: IsoDay(picked.interval.earliest),
            latest: IsoDay(picked.interval.latest),
            edtf: time::edtf(picked.interval, Extent::Whole, picked.precision),
            mentions: picked.mentions as usize,
            documents: names.collect::<Result<_>>()?,
            sentence: text[range.clone()].to_owned(),
            document: entry.name,
            index,
            start,
            end,
        })
    }
}

/// The dates in view, each with how many articles bear it.
fn publications(dated: &[crate::document::Publication], view: Option<Interval>) -> Vec<Publication> {
    let mut counts: BTreeMap<(Interval, time::Precision), usize> = BTreeMap::new();
    for date in dated.iter().filter(|date| view.is_some_and(|view| view.overlaps(date.interval))) {
        *counts.entry((date.interval, date.precision)).or_default() += 1;
    }
    let shown = counts.into_iter().map(|((interval, precision), documents)| Publication {
        earliest: IsoDay(interval.earliest),
        latest: IsoDay(interval.latest),
        edtf: interval.edtf(),
        precision: precision.name(),
        documents,
    });
    shown.collect()
}

fn bin(bin: crate::timeline::Bin) -> Bin {
    Bin {
        earliest: IsoDay(bin.interval.earliest),
        latest: IsoDay(bin.interval.latest),
        published: bin.published,
        mentioned: bin.mentioned,
        corpus: bin.corpus,
    }
}
