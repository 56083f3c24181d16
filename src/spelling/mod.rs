//! Are these two spellings of one name?
//!
//! Names from Russian and Ukrainian are spelt by many systems: Dutch, English, German, French, Polish, Czech, ISO 9. A name
//! is folded to plain letters (`letters`), its letters are read as the sounds that they may stand for in any of
//! the systems (`readings`), and two names are one when their cheapest alignment, sound by sound (`align`), costs less
//! than is allowed (`weights`), unless nothing but a vowel tells them apart (`vowels`). Candidates share one of a few `keys`. There is no list of names.

mod align;
mod keys;
mod letters;
mod readings;
mod sounds;
mod vowels;
mod weights;

pub(crate) use align::Spelling;
pub use align::Step;
pub(crate) use keys::{ASKED, STORED, continued};
pub(crate) use vowels::apart;

use crate::text;

/// Whether two spellings are of one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Whether they are.
    pub same: bool,
    /// How sure that is, from 0 (two names, surely) to 100 (one spelling); one name from 50.
    pub score: u8,
    /// What was set against what, in the order of the names, whatever else tells them apart; empty where they cannot be read or are one spelling.
    pub why: Vec<Step>,
}

/// Judges whether two spellings, Latin or Cyrillic, are of one name; which comes first makes no difference.
///
/// Forms of a surname for men and for women are one name. What cannot be read (digits, other scripts) is one name only with
/// what is spelt alike.
pub fn compare(one: &str, other: &str) -> Verdict {
    let (left, right) = (Spelling::read(one), Spelling::read(other));
    let (folded, other_folded) = (text::fold(one), text::fold(other));
    if folded == other_folded {
        return Verdict { same: true, score: 100, why: Vec::new() };
    }
    let most = if apart(&folded, &other_folded, false) { SAME - 1 } else { 100 };
    let score = left.score(&right).min(most);
    Verdict { same: score >= SAME, score, why: align::steps((one, &left), (other, &right)) }
}

/// The lowest score of one name.
const SAME: u8 = 50;

impl Spelling {
    /// Gives how sure it is that two spellings that differ are of one name, as [`Verdict::score`].
    fn score(&self, other: &Self) -> u8 {
        align::align(self, other, i32::MAX).map_or(0, score)
    }

    /// Whether the score is at least that of one name, and at least so much; quicker than the score, as most names are soon too far apart.
    pub(crate) fn scores(&self, other: &Self, least: u8) -> bool {
        // Names of the greatest length, with the best of all costs throughout, cost more.
        let most = (-1000..=weights::ALLOWED).rev().find(|cost| score(*cost) >= least);
        most.is_some_and(|most| align::align(self, other, most).is_some())
    }
}

/// The score of an alignment that costs so much.
fn score(cost: i32) -> u8 {
    let spare = weights::ALLOWED - cost;
    // Two units of a regression either way are half of the way to certainty.
    let score = 50 + 50 * spare / (spare.abs() + 32);
    score.clamp(0, 99) as u8
}
