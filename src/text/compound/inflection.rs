//! From the form that a part of a compound has to the word that it is.

use super::lexicon::{Entry, Link, entry};

/// Nouns whose plural has another vowel in writing too (E-ANS 3.5.2.3), and `gelid`; and those whose vowel is short in the singular alone,
/// where with a long one it would be another word.
const VOWELS_CHANGED: &[(&str, &str)] = &[
    ("steden", "stad"),
    ("schepen", "schip"),
    ("leden", "lid"),
    ("smeden", "smid"),
    ("gelederen", "gelid"),
    ("wegen", "weg"),
    ("schoten", "schot"),
    ("spelen", "spel"),
    ("gaten", "gat"),
    ("vaten", "vat"),
    ("dalen", "dal"),
];

/// Nouns with a plural in -eren (E-ANS 3.5.4.1), as they stand before -en and in compounds.
const ER: &[(&str, &str)] = &[
    ("beender", "been"),
    ("blader", "blad"),
    ("eier", "ei"),
    ("gemoeder", "gemoed"),
    ("goeder", "goed"),
    ("hoender", "hoen"),
    ("kalver", "kalf"),
    ("kinder", "kind"),
    ("kleder", "kleed"),
    ("lammer", "lam"),
    ("lieder", "lied"),
    ("rader", "rad"),
    ("runder", "rund"),
    ("volker", "volk"),
];

/// Prepositions, particles and prefixes (E-ANS, chapter 12): what follows them makes no compound with them.
const PARTICLES: &[&str] = &[
    "aan", "aaneen", "aarts", "achter", "af", "al", "anti", "be", "bes", "bij", "bijeen", "binnen", "bio", "boven",
    "buiten", "co", "con", "dat", "de", "den", "der", "des", "die", "dis", "door", "een", "er", "ere", "ex", "ge",
    "geo", "ges", "heen", "her", "het", "hyper", "ij", "in", "infra", "ins", "inter", "intra", "ka", "langs", "los",
    "macro", "maxi", "mede", "mee", "mega", "met", "mi", "micro", "mini", "mis", "mono", "multi", "na", "naar", "neer",
    "neo", "non", "nu", "oer", "om", "on", "onder", "ont", "ook", "op", "over", "poly", "post", "pre", "pro", "pseudo",
    "re", "rond", "samen", "semi", "sub", "super", "te", "tegen", "tele", "terug", "toe", "tot", "trans", "tussen",
    "uit", "uiteen", "ultra", "van", "ver", "vice", "voor", "voort", "wan", "wat", "weder", "weg", "wel", "zo",
];

/// Bytes of the longest of them.
const PARTICLE: usize = 6;

/// Whether a word makes no compound with what follows.
pub(super) fn is_particle(word: &str) -> bool {
    word.len() <= PARTICLE && PARTICLES.binary_search(&word).is_ok()
}

/// Whether a word is a pronominal adverb: `waardoor`.
pub(super) fn is_pronominal(word: &str) -> bool {
    ["hier", "daar", "waar"].into_iter().any(|place| word.strip_prefix(place).is_some_and(is_particle))
}

/// Whether a word without its prefix or particle is a word: `betrad`, `overslaan`; or it is the form of a verb: `bestede`.
pub(super) fn is_derived(word: &str) -> bool {
    let after = |particle: &&str| word.strip_prefix(*particle).and_then(entry).is_some_and(|rest| !rest.compound);
    let verb = |ending: &str| {
        let rest = word.strip_suffix(ending).filter(|rest| rest.len() > 1);
        rest.is_some_and(|rest| stems(rest).iter().any(|stem| entry(stem).is_some_and(|entry| entry.verb)))
    };
    is_pronominal(word)
        || PARTICLES.iter().any(after)
        || ["t", "d", "de", "den", "te", "ten", "e", "en"].into_iter().any(verb)
}

/// A word that a form may be of, and its place in the lexicon.
type Found = (String, Entry);

/// Gives the word that a form is of, of those that name something.
pub(super) fn word_of(form: &str) -> Option<Found> {
    let known = |word: &str| entry(word).map(|entry| (word.to_owned(), entry)).filter(|(_, entry)| entry.names());
    if let Some(word) = irregular(form) {
        return known(&word);
    }
    let whole = known(form);
    // `genoten` is a form of a verb, and no head; `genoot` is one.
    if whole.as_ref().is_some_and(|(_, entry)| !entry.bound) {
        return whole;
    }
    let inflected = || {
        let mut best: Option<(i32, Found)> = None;
        for (at, base) in bases(form).into_iter().enumerate() {
            let Some(found) = known(&base.word).filter(|(_, entry)| base.fits(entry)) else { continue };
            // What may be a suffix is one: `vergelijkbare` is not of `bar`.
            let score =
                if found.1.suffix { SUFFIX } else { found.1.head(&found.0).unwrap_or_default() } - 15 * at as i32;
            if best.as_ref().is_none_or(|(most, _)| score > *most) {
                best = Some((score, found));
            }
        }
        best.map(|(_, found)| found)
    };
    inflected().or(whole)
}

/// More than any head scores.
const SUFFIX: i32 = 990;

