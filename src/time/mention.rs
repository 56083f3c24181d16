//! Times in a sentence.

use std::ops::Range;

use super::grammar::Reader;
use super::phrase::Phrase;
use super::pieces::pieces;
use super::resolve::{Frame, precision, resolve, resolve_range};
use super::words::Words;
use super::{Interval, Precision, Relation, dutch, english};
use crate::document::Publication;
use crate::text::Language;

/// How a time fills its interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Extent {
    /// All of it: March 2023.
    Whole,
    /// It is, or lies, somewhere in it: "yesterday", of a day in March 2023.
    Within,
}

/// A time that a text speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The bytes of the expression in the text given, without its preposition.
    pub range: Range<usize>,
    /// The days that it means; `None` where nothing settles them, as without a publication date.
    pub interval: Option<Interval>,
    /// How it fills them.
    pub extent: Extent,
    /// How exactly the expression says it: "yesterday" says a day, also where nobody knows which.
    pub precision: Precision,
    /// How what is told relates to it.
    pub relation: Relation,
}

impl Mention {
    /// The interval in EDTF; `None` where it cannot be resolved.
    ///
    /// Throughout it: `2023-03`, `2023-02-28/2023-03-30`, `199X` for a decade, `16XX` for a century. Some day within
    /// it: `[2023-02-28..2023-03-30]`. The bounds are always those of the interval: seasons and quarters are
    /// written as their months, since the codes of EDTF for them leave the months open.
    pub fn edtf(&self) -> Option<String> {
        self.interval.map(|interval| edtf(interval, self.extent, self.precision))
    }
}

/// An interval in EDTF, as [`Mention::edtf`] writes it.
pub fn edtf(interval: Interval, extent: Extent, precision: Precision) -> String {
    if extent == Extent::Within {
        let mut text = String::from("[");
        text.push_str(&interval.earliest.to_string());
        text.push_str("..");
        text.push_str(&interval.latest.to_string());
        text.push(']');
        return text;
    }
    let whole = interval.edtf();
    let (digits, unknown) = match precision {
        Precision::Decade => (3, "X"),
        Precision::Century => (2, "XX"),
        _ => return whole,
    };
    let mut short = String::from(&whole[..digits]);
    short.push_str(unknown);
    short
}

/// The times that a sentence speaks of, in its order, none overlapping.
///
/// `published` places what counts from the day of speaking, and what does not tell its year. Durations, recurrences,
/// ages, counts and numbers in names are not times.
pub fn mentions(sentence: &str, published: Option<Publication>, language: Language) -> Vec<Mention> {
    let Some(words) = words(language) else { return Vec::new() };
    let (pieces, telling) = pieces(sentence, words);
    let mut mentions = Vec::new();
    if !telling {
        return mentions;
    }
    let reader = Reader { sentence, pieces: &pieces, words };
    let mut frame =
        Frame { published, tense: reader.tense(), relation: Relation::In, weekdays_by_week: words.weekdays_by_week };
    let mut at = 0;
    while at < pieces.len() {
        let Some((phrase, mut end)) = reader.phrase(at) else {
            at += 1;
            continue;
        };
        let (Phrase::One(first) | Phrase::Range(first, _)) = phrase;
        frame.relation = Relation::In;
        let range = match phrase {
            Phrase::Range(_, last) => resolve_range(first, last, &frame),
            Phrase::One(_) => None,
        };
        let (resolved, precision) = match (range, phrase) {
            (Some(_), _) => (range, Precision::Range),
            (None, Phrase::Range(..)) if published.is_none() => (None, Precision::Range),
            (None, _) => {
                // A range that cannot be one was two times side by side, or none where the first is a bare number.
                end = reader.time(at).map_or(end, |(_, shorter)| shorter);
                frame.relation = reader.relation(at, first);
                (resolve(first, &frame), precision(first))
            }
        };
        if !reader.recurs(at, first) && (resolved.is_some() || published.is_none()) {
            let range = pieces[at].start as usize..pieces[end - 1].end as usize;
            let (interval, extent) = resolved.map_or((None, Extent::Whole), |(days, extent)| (Some(days), extent));
            mentions.push(Mention { range, interval, extent, precision, relation: frame.relation });
        }
        at = end;
    }
    mentions
}

/// The words of a language; `None` where its times are not read.
fn words(language: Language) -> Option<&'static Words> {
    match language {
        Language::Dutch => Some(&dutch::WORDS),
        Language::English => Some(&english::WORDS),
        Language::German => None,
    }
}
