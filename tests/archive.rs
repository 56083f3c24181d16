//! Archives that were damaged: whatever the bytes, reading ends in an answer or a clear error.

#![allow(clippy::unwrap_used, reason = "a test may fail and say why")]

use kroniek::archive::{self, Card};
use kroniek::engine::Engine;
use kroniek::engine::answers::Request;
use kroniek::ingest::Intake;
use kroniek::text::Language;
use proptest::prelude::*;
use std::sync::LazyLock;

/// An archive of the seeds, with facts, an undated article and a date that is a year.
static SOUND: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut intake = Intake::new(None);
    for file in std::fs::read_dir("seeds").unwrap().map(Result::unwrap) {
        intake.add(&file.file_name().to_string_lossy(), &std::fs::read(file.path()).unwrap());
    }
    intake.add("undated.txt", b"Een artikel zonder datum. Het gaat over 3 mei 2010.");
    intake.add(
        "facts.md",
        b"---\ndate: 2021\ntitle: Een titel\nsource: De Krant\n---\nEen zin over \xc3\xa9\xc3\xa9n stad.",
    );
    let (documents, _) = intake.finish();
    let card = Card { title: "Proef".to_owned(), language: Language::Dutch };
    archive::write(&card, &documents, &mut |_| ()).unwrap()
});

/// Asks an archive everything that it can be asked, so that every section is read.
fn ask(bytes: Vec<u8>) -> Result<usize, String> {
    let told = |error: kroniek::Error| error.to_string();
    let engine = Engine::open(bytes).map_err(told)?;
    let mut size = serde_json::to_string(&engine.info().map_err(told)?).unwrap().len();
    for query in ["", "stad", "\"de stad\"", "verlies OF -leger", "s*", "titel:titel", "source:krant", "genoemd:2010"] {
        let request = Request {
            query: query.to_owned(),
            document: "facts".to_owned(),
            furniture: true,
            moments: 3,
            bins: Some(40),
            ..Request::default()
        };
        size += serde_json::to_string(&engine.search(&request).map_err(told)?).unwrap().len();
        size += serde_json::to_string(&engine.timeline(&request).map_err(told)?).unwrap().len();
        size += serde_json::to_string(&engine.document(&request).map_err(told)?).unwrap().len();
        size += serde_json::to_string(&engine.suggest(&request).map_err(told)?).unwrap().len();
    }
    Ok(size)
}

fn is_clear(message: &str) -> bool {
    message.starts_with("the archive cannot be read: ") && message.ends_with("build it again with `kroniek build`")
}

/// The places of the table's entries: name, offset, length, checksum.
fn sections(bytes: &[u8]) -> Vec<(usize, std::ops::Range<usize>)> {
    let number = |place: usize| u32::from_le_bytes(bytes[place..place + 4].try_into().unwrap()) as usize;
    let entry = |entry: usize| (entry, number(entry + 8)..number(entry + 8) + number(entry + 12));
    (0..number(12)).map(|section| entry(16 + 20 * section)).collect()
}

fn checksum(bytes: &[u8]) -> [u8; 4] {
    crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(bytes).to_le_bytes()
}

/// Makes all checksums right again: those of the sections and of the table.
fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let table = sections(&bytes);
    for (entry, range) in &table {
        let sum = checksum(&bytes[range.clone()]);
        bytes[entry + 16..entry + 20].copy_from_slice(&sum);
    }
    let head = 16 + 20 * table.len();
    let sum = checksum(&bytes[..head]);
    bytes[head..head + 4].copy_from_slice(&sum);
    bytes
}

#[test]
fn a_sound_archive_answers() {
    assert!(ask(SOUND.clone()).unwrap() > 10_000);
    assert_eq!(sealed(SOUND.clone()), *SOUND);
}

#[test]
fn what_many_articles_have_is_found_in_each() {
    let mut intake = Intake::new(Some(Language::Dutch));
    for number in 0..700 {
        let text =
            format!("De haven van stad {number}. Het schip ligt in de haven{}.", " van de stad".repeat(number % 7));
        intake.add(&format!("{number:03}.txt"), text.as_bytes());
    }
    let card = Card { title: "Proef".to_owned(), language: Language::Dutch };
    let engine = Engine::open(archive::write(&card, &intake.finish().0, &mut |_| ()).unwrap()).unwrap();
    for (query, total, occurrences) in [
        ("haven", 700, 2),
        ("\"in de haven\"", 700, 1),
        ("\"van de stad\"", 600, 6),
        ("\"stad 345\"", 1, 1),
        ("schip -345", 699, 1),
    ] {
        let request = Request { query: query.to_owned(), limit: Some(700), ..Request::default() };
        let answer = engine.search(&request).unwrap();
        assert_eq!(answer.total, total, "{query}");
        assert_eq!(answer.hits.iter().map(|hit| hit.occurrences).max(), Some(occurrences), "{query}");
    }
}

#[test]
fn what_is_no_archive_is_said() {
    for (bytes, reason) in [
        (Vec::new(), "not a Kroniek archive"),
        (b"PK\x03\x04 something else altogether".to_vec(), "not a Kroniek archive"),
        (SOUND[..12].to_vec(), "cut short"),
        (SOUND[..SOUND.len() - 1].to_vec(), "cut short or added to"),
        ([&SOUND[..], b"x"].concat(), "cut short or added to"),
        ([&SOUND[..8], &[9, 0, 0, 0], &SOUND[12..]].concat(), "format version 9"),
    ] {
        let message = ask(bytes).unwrap_err();
        assert!(is_clear(&message) && message.contains(reason), "{message}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn a_flipped_bit_is_never_read_over(place in any::<prop::sample::Index>(), bit in 0u8..8) {
        let mut bytes = SOUND.clone();
        let place = place.index(bytes.len());
        bytes[place] ^= 1 << bit;
        let message = ask(bytes).unwrap_err();
        prop_assert!(is_clear(&message), "{}", message);
    }

    #[test]
    fn an_archive_cut_short_is_never_read_over(end in any::<prop::sample::Index>()) {
        let message = ask(SOUND[..end.index(SOUND.len())].to_vec()).unwrap_err();
        prop_assert!(is_clear(&message), "{}", message);
    }

    #[test]
    fn with_the_checksums_made_right_it_still_ends(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = SOUND.clone();
        let table = sections(&bytes);
        for (section, place, byte) in changes {
            let range = &table[section.index(table.len())].1;
            if !range.is_empty() {
                bytes[range.start + place.index(range.len())] = byte;
            }
        }
        if let Err(message) = ask(sealed(bytes)) {
            prop_assert!(is_clear(&message), "{}", message);
        }
    }
}
