//! `kroniek index`: a share of a collection is read, to be put together with the others by `kroniek merge`.

use std::fs;
use std::io::{self, BufRead as _};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context as _, Result, bail};
use kroniek::sheaf::{Shard, Sheaf};

use crate::walk::Listing;
use crate::{corpus, spool};

/// What `kroniek index` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folders or files that this machine reads.
    #[arg(required_unless_present = "list", value_name = "PART")]
    parts: Vec<PathBuf>,
    /// Which share this is, and of how many: 3/8.
    #[arg(long, value_name = "N/OF", default_value = "1/1")]
    shard: Share,
    /// The folder of the whole collection, in which files have their names; each PART's own when left out.
    #[arg(long, value_name = "FOLDER")]
    within: Option<PathBuf>,
    /// A file that names more folders and files, one a line; - for standard input.
    #[arg(long, value_name = "FILE")]
    list: Option<PathBuf>,
    /// The file that is made; shard-N-of-M.kroniek when left out.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// A number, and how many there are: `3/8`.
#[derive(Debug, Clone, Copy)]
struct Share(u32, u32);

impl FromStr for Share {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let numbers = text.split_once('/').and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
        match numbers {
            Some((number, of)) if 1 <= number && number <= of => Ok(Self(number, of)),
            _ => Err("it is a number from 1 on, a slash, and how many there are, as in 3/8"),
        }
    }
}

/// Reads the files and writes what was read.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let Arguments { mut parts, shard: Share(number, of), within, list, out } = arguments;
    if let Some(list) = list {
        parts.extend(listed(&list)?);
    }
    let listing = Listing::of(&parts, within.as_deref())?;
    let out = out.unwrap_or_else(|| PathBuf::from(format!("shard-{number}-of-{of}.kroniek")));
    if out.is_dir() {
        bail!("{}: a folder stands where the file should go; name another --out", out.display());
    }
    let title = within.as_deref().or(parts.first().map(PathBuf::as_path)).map(corpus::name).unwrap_or_default();
    let shard = Shard { number, of, title };
    // Aside first, so that a file of that name is whole.
    let aside = out.with_extension(format!("aside-{}", std::process::id()));
    let made =
        spool::create(&aside).map_err(Into::into).and_then(|spool| corpus::read(listing, spool, None, Some(shard)));
    let moved = made.and_then(|(sheaf, _)| {
        fs::rename(&aside, &out).with_context(|| format!("{}: cannot be written", out.display()))?;
        Ok(sheaf.articles())
    });
    if moved.is_err() {
        let _ = fs::remove_file(&aside);
    }
    let articles = corpus::count(moved?);
    println!("{}  shard {number} of {of}: {articles}; kroniek merge takes them together", out.display());
    Ok(())
}

/// The paths that a file names.
fn listed(list: &Path) -> Result<Vec<PathBuf>> {
    let shown = list.display();
    let lines: io::Result<Vec<String>> = if list == Path::new("-") {
        io::stdin().lock().lines().collect()
    } else {
        fs::read_to_string(list).map(|text| text.lines().map(str::to_owned).collect())
    };
    let lines = lines.with_context(|| format!("{shown} cannot be read"))?;
    Ok(lines.into_iter().filter(|line| !line.is_empty()).map(PathBuf::from).collect())
}

/// Opens shards, and looks whether they are those of one collection, each of them once.
///
/// # Errors
///
/// A file is none, of another version, damaged, or there twice; one is missing. The message says which.
pub(crate) fn open(files: &[PathBuf]) -> Result<Vec<Sheaf>> {
    let mut shards: Vec<(Share, &PathBuf, Sheaf)> = Vec::new();
    for file in files {
        let sheaf = spool::open(file).and_then(Sheaf::open).with_context(|| file.display().to_string())?;
        let shard = sheaf.shard.as_ref().with_context(|| format!("{}: it is no shard", file.display()))?;
        shards.push((Share(shard.number, shard.of), file, sheaf));
    }
    shards.sort_by_key(|(Share(number, _), file, _)| (*number, *file));
    for two in shards.windows(2) {
        let [(Share(one, of), first, _), (Share(other, of_other), second, _)] = two else { continue };
        let (first, second) = (first.display(), second.display());
        if of != of_other {
            bail!("{first} is one of {of} shards and {second} one of {of_other}: they are of different collections");
        }
        if one == other {
            bail!("{first} and {second} are both shard {one} of {of}; name one of them");
        }
    }
    let of = shards.first().map_or(0, |(Share(_, of), ..)| *of);
    let missing: Vec<String> = (1..=of)
        .filter(|number| shards.iter().all(|(shard, ..)| shard.0 != *number))
        .map(|number| format!("{number}/{of}"))
        .collect();
    if let Some(first) = missing.first() {
        bail!("shard {} is missing; make it with `kroniek index PART --shard {first}`", missing.join(", "));
    }
    Ok(shards.into_iter().map(|(.., sheaf)| sheaf).collect())
}
