//! How numbers, texts and dates are written down: varints (LEB128), and a reader that never runs past the end.

use crate::document::Publication;
use crate::time::{Day, Interval, Precision};
use crate::{Error, Result};

/// Sorts by keys of bytes. Most are told apart by their first eight, which are compared without going to where the rest lies.
pub(super) fn sort_by_bytes<T>(items: Vec<T>, key: impl Fn(&T) -> &[u8]) -> Vec<T> {
    let first =
        |item: &T| key(item).iter().chain(&[0; 8]).take(8).fold(0u64, |first, byte| first << 8 | u64::from(*byte));
    let mut items: Vec<(u64, T)> = items.into_iter().map(|item| (first(&item), item)).collect();
    items.sort_unstable_by(|one, other| one.0.cmp(&other.0).then_with(|| key(&one.1).cmp(key(&other.1))));
    items.into_iter().map(|(_, item)| item).collect()
}

/// Writes a number in groups of seven bits, the lowest first (LEB128).
pub(crate) fn put(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Writes a number that may be negative, small ones short (zigzag).
pub(crate) fn put_signed(out: &mut Vec<u8>, number: i64) {
    put(out, ((number << 1) ^ (number >> 63)) as u64);
}

/// Writes a text with its length ahead.
pub(crate) fn put_text(out: &mut Vec<u8>, text: &str) {
    put(out, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

/// Writes a key as how much of the last it begins with, and the rest.
pub(super) fn put_key(out: &mut Vec<u8>, last: &[u8], key: &[u8]) {
    let shared = last.iter().zip(key).take_while(|(one, other)| one == other).count();
    put(out, shared as u64);
    put(out, (key.len() - shared) as u64);
    out.extend_from_slice(&key[shared..]);
}

/// Writes keys one after another; how many they are is not written.
pub(super) fn put_keys(out: &mut Vec<u8>, keys: &[Vec<u8>]) {
    let mut last: &[u8] = &[];
    for key in keys {
        put_key(out, last, key);
        last = key;
    }
}

/// Reads so many keys, of which none is before the last.
pub(super) fn read_keys(reader: &mut Reader<'_>, count: usize) -> Result<Vec<Vec<u8>>> {
    let mut keys: Vec<Vec<u8>> = Vec::new();
    for _ in 0..count {
        keys.push(read_next_key(reader, keys.last().map_or(&[], Vec::as_slice))?);
    }
    Ok(keys)
}

/// Reads a key.
pub(super) fn read_key(reader: &mut Reader<'_>, last: &[u8]) -> Result<Vec<u8>> {
    let shared = reader.size()?;
    let mut key = last.get(..shared).ok_or_else(|| reader.error("a key does not follow"))?.to_vec();
    let rest = reader.count()?;
    key.extend_from_slice(reader.bytes(rest)?);
    Ok(key)
}

/// Reads a key that is not before the last.
pub(super) fn read_next_key(reader: &mut Reader<'_>, last: &[u8]) -> Result<Vec<u8>> {
    let key = read_key(reader, last)?;
    if key.as_slice() < last { Err(reader.error("a key does not ascend")) } else { Ok(key) }
}

/// Writes an interval that may be missing.
pub(crate) fn put_interval(out: &mut Vec<u8>, interval: Option<Interval>) {
    out.push(u8::from(interval.is_some()));
    if let Some(interval) = interval {
        put_signed(out, i64::from(interval.earliest.0));
        put_signed(out, i64::from(interval.latest.0));
    }
}

/// Reads an interval that may be missing.
pub(crate) fn interval(reader: &mut Reader<'_>) -> Result<Option<Interval>> {
    if reader.byte()? == 0 {
        return Ok(None);
    }
    Ok(Some(Interval { earliest: Day(reader.i32()?), latest: Day(reader.i32()?) }))
}

/// Writes when something was published, if that is known.
pub(crate) fn put_published(out: &mut Vec<u8>, published: Option<Publication>) {
    put_interval(out, published.map(|date| date.interval));
    if let Some(date) = published {
        out.push(date.precision as u8);
    }
}

/// Reads when something was published, if that is known.
pub(crate) fn published(reader: &mut Reader<'_>) -> Result<Option<Publication>> {
    let Some(interval) = interval(reader)? else { return Ok(None) };
    Ok(Some(Publication { interval, precision: one_of(reader, &Precision::ALL)? }))
}

/// Reads the number of one of some things.
pub(crate) fn one_of<T: Copy>(reader: &mut Reader<'_>, all: &[T]) -> Result<T> {
    let number = usize::from(reader.byte()?);
    all.get(number).copied().ok_or_else(|| reader.error("something unknown"))
}

/// Reads what `put` and its kin wrote, from a section of an archive.
#[derive(Debug, Clone)]
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
    place: usize,
    section: &'static str,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(section: &'static str, bytes: &'a [u8]) -> Self {
        Self { bytes, place: 0, section }
    }

    /// A reader that begins at a place which may lie past the end; reading there fails.
    pub(crate) fn at(section: &'static str, bytes: &'a [u8], place: usize) -> Self {
        Self { bytes, place, section }
    }

    pub(crate) fn place(&self) -> usize {
        self.place
    }

    pub(crate) fn left(&self) -> usize {
        self.bytes.len().saturating_sub(self.place)
    }

    pub(crate) fn error(&self, reason: &str) -> Error {
        Error::archive(self.section, format!("{reason} at byte {}", self.place))
    }

    pub(crate) fn number(&mut self) -> Result<u64> {
        let mut number = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = *self.bytes.get(self.place).ok_or_else(|| self.error("it ends too early"))?;
            self.place += 1;
            number |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(self.error("a number is too long"))
    }

    pub(crate) fn u32(&mut self) -> Result<u32> {
        u32::try_from(self.number()?).map_err(|_| self.error("a number is too large"))
    }

    /// The place after a number.
    pub(crate) fn after_number(mut self) -> Result<usize> {
        self.number()?;
        Ok(self.place)
    }

    pub(crate) fn size(&mut self) -> Result<usize> {
        usize::try_from(self.number()?).map_err(|_| self.error("a number is too large"))
    }

    /// A count of things that take at least a byte each, so that no more are announced than can be there.
    pub(crate) fn count(&mut self) -> Result<usize> {
        let count = self.size()?;
        if count > self.left() { Err(self.error("more is announced than is there")) } else { Ok(count) }
    }

    pub(crate) fn signed(&mut self) -> Result<i64> {
        let number = self.number()?;
        Ok((number >> 1) as i64 ^ -((number & 1) as i64))
    }

    pub(crate) fn i32(&mut self) -> Result<i32> {
        i32::try_from(self.signed()?).map_err(|_| self.error("a number is too large"))
    }

    pub(crate) fn bytes(&mut self, length: usize) -> Result<&'a [u8]> {
        let end = self.place.checked_add(length).filter(|end| *end <= self.bytes.len());
        let end = end.ok_or_else(|| self.error("it ends too early"))?;
        let bytes = &self.bytes[self.place..end];
        self.place = end;
        Ok(bytes)
    }

    /// All that is left.
    pub(crate) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.place..).unwrap_or_default()
    }

    pub(crate) fn byte(&mut self) -> Result<u8> {
        Ok(self.bytes(1)?[0])
    }

    pub(crate) fn text(&mut self) -> Result<&'a str> {
        let length = self.count()?;
        std::str::from_utf8(self.bytes(length)?).map_err(|_| self.error("a text is not UTF-8"))
    }
}

