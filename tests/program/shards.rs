//! A collection that several machines read, and one machine puts together.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use super::{folder, kroniek};

/// Articles over some years, in files of one and of many, with twins and names that are there twice; so many bytes that their archive is in parts
/// with `--chunk 0`.
pub(crate) fn articles(top: &Path) {
    for number in 0..40 {
        let mut text = format!(
            "date {}-{:02} Bericht {number}\n\nHet schip ligt in de haven. ",
            1990 + number % 7,
            1 + number % 12
        );
        for sentence in 0..number % 11 {
            write!(text, "In mei {} viel stad {sentence}. ", 1990 + number % 5).unwrap();
        }
        let inner = top.join(format!("deel {}", number % 3));
        fs::create_dir_all(&inner).unwrap();
        fs::write(inner.join(format!("{number:02}.txt")), &text).unwrap();
        if number % 10 == 0 {
            fs::write(inner.join(format!("{number:02} nog eens.txt")), &text).unwrap();
            fs::write(inner.join(format!("{number:02}.md")), text + "En meer.").unwrap();
        }
    }
    let lines = |day: usize| {
        format!("{{\"id\":\"a\",\"date\":\"2001-01-{day:02}\",\"text\":\"Regel {day} over de vrede.\"}}\n")
    };
    fs::write(top.join("regels.jsonl"), (1..20).map(lines).collect::<String>() + "geen json\n").unwrap();
    fs::write(top.join("oud.txt"), b"date 1999 Dit is \xE9\xE9n zin.").unwrap();
    fs::write(top.join("leeg.txt"), "").unwrap();
    fs::write(top.join("beeld.png"), "x").unwrap();
}

/// Every file below a folder, by its path there, with its bytes.
pub(crate) fn tree(top: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let (mut files, mut waiting) = (BTreeMap::new(), vec![top.to_owned()]);
    while let Some(folder) = waiting.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                waiting.push(path);
            } else {
                files.insert(path.strip_prefix(top).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    files
}

/// Runs the program; what it says on standard error, which has to end so.
fn run(arguments: &[&str], status: i32) -> String {
    let run = kroniek(arguments, "");
    assert_eq!(run.status, status, "{arguments:?}: {}", run.err);
    run.err
}

/// Indexes some parts of a collection; gives the shard.
fn index(top: &Path, shard: &str, parts: &[&str]) -> String {
    let out = top.with_file_name(format!("{}.kroniek", shard.replace('/', "-of-")));
    let paths: Vec<String> = parts.iter().map(|part| top.join(part).to_str().unwrap().to_owned()).collect();
    let mut arguments =
        vec!["index", "--shard", shard, "--within", top.to_str().unwrap(), "--out", out.to_str().unwrap()];
    arguments.extend(paths.iter().map(String::as_str));
    run(&arguments, 0);
    out.to_str().unwrap().to_owned()
}

#[test]
fn shards_give_what_one_machine_gives() {
    let here = folder("shards");
    let top = here.join("krant");
    articles(&top);
    let (top_name, single, many) = (top.to_str().unwrap(), here.join("single"), here.join("many"));
    let told = run(&["build", top_name, "--forget", "--chunk", "0", "--out", single.to_str().unwrap()], 0);
    assert!(told.contains("the same text as") && told.contains("is named"), "{told}");
    let three = [
        index(&top, "1/3", &["deel 2", "regels.jsonl"]),
        index(&top, "2/3", &["deel 0", "beeld.png", "leeg.txt"]),
        index(&top, "3/3", &["oud.txt", "deel 1"]),
    ];
    let one = index(&top, "1/1", &["."]);
    for shards in [vec![&three[2], &three[0], &three[1]], vec![&one]] {
        let mut arguments = vec!["merge", "--chunk", "0", "--out", many.to_str().unwrap()];
        arguments.extend(shards.iter().map(|shard| shard.as_str()));
        assert_eq!(run(&arguments, 0), told);
        assert!(tree(&single) == tree(&many));
    }
    let strict = run(&["merge", &one, "--strict", "--out", here.join("strict").to_str().unwrap()], 1);
    assert!(strict.contains("--strict") && !here.join("strict").exists(), "{strict}");
}

#[test]
fn shards_that_do_not_belong_together_are_told() {
    let here = folder("shards that do not");
    let top = here.join("krant");
    articles(&top);
    let (one, two) = (index(&top, "1/3", &["deel 0"]), index(&top, "2/3", &["deel 1"]));
    let three = index(&top, "3/3", &["deel 2"]);
    let other = index(&top, "3/4", &["deel 2"]);
    let (cut, changed, foreign) = (here.join("cut"), here.join("changed"), here.join("foreign"));
    let bytes = fs::read(&three).unwrap();
    fs::write(&cut, &bytes[..bytes.len() - 100]).unwrap();
    fs::write(&foreign, "een brief").unwrap();
    let mut flipped = bytes.clone();
    flipped[bytes.len() / 2] ^= 1;
    fs::write(&changed, flipped).unwrap();
    let mut later = bytes.clone();
    later[20] ^= 1;
    fs::write(here.join("later"), later).unwrap();
    let out = here.join("out");
    let check = |files: &[&str], reason: &str| {
        let told = run(&[&["merge", "--out", out.to_str().unwrap()], files].concat(), 1);
        assert!(told.contains(reason), "{told}");
        assert!(!out.exists());
    };
    check(&[&one, &three], "shard 2/3 is missing; make it with `kroniek index PART --shard 2/3`");
    check(&[&one, &two, &three, &two], "are both shard 2 of 3");
    check(&[&one, &two, &other], "they are of different collections");
    check(&[&one, &two, cut.to_str().unwrap()], "cut: it was cut short");
    check(&[&one, &two, changed.to_str().unwrap()], "it was changed or damaged; make it again");
    check(&[&one, &two, here.join("later").to_str().unwrap()], "later: it was made by another version");
    check(&[&one, &two, foreign.to_str().unwrap()], "foreign: it is no file that `kroniek index` made");
    check(&["nowhere"], "nowhere: it cannot be read");
}

#[test]
fn wrong_shares_are_wrong_usage() {
    for share in ["0/3", "4/3", "een", "1", "1/x"] {
        let told = run(&["index", ".", "--shard", share], 2);
        assert!(told.contains("3/8"), "{told}");
    }
}
