//! What stands under a picture, told by its credit.

/// Agencies and libraries that pictures are credited to, lower case, as single words.
const AGENCIES: &[&str] = &[
    "afp",
    "alamy",
    "anp",
    "ap",
    "belga",
    "belgaimage",
    "bloomberg",
    "dpa",
    "epa",
    "epa-efe",
    "getty",
    "hh",
    "imago",
    "istock",
    "nurphoto",
    "pa",
    "reuters",
    "rex",
    "shutterstock",
    "tass",
    "unsplash",
    "wikimedia",
    "zuma",
];

/// Words that introduce a credit, lower case; two words where the second is needed.
const CREDITS: &[&str] = &[
    "afp foto",
    "afp photo",
    "ap photo",
    "beeld",
    "bron foto",
    "foto",
    "foto's",
    "fotograaf",
    "fotografie",
    "image",
    "image credit",
    "image source",
    "photo",
    "photo by",
    "photo credit",
    "photograph",
    "photograph by",
    "photographer",
    "photography",
    "photos",
    "picture",
    "picture credit",
    "reuters photo",
];

/// Words of a page that stand before the caption of a picture, and belong to it.
const LABELS: &[&str] = &["image caption", "media caption", "bijschrift", "onderschrift", "caption"];

/// Longer than any caption, in bytes.
const LONGEST: usize = 700;

/// Whether a block stands under a picture: a credit ends it, or a caption's label begins it.
pub(super) fn is_caption(text: &str) -> bool {
    text.len() <= LONGEST
        && (has_label(text) || has_sign(text) || has_credit(text) || ends_in_agency(text) || is_image(text))
}

fn has_label(text: &str) -> bool {
    let lowered = text.get(..16).unwrap_or(text).to_lowercase();
    LABELS.iter().any(|label| {
        lowered.strip_prefix(label).is_some_and(|rest| {
            rest.trim_start().starts_with([',', ':'])
                || rest.starts_with(' ') && *label != "caption" && *label != "bijschrift" && *label != "onderschrift"
        })
    })
}

/// `… © Name`, the name short and at the end.
fn has_sign(text: &str) -> bool {
    let Some((_, credit)) = text.rsplit_once('©') else { return false };
    let credit = credit.trim();
    !credit.is_empty() && !credit.starts_with(|c: char| c.is_ascii_digit()) && is_credit(credit)
}

/// `Foto: Name`, `AFP FOTO: Name`, `(Foto Name)`, at the start of a block, of a sentence, or behind a bracket or a bar.
fn has_credit(text: &str) -> bool {
    let mut from = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let start = from;
        from += word.len();
        let bare = word.trim_start_matches(['(', '[', '|', '/', '*', '_']);
        let begins = start == 0 || bare.len() < word.len() || {
            let before = text[..start].trim_end();
            before.ends_with(['.', '!', '?', '|', '/', '-', '–', '—', ')', ',', '"', '”', '’', '\'', '•'])
        };
        if !bare.starts_with(char::is_uppercase) && bare.len() == word.len() {
            continue;
        }
        if !begins {
            // "… in de haven Beeld ANP": the credit follows without a mark, but an agency ends the block.
            let rest = text[from..].trim_end();
            if CREDITS.contains(&bare.trim().to_lowercase().as_str())
                && rest.len() < 40
                && is_credit(rest)
                && rest.split_whitespace().next().is_some_and(is_agency)
            {
                return true;
            }
            continue;
        }
        if let Some((agency, name)) = bare.trim_end().split_once('/')
            && start > 0
            && is_agency(agency)
            && is_credit(name)
            && is_credit(&text[start..])
        {
            return true;
        }
        let enclosed = bare.len() < word.len() && word.starts_with(['(', '[', '|', '/']);
        let rest = &text[start + (word.len() - bare.len())..];
        if CREDITS.iter().any(|credit| after(rest, credit).is_some_and(|name| credits(name, enclosed))) {
            return true;
        }
    }
    false
}

/// What follows a word or two, whatever their case.
fn after<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let head = text.get(..words.len())?;
    head.eq_ignore_ascii_case(words).then(|| &text[words.len()..])
}

fn credits(rest: &str, enclosed: bool) -> bool {
    match rest.chars().next() {
        Some(':') => is_credit(rest[1..].trim()),
        Some(' ' | ',') if rest.trim_start().starts_with('©') => true,
        Some(' ' | ',') => {
            let name = rest[1..].trim();
            let first = name.split(|c: char| !c.is_alphanumeric() && c != '-').find(|word| !word.is_empty());
            is_credit(name) && (enclosed || first.is_some_and(is_agency))
        }
        _ => false,
    }
}

/// Whether words name who made a picture: few, and capitals but for particles.
fn is_credit(text: &str) -> bool {
    let text = text.trim_end_matches([')', ']', '.', '*', '_', ' ']);
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | ',' | '|' | '(' | ')'))
        .filter(|w| !w.is_empty())
        .collect();
    let name = |word: &&str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.is_empty()
            || bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || word.starts_with('@')
            || bare.contains('.')
            || matches!(
                bare,
                "van"
                    | "de"
                    | "den"
                    | "der"
                    | "en"
                    | "and"
                    | "for"
                    | "voor"
                    | "via"
                    | "the"
                    | "het"
                    | "by"
                    | "door"
                    | "eigen"
                    | "foto"
                    | "archief"
                    | "ter"
                    | "te"
            )
    };
    (1..=9).contains(&words.len())
        && words.iter().all(name)
        && words.first().is_some_and(|word| !word.starts_with(|c: char| c.is_ascii_digit()))
}

/// `… Name/Reuters`, `… (AP Photo/Name)`, `… via Getty Images`: an agency at the end, behind a bar, bracket or full stop.
fn ends_in_agency(text: &str) -> bool {
    let end = text.trim_end_matches([')', ']', '*', '_', ' ']);
    if let Some(open) = text.rfind(['(', '['])
        && end.len() < text.len()
    {
        let inside = &text[open + 1..end.len().max(open + 1)];
        let mut words = inside.split(|c: char| c.is_whitespace() || matches!(c, '/' | ',')).filter(|w| !w.is_empty());
        let photo = inside.to_lowercase().contains("photo") || inside.to_lowercase().contains("foto");
        if inside.len() < 80 && photo && words.any(is_agency) && is_credit(inside) {
            return true;
        }
    }
    if end.ends_with(['.', '!', '?']) {
        return false;
    }
    let end = end.strip_suffix(" Images").or_else(|| end.strip_suffix(" images")).unwrap_or(end);
    let Some(at) = end.rfind(|c: char| c.is_whitespace() || c == '/' || c == '|') else { return false };
    let (before, last) = end.split_at(at);
    let last = last.trim_start_matches(|c: char| c.is_whitespace() || c == '/' || c == '|');
    if !is_agency(last) {
        return false;
    }
    let barred = end[at..].starts_with(['/', '|']) || before.trim_end().ends_with(['/', '|', '–', '—', '-']);
    barred || before.ends_with(['.', '!', '?']) || before.ends_with("via")
}

fn is_agency(word: &str) -> bool {
    AGENCIES.binary_search(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str()).is_ok()
}

/// An image in Markdown, alone.
fn is_image(text: &str) -> bool {
    text.starts_with("![") && text.ends_with(')') && text.contains("](") && !text.contains('\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agencies_can_be_searched() {
        assert!(AGENCIES.is_sorted());
    }
}
