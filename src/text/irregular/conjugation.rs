//! Which verb a form is of, and its other forms: irregular ones from the tables, weak ones where the lexicon knows the verb.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use super::{verbs, weak};
use crate::text::compound;

/// A verb.
struct Verb {
    /// Its forms with whether each stands for it alone too, the infinitive first.
    forms: Vec<(String, bool)>,
    takes_prefix: bool,
    /// The lexicon has it with its prefixes, as a verb of its own.
    weak: bool,
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
        verbs.push(Verb { forms, takes_prefix: true, weak: false });
    }
    for row in verbs::AUXILIARIES.lines() {
        let forms = row.split(' ').map(alone).collect();
        verbs.push(Verb { forms, takes_prefix: row.starts_with("hebben"), weak: false });
    }
    let strong: Vec<String> = verbs.iter().map(|verb| verb.forms[0].0.clone()).collect();
    for stem in compound::verbs() {
        for forms in weak::conjugations(&stem).filter(|forms| !is_of(&forms[0], &strong)) {
            // A form that is a noun too stands alone for that: `kust`, `mist`, `verband`.
            let own = |(at, form): (usize, String)| (at == 0 || !compound::names(&form), form);
            let present = ["d", "de"].map(|ending| format!("{}{ending}", forms[0]));
            let present = present.into_iter().filter(|_| keeps_its_participle(&forms[0])).collect::<Vec<_>>();
            let forms = forms.into_iter().chain(present).enumerate().map(own).map(|(own, form)| (form, own)).collect();
            verbs.push(Verb { forms, takes_prefix: false, weak: true });
        }
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

/// Whether an infinitive is one of these with a particle or a prefix.
fn is_of(infinitive: &str, strong: &[String]) -> bool {
    let prefixes = verbs::PREFIXES.split_ascii_whitespace();
    let before: Vec<&str> = verbs::PARTICLES.split_ascii_whitespace().chain(prefixes).chain([""]).collect();
    before.iter().filter_map(|particle| infinitive.strip_prefix(particle)).any(|rest| {
        before.iter().filter_map(|prefix| rest.strip_prefix(prefix)).any(|rest| strong.iter().any(|it| it == rest))
    })
}

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

/// Whether the participle of the present is a form of its own: `groeiend`; that of other verbs shares the infinitive's key.
fn keeps_its_participle(infinitive: &str) -> bool {
    infinitive.ends_with("ien")
}

fn is_present_participle(form: &str, verb: &Verb) -> bool {
    let infinitive = verb.forms[0].0.as_str();
    !(verb.weak && keeps_its_participle(infinitive)) && matches!(form.strip_prefix(infinitive), Some("d" | "de"))
}

/// Adds the forms of the verbs that a form may be of.
pub(super) fn verbs_of(form: &str, kindred: &mut BTreeSet<String>) {
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
                if is_form && (alone || if verb.weak { prefix.is_empty() } else { verb.takes_prefix }) {
                    let forms =
                        verb.forms.iter().filter(|(form, own)| (!alone || *own) && !is_present_participle(form, verb));
                    kindred.extend(forms.map(|(form, _)| format!("{particle}{prefix}{}", as_it_is(form))));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
