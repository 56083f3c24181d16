//! Labels of the page's own parts: buttons, stamps, links to other articles, "the text goes on below".

use super::lexicon::{Class, Lexicon};
use super::words::Words;

/// Whether the words are such a label, with what it labels.
pub(super) fn is_label(words: &Words<'_>, lexicon: &Lexicon) -> bool {
    words.phrases(0, lexicon.alone) == Some(words.len())
        || is_address(words)
        || counts(words, lexicon)
        || plays(words)
        || stamps(words, lexicon)
        || links(words, lexicon)
        || asks(words, lexicon)
        || goes_on(words, lexicon).is_some_and(|length| length == words.len())
}

/// Where the text begins behind a label that stands before it; `None` if no label does.
pub(super) fn lead(words: &Words<'_>, lexicon: &Lexicon) -> Option<usize> {
    let text = words.text;
    let length = words.phrases(0, lexicon.leads).or_else(|| goes_on(words, lexicon))?;
    let end = words.end(length - 1);
    let rest = text[end..].trim_start();
    let begins =
        rest.starts_with(|letter: char| letter.is_uppercase() || matches!(letter, '"' | '“' | '‘' | '„' | '\''));
    let marked = words.mark(length - 1).is_none_or(|mark| matches!(mark, '.' | ':' | ')' | '-' | '|' | '…'));
    (begins && marked && rest.split_whitespace().count() >= 3).then_some(end)
}

/// A web address, alone.
fn is_address(words: &Words<'_>) -> bool {
    words.text.split_whitespace().count() == 1
        && ["http://", "https://", "www.", "pic.twitter.com/", "t.co/"].iter().any(|head| words.text.starts_with(head))
}

/// `12 reacties`, `3 min read`.
fn counts(words: &Words<'_>, lexicon: &Lexicon) -> bool {
    let number =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    let first = usize::from(!number(words.get(0)));
    words.len() <= first + 4
        && number(words.get(first))
        && words.phrases(first + 1, lexicon.counted).is_some_and(|length| first + 1 + length == words.len())
        && (first == 0 || lexicon.counted.contains(&words.get(0)))
}

/// A clip's length beside a word of a player: `0:45 Afspelen knop …`, `Play video 1:23`.
fn plays(words: &Words<'_>) -> bool {
    let beside = |at: usize| (1..=2).any(|step| words.is(at + step, Class::Player));
    let last = words.len() - 1;
    is_length(words.get(0)) && beside(0) && !words.stops()
        || words.len() <= 8 && is_length(words.get(last)) && words.is(0, Class::Player) && !words.tell()
        || words.len() <= 12
            && words.is(0, Class::Player)
            && (1..4).any(|at| words.is(at, Class::Player))
            && !words.stops()
}

/// `0:45`, `12:03`, `1:02:03`.
fn is_length(word: &str) -> bool {
    let mut parts = word.split(':');
    let first = parts.next().unwrap_or_default();
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let mut rest = 0;
    let pairs = parts.all(|part| {
        rest += 1;
        part.len() == 2 && digits(part)
    });
    (1..=2).contains(&first.len()) && digits(first) && pairs && (1..=2).contains(&rest)
}

/// `Laatst bijgewerkt: 5 maart 2023`: a phrase, then a number soon.
fn stamps(words: &Words<'_>, lexicon: &Lexicon) -> bool {
    let Some(length) = words.phrases(0, lexicon.stamps).filter(|_| words.len() <= 14) else { return false };
    let number = |at: &usize| words.get(*at).starts_with(|letter: char| letter.is_ascii_digit());
    // "Published in 1953, the novel …" is no stamp.
    let soon = (length..length + 4).take_while(|at| words.get(*at) != "in").any(|at| number(&at));
    (length == words.len() || soon) && !words.tell_from(length) && (length >= 3 || !words.stops())
}

/// `Lees ook: …`, `Meer over …`: a phrase, then the title of something else.
fn links(words: &Words<'_>, lexicon: &Lexicon) -> bool {
    let Some(length) = words.phrases(0, lexicon.links) else { return false };
    let mark = words.mark(length - 1);
    let rest = words.len() - length;
    if matches!(mark, Some(':' | '|' | '»' | '>')) || rest == 0 && mark != Some('.') {
        return rest <= 30;
    }
    let points = words.any_from(length, Class::Objects) || words.any_from(length, Class::Pointers);
    length > 1 && !matches!(mark, Some(',' | ';')) && rest <= 20 && !words.tell() && (!words.stops() || points)
}

/// `Schrijf je in voor …`: a phrase that only a page says to its reader.
fn asks(words: &Words<'_>, lexicon: &Lexicon) -> bool {
    words
        .phrases(0, lexicon.asks)
        .is_some_and(|length| words.len() <= 40 && !words.quotes() && !words.tell_from(length))
}

/// How many words `Tekst gaat verder onder de foto` takes at the start.
fn goes_on(words: &Words<'_>, lexicon: &Lexicon) -> Option<usize> {
    let mut at = usize::from(words.is(0, Class::Articles) || words.is(0, Class::These));
    if words.is(at, Class::Running) {
        at += 1;
    } else if at > 0 {
        return None;
    }
    at += words.phrases(at, lexicon.goes_on)?;
    let behind = at;
    while words.is(at, Class::Articles) || words.is(at, Class::These) {
        at += 1;
    }
    if words.ends_in(at, Class::Objects) { Some(at + 1) } else { (behind == at && at == words.len()).then_some(at) }
}
