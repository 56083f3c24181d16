//! An archive whose parts live elsewhere: each is fetched when it is needed, and let go of when there are many.

use std::cell::Cell;
use std::ops::Range;

use super::container::{Lack, Source};

/// Bytes of parts that are held, unless one answer needs more. With fewer, what was just read is fetched again; more fills the memory of a
/// phone.
const HELD: usize = 32 << 20;

/// What half so many answers before the last were read from stays when others are let go of, as far as there is room: a reader who types goes
/// back and forth.
const RECENT: u32 = 64;

/// The head of an archive, and those parts of it that were fetched.
pub struct Elsewhere {
    head: Vec<u8>,
    /// Parts in the order of where they begin.
    parts: Vec<Held>,
    held: usize,
    turn: u32,
}

/// A part that was fetched.
struct Held {
    start: usize,
    bytes: Vec<u8>,
    /// The turn in which it was last used.
    used: Cell<u32>,
}

impl Elsewhere {
    /// An archive of which only the head is there.
    pub fn new(head: Vec<u8>) -> Self {
        Self { head, parts: Vec::new(), held: 0, turn: 0 }
    }
}

impl Source for Elsewhere {
    fn read(&self, range: Range<usize>) -> Result<&[u8], Lack> {
        if range.end <= self.head.len() {
            return self.head.get(range).ok_or(Lack::Outside);
        }
        let place = self.parts.binary_search_by_key(&range.start, |part| part.start).map_err(|_| Lack::Chunk)?;
        let part = &self.parts[place];
        part.used.set(self.turn);
        Ok(&part.bytes)
    }

    fn size(&self) -> usize {
        self.head.len()
    }

    fn give(&mut self, range: Range<usize>, bytes: Vec<u8>) {
        if let Err(place) = self.parts.binary_search_by_key(&range.start, |part| part.start) {
            self.held += bytes.len();
            self.parts.insert(place, Held { start: range.start, bytes, used: Cell::new(self.turn) });
        }
    }

    fn tidy(&mut self) -> bool {
        let (turn, held) = (self.turn, self.held);
        self.turn += 1;
        let mut recent = RECENT;
        // What the last answer was read from stays.
        while self.held > HELD && recent > 0 {
            recent /= 2;
            self.parts.retain(|part| part.used.get() + recent >= turn);
            self.held = self.parts.iter().map(|part| part.bytes.len()).sum();
        }
        self.held < held
    }
}
