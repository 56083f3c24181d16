//! Changes to bytes: small ones, and those that keep pieces whole and put them elsewhere.

use arbitrary::{Result, Unstructured};

/// No input grows larger.
const LARGEST: usize = 256 << 10;

/// Numbers at which counts, sizes and offsets go wrong: as one byte, as LEB128, as four bytes.
const EDGES: [&[u8]; 12] = [
    &[0],
    &[1],
    &[0x7F],
    &[0x80],
    &[0xFF],
    &[0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01],
    &[0xFF, 0xFF, 0xFF, 0xFF, 0x0F],
    &[0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
    &[0xFF, 0xFF, 0xFF, 0xFF],
    &[0xFF, 0xFF, 0xFF, 0x7F],
    &[0, 0, 0, 0x80],
    &[0x80, 0x80, 0x04],
];

/// Changes bytes in one to eight places. `pieces` are what is put in; without any, only what is there is moved about.
pub(super) fn change(u: &mut Unstructured<'_>, bytes: &mut Vec<u8>, pieces: &[&[u8]]) -> Result<()> {
    for _ in 0..u.int_in_range(1..=8)? {
        change_once(u, bytes, pieces)?;
        bytes.truncate(LARGEST);
    }
    Ok(())
}

fn change_once(u: &mut Unstructured<'_>, bytes: &mut Vec<u8>, pieces: &[&[u8]]) -> Result<()> {
    let range = range(u, bytes.len())?;
    let place = range.start;
    match u.int_in_range(0..=10)? {
        0 | 1 => {
            if let Some(byte) = bytes.get_mut(place) {
                *byte ^= 1 << u.int_in_range(0..=7)?;
            }
        }
        2 => {
            if let Some(byte) = bytes.get_mut(place) {
                *byte = u.arbitrary()?;
            }
        }
        3 => {
            let edge = *u.choose(&EDGES)?;
            let end = bytes.len().min(place + edge.len());
            bytes.splice(place..end, edge.iter().copied());
        }
        4 => drop(bytes.splice(place..place, u.choose(&EDGES)?.iter().copied())),
        5 => drop(bytes.drain(range)),
        6 => {
            let copy = bytes[range].to_vec();
            let other = u.int_in_range(0..=bytes.len())?;
            bytes.splice(other..other, copy);
        }
        7 => {
            // What comes once comes a thousand times.
            let copy = bytes[range.start..range.end.min(range.start + 64)].repeat(1 << u.int_in_range(0..=12)?);
            bytes.splice(place..place, copy);
        }
        8 => bytes.truncate(place),
        9 => {
            let number = u.int_in_range(1..=12)?;
            let new: Vec<u8> = u.bytes(number)?.to_vec();
            bytes.splice(place..place, new);
        }
        _ if pieces.is_empty() => bytes.rotate_left(place),
        _ => {
            let piece = *u.choose(pieces)?;
            let times = if u.ratio(1, 8)? { 1 << u.int_in_range(0..=10)? } else { 1 };
            bytes.splice(place..place, piece.repeat(times));
        }
    }
    Ok(())
}

/// A range within so many bytes, mostly a short one.
fn range(u: &mut Unstructured<'_>, length: usize) -> Result<std::ops::Range<usize>> {
    let start = u.int_in_range(0..=length)?;
    let most = if u.ratio(3, 4)? { 16 } else { length };
    let end = u.int_in_range(start..=length.min(start + most))?;
    Ok(start..end)
}
