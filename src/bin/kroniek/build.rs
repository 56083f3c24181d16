//! `kroniek build`: a folder becomes a page.

use std::fs;
use std::path::PathBuf;

use anyhow::{Result, bail};
use kroniek::engine::Engine;
use kroniek::engine::answers::{Order, Request};
use kroniek::text::Language;
use kroniek::{archive, text};

use crate::corpus::Parts;
use crate::{corpus, page};

/// Bytes of an archive up to which it travels inside the engine: a second or two on a phone. Of a smaller one in parts the first answer is
/// not sooner there.
const CHUNK: usize = 1 << 20;

/// Bytes of the single file from which on it is said what it weighs: few mailboxes take more.
const LARGE: u64 = 20 << 20;

/// Bytes of an archive from which on its site is more than GitHub Pages publishes: 1 GB
/// (<https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits>), of which the page takes less than one MB.
const PAGES: usize = (1 << 30) - (1 << 20);

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
    /// Cut the archive of the site into files that are fetched when they are needed, if it is larger than so many bytes.
    #[arg(long, value_name = "BYTES", default_value_t = CHUNK)]
    chunk: usize,
    /// Fail when a file has to be left out.
    #[arg(long)]
    strict: bool,
}

/// Reads `nl` or `en`.
fn language(tag: &str) -> Result<Language, &'static str> {
    text::Language::OF_THE_PAGE.into_iter().find(|language| language.code() == tag).ok_or("it is nl or en")
}

/// Makes the page and says where it is; what there is to say about files goes to standard error.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let (documents, left_out) = corpus::read(&arguments.folders)?;
    if arguments.strict && left_out > 0 {
        bail!("nothing was made: with --strict every file has to be read");
    }

    let language = arguments.lang.unwrap_or_else(|| corpus::most_used(&documents));
    let title = arguments.title.unwrap_or_else(|| corpus::name(&arguments.folders[0]));
    let making = page::Making::begin(&arguments.out)?;
    let (count, card) = (documents.len(), archive::Card { title: title.clone(), language });
    let head = corpus::index(&card, documents, &mut |part| making.keep(&part))?;
    let card = page::Card {
        title,
        language,
        description: page::description(language, count),
        articles: listed(Parts::new(&head, making.parts()))?,
        documents: count,
    };
    let made = making.finish(&head, &card, arguments.chunk)?;
    match &made.file {
        Some(file) => {
            let size = fs::metadata(file).map_or(0, |file| file.len());
            let weighs = format!(" ({} MB: a browser takes seconds to open it)", size >> 20);
            println!("{}  one file: double-click it{}", file.display(), if size > LARGE { &weighs } else { "" });
        }
        None => println!("no single file: the collection is too large for a browser to open as one"),
    }
    let parts = match made.parts {
        0 => String::new(),
        parts => format!(" ({parts} files that are fetched when they are needed, {} MB)", made.bytes.div_ceil(1 << 20)),
    };
    println!("{}  a site, for any static host{parts}", made.site.display());
    if made.bytes > PAGES {
        eprintln!("GitHub Pages publishes no site of more than 1 GB: this one needs another host");
    }
    Ok(())
}

/// The first articles in the order of time, as the engine shows them.
fn listed(archive: Parts) -> Result<Vec<page::Listed>> {
    let request = Request { order: Order::Date, limit: Some(page::LISTED), ..Request::default() };
    let answer = Engine::open(archive)?.search(&request)?;
    let entries = answer.hits.into_iter().map(|hit| hit.entry);
    Ok(entries
        .map(|entry| page::Listed { is_title: entry.title.is_some(), label: entry.label, date: entry.date })
        .collect())
}
