//! How well times are found and dated, on what was dated by hand, and how fast. Wants `KRONIEK_DATA`: the folder with the
//! data. `./build.sh bench` prints what it measures; what is wrong is printed with `KRONIEK_SHOW` set.

#![allow(clippy::unwrap_used, clippy::print_stderr, clippy::print_stdout, reason = "a test may fail and say why")]

use std::io::Read as _;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use kroniek::document::Publication;
use kroniek::text::{Language, sentences};
use kroniek::time::{Day, Mention, Rule, Telling, mentions, publication};
use serde_json::Value;

/// A file or folder of the data; says in a line what is left out without it.
fn data(what: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("KRONIEK_DATA").map(PathBuf::from);
    let found = folder.and_then(|folder| {
        ["", "data", "corpora"].iter().map(|inside| folder.join(inside).join(what)).find(|path| path.exists())
    });
    if found.is_none() {
        eprintln!("KRONIEK_DATA has no {what}: not measured");
    }
    found
}

/// Prints what is wrong, if it is asked for.
macro_rules! show {
    ($($argument:tt)*) => {
        if std::env::var_os("KRONIEK_SHOW").is_some() {
            println!($($argument)*);
        }
    };
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
    let gold = lines(&data.join("times.dev.jsonl"));
    let shrug = lines(&data.join("times.borderline.dev.jsonl"));
    let (mut found, mut right, mut dated, mut related) = (0, 0, 0, 0);
    for document in lines(&data.join("docs.jsonl")) {
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
                        show!("FALSE  {expression} | {text}");
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
                    show!("WRONG  {expression} {edtf} not {} {} | {text}", value["earliest"], value["latest"]);
                }
                if value["relation"] == mention.relation.name() {
                    related += 1;
                } else {
                    show!("RELATION {expression} {} not {} | {text}", mention.relation.name(), value["relation"]);
                }
            }
            for value in gold.iter().filter(here) {
                let range = bytes(text, value);
                if !told.iter().any(|mention| overlap(&mention.range, &range)) {
                    show!("MISSED {} | {text}", value["text"]);
                }
            }
        }
    }
    println!("wikinews: {found} found, {right} right of {}, {dated} dated right, {related} related right", gold.len());
}

#[test]
fn specs() {
    let Some(data) = data("time-specs-nl") else { return };
    let (mut all, mut right, mut spurious, mut empty) = (0, 0, 0, 0);
    for case in lines(&data.join("dev.jsonl")) {
        let text = case["text"].as_str().unwrap();
        let told = mentions(text, publication(case["reference"].as_str().unwrap()), Language::Dutch);
        let wanted = case["expect"].as_array().unwrap();
        for mention in &told {
            if !wanted.iter().any(|value| overlap(&mention.range, &bytes(text, value))) {
                spurious += 1;
                empty += usize::from(wanted.is_empty());
                show!("FALSE  {} | {text}", &text[mention.range.clone()]);
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
                show!("WRONG  {} {} ({got}) | {text}", value["text"], values[0]);
            }
        }
    }
    println!("specs: {right} of {all} right; {spurious} false, {empty} of them in empty cases");
}

/// How often a collection is read: the fastest counts, since another program may have had the processor meanwhile.
const TIMES: usize = 3;

/// Reads sentences as one text after another; gives the mentions and prints the speed.
fn timed(name: &str, texts: &[(Vec<&str>, Option<Publication>)]) -> Vec<Vec<Vec<Mention>>> {
    let bytes: usize = texts.iter().flat_map(|(sentences, _)| sentences).map(|sentence| sentence.len()).sum();
    let read = |(sentences, published): &(Vec<&str>, Option<Publication>)| {
        let mut telling = Telling::new(*published, Language::Dutch);
        sentences.iter().map(|sentence| telling.sentence(sentence)).collect::<Vec<_>>()
    };
    let mut told = Vec::new();
    let mut seconds = f64::MAX;
    for _ in 0..TIMES {
        let start = Instant::now();
        told = texts.iter().map(read).collect();
        seconds = seconds.min(start.elapsed().as_secs_f64());
    }
    let speed = bytes as f64 / seconds / 1e6;
    let count: usize = told.iter().flatten().map(Vec::len).sum();
    println!("{name}: {count} times in {:.1} MB, {speed:.0} MB/s on one core", bytes as f64 / 1e6);
    told
}

