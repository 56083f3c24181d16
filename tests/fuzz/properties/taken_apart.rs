//! An archive taken apart into its head and its parts, and put together again with all sizes and digests right, so that the readers
//! behind them are tried. The layout is described in `src/archive/container.rs`.

use xxhash_rust::xxh64::xxh64;

/// Bytes before the head: magic, version, its length, its digest.
const START: usize = 24;
const DIGEST: usize = 6;

/// Groups of parts that are of the whole collection, and of each segment.
const GLOBAL: usize = 5;
const OF_SEGMENT: usize = 7;

/// What an archive is made of.
#[derive(Clone)]
pub(super) struct TakenApart {
    start: Vec<u8>,
    pub(super) segments: usize,
    /// The parts of each group.
    pub(super) groups: Vec<Vec<Vec<u8>>>,
    /// What follows the directory in the head.
    pub(super) rest: Vec<u8>,
}

fn number(bytes: &[u8], place: &mut usize) -> usize {
    let (mut number, mut shift) = (0, 0);
    loop {
        let byte = usize::from(bytes[*place]);
        *place += 1;
        number |= (byte & 0x7F) << shift;
        shift += 7;
        if byte < 0x80 {
            return number;
        }
    }
}

fn put(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

impl TakenApart {
    /// Takes a sound archive apart.
    pub(super) fn new(bytes: &[u8]) -> Self {
        let end = START + u32::from_le_bytes(bytes[12..16].try_into().unwrap()) as usize;
        let (mut place, mut from) = (START, end);
        let segments = number(bytes, &mut place);
        let counts: Vec<usize> = (0..GLOBAL + OF_SEGMENT * segments).map(|_| number(bytes, &mut place)).collect();
        let mut groups = Vec::new();
        for count in counts {
            let mut parts = Vec::new();
            for _ in 0..count {
                let size = number(bytes, &mut place);
                place += DIGEST;
                parts.push(bytes[from..from + size].to_vec());
                from += size;
            }
            groups.push(parts);
        }
        assert_eq!(from, bytes.len());
        Self { start: bytes[..12].to_vec(), segments, groups, rest: bytes[place..end].to_vec() }
    }

    /// The head, and the parts in the order of their numbers.
    pub(super) fn head(&self) -> Vec<u8> {
        let mut head = Vec::new();
        put(&mut head, self.segments);
        self.groups.iter().for_each(|parts| put(&mut head, parts.len()));
        for part in self.parts() {
            put(&mut head, part.len());
            head.extend(&xxh64(part, 0).to_be_bytes()[..DIGEST]);
        }
        head.extend(&self.rest);
        let mut bytes = self.start.clone();
        bytes.extend((head.len() as u32).to_le_bytes());
        bytes.extend(xxh64(&head, 0).to_le_bytes());
        bytes.extend(head);
        bytes
    }

    pub(super) fn parts(&self) -> impl Iterator<Item = &Vec<u8>> {
        self.groups.iter().flatten()
    }

    /// One file again.
    pub(super) fn together(&self) -> Vec<u8> {
        let mut bytes = self.head();
        self.parts().for_each(|part| bytes.extend(part));
        bytes
    }
}
