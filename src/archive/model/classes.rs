//! Tokens put into classes by the exchange algorithm (Kneser and Ney, "Improved clustering techniques for class-based statistical
//! language modelling", Eurospeech 1993): each goes, again and again, where the classes tell most of what follows what.

/// How often all tokens are gone through. Twice more, and of four times as much text, would spare a thousandth.
const ROUNDS: usize = 3;

/// Logarithms to the base of two; the same on every machine, which the standard library does not promise.
pub(super) struct Logarithms(Vec<f64>);

impl Logarithms {
    pub(super) fn new() -> Self {
        // Digit by digit: what is squared has its logarithm doubled.
        let logarithm = |place: u32| {
            let (mut number, mut logarithm, mut digit) = (1.0 + f64::from(place) / 4096.0, 0.0, 1.0);
            for _ in 0..40 {
                number *= number;
                digit /= 2.0;
                if number >= 2.0 {
                    number /= 2.0;
                    logarithm += digit;
                }
            }
            logarithm
        };
        Self((0..4096).map(logarithm).chain([1.0]).collect())
    }

    /// The logarithm of a number; 0 of 0.
    pub(super) fn of(&self, number: u64) -> f64 {
        let Some(whole) = number.checked_ilog2() else { return 0.0 };
        let fraction = number << (63 - whole) << 1;
        let place = (fraction >> 52) as usize;
        let between = (fraction << 12 >> 12) as f64 / (1u64 << 52) as f64;
        f64::from(whole) + self.0[place] + (self.0[place + 1] - self.0[place]) * between
    }

    /// A number times its logarithm.
    fn times(&self, number: u64) -> f64 {
        number as f64 * self.of(number)
    }
}

/// How often one token follows another, by token: those that follow it, or that it follows.
struct Beside {
    starts: Vec<usize>,
    tokens: Vec<(u16, u64)>,
}

impl Beside {
    /// Of pairs in the order of the first.
    fn of(count: usize, pairs: &[(u16, u16, u64)]) -> Self {
        let starts = (0..=count).map(|token| pairs.partition_point(|pair| usize::from(pair.0) < token)).collect();
        Self { starts, tokens: pairs.iter().map(|(_, other, times)| (*other, *times)).collect() }
    }

    /// How often a token stands beside those of each class, itself aside.
    fn classes(&self, token: usize, classes: &[u8], sums: &mut [u64]) {
        sums.fill(0);
        for (other, times) in &self.tokens[self.starts[token]..self.starts[token + 1]] {
            if usize::from(*other) != token {
                sums[usize::from(classes[usize::from(*other)])] += times;
            }
        }
    }
}

/// How often each class follows each, and the sums of it.
struct Table {
    count: usize,
    cells: Vec<u64>,
    /// What each cell weighs.
    weights: Vec<f64>,
    rows: Vec<u64>,
    columns: Vec<u64>,
}

impl Table {
    fn add(&mut self, row: usize, column: usize, times: u64, logarithms: &Logarithms) {
        let cell = row * self.count + column;
        self.cells[cell] = self.cells[cell].wrapping_add(times);
        self.weights[cell] = logarithms.times(self.cells[cell]);
        self.rows[row] = self.rows[row].wrapping_add(times);
        self.columns[column] = self.columns[column].wrapping_add(times);
    }
}

