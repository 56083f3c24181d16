//! A page is made again after its articles have changed.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use super::shards::{articles, tree};
use super::{folder, kroniek};

/// A collection and the page that is made of it, again and again.
struct Again {
    top: PathBuf,
    out: PathBuf,
    fresh: PathBuf,
}

impl Again {
    fn new(name: &str) -> Self {
        let here = folder(name);
        let again = Self { top: here.join("krant"), out: here.join("out"), fresh: here.join("fresh") };
        articles(&again.top);
        again.settle();
        again.build(&again.out, &[]);
        again
    }

    /// Makes all files an hour old: one that was written a moment ago is read again for certain.
    fn settle(&self) {
        let long_ago = SystemTime::now() - Duration::from_secs(3600);
        for path in tree(&self.top).into_keys() {
            let file = File::options().append(true).open(self.top.join(path)).unwrap();
            if file.metadata().unwrap().modified().unwrap() > long_ago + Duration::from_secs(60) {
                file.set_modified(long_ago).unwrap();
            }
        }
    }

    fn build(&self, out: &Path, more: &[&str]) -> String {
        let (top, out) = (self.top.to_str().unwrap(), out.to_str().unwrap());
        let run = kroniek(&[&["build", top, "--chunk", "0", "--out", out], more].concat(), "");
        assert_eq!(run.status, 0, "{}", run.err);
        run.err
    }

    /// Makes it again and from nothing, which have to be the same; `counts` is what is said of how much was read.
    fn check(&self, counts: &str) {
        self.settle();
        let told = self.build(&self.out, &[]);
        let fresh = self.build(&self.fresh, &["--forget"]);
        assert!(told.contains(counts), "{counts}: {told}");
        assert_eq!(without(&told, "as they were"), fresh);
        assert!(!self.fresh.join(".kroniek").exists());
        self.same();
    }

    fn same(&self) {
        assert!(tree(&self.out.join("site")) == tree(&self.fresh.join("site")));
        assert!(fs::read(self.out.join("kroniek.html")).unwrap() == fs::read(self.fresh.join("kroniek.html")).unwrap());
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.top.join(path), text).unwrap();
    }
}

/// A text without the lines that end so.
fn without(text: &str, end: &str) -> String {
    text.lines().filter(|line| !line.ends_with(end)).map(|line| format!("{line}\n")).collect()
}

#[test]
fn only_what_has_changed_is_read() {
    let again = Again::new("again");
    again.check("0 articles read, 68 as they were\n");
    again.write("nieuw.txt", "date 1995-03-02 Een nieuw bericht over de haven.");
    again.check("1 articles read, 68 as they were\n");
    again.write("nieuw.txt", "date 1995-03-02 Een ander bericht over de haven.");
    again.check("1 articles read, 68 as they were\n");
    fs::remove_file(again.top.join("deel 1/07.txt")).unwrap();
    again.check("0 articles read, 68 as they were\n");
    fs::rename(again.top.join("deel 1/04.txt"), again.top.join("deel 1/vier.txt")).unwrap();
    again.check("1 articles read, 67 as they were\n");
    // Another time of change alone: it is read, and is the same.
    let touched = File::options().append(true).open(again.top.join("deel 1/13.txt")).unwrap();
    touched.set_modified(SystemTime::now() - Duration::from_secs(7200)).unwrap();
    again.check("1 articles read, 67 as they were\n");
    // The same size and time as before the last change, and another text, would not be seen: a moment is not enough for that.
    again.write("nieuw.txt", "date 1995-03-02 Een derde bericht over de haven.");
    let told = again.build(&again.out, &[]);
    assert!(told.contains("1 articles read"), "{told}");
    again.write("nieuw.txt", "date 1995-03-02 Een vijfde bericht over de stad.");
    assert!(again.build(&again.out, &[]).contains("1 articles read"));
    again.check("1 articles read, 67 as they were\n");
}

