//! Makes at build time what would be heavy to carry, the folding table, and what the program carries, the page.

use std::fmt::Write as _;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-env=KRONIEK_STAMP={:016x}", stamp());
    let out = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    std::fs::write(Path::new(&out).join("folding.rs"), folding()).expect("OUT_DIR is writable");
    std::fs::write(Path::new(&out).join("page.rs"), page()).expect("OUT_DIR is writable");
}

/// A digest of the library's sources (FNV-1a): what one program keeps for later is of use only to a program that reads articles by the same rules.
fn stamp() -> u64 {
    let mut files: Vec<_> = ["build.rs", "Cargo.lock"].map(|path| Path::new(path).to_owned()).into();
    let mut waiting = vec![Path::new("src").to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in folder.read_dir().into_iter().flatten().flatten() {
            let path = entry.path();
            match path.is_dir() {
                true if path.ends_with("bin") => {}
                true => waiting.push(path),
                false => files.push(path),
            }
        }
    }
    for path in &files {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    files.sort();
    let bytes = files.iter().flat_map(|path| {
        let text = std::fs::read(path).unwrap_or_default();
        path.to_string_lossy().replace('\\', "/").into_bytes().into_iter().chain(text)
    });
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3))
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

/// The code points whose folding is in the table, as far as they are small letters.
const FOLDED: [std::ops::RangeInclusive<u32>; 5] =
    [0xAA..=0x24F, 0x370..=0x3FF, 0x1E00..=0x1EFF, 0x1F00..=0x1FFF, 0xFB00..=0xFB06];

/// The tables of `src/text/fold.rs`.
///
/// Latin and Greek letters lose their marks by Unicode's compatibility decomposition (UAX 15). The letters that have
/// none are folded as libraries and passports write them in ASCII (ICAO Doc 9303, part 3, section 6). Cyrillic keeps
/// its marks: й is a letter of its own.
///
/// A byte of `FOLDING` is 0 for what stays as it is, a letter of ASCII, a place in `PAIRS` counted from 1 (whose second
/// may be 0, for none), or from 0x80 on a Greek letter counted from U+0380.
fn folding() -> String {
    let (mut bytes, mut pairs): (Vec<u8>, Vec<[u16; 2]>) = (Vec::new(), Vec::new());
    for letter in FOLDED.into_iter().flatten().filter_map(char::from_u32) {
        let pair = match folded(letter)[..] {
            [one] if one == letter => [0, 0],
            [one] => [one as u16, 0],
            [one, two] => [one as u16, two as u16],
            _ => [0, 0],
        };
        bytes.push(match pair {
            [one @ ..=0x7F, 0] => one as u8,
            [greek @ 0x380..=0x3FF, 0] => (greek - 0x300) as u8,
            _ => {
                let place = pairs.iter().position(|known| *known == pair).unwrap_or(pairs.len());
                if place == pairs.len() {
                    pairs.push(pair);
                }
                place as u8 + 1
            }
        });
    }
    assert!(pairs.len() < usize::from(b'\''), "pairs and letters have to be told apart");
    let ranges: Vec<_> = FOLDED.iter().map(|range| (*range.start(), *range.end())).collect();
    format!(
        "static FOLDED: [(u32, u32); {}] = {ranges:?};\nstatic FOLDING: [u8; {}] = {bytes:?};\n\
         static PAIRS: [[u16; 2]; {}] = {pairs:?};\n{}",
        ranges.len(),
        bytes.len(),
        pairs.len(),
        lowering()
    )
}

/// What a small letter of the table folds to; nothing for what is no small letter.
fn folded(letter: char) -> Vec<char> {
    if !letter.is_alphabetic() || letter.is_uppercase() {
        return Vec::new();
    }
    let by_hand = match letter {
        'ß' => "ss",
        'æ' | 'ǽ' | 'ǣ' => "ae",
        'œ' => "oe",
        'ø' | 'ǿ' => "o",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ł' => "l",
        'ħ' => "h",
        'ı' => "i",
        'ŋ' => "n",
        'ŉ' => "'n",
        'ŧ' => "t",
        _ => {
            let bare = std::iter::once(letter).nfkd().filter(|part| !is_combining_mark(*part));
            return bare.flat_map(char::to_lowercase).collect();
        }
    };
    by_hand.chars().collect()
}

/// Stretches of capitals that have their small letters at the same distance: the first with the lowest bit set when only
/// every other one is a capital, the last, the distance. The standard library has a row for each letter: 10 kB.
fn lowering() -> String {
    let mut stretches: Vec<(u32, u32, u32, i32)> = Vec::new();
    for letter in ('\u{80}'..=char::MAX).filter(|letter| *letter != 'İ') {
        let small = letter.to_lowercase().next().expect("every letter has a small one");
        let (code, distance) = (letter as u32, small as i32 - letter as i32);
        if distance == 0 {
            continue;
        }
        match stretches.last_mut() {
            Some((first, last, step, same))
                if *same == distance && code - *last <= 2 && (first == last || code - *last == *step) =>
            {
                (*step, *last) = (code - *last, code);
            }
            _ => stretches.push((code, code, 1, distance)),
        }
    }
    let rows: Vec<_> =
        stretches.iter().map(|(first, last, step, same)| (first << 1 | (step - 1), *last, *same)).collect();
    format!("static LOWERING: [(u32, u32, i32); {}] = {rows:?};\n", rows.len())
}
