//! Deflating and inflating after a dictionary, and choosing one.
//!
//! What recurs throughout a larger collection is kept once, as a dictionary that stands before each piece of text (RFC 1951 lets a
//! piece refer to the 32 kB before it): so small pieces compress better than larger ones would without.

use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, compress_to_output, create_comp_flags_from_zip_params};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

use crate::order;

/// The level of deflate. 10 is the best that miniz_oxide knows: it takes a tenth of building more, and spares four in ten thousand.
const LEVEL: i32 = 8;

/// Negative: no header of zlib's before the data.
const RAW: i32 = -15;

/// Bytes of a dictionary: those before a group that deflate can refer to, less the longest match, which is what encoders keep free.
pub(super) const DICTIONARY: usize = 32 * 1024 - 258;

/// A text from which on a dictionary is worth its own bytes, about 13 kB when deflated: it spares 3 to 6 of a hundred.
const WORTH: usize = 1 << 20;

/// Bytes of each piece of a dictionary. Shorter ones hold less that follows from one another, longer ones more that is rare: on
/// the Generale Missiven 48 and 96 give the same to two thousandths of the text.
const PIECE: usize = 64;

/// Bytes that have to recur to count: of 5 to 8 the best, by as little.
const SHINGLE: usize = 6;

/// A compressor that has seen a dictionary.
pub(super) struct Deflater {
    after: CompressorOxide,
}

impl Deflater {
    pub(super) fn new(dictionary: &[u8]) -> Self {
        let mut after = CompressorOxide::new(create_comp_flags_from_zip_params(LEVEL, RAW, 0));
        if !dictionary.is_empty() {
            // Flushed to a whole byte and thrown away: what follows refers to it all the same.
            compress_to_output(&mut after, dictionary, TDEFLFlush::Sync, |_| true);
        }
        Self { after }
    }

    /// The bytes that inflate to `bytes` after the dictionary.
    pub(super) fn deflate(&self, bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        compress_to_output(&mut self.after.clone(), bytes, TDEFLFlush::Finish, |part| {
            out.extend_from_slice(part);
            true
        });
        out
    }
}

/// Inflates to exactly `size` bytes, which follow the dictionary in what is given; `None` where the bytes are not of so much.
pub(super) fn inflate(deflated: &[u8], dictionary: &[u8], size: usize) -> Option<Vec<u8>> {
    // Deflate makes nothing smaller than by 1032.
    if size / 1032 > deflated.len() {
        return None;
    }
    let mut out = dictionary.to_vec();
    out.resize(dictionary.len() + size, 0);
    let mut state = Box::<DecompressorOxide>::default();
    let flags = inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    match decompress(&mut state, deflated, &mut out, dictionary.len(), flags) {
        (TINFLStatus::Done, _, written) if written == size => Some(out),
        _ => None,
    }
}

/// A dictionary for a text; none for one that is too short to gain by it.
///
/// As COVER has it (Liao, Petri, Moffat, Wirth, "Effective Construction of Relative Lempel-Ziv Dictionaries", WWW 2016): the
/// text is cut into as many stretches as the dictionary has pieces; of each stretch the piece is taken whose shingles, runs of
/// some bytes, recur most in the whole text and are in no piece yet. What recurs most comes last, where it is nearest.
pub(super) fn dictionary(text: &[u8]) -> Vec<u8> {
    if text.len() < WORTH {
        return Vec::new();
    }
    // Counted by a hash: two that share one are counted as one, which is seldom and does no harm.
    let mut counts = vec![0u32; 1 << 22];
    let hash = |shingle: &[u8]| {
        let number = shingle.iter().fold(0u64, |number, byte| number << 8 | u64::from(*byte));
        (number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 42) as usize
    };
    for shingle in text.windows(SHINGLE) {
        counts[hash(shingle)] += 1;
    }
    let mut pieces = Vec::new();
    for stretch in text.chunks_exact(text.len() / (DICTIONARY / PIECE)).take(DICTIONARY / PIECE) {
        let worth: Vec<u32> = stretch.windows(SHINGLE).map(|shingle| counts[hash(shingle)]).collect();
        let inside = PIECE - SHINGLE + 1;
        let (mut sum, mut best) = (0u64, (0u64, 0));
        for (end, added) in worth.iter().enumerate() {
            sum += u64::from(*added);
            sum -= end.checked_sub(inside).map_or(0, |left| u64::from(worth[left]));
            if end + 1 >= inside && sum > best.0 {
                best = (sum, end + 1 - inside);
            }
        }
        let piece = &stretch[best.1..][..PIECE];
        for shingle in piece.windows(SHINGLE) {
            counts[hash(shingle)] = 0;
        }
        pieces.push((best.0, piece));
    }
    order::sort_by_key(&mut pieces, |(worth, _)| *worth);
    pieces.iter().flat_map(|(_, piece)| piece.iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text of some length of words that recur, numbered so that no two sentences are alike.
    fn text(length: usize) -> String {
        let words = ["het fregat", "naar de haven", "van de stad", "in goede staat", "is geladen", "met één anker"];
        let sentence = |number: usize| format!("{} {} {number}. ", words[number % 6], words[number * number % 5]);
        let mut text: String = (0..).map(sentence).take(length / 20).collect();
        text.truncate((0..=length).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default());
        text
    }

    #[test]
    fn what_is_deflated_is_inflated() {
        let text = text(2 * WORTH);
        let dictionary = dictionary(text.as_bytes());
        for (before, length) in [(&[][..], 0), (&[][..], 40_000), (&dictionary[..], 16_384), (&dictionary[..], 1)] {
            let deflated = Deflater::new(before).deflate(&text.as_bytes()[..length]);
            let inflated = inflate(&deflated, before, length).unwrap();
            assert_eq!(&inflated[before.len()..], &text.as_bytes()[..length]);
            assert!(inflate(&deflated, before, length + 1).is_none());
            assert!(length == 0 || inflate(&deflated[..deflated.len() - 1], before, length).is_none());
        }
        assert!(inflate(&[3, 0], &[], 1 << 40).is_none());
    }

    #[test]
    fn a_dictionary_pays() {
        let text = text(2 * WORTH);
        let dictionary = dictionary(text.as_bytes());
        let (with, without) = (Deflater::new(&dictionary), Deflater::new(&[]));
        let size = |deflater: &Deflater| -> usize {
            text.as_bytes().chunks(16 << 10).map(|piece| deflater.deflate(piece).len()).sum()
        };
        let (with, without) = (size(&with) + self::Deflater::new(&[]).deflate(&dictionary).len(), size(&without));
        assert!(with < without, "{with} of {without}");
        assert!(self::dictionary(&text.as_bytes()[..WORTH - 1]).is_empty());
    }
}
