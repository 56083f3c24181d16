//! Unpacking (RFC 1952).

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

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
    let mut out = Vec::new();
    let mut rest = bytes;
    while is_packed(rest) {
        let packed = header(rest).ok_or("it is cut short; copy or download it again")?;
        let start = out.len();
        let used = inflate(packed, &mut out, limit)?;
        let trailer = packed.get(used..used + 8).ok_or("it is cut short; copy or download it again")?;
        if trailer[..4] != crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(&out[start..]).to_le_bytes() {
            return Err("it does not agree with its own checksum; copy or download it again".to_owned());
        }
        rest = &packed[used + 8..];
    }
    if rest.len() == bytes.len() {
        return Err("it ends in .gz and is not compressed; rename it or compress it".to_owned());
    }
    Ok(out)
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

/// Appends what one deflate stream unpacks to, and gives how many bytes of `packed` it took.
fn inflate(packed: &[u8], out: &mut Vec<u8>, limit: usize) -> Result<usize, String> {
    let mut state = DecompressorOxide::new();
    let (mut used, mut written) = (0, out.len());
    // The window is kept behind the output, so the buffer only grows.
    let start = written;
    loop {
        let room = (out.len() * 2).max(start + packed.len() * 4).max(1 << 16).min(limit.saturating_add(1));
        out.resize(room.max(written), 0);
        let (status, taken, given) = decompress(
            &mut state,
            &packed[used..],
            &mut out[start..],
            written - start,
            inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
        );
        used += taken;
        written += given;
        if written > limit {
            return Err(format!("it unpacks to more than {} MB; split it", limit >> 20));
        }
        match status {
            TINFLStatus::Done => {
                out.truncate(written);
                return Ok(used);
            }
            TINFLStatus::HasMoreOutput if written >= out.len() && out.len() <= limit => {}
            TINFLStatus::FailedCannotMakeProgress | TINFLStatus::NeedsMoreInput => {
                return Err("it is cut short; copy or download it again".to_owned());
            }
            _ => return Err("it is damaged; copy or download it again".to_owned()),
        }
    }
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