/// Records of different lengths, each found by its number.
///
/// Layout: the number of records, the width of an end in bytes (1 to 4), the ends, the records.
pub(super) mod records {
    use super::{Reader, Result, put};

    pub(crate) fn write(records: &[Vec<u8>]) -> Vec<u8> {
        let total: usize = records.iter().map(Vec::len).sum();
        let width = (1..4).find(|width| total < 1 << (8 * width)).unwrap_or(4);
        let mut out = Vec::new();
        put(&mut out, records.len() as u64);
        out.push(width as u8);
        let mut end = 0;
        for record in records {
            end += record.len();
            out.extend_from_slice(&(end as u32).to_le_bytes()[..width]);
        }
        records.iter().for_each(|record| out.extend_from_slice(record));
        out
    }

    /// Where the records of a section lie.
    #[derive(Debug, Clone)]
    pub(crate) struct Records {
        section: &'static str,
        pub(crate) count: usize,
        width: usize,
        ends: usize,
    }

    impl Records {
        pub(crate) fn open(section: &'static str, bytes: &[u8]) -> Result<Self> {
            let mut reader = Reader::new(section, bytes);
            let count = reader.size()?;
            let width = usize::from(reader.byte()?);
            let fits = (1..=4).contains(&width) && count.checked_mul(width).is_some_and(|size| size <= reader.left());
            if !fits {
                return Err(reader.error("its directory does not fit"));
            }
            Ok(Self { section, count, width, ends: reader.place() })
        }

        /// A reader of one record.
        pub(crate) fn get<'a>(&self, bytes: &'a [u8], number: usize) -> Result<Reader<'a>> {
            let reader = Reader::new(self.section, bytes);
            if number >= self.count {
                return Err(reader.error("a record that is not there is asked for"));
            }
            let start = if number == 0 { 0 } else { self.end(bytes, number - 1) };
            let base = self.ends + self.count * self.width;
            let range = base + start..base + self.end(bytes, number);
            bytes
                .get(range)
                .map(|record| Reader::new(self.section, record))
                .ok_or_else(|| reader.error("a record lies outside"))
        }

        fn end(&self, bytes: &[u8], number: usize) -> usize {
            let place = self.ends + number * self.width;
            bytes
                .get(place..place + self.width)
                .map_or(0, |end| end.iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte)))
        }
    }
}
