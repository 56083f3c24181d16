//! A text cut into words, and words into tokens: into those that cost the fewest bits, each by itself (Kudo, "Subword Regularization",
//! ACL 2018).

use std::collections::HashMap;

/// Bytes of a word, at most; what is longer is several.
pub(super) const LONGEST: usize = 32;

/// No token.
const NONE: u16 = u16::MAX;

/// No node.
const NOWHERE: u32 = u32::MAX;

/// The words of a text: runs of letters, of digits, of other signs, each with the space before it. All that is not ASCII counts as letters.
pub(super) fn words(mut text: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        let space = usize::from(text.first() == Some(&b' '));
        let kind = text.get(space).map(kind);
        let run = text[space..]
            .iter()
            .take(LONGEST - space)
            .take_while(|byte| Some(self::kind(byte)) == kind && **byte != b' ');
        let (word, rest) = text.split_at(space + run.count());
        text = rest;
        (!word.is_empty()).then_some(word)
    })
}

/// Letters beyond ASCII are two bytes or more, all of them from 128 on.
fn kind(byte: &u8) -> u8 {
    match byte {
        b'0'..=b'9' => 1,
        b'A'..=b'Z' | b'a'..=b'z' | 0x80.. => 2,
        _ => 0,
    }
}

/// Cuts words into tokens.
pub(super) struct Cutter {
    /// The nodes of a trie below each node and byte, which are one number, found by its hash.
    below: Vec<(u32, u32)>,
    /// By node, the token that ends there.
    token: Vec<u16>,
    /// By token, its cost in bits, as many times as [`Cutter::BIT`] says.
    costs: Vec<u32>,
}

impl Cutter {
    /// What one bit costs.
    pub(super) const BIT: f64 = 256.0;

    /// A cutter into tokens, among them every byte, with the cost of each.
    pub(super) fn new(tokens: &[Vec<u8>], costs: Vec<u32>) -> Self {
        // There are no more nodes than bytes: at least half of it stays empty.
        let room = (2 * tokens.iter().map(Vec::len).sum::<usize>()).next_power_of_two();
        let mut cutter = Self { below: vec![(NOWHERE, NOWHERE); room], token: vec![NONE], costs };
        for (number, token) in (0..).zip(tokens) {
            let mut node = 0;
            for byte in token {
                let slot = cutter.slot(node, *byte);
                if cutter.below[slot].1 == NOWHERE {
                    cutter.below[slot] = (node << 8 | u32::from(*byte), cutter.token.len() as u32);
                    cutter.token.push(NONE);
                }
                node = cutter.below[slot].1;
            }
            cutter.token[node as usize] = number;
        }
        cutter
    }

    /// Where the node below a node at a byte is, or would be.
    fn slot(&self, node: u32, byte: u8) -> usize {
        let key = node << 8 | u32::from(byte);
        // The highest bits of the hash are the best mixed.
        let mut slot = ((u64::from(key.wrapping_mul(0x9E37_79B1)) * self.below.len() as u64) >> 32) as usize;
        while self.below[slot].1 != NOWHERE && self.below[slot].0 != key {
            slot = (slot + 1) & (self.below.len() - 1);
        }
        slot
    }

    /// Appends the tokens of a word.
    pub(super) fn cut(&self, word: &[u8], out: &mut Vec<u16>) {
        // By place in the word: the least that it costs to get there, and by which token.
        let mut best = [(u32::MAX, NONE, 0u8); LONGEST + 1];
        best[0].0 = 0;
        for start in 0..word.len() {
            let before = best[start].0;
            let mut node = 0;
            for end in start..word.len() {
                node = self.below[self.slot(node, word[end])].1;
                if node == NOWHERE {
                    break;
                }
                let token = self.token[node as usize];
                if token != NONE {
                    let cost = before + self.costs[usize::from(token)];
                    if cost < best[end + 1].0 {
                        best[end + 1] = (cost, token, start as u8);
                    }
                }
            }
            // A word that is a token is hardly ever cheaper as several.
            if best[word.len()].1 != NONE && start == 0 {
                break;
            }
        }
        let (first, mut place) = (out.len(), word.len());
        while place > 0 {
            let (_, token, start) = best[place];
            out.push(token);
            place = usize::from(start);
        }
        out[first..].reverse();
    }
}

/// How words were cut: most come again and again.
pub(super) struct Known<'a> {
    cutter: &'a Cutter,
    words: HashMap<Vec<u8>, Vec<u16>>,
}

impl<'a> Known<'a> {
    pub(super) fn of(cutter: &'a Cutter) -> Self {
        Self { cutter, words: HashMap::new() }
    }

    /// Appends the tokens of a word.
    pub(super) fn cut(&mut self, word: &[u8], out: &mut Vec<u16>) {
        if let Some(tokens) = self.words.get(word) {
            return out.extend_from_slice(tokens);
        }
        let first = out.len();
        self.cutter.cut(word, out);
        self.words.insert(word.to_vec(), out[first..].to_vec());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut_of(text: &str) -> Vec<&str> {
        words(text.as_bytes()).map(|word| str::from_utf8(word).unwrap()).collect()
    }

    #[test]
    fn words_take_the_space_before_them() {
        assert_eq!(
            cut_of("In mei 1672, zei hij:  “Één!”\n\nDaarna"),
            ["In", " mei", " 1672", ",", " zei", " hij", ":", " ", " “Één", "!", "”", "\n\n", "Daarna"]
        );
        assert_eq!(cut_of(&"a".repeat(40)), ["a".repeat(32), "a".repeat(8)]);
    }

    proptest! {
        #[test]
        fn words_and_tokens_are_all_of_the_text(text in any::<Vec<u8>>()) {
            prop_assert_eq!(words(&text).collect::<Vec<_>>().concat(), text.clone());
            let tokens: Vec<Vec<u8>> = (0..=255).map(|byte| vec![byte]).chain([b" de".to_vec(), b"en".to_vec()]).collect();
            let cutter = Cutter::new(&tokens, vec![9; tokens.len()]);
            let mut cut = Vec::new();
            words(&text).for_each(|word| cutter.cut(word, &mut cut));
            let told: Vec<u8> = cut.iter().flat_map(|token| &tokens[usize::from(*token)]).copied().collect();
            prop_assert_eq!(told, text);
        }
    }

    #[test]
    fn bytes_alone_are_tokens_too() {
        let tokens: Vec<Vec<u8>> = (0..=255).map(|byte| vec![byte]).collect();
        let mut cut = Vec::new();
        Cutter::new(&tokens, vec![1; 256]).cut(b"ab", &mut cut);
        assert_eq!(cut, [97, 98]);
    }

    #[test]
    fn the_cheapest_cut_is_taken() {
        let tokens: Vec<Vec<u8>> =
            (0..=255).map(|byte| vec![byte]).chain(["aa", "aaa", "ab"].map(|it| it.as_bytes().to_vec())).collect();
        let mut costs = vec![10; 256];
        costs.extend([8, 15, 4]);
        let cutter = Cutter::new(&tokens, costs);
        let mut cut = Vec::new();
        cutter.cut(b"aaaab", &mut cut);
        assert_eq!(cut, [257, 258]);
    }
}
