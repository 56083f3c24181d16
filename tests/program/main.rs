//! The program as it is used: what it prints, where, and how it exits.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod again;
mod annotate;
mod compound;
mod concordance;
mod files;
mod search;
mod shards;
mod spelling;
mod timeline;

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");

/// What a run of the program left.
struct Run {
    status: i32,
    out: String,
    err: String,
}

/// Runs the program with these arguments and this standard input.
fn kroniek(arguments: &[&str], input: impl AsRef<[u8]>) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kroniek"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not read its input closes it, which is no error of the test.
    let _ = child.stdin.take().unwrap().write_all(input.as_ref());
    let output = child.wait_with_output().unwrap();
    Run {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The JSON objects of a run that went well, one a line.
fn objects(arguments: &[&str], input: impl AsRef<[u8]>) -> Vec<Value> {
    let run = kroniek(arguments, input);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{arguments:?}");
    assert!(run.out.ends_with('\n'));
    run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The one JSON object of a run that went well.
fn object(arguments: &[&str]) -> Value {
    let [object] = objects(arguments, "").try_into().unwrap();
    object
}

/// An empty folder of its own for a test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("program").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The part of a text between two offsets in UTF-16 code units.
fn slice(text: &str, start: &Value, end: &Value) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16(&units[start.as_u64().unwrap() as usize..end.as_u64().unwrap() as usize]).unwrap()
}

/// The names of an object's members.
fn members(object: &Value) -> Vec<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

/// Asserts that an object has these members.
fn has(object: &Value, names: &[&str]) {
    let there = members(object);
    assert!(names.iter().all(|name| there.contains(name)), "{names:?} in {there:?}");
}
