//! Files of every format, encoding and packing: whatever their bytes, they end in documents and notices.

use std::sync::LazyLock;

use arbitrary::{Result, Unstructured};
use kroniek::ingest::{Cutter, Intake, documents};

use super::sound::{pack, sound};
use super::{SEEDS, below, mutate};

/// Sound files, each with its name, of every format.
static FILES: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let mut files = SEEDS.clone();
    let mut add = |name: &str, bytes: &[u8]| files.push((name.to_owned(), bytes.to_vec()));
    add("a.md", "---\ndate: 2021-05-03\ntitle: Een titel\ntags: [a, b]\nsource: De Krant\n---\n# Kop\n\nEen *zin* met een [verwijzing](https://example.org) en `code`.\n\n- een\n- twee\n\n> citaat\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![foto](f.jpg)\n*Bijschrift*\n".as_bytes());
    add(
        "b.md",
        "+++\ndate = 2021-05-03\n+++\nTitel\n=====\n\nTekst[^1]. <b>vet</b> &amp; meer.\n\n[^1]: Noot.\n".as_bytes(),
    );
    add("c.jsonl", "{\"id\":\"a\",\"date\":\"2021-05-03\",\"title\":\"T\",\"text\":\"Een zin.\\n\\nNog \\u00e9\\u00e9n.\"}\n{\"id\":2,\"datum\":\"3 mei 2021\",\"tekst\":[\"a\",\"b\"],\"bron\":\"x\",\"n\":{\"m\":[1,2.5e3,null,true]}}\n\n{\"url\":\"https://example.org/2021/05/03/x\",\"body\":\"Drie\"}\n".as_bytes());
    add("2023-03-05 d.txt", b"Caf\xE9 gezien in Besan\xE7on. \x93Ja\x94, zei hij.\r\n\r\nTweede alinea.");
    let utf_16 = |order: fn(u16) -> [u8; 2], mark: [u8; 2]| {
        let units = "Titel\n\n3 mei 2021\n\nEen zin über 🙂 en één.".encode_utf16().flat_map(order);
        mark.into_iter().chain(units).collect::<Vec<u8>>()
    };
    add("e.txt", &utf_16(u16::to_le_bytes, [0xFF, 0xFE]));
    add("f.txt", &utf_16(u16::to_be_bytes, [0xFE, 0xFF]));
    add("g.txt", "\u{FEFF}date 2023-03-05 Titel\n\nDeel dit artikel\n\nLees ook: iets anders\n\nFoto: ANP\n\nTekst gaat verder onder de foto\n".as_bytes());
    // Cases of earlier findings are kept as files.
    for path in below("tests/fuzz/findings") {
        add(&path.file_name().unwrap().to_string_lossy(), &std::fs::read(&path).unwrap());
    }
    files
});

const ENDINGS: [&str; 8] = [".txt", ".md", ".jsonl", ".json", ".txt.gz", ".jsonl.gz", ".md.gz", ""];

/// What means something in one format or another.
const PIECES: [&str; 48] = [
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "---\n",
    "+++\n",
    "date: ",
    "date 2023-03-05 ",
    "title: ",
    "# ",
    "## ",
    "===\n",
    "> ",
    "- ",
    "1. ",
    "```\n",
    "| ",
    "![",
    "](",
    "[^1]",
    "<",
    ">",
    "&amp;",
    "&#x1F642;",
    "{\"",
    "\":",
    "[",
    "]",
    "{",
    "}",
    "\\u",
    "\\ud83d",
    "\"",
    ",",
    "null",
    "1e999",
    "\u{FEFF}",
    "\u{A0}",
    "\u{200B}",
    "\u{0}",
    "🙂",
    "é",
    "e\u{301}",
    "İ",
    "Lees ook: ",
    "Foto: ANP",
    "eind vorig jaar",
    "2020-02-30",
];

/// A file that was sound once, under a name that says its format, or another.
pub(super) fn file(u: &mut Unstructured<'_>) -> Result<(String, Vec<u8>)> {
    let (name, mut bytes) = u.choose(&FILES)?.clone();
    let pieces = PIECES.map(str::as_bytes);
    mutate::change(u, &mut bytes, &pieces)?;
    let mut name = name;
    if u.ratio(1, 4)? {
        name = format!("{}{}", name.split('.').next().unwrap_or("a"), u.choose(&ENDINGS)?);
    }
    let packed = bytes.starts_with(&[0x1F, 0x8B]);
    if name.ends_with(".gz") && !packed || u.ratio(1, 8)? {
        bytes = pack(&bytes);
        if u.ratio(1, 2)? {
            mutate::change(u, &mut bytes, &[])?;
        }
    }
    Ok((name, bytes))
}

/// A file that was changed gives documents that are sound, the same whether its bytes come at once or bit by bit.
pub(crate) fn files(u: &mut Unstructured<'_>) -> Result<()> {
    let (name, bytes) = file(u)?;
    documents(&name, &bytes, None).0.iter().for_each(sound);
    let mut whole = Intake::new(None);
    whole.add(&name, &bytes);
    let whole = whole.finish();
    whole.0.iter().for_each(sound);
    if kroniek::ingest::is_read(&name) {
        let (mut cutter, mut pieces, mut rest) = (Cutter::new(&name), Vec::new(), &bytes[..]);
        let mut came = Ok(());
        while came.is_ok() && !rest.is_empty() {
            let next = u.int_in_range(1..=rest.len())?;
            came = cutter.add(&rest[..next], &mut pieces);
            rest = &rest[next..];
        }
        // What is left out is left out with the pieces that were there.
        if came.and_then(|()| cutter.finish(&mut pieces)).is_ok() {
            let mut cut = Intake::new(None);
            pieces.into_iter().for_each(|piece| cut.take(piece.read(None, &|_| false)));
            assert_eq!(cut.finish(), whole);
        } else {
            assert!(whole.0.is_empty());
        }
    }
    Ok(())
}
