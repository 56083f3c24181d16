//! What it costs when two sounds stand against each other, or one against nothing.
//!
//! Numbers are sixteenths; what speaks for one name is below zero, what speaks against it above.
//!
//! The costs were learnt from pairs of spellings of places (GeoNames) and persons (Wikidata): by logistic regression over
//! the sounds and readings of the best alignment, aligned anew with the new costs in each of eight rounds. A loss that is
//! bounded keeps wrongly labelled pairs from pulling hard. Costs were drawn to a table set by hand (near sounds 0.1 to 1.2,
//! other consonants 2.4, other vowels 2.6), and where a pair of sounds was seen seldom they stayed there. Names with one
//! letter changed, left out or moved stood among the different ones at a hundredth of the weight, since the data has few
//! near misses of that kind. Fitted on one half of the data, the other half was judged as well as `./build.sh bench` shows
//! for all of it, within a point of F1.

use super::sounds::Sound;

/// What is allowed: two spellings are one name when their alignment costs less.
///
/// Each sixteenth less makes fewer wrong pairs and finds fewer right ones; chosen for a precision of 0.96.
pub(super) const ALLOWED: i32 = 30;

/// What two sounds against each other speak for one name, at most: no cost below is lower.
pub(super) const BEST: i32 = 13;

/// Letters that stand twice for once, as in `nn` or `zhzh`.
pub(super) const DOUBLED: i32 = 1;
/// Different sounds where the name begins.
pub(super) const AT_START: i32 = 0;
/// Different vowels that both end the name: endings change.
pub(super) const LAST_VOWELS: i32 = -12;
/// What transliteration never changes, set by hand: a vowel of olo, oro, ere, ele left out, which makes the Church Slavonic
/// twin of an East Slavic name, and e against i before ns, which are two suffixes.
pub(super) const KEPT: i32 = 64;

/// What it costs that two sounds stand against each other.
pub(super) fn against(one: Sound, other: Sound) -> i32 {
    let (low, high) = (one.min(other) as usize, one.max(other) as usize);
    i32::from(AGAINST[high * (high + 1) / 2 + low])
}

/// What it costs that a sound stands against nothing, where it begins the name, inside, and where it ends the name.
pub(super) fn alone(sound: Sound, part: usize) -> i32 {
    ALONE[part].get(sound as usize).map_or(0, |cost| i32::from(*cost))
}

