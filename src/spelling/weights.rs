//! What it costs when two sounds stand against each other, or one against nothing.
//!
//! Numbers are sixteenths; what speaks for one name is below zero, what speaks against it above.
//!
//! The costs were learnt from pairs of spellings of places (GeoNames) and persons (Wikidata): by logistic regression over
//! the sounds and readings of the best alignment, aligned anew with the new costs in each of eight rounds. A loss that is
//! bounded keeps wrongly labelled pairs from pulling hard. Costs were drawn to a table set by hand (near sounds 0.1 to 1.2,
//! other consonants 2.4, other vowels 2.6), and where a pair of sounds was seen seldom they stayed there. Names with one
//! letter changed, left out or moved stood among the different ones at a hundredth of the weight, since the data has few
//! near misses of that kind. Costs of 40 and more were then raised by 12: of the pairs judged to be one name across sounds so
//! far apart, half were two names. What had stayed at 2.4 or, against nothing, at 2.0 was raised by 16, since sounds that hardly
//! any system sets against each other tell names apart. Fitted on one half of the data, the other half was judged as well as `./build.sh bench`
//! shows for all of it, within a point of F1.

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
    77, 16, -4, // I
    2, 63, 12, -1, // O
    54, 61, 64, 16, -6, // U
    14, 11, 10, 13, 15, -5, // Ov
    54, 4, 10, 54, 54, 54, -7, // Masculine
    2, 54, 60, 54, 54, 54, 17, -2, // Feminine
    54, 7, 54, 0, 54, 54, 10, 15, -2, // Neuter
    92, 92, 8, 92, 92, 92, 60, 92, 92, 0, // J
    92, 92, 92, 92, 92, 92, 92, 92, 92, 60, -11, // P
    92, 92, 92, 92, 92, 92, 92, 92, 92, 76, 77, -12, // B
    92, 92, 92, 92, 92, 92, 92, 92, 92, 54, 2, 54, -13, // F
    92, 92, 92, 92, 19, 92, 92, 92, 92, 66, 87, 31, 6, -5, // V
    92, 92, 92, 92, 92, 92, 92, 92, 92, 68, 72, 61, 54, 84, -12, // M
    92, 92, 92, 92, 92, 92, 92, 92, 92, 64, 69, 65, 39, 74, 70, -5, // T
    92, 92, 92, 92, 92, 92, 92, 92, 92, 70, 52, 57, 54, 85, 81, 26, -10, // D
    92, 92, 92, 92, 92, 92, 92, 92, 92, 54, 76, 73, 54, 69, 20, 26, 70, -8, // N
    92, 92, 92, 92, 92, 92, 92, 92, 92, 54, 77, 67, 54, 73, 64, 71, 39, 94, -12, // S
    92, 92, 92, 92, 92, 92, 92, 92, 92, 54, 54, 54, 54, 54, 54, 54, 54, 54, 12, -6, // Z
    92, 92, 92, 92, 92, 92, 92, 92, 92, 58, 53, 52, 70, 76, 61, 0, 54, 54, 25, 54, -9, // Ts
    92, 92, 92, 92, 92, 92, 92, 92, 92, 54, 59, 55, 52, 63, 59, 54, 54, 61, 15, 54, 54, -12, // Sh
    92, 92, 92, 92, 92, 92, 92, 92, 92, 56, 58, 56, 54, 35, 65, 71, 56, 54, 54, 13, 35, 19, -13, // Zh
    92, 92, 92, 92, 92, 92, 92, 92, 92, 54, 56, 54, 54, 60, 55, 6, 53, 20, 54, 54, 0, 31, 54, -13, // Tsh
    92, 92, 92, 92, 92, 92, 92, 92, 92, 39, 52, 70, 54, 71, 58, 54, 36, 39, 39, 16, 54, 54, 5, 20, -9, // Dzh
    92, 92, 92, 92, 92, 92, 92, 92, 92, 54, 54, 52, 54, 54, 52, 23, 4, 59, 54, 54, 54, 21, 58, 13, 54, -12, // Shtsh
    92, 92, 92, 92, 92, 92, 92, 92, 92, 27, 73, 69, 59, 90, 58, 26, 33, 54, 69, 54, 54, 54, 16, 61, 54, 54, -5, // K
    92, 92, 92, 92, 92, 92, 92, 92, 92, 54, 62, 60, 57, 52, 58, 61, 54, 54, 54, 54, 14, 39, 54, 54, 54, 54, 22, -13, // G
    92, 92, 92, 92, 92, 92, 92, 92, 92, 55, 55, 68, 37, 59, 66, 55, 52, 25, 53, 54, 54, 54, 71, 54, 54, 54, 16, 13, -9, // Kh
    92, 92, 92, 92, 92, 92, 92, 92, 92, 54, 64, 70, 54, 53, 55, 66, 19, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 1, 4, -13, // H
    92, 92, 92, 92, 92, 92, 92, 92, 92, 57, 60, 83, 54, 33, 94, 71, 80, 78, 56, 54, 54, 63, 63, 35, 58, 39, 23, 62, 54, 54, -8, // L
    92, 92, 92, 92, 92, 92, 92, 92, 92, 60, 54, 71, 54, 77, 93, 75, 88, 96, 81, 54, 59, 73, 68, 62, 59, 61, 85, 54, 54, 65, 32, -11, // R
    92, 92, 92, 92, 92, 92, 92, 92, 92, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 18, 54, 25, 54, -13, // Ks
];

#[rustfmt::skip]
static ALONE: [[i8; Sound::COUNT]; 3] = [
    [39, 1, 23, 61, 26, 23, 22, 22, 22, 15, 11, 33, 48, 13, 57, 6, 52, 7, 48, 48, 34, 20, 37, 34, 33, 48, 54, 48, 11, 5, 58, 39, 48],
    [38, 27, 61, 14, 24, 22, 22, 22, 22, 26, 73, 86, 48, 38, 70, 85, 90, 71, 38, 48, 60, 56, 80, 63, 56, 35, 69, 34, 57, 14, 28, 70, 17],
    [11, 29, 35, 22, 10, 13, 27, 20, 25, 0, 48, 48, 36, 70, 48, 48, 33, 53, 16, 48, 30, 73, 48, 77, 48, 48, 69, 48, 48, 14, 29, 22, 33],
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
