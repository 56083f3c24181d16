//! The archive's place in the engine: a custom section of the WebAssembly module.

/// The name of the section.
const NAME: &str = "kroniek.archive";

/// What stands between the engine and an archive of so many bytes, which is then its last section.
///
/// A custom section is the byte 0, the size of what follows, its name with a length, and its content; sizes are LEB128
/// (WebAssembly core specification 2.0, 5.5.3). Engines skip sections that they do not know.
pub(super) fn before(archive: usize) -> Vec<u8> {
    let mut name = Vec::new();
    leb128(NAME.len(), &mut name);
    name.extend_from_slice(NAME.as_bytes());
    let mut before = vec![0];
    leb128(name.len() + archive, &mut before);
    before.extend(name);
    before
}

/// Gives the engine with the archive as its last section.
pub(super) fn append(engine: &[u8], archive: &[u8]) -> Vec<u8> {
    [engine, &before(archive.len()), archive].concat()
}

/// The archive in an engine; `None` where there is none, or the bytes are no whole module.
pub(crate) fn find(module: &[u8]) -> Option<&[u8]> {
    let mut rest = module.get(8..)?;
    while let Some((kind, after)) = rest.split_first() {
        let (size, after) = read_leb128(after)?;
        let (section, next) = after.split_at_checked(size)?;
        if *kind == 0 {
            let (length, named) = read_leb128(section)?;
            let (name, content) = named.split_at_checked(length)?;
            if name == NAME.as_bytes() {
                return Some(content);
            }
        }
        rest = next;
    }
    None
}

/// A number and what follows it.
fn read_leb128(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0_u64;
    for (place, byte) in bytes.iter().enumerate().take(5) {
        value |= u64::from(byte & 0x7F) << (7 * place);
        if byte & 0x80 == 0 {
            return Some((usize::try_from(value).ok()?, &bytes[place + 1..]));
        }
    }
    None
}

fn leb128(mut value: usize, to: &mut Vec<u8>) {
    while value >= 0x80 {
        to.push((value & 0x7F) as u8 | 0x80);
        value >>= 7;
    }
    to.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_has_its_size_its_name_and_its_content() {
        let module = append(b"\0asm\x01\0\0\0", b"abc");
        assert_eq!(module, b"\0asm\x01\0\0\0\x00\x13\x0fkroniek.archiveabc");
        assert_eq!(find(&module), Some(&b"abc"[..]));
        assert_eq!(find(&module[..module.len() - 1]), None);
        assert_eq!(find(b"\0asm\x01\0\0\0"), None);
    }

    #[test]
    fn sizes_are_leb128() {
        for (value, bytes) in [(0, &[0][..]), (127, &[127]), (128, &[0x80, 1]), (624_485, &[0xE5, 0x8E, 0x26])] {
            let mut written = Vec::new();
            leb128(value, &mut written);
            assert_eq!(written, bytes);
            assert_eq!(read_leb128(&written), Some((value, &[][..])));
        }
    }
}
