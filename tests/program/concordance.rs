//! `kroniek concordance`.

use std::fs;

use serde_json::Value;

use super::{SEEDS, kroniek, object};

fn ask(query: &str, options: &[&str]) -> Value {
    object(&[&["concordance", SEEDS, query, "--json"], options].concat())
}

fn lines(answer: &Value) -> Vec<(&str, &str, &str, &str)> {
    let lines = answer["lines"].as_array().unwrap();
    lines
        .iter()
        .map(|line| {
            let member = |name: &str| line[name].as_str().unwrap();
            (member("document"), member("before"), member("middle"), member("after"))
        })
        .collect()
}

#[test]
fn every_occurrence_has_a_line_of_the_text_itself() {
    let answer = ask("stad", &[]);
    let lines = lines(&answer);
    assert_eq!(answer["total"].as_u64().unwrap() as usize, lines.len());
    let hits = object(&["search", SEEDS, "stad", "--json"]);
    let occurrences: u64 =
        hits["hits"].as_array().unwrap().iter().map(|hit| hit["occurrences"].as_u64().unwrap()).sum();
    assert_eq!(answer["total"].as_u64().unwrap(), occurrences);
    for (document, before, middle, after) in lines {
        let file = fs::read_to_string(format!("{SEEDS}/{document}.txt")).unwrap();
        assert!(file.contains(&format!("{before}{middle}{after}")), "{before}|{middle}|{after}");
        assert!(before.split_whitespace().count() <= 14, "{before}");
    }
}

#[test]
fn lines_are_sorted_by_what_stands_around() {
    let folded = |text: &str| kroniek::text::fold(text);
    let right = ask("de", &["--sort", "right"]);
    let after: Vec<String> = lines(&right).iter().map(|line| folded(line.3)).collect();
    fn first(text: &str) -> Option<&str> {
        text.split(|letter: char| !letter.is_alphanumeric()).find(|word| !word.is_empty())
    }
    let firsts: Vec<&str> = after.iter().filter_map(|text| first(text)).collect();
    assert!(firsts.len() > 50 && firsts.is_sorted(), "{firsts:?}");
    let left = ask("de", &["--sort", "left"]);
    let last =
        |text: &str| text.split(|letter: char| !letter.is_alphanumeric()).rfind(|word| !word.is_empty()).map(folded);
    let lasts: Vec<String> = lines(&left).iter().filter_map(|line| last(line.1)).collect();
    assert!(lasts.len() > 50 && lasts.is_sorted(), "{lasts:?}");
    assert_eq!(left["total"], right["total"]);
}

#[test]
fn lines_come_by_date_or_by_name_a_part_at_a_time() {
    let answer = ask("stad", &["--sort", "document"]);
    let names: Vec<&str> = lines(&answer).iter().map(|line| line.0).collect();
    assert!(names.is_sorted() && names.first() != names.last(), "{names:?}");
    let all = ask("stad", &[]);
    let dates: Vec<&str> =
        all["lines"].as_array().unwrap().iter().map(|line| line["earliest"].as_str().unwrap()).collect();
    assert!(dates.is_sorted());
    let part = ask("stad", &["--offset", "3", "--limit", "4"]);
    assert_eq!(lines(&part), lines(&all)[3..7]);
    let around = ask("stad", &["--sort", "left"]);
    let part = ask("stad", &["--sort", "left", "--offset", "3", "--limit", "4"]);
    assert_eq!(lines(&part), lines(&around)[3..7]);
}

#[test]
fn a_query_without_words_has_no_lines() {
    assert_eq!(ask("datum:2023", &[])["total"], 0);
    assert_eq!(ask("", &[])["total"], 0);
    assert_eq!(ask("\"de stad", &[])["problems"].as_array().unwrap().len(), 1);
}

#[test]
fn a_table_can_be_read_again() {
    let run = kroniek(&["concordance", SEEDS, "\"de stad\"", "--csv"], "");
    let mut table = csv::Reader::from_reader(run.out.as_bytes());
    assert_eq!(table.headers().unwrap(), vec!["date", "document", "label", "sentence", "before", "middle", "after"]);
    let middles: Vec<String> = table.records().map(|record| record.unwrap()[5].to_lowercase()).collect();
    assert!(middles.len() > 5 && middles.iter().all(|middle| middle == "de stad"), "{middles:?}");
}