#[test]
fn of_lines_only_those_that_have_changed() {
    let again = Again::new("lines");
    let path = again.top.join("regels.jsonl");
    let old = fs::read_to_string(&path).unwrap();
    let line = "{\"id\":\"nieuw\",\"date\":\"2001-02-03\",\"text\":\"Een regel erbij.\"}\n";
    again.write("regels.jsonl", &format!("{old}{line}"));
    again.check("1 articles read, 68 as they were\n");
    // What stands further down now has another number, which is in some names.
    again.write("regels.jsonl", &format!("{line}{old}"));
    again.check("0 articles read, 69 as they were\n");
    again.write("regels.jsonl", &old.replace("Regel 7", "Geen regel"));
    again.check("1 articles read, 67 as they were\n");
    let undated = "{\"text\":\"Zonder datum.\"}\n";
    again.write("regels.jsonl", &format!("{undated}{old}"));
    again.check("2 articles read, 67 as they were\n");
    // Of a line of which there is something to say it is said again.
    again.write("regels.jsonl", &format!("{undated}{old}{line}"));
    again.check("2 articles read, 68 as they were\n");
    let mut bytes = old.into_bytes();
    bytes.extend(b"{\"text\":\"Oud \xE9\xE9n.\"}\n");
    fs::write(&path, bytes).unwrap();
    again.check("1 articles read, 68 as they were\n");
    again.check("0 articles read, 69 as they were\n");
}

#[test]
fn what_is_damaged_is_made_anew() {
    let again = Again::new("damaged");
    let kept = again.out.join(".kroniek");
    let flip = |path: &Path| {
        let mut bytes = fs::read(path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        // Another file: the site may share this one.
        fs::remove_file(path).unwrap();
        fs::write(path, bytes).unwrap();
    };
    let segment = fs::read_dir(kept.join("segments")).unwrap().next().unwrap().unwrap().path();
    flip(&segment);
    again.check("0 articles read, 68 as they were\n");
    let model = kept.join("model");
    flip(&model);
    again.check("0 articles read, 68 as they were\n");
    let part = fs::read_dir(again.out.join("site/parts")).unwrap().next().unwrap().unwrap().path();
    flip(&part);
    again.check("0 articles read, 68 as they were\n");
    let mut bytes = fs::read(kept.join("articles")).unwrap();
    bytes.truncate(bytes.len() - 9);
    fs::write(kept.join("articles"), bytes).unwrap();
    let told = again.build(&again.out, &[]);
    assert!(told.contains("articles: it was cut short; make it again; everything is read anew\n"), "{told}");
    again.same();
    again.check("0 articles read, 68 as they were\n");
}

#[test]
fn nothing_is_kept_where_it_is_not_worth_it() {
    let again = Again::new("worth");
    assert!(again.out.join(".kroniek/articles").exists());
    again.build(&again.out, &["--forget"]);
    assert!(!again.out.join(".kroniek").exists());
    // All of it travels inside the engine.
    let run = kroniek(&["build", again.top.to_str().unwrap(), "--out", again.out.to_str().unwrap()], "");
    assert_eq!(run.status, 0);
    assert!(!again.out.join(".kroniek").exists());
}

/// What a build has made, without what another one was making.
fn old(out: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let aside = |path: &PathBuf| path.to_str().unwrap().starts_with(".kroniek-");
    tree(out).into_iter().filter(|(path, _)| !aside(path)).collect()
}

#[test]
fn who_is_interrupted_leaves_the_old_page() {
    let again = Again::new("interrupted");
    let before = (old(&again.out), fs::read(again.out.join("kroniek.html")).unwrap());
    let line = |number: usize| {
        let text = "Er was een storm op zee, en in mei 1995 viel de stad. ".repeat(number % 50);
        format!("{{\"date\":\"1995-03-02\",\"text\":\"Bericht {number}. {text}\"}}\n")
    };
    again.write("veel.jsonl", &(0..4000).map(line).collect::<String>());
    let (top, out) = (again.top.to_str().unwrap(), again.out.to_str().unwrap());
    let aside = |name: &str| name.starts_with(".kroniek-");
    let mut seen = 0;
    for wait in [0, 40, 160] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_kroniek"))
            .args(["build", top, "--chunk", "0", "--out", out])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let names = || fs::read_dir(&again.out).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        while !names().any(|name| aside(&name)) && child.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(Duration::from_millis(wait));
        child.kill().unwrap();
        if !child.wait().unwrap().success() {
            seen += 1;
            // What was being made is of no use to anyone; the next build removes it.
            if !cfg!(target_os = "linux") {
                names().filter(|name| aside(name)).for_each(|name| fs::remove_dir_all(again.out.join(name)).unwrap());
            }
            assert!((old(&again.out), fs::read(again.out.join("kroniek.html")).unwrap()) == before, "{wait}");
        } else {
            break;
        }
    }
    assert!(seen > 0);
    again.check("read, 68 as they were\n");
    assert!(!fs::read_dir(&again.out).unwrap().any(|entry| aside(entry.unwrap().file_name().to_str().unwrap())));
}
