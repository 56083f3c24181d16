//! How long documents are: what ranking and the bounds of positions need of each, in as few bits as they need.
//!
//! A length is kept to an eighth of its power of two, as a byte: BM25 does not tell apart what is nearer (Lucene keeps lengths so
//! too). A span of positions is kept as a bound on it, so rounded up.

use super::bytes::{Reader, put};
use super::packed::{pack, unpack};
use super::postings::Spans;
use crate::Result;

const STATS: &str = "stats";

/// Numbers below are kept as they are.
const EXACT: u32 = 16;

/// What is kept of a document's length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Measure {
    /// Its words, furniture left out.
    pub(super) length: u32,
    /// The position after its last token.
    pub(super) span: u32,
    /// Whether it has a title.
    pub(super) titled: bool,
}

/// The measures of the documents of a segment.
pub(super) struct Stats {
    lengths: Vec<u8>,
    titled: Vec<bool>,
    pub(super) spans: Spans,
}

/// Writes a column for each measure, each deflated by itself: their bytes are of different kinds.
pub(super) fn write(measures: &[Measure]) -> Vec<u8> {
    let columns: [fn(&Measure) -> u8; 3] = [
        |measure| code(measure.length),
        |measure| code(measure.span).wrapping_sub(code(measure.length)),
        |measure| u8::from(measure.titled),
    ];
    let mut out = Vec::new();
    for column in columns {
        let packed = pack(&measures.iter().map(column).collect::<Vec<_>>());
        put(&mut out, packed.len() as u64);
        out.extend(packed);
    }
    out
}

/// The bounds of the spans, as whoever reads them has them.
pub(super) fn bounds(measures: &[Measure]) -> Spans {
    measures.iter().map(|measure| most(code(measure.span))).collect()
}

impl Stats {
    pub(super) fn read(bytes: &[u8], documents: usize) -> Result<Self> {
        let mut reader = Reader::new(STATS, bytes);
        let mut column = || {
            let size = reader.count()?;
            let column = unpack(STATS, reader.bytes(size)?)?;
            if column.len() == documents { Ok(column) } else { Err(reader.error("it does not have every document")) }
        };
        let (lengths, longer, titled) = (column()?, column()?, column()?);
        let spans = lengths.iter().zip(longer).map(|(length, longer)| most(length.wrapping_add(longer))).collect();
        let titled = titled.iter().map(|titled| *titled > 0).collect();
        if reader.left() > 0 {
            return Err(reader.error("more follows than was announced"));
        }
        Ok(Self { lengths, titled, spans })
    }

    /// The length of a document in words, to about a sixteenth.
    pub(super) fn length(&self, document: usize) -> u32 {
        self.lengths.get(document).map_or(0, |code| least(*code).midpoint(most(*code)))
    }

    /// Whether a document has a title.
    pub(super) fn is_titled(&self, document: usize) -> bool {
        self.titled.get(document).copied().unwrap_or_default()
    }
}

/// The eighth of its power of two that a number lies in.
fn code(number: u32) -> u8 {
    match number.checked_ilog2() {
        Some(log) if number >= EXACT => (EXACT + (log - 4) * 8 + (number >> (log - 3) & 7)) as u8,
        _ => number as u8,
    }
}

/// The least number of a code.
fn least(code: u8) -> u32 {
    match u32::from(code).checked_sub(EXACT) {
        // The highest codes are of no number.
        Some(above) => u32::try_from((8 + u64::from(above) % 8) << (above / 8 + 1)).unwrap_or(u32::MAX),
        None => u32::from(code),
    }
}

/// The largest number of a code.
fn most(code: u8) -> u32 {
    if u32::from(code) < EXACT { u32::from(code) } else { least(code.saturating_add(1)).saturating_sub(1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_number_lies_in_its_eighth(number in prop_oneof![0u32..300, any::<u32>()]) {
            let code = code(number);
            prop_assert!(least(code) <= number && number <= most(code), "{} {} {}", least(code), number, most(code));
            prop_assert!(u64::from(most(code)) * 8 <= u64::from(least(code)) * 9);
        }

        #[test]
        fn what_is_written_is_read(measures in prop::collection::vec((0u32..5000, 0u32..300, any::<bool>()), 0..200)) {
            let measures: Vec<Measure> = measures
                .into_iter()
                .map(|(length, more, titled)| Measure { length, span: length + more, titled })
                .collect();
            let bytes = write(&measures);
            let stats = Stats::read(&bytes, measures.len()).unwrap();
            prop_assert_eq!(&stats.spans, &bounds(&measures));
            for (number, measure) in measures.iter().enumerate() {
                prop_assert_eq!(stats.is_titled(number), measure.titled);
                prop_assert!(stats.length(number).abs_diff(measure.length) * 8 <= measure.length);
            }
            prop_assert!(Stats::read(&bytes, measures.len() + 1).is_err());
        }
    }
}