/// Gives the words that a first or middle part may be, with the link after them.
pub(super) fn modifiers(part: &str) -> Vec<(Found, Link)> {
    if let Some(noun) = noun_in(part) {
        return vec![noun];
    }
    let mut found: Vec<(Found, Link)> = Vec::new();
    let mut add = |word: &str, link: Link, fits: fn(&Entry) -> bool| {
        let entry = entry(word).filter(fits);
        let new = entry.filter(|_| found.iter().all(|((known, _), _)| known != word));
        found.extend(new.map(|entry| ((word.to_owned(), entry), link)));
        entry.is_some()
    };
    let unbound = |part: &str| !is_particle(part) && part.len() > 1;
    if unbound(part) {
        add(part, Link::None, |entry| entry.names() || entry.verb);
    }
    if let Some(word) = irregular(part) {
        add(&word, Link::En, Entry::names);
        return found;
    }
    if let Some((_, word)) = ER.iter().find(|(modifier, _)| *modifier == part) {
        add(word, Link::Er, Entry::names);
    }
    if let Some(word) = part.strip_suffix('s').filter(|word| unbound(word) && !word.ends_with('s')) {
        add(word, Link::S, Entry::names);
    }
    let (link, words) = if let Some(rest) = part.strip_suffix("en") {
        (Link::En, [stems(rest), vec![format!("{rest}e")]].concat())
    } else if let Some(rest) = part.strip_suffix('e') {
        (Link::E, stems(rest))
    } else if let Some(rest) = part.strip_suffix("ën") {
        (Link::En, vec![rest.to_owned(), format!("{rest}e")])
    } else {
        return found;
    };
    let _first = words.iter().any(|word| unbound(word) && add(word, link, |entry| entry.noun));
    found
}

/// What an adjective in -s stands for before another word: the noun that it is made of, with its linking s (`staats`, `volks`, `rechts`).
/// And the ship, which is another word there.
fn noun_in(part: &str) -> Option<(Found, Link)> {
    let noun = part.strip_suffix('s').filter(|_| part != "links")?;
    let bare = entry(noun)?;
    if noun == "scheep" {
        return Some((("schip".to_owned(), bare), Link::S));
    }
    let adjective = entry(part).filter(|entry| entry.adjective && !entry.noun && !entry.verb)?;
    (bare.noun && bare.modifier(noun, Link::S) > 0).then(|| ((noun.to_owned(), adjective), Link::None))
}

fn irregular(form: &str) -> Option<String> {
    let changed = VOWELS_CHANGED.iter().find(|(plural, _)| *plural == form);
    let er = || ER.iter().find(|(modifier, _)| form.strip_suffix("en") == Some(modifier));
    changed.or_else(er).map(|(_, word)| (*word).to_owned())
}

/// What an inflected form may be a form of.
struct Base {
    word: String,
    adjective: bool,
}

impl Base {
    fn fits(&self, entry: &Entry) -> bool {
        if self.adjective { entry.adjective } else { entry.noun }
    }
}

/// What words a form may be of, the likeliest first: plurals (E-ANS 3.5), diminutives (12.4), adjectives with -e
/// (6.4).
fn bases(form: &str) -> Vec<Base> {
    let mut words: Vec<String> = Vec::new();
    let put =
        [("'s", ""), ("s", ""), ("heden", "heid"), ("ën", ""), ("ën", "e"), ("ia", "ium"), ("a", "um"), ("i", "us")];
    for (ending, instead) in put {
        words.extend(form.strip_suffix(ending).map(|rest| format!("{rest}{instead}")));
    }
    if let Some(rest) = form.strip_suffix("en") {
        words.extend(stems(rest));
        words.push(format!("{rest}e"));
    }
    if let Some(rest) = form.strip_suffix('s').unwrap_or(form).strip_suffix("je") {
        words.push(rest.to_owned());
        if let Some(rest) = rest.strip_suffix("et") {
            words.push(rest.to_owned());
            words.extend(single(rest));
        }
        for (ending, instead) in [("t", ""), ("mp", "m"), ("k", "g"), ("aat", "a"), ("oot", "o"), ("uut", "u")] {
            words.extend(rest.strip_suffix(ending).map(|rest| format!("{rest}{instead}")));
        }
    }
    let mut bases: Vec<Base> = words.into_iter().map(|word| Base { word, adjective: false }).collect();
    if !form.ends_with("je") {
        let words = match (form.strip_suffix("ële"), form.strip_suffix('e'), form.strip_suffix('ë')) {
            (Some(rest), _, _) => vec![format!("{rest}eel")],
            (_, Some(rest), _) => stems(rest),
            (_, _, Some(rest)) => vec![rest.to_owned()],
            _ => Vec::new(),
        };
        bases.extend(words.into_iter().map(|word| Base { word, adjective: true }));
    }
    bases
}

/// What a form may be of, without its ending -en or -e: `huiz` huis, `mann` man, `dag` daag and dag.
fn stems(rest: &str) -> Vec<String> {
    let mut stems = Vec::new();
    let letters: Vec<char> = rest.chars().rev().take(3).collect();
    let vowel = |letter: &char| "aeiou".contains(*letter);
    if let [last, open, before @ ..] = &letters[..]
        && "bdfgklmnprstvz".contains(*last)
        && "aeou".contains(*open)
        && !before.first().is_some_and(vowel)
    {
        stems.push(format!("{}{open}{last}", &rest[..rest.len() - 1]));
    }
    stems.extend(single(rest));
    stems.push(rest.to_owned());
    stems.into_iter().map(voiceless).collect()
}

/// A word without the second of two equal consonants at its end.
fn single(word: &str) -> Option<String> {
    let mut letters = word.chars().rev();
    let (last, before) = (letters.next()?, letters.next()?);
    (last == before && !"aeiouyé".contains(last)).then(|| word[..word.len() - last.len_utf8()].to_owned())
}

/// No Dutch word ends in v or z.
fn voiceless(mut word: String) -> String {
    let instead = match word.chars().last() {
        Some('v') => 'f',
        Some('z') => 's',
        _ => return word,
    };
    word.pop();
    word.push(instead);
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_can_be_searched() {
        assert!(PARTICLES.is_sorted());
        assert_eq!(PARTICLES.iter().map(|particle| particle.len()).max(), Some(PARTICLE));
    }
}
