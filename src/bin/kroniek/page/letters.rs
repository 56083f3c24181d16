//! Bytes as letters that may stand in a page: four bytes are five letters of 85, a fifth less than base64 adds.
//!
//! As in Ascii85, a last group of fewer bytes is one letter longer than it has bytes. The letters are those of ASCII from `!` on but for
//! what HTML or a string of JavaScript would take for more than a letter; `www/app/letters.js` reads them.

use std::io::{self, Write};

/// Letters that are left out.
const OTHERS: &[u8] = b"\"&'<>\\`";

/// The letters in their order.
const LETTERS: [u8; 85] = {
    let (mut letters, mut count, mut letter) = ([0; 85], 0, b'!');
    while count < 85 {
        let (mut other, mut kept) = (0, true);
        while other < OTHERS.len() {
            kept &= OTHERS[other] != letter;
            other += 1;
        }
        if kept {
            letters[count] = letter;
            count += 1;
        }
        letter += 1;
    }
    letters
};

/// Writes bytes as letters.
pub(super) struct Letters<W: Write> {
    out: W,
    held: Vec<u8>,
}

impl<W: Write> Letters<W> {
    pub(super) fn new(out: W) -> Self {
        Self { out, held: Vec::new() }
    }

    pub(super) fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.held.extend_from_slice(bytes);
        let whole = self.held.len() / 4 * 4;
        let mut letters = Vec::with_capacity(whole / 4 * 5);
        self.held[..whole].chunks(4).for_each(|four| letters.extend_from_slice(&five(four)));
        self.held.drain(..whole);
        self.out.write_all(&letters)
    }

    /// Writes what is left, and gives back what it was written to.
    pub(super) fn finish(mut self) -> io::Result<W> {
        if !self.held.is_empty() {
            self.out.write_all(&five(&self.held)[..=self.held.len()])?;
        }
        Ok(self.out)
    }
}

/// The letters of up to four bytes.
fn five(bytes: &[u8]) -> [u8; 5] {
    let mut four = [0; 4];
    four[..bytes.len()].copy_from_slice(bytes);
    let mut number = u32::from_be_bytes(four);
    let mut letters = [0; 5];
    for letter in letters.iter_mut().rev() {
        *letter = LETTERS[(number % 85) as usize];
        number /= 85;
    }
    letters
}

#[cfg(test)]
pub(super) fn read(letters: &[u8]) -> Vec<u8> {
    let value = |letter: &u8| LETTERS.iter().position(|known| known == letter).unwrap() as u64;
    let group = |group: &[u8]| {
        let number = (0..5).fold(0, |number, place| number * 85 + group.get(place).map_or(84, value));
        (number as u32).to_be_bytes()[..group.len() - 1].to_vec()
    };
    letters.chunks(5).flat_map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for length in 0..40usize {
            let bytes: Vec<u8> = (0..length).map(|number| (number * 157 + 200) as u8).collect();
            for piece in 1..7 {
                let mut letters = Letters::new(Vec::new());
                bytes.chunks(piece).for_each(|piece| letters.write_all(piece).unwrap());
                let written = letters.finish().unwrap();
                assert_eq!(written.len(), length.div_ceil(4) + length);
                assert_eq!(read(&written), bytes);
            }
        }
        assert_eq!(read(&five(&[0xFF; 4])), [0xFF; 4]);
    }

    #[test]
    fn the_letters_mean_nothing_to_a_page() {
        assert!(
            LETTERS.is_sorted() && LETTERS.iter().all(|letter| letter.is_ascii_graphic() && !OTHERS.contains(letter))
        );
    }
}
