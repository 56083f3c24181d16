//! `kroniek build`: a folder becomes a page.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use kroniek::document::Document;
use kroniek::engine::Engine;
use kroniek::engine::answers::{Order, Request};
use kroniek::ingest::Outcome;
use kroniek::text::Language;
use kroniek::{archive, text};

use crate::{intake, page};

/// What `kroniek build` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folders with the articles.
    #[arg(required = true, value_name = "FOLDER")]
    folders: Vec<PathBuf>,
    /// Where `kroniek.html` and `site/` go.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The title of the page; the name of the first folder when left out.
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The language of the page, nl or en; the one that most articles are in when left out.
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    lang: Option<Language>,
    /// Fail when a file has to be left out.
    #[arg(long)]
    strict: bool,
}

fn language(tag: &str) -> Result<Language, &'static str> {
    text::Language::ALL.into_iter().find(|language| language.code() == tag).ok_or("the page speaks nl and en")
}

/// Makes the page and says where it is; what there is to say about files goes to standard error.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let reading = bar(None, "reading", "{spinner} {msg} {pos} files");
    let read = intake::read(&arguments.folders, None, &|files, _| reading.set_position(files));
    reading.finish_and_clear();
    let (documents, notices) = read?;
    for notice in &notices {
        eprintln!("{notice}");
    }
    let left_out = notices.iter().filter(|notice| notice.outcome == Outcome::LeftOut).count();
    if !notices.is_empty() {
        eprintln!("{} articles; {left_out} left out, {} kept with a remark", documents.len(), notices.len() - left_out);
    }
    if arguments.strict && left_out > 0 {
        bail!("nothing was made: with --strict every file has to be read");
    }

    let language = arguments.lang.unwrap_or_else(|| most_used(&documents));
    let title = arguments.title.unwrap_or_else(|| name(&arguments.folders[0]));
    let indexing = bar(Some(documents.len() as u64), "indexing", "{msg} {wide_bar} {pos}/{len}");
    let card = archive::Card { title: title.clone(), language };
    let written = archive::write(&card, &documents, &mut |done| indexing.set_position(done as u64));
    indexing.finish_and_clear();
    let archive = written?;

    let card = page::Card {
        title,
        language,
        description: page::description(language, documents.len()),
        articles: listed(&archive)?,
        documents: documents.len(),
    };
    let made = page::write(&arguments.out, &archive, &card)?;
    println!("{}  one file: double-click it", made.file.display());
    println!("{}  the same as a site, for any static host", made.site.display());
    Ok(())
}

/// The first articles in the order of time, as the engine shows them.
fn listed(archive: &[u8]) -> Result<Vec<page::Listed>> {
    let request = Request { order: Order::Date, limit: Some(page::LISTED), ..Request::default() };
    let answer = Engine::open(archive.to_vec())?.search(&request)?;
    let entries = answer.hits.into_iter().map(|hit| hit.entry);
    Ok(entries
        .map(|entry| page::Listed { is_title: entry.title.is_some(), label: entry.label, date: entry.date })
        .collect())
}

/// The language that most articles are in; of two with as many, the first.
fn most_used(documents: &[Document]) -> Language {
    let articles = |language| documents.iter().filter(|document| document.language == language).count();
    Language::ALL.into_iter().rev().max_by_key(|language| articles(*language)).unwrap_or_default()
}

/// A folder's own name, also of `.`.
fn name(folder: &Path) -> String {
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    whole.file_stem().map_or_else(|| "Kroniek".to_owned(), |name| name.to_string_lossy().into_owned())
}

/// A progress bar on standard error; nothing where that is no terminal.
fn bar(length: Option<u64>, message: &'static str, template: &str) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(length, ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.with_message(message)
}
