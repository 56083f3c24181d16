//! `kroniek annotate`.

use std::fs;

use serde_json::{Value, json};

use super::{SEEDS, folder, has, kroniek, object, objects, slice};

/// Asserts that an annotation has its members and that all its offsets lie in the text, in order.
fn check(text: &str, annotated: &Value) {
    has(annotated, &["blocks", "sentences", "times"]);
    let ranges = |name: &str, range: fn(&Value) -> [Value; 2]| {
        let all: Vec<[u64; 2]> = annotated[name]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| range(item).map(|offset| offset.as_u64().unwrap()))
            .collect();
        assert!(all.windows(2).all(|two| two[0][1] <= two[1][0]), "{name} overlap");
        assert!(all.iter().all(|[start, end]| start < end && *end <= text.encode_utf16().count() as u64));
    };
    ranges("blocks", |block| [block["start"].clone(), block["end"].clone()]);
    ranges("sentences", |sentence| [sentence[0].clone(), sentence[1].clone()]);
    ranges("times", |time| [time["start"].clone(), time["end"].clone()]);
    for block in annotated["blocks"].as_array().unwrap() {
        let kinds = ["title", "heading", "paragraph", "caption", "furniture"];
        assert!(kinds.contains(&block["kind"].as_str().unwrap()));
        assert_eq!(slice(text, &block["start"], &block["end"]).trim().len(), {
            slice(text, &block["start"], &block["end"]).len()
        });
    }
    for time in annotated["times"].as_array().unwrap() {
        has(time, &["text", "start", "end", "earliest", "latest", "edtf", "precision", "relation", "rule"]);
        assert_eq!(slice(text, &time["start"], &time["end"]), time["text"].as_str().unwrap());
        assert!(time["earliest"].as_str() <= time["latest"].as_str());
    }
}

#[test]
fn offsets_count_in_the_whole_file() {
    let mut times = 0;
    for entry in fs::read_dir(SEEDS).unwrap() {
        let path = entry.unwrap().path();
        let annotated = object(&["annotate", path.to_str().unwrap(), "--json"]);
        check(&fs::read_to_string(&path).unwrap(), &annotated);
        times += annotated["times"].as_array().unwrap().len();
    }
    assert!(times > 10);
}

#[test]
fn emoji_and_titles_from_elsewhere_move_no_offset() {
    let folder = folder("annotate-ahead");
    let path = folder.join("2023-03-05 Een 🙂 titel.txt");
    let text = "👩‍👩‍👧 Op 3 maart 2023 viel de 🏙️ stad, die al 𝒳 jaar stond.\n\nSinds 4 maart is zij leeg 🙂.\n";
    fs::write(&path, text).unwrap();
    let annotated = object(&["annotate", path.to_str().unwrap(), "--json"]);
    check(text, &annotated);
    let times: Vec<_> = annotated["times"].as_array().unwrap().iter().map(|time| time["text"].clone()).collect();
    assert_eq!(times, ["3 maart 2023", "4 maart"]);
    assert!(slice(text, &annotated["sentences"][0][0], &annotated["sentences"][0][1]).starts_with("👩‍👩‍👧 Op"));
}

#[test]
fn json_lines_are_articles_and_offsets_count_in_their_text() {
    let folder = folder("annotate-lines");
    let path = folder.join("twee.jsonl");
    let texts = ["🙂 In juli 2022 viel zij.", "Gisteren viel zij niet."];
    let lines = texts.map(|text| json!({"title": "Een titel", "date": "2023-03-05", "text": text}).to_string());
    fs::write(&path, lines.join("\n")).unwrap();
    let annotated = objects(&["annotate", path.to_str().unwrap(), "--json"], "");
    assert_eq!(annotated.len(), 2);
    texts.iter().zip(&annotated).for_each(|(text, annotated)| check(text, annotated));
    assert_eq!(annotated[1]["times"][0]["edtf"], "2023-03-04");
}

#[test]
fn standard_input_takes_the_date_given() {
    for arguments in
        [&["annotate", "-", "--json", "--date", "2023-03"][..], &["annotate", "--json", "--date", "2023-03"]]
    {
        let [annotated] = objects(arguments, "Gisteren viel de stad.").try_into().unwrap();
        let time = &annotated["times"][0];
        assert_eq!(time["edtf"], "[2023-02-28..2023-03-30]");
        assert_eq!((&time["earliest"], &time["latest"]), (&json!("2023-02-28"), &json!("2023-03-30")));
    }
    let own = objects(&["annotate", "--json", "--date", "1990"], "date 2023-03-05 Gisteren viel de stad.");
    assert_eq!(own[0]["times"][0]["edtf"], "2023-03-04");
}

#[test]
fn a_text_may_be_in_either_language() {
    let english = objects(&["annotate", "--json", "--date", "2023-03-05", "--lang", "en"], "It fell yesterday.");
    assert_eq!(english[0]["times"][0]["edtf"], "2023-03-04");
    assert_eq!(kroniek(&["annotate", "--lang", "fr"], "").status, 2);
}

#[test]
fn lines_with_dates_are_read_one_by_one() {
    let input = "Gisteren viel de 🙂 stad\t2023-03-05\n\nGisteren viel zij\nGisteren\t2023-13-01\nSinds 2004\t\n";
    let run = kroniek(&["annotate", "--tsv"], input);
    assert_eq!(run.status, 0);
    assert_eq!(run.err, "line 4: `2023-13-01` is not a date; write it as 2023, 2023-03 or 2023-03-05; kept\n");
    let lines: Vec<Value> = run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 5);
    for (line, annotated) in input.lines().zip(&lines) {
        check(line.split('\t').next().unwrap(), annotated);
    }
    assert_eq!(lines[0]["times"][0]["edtf"], "2023-03-04");
    assert_eq!(lines[1], json!({"blocks": [], "sentences": [], "times": []}));
    for undated in &lines[2..4] {
        let time = &undated["times"][0];
        assert_eq!((&time["earliest"], &time["latest"], &time["edtf"]), (&Value::Null, &Value::Null, &Value::Null));
        assert_eq!((&time["precision"], &time["relation"]), (&json!("day"), &json!("in")));
    }
    assert_eq!(lines[4]["times"][0]["relation"], "since");
}

#[test]
fn people_read_blocks_and_times() {
    let run = kroniek(&["annotate", "--date", "2023-03-05"], "Gisteren viel de stad. Zij stond er lang.\n");
    assert!(
        run.out.contains("  Gisteren viel de stad.\n      Gisteren: 2023-03-04 (day, in, relative-day)\n"),
        "{}",
        run.out
    );
}
