//! The documents say what is: operators, paths, guards and commands that they name are there.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PAPERS: [&str; 4] = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"];

/// The largest picture that a reader has to wait for, in bytes.
const PICTURE: u64 = 200_000;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What stands between two texts.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let rest = text.split_once(start).unwrap_or_else(|| panic!("there is no `{start}`")).1;
    rest.split_once(end).map_or(rest, |(inside, _)| inside)
}

/// What stands between backticks on a line.
fn spans(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// The lines outside fenced code.
fn prose(text: &str) -> String {
    text.split("```").step_by(2).collect()
}

/// The operators in a query: names of fields with their colon, words in capitals, signs.
fn operators(query: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for word in query.split([' ', '(', ')', '"']).filter(|word| !word.is_empty()) {
        if let Some((field, _)) = word.split_once(':') {
            found.insert(format!("{field}:"));
        }
        let word = word.split_once('/').map_or(word, |(operator, _)| operator);
        if word.len() > 1 && word.chars().all(|letter| letter.is_ascii_uppercase()) {
            found.insert(word.to_owned());
        }
        let first = word.chars().next().filter(|sign| matches!(sign, '-' | '=' | '~'));
        let last = word.ends_with('*').then_some('*');
        found.extend(first.into_iter().chain(last).map(String::from));
    }
    found.extend(query.chars().filter(|sign| matches!(sign, '"' | '(')).map(String::from));
    found
}

#[test]
fn every_operator_is_told_of() {
    let source = read("src/query/mod.rs");
    let rows = source.lines().filter_map(|line| line.strip_prefix("//! | `"));
    let wanted: BTreeSet<String> = rows
        .flat_map(|row| {
            spans(&format!("`{}", row.split(" | ").next().unwrap())).flat_map(operators).collect::<Vec<_>>()
        })
        .collect();
    for known in
        ["OF", "OR", "NIET", "NOT", "NABIJ", "NEAR", "-", "\"", "(", "*", "=", "~", "titel:", "title:", "bron:"]
    {
        assert!(wanted.contains(known), "the table in src/query/mod.rs has no {known}");
    }
    let readme = read("README.md");
    let table = between(&readme, "## The query language", "\n## ");
    let told: BTreeSet<String> = table.lines().flat_map(spans).flat_map(operators).collect();
    let missing: Vec<_> = wanted.difference(&told).collect();
    assert!(missing.is_empty(), "README.md does not tell of {missing:?}");

    for texts in ["www/app/texts/nl.js", "www/app/texts/en.js"] {
        let source = read(texts);
        let help = between(&source, "operators: ", "\n    time:");
        // Strings stand in double quotes, or in single ones around double ones; words of the explanation end in a comma or a semicolon.
        let told = operators(&help.replace("[\"", " ").replace([',', ';', '\''], " ").replace("\"]", " "));
        let missing: Vec<_> = wanted.difference(&told).collect();
        assert!(missing.is_empty(), "the help in {texts} does not tell of {missing:?}");
    }
}

/// Whether a span is a path of the project; what is built is not.
fn is_path(span: &str) -> bool {
    const ENDINGS: [&str; 13] =
        ["rs", "mjs", "js", "jsx", "ts", "css", "html", "json", "py", "sh", "yml", "svg", "webmanifest"];
    let plain = span.chars().all(|letter| letter.is_ascii_alphanumeric() || "/._-".contains(letter));
    let built = ["target/", "dist/", "site/", "kroniek.html"].iter().any(|built| span.starts_with(built));
    let ends = span.ends_with('/') || ENDINGS.iter().any(|ending| span.ends_with(&format!(".{ending}")));
    plain && !built && !span.starts_with(['.', '/']) && ends
}

/// Every file below a folder.
fn below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { below(&path) } else { vec![path] }).collect()
}

#[test]
fn every_path_is_there() {
    for paper in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"] {
        for line in prose(&read(paper)).lines() {
            let named: Vec<&str> = spans(line).filter(|span| is_path(span)).collect();
            // A file without a folder is one of the folder at the start of its row; elsewhere any.
            let folder = named.first().filter(|first| line.starts_with("| `") && first.ends_with('/'));
            for path in named.iter().copied() {
                let there = root().join(path).exists()
                    || match folder {
                        Some(folder) => root().join(folder).join(path).exists(),
                        None => {
                            !path.contains('/')
                                && ["src", "www", "tests"]
                                    .iter()
                                    .any(|top| below(&root().join(top)).iter().any(|file| file.ends_with(path)))
                        }
                    };
                assert!(there, "{paper} names {path}, which is not there");
            }
        }
    }
}

