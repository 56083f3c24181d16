//! What answers a question, in time: bins, publications.

use super::answers::{Beyond, Bin, IsoDay, Publication, Request, TimelineAnswer};
use super::search::problems;
use super::{Engine, ends};
use crate::archive::Open;
use crate::document::DocId;
use crate::time::{self, Interval};
use crate::timeline::{Bins, Lane, Timeline, Told, unit_for};
use crate::{Result, annotate, order};

/// Bins when the request does not say.
const BINS: usize = 200;

/// Bins at most, whatever is asked: more than any screen has columns, and few enough for an answer of some hundred kB.
const MOST_BINS: usize = 10_000;

/// Of so few documents the times are read by themselves, even where there is a list for each time: they are in fewer parts.
const FEW: usize = 16;

impl Engine {
    /// When the articles that answer a question were published, and which times they speak of.
    pub fn timeline(&self, request: &Request) -> Result<TimelineAnswer> {
        let (query, found) = self.ask(request)?;
        let published = self.published();
        let mentioned = self.archive.mentioned;
        let by_time = request.moments == 0 && self.archive.has_mentions() && found.documents.len() > FEW;
        let told = if by_time { Vec::new() } else { self.told(&found.documents)? };
        let dated: Vec<crate::document::Publication> =
            found.documents.iter().filter_map(|document| self.archive.published(*document)).collect();
        let everything = match (published, mentioned) {
            (Some(one), Some(other)) => Some(one.hull(other)),
            (one, other) => one.or(other),
        };
        let view = request.view.map(|(from, until)| Interval::new(from.0, until.0)).or(everything);
        let drawn = view.map(|view| -> Result<_> {
            let unit = unit_for(view, request.bins.unwrap_or(BINS).clamp(1, MOST_BINS));
            let mut bins = Bins::new(view, unit);
            for date in &dated {
                bins.add(Lane::Published, date.interval, 1);
            }
            let mut add = |interval, open, times| {
                let times = bins.add(Lane::Mentioned, interval, times);
                match open {
                    Open::No => {}
                    Open::Later => bins.add_open(true, interval, times),
                    Open::Earlier => bins.add_open(false, interval, times),
                }
            };
            told.iter().for_each(|told| add(told.interval, told.relation.into(), 1));
            if by_time {
                let mut wanted = vec![false; self.archive.documents() as usize];
                found.documents.iter().for_each(|document| wanted[document.0 as usize] = true);
                self.archive.mentions(None, &mut |interval, open, documents| {
                    let here = documents.iter().filter(|(document, _)| wanted[document.0 as usize]);
                    let times = here.map(|(_, times)| u64::from(*times)).sum();
                    if times > 0 {
                        add(interval, open, times);
                    }
                })?;
            }
            for issue in self.archive.issues() {
                let Some(date) = issue.published else { continue };
                bins.add(Lane::Corpus, date.interval, issue.documents.into());
                bins.add(Lane::Words, date.interval, issue.words);
            }
            Ok((unit, bins.finish()))
        });
        let drawn = drawn.transpose()?;
        let beyond = |ends: fn(&Timeline) -> [f64; 4]| {
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
            moments: match view {
                Some(view) => self.moments(&found, &told, &dated, view, request)?,
                None => Vec::new(),
            },
            bins: drawn.map(|(_, timeline)| timeline.bins).unwrap_or_default().into_iter().map(bin).collect(),
        })
    }

    /// The times that some documents speak of, those that are resolved.
    fn told(&self, documents: &[DocId]) -> Result<Vec<Told>> {
        let mut all = Vec::new();
        for document in documents {
            let published = self.archive.published(*document).map(|date| date.interval);
            for annotate::Told { sentence, mention } in self.archive.times(*document)? {
                let Some(interval) = mention.interval else { continue };
                let own = sentence == 0 && published == Some(interval) && self.archive.is_titled(*document)?;
                let (extent, precision, relation) = (mention.extent, mention.precision, mention.relation);
                let document = document.0;
                all.push(Told { document, published, sentence, own, interval, extent, precision, relation });
            }
        }
        Ok(all)
    }
}

/// The dates in view, each with how many articles bear it.
fn publications(dated: &[crate::document::Publication], view: Option<Interval>) -> Vec<Publication> {
    let inside = dated.iter().filter(|date| view.is_some_and(|view| view.overlaps(date.interval)));
    let mut dates: Vec<(Interval, time::Precision)> = inside.map(|date| (date.interval, date.precision)).collect();
    order::sort_by(&mut dates, Ord::cmp);
    let shown = dates.chunk_by(|one, next| one == next).map(|same| Publication {
        earliest: IsoDay(same[0].0.earliest),
        latest: IsoDay(same[0].0.latest),
        edtf: same[0].0.edtf(),
        precision: same[0].1.name(),
        documents: same.len(),
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
        words: bin.words,
        earlier: bin.earlier,
        later: bin.later,
    }
}
