//! What is too much to sort in memory is sorted in runs, each in order, which are then read side by side.
//!
//! An entry of a run is a key and a value, each with its length ahead. Entries of one key come in the order in which their runs were added.

use std::cmp::Ordering;
use std::ops::Range;

use super::bytes::put;
use crate::Result;
use crate::spool::{self, NewSpool, Spool};

/// Bytes that are read of a run at once. Less would be slow on a disk; all the runs that are read side by side have as much in memory.
const AHEAD: usize = 64 << 10;

/// Runs that are read side by side, at most; more are first made into one.
const MOST: usize = 128;

/// A run being written: keys come in their order.
#[derive(Debug, Default)]
pub(super) struct RunWriter(Vec<u8>);

impl RunWriter {
    /// Adds an entry.
    pub(super) fn add(&mut self, key: &[u8], value: &[u8]) {
        put(&mut self.0, key.len() as u64);
        self.0.extend_from_slice(key);
        put(&mut self.0, value.len() as u64);
        self.0.extend_from_slice(value);
    }

    pub(super) fn size(&self) -> usize {
        self.0.len()
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.0
    }
}

/// Runs in spools.
pub(super) struct Runs<'a> {
    new: NewSpool<'a>,
    /// The first has the runs that were added, each of the others what was made of several.
    spools: Vec<Box<dyn Spool>>,
    /// The runs that were added, then those that were made of as many of these as may be, and so on; each with the number of its spool.
    levels: Vec<Vec<(usize, Range<u64>)>>,
}

impl<'a> Runs<'a> {
    pub(super) fn new(new: NewSpool<'a>) -> Self {
        Self { new, spools: vec![new()], levels: Vec::new() }
    }

    /// Takes in a run.
    pub(super) fn add(&mut self, run: &[u8]) -> Result<()> {
        if run.is_empty() {
            return Ok(());
        }
        let start = self.spools[0].size();
        self.spools[0].add(run)?;
        let mut added = (0, start..self.spools[0].size());
        for level in 0.. {
            if level == self.levels.len() {
                self.levels.push(Vec::new());
            }
            if self.levels[level].len() < MOST {
                self.levels[level].push(added);
                break;
            }
            let full = std::mem::replace(&mut self.levels[level], vec![added]);
            added = self.joined(&full)?;
        }
        Ok(())
    }

    /// Makes one run of several.
    fn joined(&mut self, runs: &[(usize, Range<u64>)]) -> Result<(usize, Range<u64>)> {
        let (mut spool, mut writer) = ((self.new)(), RunWriter::default());
        let mut merge = self.reading(runs.iter())?;
        let mut key = Vec::new();
        while let Some(next) = merge.key() {
            key.clear();
            key.extend_from_slice(next);
            merge.values(&key, &mut |_, value| {
                writer.add(&key, value);
                Ok(())
            })?;
            if writer.0.len() >= AHEAD {
                spool.add(&std::mem::take(&mut writer).finish())?;
            }
        }
        spool.add(&writer.finish())?;
        let run = (self.spools.len(), 0..spool.size());
        self.spools.push(spool);
        Ok(run)
    }

    fn reading<'b>(&'b self, runs: impl Iterator<Item = &'b (usize, Range<u64>)>) -> Result<Merge<'b>> {
        Merge::of(runs.map(|(spool, run)| (&*self.spools[*spool], run.clone())))
    }

    /// All entries in the order of their keys.
    pub(super) fn merge(&self) -> Result<Merge<'_>> {
        // What was joined came before what was not.
        self.reading(self.levels.iter().rev().flatten())
    }
}

/// The entries of runs that are read side by side.
pub(super) struct Merge<'a> {
    cursors: Vec<Cursor<'a>>,
    /// The numbers of the cursors, as a heap: the first has the least key.
    heap: Vec<u32>,
}

impl<'a> Merge<'a> {
    /// Of runs, each with the spool that it is in.
    pub(super) fn of(runs: impl Iterator<Item = (&'a dyn Spool, Range<u64>)>) -> Result<Self> {
        let mut cursors = Vec::new();
        for (number, (spool, run)) in runs.enumerate() {
            let mut cursor = Cursor::new(number, spool, run);
            if cursor.advance()? {
                cursors.push(cursor);
            }
        }
        let heap = (0..cursors.len() as u32).collect();
        let mut merge = Self { cursors, heap };
        (0..merge.heap.len() / 2).rev().for_each(|place| merge.sink(place));
        Ok(merge)
    }

    /// The next key; `None` at the end.
    pub(super) fn key(&self) -> Option<&[u8]> {
        self.heap.first().map(|first| self.cursors[*first as usize].key())
    }

    /// Passes the values of the next key on, if that is `key`, each with the number of its run.
    pub(super) fn values(&mut self, key: &[u8], take: &mut dyn FnMut(usize, &[u8]) -> Result<()>) -> Result<()> {
        while let Some(first) = self.heap.first().copied() {
            let cursor = &mut self.cursors[first as usize];
            if cursor.key() != key {
                break;
            }
            take(cursor.number, &cursor.held[cursor.value.clone()])?;
            if !cursor.advance()? {
                self.heap.swap_remove(0);
            }
            self.sink(0);
        }
        Ok(())
    }

    fn sink(&mut self, mut place: usize) {
        loop {
            let mut least = place;
            for child in [2 * place + 1, 2 * place + 2] {
                if child < self.heap.len() && self.compare(child, least).is_lt() {
                    least = child;
                }
            }
            if least == place {
                return;
            }
            self.heap.swap(place, least);
            place = least;
        }
    }

    fn compare(&self, one: usize, other: usize) -> Ordering {
        let (one, other) = (self.heap[one], self.heap[other]);
        let keys = self.cursors[one as usize].key().cmp(self.cursors[other as usize].key());
        keys.then(one.cmp(&other))
    }
}

/// A place in a run.
struct Cursor<'a> {
    /// The number of the run.
    number: usize,
    spool: &'a dyn Spool,
    /// Where what was not read yet begins, and where the run ends.
    place: u64,
    end: u64,
    held: Vec<u8>,
    /// Where the next entry begins in what is held.
    next: usize,
    key: Range<usize>,
    value: Range<usize>,
}

