//! The program reads folders: what it walks, what it leaves out.

#![cfg(unix)]
#![allow(clippy::unwrap_used)]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use expect_test::{Expect, expect};

#[path = "../src/bin/kroniek/intake.rs"]
mod intake;
#[path = "../src/bin/kroniek/parallel.rs"]
mod parallel;
#[path = "../src/bin/kroniek/said.rs"]
mod said;
#[path = "../src/bin/kroniek/walk.rs"]
mod walk;

use kroniek::sheaf::{Binding, Gathering};

/// An empty folder of its own for a test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("intake").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn gather(folders: &[PathBuf], within: Option<&Path>) -> anyhow::Result<Gathering> {
    let mut binding = Binding::new(Box::new(Vec::new()))?;
    intake::read(walk::Listing::of(folders, within)?, &mut binding, None, &|_| ())?;
    intake::gather(vec![binding.finish(None)?], u64::MAX, folders)
}

fn check(folders: &[PathBuf], expected: Expect) {
    check_within(folders, None, expected);
}

fn check_within(folders: &[PathBuf], within: Option<&Path>, expected: Expect) {
    let shown = match gather(folders, within) {
        Ok(gathering) => {
            let articles = gathering.segments.iter().flat_map(|segment| &segment.articles);
            let names = articles.map(|placed| placed.name.to_string());
            names.chain(gathering.notices.iter().map(|notice| format!("! {notice}"))).collect::<Vec<_>>().join("\n")
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
        ! a.txt: another document is named `a` too; this one is named `a.txt`; kept
        ! b.txt: the same text as `a`; delete one; left out"#]],
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

#[test]
fn names_within_a_folder_that_has_them_all() {
    let top = folder("within");
    fs::create_dir_all(top.join("b/c")).unwrap();
    fs::write(top.join("a.txt"), article(1)).unwrap();
    fs::write(top.join("b/c/d.txt"), article(2)).unwrap();
    let parts = [top.join("b"), top.join("a.txt")];
    check_within(
        &parts,
        Some(&top),
        expect![[r#"
        a
        b/c/d"#]],
    );
    check_within(
        &parts[1..],
        Some(&top.join("b")),
        expect!["error: TMP/intake/within/a.txt is not in TMP/intake/within/b"],
    );
}

/// What is damaged after some of its articles were read is left out with them.
#[test]
fn a_damaged_file_leaves_nothing_behind() {
    let top = folder("damaged");
    let mut lines = Vec::new();
    for number in 0..20_000 {
        let text = format!("Zin {number} van {}.", number * 7919);
        lines.extend(format!("{{\"date\":\"2023-03-05\",\"text\":\"{text}\"}}\n").into_bytes());
    }
    let mut packed = vec![0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255];
    packed.extend(miniz_oxide::deflate::compress_to_vec(&lines, 6));
    packed.extend([1, 2, 3, 4, 5, 6, 7, 8]);
    fs::write(top.join("b.jsonl.gz"), packed).unwrap();
    fs::write(top.join("a.txt"), article(1)).unwrap();
    check(
        &[top],
        expect![[r#"
        a
        ! b.jsonl.gz: it does not agree with its own checksum; copy or download it again; left out"#]],
    );
}
