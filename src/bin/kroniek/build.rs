//! `kroniek build`: a folder becomes a page.

use std::fs;
use std::path::PathBuf;

use anyhow::{Result, bail};
use kroniek::engine::Engine;
use kroniek::engine::answers::{Order, Request};
use kroniek::sheaf::Sheaf;
use kroniek::text::Language;
use kroniek::{archive, text};

use crate::corpus::Parts;
use crate::kept::Kept;
use crate::spool::Spools;
use crate::walk::Listing;
use crate::{corpus, intake, page};

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
    #[command(flatten)]
    page: Page,
    /// Keep nothing in DIR/.kroniek, and use nothing of it: the next build reads everything.
    #[arg(long)]
    forget: bool,
}

/// What is told about a page.
#[derive(clap::Args)]
pub(crate) struct Page {
    /// Where `kroniek.html` and `site/` go.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
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

/// Makes the page of folders and says where it is; what there is to say about files goes to standard error.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let Arguments { folders, page, forget } = arguments;
    let listing = Listing::of(folders, None)?;
    let making = page::Making::begin(&page.out)?;
    let spools = Spools::in_folder(making.folder());
    let kept = (!forget).then(|| Kept::begin(&page.out, &making)).transpose()?;
    let former = kept.as_ref().and_then(Kept::former);
    let spool = kept.as_ref().map_or_else(|| Ok(spools.spool()), Kept::articles)?;
    let (sheaf, counts) = corpus::read(listing, spool, former.as_ref(), None)?;
    if former.is_some() {
        eprintln!("{} articles read, {} as they were", counts.read, counts.kept);
    }
    drop(former);
    make(making, vec![sheaf], &spools, kept.as_ref(), page, &corpus::name(&folders[0]), folders)
}

/// Makes the page of what was read of `files`; `title` is what it is called if nothing else was said.
pub(crate) fn make(
    making: page::Making,
    sheaves: Vec<Sheaf>,
    spools: &Spools,
    kept: Option<&Kept>,
    page: &Page,
    title: &str,
    files: &[PathBuf],
) -> Result<()> {
    let mut gathering = intake::gather(sheaves, archive::SEGMENT, files)?;
    let (count, left_out) = (gathering.articles(), corpus::tell(&gathering.notices, gathering.articles()));
    if page.strict && left_out > 0 {
        bail!("nothing was made: with --strict every file has to be read");
    }

    let language = page.lang.unwrap_or_else(|| gathering.most_used());
    let title = page.title.clone().unwrap_or_else(|| title.to_owned());
    let card = archive::Card { title: title.clone(), language };
    let keep = |part| making.keep(&part).map_err(|error| kroniek::Error::kept(format!("{error:#}")));
    let head = corpus::index(&card, &mut gathering, spools, kept, &keep)?;
    drop(gathering);
    let card = page::Card {
        title,
        language,
        description: page::description(language, count),
        articles: listed(Parts::new(&head, making.parts()))?,
        documents: count,
    };
    let made = making.finish(&head, &card, page.chunk)?;
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
