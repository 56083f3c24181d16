//! CORPUS: a folder or a file of articles, an archive, or the engine of a site that holds one.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context as _, Result};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use kroniek::archive::{self, Archive, Keep, Lack, PartName, Source};
use kroniek::engine::Engine;
use kroniek::ingest::{Notice, Outcome, is_read};
use kroniek::sheaf::{Binding, Former, Gathering, Shard, Sheaf};
use kroniek::spool::Spool;

use crate::intake::Counts;
use crate::kept::Kept;
use crate::spool::Spools;
use crate::walk::Listing;
use crate::{indexing, intake, page, said};

/// How every WebAssembly module begins.
const WASM: &[u8] = b"\0asm";

/// Opens a corpus; the articles of a folder are read and indexed first.
///
/// # Errors
///
/// It is not there, there is no article in it, or the archive is damaged.
pub(crate) fn open(path: &Path) -> Result<Engine> {
    if path.is_file() && !is_read(&path.to_string_lossy()) {
        let shown = path.display();
        let bytes = fs::read(path).with_context(|| format!("{shown} cannot be read"))?;
        if bytes.starts_with(WASM) {
            let archive = page::archive_in(&bytes)
                .with_context(|| format!("{shown} holds no archive; name the engine of a site, or a folder"))?;
            let parts = path.parent().unwrap_or(Path::new("")).join(page::PARTS);
            return Engine::open(Parts::new(archive, parts)).with_context(|| shown.to_string());
        }
        return Engine::open(bytes).with_context(|| shown.to_string());
    }
    let spools = Spools::in_folder(&std::env::temp_dir());
    let mut gathering = gather(&[path.to_owned()], &spools)?;
    tell(&gathering.notices, gathering.articles());
    let card = archive::Card { title: name(path), language: gathering.most_used() };
    let parts = Mutex::new(HashMap::new());
    let head = index(&card, &mut gathering, &spools, None, &|part| {
        parts.lock().unwrap_or_else(PoisonError::into_inner).insert(part.name, part.bytes);
        Ok(())
    })?;
    let parts = parts.into_inner().unwrap_or_else(PoisonError::into_inner);
    let mut archive = head.clone();
    for part in Archive::open(Box::new(head))?.part_names() {
        archive.extend(parts.get(&part.name).into_iter().flatten());
    }
    Ok(Engine::open(archive)?)
}

/// Reads the articles of folders.
///
/// # Errors
///
/// A folder is not there, or there is no article in any.
pub(crate) fn gather(folders: &[PathBuf], spools: &Spools) -> Result<Gathering> {
    let (sheaf, _) = read(Listing::of(folders, None)?, spools.spool(), None, None)?;
    intake::gather(vec![sheaf], archive::SEGMENT, folders)
}

/// Reads the files of a listing into a spool; takes over of a `former` sheaf what has not changed.
///
/// # Errors
///
/// The spool cannot be written.
pub(crate) fn read(
    listing: Listing,
    spool: Box<dyn Spool>,
    former: Option<&Former>,
    shard: Option<Shard>,
) -> Result<(Sheaf, Counts)> {
    let template = "{msg} {wide_bar} {bytes}/{total_bytes}, {bytes_per_sec}, {eta} left";
    let bytes = listing.files.iter().map(|file| file.origin.size).sum();
    let reading = bar(Some(bytes), "reading", template);
    let mut binding = Binding::new(spool)?;
    let counts = intake::read(listing, &mut binding, former, &|bytes| reading.set_position(bytes));
    reading.finish_and_clear();
    Ok((binding.finish(shard)?, counts?))
}

/// Says on standard error what there is to say about files, with a count at the end; gives how many were left out.
pub(crate) fn tell(notices: &[Notice], articles: usize) -> usize {
    for line in said::lines(notices) {
        eprintln!("{line}");
    }
    let left_out = notices.iter().filter(|notice| notice.outcome == Outcome::LeftOut).count();
    if !notices.is_empty() {
        eprintln!("{}; {left_out} left out, {} kept with a remark", count(articles), notices.len() - left_out);
    }
    left_out
}

/// How many articles there are, in words.
pub(crate) fn count(articles: usize) -> String {
    if articles == 1 { "1 article".to_owned() } else { format!("{articles} articles") }
}

/// Makes the archive of some articles: gives its head, and `keep` its parts.
///
/// # Errors
///
/// Those of [`indexing::write`].
pub(crate) fn index(
    card: &archive::Card,
    gathering: &mut Gathering,
    spools: &Spools,
    kept: Option<&Kept>,
    keep: Keep<'_>,
) -> Result<Vec<u8>> {
    let articles = gathering.articles() as u64;
    let indexing = bar(Some(articles), "indexing", "{msg} {wide_bar} {pos}/{len}, {per_sec}, {eta} left");
    let head = indexing::write(card, gathering, spools, kept, keep, &|done| {
        indexing.set_position(done);
        if done == articles {
            indexing.set_message("putting together");
        }
    });
    indexing.finish_and_clear();
    head
}

/// A folder's own name, also of `.`.
pub(crate) fn name(folder: &Path) -> String {
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

/// The bytes of a file, once it was read; none where it could not be.
type Bytes = OnceCell<Option<Vec<u8>>>;

/// An archive whose parts are files of a folder, unless they are inside it.
pub(crate) struct Parts {
    archive: Vec<u8>,
    folder: PathBuf,
    /// Where the parts begin, each with its name and, once it was asked for, its bytes.
    parts: BTreeMap<usize, (String, Bytes)>,
}

impl Parts {
    /// An archive, or the head of one, and the folder of its parts.
    pub(crate) fn new(archive: &[u8], folder: PathBuf) -> Self {
        let mut parts = BTreeMap::new();
        // Whether it can be opened is told when it is.
        if let Ok(head) = Archive::open(Box::new(archive.to_vec()))
            && head.is_away()
        {
            let mut place = archive.len();
            for PartName { name, bytes, .. } in head.part_names() {
                parts.insert(place, (name, OnceCell::new()));
                place += bytes;
            }
        }
        Self { archive: archive.to_vec(), folder, parts }
    }
}

impl Source for Parts {
    fn read(&self, range: Range<usize>) -> std::result::Result<&[u8], Lack> {
        if range.end <= self.archive.len() {
            return self.archive.get(range).ok_or(Lack::Outside);
        }
        let (name, bytes) = self.parts.get(&range.start).ok_or(Lack::Outside)?;
        let bytes = bytes.get_or_init(|| fs::read(self.folder.join(page::part_file(name))).ok());
        bytes.as_deref().ok_or(Lack::Outside)
    }

    fn size(&self) -> usize {
        self.archive.len()
    }
}
