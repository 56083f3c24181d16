//! What holds everywhere, whatever the articles and whatever is asked.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod ids;
mod layers;
mod names;
mod queries;
mod verbatim;

use std::fs;
use std::path::{Path, PathBuf};

use kroniek::archive::{Archive, Card, write};
use kroniek::document::Document;
use kroniek::engine::Engine;
use kroniek::ingest::Intake;
use kroniek::text::Language;

/// The project's own folder.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files below a folder with one of these endings, in order.
fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let is_wanted = |path: &Path| path.extension().is_some_and(|ending| endings.iter().any(|one| ending == *one));
    let below = paths.into_iter().flat_map(|path| match path.is_dir() {
        true => files(&path, endings),
        false => {
            if is_wanted(&path) {
                vec![path]
            } else {
                Vec::new()
            }
        }
    });
    below.collect()
}

/// A collection of these files, each a name and its bytes.
fn documents(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Vec<Document> {
    let mut intake = Intake::new(None);
    files.into_iter().for_each(|(name, bytes)| intake.add(&name, &bytes));
    intake.finish().0
}

/// The articles that come with the project.
fn seeds() -> Vec<Document> {
    let paths = files(&root().join("seeds"), &["txt"]);
    documents(
        paths.iter().map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap())),
    )
}

fn bytes(documents: &[Document]) -> Vec<u8> {
    write(&Card { title: "test".to_owned(), language: Language::Dutch }, documents, &mut |_| ()).unwrap()
}

fn engine(documents: &[Document]) -> Engine {
    Engine::open(bytes(documents)).unwrap()
}

fn archive(documents: &[Document]) -> Archive {
    Archive::open(Box::new(bytes(documents))).unwrap()
}

/// The part of a text between two offsets in UTF-16 code units; `None` where they cut a letter in two.
fn slice(text: &str, start: usize, end: usize) -> Option<String> {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16(units.get(start..end)?).ok()
}
