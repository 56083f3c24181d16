//! What letters may be read as.
//!
//! The readings are those of the Dutch, English, German, French, Polish, Czech, Hungarian, Romanian, Turkish and Catalan
//! ways to write Russian and Ukrainian names, and of ISO 9. The costs are learnt, see [`super::weights`]; w costs nearly what v does.

use super::sounds::Sound::{self, *};

/// Where letters can be read so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Anywhere,
    /// At the end of the name, not at its beginning.
    End,
    /// Before a vowel's letter.
    BeforeVowel,
    /// Before v, w, f or u.
    BeforeV,
    /// Not before h.
    Single,
}

use Place::{Anywhere, BeforeV, BeforeVowel, End, Single};

/// A reading of a few letters.
pub(super) struct Reading {
    letters: [u8; Self::LONGEST],
    length: u8,
    pub(super) sound: Sound,
    pub(super) place: Place,
    /// What it costs, in sixteenths: the less usual, the more.
    pub(super) cost: i8,
}

impl Reading {
    const LONGEST: usize = 7;

    pub(super) fn letters(&self) -> &[u8] {
        &self.letters[..usize::from(self.length)]
    }
}

const fn read(text: &str, sound: Sound, place: Place, cost: i8) -> Reading {
    let mut letters = [0; Reading::LONGEST];
    let mut at = 0;
    while at < text.len() {
        letters[at] = text.as_bytes()[at];
        at += 1;
    }
    Reading { letters, length: text.len() as u8, sound, place, cost }
}