/// The class of each token, one of `count`, from how often each comes, and how often each pair follows, in the order of both.
pub(super) fn classes(counts: &[u64], pairs: &[(u16, u16, u64)], count: usize) -> Vec<u8> {
    let logarithms = Logarithms::new();
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|token| std::cmp::Reverse(counts[*token]));
    let mut classes = vec![0u8; counts.len()];
    for (rank, token) in order.iter().enumerate() {
        classes[*token] = (rank % count) as u8;
    }
    let following = Beside::of(counts.len(), pairs);
    let mut turned: Vec<(u16, u16, u64)> = pairs.iter().map(|(one, other, times)| (*other, *one, *times)).collect();
    turned.sort_unstable();
    let before = Beside::of(counts.len(), &turned);
    let mut table = Table {
        count,
        cells: vec![0; count * count],
        weights: vec![0.0; count * count],
        rows: vec![0; count],
        columns: vec![0; count],
    };
    let mut own = vec![0; counts.len()];
    for (one, other, times) in pairs {
        let [row, column] = [one, other].map(|token| usize::from(classes[usize::from(*token)]));
        table.add(row, column, *times, &logarithms);
        if one == other {
            own[usize::from(*one)] = *times;
        }
    }
    let (mut out, mut into) = (vec![0; count], vec![0; count]);
    for token in (0..ROUNDS).flat_map(|_| &order) {
        following.classes(*token, &classes, &mut out);
        before.classes(*token, &classes, &mut into);
        let all = |sums: &[u64]| sums.iter().sum::<u64>() + own[*token];
        let (outward, inward) = (all(&out), all(&into));
        let moved = |table: &mut Table, class: usize, sign: fn(u64) -> u64| {
            for other in 0..count {
                table.add(class, other, sign(out[other]), &logarithms);
                table.add(other, class, sign(into[other]), &logarithms);
            }
            table.add(class, class, sign(own[*token]), &logarithms);
        };
        moved(&mut table, usize::from(classes[*token]), u64::wrapping_neg);
        let gain = |class: usize| {
            let grown = |cell: usize, more: u64| logarithms.times(table.cells[cell] + more) - table.weights[cell];
            let mut gain = grown(class * count + class, out[class] + into[class] + own[*token]);
            for other in (0..count).filter(|other| *other != class) {
                if out[other] > 0 {
                    gain += grown(class * count + other, out[other]);
                }
                if into[other] > 0 {
                    gain += grown(other * count + class, into[other]);
                }
            }
            let sum = |sum: u64, more: u64| logarithms.times(sum + more) - logarithms.times(sum);
            // What stands beside the token is counted in the sums of its classes too, wherever the token goes.
            gain - sum(table.rows[class] + into[class], outward) - sum(table.columns[class] + out[class], inward)
        };
        let mut best = (f64::NEG_INFINITY, 0);
        for class in 0..count {
            let gain = gain(class);
            if gain > best.0 {
                best = (gain, class);
            }
        }
        classes[*token] = best.1 as u8;
        moved(&mut table, best.1, |times| times);
    }
    classes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_right() {
        let logarithms = Logarithms::new();
        for number in [1, 2, 3, 7, 1000, 4095, 65_537, 123_456_789, 1 << 40] {
            assert!((logarithms.of(number) - (number as f64).log2()).abs() < 1e-7, "{number}");
        }
        assert!(logarithms.of(0).abs() < f64::EPSILON);
    }

    /// What is gained by classes over none, as often as each pair comes.
    fn told(classes: &[u8], pairs: &[(u16, u16, u64)]) -> f64 {
        let mut sums = std::collections::BTreeMap::<(Option<u8>, Option<u8>), f64>::new();
        for (one, other, times) in pairs {
            let [one, other] = [one, other].map(|token| Some(classes[usize::from(*token)]));
            for cell in [(one, other), (one, None), (None, other)] {
                *sums.entry(cell).or_default() += *times as f64;
            }
        }
        let sign = |(one, other): &(Option<u8>, Option<u8>)| if one.is_some() && other.is_some() { 1.0 } else { -1.0 };
        sums.iter().map(|(cell, sum)| sign(cell) * sum * sum.log2()).sum()
    }

    #[test]
    fn no_token_is_better_elsewhere() {
        let pairs: Vec<(u16, u16, u64)> = (0..12u16)
            .flat_map(|one| {
                (0..12u16).map(move |other| (one, other, u64::from((one * 7 + other * 5) % 11 * (one % 3 + 1))))
            })
            .filter(|(_, _, times)| *times > 0)
            .collect();
        let counts: Vec<u64> =
            (0..12).map(|token| pairs.iter().filter(|pair| pair.0 == token).map(|pair| pair.2).sum()).collect();
        let found = classes(&counts, &pairs, 3);
        // The last that was put where it tells most has not been passed by since.
        let last = (0..12).min_by_key(|token| counts[*token]).unwrap();
        for class in 0..3 {
            let mut other = found.clone();
            other[last] = class;
            assert!(told(&other, &pairs) <= told(&found, &pairs) + 1e-6, "{last} in {class}");
        }
    }

    #[test]
    fn what_stands_between_the_same_is_of_a_class() {
        // Articles 0 and 1, nouns 2 to 4, verbs 5 and 6: an article, a noun, a verb, an article.
        let mut pairs = Vec::new();
        for (group, next) in [(0..2, 2..5), (2..5, 5..7), (5..7, 0..2)] {
            pairs.extend(
                group.flat_map(|one| next.clone().map(move |other| (one, other, 5 + u64::from(one * 3 + other)))),
            );
        }
        let found = classes(&[40, 30, 20, 21, 22, 30, 31], &pairs, 3);
        let same = |tokens: &[usize]| tokens.iter().all(|token| found[*token] == found[tokens[0]]);
        assert!(same(&[0, 1]) && same(&[2, 3, 4]) && same(&[5, 6]), "{found:?}");
        assert!(found[0] != found[2] && found[2] != found[5] && found[0] != found[5], "{found:?}");
    }
}
