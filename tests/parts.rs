//! Archives in segments, and archives whose parts are fetched: they answer as one that is whole.

#![allow(clippy::unwrap_used, reason = "a test may fail and say why")]

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;

use kroniek::archive::{self, Archive, Card, Elsewhere};
use kroniek::document::Document;
use kroniek::engine::Engine;
use kroniek::engine::answers::{Order, Request};
use kroniek::ingest::Intake;
use kroniek::text::Language;

const QUERIES: [&str; 12] = [
    "",
    "schip",
    "haven schip",
    "\"in de haven\"",
    "schip -storm",
    "storm OF vrede",
    "hav*",
    "~schup",
    "titel:bericht",
    "bron:courant schip",
    "genoemd:1995 haven",
    "schip NABIJ/3 haven",
];

/// Articles over ten years, of which the last are undated or known to the month.
fn documents(count: usize) -> Vec<Document> {
    let mut intake = Intake::new(Some(Language::Dutch));
    for number in 0..count {
        let date = match number % 11 {
            0 => String::new(),
            1 => format!("{}-{:02}", 1990 + number % 10, 1 + number % 12),
            day => format!("{}-{:02}-{:02}", 1990 + number * 7 % 10, 1 + number % 12, day),
        };
        let mut text =
            format!("Het schip nummer {number} ligt in de haven van {}. ", ["Ambon", "Batavia", "Bantam"][number % 3]);
        for sentence in 0..number % 9 {
            let word = ["storm", "vrede", "koopman", "scheepsvolk", "thuishaven"][(number + sentence) % 5];
            write!(text, "In mei {} was er een {word}, zei de schipper. ", 1990 + (number + sentence) % 9).unwrap();
        }
        let line = serde_json::json!({ "id": format!("n{number}"), "date": date, "title": format!("Bericht {number} van {}", number % 13), "text": text, "bron": if number % 2 == 0 { "Courant" } else { "Gazet" } });
        intake.add(&format!("{number:04}.jsonl"), line.to_string().as_bytes());
    }
    intake.finish().0
}

fn card() -> Card {
    Card { title: "Proef".to_owned(), language: Language::Dutch }
}

fn archive_in(documents: &[Document], limit: u64) -> Vec<u8> {
    archive::write_in(&card(), documents, limit, &mut |_| ()).unwrap()
}

/// The head of an archive, and its parts by name.
fn cut(bytes: &[u8]) -> (Vec<u8>, HashMap<String, Vec<u8>>) {
    let names = Archive::open(Box::new(bytes.to_vec())).unwrap().part_names();
    let mut place = bytes.len() - names.iter().map(|part| part.bytes).sum::<usize>();
    let head = bytes[..place].to_vec();
    let mut parts = HashMap::new();
    for part in names {
        parts.insert(part.name, bytes[place..place + part.bytes].to_vec());
        place += part.bytes;
    }
    (head, parts)
}

fn requests() -> Vec<Request> {
    let request = |query: &str| Request {
        query: query.to_owned(),
        document: "n17".to_owned(),
        bins: Some(40),
        moments: 3,
        limit: Some(7),
        ..Request::default()
    };
    let mut requests: Vec<Request> = QUERIES.into_iter().map(request).collect();
    requests.push(Request { facts: vec![("bron".to_owned(), "Gazet".to_owned())], typing: true, ..request("schi") });
    requests.push(Request { order: Order::Newest, brief: true, ..request("haven") });
    requests
}

/// Everything that an engine answers to a request, as JSON.
fn answers(engine: &Engine, request: &Request) -> kroniek::Result<String> {
    let mut said = String::new();
    let mut add = |answer: serde_json::Result<String>| said.push_str(&answer.unwrap());
    add(serde_json::to_string(&engine.whole(engine.info())?));
    add(serde_json::to_string(&engine.whole(engine.search(request))?));
    add(serde_json::to_string(&engine.whole(engine.suggest(request))?));
    add(serde_json::to_string(&engine.whole(engine.timeline(request))?));
    add(serde_json::to_string(&engine.whole(engine.timeline(&Request { moments: 0, ..request.clone() }))?));
    add(serde_json::to_string(&engine.whole(engine.concordance(request))?));
    add(serde_json::to_string(&engine.whole(engine.chronology(request))?));
    add(serde_json::to_string(&engine.whole(engine.document(request))?));
    // Whether parts are here is no part of an answer.
    Ok(said.replace(&format!("\"parts\":{}", engine.parts().len()), "\"parts\":0"))
}

