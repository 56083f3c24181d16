//! Answers as the native library gives them, for the tests that compare them with those of the browser's engine.
//!
//! `answers FOLDER ARCHIVE` writes the archive of the articles in a folder, reads requests from standard input, one
//! JSON object a line (`{"method": "search", "request": {…}}`), and prints the answer to each as one line.

use std::error::Error;
use std::io::Write as _;
use std::path::PathBuf;
use std::{env, fs, io};

use kroniek::archive::{Card, write};
use kroniek::engine::Engine;
use kroniek::engine::answers::Request;
use kroniek::ingest::Intake;
use kroniek::text::Language;
use serde::Deserialize;

#[derive(Deserialize)]
struct Call {
    method: String,
    #[serde(default)]
    request: Request,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut paths = env::args_os().skip(1).map(PathBuf::from);
    let (Some(folder), Some(archive)) = (paths.next(), paths.next()) else {
        return Err("usage: answers FOLDER ARCHIVE".into());
    };
    let mut intake = Intake::new(None);
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        intake.add(&name, &fs::read(&path)?);
    }
    let card = Card { title: "Kroniek".to_owned(), language: Language::Dutch };
    let bytes = write(&card, &intake.finish().0, &mut |_| ())?;
    fs::write(archive, &bytes)?;

    let engine = Engine::open(bytes)?;
    for line in io::stdin().lines() {
        let Call { method, request } = serde_json::from_str(&line?)?;
        let answer = match method.as_str() {
            "info" => serde_json::to_string(&engine.info()?),
            "search" => serde_json::to_string(&engine.search(&request)?),
            "chronology" => serde_json::to_string(&engine.chronology(&request)?),
            "concordance" => serde_json::to_string(&engine.concordance(&request)?),
            "suggest" => serde_json::to_string(&engine.suggest(&request)?),
            "timeline" => serde_json::to_string(&engine.timeline(&request)?),
            "document" => serde_json::to_string(&engine.document(&request)?),
            other => return Err(format!("there is no method {other}").into()),
        };
        writeln!(io::stdout(), "{}", answer?)?;
    }
    Ok(())
}
