//! What an archive weighs beside its text, how long it takes to make, and how long answers take.
//!
//! `cargo bench --bench archive` with `KRONIEK_DATA` naming the folder of the collections to measure on. The queries are
//! drawn from each collection's own words and texts, always the same ones.

#![allow(missing_docs, clippy::print_stdout, reason = "a measure, which prints")]

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

use kroniek::archive::{self, Archive, Card, FormId};
use kroniek::document::{DocId, Document};
use kroniek::engine::Engine;
use kroniek::engine::answers::Request;
use kroniek::ingest::Intake;
use kroniek::text::{self, Language};

/// The collections, below the folder of the data.
const COLLECTIONS: [(&str, &str); 2] =
    [("Wikinews", "data/wikinews-nl/articles"), ("Generale Missiven", "corpora/generale-missiven.jsonl.gz")];

/// Queries asked of each collection.
const QUERIES: usize = 200;

/// Times that each is asked; the shortest counts, since other work on the machine is not ours to measure.
const ROUNDS: usize = 3;

/// Sections that answer which documents have which words, and where.
const INDEX: [&str; 6] = ["words", "families", "stats", "postings", "positions", "compounds"];

/// And those that hold the texts, with what lists show of each article.
const TEXT: [&str; 2] = ["model", "documents"];

fn main() -> Result<(), Box<dyn Error>> {
    let Some(data) = env::var_os("KRONIEK_DATA") else {
        println!("KRONIEK_DATA is not set: the archive is not measured on other collections than seeds/");
        return Ok(());
    };
    for (name, path) in COLLECTIONS {
        println!("{name}");
        let documents = documents(&Path::new(&data).join(path))?;
        // Titles aside: in some collections they are no part of the text.
        let own = |document: &Document| document.text.len() - document.title().map_or(0, str::len);
        let size: usize = documents.iter().map(own).sum();
        let start = Instant::now();
        let card = Card { title: name.to_owned(), language: Language::Dutch };
        let bytes = archive::write(&card, &documents, &mut |_| ())?;
        let seconds = start.elapsed().as_secs_f64();
        println!("  {} articles, {size} bytes of text, archive made in {seconds:.1} s", documents.len());
        sizes(&Archive::open(Box::new(bytes.clone()))?, size);
        latency(name, bytes, &documents)?;
    }
    Ok(())
}

/// The articles of a folder or a file.
fn documents(path: &Path) -> Result<Vec<Document>, Box<dyn Error>> {
    let mut intake = Intake::new(None);
    let files = if path.is_dir() {
        fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?
    } else {
        vec![path.to_owned()]
    };
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        intake.add(&name, &fs::read(&file)?);
    }
    Ok(intake.finish().0)
}

/// Prints what each kind of part takes as a share of the text.
fn sizes(archive: &Archive, text: usize) {
    let share = |bytes: usize| bytes as f64 / text as f64;
    let print = |name: &str, bytes: usize| println!("  {name:<20}{bytes:>10} {:>7.4}", share(bytes));
    let mut sums = [0; 3];
    for (name, parts, bytes) in archive.sizes() {
        println!("  {name:<20}{bytes:>10} {:>7.4}   {parts} parts", share(bytes));
        sums[0] += if INDEX.contains(&name) { bytes } else { 0 };
        sums[1] += if TEXT.contains(&name) { bytes } else { 0 };
        sums[2] += bytes;
    }
    print("index", sums[0]);
    print("index and text", sums[0] + sums[1]);
    print("all", sums[2]);
}

