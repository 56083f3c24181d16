//! A word as the tables hold it, and where it stands in one.
//!
//! Every word of a text comes by here and few are in a table. So where a word would stand is told by its length and four of
//! its letters, without folding it, and an empty slot there says that it is in none.

use super::words::Meaning;

/// The longest word that any table holds, in bytes.
pub(super) const LONGEST: usize = 32;

/// Slots of an index, a power of two. With some five times as many as words, most words that a table does not hold meet an
/// empty slot at once; many more would push other tables out of the nearest cache.
const SLOTS: usize = 4096;

/// Where a table has the words of each hash, with 1 added; 0 where it has none.
pub(super) type Index = [u16; SLOTS];

/// The number of a word in a table, whatever its case; its letters are ASCII.
#[inline]
pub(super) fn place(word: &[u8], table: &[(&str, Meaning)], index: &Index) -> Option<usize> {
    if word.is_empty() {
        return None;
    }
    let mut slot = slot(word);
    loop {
        let at = usize::from(index[slot]).checked_sub(1)?;
        if table[at].0.len() == word.len() && table[at].0.as_bytes().eq_ignore_ascii_case(word) {
            return Some(at);
        }
        slot = (slot + 1) % SLOTS;
    }
}

/// The index of a table.
pub(super) const fn index(table: &[(&str, Meaning)]) -> Index {
    assert!(table.len() < SLOTS / 2);
    let mut index = [0; SLOTS];
    let mut at = 0;
    while at < table.len() {
        let mut slot = slot(table[at].0.as_bytes());
        while index[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        at += 1;
        index[slot] = at as u16;
    }
    index
}

/// By the length of a word, its first three letters and its last: where the words of a language differ most. The
/// multiplier is that of Fibonacci hashing (Knuth, *The Art of Computer Programming* 3, 6.4).
#[inline]
const fn slot(word: &[u8]) -> usize {
    let last = word.len() - 1;
    let second = if last > 1 { 1 } else { last };
    let third = if last > 2 { 2 } else { second };
    let letters = u32::from_le_bytes([word[0], word[second], word[third], word[last]]) | 0x2020_2020;
    ((letters ^ (word.len() as u32) << 5).wrapping_mul(0x9e37_79b1) >> 20) as usize % SLOTS
}

/// Lower case without diacritics, for the words that tables hold. `None` where a word is too long or has other letters.
///
/// Of its own, because the tables hold Western European words only.
pub(super) fn fold<'a>(word: &str, buffer: &'a mut [u8; LONGEST]) -> Option<&'a str> {
    let mut length = 0;
    for c in word.chars() {
        if c == 'ß' {
            // Two letters: the first is put here.
            *buffer.get_mut(length)? = b's';
            length += 1;
        }
        let plain = match c {
            'ß' => b's',
            'a'..='z' => c as u8,
            'A'..='Z' => c as u8 | 0x20,
            'à'..='å' | 'À'..='Å' => b'a',
            'è'..='ë' | 'È'..='Ë' => b'e',
            'ì'..='ï' | 'Ì'..='Ï' => b'i',
            'ò'..='ö' | 'Ò'..='Ö' => b'o',
            'ù'..='ü' | 'Ù'..='Ü' => b'u',
            _ => return None,
        };
        *buffer.get_mut(length)? = plain;
        length += 1;
    }
    std::str::from_utf8(&buffer[..length]).ok()
}