/// All readings, in the order of their first letters; capitals are the letters of [`super::letters`] that have no other.
#[rustfmt::skip]
pub(super) static READINGS: &[Reading] = &[
    read("A", A, Anywhere, 0),
    read("C", Tsh, Anywhere, 2),
    read("G", G, Anywhere, 1), read("G", H, Anywhere, 6),
    read("O", O, Anywhere, 1), read("O", E, Anywhere, 8), read("O", Ov, BeforeV, 2),
    read("P", S, Anywhere, 9), read("P", Sh, Anywhere, 6),
    read("R", R, Anywhere, 1), read("R", Zh, Anywhere, 3),
    read("S", Sh, Anywhere, 2), read("SC", Shtsh, Anywhere, 4),
    read("T", Ts, Anywhere, 1),
    read("V", Tsh, Anywhere, 6), read("V", Ts, Anywhere, 6), read("V", T, Anywhere, 5),
    read("W", Shtsh, Anywhere, 1),
    read("X", Kh, Anywhere, 1),
    read("Z", Zh, Anywhere, 2),
    read("a", A, Anywhere, 0), read("aja", Feminine, End, 2), read("aya", Feminine, End, 0),
    read("aia", Feminine, End, 6), read("a", Feminine, End, 0), read("as", Silent, End, 24),
    read("b", B, Anywhere, 3),
    read("c", K, Single, 21), read("ck", K, Anywhere, 39), read("ch", K, Anywhere, 1), read("ch", Kh, Anywhere, 2),
    read("c", S, Single, 19), read("c", Ts, Single, 5), read("cz", Ts, Anywhere, 6), read("ch", Sh, Anywhere, 6),
    read("ch", Tsh, Anywhere, 5), read("cz", Tsh, Anywhere, 7), read("cs", Tsh, Anywhere, 9),
    read("c", Tsh, Single, 6), read("ci", Tsh, Anywhere, 17), read("c", Dzh, Single, 32),
    read("chtch", Shtsh, Anywhere, 0), read("cs", Ks, Anywhere, 8), read("chs", Ks, Anywhere, 1),
    read("d", D, Anywhere, 3), read("dz", Z, Anywhere, 6), read("dzh", Dzh, Anywhere, 0),
    read("dj", Dzh, Anywhere, 15), read("dsch", Dzh, Anywhere, 0), read("dZ", Dzh, Anywhere, 4),
    read("dzj", Dzh, Anywhere, 1), read("dz", Dzh, Anywhere, 0),
    read("e", E, Anywhere, 0), read("e", Ov, BeforeV, 6), read("e", Neuter, End, 5), read("ee", Neuter, End, 0),
    read("ej", Masculine, End, 0), read("ey", Masculine, End, 5), read("ee", I, Anywhere, 0),
    read("eh", E, Anywhere, 0), read("ea", A, Anywhere, 8), read("e", Silent, End, 12),
    read("f", F, Anywhere, 1), read("f", V, Anywhere, 8), read("ff", V, Anywhere, 1),
    read("g", G, Single, 0), read("g", H, Single, 9), read("g", Zh, Single, 17), read("g", Dzh, Single, 13),
    read("g", Kh, Single, 6), read("gh", G, Anywhere, 0), read("gh", H, Anywhere, 1), read("gu", G, BeforeVowel, 0),
    read("g", J, Single, 8), read("gg", Zh, Anywhere, 0), read("gi", Dzh, Anywhere, 11),
    read("h", H, Anywhere, 0), read("h", Kh, Anywhere, 6), read("h", Silent, Anywhere, 8),
    read("ie", I, Anywhere, 5), read("ie", E, Anywhere, 2), read("i", I, Anywhere, 2), read("i", J, BeforeVowel, 1),
    read("i", Ov, BeforeV, 2), read("i", J, Anywhere, 6), read("ij", I, Anywhere, 14), read("iy", I, Anywhere, 22),
    read("ij", Masculine, End, 9), read("iy", Masculine, End, 10), read("ii", Masculine, End, 7),
    read("i", Masculine, End, 1), read("io", O, Anywhere, 5), read("iou", U, Anywhere, 1), read("ia", A, Anywhere, 1),
    read("ie", Ov, BeforeV, 5), read("io", Ov, BeforeV, 10), read("iu", U, Anywhere, 8), read("ix", Sh, Anywhere, 13),
    read("itx", Tsh, Anywhere, 11), read("is", Silent, End, 1),
    read("je", E, Anywhere, 2), read("ji", I, Anywhere, 4), read("j", J, Anywhere, 19), read("j", Zh, Anywhere, 25),
    read("j", Dzh, Anywhere, 12), read("j", Kh, Anywhere, 20), read("j", I, Anywhere, 3), read("jo", O, Anywhere, 2),
    read("joe", U, Anywhere, 10), read("ja", A, Anywhere, 9), read("je", Ov, BeforeV, 5), read("jo", Ov, BeforeV, 0),
    read("ji", Ov, BeforeV, 1), read("ju", U, Anywhere, 6),
    read("k", K, Single, 1), read("kh", Kh, Anywhere, 2), read("ks", Ks, Anywhere, 0),
    read("l", L, Anywhere, 1),
    read("m", M, Anywhere, 3),
    read("n", N, Anywhere, 1),
    read("oj", Masculine, End, 0), read("oy", Masculine, End, 0), read("o", O, Anywhere, 0),
    read("o", Ov, BeforeV, 2), read("oo", U, Anywhere, 3), read("oe", U, Anywhere, 0), read("ou", U, Anywhere, 0),
    read("oe", Neuter, End, 0), read("oye", Neuter, End, 0), read("oje", Neuter, End, 1), read("oie", Neuter, End, 1),
    read("os", Silent, End, 21), read("ova", Silent, End, 15), read("ovna", Silent, End, 13),
    read("p", P, Single, 2), read("ph", F, Anywhere, 1),
    read("q", K, Anywhere, 2), read("qu", K, Anywhere, 0), read("q", G, Anywhere, 0),
    read("r", R, Anywhere, 2), read("rz", Zh, Anywhere, 3),
    read("s", S, Single, 2), read("s", Z, Single, 6), read("s", Sh, Single, 10), read("ss", S, Anywhere, 0),
    read("sz", S, Anywhere, 0), read("sh", Sh, Anywhere, 3), read("sch", Sh, Anywhere, 0),
    read("sj", Sh, Anywhere, 9), read("sz", Sh, Anywhere, 0), read("sch", Zh, Anywhere, 7),
    read("sh", Zh, Anywhere, 12), read("sj", Zh, Anywhere, 37), read("shch", Shtsh, Anywhere, 0),
    read("sjtsj", Shtsh, Anywhere, 0), read("schtsch", Shtsh, Anywhere, 1), read("szcz", Shtsh, Anywhere, 1),
    read("sch", Shtsh, Anywhere, 7), read("shh", Shtsh, Anywhere, 1), read("stch", Shtsh, Anywhere, 1),
    read("shtch", Shtsh, Anywhere, 1), read("sjtj", Shtsh, Anywhere, 0), read("sc", Shtsh, Anywhere, 7),
    read("s", Silent, End, 17),
    read("t", T, Single, 0), read("th", T, Anywhere, 0), read("th", F, Anywhere, 5), read("ts", Ts, Anywhere, 0),
    read("tz", Ts, Anywhere, 5), read("tch", Tsh, Anywhere, 8), read("tsch", Tsh, Anywhere, 6),
    read("tsj", Tsh, Anywhere, 0), read("tsh", Tsh, Anywhere, 1), read("tj", Tsh, Anywhere, 20),
    read("tS", Tsh, Anywhere, 3), read("tx", Tsh, Anywhere, 29), read("tsc", Tsh, Anywhere, 1),
    read("u", U, Anywhere, 2), read("u", V, Anywhere, 5), read("us", Silent, End, 13),
    read("v", V, Anywhere, 3),
    read("w", V, Anywhere, 5),
    read("x", Kh, Anywhere, 10), read("x", Sh, Anywhere, 13), read("x", Ks, Anywhere, 6),
    read("ye", E, Anywhere, 7), read("yi", I, Anywhere, 0), read("y", I, Anywhere, 0), read("y", J, Anywhere, 18),
    read("y", U, Anywhere, 32), read("yj", Masculine, End, 7), read("yi", Masculine, End, 24),
    read("yy", Masculine, End, 0), read("y", Masculine, End, 0), read("yo", O, Anywhere, 0),
    read("ya", A, Anywhere, 0), read("ye", Ov, BeforeV, 5), read("yo", Ov, BeforeV, 0), read("yi", Ov, BeforeV, 0),
    read("y", Ov, BeforeV, 15), read("yu", U, Anywhere, 6),
    read("z", S, Single, 5), read("z", Z, Single, 6), read("z", Zh, Single, 8), read("z", Ts, Single, 12),
    read("zh", Zh, Anywhere, 3), read("zj", Zh, Anywhere, 0), read("zs", Zh, Anywhere, 0),
];

/// The readings of letters that begin with this one.
pub(super) fn beginning_with(letter: u8) -> &'static [Reading] {
    let start = READINGS.partition_point(|reading| reading.letters[0] < letter);
    let end = READINGS.partition_point(|reading| reading.letters[0] <= letter);
    &READINGS[start..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order() {
        assert!(READINGS.is_sorted_by_key(|reading| reading.letters[0]));
        assert!(READINGS.iter().all(|reading| reading.length > 0 && reading.cost >= 0));
    }
}
