//! `kroniek build`: a folder becomes a page.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::page::{self, Language};

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
    /// The language of the page; the one that most articles are in when left out.
    #[arg(long, value_name = "LANGUAGE")]
    lang: Option<Language>,
    /// Fail when a file has to be left out.
    #[arg(long)]
    strict: bool,
}

/// Makes the page and says where it is.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let (archive, card) = corpus(&arguments)?;
    let made = page::write(&arguments.out, &archive, &card)?;
    println!("{}  one file: double-click it", made.file.display());
    println!("{}  the same as a site, for any static host", made.site.display());
    Ok(())
}

/// The archive of the folders, and what the page says of it before its scripts run.
fn corpus(_: &Arguments) -> Result<(Vec<u8>, page::Card)> {
    bail!("no folder can be read yet")
}
