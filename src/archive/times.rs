//! The times that the documents speak of. Documents that follow one another make a part, which is deflated.

use super::bytes::records::{self, Records};
use super::bytes::{Reader, put, put_signed};
use super::head::{calendar_day, read_precision};
use super::packed::{pack, unpack};
use crate::annotate::Told;
use crate::time::{Extent, Interval, Mention, Relation, Rule};
use crate::{Error, Result};

const TIMES: &str = "times";

/// Bytes of times from which on a part is full, before deflating, which leaves about half.
const PART: usize = 64 << 10;

/// A part being filled.
#[derive(Default)]
pub(super) struct Filling {
    records: Vec<Vec<u8>>,
    size: usize,
}

impl Filling {
    /// Takes in the times of the next document: sentence and place as steps, length, precision, rule, relation with extent,
    /// interval.
    pub(super) fn add(&mut self, told: &[Told]) {
        let mut out = Vec::new();
        let (mut sentence, mut place, mut day) = (0, 0, 0);
        for Told { sentence: number, mention } in told {
            put(&mut out, u64::from(number - sentence));
            put(&mut out, (mention.range.start - place) as u64);
            put(&mut out, mention.range.len() as u64);
            out.push(mention.precision as u8);
            let within = u8::from(mention.extent == Extent::Within);
            out.push(mention.rule as u8);
            out.push(mention.relation as u8 | within << 3 | u8::from(mention.interval.is_some()) << 4);
            (sentence, place) = (*number, mention.range.end);
            if let Some(interval) = mention.interval {
                put_signed(&mut out, i64::from(interval.earliest.0 - day));
                put(&mut out, u64::from(interval.days() - 1));
                day = interval.earliest.0;
            }
        }
        self.size += out.len() + 3;
        self.records.push(out);
    }

    /// How many documents it has.
    pub(super) fn documents(&self) -> usize {
        self.records.len()
    }

    /// Whether the part has as much as one should.
    pub(super) fn is_full(&self) -> bool {
        self.size >= PART
    }

    /// The bytes of the part.
    pub(super) fn finish(self) -> Vec<u8> {
        pack(&records::write(&self.records))
    }
}

/// The times of some documents, inflated.
pub(super) struct Times {
    bytes: Vec<u8>,
    records: Records,
}

impl Times {
    pub(super) fn open(part: &[u8], documents: usize) -> Result<Self> {
        let bytes = unpack(TIMES, part)?;
        let records = Records::open(TIMES, &bytes)?;
        if records.count != documents {
            return Err(Error::archive(TIMES, "it does not have a record for each document"));
        }
        Ok(Self { bytes, records })
    }

    /// The times of the document with a number in the part.
    pub(super) fn of(&self, number: usize) -> Result<Vec<Told>> {
        read(self.records.get(&self.bytes, number)?)
    }
}

fn read(mut reader: Reader<'_>) -> Result<Vec<Told>> {
    let mut told = Vec::new();
    let (mut sentence, mut place, mut day) = (0u32, 0usize, 0i32);
    while reader.left() > 0 {
        sentence = sentence.saturating_add(reader.u32()?);
        let start = place.saturating_add(reader.size()?);
        place = start.saturating_add(reader.size()?);
        let precision = read_precision(&mut reader)?;
        let rule = Rule::ALL.get(usize::from(reader.byte()?)).copied();
        let rule = rule.ok_or_else(|| reader.error("a rule is unknown"))?;
        let code = reader.byte()?;
        let relation = Relation::ALL.get(usize::from(code & 7)).copied();
        let relation = relation.ok_or_else(|| reader.error("a relation is unknown"))?;
        let extent = if code & 8 == 0 { Extent::Whole } else { Extent::Within };
        let interval = if code & 16 == 0 { None } else { Some(read_interval(&mut reader, &mut day)?) };
        let mention = Mention { range: start..place, interval, extent, precision, relation, rule };
        told.push(Told { sentence, mention });
    }
    Ok(told)
}

fn read_interval(reader: &mut Reader<'_>, day: &mut i32) -> Result<Interval> {
    let far = |reader: &Reader<'_>| reader.error("a date is too far");
    *day = day.checked_add(reader.i32()?).ok_or_else(|| far(reader))?;
    let length = i32::try_from(reader.u32()?).map_err(|_| far(reader))?;
    let latest = day.checked_add(length).ok_or_else(|| far(reader))?;
    Ok(Interval { earliest: calendar_day(reader, *day)?, latest: calendar_day(reader, latest)? })
}
