//! How well times are found and dated, on what was dated by hand. Wants `KRONIEK_DATA`: the folder with the data.

#![allow(clippy::unwrap_used, clippy::print_stderr, clippy::print_stdout, reason = "a test may fail and say why")]

use std::path::{Path, PathBuf};

use kroniek::text::Language;
use kroniek::time::{Day, Telling, mentions, publication};
use serde_json::Value;

/// The folder with the data; says in a line what is left out without it.
fn data(what: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("KRONIEK_DATA").map(PathBuf::from).filter(|folder| folder.join(what).exists());
    if folder.is_none() {
        eprintln!("KRONIEK_DATA has no {what}: not measured");
    }
    folder
}

fn lines(path: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn days(value: &Value, other: &Value) -> (i32, i32) {
    let day = |value: &Value| Day::parse(value.as_str().unwrap()).unwrap().0;
    (day(value), day(other))
}

/// Where a span of characters lies in bytes.
fn bytes(text: &str, value: &Value) -> std::ops::Range<usize> {
    let start = value["start"].as_u64().unwrap() as usize;
    let start = text.char_indices().nth(start).unwrap().0;
    start..start + value["text"].as_str().unwrap().len()
}

fn overlap(one: &std::ops::Range<usize>, other: &std::ops::Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

#[test]
fn wikinews() {
    let Some(data) = data("wikinews-nl") else { return };
    let gold = lines(&data.join("wikinews-nl/times.dev.jsonl"));
    let shrug = lines(&data.join("wikinews-nl/times.borderline.dev.jsonl"));
    let (mut found, mut right, mut dated, mut related) = (0, 0, 0, 0);
    for document in lines(&data.join("wikinews-nl/docs.jsonl")) {
        let id = &document["id"];
        if !gold.iter().any(|mention| &mention["doc"] == id) {
            continue;
        }
        let mut telling = Telling::new(publication(document["dct"].as_str().unwrap()), Language::Dutch);
        for (index, sentence) in document["sentences"].as_array().unwrap().iter().enumerate() {
            if index == 1 {
                continue;
            }
            let text = sentence.as_str().unwrap();
            let here = |mention: &&Value| &mention["doc"] == id && mention["sentence"] == index;
            let told = telling.sentence(text);
            for mention in &told {
                let matches = |value: &&Value| overlap(&mention.range, &bytes(text, value));
                let expression = &text[mention.range.clone()];
                let Some(value) = gold.iter().filter(here).find(matches) else {
                    if !shrug.iter().filter(here).any(|value| matches(&value)) {
                        found += 1;
                        eprintln!("FALSE  {expression} | {text}");
                    }
                    continue;
                };
                found += 1;
                right += 1;
                let want = days(&value["earliest"], &value["latest"]);
                let slack = f64::max(1.0, 0.15 * f64::from(want.1 - want.0 + 1));
                let close = |one: i32, other: i32| f64::from((one - other).abs()) <= slack;
                let interval = mention.interval.map(|days| (days.earliest.0, days.latest.0));
                if interval.is_some_and(|days| close(days.0, want.0) && close(days.1, want.1)) {
                    dated += 1;
                } else {
                    let edtf = mention.edtf().unwrap_or_default();
                    eprintln!("WRONG  {expression} {edtf} not {} {} | {text}", value["earliest"], value["latest"]);
                }
                if value["relation"] == mention.relation.name() {
                    related += 1;
                } else {
                    eprintln!("RELATION {expression} {} not {} | {text}", mention.relation.name(), value["relation"]);
                }
            }
            for value in gold.iter().filter(here) {
                let range = bytes(text, value);
                if !told.iter().any(|mention| overlap(&mention.range, &range)) {
                    eprintln!("MISSED {} | {text}", value["text"]);
                }
            }
        }
    }
    eprintln!("wikinews: {found} found, {right} right of {}, {dated} dated right, {related} related right", gold.len());
}

#[test]
fn specs() {
    let Some(data) = data("time-specs-nl") else { return };
    let (mut all, mut right, mut spurious, mut empty) = (0, 0, 0, 0);
    for case in lines(&data.join("time-specs-nl/dev.jsonl")) {
        let text = case["text"].as_str().unwrap();
        let told = mentions(text, publication(case["reference"].as_str().unwrap()), Language::Dutch);
        let wanted = case["expect"].as_array().unwrap();
        for mention in &told {
            if !wanted.iter().any(|value| overlap(&mention.range, &bytes(text, value))) {
                spurious += 1;
                empty += usize::from(wanted.is_empty());
                eprintln!("FALSE  {} | {text}", &text[mention.range.clone()]);
            }
        }
        for value in wanted {
            all += 1;
            let range = bytes(text, value);
            let hit = told.iter().find(|mention| overlap(&mention.range, &range));
            let values = value["values"].as_array().unwrap();
            let interval = hit.and_then(|mention| mention.interval).map(|days| (days.earliest.0, days.latest.0));
            if values.iter().any(|value| Some(days(&value[0], &value[1])) == interval) {
                right += 1;
            } else {
                let got = hit.map_or("missed".into(), |mention| {
                    format!("{}: {}", &text[mention.range.clone()], mention.edtf().unwrap_or_default())
                });
                eprintln!("WRONG  {} {} ({got}) | {text}", value["text"], values[0]);
            }
        }
    }
    eprintln!("specs: {right} of {all} right; {spurious} false, {empty} of them in empty cases");
}
