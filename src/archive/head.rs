//! What is known of an archive before any of its parts is read: what the collection is, when its documents were published, and where in
//! the parts to look.

use super::Card;
use super::bytes::{Reader, put, put_key, put_keys, put_signed, put_text, read_keys, read_next_key};
use crate::document::Publication;
use crate::text::Language;
use crate::time::{Day, Interval, Precision};
use crate::{Error, Result};

const HEAD: &str = "head";

/// The classes of precision in which documents are numbered; undated ones are the last.
const CLASSES: [Option<Precision>; 4] = [Some(Precision::Day), Some(Precision::Month), Some(Precision::Year), None];

/// The number of the class of a date, of which the last has those without one.
pub(super) fn class_of(published: Option<Publication>) -> usize {
    published.map_or(CLASSES.len(), |date| match date.precision {
        Precision::Day => 0,
        Precision::Month => 1,
        Precision::Year => 2,
        _ => 3,
    })
}

/// Documents of one date that follow one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Issue {
    /// Their date, where they have one.
    pub published: Option<Publication>,
    /// How many there are.
    pub documents: u32,
    /// Their words, furniture left out.
    pub words: u64,
}

/// What is known of a fact without its documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactHead {
    /// Its name, lower case: `source`.
    pub name: String,
    /// How many values it has.
    pub values: u32,
    /// The values with how many documents have each, where there are few.
    pub few: Vec<(String, u32)>,
}

/// A fact with more values is not summed up in the head, nor offered as a choice.
pub(super) const FEW_VALUES: usize = 50;

/// What is known of the whole, before any part.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) card: Card,
    pub(super) languages: Vec<Language>,
    pub(super) words: u64,
    pub(super) mentions: u64,
    pub(super) mentioned: Option<Interval>,
    /// Families say what is known of their forms, and compounds have their lists together too.
    pub(super) together: bool,
    pub(super) facts: Vec<FactHead>,
    /// The first hash of each part of names.
    pub(super) names: Vec<u32>,
    /// For each part of the vocabulary its first key and how many forms it has.
    pub(super) forms: Vec<(Vec<u8>, u32)>,
    /// The first key of each part of families.
    pub(super) families: Vec<Vec<u8>>,
    pub(super) segments: Vec<SegmentHead>,
}

/// What is known of a segment.
#[derive(Debug, Default, Clone)]
pub(super) struct SegmentHead {
    pub(super) issues: Vec<Issue>,
    /// How many forms each part of postings has.
    pub(super) postings: Vec<u32>,
    /// The first key of each part of compounds.
    pub(super) compounds: Vec<Vec<u8>>,
    /// How many documents each part of documents has.
    pub(super) documents: Vec<u32>,
    /// How many documents each part of times has.
    pub(super) times: Vec<u32>,
    /// The first day of each part of mentions, and the last.
    pub(super) mentions: Vec<(Day, Day)>,
}

impl Head {
    pub(super) fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put_text(&mut out, &self.card.title);
        put_text(&mut out, self.card.language.code());
        put(&mut out, self.languages.iter().fold(0, |used, language| used | 1 << *language as u8));
        put(&mut out, self.words);
        put(&mut out, self.mentions);
        put(&mut out, u64::from(self.mentioned.is_some()) | u64::from(self.together) << 1);
        if let Some(span) = self.mentioned {
            put_signed(&mut out, i64::from(span.earliest.0));
            put_signed(&mut out, i64::from(span.latest.0));
        }
        for FactHead { name, values, few } in &self.facts {
            put_text(&mut out, name);
            put(&mut out, u64::from(*values));
            put(&mut out, few.len() as u64);
            for (value, documents) in few {
                put_text(&mut out, value);
                put(&mut out, u64::from(*documents));
            }
        }
        let mut last = 0;
        for hash in &self.names {
            put(&mut out, u64::from(hash - last));
            last = *hash;
        }
        let mut last: &[u8] = &[];
        for (key, forms) in &self.forms {
            put_key(&mut out, last, key);
            put(&mut out, u64::from(*forms));
            last = key;
        }
        put_keys(&mut out, &self.families);
        for segment in &self.segments {
            put_issues(&mut out, &segment.issues);
            for count in [&segment.postings, &segment.documents, &segment.times].into_iter().flatten() {
                put(&mut out, u64::from(*count));
            }
            put_keys(&mut out, &segment.compounds);
            for (first, last) in &segment.mentions {
                put_signed(&mut out, i64::from(first.0));
                put_signed(&mut out, i64::from(last.0));
            }
        }
        out
    }

    /// Reads it. `parts` says how many parts there are, of facts, names, words and families, then of postings, documents, times,
    /// compounds and mentions of each segment.
    pub(super) fn read(bytes: &[u8], parts: [usize; 4], segments: &[[usize; 5]]) -> Result<Self> {
        let mut reader = Reader::new(HEAD, bytes);
        let title = reader.text()?.to_owned();
        let language = Language::from_tag(reader.text()?).ok_or_else(|| reader.error("its language is unknown"))?;
        let used = reader.number()?;
        let languages = Language::ALL.into_iter().filter(|language| used & 1 << *language as u8 != 0).collect();
        let (words, mentions) = (reader.number()?, reader.number()?);
        let flags = reader.byte()?;
        let mentioned = match flags & 1 {
            0 => None,
            _ => Some(Interval::new(read_day(&mut reader)?, read_day(&mut reader)?)),
        };
        let mut facts = Vec::new();
        for _ in 0..parts[0] {
            let (name, values, mut few) = (reader.text()?.to_owned(), reader.u32()?, Vec::new());
            for _ in 0..reader.count()? {
                few.push((reader.text()?.to_owned(), reader.u32()?));
            }
            facts.push(FactHead { name, values, few });
        }
        let (mut names, mut last) = (Vec::new(), 0u32);
        for _ in 0..parts[1] {
            last = last.saturating_add(reader.u32()?);
            names.push(last);
        }
        let mut forms: Vec<(Vec<u8>, u32)> = Vec::new();
        for _ in 0..parts[2] {
            let key = read_next_key(&mut reader, forms.last().map_or(&[], |(key, _)| key))?;
            forms.push((key, reader.u32()?));
        }
        let families = read_keys(&mut reader, parts[3])?;
        let mut heads = Vec::new();
        for parts in segments {
            let issues = read_issues(&mut reader)?;
            let mut counts = |parts: usize| (0..parts).map(|_| reader.u32()).collect::<Result<Vec<_>>>();
            let [postings, documents, times] = [counts(parts[0])?, counts(parts[1])?, counts(parts[2])?];
            let compounds = read_keys(&mut reader, parts[3])?;
            let mut mentions = Vec::new();
            for _ in 0..parts[4] {
                mentions.push((read_day(&mut reader)?, read_day(&mut reader)?));
            }
            let head = SegmentHead { issues, postings, documents, times, compounds, mentions };
            let documents: u64 = head.issues.iter().map(|issue| u64::from(issue.documents)).sum();
            let held = |counts: &[u32]| counts.iter().map(|count| u64::from(*count)).sum::<u64>();
            if held(&head.documents) != documents || held(&head.times) != documents || documents >= 1 << 31 {
                return Err(Error::archive(HEAD, "its parts do not have the documents that are announced"));
            }
            heads.push(head);
        }
        if reader.left() > 0 {
            return Err(reader.error("more follows than was announced"));
        }
        let card = Card { title, language };
        Ok(Self {
            card,
            languages,
            words,
            mentions,
            mentioned,
            together: flags & 2 != 0,
            facts,
            names,
            forms,
            families,
            segments: heads,
        })
    }
}

