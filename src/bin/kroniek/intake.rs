//! Files are read into a sheaf, bit by bit, on all processors.

use std::collections::VecDeque;
use std::fs::File;
use std::io::Read as _;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Result, bail};
use kroniek::ingest::{Cutter, Notice, Outcome, Piece, Reading};
use kroniek::sheaf::{Binding, Gathering, Leaf, Sheaf};

use crate::parallel::in_order;
use crate::walk::{Listed, Listing, unreadable};

/// Bytes of a file that are read at once.
const STEP: usize = 256 << 10;

/// Reads the files of a listing into a sheaf; gives how many articles were read. `progress` is told how many bytes were read so far.
///
/// # Errors
///
/// Where the sheaf cannot be written; about files there are notices.
pub(crate) fn read(listing: Listing, binding: &mut Binding, progress: &(dyn Fn(u64) + Sync)) -> Result<u64> {
    let Listing { files, remarks } = listing;
    binding.remarks().join(remarks);
    let bytes = AtomicU64::new(0);
    let reading = Files { files: files.into_iter(), open: None, ready: VecDeque::new(), bytes: &bytes };
    let work = |step: Step| match step {
        Step::Piece(piece) => {
            let mut reading = piece.read(None, &|_| false);
            Done::Read(Leaf::all_of(&mut reading), reading)
        }
        Step::Begin(file) => Done::Begin(file),
        Step::LeftOut(notice) => Done::LeftOut(notice),
    };
    let (mut file, mut articles) = (0, 0);
    in_order(reading, &work, &mut |done| {
        progress(bytes.load(Ordering::Relaxed));
        match done {
            Done::Begin(listed) => file = binding.begin(listed.origin),
            Done::Read(leaves, reading) => {
                articles += leaves.len() as u64;
                binding.add(file, leaves, reading)?;
            }
            Done::LeftOut(notice) => binding.drop(file, notice),
        }
        Ok(())
    })?;
    Ok(articles)
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
        for notice in gathering.notices.iter().take(20) {
            reason += &format!("\n{notice}");
        }
        bail!(reason);
    }
    Ok(gathering)
}

/// What is next of the files.
enum Step {
    Begin(Listed),
    Piece(Piece),
    /// The file that was begun last is left out.
    LeftOut(Notice),
}

/// What came of it.
enum Done {
    Begin(Listed),
    Read(Vec<Leaf>, Reading),
    LeftOut(Notice),
}

/// The files of a listing as they are read.
struct Files<'a> {
    files: std::vec::IntoIter<Listed>,
    open: Option<(File, Cutter, Listed)>,
    ready: VecDeque<Step>,
    bytes: &'a AtomicU64,
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
        let Listed { path, origin } = &listed;
        self.ready.push_back(Step::Begin(Listed { path: path.clone(), origin: origin.clone() }));
        match File::open(path) {
            Ok(file) => self.open = Some((file, Cutter::new(&origin.path), listed)),
            Err(error) => self.leave_out(&listed, &error),
        }
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
        self.ready.extend(pieces.into_iter().map(Step::Piece));
        if let Err(notice) = cut {
            self.ready.push_back(Step::LeftOut(notice));
        }
    }

    fn leave_out(&mut self, listed: &Listed, error: &std::io::Error) {
        let (file, reason) = (listed.origin.path.clone(), unreadable(&listed.path, error));
        self.ready.push_back(Step::LeftOut(Notice { file, place: None, outcome: Outcome::LeftOut, reason }));
    }
}
