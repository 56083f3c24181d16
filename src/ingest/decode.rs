//! Bytes become text.

use std::borrow::Cow;

/// How bytes were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Windows1252,
}

/// Why bytes are no text, and at which of them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NoText {
    pub(super) byte: usize,
    pub(super) reason: String,
}

/// Reads bytes as UTF-8, or as Windows-1252 where they cannot be that.
///
/// # Errors
///
/// A NUL byte, the mark of UTF-16, or, outside UTF-8, one of the five bytes that mean nothing in Windows-1252.
pub(super) fn text(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), NoText> {
    if is_utf_16(bytes) {
        return Err(NoText { byte: 0, reason: UTF_16.to_owned() });
    }
    if let Some(byte) = bytes.iter().position(|byte| *byte == 0) {
        return Err(NoText { byte, reason: "a NUL byte: it is not text; save it as UTF-8 text".to_owned() });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((Cow::Borrowed(text), Encoding::Utf8)),
        Err(_) => Ok((Cow::Owned(windows_1252(bytes)?), Encoding::Windows1252)),
    }
}

/// Why a file is left out that is UTF-16.
pub(super) const UTF_16: &str = "it is UTF-16; save it as UTF-8";

/// Whether the bytes begin with the mark of UTF-16.
pub(super) fn is_utf_16(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF])
}

/// The characters of the bytes 0x80 to 0x9F (WHATWG, Encoding Standard, index windows-1252); NUL where there is none.
const HIGH: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”', '•',
    '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

fn windows_1252(bytes: &[u8]) -> Result<String, NoText> {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    for (at, byte) in bytes.iter().enumerate() {
        let letter = match byte {
            0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
            _ => char::from(*byte),
        };
        if letter == '\0' {
            let reason = format!("0x{byte:02X} is neither UTF-8 nor Windows-1252 there; save it as UTF-8");
            return Err(NoText { byte: at, reason });
        }
        text.push(letter);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings() {
        assert_eq!(text("één".as_bytes()), Ok(("één".into(), Encoding::Utf8)));
        assert_eq!(text(b"\xE9\xE9n \x93\x80\x94"), Ok(("één “€”".into(), Encoding::Windows1252)));
        assert_eq!(text(b"\xE9\xE9n \x81").unwrap_err().byte, 4);
        assert!(text(b"\xFF\xFEa\0").unwrap_err().reason.contains("UTF-16"));
        assert_eq!(text(b"%PDF\0").unwrap_err().byte, 4);
    }
}
