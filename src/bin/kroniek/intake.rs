//! Files are read into a sheaf, bit by bit, on all processors.

use std::collections::{HashSet, VecDeque};
use std::fs::File;
use std::io::Read as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Result, bail};
use kroniek::ingest::{Cutter, Notice, Outcome, Piece, Reading};
use kroniek::sheaf::{Binding, Former, Gathering, Leaf, Lines, Origin, Sheaf};

use crate::parallel::in_order;
use crate::said;
use crate::walk::{Listed, Listing, unreadable};

/// Bytes of a file that are read at once.
const STEP: usize = 256 << 10;

/// How many articles were read, and how many taken over as they were.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) read: u64,
    pub(crate) kept: u64,
}

/// Reads the files of a listing into a sheaf. Of a `former` one are taken over files that have not changed, and of files of lines that have, the
/// lines that have not. `progress` is told how many bytes were read so far.
///
/// # Errors
///
/// Where a sheaf cannot be read or written; about files there are notices.
pub(crate) fn read(
    listing: Listing,
    binding: &mut Binding,
    former: Option<&Former>,
    progress: &(dyn Fn(u64) + Sync),
) -> Result<Counts> {
    let Listing { files, remarks } = listing;
    binding.remarks().join(remarks);
    let bytes = AtomicU64::new(0);
    let former = Formerly { former, shared: shared(&files) };
    let none = Arc::default();
    let files = files.into_iter();
    let reading = Files { files, open: None, ready: VecDeque::new(), bytes: &bytes, former: &former, lines: none };
    let work = |step: Step| match step {
        Step::Piece(piece, lines) => {
            let mut reading = piece.read(None, &|digest| lines.contains_key(&digest));
            Done::Read(Leaf::all_of(&mut reading), reading, lines)
        }
        Step::Begin(origin) => Done::Begin(origin),
        Step::Keep(origin, number) => Done::Keep(origin, number),
        Step::LeftOut(notice) => Done::LeftOut(notice),
    };
    let (mut file, mut counts) = (0, Counts::default());
    in_order(reading, &work, &mut |done| {
        progress(bytes.load(Ordering::Relaxed));
        match done {
            Done::Begin(origin) => file = binding.begin(origin),
            Done::Keep(origin, number) => {
                file = binding.begin(origin);
                if let Some(former) = former.former {
                    counts.kept += binding.keep_file(file, former, number)?;
                }
            }
            Done::Read(leaves, reading, lines) => {
                counts.read += leaves.len() as u64;
                counts.kept += reading.known().len() as u64;
                if let Some(former) = former.former {
                    binding.keep_lines(file, former, &lines, reading.known())?;
                }
                binding.add(file, leaves, reading)?;
            }
            Done::LeftOut(notice) => binding.drop(file, notice),
        }
        Ok(())
    })?;
    Ok(counts)
}

/// The paths that several files share, as they may where there are several folders.
fn shared(files: &[Listed]) -> HashSet<String> {
    let mut seen = HashSet::new();
    let again = files.iter().map(|file| file.origin.path.as_str()).filter(|path| !seen.insert(*path));
    again.map(str::to_owned).collect()
}

/// What may be taken over.
struct Formerly<'a> {
    former: Option<&'a Former>,
    /// Paths of which it is not known which file had them.
    shared: HashSet<String>,
}

impl Formerly<'_> {
    fn of(&self, path: &str) -> Option<&Former> {
        self.former.filter(|_| !self.shared.contains(path))
    }
}

/// Takes sheaves together, in segments of no more than `limit` bytes of text. `shown` is what they were made of.
///
/// # Errors
///
/// Where a sheaf cannot be read again, and where there is not one article in all of them; what became of the files is told
/// then too.
pub(crate) fn gather(sheaves: Vec<Sheaf>, limit: u64, shown: &[PathBuf]) -> Result<Gathering> {
    let gathering = Gathering::new(sheaves, limit)?;
    if gathering.articles() == 0 {
        let shown: Vec<String> = shown.iter().map(|folder| folder.display().to_string()).collect();
        let mut reason = format!("there is no article in {}; put .txt, .md or .jsonl files there", shown.join(", "));
        for line in said::lines(&gathering.notices) {
            reason += &format!("\n{line}");
        }
        bail!(reason);
    }
    Ok(gathering)
}

/// What is next of the files.
enum Step {
    Begin(Origin),
    /// The file has not changed since it had a number.
    Keep(Origin, u32),
    /// Some of the file that was begun last, and its lines that are known.
    Piece(Piece, Arc<Lines>),
    /// The file that was begun last is left out.
    LeftOut(Notice),
}

/// What came of it.
enum Done {
    Begin(Origin),
    Keep(Origin, u32),
    Read(Vec<Leaf>, Reading, Arc<Lines>),
    LeftOut(Notice),
}

/// The files of a listing as they are read.
struct Files<'a> {
    files: std::vec::IntoIter<Listed>,
    open: Option<(File, Cutter, Listed)>,
    ready: VecDeque<Step>,
    bytes: &'a AtomicU64,
    former: &'a Formerly<'a>,
    /// The lines of the file that was begun last that are known.
    lines: Arc<Lines>,
}

impl Iterator for Files<'_> {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        while self.ready.is_empty() {
            match self.open.take() {
                Some(open) => self.go_on(open),
                None => {
                    let listed = self.files.next()?;
                    self.begin(listed);
                }
            }
        }
        self.ready.pop_front()
    }
}

impl Files<'_> {
    fn begin(&mut self, listed: Listed) {
        let origin = listed.origin.clone();
        let former = self.former.of(&origin.path);
        if let Some(number) = former.and_then(|former| former.unchanged(&origin)) {
            self.bytes.fetch_add(origin.size, Ordering::Relaxed);
            return self.ready.push_back(Step::Keep(origin, number));
        }
        self.lines = Arc::new(former.map(|former| former.lines(&origin.path)).unwrap_or_default());
        match File::open(&listed.path) {
            Ok(file) => self.open = Some((file, Cutter::new(&origin.path), listed)),
            Err(error) => self.leave_out(&listed, &error),
        }
        self.ready.push_front(Step::Begin(origin));
    }

    fn go_on(&mut self, (mut file, mut cutter, listed): (File, Cutter, Listed)) {
        let mut bytes = vec![0; STEP.min(listed.origin.size as usize + 1)];
        let mut pieces = Vec::new();
        let read = loop {
            match file.read(&mut bytes) {
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        let cut = match read {
            Err(error) => return self.leave_out(&listed, &error),
            Ok(0) => cutter.finish(&mut pieces),
            Ok(read) => {
                self.bytes.fetch_add(read as u64, Ordering::Relaxed);
                let cut = cutter.add(&bytes[..read], &mut pieces);
                if cut.is_ok() {
                    self.open = Some((file, cutter, listed));
                }
                cut
            }
        };
        self.ready.extend(pieces.into_iter().map(|piece| Step::Piece(piece, self.lines.clone())));
        if let Err(notice) = cut {
            self.ready.push_back(Step::LeftOut(notice));
        }
    }

    fn leave_out(&mut self, listed: &Listed, error: &std::io::Error) {
        let (file, reason) = (listed.origin.path.clone(), unreadable(&listed.path, error));
        self.ready.push_back(Step::LeftOut(Notice { file, place: None, outcome: Outcome::LeftOut, reason }));
    }
}
