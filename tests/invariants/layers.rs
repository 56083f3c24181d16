//! Which file may name what.

use std::fs;
use std::path::Path;

use super::{files, root};

/// Asserts that no file has any of these words, outside its comments and the tests at its end.
fn check(folder: &str, endings: &[&str], words: &[&str], allowed: impl Fn(&Path) -> bool) {
    let paths = files(&root().join(folder), endings);
    let mut read = 0;
    for path in paths.iter().filter(|path| !allowed(path)) {
        let text = fs::read_to_string(path).unwrap();
        for (number, line) in code(&text).iter().enumerate() {
            let found = words.iter().find(|word| line.contains(*word));
            assert!(found.is_none(), "{}, line {}: {}", path.display(), number + 1, found.unwrap());
        }
        read += 1;
    }
    assert!(read > 0);
}

/// The lines of a file, without comments at their end, up to its tests.
fn code(text: &str) -> Vec<&str> {
    let lines = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
    lines.map(|line| line.split_once("// ").map_or(line, |(code, _)| code)).collect()
}

#[test]
fn only_one_file_knows_javascript() {
    let words = ["JsValue", "wasm_bindgen", "js_sys", "web_sys", "gloo"];
    check("src", &["rs"], &words, |path| path.ends_with("wasm.rs"));
}

#[test]
fn only_the_program_reads_writes_and_asks() {
    let words = [
        "std::fs",
        "std::io",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "File::",
        "stdin()",
        "println!",
        "print!(",
        "dbg!",
    ];
    check("src", &["rs"], &words, |path| path.starts_with(root().join("src/bin")));
}

#[test]
fn the_library_knows_no_clock_and_no_chance() {
    let words = ["std::time", "Instant", "SystemTime", "rand::", "RandomState", "thread_rng"];
    check("src", &["rs"], &words, |path| path.starts_with(root().join("src/bin")));
}

#[test]
fn functions_that_differ_between_platforms_stay_out() {
    let words = [".ln()", ".log10()", ".log2()", ".exp()", ".powf(", ".sin(", ".cos(", "f64::ln"];
    check("src", &["rs"], &words, |path| path.starts_with(root().join("src/bin")));
}

#[test]
fn text_reaches_the_page_as_text() {
    let words = [
        "innerHTML",
        "outerHTML",
        "dangerouslySetInnerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "setHTMLUnsafe",
        "setHTML(",
        "parseFromString",
        "createContextualFragment",
        "srcdoc",
    ];
    check("www/app", &["js", "jsx"], &words, |_| false);
    check("www", &["js", "html"], &words, |path| path.starts_with(root().join("www/app")));
}
