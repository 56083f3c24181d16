//! The forms of weak verbs (E-ANS 2.3.2 to 2.3.4).

/// Before these a participle has no ge-.
const PREFIXES: [&str; 6] = ["be", "ge", "her", "ont", "ver", "er"];

/// Gives the forms of a verb by its stem, the infinitive first: of `reis` those of `reizen`, and of `reisen`, which is no word. Spelling
/// does not tell which of the two it is.
pub(super) fn conjugations(stem: &str) -> impl Iterator<Item = Vec<String>> {
    let voiced = match stem.as_bytes() {
        [.., b'f'] => Some('v'),
        [.., b's'] => Some('z'),
        _ => None,
    };
    let voiced = voiced.map(|last| format!("{}{last}", &stem[..stem.len() - 1]));
    let unvoiced = stem.ends_with(['p', 't', 'k', 'f', 's', 'x']) || stem.ends_with("ch");
    let as_it_is = forms(stem, stem, if unvoiced { 't' } else { 'd' });
    let is_ascii = stem.bytes().all(|letter| letter.is_ascii_lowercase());
    [as_it_is].into_iter().chain(voiced.map(|voiced| forms(stem, &voiced, 'd'))).filter(move |_| is_ascii)
}

fn forms(stem: &str, before_vowel: &str, dental: char) -> Vec<String> {
    let closed = |ending: char| if stem.ends_with(ending) { stem.to_owned() } else { format!("{stem}{ending}") };
    let participle = closed(dental);
    let participle = if prefix(stem).is_empty() { format!("ge{participle}") } else { participle };
    let prefix = prefix(before_vowel);
    let infinitive = format!("{prefix}{}", infinitive(&before_vowel[prefix.len()..]));
    let mut forms = vec![infinitive, closed('t'), format!("{stem}{dental}e"), format!("{stem}{dental}en")];
    forms.extend([format!("{participle}e"), participle]);
    forms
}

/// The prefix that a stem begins with; empty where there is none.
fn prefix(stem: &str) -> &str {
    let found = PREFIXES.iter().find(|prefix| {
        stem.strip_prefix(**prefix).is_some_and(|rest| rest.len() > 2 && rest.bytes().any(|it| b"aeiou".contains(&it)))
    });
    found.map_or("", |prefix| &stem[..prefix.len()])
}

/// `loop` lopen, `kus` kussen, `wandel` wandelen, `sjouw` sjouwen.
fn infinitive(stem: &str) -> String {
    let vowel = |letter: u8| b"aeiou".contains(&letter);
    match stem.as_bytes() {
        [.., one, other, last] if one == other && vowel(*one) && *one != b'i' && !vowel(*last) => {
            format!("{}{}en", &stem[..stem.len() - 2], char::from(*last))
        }
        [before @ .., short, last]
            if vowel(*short)
                && !vowel(*last)
                && !b"wxjh".contains(last)
                && !before.last().is_some_and(|letter| vowel(*letter))
                && (*short != b'e' && *short != b'i' || !before.iter().any(|letter| vowel(*letter))) =>
        {
            format!("{stem}{}en", char::from(*last))
        }
        _ => format!("{stem}en"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn infinitives() {
        for (stem, expected) in [
            ("hoop", "hopen"),
            ("kus", "kussen"),
            ("wandel", "wandelen"),
            ("bouw", "bouwen"),
            ("draai", "draaien"),
            ("vestig", "vestigen"),
            ("teken", "tekenen"),
            ("straf", "straffen"),
            ("fiets", "fietsen"),
        ] {
            assert_eq!(infinitive(stem), expected);
        }
    }
}