impl<'a> Cursor<'a> {
    fn new(number: usize, spool: &'a dyn Spool, run: Range<u64>) -> Self {
        Self { number, spool, place: run.start, end: run.end, held: Vec::new(), next: 0, key: 0..0, value: 0..0 }
    }

    fn key(&self) -> &[u8] {
        &self.held[self.key.clone()]
    }

    /// Goes to the next entry; whether there is one.
    fn advance(&mut self) -> Result<bool> {
        loop {
            if let Some((key, value)) = entry(&self.held[self.next..]) {
                (self.key, self.value) =
                    (key.start + self.next..key.end + self.next, value.start + self.next..value.end + self.next);
                self.next = self.value.end;
                return Ok(true);
            }
            if self.place == self.end {
                return if self.next == self.held.len() { Ok(false) } else { Err(spool::cut_short()) };
            }
            self.held.drain(..self.next);
            self.next = 0;
            // Twice as much each time, for an entry that is longer.
            let size = (self.end - self.place).min(AHEAD.max(self.held.len()) as u64) as usize;
            let start = self.held.len();
            self.held.resize(start + size, 0);
            self.spool.read(self.place, &mut self.held[start..])?;
            self.place += size as u64;
        }
    }
}

/// Where key and value of the first entry lie, if it is there as a whole.
fn entry(bytes: &[u8]) -> Option<(Range<usize>, Range<usize>)> {
    let (size, start) = number(bytes, 0)?;
    let key = start..start.checked_add(size)?;
    let (size, start) = number(bytes, key.end)?;
    let value = start..start.checked_add(size)?;
    (value.end <= bytes.len()).then_some((key, value))
}

/// A number, and where it ends.
fn number(bytes: &[u8], mut place: usize) -> Option<(usize, usize)> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let byte = *bytes.get(place)?;
        place += 1;
        number |= usize::from(byte & 0x7F).checked_shl(shift)?;
        shift += 7;
        if byte < 0x80 {
            return Some((number, place));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    /// All entries of some runs, in their order.
    fn read(runs: &Runs<'_>) -> Vec<(Vec<u8>, Vec<Vec<u8>>)> {
        let (mut merge, mut all) = (runs.merge().unwrap(), Vec::new());
        while let Some(key) = merge.key().map(<[u8]>::to_vec) {
            let mut values = Vec::new();
            merge
                .values(&key, &mut |_, value| {
                    values.push(value.to_vec());
                    Ok(())
                })
                .unwrap();
            all.push((key, values));
        }
        all
    }

    fn check(runs: Vec<Vec<(Vec<u8>, Vec<u8>)>>) {
        let mut expected: BTreeMap<Vec<u8>, Vec<Vec<u8>>> = BTreeMap::new();
        let new = || Box::new(Vec::new()) as Box<dyn Spool>;
        let mut added = Runs::new(&new);
        for run in runs {
            let mut writer = RunWriter::default();
            for (key, value) in run {
                writer.add(&key, &value);
                expected.entry(key).or_default().push(value);
            }
            added.add(&writer.finish()).unwrap();
        }
        assert_eq!(read(&added), expected.into_iter().collect::<Vec<_>>());
    }

    proptest! {
        #[test]
        fn entries_come_in_the_order_of_their_keys_and_runs(
            runs in prop::collection::vec(prop::collection::btree_map("[ab]{0,3}", "[xy]{0,4}", 0..6), 0..20)
        ) {
            let bytes = |(key, value): (String, String)| (key.into_bytes(), value.into_bytes());
            check(runs.into_iter().map(|run| run.into_iter().map(bytes).collect()).collect());
        }
    }

    #[test]
    fn more_runs_than_are_read_side_by_side_are_joined() {
        let sorted = |number: usize| {
            let entry = |at| (vec![b'a' + ((number * 7 + at) % 23) as u8], number.to_le_bytes().to_vec());
            let mut run: Vec<_> = (0..5).map(entry).collect();
            run.sort();
            run
        };
        check((0..MOST * 2 + 5).map(sorted).collect());
    }

    #[test]
    fn an_entry_may_be_longer_than_what_is_read_at_once() {
        check(vec![
            vec![(b"a".to_vec(), vec![1; 3 * AHEAD]), (b"b".to_vec(), vec![2; AHEAD - 9])],
            vec![(b"a".to_vec(), vec![3; 5]), (vec![b'c'; AHEAD + 1], Vec::new())],
        ]);
    }

    #[test]
    fn what_is_cut_short_is_an_error() {
        let mut writer = RunWriter::default();
        writer.add(b"key", b"value");
        let run = writer.finish();
        let new = || Box::new(Vec::new()) as Box<dyn Spool>;
        let mut runs = Runs::new(&new);
        runs.add(&run[..run.len() - 1]).unwrap();
        assert!(runs.merge().is_err());
    }
}
