//! `kroniek merge`: what was read on several machines becomes a page.

use std::path::PathBuf;

use anyhow::Result;

use crate::build::{self, Page};
use crate::spool::Spools;
use crate::{index, page};

/// What `kroniek merge` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The files that `kroniek index` made, all of them, in any order.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    page: Page,
}

/// Makes the page, with the bytes that `kroniek build` would give it.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let sheaves = index::open(&arguments.files)?;
    let making = page::Making::begin(&arguments.page.out)?;
    let spools = Spools::in_folder(making.folder());
    let title =
        sheaves.first().and_then(|sheaf| sheaf.shard.as_ref()).map_or_else(String::new, |shard| shard.title.clone());
    build::make(making, sheaves, &spools, None, &arguments.page, &title, &arguments.files)
}
