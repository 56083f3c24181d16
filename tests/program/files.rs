//! Files, archives, exit statuses.

use std::fs;
use std::io::Read as _;
use std::process::{Command, Stdio};

use kroniek::archive::{Card, write};
use kroniek::ingest::Intake;
use kroniek::text::Language;

use super::{SEEDS, folder, kroniek, object};

/// The archive of the seeds.
fn archive() -> Vec<u8> {
    let mut intake = Intake::new(None);
    for entry in fs::read_dir(SEEDS).unwrap() {
        let path = entry.unwrap().path();
        intake.add(path.file_name().unwrap().to_str().unwrap(), &fs::read(&path).unwrap());
    }
    let card = Card { title: "seeds".to_owned(), language: Language::Dutch };
    write(&card, &intake.finish().0, &mut |_| ()).unwrap()
}

#[test]
fn a_corpus_is_a_folder_or_an_archive_or_an_engine_with_one() {
    let folder = folder("archive");
    let (archive, file, engine) = (archive(), folder.join("seeds.kroniek"), folder.join("engine.wasm"));
    fs::write(&file, &archive).unwrap();
    let mut module = b"\0asm\x01\0\0\0\0".to_vec();
    let mut size = archive.len() + 16;
    while size >= 0x80 {
        module.push((size & 0x7F) as u8 | 0x80);
        size >>= 7;
    }
    module.push(size as u8);
    module.extend(b"\x0fkroniek.archive");
    module.extend(&archive);
    fs::write(&engine, module).unwrap();

    let expected = object(&["search", SEEDS, "leger", "--json"]);
    assert_eq!(object(&["search", file.to_str().unwrap(), "leger", "--json"]), expected);
    assert_eq!(object(&["search", engine.to_str().unwrap(), "leger", "--json"]), expected);
}

#[test]
fn a_corpus_may_be_one_file_of_articles() {
    let file = format!("{SEEDS}/001_19c6265daab4d627.txt");
    assert_eq!(object(&["search", &file, "", "--json"])["total"], 1);
}

#[test]
fn what_cannot_be_opened_is_an_error() {
    let folder = folder("unreadable");
    let (empty, garbage, cut) = (folder.join("empty"), folder.join("garbage"), folder.join("cut"));
    fs::create_dir(&empty).unwrap();
    fs::write(&garbage, "<!doctype html>").unwrap();
    fs::write(&cut, &archive()[..1000]).unwrap();
    let cases = [
        (folder.join("nowhere"), "is its name right?"),
        (empty, "there is no article in"),
        (garbage, "this is not a Kroniek archive"),
        (cut, "cut short"),
    ];
    for (path, reason) in cases {
        let path = path.to_str().unwrap();
        for arguments in [["search", path, "leger"], ["timeline", path, "leger"]] {
            let run = kroniek(&arguments, "");
            assert_eq!((run.status, run.out.as_str()), (1, ""));
            assert!(run.err.contains(reason) && run.err.contains(path), "{}", run.err);
        }
    }
}

#[test]
fn bad_files_are_named_and_counted_and_the_rest_is_used() {
    let folder = folder("bad");
    fs::write(folder.join("goed.txt"), "date 2023-03-05 De stad viel. Zij stond er lang.").unwrap();
    fs::write(folder.join("leeg.txt"), "").unwrap();
    fs::write(folder.join("beeld.txt"), b"abc\0def").unwrap();
    let path = folder.to_str().unwrap();
    let run = kroniek(&["search", path, "stad", "--json"], "");
    assert_eq!(run.status, 0);
    assert!(run.out.contains("\"total\":1"), "{}", run.out);
    assert!(run.err.contains("leeg.txt: it is empty; left out\n"), "{}", run.err);
    assert!(run.err.contains("beeld.txt, byte 3: "), "{}", run.err);
    assert!(run.err.ends_with("1 article; 2 left out, 0 kept with a remark\n"), "{}", run.err);

    let out = folder.join("out");
    let strict = kroniek(&["build", path, "--strict", "--out", out.to_str().unwrap()], "");
    assert_eq!(strict.status, 1);
    assert!(strict.err.contains("leeg.txt") && strict.err.contains("--strict"), "{}", strict.err);
    assert!(!out.exists());
}

#[test]
fn of_many_files_with_the_same_fault_ten_are_named_and_the_rest_is_counted() {
    let folder = folder("many");
    for n in 0..120 {
        fs::write(folder.join(format!("{n:03}.txt")), "").unwrap();
        fs::write(folder.join(format!("o{n:03}.txt")), format!("date 2023-13-{n:02} De stad viel op dag {n}."))
            .unwrap();
    }
    fs::write(folder.join("beeld.txt"), b"abc\0def").unwrap();
    let path = folder.to_str().unwrap();
    let run = kroniek(&["search", path, "stad", "--json"], "");
    assert_eq!(run.status, 0);
    let lines: Vec<&str> = run.err.lines().collect();
    assert_eq!(lines.len(), 10 + 10 + 1 + 2 + 1, "{}", run.err);
    assert!(run.err.contains("009.txt: it is empty; left out\n") && !run.err.contains("010.txt: "), "{}", run.err);
    assert!(
        run.err.contains("o009.txt, line 1: `2023-13-09` is not a date") && run.err.contains("beeld.txt, byte 3: ")
    );
    assert_eq!(lines[21], "and 110 more: it is empty; left out");
    assert!(lines[22].starts_with("and 110 more: … is not a date; write it as 2023, 2023-03"), "{}", lines[22]);
    assert_eq!(lines[23], "120 articles; 121 left out, 120 kept with a remark");

    let empty = kroniek(&["search", folder.join("000.txt").to_str().unwrap(), "stad"], "");
    assert_eq!(empty.status, 1);
    assert!(empty.err.contains("000.txt: it is empty; left out"), "{}", empty.err);
}

#[test]
fn a_file_that_cannot_be_annotated_does_not_stop_the_others() {
    let seed = format!("{SEEDS}/001_19c6265daab4d627.txt");
    let run = kroniek(&["annotate", "nowhere.txt", &seed, "--json"], "");
    assert_eq!((run.status, run.out.lines().count()), (0, 1));
    assert!(run.err.contains("nowhere.txt: it cannot be read") && run.err.contains("1 left out"), "{}", run.err);
    let none = kroniek(&["annotate", "nowhere.txt"], "");
    assert_eq!((none.status, none.out.as_str()), (1, ""));
}

#[test]
fn windows_1252_is_read_and_said() {
    let run = kroniek(&["annotate", "--json", "--date", "2023"], b"Op 3 maart viel de \xE9\xE9nde stad.");
    assert_eq!(run.status, 0);
    assert!(run.out.contains("2023-03-03") && run.err.contains("Windows-1252"), "{}{}", run.out, run.err);
}

#[test]
fn wrong_usage_is_told_apart() {
    let cases: [&[&str]; 7] = [
        &[],
        &["zoek"],
        &["search"],
        &["search", SEEDS],
        &["search", SEEDS, "leger", "--limit", "veel"],
        &["annotate", "--tsv", "file.txt"],
        &["annotate", "--date", "gisteren"],
    ];
    for arguments in cases {
        let run = kroniek(arguments, "");
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
    }
    assert_eq!(kroniek(&["--help"], "").status, 0);
}

#[test]
fn a_reader_that_has_read_enough_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kroniek"))
        .args(["timeline", SEEDS, "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Closed before anything is written, so that every write meets a broken pipe.
    drop(child.stdout.take());
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""));
}
