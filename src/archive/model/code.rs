//! Codes of Huffman's (1952), canonical: those of one length are consecutive numbers, and longer ones follow (Schwartz and Kallick, 1964).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The longest that a code may be, in bits.
pub(super) const MOST: usize = 15;

/// So many bits are looked up at once, which is enough for most symbols.
const SHORT: u32 = 8;

/// A code to read: how many symbols have each length, and the symbols by length, then in their order.
pub(super) struct Code {
    counts: [u32; MOST + 1],
    symbols: Vec<u16>,
    /// By the next bits: the symbol whose code they begin with, and its length; of length [`u8::MAX`] where they do not suffice.
    short: Vec<(u16, u8)>,
}

impl Code {
    /// The code of symbols in their order with the length of each. A symbol that is alone takes no bits.
    pub(super) fn of(symbols: &mut dyn Iterator<Item = (usize, u8)>) -> Self {
        let mut by_length: [Vec<u16>; MOST + 1] = Default::default();
        for (symbol, length) in symbols {
            by_length[usize::from(length).min(MOST)].push(symbol as u16);
        }
        let counts = std::array::from_fn(|length| by_length[length].len() as u32);
        let mut code = Self { counts, symbols: by_length.concat(), short: Vec::new() };
        let short = |bits| match code.walk(bits) {
            Some((symbol, length)) if length <= SHORT => (symbol as u16, length as u8),
            _ => (0, u8::MAX),
        };
        code.short = (0..1 << SHORT).map(short).collect();
        code
    }

    /// The symbol that some bits begin with, the first lowest, and the length of its code; `None` where they are no code.
    pub(super) fn read(&self, bits: u64) -> Option<(usize, u32)> {
        match self.short.get((bits & ((1 << SHORT) - 1)) as usize) {
            Some((symbol, length)) if *length < u8::MAX => Some((usize::from(*symbol), u32::from(*length))),
            _ => self.walk(bits),
        }
    }

    fn walk(&self, mut bits: u64) -> Option<(usize, u32)> {
        // How far the bits are beyond the first code of their length; where its symbols begin.
        let (mut beyond, mut start) = (0, 0);
        for (length, count) in (0..).zip(&self.counts) {
            if beyond < *count {
                return self.symbols.get((start + beyond) as usize).map(|symbol| (usize::from(*symbol), length));
            }
            start += count;
            beyond = (beyond - count) << 1 | (bits & 1) as u32;
            bits >>= 1;
        }
        None
    }
}

/// The length of the code of each symbol, in bits, from how often each comes; a symbol that never comes has one too.
pub(super) fn lengths(counts: &[u64]) -> Vec<u8> {
    let mut counts: Vec<u64> = counts.iter().map(|count| count + 1).collect();
    loop {
        let lengths = unlimited(&counts);
        if lengths.iter().all(|length| usize::from(*length) <= MOST) {
            return lengths;
        }
        // Nearer to one another, which makes the longest shorter.
        counts.iter_mut().for_each(|count| *count = count.div_ceil(4));
    }
}

fn unlimited(counts: &[u64]) -> Vec<u8> {
    let mut heap: BinaryHeap<_> = counts.iter().enumerate().map(|(node, count)| Reverse((*count, node))).collect();
    // The node above each; the root is the last.
    let mut above = vec![0; counts.len()];
    while let (Some(Reverse((one, left))), Some(Reverse((other, right)))) = (heap.pop(), heap.pop()) {
        above[left] = above.len();
        above[right] = above.len();
        heap.push(Reverse((one + other, above.len())));
        above.push(0);
    }
    let mut depths = vec![0u8; above.len()];
    for node in (0..above.len().saturating_sub(1)).rev() {
        depths[node] = depths[above[node]].saturating_add(1);
    }
    depths.truncate(counts.len());
    depths
}

/// The codes of symbols in their order with the length of each: the bits, the first lowest, and how many.
pub(super) fn codes(lengths: &[u8]) -> Vec<(u64, u32)> {
    let mut order: Vec<usize> = (0..lengths.len()).collect();
    order.sort_by_key(|symbol| lengths[*symbol]);
    let (mut codes, mut next, mut last) = (vec![(0, 0); lengths.len()], 0u64, 0);
    for symbol in order {
        let length = u32::from(lengths[symbol]);
        next <<= length - last;
        codes[symbol] = (next.reverse_bits().checked_shr(64 - length).unwrap_or_default(), length);
        (next, last) = (next + 1, length);
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::bits::{BitReader, BitWriter};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn symbols_are_read_as_written(counts in prop::collection::vec(0u64..1 << 40, 1..300), picks in prop::collection::vec(any::<prop::sample::Index>(), 0..60)) {
            let lengths = lengths(&counts);
            let (code, codes) = (Code::of(&mut lengths.iter().copied().enumerate()), codes(&lengths));
            let symbols: Vec<usize> = picks.iter().map(|pick| pick.index(counts.len())).collect();
            let mut writer = BitWriter::default();
            symbols.iter().for_each(|symbol| writer.put(codes[*symbol].0, codes[*symbol].1));
            let bits = writer.place();
            let bytes = writer.finish();
            let mut reader = BitReader::at(&bytes, 0);
            for symbol in symbols {
                let read = code.read(reader.ahead());
                prop_assert_eq!(read, Some((symbol, codes[symbol].1)));
                reader.skip(codes[symbol].1);
            }
            prop_assert_eq!(reader.place(), bits);
        }

        #[test]
        fn any_lengths_and_bits_are_a_symbol_or_none(lengths in prop::collection::vec(0u8..20, 0..40), bytes in any::<[u8; 8]>()) {
            let code = Code::of(&mut lengths.iter().copied().enumerate());
            let read = code.read(u64::from_le_bytes(bytes));
            prop_assert!(read.is_none_or(|(symbol, length)| symbol < lengths.len() && length as usize <= MOST));
            prop_assert_eq!(read, code.walk(u64::from_le_bytes(bytes)));
        }
    }

    #[test]
    fn what_comes_often_is_short() {
        assert_eq!(lengths(&[7, 0, 3, 1]), [1, 3, 2, 3]);
        assert_eq!(lengths(&[5]), [0]);
        assert!(lengths(&[0; 0]).is_empty());
    }
}
