//! Deflating and inflating (RFC 1951).

use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, compress_to_output, create_comp_flags_from_zip_params};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

/// The level of deflate. 10 is the best that miniz_oxide knows: it takes a tenth of building more, and spares four in ten thousand.
const LEVEL: i32 = 8;

/// Negative: no header of zlib's before the data.
const RAW: i32 = -15;

/// The bytes that inflate to `bytes`.
pub(super) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut state = CompressorOxide::new(create_comp_flags_from_zip_params(LEVEL, RAW, 0));
    compress_to_output(&mut state, bytes, TDEFLFlush::Finish, |part| {
        out.extend_from_slice(part);
        true
    });
    out
}

/// Inflates to exactly `size` bytes; `None` where the bytes are not of so much.
pub(super) fn inflate(deflated: &[u8], size: usize) -> Option<Vec<u8>> {
    // Deflate makes nothing smaller than by 1032.
    if size / 1032 > deflated.len() {
        return None;
    }
    let mut out = vec![0; size];
    let mut state = Box::<DecompressorOxide>::default();
    let flags = inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    match decompress(&mut state, deflated, &mut out, 0, flags) {
        (TINFLStatus::Done, _, written) if written == size => Some(out),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_deflated_is_inflated() {
        let text = "Het fregat ligt in de haven. ".repeat(1000);
        for length in [0, 1, text.len()] {
            let deflated = deflate(&text.as_bytes()[..length]);
            assert_eq!(inflate(&deflated, length).unwrap(), &text.as_bytes()[..length]);
            assert!(inflate(&deflated, length + 1).is_none());
            assert!(length == 0 || inflate(&deflated[..deflated.len() - 1], length).is_none());
        }
        assert!(inflate(&[3, 0], 1 << 40).is_none());
    }
}
