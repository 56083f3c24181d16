//! The other forms of a Dutch word that no rule of spelling gives: `steden` of `stad`, `vocht` and `gevochten` of `vechten`.
//!
//! For building alone: the archive keeps, for each form that a collection has, the spellings under which it may be asked for, so that the page
//! needs none of these tables.

mod nouns;
mod verbs;

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

/// Gives the other forms of the words that a folded form may be of, sorted; none where no table has it.
///
/// Verbs are known with their prefixes and particles (`aangevallen` of `aanvallen`, `onderzocht` of `onderzoeken`), nouns also at the end
/// of compounds (`hoofdsteden`). A verb that a clause has split (`viel … aan`) is not: which particle belongs to it takes a parser.
pub fn kindred(form: &str) -> Vec<String> {
    // All words here are of ASCII letters.
    if !form.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return Vec::new();
    }
    let mut kindred = BTreeSet::new();
    verbs_of(form, &mut kindred);
    classes_of(form, &mut kindred);
    kindred.remove(form);
    kindred.into_iter().collect()
}

/// Gives what a form is filed under so that the irregular forms of its word lead to it, sorted, but for those that share a key with it.
///
/// Of a verb, keys, as several of its forms share one. The spelling itself where the key is another word's too: of nouns (`wegen` has that of
/// `weegt`), of auxiliaries (`waren` that of `waar`), where the vowel of the key is another (`spraken` has that of `spraak`), and of what is short.
pub(crate) fn filed_under(form: &str, keys_of: fn(&str) -> Vec<String>) -> Vec<String> {
    let own = keys_of(form);
    let mut under = BTreeSet::new();
    for other in kindred(form) {
        let keys = keys_of(&other);
        if keys.iter().any(|key| own.contains(key)) {
            continue;
        }
        // hielden has a key as of told, and one as of hield.
        let Some(key) = keys.last() else { continue };
        let bare = other.strip_prefix("ge").unwrap_or(&other);
        let like = |spelling: &str| spelling.starts_with(&key[..key.len() - 1]);
        let verb = !is_noun(&other) && !verbs::AUXILIARIES.split([' ', '\n']).any(|auxiliary| auxiliary == other);
        under.insert(if verb && is_long(key) && (like(&other) || like(bare)) { key.clone() } else { other });
    }
    under.into_iter().collect()
}

/// Whether a key is long enough that hardly any other word shares it by chance.
pub(crate) fn is_long(key: &str) -> bool {
    key.len() > 3
}

fn is_noun(form: &str) -> bool {
    let mut classes =
        [nouns::LENGTHENED, nouns::CLASSICAL, nouns::CHANGED].into_iter().flat_map(|table| table.split('|'));
    classes.any(|class| class.split(' ').any(|member| form.ends_with(member)))
}

/// An irregular verb.
struct Verb {
    /// Its forms with whether each stands for it alone too.
    forms: Vec<(String, bool)>,
    takes_prefix: bool,
}

/// The verbs, and by each form their numbers.
struct Verbs {
    verbs: Vec<Verb>,
    by_form: HashMap<String, Vec<usize>>,
}

static VERBS: LazyLock<Verbs> = LazyLock::new(|| {
    let alone = |form: &str| match form.strip_prefix('~') {
        Some(form) => (form.to_owned(), false),
        None => (form.to_owned(), true),
    };
    let mut verbs: Vec<Verb> = Vec::new();
    for row in verbs::VERBS.lines() {
        let mut forms: Vec<(String, bool)> = row.split(' ').map(alone).collect();
        let (infinitive, own) = forms[0].clone();
        if !forms.iter().any(|(form, _)| form == "komt") {
            forms.push((third_person(&infinitive), true));
        }
        forms.extend([format!("{infinitive}d"), format!("{infinitive}de")].map(|form| (form, own)));
        verbs.push(Verb { forms, takes_prefix: true });
    }
    for row in verbs::AUXILIARIES.lines() {
        verbs.push(Verb { forms: row.split(' ').map(alone).collect(), takes_prefix: row.starts_with("hebben") });
    }
    let mut by_form: HashMap<String, Vec<usize>> = HashMap::new();
    for (number, verb) in verbs.iter().enumerate() {
        for (form, _) in &verb.forms {
            for form in [form.as_str(), verb.without_ge(form)] {
                let numbers = by_form.entry(form.to_owned()).or_default();
                if numbers.last() != Some(&number) {
                    numbers.push(number);
                }
            }
        }
    }
    Verbs { verbs, by_form }
});

/// The third person of the present (E-ANS, 2.3.2.8): valt, geeft, gaat, sluit.
fn third_person(infinitive: &str) -> String {
    let stem = match infinitive.strip_suffix("en") {
        Some(stem) if !stem.ends_with(['i', 'o']) => stem,
        _ => return format!("{}t", &infinitive[..infinitive.len() - 1]),
    };
    let mut letters: Vec<u8> = stem.bytes().collect();
    let vowel = |letter: &u8| b"aeiouy".contains(letter);
    match letters[..] {
        [.., one, other] if one == other => drop(letters.pop()),
        [.., before, long, last] if b"aeou".contains(&long) && !vowel(&before) && !vowel(&last) => {
            letters.insert(letters.len() - 1, long);
        }
        [long, last] if b"aeou".contains(&long) && !vowel(&last) => letters.insert(0, long),
        _ => {}
    }
    match letters.last_mut() {
        Some(last @ b'v') => *last = b'f',
        Some(last @ b'z') => *last = b's',
        _ => {}
    }
    if letters.last() != Some(&b't') {
        letters.push(b't');
    }
    letters.into_iter().map(char::from).collect()
}