/// Writes for each class how many dates there are, and each as a step, with its documents and their words.
fn put_issues(out: &mut Vec<u8>, issues: &[Issue]) {
    for (number, class) in CLASSES.into_iter().map(Some).chain([None]).enumerate() {
        let of_class = issues.iter().filter(|issue| class_of(issue.published) == number);
        put(out, of_class.clone().count() as u64);
        let mut last = 0;
        for issue in of_class {
            if let Some(date) = issue.published {
                put_signed(out, i64::from(date.interval.earliest.0 - last));
                last = date.interval.earliest.0;
                if class == Some(None) {
                    out.push(date.precision as u8);
                    put(out, u64::from(date.interval.days() - 1));
                }
            }
            put(out, u64::from(issue.documents));
            put(out, issue.words);
        }
    }
}

fn read_issues(reader: &mut Reader<'_>) -> Result<Vec<Issue>> {
    let mut issues = Vec::new();
    for class in 0..=CLASSES.len() {
        let mut last = 0i32;
        for _ in 0..reader.count()? {
            let published = match CLASSES.get(class) {
                Some(class) => {
                    last = last.checked_add(reader.i32()?).ok_or_else(|| reader.error("a date is too far"))?;
                    Some(read_date(reader, last, *class)?)
                }
                None => None,
            };
            issues.push(Issue { published, documents: reader.u32()?, words: reader.number()? });
        }
    }
    Ok(issues)
}

fn read_date(reader: &mut Reader<'_>, earliest: i32, class: Option<Precision>) -> Result<Publication> {
    let day = calendar_day(reader, earliest)?;
    let (year, month, _) = day.ymd();
    let (interval, precision) = match class {
        Some(Precision::Month) => (Interval::month(year, month), Precision::Month),
        Some(Precision::Year) => (Interval::year(year), Precision::Year),
        Some(precision) => (Some(Interval::day(day)), precision),
        None => {
            let precision = read_precision(reader)?;
            let latest = reader.u32()?;
            let latest = i32::try_from(latest).ok().and_then(|days| earliest.checked_add(days));
            let latest = latest.ok_or_else(|| reader.error("a date is too far"))?;
            (Some(Interval { earliest: day, latest: calendar_day(reader, latest)? }), precision)
        }
    };
    match interval {
        Some(interval) if interval.earliest == day => Ok(Publication { interval, precision }),
        _ => Err(reader.error("a date does not begin its month or year")),
    }
}

fn read_day(reader: &mut Reader<'_>) -> Result<Day> {
    let number = reader.i32()?;
    calendar_day(reader, number)
}

/// The days that a date may lie in.
pub(super) const FIRST_DAY: i32 = datealgo::date_to_rd((1, 1, 1));
pub(super) const LAST_DAY: i32 = datealgo::date_to_rd((9999, 12, 31));

/// The day with a number, if its year is in 1 to 9999.
pub(super) fn calendar_day(reader: &Reader<'_>, number: i32) -> Result<Day> {
    if (FIRST_DAY..=LAST_DAY).contains(&number) { Ok(Day(number)) } else { Err(reader.error("a date is too far")) }
}

pub(super) fn read_precision(reader: &mut Reader<'_>) -> Result<Precision> {
    let number = usize::from(reader.byte()?);
    Precision::ALL.get(number).copied().ok_or_else(|| reader.error("a precision is unknown"))
}
