//! `kroniek search`.

use std::fs;

use serde_json::{Value, json};

use super::{SEEDS, has, kroniek, object, objects, slice};

fn ask(query: &str, options: &[&str]) -> Value {
    object(&[&["search", SEEDS, query, "--json"], options].concat())
}

#[test]
fn an_answer_has_its_members() {
    let answer = ask("=leger", &[]);
    has(&answer, &["query", "problems", "total", "hits", "suggestions"]);
    assert_eq!(answer["query"], "=leger");
    let hits = answer["hits"].as_array().unwrap();
    assert_eq!(answer["total"], hits.len());
    for hit in hits {
        has(hit, &["document", "title", "label", "date", "score", "snippets", "why"]);
        let file = fs::read_to_string(format!("{SEEDS}/{}.txt", hit["document"].as_str().unwrap())).unwrap();
        assert!(hit["title"].is_null() || hit["title"] == hit["label"]);
        assert!(hit["score"].as_f64().unwrap() > 0.0);
        for snippet in hit["snippets"].as_array().unwrap() {
            let text = snippet["text"].as_str().unwrap();
            assert!(file.contains(text));
            for mark in snippet["marks"].as_array().unwrap() {
                assert_eq!(slice(text, &mark[0], &mark[1]).to_lowercase(), "leger");
            }
        }
        has(&hit["why"][0], &["word", "form", "reason", "weight"]);
        assert_eq!(hit["why"][0]["reason"], "exact");
    }
}

#[test]
fn dates_are_edtf_and_titles_may_be_missing() {
    let answer = ask("", &["--limit", "100"]);
    let hits = answer["hits"].as_array().unwrap();
    let shown: Vec<_> = hits.iter().map(|hit| (hit["date"].as_str().unwrap(), hit["title"].is_string())).collect();
    assert_eq!(
        shown.iter().map(|(date, _)| *date).collect::<Vec<_>>(),
        ["2022-10", "2022-12", "2023-03", "2023-03", "2023-03"]
    );
    assert!(shown.iter().any(|(_, titled)| *titled) && shown.iter().any(|(_, titled)| !titled));
}

#[test]
fn problems_have_their_place() {
    let answer = ask("🙂 leger \"stad", &[]);
    let problem = &answer["problems"][0];
    has(problem, &["start", "end", "message"]);
    assert_eq!((&problem["start"], &problem["end"]), (&json!(9), &json!(10)));
    let shown = kroniek(&["search", SEEDS, "🙂 leger \"stad"], "");
    assert!(shown.out.starts_with("  🙂 leger \"stad\n          ^ this quotation mark"), "{}", shown.out);
}

#[test]
fn what_finds_nothing_offers_what_finds_something() {
    let answer = ask("leger nergenstevinden", &[]);
    assert_eq!((&answer["total"], &answer["hits"]), (&json!(0), &json!([])));
    has(&answer["suggestions"][0], &["text", "kind", "documents"]);
    assert_eq!(answer["suggestions"][0]["text"], "leger");
}

#[test]
fn pages_are_parts_of_the_whole() {
    let whole = ask("stad", &["--limit", "100"]);
    let whole = whole["hits"].as_array().unwrap();
    let page = ask("stad", &["--offset", "1", "--limit", "2"]);
    assert_eq!(page["hits"].as_array().unwrap(), &whole[1..3]);
    assert_eq!(page["total"], whole.len());
}

#[test]
fn the_last_word_is_a_prefix_only_while_typing() {
    assert_eq!(ask("huu", &[])["total"], 0);
    assert!(ask("huu", &["--typing"])["total"].as_u64().unwrap() > 0);
}

#[test]
fn furniture_is_searched_only_when_asked() {
    assert_eq!(ask("afspelen", &[])["total"], 0);
    assert!(ask("afspelen", &["--furniture"])["total"].as_u64().unwrap() > 0);
}

#[test]
fn a_query_may_begin_with_a_minus() {
    let all = ask("", &[])["total"].as_u64().unwrap();
    let (with, without) = (ask("leger", &[])["total"].as_u64().unwrap(), ask("-leger", &[])["total"].as_u64().unwrap());
    assert_eq!(with + without, all);
}

#[test]
fn queries_are_read_from_standard_input() {
    let answers = objects(&["search", SEEDS, "-", "--json"], "leger\n\nstad OF dorp\r\n");
    let queries: Vec<_> = answers.iter().map(|answer| answer["query"].as_str().unwrap()).collect();
    assert_eq!(queries, ["leger", "", "stad OF dorp"]);
    assert_eq!(answers[0], ask("leger", &[]));
}

#[test]
fn people_read_text() {
    let run = kroniek(&["search", SEEDS, "leger", "--explain", "--limit", "1"], "");
    assert_eq!(run.status, 0);
    for part in
        ["leger → leger (exact, ", " articles, 2022-10-01 to 2023-03-31", "  1. 20", "score ", "more: --offset 1"]
    {
        assert!(run.out.contains(part), "{part:?} in {}", run.out);
    }
    assert!(!run.out.contains('\x1b'), "bold is for terminals");
}