#[test]
fn what_is_fetched_answers_as_what_is_there() {
    let bytes = archive_in(&documents(300), 20_000);
    let whole = Engine::open(bytes.clone()).unwrap();
    let (head, parts) = cut(&bytes);
    for request in requests() {
        let mut engine = Engine::open(Elsewhere::new(head.clone())).unwrap();
        assert!(!engine.parts().is_empty());
        let mut rounds = 0;
        let fetched = loop {
            match answers(&engine, &request) {
                Ok(answers) => break answers,
                Err(error) => {
                    assert!(!error.lacks().is_empty(), "{}: {error}", request.query);
                    rounds += 1;
                    assert!(rounds < 60, "{}: it goes on asking", request.query);
                    for part in error.lacks().to_vec() {
                        let name = engine.part_name(part).unwrap();
                        assert!(!engine.give(part, b"another".to_vec()));
                        assert!(engine.give(part, parts[&name].clone()));
                    }
                    engine.tidy();
                }
            }
        };
        assert_eq!(fetched, answers(&whole, &request).unwrap(), "{}", request.query);
    }
}

#[test]
fn segments_find_what_one_finds() {
    let documents = documents(300);
    let found = |bytes: Vec<u8>| {
        let engine = Engine::open(bytes).unwrap();
        let names = |request: Request| -> (usize, BTreeSet<String>) {
            let answer = engine.search(&Request { limit: Some(400), ..request }).unwrap();
            (answer.total, answer.hits.into_iter().map(|hit| hit.entry.document).collect())
        };
        requests().into_iter().map(names).collect::<Vec<_>>()
    };
    let (one, many) = (archive_in(&documents, u64::MAX), archive_in(&documents, 20_000));
    assert!(many.len() > one.len());
    assert_eq!(found(one), found(many));
}

#[test]
fn what_is_counted_by_time_is_what_is_told() {
    let engine = Engine::open(archive_in(&documents(300), 20_000)).unwrap();
    for request in requests() {
        let [told, counted] = [3, 0].map(|moments| {
            let mut answer = engine.timeline(&Request { moments, ..request.clone() }).unwrap();
            answer.moments.clear();
            serde_json::to_string(&answer).unwrap()
        });
        assert_eq!(told, counted, "{}", request.query);
    }
}

#[test]
fn a_new_article_leaves_the_parts_of_other_segments_as_they_are() {
    let mut all = documents(300);
    let old = cut(&archive_in(&all, 20_000)).1;
    let mut newest = all
        .iter()
        .filter(|document| document.published.is_some())
        .max_by_key(|document| document.published.unwrap().interval.latest)
        .unwrap()
        .clone();
    newest.name = "nieuw".to_owned();
    let place = all.iter().position(|document| document.published == newest.published).unwrap();
    all.insert(place, newest);
    let new = cut(&archive_in(&all, 20_000)).1;
    let kept: usize = new.iter().filter(|(name, _)| old.contains_key(*name)).map(|(_, bytes)| bytes.len()).sum();
    let size: usize = new.values().map(Vec::len).sum();
    assert!(kept * 2 > size, "{kept} of {size}");
}

/// To know which articles two spellings share would take their postings, for every key that is pressed.
#[test]
fn what_completes_a_word_is_told_without_postings() {
    let mut intake = Intake::new(Some(Language::Dutch));
    for number in 0..40 {
        let towns = ["Bachmoet", "Bakhmut", "Bachmoet en Bakhmut"][number % 3];
        let text = format!("{number}-03-1995 Bericht\n\nDe troepen bleven in {towns}, zei de schipper.\n");
        intake.add(&format!("{number:04}.txt"), text.as_bytes());
    }
    let bytes = archive_in(&intake.finish().0, 2_000);
    let request = Request { query: "bachm".to_owned(), ..Request::default() };
    let told = |engine: &Engine| {
        let completion = engine.suggest(&request).unwrap().suggestions.remove(0);
        (completion.text, completion.others, completion.documents, completion.exact)
    };
    let name = |documents, exact| ("Bachmoet".to_owned(), vec!["Bakhmut".to_owned()], documents, exact);
    assert_eq!(told(&Engine::open(bytes.clone()).unwrap()), name(40, true));

    let (head, parts) = cut(&bytes);
    let mut engine = Engine::open(Elsewhere::new(head)).unwrap();
    let mut fetched = BTreeSet::new();
    while let Err(error) = engine.whole(engine.suggest(&request)) {
        for part in error.lacks().to_vec() {
            let name = engine.part_name(part).unwrap();
            assert!(engine.give(part, parts[&name].clone()));
            fetched.insert(name);
        }
    }
    assert_eq!(told(&engine), name(27, false));
    let kinds: BTreeSet<&str> = Archive::open(Box::new(bytes))
        .unwrap()
        .part_names()
        .into_iter()
        .filter(|part| fetched.contains(&part.name))
        .map(|part| part.kind)
        .collect();
    assert_eq!(kinds, BTreeSet::from(["families", "words"]));
}
