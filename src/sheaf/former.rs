//! A sheaf of the last time, of which is taken over what has not changed.

use std::collections::{HashMap, HashSet};

use super::binding::{Binding, Origin, Sheaf};
use super::leaf::Slip;
use crate::Result;
use crate::ingest::{Notice, Place};

/// A sheaf of the last time.
pub struct Former {
    sheaf: Sheaf,
    /// The numbers of its files by their paths; not of files that were left out, nor of those that share a path.
    files: HashMap<String, u32>,
    notices: HashMap<String, Vec<Notice>>,
}

/// The lines of a file that need not be read again: the numbers of their leaves by digests of the lines.
pub type Lines = HashMap<u64, u32>;

impl Former {
    /// A sheaf that is whole.
    pub fn new(mut sheaf: Sheaf) -> Self {
        let mut notices: HashMap<String, Vec<Notice>> = HashMap::new();
        for notice in std::mem::take(&mut sheaf.remarks.notices) {
            notices.entry(notice.file.clone()).or_default().push(notice);
        }
        let (mut files, mut several) = (HashMap::new(), HashSet::new());
        for (number, origin) in (0..).zip(&sheaf.origins) {
            let there = files.insert(origin.path.clone(), number).is_some();
            if there || sheaf.dropped.contains(&number) {
                several.insert(origin.path.clone());
            }
        }
        files.retain(|path, _| !several.contains(path));
        Self { sheaf, files, notices }
    }

    /// The number of a file here, if it has the same size and was not changed since.
    pub fn unchanged(&self, origin: &Origin) -> Option<u32> {
        let number = *self.files.get(&origin.path)?;
        (origin.modified > 0 && self.sheaf.origins[number as usize] == *origin).then_some(number)
    }

    /// The lines of a file, as it was, of which there is nothing to say.
    pub fn lines(&self, path: &str) -> Lines {
        let Some(file) = self.files.get(path) else { return Lines::new() };
        let notices = self.notices.get(path).into_iter().flatten();
        let mut said: HashSet<Option<Place>> = notices.map(|notice| notice.place).collect();
        let windows_1252 = self.sheaf.remarks.windows_1252.get(path).into_iter().flatten();
        said.extend(windows_1252.map(|line| Some(Place::Line(*line))));
        let clean =
            |(_, slip): &(u32, &Slip)| slip.line.is_some_and(|line| !said.contains(&Some(Place::Line(line as usize))));
        self.slips(*file).filter(clean).map(|(number, slip)| (slip.line_digest, number)).collect()
    }

    /// The slips of a file, each with its number.
    fn slips(&self, file: u32) -> impl Iterator<Item = (u32, &Slip)> {
        // Files come one after another.
        let slips = &self.sheaf.slips;
        let start = slips.partition_point(|slip| slip.file < file);
        (start as u32..).zip(slips[start..].iter().take_while(move |slip| slip.file == file))
    }
}

impl Binding {
    /// Takes over a file that has not changed, by its number here and there; gives how many articles it has.
    ///
    /// # Errors
    ///
    /// Here and below: when one of the spools cannot be written or read.
    pub fn keep_file(&mut self, file: u32, former: &Former, number: u32) -> Result<u64> {
        let path = &former.sheaf.origins[number as usize].path;
        self.remarks().notices.extend(former.notices.get(path).into_iter().flatten().cloned());
        if let Some(lines) = former.sheaf.remarks.windows_1252.get(path) {
            self.remarks().windows_1252.insert(path.clone(), lines.clone());
        }
        let mut articles = 0;
        for (_, slip) in former.slips(number) {
            self.keep(former, slip, file, slip.line)?;
            articles += 1;
        }
        Ok(articles)
    }

    /// Takes over lines that have not changed, each where it is now and with its digest, by the numbers of their leaves.
    pub fn keep_lines(&mut self, file: u32, former: &Former, lines: &Lines, kept: &[(usize, u64)]) -> Result<()> {
        for (line, digest) in kept {
            if let Some(slip) = lines.get(digest).and_then(|number| former.sheaf.slips.get(*number as usize)) {
                self.keep(former, slip, file, Some(u32::try_from(*line).unwrap_or(u32::MAX)))?;
            }
        }
        Ok(())
    }

    fn keep(&mut self, former: &Former, slip: &Slip, file: u32, line: Option<u32>) -> Result<()> {
        let (shareable, body) = (former.sheaf.shareable(slip)?, former.sheaf.body(slip)?);
        self.bind(Slip { file, line, ..slip.clone() }, &shareable, &body)
    }
}
