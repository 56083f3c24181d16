//! Keys under which the spellings of a name are looked up: the kinds of its first consonants.

use super::align::Spelling;
use super::sounds::Sound;
use crate::order;

/// How many consonants a key has, at most.
///
/// With three, of the pairs that are judged to be one name 98 in 100 share a key, and 17 of 1,000 Slavic names are
/// candidates for one; with four it is 97 and 7, with five 97 and 5.
const LENGTH: u32 = 4;
/// How unusual a reading may be, in sixteenths; see [`super::weights`].
const UNUSUAL: i32 = 50;

/// How many keys of a name the archive has, and how many a query looks under: names are read once, but asked in every spelling.
pub(crate) const STORED: usize = 4;
pub(crate) const ASKED: usize = 8;

/// The kinds of consonants: what systems of transliteration and neighbouring languages write for each other is one
/// kind. V is none, since it comes and goes beside u and o, and vowels are none.
const KINDS: &[u8] = b"_ptnskhlr";

fn kind(sound: Sound) -> u32 {
    match sound {
        Sound::P | Sound::B | Sound::F => 1,
        Sound::T | Sound::D => 2,
        Sound::M | Sound::N => 3,
        Sound::S | Sound::Z | Sound::Ts | Sound::Sh | Sound::Zh | Sound::Tsh | Sound::Dzh | Sound::Shtsh => 4,
        Sound::K | Sound::G | Sound::Kh | Sound::H => 5,
        Sound::L => 7,
        Sound::R => 8,
        Sound::Ks => 0x54,
        _ => 0,
    }
}

/// Marks a name that begins with none of these consonants.
const OPEN: u32 = 0xF;

/// Gives the keys that begin with one, itself first: those of the names that may begin as it was read.
pub(crate) fn continued(key: String) -> Vec<String> {
    let mut keys = vec![key];
    let mut place = 0;
    while let Some(key) = keys.get(place).cloned() {
        place += 1;
        for kind in (1..KINDS.len()).filter(|_| key.len() < LENGTH as usize) {
            let kind = char::from(KINDS[kind]);
            if !key.ends_with(kind) {
                keys.push(format!("{key}{kind}"));
            }
        }
    }
    keys
}

impl Spelling {
    /// Gives the likeliest keys, no more than `most`: one for each way to read the consonants.
    pub(crate) fn keys(&self, most: usize) -> Vec<String> {
        // What was read up to each letter, four bits a consonant, and at what cost.
        let mut read: Vec<Vec<(u32, i32)>> = vec![Vec::new(); self.len() + 1];
        read[0].push((0, 0));
        for place in 0..=self.len() {
            order::sort_by_key(&mut read[place], |(_, cost)| *cost);
            read[place].truncate(most);
            for (key, cost) in read[place].clone() {
                for arc in self.at(place) {
                    let (key, cost) = longer(key, cost, kind(arc.sound), place == 0, arc.cost);
                    if cost > UNUSUAL {
                        continue;
                    }
                    let there = &mut read[arc.end];
                    match there.iter_mut().find(|(known, _)| *known == key) {
                        Some((_, known)) => *known = cost.min(*known),
                        None => there.push((key, cost)),
                    }
                }
            }
        }
        read.pop().unwrap_or_default().into_iter().filter(|(key, _)| *key != 0).map(|(key, _)| text(key)).collect()
    }
}

fn longer(mut key: u32, cost: i32, kind: u32, first: bool, reading: i32) -> (u32, i32) {
    let full = |key: u32| key >> (4 * (LENGTH - 1)) != 0;
    if full(key) {
        return (key, cost);
    }
    if kind == 0 && first {
        key = OPEN;
    }
    for kind in [kind >> 4, kind & 0xF] {
        if kind != 0 && key & 0xF != kind && !full(key) {
            key = key << 4 | kind;
        }
    }
    (key, cost + reading)
}

fn text(key: u32) -> String {
    let kinds = (0..LENGTH).rev().map(|place| key >> (4 * place) & 0xF).filter(|kind| *kind != 0);
    kinds.map(|kind| KINDS.get(kind as usize).map_or('a', |letter| char::from(*letter))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spelling::compare;

    #[test]
    fn spellings_of_one_name_share_a_key() {
        for (one, other) in [
            ("Bachmoet", "Бахмут"),
            ("Prigozjin", "Prigojine"),
            ("Sjtsjerbakov", "Scherbakoff"),
            ("Loegansk", "Луганськ"),
            ("Jevgeni", "Evgenij"),
        ] {
            let (keys, others) = (Spelling::read(one).keys(8), Spelling::read(other).keys(8));
            assert!(keys.iter().any(|key| others.contains(key)), "{one} {keys:?}, {other} {others:?}");
        }
        assert!(Spelling::read("東京").keys(8).is_empty());
        assert!(Spelling::read("").keys(8).is_empty());
    }

    /// On the pairs of `tests/spelling.rs`: of what is judged to be one name, how much shares a key.
    #[test]
    #[allow(clippy::print_stdout, clippy::print_stderr, reason = "a test may say what it measured")]
    fn most_pairs_share_a_key() {
        let Some(folder) = std::env::var_os("KRONIEK_DATA") else {
            eprintln!("KRONIEK_DATA is not set: keys of names are not measured");
            return;
        };
        for file in ["place_pairs.tsv", "person_pairs.tsv"] {
            let text = std::fs::read_to_string(std::path::Path::new(&folder).join("data/names").join(file)).unwrap();
            let (mut shared, mut all, mut keys) = (0, 0, 0);
            for line in text.lines() {
                let [one, other, "1"] = line.split('\t').collect::<Vec<_>>()[..] else { continue };
                if compare(one, other).same {
                    let (stored, asked) = (Spelling::read(one).keys(STORED), Spelling::read(other).keys(ASKED));
                    all += 1;
                    keys += stored.len();
                    shared += usize::from(stored.iter().any(|key| asked.contains(key)));
                }
            }
            println!("{file}: {shared} of {all} share a key, {keys} keys stored");
            assert!(shared * 1000 >= all * 965, "{file}: {shared} of {all}");
        }
    }
}
