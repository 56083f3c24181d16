//! Numbers in as few bits as they need, and lists of ascending numbers by interpolation.
//!
//! Bits are filled in from the lowest of each byte. An ascending list is written as Moffat and Stuiver describe, "Binary
//! Interpolative Coding for Effective Index Compression" (Information Retrieval 3, 2000): the middle number first, within the
//! bounds that the ends of the list and the numbers still to come leave it, then both halves within the bounds that it gives them. A number
//! out of `n` takes the floor of the logarithm of `n` or one bit more; the middle ones, which are the likelier, take less.

/// The bits that any number below `bound` fits into; none where there is no choice.
pub(super) fn width(bound: u64) -> u32 {
    bound.saturating_sub(1).checked_ilog2().map_or(0, |log| log + 1)
}

/// Bits being written.
#[derive(Debug, Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    /// Bits that are not a byte yet, and how many.
    open: u64,
    held: u32,
}

impl BitWriter {
    /// How many bits were written.
    pub(super) fn place(&self) -> u64 {
        self.bytes.len() as u64 * 8 + u64::from(self.held)
    }

    /// Writes a number of at most 56 bits.
    pub(super) fn put(&mut self, number: u64, bits: u32) {
        self.open |= number << self.held;
        self.held += bits;
        while self.held >= 8 {
            self.bytes.push(self.open as u8);
            self.open >>= 8;
            self.held -= 8;
        }
    }

    /// Writes a number from 1 on, of at most 32 bits, small ones short (Elias's gamma code).
    pub(super) fn put_gamma(&mut self, number: u64) {
        let log = number.max(1).ilog2();
        self.put(1 << log, log + 1);
        self.put(number & ((1 << log) - 1), log);
    }

    /// Writes a number of any size up to 56 bits: its width, then itself.
    pub(super) fn put_wide(&mut self, number: u64) {
        let bits = width(number + 1);
        self.put(u64::from(bits), 6);
        self.put(number, bits);
    }

    /// Writes a number with its lowest `low` bits as they are and the rest as that many zeros (Rice's code).
    pub(super) fn put_rice(&mut self, number: u64, low: u32) {
        for _ in 0..number >> low {
            self.put(0, 1);
        }
        self.put(1, 1);
        self.put(number & ((1 << low) - 1), low);
    }

    /// Writes a number below `bound`.
    fn put_below(&mut self, number: u64, bound: u64) {
        let Some(log) = bound.checked_ilog2() else { return };
        let short = (2 << log) - bound;
        let first = (bound - short) / 2;
        let turned = if number >= first { number - first } else { number + bound - first };
        if turned < short {
            self.put(turned, log);
        } else {
            let turned = turned + short;
            self.put(turned >> 1, log);
            self.put(turned & 1, 1);
        }
    }

    /// Writes numbers that ascend, each once, from `low` on and below `high`; how many there are is not written.
    pub(super) fn put_ascending(&mut self, numbers: &[u64], low: u64, high: u64) {
        if numbers.len() as u64 == high - low {
            return;
        }
        let middle = numbers.len() / 2;
        let Some(number) = numbers.get(middle) else { return };
        self.put_below(number - low - middle as u64, high - low - numbers.len() as u64 + 1);
        self.put_ascending(&numbers[..middle], low, *number);
        self.put_ascending(&numbers[middle + 1..], number + 1, high);
    }

    /// Appends what another has written.
    pub(super) fn append(&mut self, other: &Self) {
        for byte in &other.bytes {
            self.put(u64::from(*byte), 8);
        }
        self.put(other.open, other.held);
    }

    /// Goes on at the next whole byte.
    pub(super) fn align(&mut self) {
        self.put(0, self.held.wrapping_neg() % 8);
    }

    /// What was written, filled up to whole bytes.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.align();
        self.bytes
    }
}

/// Bits being read. Past the end there are zeros: whoever has read asks with `passed` whether all of it was there.
#[derive(Debug, Clone)]
pub(super) struct BitReader<'a> {
    bytes: &'a [u8],
    place: u64,
}

impl<'a> BitReader<'a> {
    /// A reader that begins at a bit.
    pub(super) fn at(bytes: &'a [u8], place: u64) -> Self {
        Self { bytes, place }
    }

    /// The bit that is read next.
    pub(super) fn place(&self) -> u64 {
        self.place
    }

    /// Whether more was read than is there.
    pub(super) fn passed(&self) -> bool {
        self.place > self.bytes.len() as u64 * 8
    }

    /// Reads a number of at most 56 bits.
    pub(super) fn number(&mut self, bits: u32) -> u64 {
        let number = self.ahead() & ((1 << bits) - 1);
        self.skip(bits);
        number
    }

    /// Goes on by some bits.
    pub(super) fn skip(&mut self, bits: u32) {
        self.place = self.place.saturating_add(u64::from(bits));
    }

