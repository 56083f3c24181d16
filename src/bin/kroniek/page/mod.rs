//! The page: the engine with an archive in it, as one file and as a site.
//!
//! Everything but the archive was compiled into the program, so that it makes pages where it is copied to. In order:
//! the archive goes into the engine (`section`), the two forms are put together (`assemble`) from the template (`html`,
//! `words`) under a policy (`policy`), and what is whole takes the place of what was there (`place`).

mod assemble;
mod html;
mod place;
mod policy;
mod section;
mod words;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use kroniek::archive::Archive;
use kroniek::text::Language;

pub(crate) use section::find as archive_in;
pub(crate) use words::description;

include!(concat!(env!("OUT_DIR"), "/page.rs"));

/// The most articles that the list for a browser without scripts holds.
pub(crate) const LISTED: usize = 300;

/// What the page says before its scripts run.
pub(crate) struct Card {
    /// The title of the collection.
    pub(crate) title: String,
    /// The language of what the page itself says.
    pub(crate) language: Language,
    /// One sentence that says what the page is; see [`description`].
    pub(crate) description: String,
    /// The first [`LISTED`] articles in the order of time.
    pub(crate) articles: Vec<Listed>,
    /// How many articles there are in all.
    pub(crate) documents: usize,
}

/// An article in the list for a browser without scripts.
pub(crate) struct Listed {
    /// Its title, or else its first sentence.
    pub(crate) label: String,
    /// When it was published, as EDTF.
    pub(crate) date: Option<String>,
    /// The label is a title.
    pub(crate) is_title: bool,
}

/// What was made.
pub(crate) struct Made {
    /// The single file.
    pub(crate) file: PathBuf,
    /// The folder of the site.
    pub(crate) site: PathBuf,
}

/// The folder of a site that has the parts of its archive, where they live outside the engine; a part is named after its digest.
pub(crate) const PARTS: &str = "parts";

/// The name of the file of a part.
pub(crate) fn part_file(name: &str) -> String {
    format!("{name}.bin")
}

/// Writes `kroniek.html` and `site/` in the folder `out`, each whole or not at all.
///
/// The archive of the site lives in parts outside the engine when it is larger than `chunk` bytes. In `kroniek.html` all of it is inside.
///
/// # Errors
///
/// The program was compiled without the page; `out` cannot be written; `site/` is there and holds something else.
pub(crate) fn write(out: &Path, archive: &[u8], card: &Card, chunk: usize) -> Result<Made> {
    let parts = Parts::carried()?;
    let whole = section::append(parts.engine, archive);
    let file = assemble::file(&parts, &whole, card)?;
    if archive.len() <= chunk {
        let site = assemble::site(&parts, &whole, card)?;
        return place::put(out, &file, &site, &[]);
    }
    let names = Archive::open(Box::new(archive.to_vec()))?.part_names();
    let mut place = archive.len() - names.iter().map(|(_, bytes)| bytes).sum::<usize>();
    let site = assemble::site(&parts, &section::append(parts.engine, &archive[..place]), card)?;
    let mut away = Vec::new();
    for (name, bytes) in names {
        away.push((part_file(&name), &archive[place..place + bytes]));
        place += bytes;
    }
    place::put(out, &file, &site, &away)
}

/// The parts of the page, as `./build.sh` made them.
struct Parts<'a> {
    app: &'a str,
    engine: &'a [u8],
    icons: [(&'static str, &'a [u8]); 3],
    manifest: &'a str,
    service: &'a str,
    style: &'a str,
    template: &'a str,
}

impl Parts<'static> {
    /// Those that the program carries.
    fn carried() -> Result<Self> {
        Ok(Self {
            app: text("app.js")?,
            engine: bytes("engine.wasm")?,
            icons: [
                ("icon-192.png", bytes("icon-192.png")?),
                ("icon-512.png", bytes("icon-512.png")?),
                ("icon.svg", bytes("icon.svg")?),
            ],
            manifest: text("manifest.webmanifest")?,
            service: text("sw.js")?,
            style: text("style.css")?,
            template: text("index.html")?,
        })
    }
}

fn bytes(name: &str) -> Result<&'static [u8]> {
    let found = PAGE.iter().find(|(known, _)| *known == name);
    found
        .map(|(_, bytes)| *bytes)
        .context("this program was compiled without the page: run ./build.sh, then use target/release/kroniek")
}

fn text(name: &str) -> Result<&'static str> {
    std::str::from_utf8(bytes(name)?).with_context(|| format!("{name} is not text"))
}
