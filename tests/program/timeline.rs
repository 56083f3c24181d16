//! `kroniek timeline`.

use std::fs;

use serde_json::Value;

use super::{SEEDS, has, kroniek, object, slice};

fn ask(options: &[&str]) -> Value {
    object(&[&["timeline", SEEDS, "--json"], options].concat())
}

fn sum(answer: &Value, lane: &str) -> f64 {
    answer["bins"].as_array().unwrap().iter().map(|bin| bin[lane].as_f64().unwrap()).sum()
}

#[test]
fn bins_add_up() {
    let answer = ask(&[]);
    has(&answer, &["bins", "moments"]);
    let bins = answer["bins"].as_array().unwrap();
    has(&bins[0], &["earliest", "latest", "published", "mentioned"]);
    assert!(bins.windows(2).all(|two| two[0]["latest"].as_str().unwrap() < two[1]["earliest"].as_str().unwrap()));
    assert!((sum(&answer, "published") - 5.0).abs() < 1e-6);
    let mentioned = sum(&answer, "mentioned");
    assert!(mentioned > 5.0 && (mentioned - mentioned.round()).abs() < 1e-6, "{mentioned}");
}

#[test]
fn a_query_narrows() {
    let answer = object(&["timeline", SEEDS, "-=leger", "--json"]);
    assert!((sum(&answer, "published") - 1.0).abs() < 1e-6);
    assert!(sum(&answer, "mentioned") < sum(&ask(&[]), "mentioned"));
}

#[test]
fn moments_are_told_verbatim() {
    let answer = ask(&["--moments", "4"]);
    let moments = answer["moments"].as_array().unwrap();
    assert_eq!(moments.len(), 4);
    for moment in moments {
        has(moment, &["earliest", "latest", "edtf", "mentions", "documents", "sentence", "document", "start", "end"]);
        assert!(moment["documents"].as_array().unwrap().contains(&moment["document"]));
        let file = fs::read_to_string(format!("{SEEDS}/{}.txt", moment["document"].as_str().unwrap())).unwrap();
        assert_eq!(slice(&file, &moment["start"], &moment["end"]), moment["sentence"].as_str().unwrap());
    }
    assert!(ask(&["--moments", "0"])["moments"].as_array().unwrap().is_empty());
}

#[test]
fn from_and_until_are_the_first_and_the_last_day() {
    // Bins are whole weeks or months, so the first may begin before the first day.
    let check = |options: &[&str], first: &str, last: &str| {
        let answer = ask(options);
        let bins = answer["bins"].as_array().unwrap();
        let day = |bin: &Value, end: &str| bin[end].as_str().unwrap().to_owned();
        let (earliest, latest) = (&bins[0], &bins[bins.len() - 1]);
        assert!(first.is_empty() || *day(earliest, "earliest") <= *first && *first <= *day(earliest, "latest"));
        assert!(last.is_empty() || *day(latest, "earliest") <= *last && *last <= *day(latest, "latest"));
        for moment in answer["moments"].as_array().unwrap() {
            assert!(first.is_empty() || *first <= *moment["earliest"].as_str().unwrap());
            assert!(last.is_empty() || *moment["latest"].as_str().unwrap() <= *last);
        }
    };
    check(&["--from", "2022-06", "--until", "2022"], "2022-06-01", "2022-12-31");
    check(&["--from", "2023-02-03", "--until", "2023-02-05"], "2023-02-03", "2023-02-05");
    check(&["--from", "2023-03"], "2023-03-01", "");
    check(&["--until", "2022"], "", "2022-12-31");
    check(&["--from", "2030"], "2030-01-01", "");
}

#[test]
fn dates_that_are_none_are_wrong_usage() {
    for options in [&["--from", "2023-13"][..], &["--until", "maart"], &["--from", "2023", "--until", "2022"]] {
        let run = kroniek(&[&["timeline", SEEDS], options].concat(), "");
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{options:?}: {}", run.err);
    }
}

#[test]
fn people_read_a_table() {
    let run = kroniek(&["timeline", SEEDS, "--from", "2022-10", "--until", "2023-03", "--moments", "1"], "");
    let rows: Vec<&str> = run.out.lines().collect();
    assert_eq!(rows[0], "5 articles");
    assert!(run.out.contains("\n2022-10-03 2022-10-09       0.2 █"), "{}", run.out);
    assert!(run.out.contains("in 1 article\n"), "{}", run.out);
}