/// A row a sound, against the sounds up to itself.
#[rustfmt::skip]
static AGAINST: [i8; Sound::COUNT * (Sound::COUNT + 1) / 2] = [
    -6, // A
    36, -4, // E
    65, 16, -4, // I
    2, 51, 12, -1, // O
    42, 49, 52, 16, -6, // U
    14, 11, 10, 13, 15, -5, // Ov
    42, 4, 10, 42, 42, 42, -7, // Masculine
    2, 42, 48, 42, 42, 42, 17, -2, // Feminine
    42, 7, 42, 0, 42, 42, 10, 15, -2, // Neuter
    80, 80, 8, 80, 80, 80, 48, 80, 80, 0, // J
    80, 80, 80, 80, 80, 80, 80, 80, 80, 48, -11, // P
    80, 80, 80, 80, 80, 80, 80, 80, 80, 64, 65, -12, // B
    80, 80, 80, 80, 80, 80, 80, 80, 80, 38, 2, 38, -13, // F
    80, 80, 80, 80, 19, 80, 80, 80, 80, 54, 75, 31, 6, -5, // V
    80, 80, 80, 80, 80, 80, 80, 80, 80, 56, 60, 49, 42, 72, -12, // M
    80, 80, 80, 80, 80, 80, 80, 80, 80, 52, 57, 53, 39, 62, 58, -5, // T
    80, 80, 80, 80, 80, 80, 80, 80, 80, 58, 40, 45, 38, 73, 69, 26, -10, // D
    80, 80, 80, 80, 80, 80, 80, 80, 80, 38, 64, 61, 38, 57, 20, 26, 58, -8, // N
    80, 80, 80, 80, 80, 80, 80, 80, 80, 38, 65, 55, 38, 61, 52, 59, 39, 82, -12, // S
    80, 80, 80, 80, 80, 80, 80, 80, 80, 38, 38, 38, 38, 38, 38, 38, 38, 38, 12, -6, // Z
    80, 80, 80, 80, 80, 80, 80, 80, 80, 46, 41, 40, 58, 64, 49, 0, 38, 38, 25, 38, -9, // Ts
    80, 80, 80, 80, 80, 80, 80, 80, 80, 38, 47, 43, 40, 51, 47, 38, 42, 49, 15, 38, 38, -12, // Sh
    80, 80, 80, 80, 80, 80, 80, 80, 80, 44, 46, 44, 38, 35, 53, 59, 44, 38, 38, 13, 35, 19, -13, // Zh
    80, 80, 80, 80, 80, 80, 80, 80, 80, 42, 44, 38, 38, 48, 43, 6, 41, 20, 38, 38, 0, 31, 38, -13, // Tsh
    80, 80, 80, 80, 80, 80, 80, 80, 80, 39, 40, 58, 38, 59, 46, 38, 36, 39, 39, 16, 38, 42, 5, 20, -9, // Dzh
    80, 80, 80, 80, 80, 80, 80, 80, 80, 38, 38, 40, 38, 38, 40, 23, 4, 47, 38, 38, 38, 21, 46, 13, 38, -12, // Shtsh
    80, 80, 80, 80, 80, 80, 80, 80, 80, 27, 61, 57, 47, 78, 46, 26, 33, 42, 57, 38, 38, 38, 16, 49, 38, 38, -5, // K
    80, 80, 80, 80, 80, 80, 80, 80, 80, 38, 50, 48, 45, 40, 46, 49, 38, 38, 38, 38, 14, 39, 38, 38, 38, 38, 22, -13, // G
    80, 80, 80, 80, 80, 80, 80, 80, 80, 43, 43, 56, 37, 47, 54, 43, 40, 25, 41, 38, 38, 38, 59, 38, 38, 38, 16, 13, -9, // Kh
    80, 80, 80, 80, 80, 80, 80, 80, 80, 38, 52, 58, 38, 41, 43, 54, 19, 38, 38, 38, 38, 38, 42, 38, 38, 38, 38, 1, 4, -13, // H
    80, 80, 80, 80, 80, 80, 80, 80, 80, 45, 48, 71, 38, 33, 82, 59, 68, 66, 44, 38, 38, 51, 51, 35, 46, 39, 23, 50, 38, 38, -8, // L
    80, 80, 80, 80, 80, 80, 80, 80, 80, 48, 42, 59, 42, 65, 81, 63, 76, 84, 69, 38, 47, 61, 56, 50, 47, 49, 73, 42, 38, 53, 32, -11, // R
    80, 80, 80, 80, 80, 80, 80, 80, 80, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 18, 38, 25, 38, -13, // Ks
];

#[rustfmt::skip]
static ALONE: [[i8; Sound::COUNT]; 3] = [
    [39, 1, 23, 49, 26, 23, 22, 22, 22, 15, 11, 33, 32, 13, 45, 6, 40, 7, 32, 32, 34, 20, 37, 34, 33, 32, 42, 32, 11, 5, 46, 39, 32],
    [38, 27, 49, 14, 24, 22, 22, 22, 22, 26, 61, 74, 32, 38, 58, 73, 78, 59, 38, 32, 48, 44, 68, 51, 44, 35, 57, 34, 45, 14, 28, 58, 17],
    [11, 29, 35, 22, 10, 13, 27, 20, 25, 0, 32, 32, 36, 58, 32, 32, 33, 41, 16, 32, 30, 61, 32, 65, 32, 32, 57, 32, 32, 14, 29, 22, 33],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_better_than_the_best() {
        for cost in AGAINST {
            assert!(i32::from(cost) >= -BEST && i32::from(cost.max(0)) + LAST_VOWELS >= -BEST);
        }
        assert!(ALONE.iter().flatten().all(|cost| *cost >= 0) && DOUBLED >= 0 && AT_START >= 0 && KEPT >= 0);
    }
}