#[test]
fn every_folder_has_its_line() {
    let paper = read("ARCHITECTURE.md");
    for folder in ["src", "src/bin", "src/bin/kroniek", "www", "www/app", "tests", "tools"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            let told = match path.is_dir() {
                true => {
                    ["src/bin", "www/app", "tests/proptest-regressions"].contains(&name.as_str())
                        || paper.contains(&format!("`{name}/`"))
                }
                false => !name.ends_with(".rs") || paper.contains(&format!("`{name}`")),
            };
            assert!(told, "ARCHITECTURE.md has no line for {name}");
        }
    }
}

#[test]
fn every_guard_is_a_test() {
    let paper = read("ARCHITECTURE.md");
    let rows = between(&paper, "## What always holds", "\n## ").lines().filter(|line| line.starts_with("| ")).skip(1);
    for row in rows {
        let guards = row.trim_end_matches('|').rsplit(" | ").next().unwrap();
        let mut source = String::new();
        let mut tests = 0;
        for span in spans(guards) {
            if is_path(span) {
                source = read(span);
            } else {
                let defined = [format!("fn {span}("), format!("{span}\""), format!("{span}`")];
                let there = defined.iter().any(|test| source.contains(test));
                assert!(there, "ARCHITECTURE.md names a test that is not there: {span}");
                tests += 1;
            }
        }
        assert!(tests > 0, "this has no guard: {row}");
    }
}

#[test]
fn every_link_leads_somewhere() {
    for paper in PAPERS {
        for target in prose(&read(paper)).split("](").skip(1).map(|rest| rest.split(')').next().unwrap().to_owned()) {
            let there = target.starts_with("https://") || root().join(&target).exists();
            assert!(there, "{paper} links to {target}, which is not there");
        }
    }
    let picture = fs::metadata(root().join("docs/kroniek.png")).unwrap().len();
    assert!(picture < PICTURE, "the picture has {picture} bytes, at most {PICTURE}");
}

/// What a command says of itself.
fn help(command: &str) -> String {
    let said = Command::new(env!("CARGO_BIN_EXE_kroniek")).args([command, "--help"]).output().unwrap();
    assert!(said.status.success(), "there is no command kroniek {command}");
    String::from_utf8(said.stdout).unwrap()
}

#[test]
fn every_command_is_there() {
    let build = read("build.sh");
    let usage: String = build.lines().take_while(|line| line.starts_with('#')).collect();
    let mut known = BTreeSet::new();
    for paper in ["README.md", "CONTRIBUTING.md"] {
        let text = read(paper);
        let inline = text.lines().flat_map(spans);
        for command in text.lines().chain(inline).map(str::trim) {
            let words: Vec<&str> = command.split('#').next().unwrap().split_whitespace().collect();
            let options = words.iter().filter(|word| word.starts_with("--") && **word != "--help");
            match words.as_slice() {
                ["./build.sh", rest @ ..] => {
                    let task = rest.first().filter(|word| word.chars().all(|letter| letter.is_ascii_lowercase()));
                    for word in task.into_iter().chain(options) {
                        assert!(usage.contains(word), "build.sh does not know {word} of: {command}");
                    }
                }
                ["kroniek", name, ..] if name.chars().all(|letter| letter.is_ascii_lowercase()) => {
                    let said = help(name);
                    for option in options {
                        assert!(said.contains(option), "kroniek {name} does not know {option} of: {command}");
                    }
                    known.insert((*name).to_owned());
                }
                _ => {}
            }
        }
    }
    let said = Command::new(env!("CARGO_BIN_EXE_kroniek")).arg("--help").output().unwrap();
    let said = String::from_utf8(said.stdout).unwrap();
    let commands = between(&said, "Commands:\n", "\n\n").lines().filter_map(|line| line.split_whitespace().next());
    for command in commands.filter(|command| *command != "help") {
        assert!(known.contains(command), "README.md does not tell of kroniek {command}");
    }
}
