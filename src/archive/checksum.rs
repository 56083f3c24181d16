//! CRC-32, as in gzip (ISO 3309), eight bytes at a time.
//!
//! All of a section is summed before it is first used, so its speed is that of the first answer. Kounavis and Berry, "A Systematic Approach to
//! Building High Performance, Software-based, CRC Generators" (ISCC 2005). Its tables are made when they are needed: they would weigh
//! 8 kB in the page.

/// The polynomial, its bits reversed.
const POLYNOMIAL: u32 = 0xEDB8_8320;

/// Bytes taken at a time.
const STRIDE: usize = 8;

/// The sum that each byte leaves, by how many bytes follow it in a stride.
pub(super) struct Checksum(Box<[[u32; 256]; STRIDE]>);

impl Checksum {
    pub(super) fn new() -> Self {
        let mut tables = Box::new([[0; 256]; STRIDE]);
        for (byte, sum) in (0u32..).zip(&mut tables[0]) {
            *sum = (0..8).fold(byte, |sum, _| sum >> 1 ^ if sum & 1 == 1 { POLYNOMIAL } else { 0 });
        }
        for following in 1..STRIDE {
            for byte in 0..256 {
                let sum = tables[following - 1][byte];
                tables[following][byte] = sum >> 8 ^ tables[0][(sum & 0xFF) as usize];
            }
        }
        Self(tables)
    }

    /// The checksum of some bytes.
    pub(super) fn of(&self, bytes: &[u8]) -> u32 {
        let left = |following: usize, byte: u8| self.0[following][usize::from(byte)];
        let mut sum = u32::MAX;
        let (strides, rest) = bytes.as_chunks::<STRIDE>();
        // Written out: in the page, where code is small before it is fast, a loop would cost what the stride gains.
        for [a, b, c, d, e, f, g, h] in strides {
            let [i, j, k, l] = (sum ^ u32::from_le_bytes([*a, *b, *c, *d])).to_le_bytes();
            let four = left(7, i) ^ left(6, j) ^ left(5, k) ^ left(4, l);
            sum = four ^ left(3, *e) ^ left(2, *f) ^ left(1, *g) ^ left(0, *h);
        }
        for byte in rest {
            sum = sum >> 8 ^ left(0, byte ^ sum as u8);
        }
        !sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_that_of_gzip(bytes in prop::collection::vec(any::<u8>(), 0..70)) {
            let expected = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(&bytes);
            prop_assert_eq!(Checksum::new().of(&bytes), expected);
        }
    }
}
