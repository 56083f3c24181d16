//! Folders are walked and their files read.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use kroniek::document::Document;
use kroniek::ingest::{Intake, Notice, Pieces, is_read, largest};
use kroniek::text::Language;

use crate::parallel::in_order;

/// Reads the articles of folders, or of single files; names are paths within each folder.
///
/// `progress` is told how many files and bytes were read so far.
///
/// # Errors
///
/// A folder that is not there or cannot be listed, or not one article in all of them; what became of the files is told
/// then too.
pub(crate) fn read(
    folders: &[PathBuf],
    language: Option<Language>,
    progress: &dyn Fn(u64, u64),
) -> anyhow::Result<(Vec<Document>, Vec<Notice>)> {
    let (seen, waiting) = (HashSet::new(), Vec::new());
    let mut walk =
        Walk { intake: Intake::new(language), language, seen, waiting, held: 0, files: 0, bytes: 0, progress };
    for folder in folders {
        let shown = folder.display();
        let found = fs::metadata(folder).with_context(|| format!("{shown} cannot be read; is its name right?"))?;
        if found.is_dir() {
            let real = folder.canonicalize().with_context(|| format!("{shown} cannot be read"))?;
            fs::read_dir(&real).with_context(|| format!("{shown} cannot be listed"))?;
            walk.seen.clear();
            walk.folder(&real, "", &mut vec![real.clone()]);
        } else {
            let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            walk.file(folder, &name);
        }
    }
    walk.read();
    let (documents, notices) = walk.intake.finish();
    if documents.is_empty() {
        let shown: Vec<String> = folders.iter().map(|folder| folder.display().to_string()).collect();
        let mut reason = format!("there is no article in {}; put .txt, .md or .jsonl files there", shown.join(", "));
        for notice in notices.iter().take(20) {
            reason += &format!("\n{notice}");
        }
        bail!(reason);
    }
    Ok((documents, notices))
}

/// Bytes of files that wait to be read together: enough for all processors.
const TOGETHER: usize = 64 << 20;

struct Walk<'a> {
    intake: Intake,
    language: Option<Language>,
    /// Files that wait to be read, and their bytes.
    waiting: Vec<Pieces>,
    held: usize,
    /// The folders that were read, by their real paths.
    seen: HashSet<PathBuf>,
    files: u64,
    bytes: u64,
    progress: &'a dyn Fn(u64, u64),
}

impl Walk<'_> {
    /// Reads a folder; `above` are the real paths of it and the folders it is in.
    fn folder(&mut self, folder: &Path, name: &str, above: &mut Vec<PathBuf>) {
        self.seen.insert(folder.to_owned());
        let entries = match fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>) {
            Ok(entries) => entries,
            Err(error) => return self.intake.leave_out(name, &format!("the folder cannot be listed ({error})")),
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
                Ok(_) => self.intake.leave_out(&name, "neither a file nor a folder"),
                Err(error) => self.intake.leave_out(&name, &unreadable(&path, &error)),
            }
        }
    }

    /// Reads a folder in a folder, unless a symbolic link led back.
    fn inner(&mut self, path: &Path, name: &str, above: &mut Vec<PathBuf>) {
        match path.canonicalize() {
            Ok(real) if above.contains(&real) => {
                self.intake.leave_out(name, "a symbolic link to a folder that it is in; remove the link");
            }
            Ok(real) if self.seen.contains(&real) => {
                self.intake.leave_out(name, "a symbolic link to a folder that was read already; remove one");
            }
            Ok(real) => {
                above.push(real.clone());
                self.folder(&real, name, above);
                above.pop();
            }
            Err(error) => self.intake.leave_out(name, &unreadable(path, &error)),
        }
    }

    /// Reads the files that wait.
    fn read(&mut self) {
        let files = std::mem::take(&mut self.waiting);
        self.held = 0;
        let pieces: Vec<(usize, usize)> = files
            .iter()
            .enumerate()
            .flat_map(|(file, pieces)| (0..pieces.count()).map(move |piece| (file, piece)))
            .collect();
        let (language, intake) = (self.language, &mut self.intake);
        let read = |(file, piece): &(usize, usize)| files[*file].read(*piece, language);
        // Taking does not fail, and a thread that stops takes the program with it.
        let _ = in_order(&pieces, &read, &mut |reading, _| {
            intake.take(reading);
            Ok(())
        });
    }

    fn file(&mut self, path: &Path, name: &str) {
        if !is_read(name) {
            return self.intake.pass_over(name);
        }
        match fs::metadata(path).map(|found| found.len()) {
            Ok(length) if length > largest(name) as u64 => return self.intake.leave_out_large(name),
            Ok(_) => {}
            Err(error) => return self.intake.leave_out(name, &unreadable(path, &error)),
        }
        match fs::read(path) {
            Ok(bytes) => {
                self.files += 1;
                self.bytes += bytes.len() as u64;
                self.held += bytes.len();
                self.waiting.push(Pieces::new(name, bytes));
                (self.progress)(self.files, self.bytes);
                if self.held >= TOGETHER {
                    self.read();
                }
            }
            Err(error) => self.intake.leave_out(name, &unreadable(path, &error)),
        }
    }
}

/// Why a file cannot be read, and what to do.
fn unreadable(path: &Path, error: &std::io::Error) -> String {
    let link = fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
    if link && error.kind() == std::io::ErrorKind::NotFound {
        return "a symbolic link to nothing; remove it".to_owned();
    }
    if link && error.kind() != std::io::ErrorKind::PermissionDenied {
        return "a symbolic link that leads round in a loop; remove it".to_owned();
    }
    format!("it cannot be read ({error}); look at who may read it")
}
