//! Fuzzing: real inputs, changed in ways that keep much of their structure, for as long as one likes.
//!
//! Each test goes on for `KRONIEK_FUZZ_SECONDS`, two where that is not set; `./build.sh fuzz` runs them for an hour. What it tries is chosen by random
//! bytes, of which those of the last case are kept in `target/tmp/fuzz/`, under the name of the test, so that a case that ends the
//! process can be tried again: `KRONIEK_FUZZ_CASE=FILE cargo test --test fuzz NAME`. `fuzz/` has the same properties, guided by coverage.

#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr, reason = "a test may fail and say why")]

mod bounds;
mod properties;

use std::time::Duration;

use arbitrary::{Result, Unstructured};
use arbtest::arbtest;

#[global_allocator]
static HEAP: bounds::Counting = bounds::Counting;

/// Bytes that choose a case. With fewer, a case is short and easily read; with more, many changes at once hide each other.
const CHOICES: u32 = 1 << 10;

fn fuzz(name: &str, property: fn(&mut Unstructured<'_>) -> Result<()>) {
    if let Ok(file) = std::env::var("KRONIEK_FUZZ_CASE") {
        let choices = std::fs::read(file).unwrap();
        let _ = bounds::watched(name, &choices, || property(&mut Unstructured::new(&choices)));
        return;
    }
    let seconds = std::env::var("KRONIEK_FUZZ_SECONDS").map_or(2, |seconds| seconds.parse().unwrap());
    let mut cases = 0;
    arbtest(|choices| {
        cases += 1;
        let known = choices.peek_bytes(choices.len()).unwrap_or_default().to_vec();
        bounds::watched(name, &known, || property(choices))
    })
    .size_max(CHOICES)
    .budget(Duration::from_secs(seconds))
    .run();
    println!("{name}: {cases} cases");
}

#[test]
fn files() {
    fuzz("files", properties::files);
}

#[test]
fn collections() {
    fuzz("collections", properties::collections);
}

#[test]
fn queries() {
    fuzz("queries", properties::queries);
}

#[test]
fn slow_queries_are_slow_no_more() {
    // What is made once is made before it is watched.
    properties::ask_largest("");
    for query in properties::slow_ones() {
        bounds::watched("slow_queries", query.as_bytes(), || properties::ask_largest(&query));
    }
}

#[test]
fn archives() {
    fuzz("archives", properties::archives);
}

#[test]
fn fetched() {
    fuzz("fetched", properties::fetched);
}
