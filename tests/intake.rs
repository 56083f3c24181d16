//! The program reads folders: what it walks, what it leaves out.

#![cfg(unix)]
#![allow(clippy::unwrap_used)]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;

use expect_test::{Expect, expect};

#[path = "../src/bin/kroniek/intake.rs"]
mod intake;
#[path = "../src/bin/kroniek/parallel.rs"]
mod parallel;

/// An empty folder of its own for a test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("intake").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn check(folders: &[PathBuf], expected: Expect) {
    let shown = match intake::read(folders, None, &|_, _| {}) {
        Ok((documents, notices)) => {
            let names = documents.iter().map(|document| document.name.clone());
            names.chain(notices.iter().map(|notice| format!("! {notice}"))).collect::<Vec<_>>().join("\n")
        }
        Err(error) => format!("error: {error:#}"),
    };
    expected.assert_eq(&shown.replace(env!("CARGO_TARGET_TMPDIR"), "TMP"));
}

fn article(day: u8) -> String {
    format!("date 2023-03-{day:02} De zin van dag {day}. Nog een zin.")
}

#[test]
fn folders_are_walked() {
    let top = folder("walk");
    fs::create_dir_all(top.join("b/c")).unwrap();
    fs::create_dir_all(top.join(".git")).unwrap();
    fs::write(top.join("a.txt"), article(1)).unwrap();
    fs::write(top.join("b/c/d.txt"), article(2)).unwrap();
    fs::write(top.join(".git/e.txt"), article(3)).unwrap();
    fs::write(top.join("f.bin"), [0, 1]).unwrap();
    symlink(&top, top.join("b/round")).unwrap();
    symlink("b", top.join("c")).unwrap();
    symlink("self", top.join("self")).unwrap();
    symlink("nothing", top.join("gone.txt")).unwrap();
    check(
        &[top],
        expect![[r#"
        a
        b/c/d
        ! *.bin: 1 file not read for the ending; .txt, .md and .jsonl are, also .gz; left out
        ! b/round: a symbolic link to a folder that it is in; remove the link; left out
        ! c: a symbolic link to a folder that was read already; remove one; left out
        ! gone.txt: a symbolic link to nothing; remove it; left out
        ! self: a symbolic link that leads round in a loop; remove it; left out"#]],
    );
}

#[test]
fn two_folders_and_a_file() {
    let (one, two) = (folder("one"), folder("two"));
    fs::write(one.join("a.txt"), article(1)).unwrap();
    fs::write(two.join("a.txt"), article(2)).unwrap();
    fs::write(two.join("b.txt"), article(1)).unwrap();
    check(
        &[one.clone(), two.clone()],
        expect![[r#"
        a
        a.txt
        ! a.txt: another document is named a too; this one is named a.txt; kept
        ! b.txt: the same text as a; delete one; left out"#]],
    );
    check(&[one.join("a.txt")], expect!["a"]);
}

#[test]
fn a_file_too_large_is_not_read() {
    let top = folder("large");
    fs::write(top.join("a.txt"), article(1)).unwrap();
    fs::File::create(top.join("large.txt")).unwrap().set_len(200_000_000).unwrap();
    check(
        &[top],
        expect![[r#"
        a
        ! large.txt: larger than 16 MB, which no article is; split it, or write its articles as JSON Lines; left out"#]],
    );
}

#[test]
fn nothing_to_read() {
    let top = folder("nothing");
    check(
        std::slice::from_ref(&top),
        expect!["error: there is no article in TMP/intake/nothing; put .txt, .md or .jsonl files there"],
    );
    fs::write(top.join("a.txt"), "").unwrap();
    check(
        std::slice::from_ref(&top),
        expect![[r#"
        error: there is no article in TMP/intake/nothing; put .txt, .md or .jsonl files there
        a.txt: it is empty; left out"#]],
    );
    check(
        &[top.join("missing")],
        expect![
            "error: TMP/intake/nothing/missing cannot be read; is its name right?: No such file or directory (os error 2)"
        ],
    );
}
