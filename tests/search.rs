//! What is found in the five articles of `seeds/`, by which forms, and what is quoted.

#![allow(clippy::unwrap_used, reason = "a test may fail and say why")]

use expect_test::{Expect, expect};
use kroniek::archive::{self, Card};
use kroniek::engine::Engine;
use kroniek::engine::answers::{Hit, Request, SearchAnswer};
use kroniek::ingest::Intake;
use kroniek::text::Language;

fn engine() -> Engine {
    let mut intake = Intake::new(None);
    for file in std::fs::read_dir("seeds").unwrap().map(Result::unwrap) {
        intake.add(&file.file_name().to_string_lossy(), &std::fs::read(file.path()).unwrap());
    }
    let card = Card { title: "Proef".to_owned(), language: Language::Dutch };
    Engine::open(archive::write(&card, &intake.finish().0, &mut |_| ()).unwrap()).unwrap()
}

fn asked(request: Request) -> SearchAnswer {
    engine().search(&request).unwrap()
}

fn query(query: &str) -> Request {
    Request { query: query.to_owned(), ..Request::default() }
}

fn number(hit: &Hit) -> &str {
    &hit.entry.document[..3]
}

/// The numbers of the articles found, in the order of their names, and the forms that answered with their reasons.
fn check(request: Request, expected: Expect) {
    let answer = asked(request);
    let mut found: Vec<&str> = answer.hits.iter().map(number).collect();
    let mut forms: Vec<String> =
        answer.hits.iter().flat_map(|hit| &hit.why).map(|why| format!("{}={}", why.form, why.reason)).collect();
    found.sort_unstable();
    forms.sort_unstable();
    forms.dedup();
    expected.assert_eq(&format!("{}: {}", found.join(" "), forms.join(" ")));
}

#[test]
fn inflection_and_folding() {
    check(query("verlies"), expect!["000 001 002 003 004: verlies=exact verliezen=inflection verloren=inflection"]);
    check(query("verliezen"), expect!["000 001 002 003 004: verlies=inflection verliezen=exact verloren=inflection"]);
    check(query("OEKRAINE"), expect!["000 001 002 003 004: Oekraïne=fold"]);
    check(query("=verlies"), expect!["002: verlies=exact"]);
    check(query("huurlingen"), expect!["000 001 002 003 004: huurlingen=exact"]);
    check(
        Request { off: vec!["verliezen".to_owned()], ..query("verlies") },
        expect!["002 004: verlies=exact verloren=inflection"],
    );
    check(Request { off: vec!["@inflection".to_owned()], ..query("verlies") }, expect!["002: verlies=exact"]);
}

#[test]
fn operators() {
    check(query("kremlin munitie"), expect!["001: Kremlin=exact munitie=exact"]);
    check(query("munitie OF medailles"), expect!["001 004: medailles=exact munitie=exact"]);
    check(query("kremlin -munitie"), expect!["000: Kremlin=exact"]);
    check(query("\"val van de stad\""), expect!["000: de=exact stad=exact val=exact van=exact"]);
    check(query("\"stad de van val\""), expect![": "]);
    check(query("huurlingenl*"), expect!["001 002: huurlingenleger=prefix"]);
    check(query("lente-tegenoffensief"), expect!["003: lente=exact tegenoffensief=exact"]);
    check(query("titel:strategische"), expect!["001: strategische=exact"]);
    check(query("datum:2022"), expect!["002 004: "]);
    check(query("genoemd:2014"), expect!["002: "]);
}

#[test]
fn the_last_word_is_a_prefix_while_typing() {
    check(query("loopgr"), expect![": "]);
    check(
        Request { typing: true, ..query("loopgr") },
        expect!["000 002 003: loopgraven=prefix loopgravenoorlog=prefix"],
    );
}

#[test]
fn furniture_is_found_when_asked_for() {
    check(query("afspelen"), expect![": "]);
    check(query("cookies"), expect![": "]);
    check(Request { furniture: true, ..query("cookies") }, expect!["000: cookies=exact"]);
    let answer = asked(query("stad"));
    let quoted: Vec<&str> = answer.hits.iter().flat_map(|hit| &hit.snippets).map(|it| it.text.as_str()).collect();
    assert!(quoted.len() > 5 && quoted.iter().all(|text| !text.contains("Afspelen") && !text.contains("excuses")));
}

#[test]
fn a_range_keeps_what_may_lie_in_it() {
    let day = |text: &str| serde_json::from_str(&format!("{text:?}")).unwrap();
    let within = |from: &str, until: &str| Request { from: Some(day(from)), until: Some(day(until)), ..query("") };
    check(within("2022-12-31", "2023-03-01"), expect!["000 001 003 004: "]);
    check(within("2022-11-01", "2022-11-30"), expect![": "]);
}

#[test]
fn nothing_found_says_what_would_be() {
    let offered = |request: Request| {
        let ways = asked(request).suggestions;
        ways.iter().map(|way| format!("{} {} {}", way.kind, way.text, way.documents)).collect::<Vec<_>>().join("; ")
    };
    expect!["fewer stad leger 4; fewer stad 5; fewer leger 4"].assert_eq(&offered(query("xyzzy stad leger")));
    expect!["fewer stad de van val 2"].assert_eq(&offered(query("\"stad de van val\"")));
    expect!["forms stad 5"]
        .assert_eq(&offered(Request { off: vec!["stad".to_owned(), "@inflection".to_owned()], ..query("stad") }));
    let day = |text: &str| Some(serde_json::from_str(&format!("{text:?}")).unwrap());
    expect!["without stad 5"].assert_eq(&offered(Request { until: day("2021-01-01"), ..query("stad") }));
    expect![""].assert_eq(&offered(query("xyzzy")));
}

#[test]
fn words_of_the_collection_complete_what_is_typed() {
    let words = |text: &str| {
        let answer = engine().suggest(&query(text)).unwrap();
        answer.suggestions.iter().map(|it| format!("{} {}", it.text, it.documents)).collect::<Vec<_>>().join("; ")
    };
    expect!["de Kremlin 2"].assert_eq(&words("de krem"));
    expect![""].assert_eq(&words("de "));
    expect![""].assert_eq(&words("k"));
}
