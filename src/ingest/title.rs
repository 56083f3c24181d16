//! Titles and headings, told from sentences.

use crate::text::{Language, sentences};

/// Longer than any title that a front page could print, in bytes.
const LONGEST_TITLE: usize = 180;
/// Headings stand in a column; theirs are shorter.
const LONGEST_HEADING: usize = 90;

/// Whether the first lines of an article are its title.
///
/// A title is one short line that does not end as a sentence does. It may ask or shout; then it is one sentence, or two
/// short ones.
pub(super) fn is_title(text: &str, language: Language) -> bool {
    if text.len() > LONGEST_TITLE || text.contains('\n') || ends_in_stop(text) || text.ends_with([',', ';', ':']) {
        return false;
    }
    let parts = if text.len() > 60 { sentences(text, language).len() } else { 1 };
    text.chars().any(char::is_alphabetic) && if text.ends_with(['?', '!']) { parts <= 2 } else { parts <= 3 }
}

/// Whether a block could be a heading by itself: short, one line, no full stop, begun like a title, and neither an item
/// of a list, nor something said.
pub(super) fn is_heading(text: &str, language: Language) -> bool {
    let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else { return false };
    // Guillemets around all of it set it off as somebody's words, or an editor's.
    let opens = first.is_uppercase() || first.is_ascii_digit() || is_quote(first) && first != '«';
    let said = is_quote(first) && text.trim_end_matches(is_quote).ends_with(['?', '!', ',']);
    let shaped = text.len() <= LONGEST_HEADING
        && !text.contains('\n')
        && opens
        && !said
        && !ends_in_stop(text)
        && !text.ends_with([',', ';', ':', '-', '–', '—'])
        && (last.is_alphanumeric() || is_quote(last) || matches!(last, '?' | '!' | ')' | '%' | '…'));
    let words = text.split_whitespace().count();
    shaped
        && words <= 14
        && text.chars().filter(|letter| letter.is_alphabetic()).count() >= 3
        && !is_byline(text)
        && !text.contains("://")
        && (text.len() < 30 || sentences(text, language).len() == 1)
}

/// Whether a short line names its author.
fn is_byline(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let opens =
        matches!(words.next(), Some("Door" | "DOOR" | "By" | "BY" | "Van" | "Tekst" | "Auteur:" | "Door:" | "By:"));
    let next = words.next().unwrap_or_default();
    let count = words.count() + 2;
    opens
        && count <= 8
        && (matches!(next, "onze" | "our" | "een")
            || count <= 4 && next.starts_with(char::is_uppercase) && text.split_whitespace().skip(1).all(is_name_part))
}

fn is_name_part(word: &str) -> bool {
    word.starts_with(char::is_uppercase) || matches!(word, "de" | "van" | "den" | "der" | "en" | "and" | "ter" | "te")
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '«' | '»' | '‹' | '›')
}

/// Whether a text ends in a full stop that ends a sentence: not `B.V.`, not `…`.
fn ends_in_stop(text: &str) -> bool {
    let open = text.trim_end_matches(|letter| is_quote(letter) || matches!(letter, ')' | ']'));
    let Some(stem) = open.strip_suffix('.') else { return false };
    let word = stem.split_whitespace().next_back().unwrap_or_default();
    let initials = word.split('.').all(|part| part.chars().count() == 1) && word.contains('.');
    !stem.ends_with('.') && !initials
}

/// Whether a text ends as a sentence does.
pub(super) fn ends_a_sentence(text: &str) -> bool {
    let open = text.trim_end_matches(|letter| is_quote(letter) || matches!(letter, ')' | ']' | '*' | '_'));
    open.ends_with(['.', '!', '?', '…', ':'])
}

/// Whether a text begins as a sentence does: not in the middle of one.
pub(super) fn begins_a_sentence(text: &str) -> bool {
    text.chars().find(|letter| letter.is_alphanumeric()).is_some_and(|letter| !letter.is_lowercase())
        || text.starts_with(['\'', '’']) // 's Avonds, ’t Is
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles() {
        let check = |text: &str, expected: bool| assert_eq!(is_title(text, Language::Dutch), expected, "{text}");
        check("Drie doden bij brand in flat", true);
        check("Waarom stijgt de rente?", true);
        check("‘We gaan door!’", true);
        check("Brand bij Jansen B.V.", true);
        check("Minister weg. Wie volgt hem op", true);
        check("Was het een ongeluk? Of toch moord?", true);
        check("De minister is gisteren afgetreden.", false);
        check("“Wij gaan door”, zei hij. “Altijd.”", false);
        check("De minister noemde vier dingen:", false);
    }

    #[test]
    fn headings() {
        let check = |text: &str, expected: bool| assert_eq!(is_heading(text, Language::Dutch), expected, "{text}");
        check("In puin", true);
        check("1. Wat is er gebeurd?", true);
        check("'Nog geen oplossing'", true);
        check("Weinig burgers over", true);
        check("\"Ik ga niet weg!\"", false);
        check("- melk", false);
        check("zonder hoofdletter", false);
        check("25 februari 1610.", false);
        check("Door onze redacteur", false);
        check("Van onze verslaggever", false);
        check("961", false);
    }
}
