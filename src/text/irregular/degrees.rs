//! The degrees of adjectives (E-ANS 6.4.1).

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

/// A line is an adjective that has degrees: its comparative where that is not the word with -er, its superlative where that is not the word with
/// -st; - for none, or for one that is more often another word (`leger`). Made of OpenTaal's dictionary by `tools/lexicon.py`,
/// under the licence in `src/text/compound/LICENSE-OpenTaal.txt`.
const ADJECTIVES: &str = include_str!("degrees.txt");

/// The lines by each form of their adjectives.
static BY_FORM: LazyLock<HashMap<String, Vec<&str>>> = LazyLock::new(|| {
    let mut by_form: HashMap<String, Vec<&str>> = HashMap::new();
    for line in ADJECTIVES.lines() {
        for form in forms(line) {
            by_form.entry(form).or_default().push(line);
        }
    }
    by_form
});

/// Adds the forms of the adjectives that a form may be of.
pub(super) fn adjectives_of(form: &str, kindred: &mut BTreeSet<String>) {
    for line in BY_FORM.get(form).into_iter().flatten() {
        kindred.extend(forms(line));
    }
}

/// `groot`, `grote`, `groter`, `grotere`, `grootst`, `grootste`.
fn forms(line: &str) -> Vec<String> {
    let mut fields = line.split(' ');
    let word = fields.next().unwrap_or_default();
    let comparative = match fields.next() {
        Some("-") => None,
        Some(comparative) => Some(comparative.to_owned()),
        None => Some(format!("{word}er")),
    };
    let superlative = match fields.next() {
        Some(_) => None,
        None if word.ends_with('s') => Some(format!("{word}t")),
        None => Some(format!("{word}st")),
    };
    let inflected = comparative.as_deref().filter(|_| !word.ends_with('r')).and_then(|it| it.strip_suffix('r'));
    let mut forms = vec![word.to_owned()];
    forms.extend(inflected.map(str::to_owned));
    for degree in comparative.into_iter().chain(superlative) {
        forms.push(format!("{degree}e"));
        forms.push(degree);
    }
    forms
}