/// Prints how long answers take, the first of them with opening the archive.
fn latency(name: &str, archive: Vec<u8>, documents: &[Document]) -> Result<(), Box<dyn Error>> {
    let queries = queries(&Archive::open(Box::new(archive.clone()))?, documents)?;
    // bench/latency.mjs asks them in a browser.
    let lines: Vec<&str> = queries.iter().map(|(_, query)| query.as_str()).collect();
    fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.queries")), lines.join("\n"))?;
    let asked = |query: &str| Request { query: query.to_owned(), ..Request::default() };
    let start = Instant::now();
    let engine = Engine::open(archive)?;
    let opened = start.elapsed();
    engine.search(&asked(&queries[0].1))?;
    println!("  opened in {:.1} ms, first answer after {:.1} ms", millis(opened), millis(start.elapsed()));
    let mut times: Vec<(Duration, &str, &str)> =
        queries.iter().map(|(kind, query)| (Duration::MAX, *kind, &**query)).collect();
    // One after another, since the words of the last query are known.
    for _ in 0..ROUNDS {
        for (shortest, _, query) in &mut times {
            let start = Instant::now();
            engine.search(&asked(query))?;
            *shortest = (*shortest).min(start.elapsed());
        }
    }
    times.sort();
    print_times("queries", &times.iter().map(|(time, ..)| *time).collect::<Vec<_>>());
    for kind in KINDS {
        print_times(kind, &times.iter().filter(|(_, of, _)| *of == kind).map(|(time, ..)| *time).collect::<Vec<_>>());
    }
    for (time, _, query) in times.iter().rev().take(5) {
        println!("    {:>8.2} ms  {query}", millis(*time));
    }
    Ok(())
}

fn print_times(what: &str, sorted: &[Duration]) {
    let at = |share: usize| millis(sorted[(sorted.len() * share / 100).min(sorted.len() - 1)]);
    println!(
        "  {what:<20}median {:>6.2} ms   p95 {:>6.2} ms   worst {:>6.2} ms   of {}",
        at(50),
        at(95),
        at(100),
        sorted.len()
    );
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

const KINDS: [&str; 7] = ["a common word", "two words", "a phrase", "a beginning", "either", "without", "in a time"];

/// The queries: words of all frequencies, phrases as they stand in the texts, kinds in turn.
fn queries(archive: &Archive, documents: &[Document]) -> Result<Vec<(&'static str, String)>, Box<dyn Error>> {
    let all = f64::from(archive.documents());
    let mut bands: [Vec<String>; 3] = Default::default();
    for number in 0..archive.forms() {
        let with = f64::from(archive.document_frequency(FormId(number))?);
        let band = match with / all {
            share if share >= 0.1 => 0,
            share if share >= 0.01 => 1,
            share if share > 0.0 => 2,
            _ => continue,
        };
        let spelling = archive.spelling(FormId(number))?;
        if spelling.chars().count() > 1 && spelling.chars().all(char::is_alphabetic) {
            bands[band].push(spelling);
        }
    }
    let years: Vec<i32> = (0..archive.documents())
        .filter_map(|id| archive.published(DocId(id)).map(|date| date.interval.earliest.ymd().0))
        .collect();
    let (first, last) = (years.iter().min().copied().unwrap_or(2000), years.iter().max().copied().unwrap_or(2000));
    let mut queries = Vec::new();
    for number in 0..QUERIES {
        // Spread evenly, since neighbours in the vocabulary are alike.
        let word = |band: usize, salt: usize| {
            let words = &bands[band];
            words[(number + 1) * (words.len() / (QUERIES + 1)).max(1) * (2 * salt + 1) % words.len()].as_str()
        };
        let kind = KINDS[number % KINDS.len()];
        let query = match number % KINDS.len() {
            0 => word(0, 0).to_owned(),
            1 => format!("{} {}", word(0, 0), word(1, 1)),
            2 => phrase(&documents[(number + 1) * documents.len() / (QUERIES + 1)], 2 + number % 2),
            3 => format!("{}*", word(1, 2).chars().take(3 + number % 3).collect::<String>()),
            4 => format!("{} OF {}", word(1, 0), word(2, 1)),
            5 => format!("{} -{}", word(0, 0), word(1, 1)),
            _ => {
                let from = first + (last - first) * (number as i32 % 5) / 6;
                format!("{} datum:{from}..{}", word(0, 1), from + (last - first) / 6)
            }
        };
        queries.push((kind, query));
    }
    Ok(queries)
}

/// Some words from the middle of a text.
fn phrase(document: &Document, words: usize) -> String {
    let tokens: Vec<_> = text::tokens(&document.text).collect();
    let middle = &tokens[(tokens.len() / 2).saturating_sub(words)..][..words.min(tokens.len())];
    let words: Vec<&str> = middle.iter().map(|token| &document.text[token.range.clone()]).collect();
    format!("\"{}\"", words.join(" "))
}
