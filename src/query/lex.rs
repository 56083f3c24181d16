//! The pieces of a query: operators, parentheses, words and quotations.

use std::ops::Range;

/// A piece of a query; ranges are bytes in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) kind: PieceKind,
    pub(super) range: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PieceKind {
    Open,
    Close,
    /// `-`, `NIET`, `NOT`: not what follows.
    Not,
    /// `OF`, `OR`, `|`.
    Or,
    /// What stands between white space, and its marks.
    Text(Text),
}

/// A word or a quotation with what stands right before and after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Text {
    /// The name before a colon.
    pub(super) field: Option<Range<usize>>,
    /// What is between the quotation marks, or the word.
    pub(super) value: Range<usize>,
    pub(super) quoted: bool,
    /// Its quotation mark is missing at the end.
    pub(super) unclosed: bool,
    pub(super) exact: bool,
    pub(super) prefix: bool,
}

const QUOTES: [char; 4] = ['"', '“', '”', '„'];

/// Cuts a query into its pieces.
pub(super) fn pieces(query: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut place = 0;
    while let Some(letter) = query[place..].chars().next() {
        let start = place;
        let rest = &query[place + letter.len_utf8()..];
        place += letter.len_utf8();
        let kind = match letter {
            _ if letter.is_whitespace() => None,
            '(' => Some(PieceKind::Open),
            ')' => Some(PieceKind::Close),
            '|' => Some(PieceKind::Or),
            '-' if starts_operand(rest) => Some(PieceKind::Not),
            '+' if starts_operand(rest) => None,
            _ => {
                let (kind, end) = text(query, start);
                place = end;
                kind
            }
        };
        pieces.extend(kind.map(|kind| Piece { kind, range: start..place }));
    }
    pieces
}

fn starts_operand(rest: &str) -> bool {
    rest.chars()
        .next()
        .is_some_and(|next| next.is_alphanumeric() || QUOTES.contains(&next) || matches!(next, '(' | '='))
}

/// The word, quotation or operator that begins at a place, and where it ends.
fn text(query: &str, start: usize) -> (Option<PieceKind>, usize) {
    let mut place = start;
    let exact = query[place..].starts_with('=');
    if exact {
        place += 1;
    }
    let field = field(&query[place..]).map(|length| place..place + length);
    if let Some(field) = &field {
        place = field.end + 1;
    }
    let first = query[place..].chars().next();
    if let Some(quote) = first.filter(|letter| QUOTES.contains(letter)) {
        let inside = place + quote.len_utf8();
        let close = query[inside..].find(QUOTES).map(|length| inside + length);
        let end = close.unwrap_or(query.len());
        let after = end + query[end..].chars().next().map_or(0, char::len_utf8);
        let text = Text { field, value: inside..end, quoted: true, unclosed: close.is_none(), exact, prefix: false };
        return (Some(PieceKind::Text(text)), after);
    }
    if let Some(length) = bracketed(&query[place..]).filter(|_| field.is_some()) {
        let text = Text { field, value: place..place + length, quoted: false, unclosed: false, exact, prefix: false };
        return (Some(PieceKind::Text(text)), place + length);
    }
    let ends = |letter: char| letter.is_whitespace() || matches!(letter, '(' | ')' | '|') || QUOTES.contains(&letter);
    let end = query[place..].find(ends).map_or(query.len(), |length| place + length);
    let word = &query[place..end];
    if field.is_none() && !exact {
        match word {
            "OF" | "OR" => return (Some(PieceKind::Or), end),
            "NIET" | "NOT" => return (Some(PieceKind::Not), end),
            // Words side by side are all wanted anyway.
            "EN" | "AND" => return (None, end),
            _ => {}
        }
    }
    let prefix = word.len() > 1 && word.ends_with('*');
    let value = place..end - usize::from(prefix);
    (Some(PieceKind::Text(Text { field, value, quoted: false, unclosed: false, exact, prefix })), end)
}

/// The length of a field's name before a colon that is followed by a value.
fn field(text: &str) -> Option<usize> {
    let colon = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '-')?;
    let value = text[colon..].strip_prefix(':')?;
    let named = text.starts_with(char::is_alphabetic);
    (named && value.starts_with(|next: char| !next.is_whitespace() && next != '/')).then_some(colon)
}

/// The length of a range in brackets, as Lucene writes it: `[2022 TO 2023]`.
fn bracketed(text: &str) -> Option<usize> {
    text.strip_prefix('[')?.find(']').map(|length| length + 2)
}