#[test]
fn speed() {
    let Some(data) = data("wikinews-nl") else { return };
    let documents = lines(&data.join("docs.jsonl"));
    let texts: Vec<(Vec<&str>, Option<Publication>)> = documents
        .iter()
        .map(|document| {
            let sentences = document["sentences"].as_array().unwrap().iter().map(|text| text.as_str().unwrap());
            (sentences.collect(), publication(document["dct"].as_str().unwrap()))
        })
        .collect();
    // So small that it is read many times.
    let texts: Vec<_> = texts.iter().cycle().take(20 * texts.len()).cloned().collect();
    timed("wikinews, 20 times over", &texts);
}

/// Dates written as they were. The sample is every nth of those in an old writing.
#[test]
fn missives() {
    let Some(path) = data("generale-missiven.jsonl.gz") else { return };
    let mut text = String::new();
    let mut child =
        Command::new("gzip").arg("-dc").arg(path).stdout(Stdio::piped()).spawn().expect("gzip to unpack with");
    child.stdout.take().unwrap().read_to_string(&mut text).unwrap();
    child.wait().unwrap();
    let pages: Vec<(String, Option<Publication>)> = text
        .lines()
        .map(|line| {
            let page: Value = serde_json::from_str(line).unwrap();
            (page["text"].as_str().unwrap().to_owned(), page["date"].as_str().and_then(publication))
        })
        .collect();
    let texts: Vec<(Vec<&str>, Option<Publication>)> = pages
        .iter()
        .map(|(text, published)| {
            (sentences(text, Language::Dutch).into_iter().map(|range| &text[range]).collect(), *published)
        })
        .collect();
    let told = timed("missives", &texts);
    let mut rules = [0; Rule::ALL.len()];
    let mut early = Vec::new();
    for ((sentences, published), page) in texts.iter().zip(&told) {
        for (sentence, mentions) in sentences.iter().zip(page) {
            for mention in mentions {
                rules[mention.rule as usize] += 1;
                if is_early(&sentence[mention.range.clone()]) {
                    early.push((sentence, published, mention));
                }
            }
        }
    }
    let rules = Rule::ALL.iter().zip(rules).filter(|(_, count)| *count > 0);
    let rules: Vec<String> = rules.map(|(rule, count)| format!("{} {count}", rule.name())).collect();
    println!("missives by rule: {}", rules.join(", "));
    println!("missives: {} in a writing of their time; a sample of 50:", early.len());
    for (sentence, published, mention) in early.iter().step_by((early.len() / 50).max(1)).take(50) {
        let Range { start, end } = mention.range;
        let from = sentence[..start].char_indices().rev().nth(40).map_or(0, |(at, _)| at);
        let to = sentence[end..].char_indices().nth(20).map_or(sentence.len(), |(at, _)| end + at);
        let line = format!("{}[{}]{}", &sentence[from..start], &sentence[start..end], &sentence[end..to]);
        let written = published.map_or("undated".into(), |date| date.interval.edtf());
        println!("  {written} {} {}", mention.edtf().unwrap_or("?".into()), line.replace('\n', " "));
    }
}

/// Whether a date is written as nobody writes it now.
fn is_early(expression: &str) -> bool {
    let folded = expression.to_lowercase();
    let words = [
        "ij",
        "primo",
        "ultimo",
        "passat",
        "passad",
        "deser",
        "dezer",
        "october",
        "maert",
        "meert",
        "mey",
        "may",
        "july",
        "juny",
        "januar",
        "februar",
        "august",
        "ber",
        "jaer",
        "jare",
        "stanti",
        "verleden",
        "voorleden",
        "ary",
    ];
    let modern = ["januari", "februari", "augustus", "september", "oktober", "november", "december"];
    folded.split(|c: char| !c.is_alphanumeric()).any(|word| {
        !modern.contains(&word)
            && (words.iter().any(|early| word.contains(early))
                || word
                    .strip_suffix("en")
                    .is_some_and(|day| day.bytes().all(|byte| byte.is_ascii_digit()) && !day.is_empty()))
    })
}
