//! Packing while writing: gzip, then letters.

use std::io::{self, Write};

use crc::{CRC_32_ISO_HDLC, Crc, Digest, Table};
use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, compress_to_output, create_comp_flags_from_zip_params};

use super::letters::Letters;

const SUM: Crc<u32, Table<16>> = Crc::<u32, Table<16>>::new(&CRC_32_ISO_HDLC);

/// Bytes of a block that is stored as it is, as miniz_oxide has them: 65,535 is the most.
const BLOCK: usize = (31 << 10) + 1;

/// Packs what is written to it as gzip (RFC 1952), without a name or a time, as letters.
pub(super) struct Packer<W: Write> {
    out: Letters<W>,
    /// None where what is written passes as it is.
    deflater: Option<CompressorOxide>,
    /// What passes as it is, until there is a block of it.
    held: Vec<u8>,
    sum: Digest<'static, u32, Table<16>>,
    size: usize,
}

impl<W: Write> Packer<W> {
    /// `level` is that of deflate: at 0 what is packed already passes as it is, at 10 the rest is smallest.
    pub(super) fn new(out: W, level: i32) -> io::Result<Self> {
        static SUMS: Crc<u32, Table<16>> = SUM;
        let mut out = Letters::new(out);
        out.write_all(&[0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 0xFF])?;
        let deflater = (level > 0).then(|| CompressorOxide::new(create_comp_flags_from_zip_params(level, -15, 0)));
        Ok(Self { out, deflater, held: Vec::new(), sum: SUMS.digest(), size: 0 })
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.sum.update(bytes);
        self.size += bytes.len();
        self.deflate(bytes, TDEFLFlush::None)
    }

    /// Ends it, and gives back what it was written to.
    pub(super) fn finish(mut self) -> io::Result<W> {
        self.deflate(&[], TDEFLFlush::Finish)?;
        self.out.write_all(&self.sum.finalize().to_le_bytes())?;
        // The length counts modulo 2³².
        self.out.write_all(&(self.size as u32).to_le_bytes())?;
        self.out.finish()
    }

    fn deflate(&mut self, bytes: &[u8], flush: TDEFLFlush) -> io::Result<()> {
        let Some(deflater) = &mut self.deflater else { return self.store(bytes, flush == TDEFLFlush::Finish) };
        let mut failed = None;
        compress_to_output(deflater, bytes, flush, |part| match self.out.write_all(part) {
            Ok(()) => true,
            Err(error) => {
                failed = Some(error);
                false
            }
        });
        failed.map_or(Ok(()), Err)
    }

    /// Writes blocks that are stored as they are (RFC 1951, 3.2.4): those that are full, at the end what is left too.
    fn store(&mut self, bytes: &[u8], ends: bool) -> io::Result<()> {
        self.held.extend_from_slice(bytes);
        let left = self.held.len() % BLOCK;
        let (full, rest) = self.held.split_at(self.held.len() - left);
        for (block, last) in full.chunks(BLOCK).map(|block| (block, false)).chain(ends.then_some((rest, true))) {
            let size = block.len() as u16;
            self.out.write_all(&[u8::from(last)])?;
            self.out.write_all(&size.to_le_bytes())?;
            self.out.write_all(&(!size).to_le_bytes())?;
            self.out.write_all(block)?;
        }
        self.held.drain(..self.held.len() - left);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::letters::read;
    use super::*;

    #[test]
    fn it_is_gzip_in_letters() {
        let bytes: Vec<u8> = (0..100_000u64).map(|number| ((number * number) >> 7) as u8).collect();
        for level in [0, 10] {
            let mut packer = Packer::new(Vec::new(), level).unwrap();
            bytes.chunks(777).for_each(|piece| packer.write(piece).unwrap());
            let packed = read(&packer.finish().unwrap());
            let body = miniz_oxide::inflate::decompress_to_vec(&packed[10..packed.len() - 8]).unwrap();
            assert_eq!(body, bytes);
            assert_eq!(packed[packed.len() - 4..], 100_000_u32.to_le_bytes());
        }
    }
}
