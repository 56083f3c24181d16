//! Makes at build time what would be heavy to carry, the folding table, and what the program carries, the page.

use std::fmt::Write as _;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let out = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    std::fs::write(Path::new(&out).join("folding.rs"), folding()).expect("OUT_DIR is writable");
    std::fs::write(Path::new(&out).join("page.rs"), page()).expect("OUT_DIR is writable");
}

/// The table of `src/bin/kroniek/page/`: the files that `./build.sh` made of the engine and of `www/`; none where it did
/// not run yet.
fn page() -> String {
    let mut table = String::from("static PAGE: &[(&str, &[u8])] = &[\n");
    // The engine does not hold the page, so what is made of the engine does not make it anew.
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch != "wasm32") {
        let root = std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
        let folder = Path::new(&root).join("target/page");
        // Watching a folder that is not there would run this script each time.
        std::fs::create_dir_all(&folder).expect("target/page can be made");
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut files: Vec<_> = folder.read_dir().expect("target/page can be read").flatten().collect();
        files.sort_by_key(std::fs::DirEntry::file_name);
        for file in files {
            let (name, path) = (file.file_name(), file.path());
            let _ = writeln!(table, "    ({name:?}, include_bytes!({path:?})),");
        }
    }
    table + "];\n"
}

/// The table of `src/text/fold.rs`: lower-case letters that are not ASCII and the one or two ASCII letters (or the one
/// other letter) that stand for them.
///
/// Latin and Greek letters lose their marks by Unicode's compatibility decomposition (UAX 15). The letters that have
/// none are folded as libraries and passports write them in ASCII (ICAO Doc 9303, part 3, section 6). Cyrillic keeps
/// its marks: й is a letter of its own.
fn folding() -> String {
    let mut pairs: Vec<(u16, [u16; 2])> = Vec::new();
    for code in (0xAA..=0x24F).chain(0x370..=0x3FF).chain(0x1E00..=0x1EFF).chain(0x1F00..=0x1FFF).chain(0xFB00..=0xFB06)
    {
        let Some(letter) = char::from_u32(code) else { continue };
        if !letter.is_alphabetic() || letter.is_uppercase() {
            continue;
        }
        let by_hand = match letter {
            'ß' => Some("ss"),
            'æ' | 'ǽ' | 'ǣ' => Some("ae"),
            'œ' => Some("oe"),
            'ø' | 'ǿ' => Some("o"),
            'đ' | 'ð' => Some("d"),
            'þ' => Some("th"),
            'ł' => Some("l"),
            'ħ' => Some("h"),
            'ı' => Some("i"),
            'ŋ' => Some("n"),
            'ŉ' => Some("'n"),
            'ŧ' => Some("t"),
            _ => None,
        };
        let bare: Vec<char> = match by_hand {
            Some(text) => text.chars().collect(),
            None => std::iter::once(letter).nfkd().filter(|part| !is_combining_mark(*part)).collect(),
        };
        let folded: Vec<u16> =
            bare.iter().flat_map(|part| part.to_lowercase()).map(|part| part as u32 as u16).collect();
        match folded[..] {
            [one] if one != code as u16 => pairs.push((code as u16, [one, 0])),
            [one, two] => pairs.push((code as u16, [one, two])),
            _ => {}
        }
    }
    let mut table = format!("static FOLDING: [(u16, [u16; 2]); {}] = [\n", pairs.len());
    for (code, to) in pairs {
        let _ = writeln!(table, "    ({code:#x}, [{:#x}, {:#x}]),", to[0], to[1]);
    }
    table + "];\n"
}
