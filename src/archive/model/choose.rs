//! A model for a text like one that is given.

use std::collections::HashMap;

use super::classes::{Logarithms, classes};
use super::code::lengths;
use super::cut::{Cutter, Known, words};
use super::pairs;
use super::{Packer, Tables};

/// Bytes of text from which on a model is worth its own.
const WORTH: usize = 1 << 20;

/// Tokens, at most, and one for so many bytes of text.
const TOKENS: (usize, usize) = (8192, 512);

/// Classes, at most, and one for so many tokens. Twice as many would spare two hundredths of what is packed, and take four times as long to find.
const CLASSES: (usize, usize) = (64, 128);

/// Chooses a model; none for a text that is too short to gain by it.
pub(in crate::archive) fn choose(text: &[u8]) -> Option<Packer> {
    if text.len() < WORTH {
        return None;
    }
    let mut counted: HashMap<&[u8], u64> = HashMap::new();
    words(text).for_each(|word| *counted.entry(word).or_default() += 1);
    let mut counted: Vec<(&[u8], u64)> = counted.into_iter().collect();
    counted.sort_unstable();

    let logarithms = Logarithms::new();
    let mut tokens = pairs::tokens(&counted, TOKENS.0.min(text.len() / TOKENS.1));
    tokens.sort_unstable();
    tokens.dedup();
    // How often a token comes depends on what it costs, and that on how often it comes. At first all cost the same.
    let mut cutter = Cutter::new(&tokens, vec![1; tokens.len()]);
    let mut cut = Vec::new();
    for _ in 0..2 {
        let mut counts = vec![1u64; tokens.len()];
        for (word, times) in &counted {
            cut.clear();
            cutter.cut(word, &mut cut);
            cut.iter().for_each(|token| counts[usize::from(*token)] += times);
        }
        let all = logarithms.of(counts.iter().sum());
        let cost = |count: &u64| ((all - logarithms.of(*count)) * Cutter::BIT) as u32;
        cutter = Cutter::new(&tokens, counts.iter().map(cost).collect());
    }

    cut.clear();
    let mut known = Known::of(&cutter);
    words(text).for_each(|word| known.cut(word, &mut cut));
    let mut counts = vec![0; tokens.len()];
    cut.iter().for_each(|token| counts[usize::from(*token)] += 1);
    let mut pairs: Vec<(u16, u16)> = cut.windows(2).map(|two| (two[0], two[1])).collect();
    pairs.sort_unstable();
    let pairs: Vec<(u16, u16, u64)> =
        pairs.chunk_by(|one, other| one == other).map(|same| (same[0].0, same[0].1, same.len() as u64)).collect();
    let count = CLASSES.0.min(tokens.len().div_ceil(CLASSES.1));
    let classes = classes(&counts, &pairs, count);

    let mut after = vec![vec![0; count]; count];
    for (one, other, times) in &pairs {
        after[usize::from(classes[usize::from(*one)])][usize::from(classes[usize::from(*other)])] += times;
    }
    let after: Vec<Vec<u8>> = after.iter().map(|counts| lengths(counts)).collect();
    let mut within = vec![0; tokens.len()];
    for class in 0..count {
        let own: Vec<usize> = (0..tokens.len()).filter(|token| usize::from(classes[*token]) == class).collect();
        let lengths = lengths(&own.iter().map(|token| counts[*token]).collect::<Vec<_>>());
        own.iter().zip(lengths).for_each(|(token, length)| within[*token] = length);
    }
    let tables = Tables { tokens, classes, within, after };
    Some(Packer::of(tables.write(), tables))
}