    /// The next 57 bits, and perhaps some more.
    pub(super) fn ahead(&self) -> u64 {
        let start = usize::try_from(self.place / 8).unwrap_or(usize::MAX);
        let eight = match self.bytes.get(start..).unwrap_or_default() {
            [a, b, c, d, e, f, g, h, ..] => u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, *h]),
            few => few.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)),
        };
        eight >> (self.place % 8)
    }

    /// Zeros up to a one, at most `most`; the one is read too.
    fn zeros(&mut self, most: u32) -> u32 {
        let mut zeros = 0;
        while zeros < most && self.number(1) == 0 {
            zeros += 1;
        }
        zeros
    }

    pub(super) fn gamma(&mut self) -> u64 {
        let log = self.zeros(32);
        1 << log | self.number(log)
    }

    pub(super) fn wide(&mut self) -> u64 {
        let bits = self.number(6) as u32;
        self.number(bits.min(56))
    }

    pub(super) fn rice(&mut self, low: u32) -> u64 {
        let high = self.zeros(1 << 12);
        u64::from(high) << low | self.number(low)
    }

    fn below(&mut self, bound: u64) -> u64 {
        let Some(log) = bound.checked_ilog2() else { return 0 };
        let short = (2 << log) - bound;
        let ahead = self.ahead();
        let mut turned = ahead & ((1 << log) - 1);
        let long = turned >= short;
        if long {
            turned = (turned << 1 | ahead >> log & 1) - short;
        }
        self.skip(log + u32::from(long));
        let number = turned + (bound - short) / 2;
        if number >= bound { number - bound } else { number }
    }

    /// Fills `numbers` with as many that ascend from `low` on and below `high`; `None` where there is no room for them.
    pub(super) fn ascending(&mut self, numbers: &mut [u64], low: u64, high: u64) -> Option<()> {
        let free = high.checked_sub(low)?.checked_sub(numbers.len() as u64)?;
        self.interpolate(numbers, low, free);
        Some(())
    }

    /// `free` is how many of the numbers between the bounds are not in the list.
    fn interpolate(&mut self, mut numbers: &mut [u64], mut low: u64, mut free: u64) {
        while free > 0 {
            let middle = numbers.len() / 2;
            let Some((before, [number, after @ ..])) = numbers.split_at_mut_checked(middle) else { return };
            let skipped = self.below(free + 1);
            *number = low + middle as u64 + skipped;
            // Half of all lists are empty: they are not worth a call.
            if !before.is_empty() {
                self.interpolate(before, low, skipped);
            }
            (low, free) = (*number + 1, free - skipped);
            numbers = after;
        }
        numbers.iter_mut().zip(low..).for_each(|(number, next)| *number = next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_are_read_as_written(numbers in prop::collection::vec((0u64..1 << 32, 0u32..20), 0..60)) {
            let mut writer = BitWriter::default();
            for (number, low) in &numbers {
                writer.put_gamma(number.max(&1).to_owned());
                writer.put_wide(*number);
                writer.put_rice(number >> 24, *low);
                writer.put_below(*number, number + u64::from(*low) + 1);
            }
            let bits = writer.place();
            let bytes = writer.finish();
            let mut reader = BitReader::at(&bytes, 0);
            for (number, low) in &numbers {
                prop_assert_eq!(reader.gamma(), *number.max(&1));
                prop_assert_eq!(reader.wide(), *number);
                prop_assert_eq!(reader.rice(*low), number >> 24);
                prop_assert_eq!(reader.below(number + u64::from(*low) + 1), *number);
            }
            prop_assert_eq!(reader.place(), bits);
            prop_assert!(!reader.passed());
        }

        #[test]
        fn lists_are_read_as_written(
            numbers in prop::collection::btree_set(0u64..900, 0..300), low in 0u64..9, more in 0u64..9,
        ) {
            let numbers: Vec<u64> = numbers.into_iter().map(|number| number + low).collect();
            let high = numbers.last().map_or(low, |last| last + 1) + more;
            let mut writer = BitWriter::default();
            writer.put_ascending(&numbers, low, high);
            let most = numbers.len() as u64 * u64::from(width(high - low));
            prop_assert!(writer.place() <= most);
            let bytes = writer.finish();
            let mut read = vec![0; numbers.len()];
            prop_assert!(BitReader::at(&bytes, 0).ascending(&mut read, low, high).is_some());
            prop_assert_eq!(read, numbers);
        }

        #[test]
        fn any_bits_are_a_list_within_its_bounds(
            bytes in prop::collection::vec(any::<u8>(), 0..40), count in 0usize..90, low in 0u64..9, room in 0u64..400,
        ) {
            let mut read = vec![0; count];
            let fits = BitReader::at(&bytes, 3).ascending(&mut read, low, low + room).is_some();
            prop_assert_eq!(fits, count as u64 <= room);
            if fits {
                prop_assert!(read.iter().all(|number| (low..low + room).contains(number)));
                prop_assert!(read.is_sorted_by(|one, next| one < next));
            }
        }
    }
}
