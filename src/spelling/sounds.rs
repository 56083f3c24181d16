//! The sounds that letters stand for.

/// A sound, roughly: as fine as transliterations tell sounds apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Sound {
    A,
    E,
    /// Also Ukrainian и and Russian ы, which most systems write with the same letters.
    I,
    O,
    U,
    /// The vowel before v: -ov, -ev, -iv.
    Ov,
    /// The ending -yj of an adjective.
    Masculine,
    /// The ending -aja of an adjective.
    Feminine,
    /// The ending -oje of an adjective.
    Neuter,
    J,
    P,
    B,
    F,
    V,
    M,
    T,
    D,
    N,
    S,
    Z,
    Ts,
    Sh,
    Zh,
    Tsh,
    Dzh,
    Shtsh,
    K,
    G,
    Kh,
    H,
    L,
    R,
    Ks,
    /// Letters that are written and not heard, or that only one language adds.
    Silent,
}

impl Sound {
    /// How many there are, silence aside.
    pub(super) const COUNT: usize = Self::Silent as usize;

    pub(super) fn is_vowel(self) -> bool {
        self <= Self::Neuter
    }
}
