//! Whether the bytes of an automaton can be walked.
//!
//! `fst` trusts the bytes it is given: where they are wrong it panics, or goes through keys without end. So every node
//! is looked at once before the first walk: that it lies inside, leads only to nodes before it, and that there are as many keys as
//! are announced. The layout is that of version 3 of the format, as the source of fst 0.4 has it: a node is read backwards from the
//! byte of its address.

/// The bytes before the first node.
const HEADER: usize = 16;

/// The bytes after the last: how many keys there are, the address of the root, a checksum.
const FOOTER: usize = 20;

/// The address of the node that ends a key and leads nowhere.
const EMPTY: usize = 0;

/// Nodes with more transitions than this have a table of 256 bytes to find one by its letter.
const WITH_TABLE: usize = 32;

/// No output is larger, so that no sum of them is too large.
const LARGEST_OUTPUT: u64 = 1 << 40;

/// Whether `bytes` are an automaton of exactly the number of keys that they announce, at most `most`.
pub(super) fn is_sound(bytes: &[u8], most: u64) -> bool {
    keys(bytes, most).is_some()
}

fn keys(bytes: &[u8], most: u64) -> Option<()> {
    let end = bytes.len().checked_sub(FOOTER).filter(|end| *end >= HEADER)?;
    let announced = number(bytes, end, 8)?;
    let root = usize::try_from(number(bytes, end + 8, 8)?).ok()?;
    if number(bytes, 0, 8)? != 3 || announced > most {
        return None;
    }
    if root == EMPTY {
        // The automaton of the empty key, or of none.
        return (end == HEADER && announced <= 1).then_some(());
    }
    if root < HEADER || root + 1 != end {
        return None;
    }
    // What a node leads to lies before it: so all that can be reached is found from the last to the first, and the keys
    // are counted from the first to the last.
    let nodes = &bytes[..end];
    let mut reached = vec![false; end];
    reached[root] = true;
    for address in (HEADER..end).rev() {
        if reached[address] {
            node(nodes, address, &mut |target| reached[target] = true)?;
        }
    }
    let mut counts = vec![0u32; end];
    counts[EMPTY] = 1;
    for address in HEADER..end {
        if reached[address] {
            let mut count = 0;
            let is_final = node(nodes, address, &mut |target| count += u64::from(counts[target]))?;
            counts[address] = u32::try_from(count + u64::from(is_final)).ok()?;
        }
    }
    (u64::from(counts[root]) == announced).then_some(())
}

/// Looks at the node at an address: calls `leads` with the address of each node that it leads to, all before it, and gives
/// whether a key ends in it; `None` if it is not one.
fn node(bytes: &[u8], address: usize, leads: &mut dyn FnMut(usize)) -> Option<bool> {
    let state = *bytes.get(address).filter(|_| address >= HEADER)?;
    let kind = state >> 6;
    let inline = usize::from(state & 0x3F);
    // A count of transitions, or a letter, that does not fit into the state stands before it.
    let place = address.checked_sub(usize::from(inline == 0))?;
    if kind == 3 {
        let target = place.checked_sub(1).filter(|target| *target >= HEADER)?;
        leads(target);
        return Some(false);
    }
    let (is_final, count) = match (kind, inline) {
        (2, _) => (false, 1),
        (_, 0) if bytes[place] == 1 => (kind == 1, 256),
        (_, 0) => (kind == 1, usize::from(bytes[place])),
        _ => (kind == 1, inline),
    };
    let place = place.checked_sub(1).filter(|place| *place >= HEADER)?;
    let (width, output_width) = (usize::from(bytes[place] >> 4), usize::from(bytes[place] & 0xF));
    if width > 8 || output_width > 8 || count > 0 && width == 0 {
        return None;
    }
    let table = if kind < 2 && count > WITH_TABLE { 256 } else { 0 };
    let letters = if kind == 2 { 0 } else { count };
    let outputs = count + usize::from(is_final);
    let deltas = place.checked_sub(table + letters + count * width)?;
    let start = deltas.checked_sub(outputs * output_width).filter(|start| *start >= HEADER)?;
    let small = |place: usize| number(bytes, place, output_width).is_some_and(|output| output <= LARGEST_OUTPUT);
    if !(0..outputs).all(|output| small(start + output * output_width)) {
        return None;
    }
    for transition in 0..count {
        leads(match usize::try_from(number(bytes, deltas + transition * width, width)?).ok()? {
            0 => EMPTY,
            delta => start.checked_sub(delta).filter(|target| *target >= HEADER)?,
        });
    }
    Some(is_final)
}

/// A little-endian number of some bytes.
fn number(bytes: &[u8], place: usize, width: usize) -> Option<u64> {
    Some(bytes.get(place..place + width)?.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use fst::{Map, Streamer as _};
    use proptest::prelude::*;

    fn automaton(keys: &std::collections::BTreeSet<Vec<u8>>) -> Vec<u8> {
        Map::from_iter(keys.iter().zip(0u64..)).unwrap().into_fst().into_inner()
    }

    proptest! {
        #[test]
        fn what_fst_writes_is_sound(keys in prop::collection::btree_set(prop::collection::vec(any::<u8>(), 0..5), 0..300)) {
            prop_assert!(is_sound(&automaton(&keys), keys.len() as u64));
        }

        #[test]
        fn what_is_sound_can_be_walked(
            keys in prop::collection::btree_set("[a-e]{0,5}", 1..80),
            place in any::<prop::sample::Index>(),
            byte in any::<u8>(),
        ) {
            let mut bytes = automaton(&keys.into_iter().map(String::into_bytes).collect());
            let place = place.index(bytes.len());
            bytes[place] = byte;
            if is_sound(&bytes, 80) {
                let map = Map::new(bytes).unwrap();
                let (mut stream, mut walked) = (map.stream(), 0);
                while let Some((_, value)) = stream.next() {
                    let _ = map.as_fst().get_key(value);
                    walked += 1;
                }
                prop_assert_eq!(walked, map.len());
            }
        }
    }
}
