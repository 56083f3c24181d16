//! Folders are walked: which files are there to be read.

use std::collections::HashSet;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result};
use kroniek::ingest::{Remarks, is_read, largest};
use kroniek::sheaf::Origin;

/// The coarsest time of change of a file system that is in use (FAT).
const MOMENT: Duration = Duration::from_secs(2);

/// The files of some folders, in an order that is the same each time, and what there is to say about others.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    pub(crate) files: Vec<Listed>,
    pub(crate) remarks: Remarks,
}

/// A file to be read.
#[derive(Debug)]
pub(crate) struct Listed {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// Its path in the folder, its size, and when it was last changed, in nanoseconds since 1970.
    pub(crate) origin: Origin,
}

impl Listing {
    /// The files of folders, or single files; names are paths within each folder, or within one that has them all.
    ///
    /// # Errors
    ///
    /// A folder that is not there or cannot be listed, or is not in the one that should have it.
    pub(crate) fn of(folders: &[PathBuf], within: Option<&Path>) -> Result<Self> {
        let mut walk = Walk { listing: Self::default(), seen: HashSet::new(), now: SystemTime::now() };
        let within = within.map(|folder| {
            folder.canonicalize().with_context(|| format!("{} cannot be read; is its name right?", folder.display()))
        });
        let within = within.transpose()?;
        for folder in folders {
            let shown = folder.display();
            let found = fs::metadata(folder).with_context(|| format!("{shown} cannot be read; is its name right?"))?;
            let name = match &within {
                Some(within) => name_within(folder, within)?,
                None if found.is_dir() => String::new(),
                None => folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            };
            if found.is_dir() {
                let real = folder.canonicalize().with_context(|| format!("{shown} cannot be read"))?;
                fs::read_dir(&real).with_context(|| format!("{shown} cannot be listed"))?;
                walk.seen.clear();
                walk.folder(&real, &name, &mut vec![real.clone()]);
            } else {
                walk.file(folder, &name);
            }
        }
        Ok(walk.listing)
    }
}

/// The path of a file or folder in a folder; the last link on the way keeps its own name.
fn name_within(path: &Path, within: &Path) -> Result<String> {
    let shown = path.display();
    let absolute = std::path::absolute(path).with_context(|| format!("{shown} cannot be read"))?;
    let real = match (absolute.parent().map(Path::canonicalize), absolute.file_name()) {
        (Some(Ok(above)), Some(name)) => above.join(name),
        _ => absolute.canonicalize().with_context(|| format!("{shown} cannot be read"))?,
    };
    let real = if real.strip_prefix(within).is_ok() { real } else { path.canonicalize().unwrap_or(real) };
    let inside = real.strip_prefix(within).ok();
    let inside = inside.with_context(|| format!("{shown} is not in {}", within.display()))?;
    let names = inside.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
    Ok(names.collect::<Vec<_>>().join("/"))
}

struct Walk {
    listing: Listing,
    /// The folders that were read, by their real paths.
    seen: HashSet<PathBuf>,
    /// When it began.
    now: SystemTime,
}

impl Walk {
    /// Lists a folder; `above` are the real paths of it and the folders it is in.
    fn folder(&mut self, folder: &Path, name: &str, above: &mut Vec<PathBuf>) {
        self.seen.insert(folder.to_owned());
        let entries = match fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>) {
            Ok(entries) => entries,
            Err(error) => return self.leave_out(name, &format!("the folder cannot be listed ({error})")),
        };
        let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
        // Links last, so that what they lead to is read under its own name.
        paths.sort_by_cached_key(|path| (path.is_symlink(), path.clone()));
        for path in paths {
            let last = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if last.starts_with('.') {
                continue;
            }
            let name = if name.is_empty() { last } else { format!("{name}/{last}") };
            match fs::metadata(&path) {
                Ok(found) if found.is_dir() => self.inner(&path, &name, above),
                Ok(found) if found.is_file() => self.file(&path, &name),
                Ok(_) => self.leave_out(&name, "neither a file nor a folder"),
                Err(error) => self.leave_out(&name, &unreadable(&path, &error)),
            }
        }
    }

    /// Lists a folder in a folder, unless a symbolic link led back.
    fn inner(&mut self, path: &Path, name: &str, above: &mut Vec<PathBuf>) {
        match path.canonicalize() {
            Ok(real) if above.contains(&real) => {
                self.leave_out(name, "a symbolic link to a folder that it is in; remove the link");
            }
            Ok(real) if self.seen.contains(&real) => {
                self.leave_out(name, "a symbolic link to a folder that was read already; remove one");
            }
            Ok(real) => {
                above.push(real.clone());
                self.folder(&real, name, above);
                above.pop();
            }
            Err(error) => self.leave_out(name, &unreadable(path, &error)),
        }
    }

    fn file(&mut self, path: &Path, name: &str) {
        if !is_read(name) {
            return self.listing.remarks.pass_over(name);
        }
        match fs::metadata(path) {
            Ok(found) if largest(name).is_some_and(|most| found.len() > most as u64) => {
                self.listing.remarks.leave_out_large(name);
            }
            Ok(found) => {
                let origin = Origin { path: name.to_owned(), size: found.len(), modified: self.modified(&found) };
                self.listing.files.push(Listed { path: path.to_owned(), origin });
            }
            Err(error) => self.leave_out(name, &unreadable(path, &error)),
        }
    }

    /// When a file was last changed, in nanoseconds since 1970. 0, by which no file is taken for unchanged, where that is not known, and where it
    /// was a moment ago: it may change again and keep its time.
    fn modified(&self, found: &Metadata) -> u64 {
        let settled = found.modified().ok().filter(|time| *time + MOMENT < self.now);
        let since = settled.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        since.and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or_default()
    }

    fn leave_out(&mut self, name: &str, reason: &str) {
        self.listing.remarks.leave_out(name, reason);
    }
}

/// Why a file cannot be read, and what to do.
pub(crate) fn unreadable(path: &Path, error: &std::io::Error) -> String {
    let link = fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
    if link && error.kind() == std::io::ErrorKind::NotFound {
        return "a symbolic link to nothing; remove it".to_owned();
    }
    if link && error.kind() != std::io::ErrorKind::PermissionDenied {
        return "a symbolic link that leads round in a loop; remove it".to_owned();
    }
    format!("it cannot be read ({error}); look at who may read it")
}
