//! The properties: each makes a case of the bytes that choose it, tries it, and panics where something does not hold.
//!
//! They know nothing of what runs them: `cargo test` with random bytes, or a fuzzer that is guided by what code a case reaches.

mod archives;
mod ask;
mod collections;
mod fetched;
mod files;
mod mutate;
mod queries;
mod sound;
mod taken_apart;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use kroniek::archive::{Card, write_in};
use kroniek::document::Document;
use kroniek::ingest::Intake;
use kroniek::text::Language;

pub(crate) use archives::archives;
pub(crate) use collections::collections;
pub(crate) use fetched::fetched;
pub(crate) use files::files;
pub(crate) use queries::{ask_largest, queries, slow_ones};

fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().find(|folder| folder.join("seeds").is_dir()).unwrap()
}

/// The files below a folder of the project, in order.
fn below(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join(folder)).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    paths.sort();
    paths
}

/// Real articles, with their names: those of `seeds/`.
static SEEDS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    below("seeds").iter().map(|path| (name(path), std::fs::read(path).unwrap())).collect()
});

/// Words of real articles, for queries.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let texts = SEEDS.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes));
    let mut words: Vec<String> =
        texts.flat_map(|text| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect();
    words.sort();
    words.dedup();
    words
});

/// Articles over ten years, some undated, some known to the month or the year, with facts, in two languages, with the seeds among them.
static DOCUMENTS: LazyLock<Vec<Document>> = LazyLock::new(|| {
    let mut intake = Intake::new(None);
    for (name, bytes) in SEEDS.iter() {
        intake.add(name, bytes);
    }
    for number in 0..160 {
        let date = match number % 11 {
            0 => String::new(),
            1 => format!("{}-{:02}", 1990 + number % 10, 1 + number % 12),
            2 => format!("{}", 1990 + number % 10),
            day => format!("{}-{:02}-{day:02}", 1990 + number * 7 % 10, 1 + number % 12),
        };
        let text = format!(
            "Het schip nummer {number} ligt in de haven van {}. {}Lees ook: de storm van vorig jaar.",
            ["Ambon", "Batavia", "Bantam"][number % 3],
            format!("In mei {} was er een storm op zee, zei de schipper. ", 1990 + number % 9).repeat(number % 7),
        );
        let source = if number % 2 == 0 { "Courant" } else { "Gazet" };
        let line = serde_json::json!({ "id": format!("n{number}"), "date": date, "title": format!("Bericht {number}"), "text": text, "bron": source });
        intake.add(&format!("{number:04}.jsonl"), line.to_string().as_bytes());
    }
    intake.finish().0
});

fn card() -> Card {
    Card { title: "Proef".to_owned(), language: Language::Dutch }
}

/// Sound archives: of one segment, of several, of a single article, of none.
static ARCHIVES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let archive = |documents: &[Document], limit| write_in(&card(), documents, limit, &mut |_| ()).unwrap();
    let (all, few) = (&DOCUMENTS[..], &DOCUMENTS[..5]);
    vec![
        archive(few, u64::MAX),
        archive(all, u64::MAX),
        archive(all, 20_000),
        archive(&all[..1], u64::MAX),
        archive(&[], u64::MAX),
    ]
});
