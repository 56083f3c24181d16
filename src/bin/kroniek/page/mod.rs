//! The page: the engine with an archive in it, as one file and as a site.
//!
//! Everything but the archive was compiled into the program, so that it makes pages where it is copied to. In order:
//! the archive goes into the engine (`section`), the two forms are put together (`assemble`, `gzip`) from the template (`html`,
//! `words`) under a policy (`policy`), and what is whole takes the place of what was there (`place`).

mod assemble;
mod gzip;
mod html;
mod letters;
mod place;
mod policy;
mod section;
mod words;

use std::fs;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use kroniek::archive::{Archive, Part, PartName};
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
    /// The single file; `None` where the collection is too large for one.
    pub(crate) file: Option<PathBuf>,
    /// The folder of the site.
    pub(crate) site: PathBuf,
    /// How many files the site has for the parts of its archive, and the bytes of the archive.
    pub(crate) parts: usize,
    pub(crate) bytes: usize,
}

/// The folder of a site that has the parts of its archive, where they live outside the engine; a part is named after its digest.
pub(crate) const PARTS: &str = "parts";

/// The name of the file of a part.
pub(crate) fn part_file(name: &str) -> String {
    format!("{name}.bin")
}

/// Bytes of an archive up to which it is put in one file. A larger file no browser opens: a text in it has half a thousand million letters at most.
const ONE_FILE: usize = 256 << 20;

/// Bytes of an archive from which on packing it harder would take long and gain little: its parts are packed already.
const PACKED: usize = 4 << 20;

/// `kroniek.html` and `site/` being made in a folder, each whole or not at all.
pub(crate) struct Making {
    carried: Parts<'static>,
    making: place::Making,
}

impl Making {
    /// Begins.
    ///
    /// # Errors
    ///
    /// The program was compiled without the page; `out` cannot be written; `site/` is there and holds something else.
    pub(crate) fn begin(out: &Path) -> Result<Self> {
        let (carried, making) = (Parts::carried()?, place::Making::begin(out)?);
        let folder = making.site().join(PARTS);
        fs::create_dir(&folder).with_context(|| place::unwritable(&folder))?;
        Ok(Self { carried, making })
    }

    /// Takes in a part of the archive.
    pub(crate) fn keep(&self, part: &Part) -> Result<()> {
        place::write(&self.part(&part.name), &part.bytes)
    }

    /// The folder that has all of it until it is done, and is gone then.
    pub(crate) fn folder(&self) -> &Path {
        self.making.folder()
    }

    /// The folder that has the parts until all is done.
    pub(crate) fn parts(&self) -> PathBuf {
        self.making.site().join(PARTS)
    }

    fn part(&self, name: &str) -> PathBuf {
        self.parts().join(part_file(name))
    }

    /// Ends it. The archive of the site lives in parts outside the engine when it is larger than `chunk` bytes; in `kroniek.html` all of it
    /// is inside.
    pub(crate) fn finish(self, head: &[u8], card: &Card, chunk: usize) -> Result<Made> {
        let names = Archive::open(Box::new(head.to_vec()))?.part_names();
        let size = head.len() + names.iter().map(|part| part.bytes).sum::<usize>();
        let engine = self.carried.engine;
        let read = |part: &PartName| {
            let path = self.part(&part.name);
            fs::read(&path).with_context(|| format!("{}: cannot be read again", path.display()))
        };
        if size <= ONE_FILE {
            let (before, after) = assemble::file(&self.carried, card)?;
            let path = self.making.file();
            let mut file = BufWriter::new(fs::File::create(&path).with_context(|| place::unwritable(&path))?);
            file.write_all(before.as_bytes())?;
            let mut packer = gzip::Packer::new(file, if size > PACKED { 0 } else { 10 })?;
            for piece in [engine, &section::before(size), head] {
                packer.write(piece)?;
            }
            for part in &names {
                packer.write(&read(part)?)?;
            }
            let mut file = packer.finish().with_context(|| place::unwritable(&path))?;
            file.write_all(after.as_bytes()).and_then(|()| file.flush()).with_context(|| place::unwritable(&path))?;
        }
        let mut inside = head.to_vec();
        if size <= chunk {
            for part in &names {
                inside.extend(read(part)?);
            }
            let folder = self.parts();
            fs::remove_dir_all(&folder).with_context(|| place::unwritable(&folder))?;
        }
        for file in assemble::site(&self.carried, &section::append(engine, &inside), card)? {
            self.making.put(&file)?;
        }
        let parts = if size <= chunk { 0 } else { names.len() };
        Ok(Made { parts, bytes: size, ..self.making.finish(parts > 0)? })
    }
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
