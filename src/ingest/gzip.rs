//! Unpacking (RFC 1952).

use crc::{CRC_32_ISO_HDLC, Crc, Digest, Table};
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZError, MZFlush, MZStatus};

/// Whether the bytes begin as a compressed file does.
pub(super) fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x1F, 0x8B])
}

/// Unpacks a file, all of its members, up to `limit` bytes.
///
/// # Errors
///
/// A reason, where the file is no such file, is cut short, does not agree with its checksum, or unpacks to more.
pub(super) fn unpack(bytes: &[u8], limit: usize) -> Result<Vec<u8>, String> {
    let (mut unpacker, mut out) = (Unpacker::default(), Vec::new());
    for piece in bytes.chunks(STEP) {
        unpacker.add(piece, &mut out)?;
        if out.len() > limit {
            return Err(format!("it unpacks to more than {} MB; split it", limit >> 20));
        }
    }
    unpacker.finish()?;
    Ok(out)
}

/// Bytes that are unpacked at once.
const STEP: usize = 64 << 10;

/// More than any header has: two fields of 64 kB, and names.
const LONGEST_HEADER: usize = 1 << 18;

const CUT_SHORT: &str = "it is cut short; copy or download it again";
const DAMAGED: &str = "it is damaged; copy or download it again";

static CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// Unpacks a file that comes bit by bit.
#[derive(Default)]
pub(super) struct Unpacker {
    /// What has come and cannot be understood without more.
    held: Vec<u8>,
    stage: Stage,
    members: usize,
}

/// What comes next.
#[derive(Default)]
enum Stage {
    #[default]
    Header,
    Body(Box<InflateState>, Digest<'static, u32, Table<1>>),
    Trailer(u32),
    /// Nothing that belongs to it.
    End,
}

impl Unpacker {
    /// Takes in the next bytes, and adds to `out` what they unpack to.
    ///
    /// # Errors
    ///
    /// A reason, as [`unpack`].
    pub(super) fn add(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Result<(), String> {
        self.held.extend_from_slice(bytes);
        let held = std::mem::take(&mut self.held);
        let mut rest = &held[..];
        loop {
            match &mut self.stage {
                Stage::Header => {
                    if rest.len() < 2 {
                        break;
                    }
                    if !is_packed(rest) {
                        self.stage = Stage::End;
                        continue;
                    }
                    let Some(packed) = header(rest) else {
                        if rest.len() > LONGEST_HEADER {
                            return Err(DAMAGED.to_owned());
                        }
                        break;
                    };
                    rest = packed;
                    self.members += 1;
                    self.stage = Stage::Body(InflateState::new_boxed(DataFormat::Raw), CRC.digest());
                }
                Stage::Body(state, digest) => {
                    let (used, ended) = unpacked(state, digest, rest, out)?;
                    rest = &rest[used..];
                    if !ended {
                        break;
                    }
                    self.stage = Stage::Trailer(digest.clone().finalize());
                }
                Stage::Trailer(checksum) => {
                    let Some(trailer) = rest.get(..8) else { break };
                    if trailer[..4] != checksum.to_le_bytes() {
                        return Err("it does not agree with its own checksum; copy or download it again".to_owned());
                    }
                    rest = &rest[8..];
                    self.stage = Stage::Header;
                }
                Stage::End => return Ok(()),
            }
        }
        self.held = rest.to_vec();
        Ok(())
    }

    /// Ends it.
    ///
    /// # Errors
    ///
    /// A reason, where more should have come.
    pub(super) fn finish(self) -> Result<(), String> {
        if self.members == 0 && !is_packed(&self.held) {
            return Err("it ends in .gz and is not compressed; rename it or compress it".to_owned());
        }
        match self.stage {
            Stage::Header if !is_packed(&self.held) => Ok(()),
            Stage::End => Ok(()),
            _ => Err(CUT_SHORT.to_owned()),
        }
    }
}

/// Unpacks some bytes of a member; gives how many of them it took, and whether it ends there.
fn unpacked(
    state: &mut InflateState,
    digest: &mut Digest<'static, u32, Table<1>>,
    packed: &[u8],
    out: &mut Vec<u8>,
) -> Result<(usize, bool), String> {
    let (mut used, mut buffer) = (0, vec![0; STEP]);
    loop {
        let result = inflate(state, &packed[used..], &mut buffer, MZFlush::None);
        used += result.bytes_consumed;
        digest.update(&buffer[..result.bytes_written]);
        out.extend_from_slice(&buffer[..result.bytes_written]);
        match result.status {
            Ok(MZStatus::StreamEnd) => return Ok((used, true)),
            Ok(_) | Err(MZError::Buf) if result.bytes_written == 0 && used == packed.len() => return Ok((used, false)),
            Ok(_) => {}
            Err(_) => return Err(DAMAGED.to_owned()),
        }
    }
}

/// What follows a member's header; `None` if it is cut short.
fn header(bytes: &[u8]) -> Option<&[u8]> {
    let flags = *bytes.get(3)?;
    let mut rest = bytes.get(10..)?;
    if flags & 0x04 != 0 {
        let length = usize::from(u16::from_le_bytes([*rest.first()?, *rest.get(1)?]));
        rest = rest.get(2 + length..)?;
    }
    for name_or_comment in [0x08, 0x10] {
        if flags & name_or_comment != 0 {
            let end = rest.iter().position(|byte| *byte == 0)?;
            rest = &rest[end + 1..];
        }
    }
    if flags & 0x02 != 0 { rest.get(2..) } else { Some(rest) }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(crate) fn pack(bytes: &[u8]) -> Vec<u8> {
        let mut packed = vec![0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255];
        packed.extend(miniz_oxide::deflate::compress_to_vec(bytes, 6));
        packed.extend(crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(bytes).to_le_bytes());
        packed.extend(u32::try_from(bytes.len()).unwrap().to_le_bytes());
        packed
    }

    #[test]
    fn members_follow_each_other() {
        let mut packed = pack(b"een ");
        packed.extend(pack(&[b'x'; 300_000]));
        let unpacked = unpack(&packed, 1 << 20).unwrap();
        assert_eq!((unpacked.len(), &unpacked[..5]), (300_004, &b"een x"[..]));
    }

    #[test]
    fn byte_by_byte_it_is_the_same() {
        let mut packed = pack(b"een ");
        packed.extend(pack(&[b'x'; 3000]));
        packed.extend(b"what follows is no member");
        let (mut unpacker, mut out) = (Unpacker::default(), Vec::new());
        packed.iter().for_each(|byte| unpacker.add(&[*byte], &mut out).unwrap());
        unpacker.finish().unwrap();
        assert_eq!(out, unpack(&packed, 1 << 20).unwrap());
    }

    #[test]
    fn bad_files_are_told_apart() {
        let packed = pack(&[b'x'; 100_000]);
        let reason = |bytes: &[u8]| unpack(bytes, 50_000).unwrap_err();
        assert!(reason(&packed).contains("unpacks to more"));
        assert!(reason(b"tekst").contains("not compressed"));
        let packed = pack(b"tekst");
        assert!(reason(&packed[..packed.len() - 3]).contains("cut short"));
        assert!(reason(&packed[..14]).contains("cut short"));
        let mut flipped = packed.clone();
        let end = flipped.len() - 7;
        flipped[end] ^= 1;
        assert!(reason(&flipped).contains("checksum"));
    }
}
