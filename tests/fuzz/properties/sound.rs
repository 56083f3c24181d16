//! What holds of every article that is read; and files packed as gzip does.

use kroniek::document::Document;

/// Blocks lie in their text, one after another, with nothing around them.
pub(crate) fn sound(document: &Document) {
    let mut end = 0;
    for block in &document.blocks {
        let range = block.range.clone();
        assert!(end <= range.start && range.start < range.end && range.end <= document.text.len());
        let text = &document.text[range.clone()];
        assert_eq!(text.trim(), text);
        end = range.end;
    }
    assert!(document.ahead <= document.text.len());
}

/// Packs the bytes of a file.
pub(crate) fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut packed = vec![0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255];
    packed.extend(miniz_oxide::deflate::compress_to_vec(bytes, 6));
    packed.extend(crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(bytes).to_le_bytes());
    packed.extend((bytes.len() as u32).to_le_bytes());
    packed
}
