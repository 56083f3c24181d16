//! Where bytes wait while a site is made: in memory while they are few, then in a file.

use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use kroniek::spool::Spool;
use kroniek::{Error, Result};

/// Bytes of each spool that are in memory. With more, a collection of many segments has more in memory at once; with fewer, files are written in small bits.
const HELD: usize = 1 << 20;

/// Makes spools with their files in a folder.
#[derive(Debug, Clone)]
pub(crate) struct Spools {
    folder: PathBuf,
    held: usize,
}

impl Spools {
    /// Spools in a folder that is there.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), held: HELD }
    }

    /// The same, with no more than so many bytes of each in memory.
    #[cfg(test)]
    pub(crate) fn holding(self, held: usize) -> Self {
        Self { held, ..self }
    }

    /// An empty spool, of which nothing is left in the end.
    pub(crate) fn spool(&self) -> Box<dyn Spool> {
        Box::new(FileSpool {
            held: Vec::new(),
            most: self.held,
            file: None,
            written: 0,
            home: Home::Folder(self.folder.clone()),
        })
    }
}

/// A spool in a file of its own, which is written anew.
///
/// # Errors
///
/// When it cannot be.
pub(crate) fn create(path: &Path) -> Result<Box<dyn Spool>> {
    let file = OpenOptions::new().read(true).write(true).create(true).truncate(true).open(path);
    let file = file.map_err(|error| unwritable(path, &error))?;
    let home = Home::File(path.to_owned());
    Ok(Box::new(FileSpool { held: Vec::new(), most: HELD, file: Some(file), written: 0, home }))
}

/// A spool in a file that is there; it is read alone.
///
/// # Errors
///
/// When it cannot be.
pub(crate) fn open(path: &Path) -> Result<Box<dyn Spool>> {
    let unreadable = |error: std::io::Error| Error::kept(format!("it cannot be read ({error})"));
    let file = File::open(path).map_err(unreadable)?;
    let written = file.metadata().map_err(unreadable)?.len();
    Ok(Box::new(FileSpool {
        held: Vec::new(),
        most: HELD,
        file: Some(file),
        written,
        home: Home::File(path.to_owned()),
    }))
}

struct FileSpool {
    /// The last bytes, which are not in the file yet.
    held: Vec<u8>,
    most: usize,
    file: Option<File>,
    written: u64,
    home: Home,
}

/// Where the file is.
enum Home {
    /// It has no name; where a file must have one, it goes when the spool does.
    Folder(PathBuf),
    File(PathBuf),
}

impl FileSpool {
    fn path(&self) -> &Path {
        match &self.home {
            Home::Folder(path) | Home::File(path) => path,
        }
    }

    fn write(&mut self) -> Result<()> {
        if self.file.is_none() {
            self.file = Some(nameless(&mut self.home)?);
        }
        if let Some(file) = &mut self.file {
            let written = std::io::Write::write_all(file, &self.held);
            written.map_err(|error| unwritable(self.path(), &error))?;
        }
        self.written += self.held.len() as u64;
        self.held.clear();
        Ok(())
    }
}

impl Spool for FileSpool {
    fn size(&self) -> u64 {
        self.written + self.held.len() as u64
    }

    fn add(&mut self, bytes: &[u8]) -> Result<()> {
        self.held.extend_from_slice(bytes);
        if self.held.len() > self.most { self.write() } else { Ok(()) }
    }

    fn read(&self, place: u64, bytes: &mut [u8]) -> Result<()> {
        let from_file = self.written.saturating_sub(place).min(bytes.len() as u64) as usize;
        let (first, last) = bytes.split_at_mut(from_file);
        if let Some(file) = self.file.as_ref().filter(|_| !first.is_empty()) {
            let read = read_at(file, first, place);
            read.map_err(|error| Error::kept(format!("{}: it cannot be read ({error})", self.path().display())))?;
        }
        if !last.is_empty() {
            let start = (place + from_file as u64 - self.written) as usize;
            let held = self.held.get(start..start + last.len());
            last.copy_from_slice(held.ok_or_else(|| Error::kept("it was cut short; make it again"))?);
        }
        Ok(())
    }

    fn end(&mut self) -> Result<()> {
        if matches!(self.home, Home::File(_)) { self.write() } else { Ok(()) }
    }
}

#[cfg(not(unix))]
impl Drop for FileSpool {
    fn drop(&mut self) {
        if let (Home::Folder(path), true) = (&self.home, self.file.take().is_some()) {
            let _ = fs::remove_file(path);
        }
    }
}

/// A file of a folder without a name, so that it goes with the program, however that ends.
fn nameless(home: &mut Home) -> Result<File> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let Home::Folder(folder) = home else { return Err(Error::kept("it cannot be written")) };
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let path = folder.join(format!(".kroniek-{}-{number}", std::process::id()));
    let file = OpenOptions::new().read(true).write(true).create(true).truncate(true).open(&path);
    let file = file.map_err(|error| unwritable(folder, &error))?;
    if cfg!(unix) {
        let _ = fs::remove_file(&path);
    } else {
        *folder = path;
    }
    Ok(file)
}

fn unwritable(path: &Path, error: &std::io::Error) -> Error {
    Error::kept(format!("{}: nothing can be written here ({error}); see whether the disk is full", path.display()))
}

#[cfg(unix)]
fn read_at(file: &File, bytes: &mut [u8], place: u64) -> std::io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, place)
}

#[cfg(windows)]
fn read_at(file: &File, mut bytes: &mut [u8], mut place: u64) -> std::io::Result<()> {
    while !bytes.is_empty() {
        let read = std::os::windows::fs::FileExt::seek_read(file, bytes, place)?;
        if read == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        bytes = &mut bytes[read..];
        place += read as u64;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_added_is_read_wherever_it_is() {
        let spools = Spools::in_folder(&std::env::temp_dir()).holding(10);
        let mut spool = spools.spool();
        let all: Vec<u8> = (0..100).collect();
        for bytes in all.chunks(7) {
            spool.add(bytes).unwrap();
        }
        assert_eq!(spool.size(), 100);
        for (start, end) in [(0, 100), (0, 3), (93, 100), (98, 100), (50, 99)] {
            let mut bytes = vec![0; end - start];
            spool.read(start as u64, &mut bytes).unwrap();
            assert_eq!(bytes, all[start..end]);
        }
        assert!(spool.read(95, &mut [0; 6]).is_err());
    }
}
