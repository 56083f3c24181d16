//! The chronology: what is told, in the order of the times told.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use kroniek::archive::{Card, write};
use kroniek::engine::Engine;
use kroniek::engine::answers::{ChronologyAnswer, IsoDay, Request};
use kroniek::ingest::Intake;
use kroniek::text::Language;

const ARTICLES: [(&str, &str); 3] = [
    ("een", "date 2023-03 De brug\nDe brug werd in 2014 gebouwd. Gisteren brak de brug, na een schok op 3 mei 2010.\n"),
    (
        "twee",
        "date 2022-10-08 De boot\nDe boot voer op 3 mei 2010 uit. In juli 2022 zonk hij. Sinds 2014 ligt de haven stil.\n",
    ),
    ("drie", "De wagen\n\nDe wagen reed gisteren nog.\n"),
];

fn engine() -> Engine {
    let mut intake = Intake::new(Some(Language::Dutch));
    for (name, text) in ARTICLES {
        intake.add(&format!("{name}.txt"), text.as_bytes());
    }
    let card = Card { title: "Proef".to_owned(), language: Language::Dutch };
    Engine::open(write(&card, &intake.finish().0, &mut |_| ()).unwrap()).unwrap()
}

fn day(text: &str) -> IsoDay {
    IsoDay::parse(text).unwrap()
}

fn told(answer: &ChronologyAnswer) -> Vec<String> {
    let line = |line: &kroniek::engine::answers::Telling| {
        let text: String = line.text.chars().skip(line.time.start).take(line.time.end - line.time.start).collect();
        assert_eq!(text, line.time.text);
        format!("{} {}: {}", line.time.edtf.as_deref().unwrap_or("?"), line.entry.document, text)
    };
    answer.lines.iter().map(line).collect()
}

#[test]
fn what_is_told_comes_in_the_order_of_its_times() {
    let answer = engine().chronology(&Request::default()).unwrap();
    assert_eq!(
        told(&answer),
        [
            "2010-05-03 twee: 3 mei 2010",
            "2010-05-03 een: 3 mei 2010",
            "2014 twee: 2014",
            "2014 een: 2014",
            "2022-07 twee: juli 2022",
            "[2023-02-28..2023-03-30] een: Gisteren",
        ]
    );
    assert_eq!((answer.total, answer.unresolved), (6, 1));
}

#[test]
fn a_part_of_it_is_the_whole_in_parts() {
    let engine = engine();
    let all = told(&engine.chronology(&Request::default()).unwrap());
    for size in 1..=all.len() {
        let parts = (0..all.len()).step_by(size).flat_map(|offset| {
            let answer = engine.chronology(&Request { offset, limit: Some(size), ..Request::default() }).unwrap();
            assert_eq!(answer.total, all.len());
            told(&answer)
        });
        assert_eq!(parts.collect::<Vec<_>>(), all);
    }
}

#[test]
fn a_limit_of_the_times_told_limits_articles_and_lines() {
    let engine = engine();
    let request = Request { told: Some((day("2022-01-01"), day("2022-12-31"))), ..Request::default() };
    assert_eq!(told(&engine.chronology(&request).unwrap()), ["2022-07 twee: juli 2022"]);
    let found = engine.search(&request).unwrap();
    assert_eq!(found.hits.iter().map(|hit| hit.entry.document.as_str()).collect::<Vec<_>>(), ["twee"]);
    // Some day in it is enough.
    let request = Request { told: Some((day("2023-03-01"), day("2023-03-01"))), ..Request::default() };
    assert_eq!(told(&engine.chronology(&request).unwrap()), ["[2023-02-28..2023-03-30] een: Gisteren"]);
    let request = Request { query: "boot".to_owned(), ..request };
    assert_eq!(engine.chronology(&request).unwrap().total, 0);
}

#[test]
fn a_query_for_a_time_shows_where_it_is_told() {
    let engine = engine();
    let quoted = |query: &str| -> Vec<String> {
        let request = Request { query: query.to_owned(), ..Request::default() };
        let answer = engine.search(&request).unwrap();
        let hits = answer.hits.iter().map(|hit| {
            let quoted = hit.snippets.iter().map(|snippet| {
                let marks = snippet.marks.iter().map(|mark| &snippet.text[mark.0..mark.1]);
                format!("{} {}", snippet.sentence, marks.collect::<Vec<_>>().join(", "))
            });
            let request = Request { document: hit.entry.document.clone(), ..request.clone() };
            let article = engine.document(&request).unwrap().unwrap();
            let marks =
                article.blocks.iter().flat_map(|block| block.marks.iter().map(|mark| &block.text[mark.0..mark.1]));
            format!("{} / {}", quoted.collect::<Vec<_>>().join("; "), marks.collect::<Vec<_>>().join(", "))
        });
        hits.collect()
    };
    assert_eq!(quoted("genoemd:2014"), ["3 2014 / 2014", "1 2014 / 2014"]);
    // The shortest is quoted, all are marked.
    assert_eq!(quoted("genoemd:2010..2022 boot"), ["1 boot / boot, boot, 3 mei 2010, juli 2022, 2014"]);
    assert_eq!(quoted("boot genoemd:2014"), ["1 boot; 3 2014 / boot, boot, 2014"]);
    assert_eq!(quoted("genoemd:2022"), ["2 juli 2022 / juli 2022"]);
    assert_eq!(quoted("genoemd:=2022-07-31"), [""; 0]);
    // What is not asked for is not shown.
    assert_eq!(quoted("boot -genoemd:2023"), ["1 boot / boot, boot"]);
    let request = |query: &str| Request { query: query.to_owned(), ..Request::default() };
    assert_eq!(told(&engine.chronology(&request("genoemd:=2022")).unwrap()), ["2022-07 twee: juli 2022"]);
}

#[test]
fn what_reaches_beyond_the_times_asked_for_comes_last() {
    let mut intake = Intake::new(Some(Language::Dutch));
    let text = "date 2023-03-20 De weg\nDe weg ligt er sinds de jaren zestig. In 2022 brak hij. Op 3 mei 2022 was dat. In mei 2022 viel regen.\n";
    intake.add("weg.txt", text.as_bytes());
    let card = Card { title: "Proef".to_owned(), language: Language::Dutch };
    let engine = Engine::open(write(&card, &intake.finish().0, &mut |_| ()).unwrap()).unwrap();
    let request = Request { told: Some((day("2022-05-01"), day("2022-05-31"))), ..Request::default() };
    assert_eq!(
        told(&engine.chronology(&request).unwrap()),
        ["2022-05 weg: mei 2022", "2022-05-03 weg: 3 mei 2022", "2022 weg: 2022"]
    );
}