impl Verb {
    /// A form as it is under an inseparable prefix: a participle has no ge- there, but for that of the verb itself (`vergeleken`).
    fn without_ge<'a>(&self, form: &'a str) -> &'a str {
        let own = self.forms[0].0.starts_with("ge") && !form.starts_with("gege");
        form.strip_prefix("ge").filter(|rest| !own && rest.len() > 3).unwrap_or(form)
    }
}

fn is_present_participle(form: &str, verb: &Verb) -> bool {
    matches!(form.strip_prefix(verb.forms[0].0.as_str()), Some("d" | "de"))
}

/// Adds the forms of the verbs that a form may be of.
fn verbs_of(form: &str, kindred: &mut BTreeSet<String>) {
    let none = std::iter::once("");
    for particle in none.clone().chain(verbs::PARTICLES.split_ascii_whitespace()) {
        let Some(rest) = form.strip_prefix(particle) else { continue };
        // aantevallen: so written by some, for aan te vallen.
        let rest = if particle.is_empty() {
            rest
        } else {
            rest.strip_prefix("te")
                .filter(|rest| VERBS.verbs.iter().any(|verb| verb.forms[0].0 == **rest))
                .unwrap_or(rest)
        };
        for prefix in none.clone().chain(verbs::PREFIXES.split_ascii_whitespace()) {
            let Some(rest) = rest.strip_prefix(prefix) else { continue };
            for number in VERBS.by_form.get(rest).into_iter().flatten() {
                let verb = &VERBS.verbs[*number];
                let alone = particle.is_empty() && prefix.is_empty();
                // Under a prefix a participle has no ge-, elsewhere it has.
                let as_it_is =
                    |form: &str| if prefix.is_empty() { form.to_owned() } else { verb.without_ge(form).to_owned() };
                let is_form = verb.forms.iter().any(|(form, own)| as_it_is(form) == rest && (!alone || *own));
                if is_form && (alone || verb.takes_prefix) {
                    // The participle of the present shares the infinitive's key.
                    let forms =
                        verb.forms.iter().filter(|(form, own)| (!alone || *own) && !is_present_participle(form, verb));
                    kindred.extend(forms.map(|(form, _)| format!("{particle}{prefix}{}", as_it_is(form))));
                }
            }
        }
    }
}

/// Adds the forms of the nouns and adjectives that a form may be of.
fn classes_of(form: &str, kindred: &mut BTreeSet<String>) {
    for class in [nouns::LENGTHENED, nouns::CLASSICAL, nouns::SUPPLETIVE].iter().flat_map(|table| table.split('|')) {
        if class.split(' ').any(|member| member == form) {
            kindred.extend(class.split(' ').map(str::to_owned));
        }
    }
    let ends = [(nouns::CHANGED, 0), (nouns::CLASSICAL_ENDINGS, 3), (nouns::TRADES, 3)];
    for (table, least) in ends {
        for class in table.split('|') {
            for member in class.split(' ') {
                let Some(before) = form.strip_suffix(member) else { continue };
                // At the end of a compound; its first part has a syllable.
                if before.len() >= least && (before.is_empty() || before.len() >= 3 || least > 0) {
                    kindred.extend(class.split(' ').map(|other| format!("{before}{other}")));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(form: &str, expected: &str) {
        assert_eq!(kindred(form).join(" "), expected, "{form}");
    }

    #[test]
    fn verbs_have_their_principal_parts() {
        check("gevochten", "vecht vechten vocht vochten");
        check("aanviel", "aangevallen aanvallen aanvalt aanvielen");
        check("aantevallen", "aangevallen aanvallen aanvalt aanviel aanvielen");
        check("onderzocht", "ondergezocht onderzochten onderzoeken onderzoekt");
    }

    #[test]
    fn nouns_have_their_plurals_at_the_end_of_compounds_too() {
        check("hoofdsteden", "hoofdstad");
        check("politici", "politicus");
        check("museum", "musea");
        check("kinderen", "kind");
        check("kooplieden", "kooplui koopman");
    }

    #[test]
    fn the_third_person_is_spelt_as_it_is() {
        for (infinitive, third) in [
            ("vallen", "valt"),
            ("geven", "geeft"),
            ("gaan", "gaat"),
            ("zien", "ziet"),
            ("doen", "doet"),
            ("sluiten", "sluit"),
            ("eten", "eet"),
            ("kiezen", "kiest"),
            ("bewegen", "beweegt"),
            ("houden", "houdt"),
            ("drijven", "drijft"),
        ] {
            assert_eq!(third_person(infinitive), third);
        }
    }

    #[test]
    fn tables_hold_folded_words() {
        let tables = [verbs::VERBS, verbs::AUXILIARIES, nouns::CHANGED, nouns::CLASSICAL, nouns::LENGTHENED];
        for word in tables.iter().flat_map(|table| table.split([' ', '|', '\n'])) {
            assert!(
                !word.is_empty() && word.trim_start_matches('~').bytes().all(|it| it.is_ascii_lowercase()),
                "{word:?}"
            );
        }
    }
}
