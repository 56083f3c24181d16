//! Tokens by byte pair encoding (Gage, 1994; Sennrich, Haddow and Birch, "Neural Machine Translation of Rare Words with Subword Units",
//! ACL 2016): from bytes on, the two that most often stand side by side in a word become one.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashMap};

/// A pair that comes less often than this is no token.
const FEW: u64 = 8;

/// At most so many tokens of words with how often each comes, and never fewer than every byte: then pairs of them and of other tokens, in
/// the order made. Two pairs may be of the same bytes.
pub(super) fn tokens(words: &[(&[u8], u64)], most: usize) -> Vec<Vec<u8>> {
    let mut tokens: Vec<Vec<u8>> = (0..=255).map(|byte| vec![byte]).collect();
    let mut cut: Vec<Vec<u16>> = words.iter().map(|(word, _)| word.iter().copied().map(u16::from).collect()).collect();
    let mut pairs = Pairs::default();
    for (word, symbols) in cut.iter().enumerate() {
        pairs.count(symbols, word, words[word].1 as i64, None);
    }
    pairs.settle();
    while let Some((count, pair)) = pairs.next().filter(|(count, _)| *count >= FEW && tokens.len() < most) {
        debug_assert!(count > 0);
        let token = [tokens[usize::from(pair.0)].as_slice(), &tokens[usize::from(pair.1)]].concat();
        for word in pairs.places.remove(&pair).unwrap_or_default() {
            let symbols = &mut cut[word as usize];
            let count = words[word as usize].1 as i64;
            if !symbols.windows(2).any(|two| (two[0], two[1]) == pair) {
                continue;
            }
            pairs.count(symbols, word as usize, -count, None);
            let mut place = 0;
            while place + 1 < symbols.len() {
                if (symbols[place], symbols[place + 1]) == pair {
                    symbols[place] = tokens.len() as u16;
                    symbols.remove(place + 1);
                }
                place += 1;
            }
            pairs.count(symbols, word as usize, count, Some(tokens.len() as u16));
        }
        pairs.settle();
        tokens.push(token);
    }
    tokens
}

type Pair = (u16, u16);

/// How often two tokens stand side by side, and in which words they may.
#[derive(Default)]
struct Pairs {
    counts: HashMap<Pair, i64>,
    places: HashMap<Pair, Vec<u32>>,
    /// What was counted since the heap was last made right.
    changed: BTreeMap<Pair, i64>,
    /// Some of the counts have changed since.
    heap: BinaryHeap<(i64, Reverse<Pair>)>,
}

impl Pairs {
    /// Counts the pairs of a word so many times more, or less. Where it has a new token, those without that are known to be in it.
    fn count(&mut self, symbols: &[u16], word: usize, count: i64, new: Option<u16>) {
        for two in symbols.windows(2) {
            *self.changed.entry((two[0], two[1])).or_default() += count;
            if count > 0 && new.is_none_or(|new| two.contains(&new)) {
                let places = self.places.entry((two[0], two[1])).or_default();
                if places.last() != Some(&(word as u32)) {
                    places.push(word as u32);
                }
            }
        }
    }

    fn settle(&mut self) {
        for (pair, change) in std::mem::take(&mut self.changed) {
            if change != 0 {
                let count = self.counts.entry(pair).or_default();
                *count += change;
                self.heap.push((*count, Reverse(pair)));
            }
        }
    }

    /// The pair that comes most often; of several the first.
    fn next(&mut self) -> Option<(u64, Pair)> {
        while let Some((count, Reverse(pair))) = self.heap.pop() {
            if self.counts.get(&pair) == Some(&count) {
                return u64::try_from(count).ok().map(|count| (count, pair));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pairs_that_come_most_often() {
        let words: [(&[u8], u64); 4] = [(b" de", 90), (b" den", 10), (b" banaan", 9), (b" aaaa", 8)];
        let made: Vec<String> =
            tokens(&words, 261)[256..].iter().map(|token| String::from_utf8_lossy(token).into_owned()).collect();
        // `aa` comes four times in two words; `an` is less often left than ` den` is there.
        assert_eq!(made, [" d", " de", "aa", " den", " b"]);
        assert_eq!(tokens(&words, 256).len(), 256);
        assert_eq!(tokens(&[(b"zz", FEW - 1)], 300).len(), 256);
    }
}
