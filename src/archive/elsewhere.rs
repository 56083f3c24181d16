//! An archive whose parts live elsewhere: each is fetched when it is needed, and let go of when there are many.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::ops::Range;

use super::container::{Lack, Source};

/// Bytes of parts that are held, unless one answer needs more. With fewer, what was just read is fetched again; more fills the memory of a
/// phone.
const HELD: usize = 48 << 20;

/// The head of an archive, and those parts of it that were fetched.
pub struct Elsewhere {
    head: Vec<u8>,
    /// Parts by where they begin, each with the turn in which it was last used.
    parts: BTreeMap<usize, (Vec<u8>, Cell<u32>)>,
    held: usize,
    turn: u32,
}

impl Elsewhere {
    /// An archive of which only the head is there.
    pub fn new(head: Vec<u8>) -> Self {
        Self { head, parts: BTreeMap::new(), held: 0, turn: 0 }
    }
}

impl Source for Elsewhere {
    fn read(&self, range: Range<usize>) -> Result<&[u8], Lack> {
        if range.end <= self.head.len() {
            return self.head.get(range).ok_or(Lack::Outside);
        }
        let (bytes, used) = self.parts.get(&range.start).ok_or(Lack::Chunk)?;
        used.set(self.turn);
        Ok(bytes)
    }

    fn size(&self) -> usize {
        self.head.len()
    }

    fn give(&mut self, range: Range<usize>, bytes: Vec<u8>) {
        self.held += bytes.len();
        if let Some((before, _)) = self.parts.insert(range.start, (bytes, Cell::new(self.turn))) {
            self.held -= before.len();
        }
    }

    fn tidy(&mut self) -> bool {
        // What the last answer was read from stays.
        let (turn, full) = (self.turn, self.held > HELD);
        self.turn += 1;
        if full {
            self.parts.retain(|_, (_, used)| used.get() == turn);
            let held = self.parts.values().map(|(bytes, _)| bytes.len()).sum();
            return std::mem::replace(&mut self.held, held) > held;
        }
        false
    }
}
