//! Chance that is the same on every machine.

/// A generator of 64 random bits (SplitMix64; Steele, Lea and Flood 2014), with what the articles draw from it.
pub(crate) struct Random(u64);

impl Random {
    /// Gives the same numbers for the same seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// 64 random bits.
    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number in `0..end`; `end` is not zero.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.bits()) * end as u128) >> 64) as usize
    }

    /// A number in `0.0..1.0`.
    pub(crate) fn share(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// One of these.
    pub(crate) fn one_of<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// One of these, each as often as its weight.
    pub(crate) fn weighed<T: Copy>(&mut self, of: &[(T, u32)]) -> T {
        let sum: u32 = of.iter().map(|(_, weight)| weight).sum();
        let mut at = self.below(sum as usize) as u32;
        for (it, weight) in of {
            if at < *weight {
                return *it;
            }
            at -= weight;
        }
        of[0].0
    }

    /// About normal, mean 0 and deviation 1: a sum of twelve, which needs no function that differs between machines.
    pub(crate) fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.share()).sum::<f64>() - 6.0
    }
}
