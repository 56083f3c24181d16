//! Archives that were damaged: whatever the bytes, reading ends in an answer or a clear error.

#![allow(clippy::unwrap_used, reason = "a test may fail and say why")]

#[path = "fuzz/properties/taken_apart.rs"]
mod taken_apart;

use kroniek::archive::{self, Archive, Card};
use kroniek::document::{DocId, Document};
use kroniek::engine::Engine;
use kroniek::engine::answers::Request;
use kroniek::ingest::Intake;
use kroniek::text::Language;
use proptest::prelude::*;
use std::sync::LazyLock;
use taken_apart::TakenApart;

/// An archive of the seeds, with facts, an undated article and a date that is a year.
static SOUND: LazyLock<Vec<u8>> = LazyLock::new(|| archive_in(u64::MAX));

/// The same in several segments, with the lists of compounds together.
static CUT: LazyLock<Vec<u8>> = LazyLock::new(|| archive_in(8_000));

fn archive_in(limit: u64) -> Vec<u8> {
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
    archive::write_in(&card, &documents, limit, &mut |_| ()).unwrap()
}

/// Asks an archive everything that it can be asked, so that every section is read.
fn ask(bytes: Vec<u8>) -> Result<usize, String> {
    let told = |error: kroniek::Error| error.to_string();
    let engine = Engine::open(bytes).map_err(told)?;
    let mut size = serde_json::to_string(&engine.info().map_err(told)?).unwrap().len();
    for query in
        ["", "stad", "leger", "\"de stad\"", "verlies OF -leger", "s*", "titel:titel", "source:krant", "genoemd:2010"]
    {
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

/// The parts of an archive, and last what follows the directory in the head: all whose digests are made right again.
fn pieces(apart: &mut TakenApart) -> Vec<&mut Vec<u8>> {
    apart.groups.iter_mut().flatten().chain([&mut apart.rest]).collect()
}

#[test]
fn a_sound_archive_answers() {
    assert!(ask(SOUND.clone()).unwrap() > 10_000);
    assert_eq!(TakenApart::new(&SOUND).together(), *SOUND);
    assert!(ask(CUT.clone()).unwrap() > 10_000);
    assert_eq!(TakenApart::new(&CUT).together(), *CUT);
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

/// More than a megabyte of sentences, of which no two are alike, and an article in another script.
fn enough_for_a_model() -> Vec<Document> {
    let lists = [
        "Het De Dit Een",
        "fregat schip anker vaartuig konvooi",
        "ligt vaart drijft zinkt",
        "in naar van voor",
        "de één zijn",
        "haven stad rivier vloot zee",
    ];
    let lists = lists.map(|words| words.split(' ').collect::<Vec<_>>());
    let mut seed = 1u64;
    let mut pick = |words: &Vec<&'static str>| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        words[(seed >> 33) as usize % words.len()]
    };
    let mut intake = Intake::new(Some(Language::Dutch));
    for number in 0..120 {
        let text: String = (0..320).map(|_| lists.each_ref().map(&mut pick).join(" ") + ". ").collect();
        intake.add(&format!("{number:03}.txt"), text.as_bytes());
    }
    intake.add("grieks.txt", "Το πλοίο είναι στο λιμάνι της πόλης. ".repeat(40).as_bytes());
    intake.finish().0
}

#[test]
fn what_a_model_packs_comes_out_as_it_went_in() {
    let documents = enough_for_a_model();
    let card = Card { title: "Proef".to_owned(), language: Language::Dutch };
    let bytes = archive::write(&card, &documents, &mut |_| ()).unwrap();
    let size: usize = documents.iter().map(|document| document.text.len()).sum();
    assert!(size > 1 << 20 && bytes.len() < size / 2, "{} of {size}", bytes.len());
    let whole = Archive::open(Box::new(bytes.clone())).unwrap();
    for (document, id) in documents.iter().zip((0..).map(DocId)) {
        let entry = whole.entry(id).unwrap();
        assert_eq!(entry.name, document.name);
        assert_eq!(whole.text(&entry).unwrap(), document.text);
    }
    // A model that was changed, with its digest made right, gives some text or says what is wrong.
    let model = TakenApart::new(&bytes).groups[0][0].len();
    for place in (0..model).step_by(model / 8) {
        let mut apart = TakenApart::new(&bytes);
        let byte = &mut apart.groups[0][0][place];
        *byte = !*byte;
        let Ok(archive) = Archive::open(Box::new(apart.together())) else { continue };
        match archive.entry(DocId(0)).and_then(|entry| archive.text(&entry)) {
            Ok(text) => assert!(text.len() <= size),
            Err(error) => assert!(is_clear(&error.to_string()), "{error}"),
        }
    }
}

/// What was found to be damaged is not taken for sound when it is read again.
#[test]
fn asked_again_a_damaged_archive_says_the_same() {
    let sizes: Vec<usize> = pieces(&mut TakenApart::new(&SOUND)).iter().map(|piece| piece.len()).collect();
    for (piece, size) in sizes.into_iter().enumerate() {
        for place in (0..size).step_by((size / 40).max(1)) {
            let mut apart = TakenApart::new(&SOUND);
            let byte = &mut pieces(&mut apart)[piece][place];
            *byte = !*byte;
            let Ok(engine) = Engine::open(apart.together()) else { continue };
            let search = |query: &str| {
                let request = Request { query: query.to_owned(), ..Request::default() };
                engine.search(&request).map(|answer| answer.total).map_err(|error| error.to_string())
            };
            for query in ["stad", "verlies"] {
                assert_eq!(search(query), search(query), "byte {place} of {piece}");
            }
        }
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
        // Cut after the head, it is one whose parts live elsewhere.
        let fetched = message.ends_with("have to be fetched first");
        prop_assert!(is_clear(&message) || fetched, "{}", message);
    }

    #[test]
    fn with_the_checksums_made_right_it_still_ends(
        cut in any::<bool>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut apart = TakenApart::new(if cut { &CUT } else { &SOUND });
        let mut parts = pieces(&mut apart);
        for (part, place, byte) in changes {
            let part = part.index(parts.len());
            if !parts[part].is_empty() {
                let place = place.index(parts[part].len());
                parts[part][place] = byte;
            }
        }
        if let Err(message) = ask(apart.together()) {
            prop_assert!(is_clear(&message), "{}", message);
        }
    }
}
