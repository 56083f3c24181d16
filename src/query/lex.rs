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
    /// `NABIJ`, `NEAR`: what stands on both sides, at most so many words apart; `None` where that is no number.
    Near(Option<u32>),
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
    /// `~`: of a word how many slips it may be away, of a quotation how many words its words may be apart.
    pub(super) loose: Option<Loose>,
}

/// What a `~` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Loose {
    /// The number after it, where there is one.
    pub(super) number: Option<u32>,
    /// It stands before the word, or behind it.
    pub(super) before: bool,
}

/// How far apart what `NABIJ` joins may stand when it does not say: as in SQLite's FTS5.
pub(super) const NEAR: u32 = 10;

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
            '|' => {
                place += usize::from(rest.starts_with('|'));
                Some(PieceKind::Or)
            }
            '-' | '!' if starts_operand(rest) => Some(PieceKind::Not),
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
        .is_some_and(|next| next.is_alphanumeric() || QUOTES.contains(&next) || matches!(next, '(' | '=' | '~'))
}

/// The word, quotation or operator that begins at a place, and where it ends.
fn text(query: &str, start: usize) -> (Option<PieceKind>, usize) {
    let mut text = Text {
        field: None,
        value: start..start,
        quoted: false,
        unclosed: false,
        exact: false,
        prefix: false,
        loose: None,
    };
    let mut place = text.marks(query, start);
    if let Some(length) = field(&query[place..]) {
        text.field = Some(place..place + length);
        place = text.marks(query, place + length + 1);
    }
    let first = query[place..].chars().next();
    if let Some(quote) = first.filter(|letter| QUOTES.contains(letter)) {
        let inside = place + quote.len_utf8();
        let close = query[inside..].find(QUOTES).map(|length| inside + length);
        let end = close.unwrap_or(query.len());
        let mut after = end + query[end..].chars().next().map_or(0, char::len_utf8);
        if let Some(rest) = query[after..].strip_prefix('~') {
            let number = digits(rest);
            text.loose = Some(Loose { number: rest[..number].parse().ok(), before: false });
            after += 1 + number;
        }
        text = Text { value: inside..end, quoted: true, unclosed: close.is_none(), ..text };
        return (Some(PieceKind::Text(text)), after);
    }
    if let Some(length) = bracketed(&query[place..]).filter(|_| text.field.is_some()) {
        text.value = place..place + length;
        return (Some(PieceKind::Text(text)), place + length);
    }
    let ends = |letter: char| letter.is_whitespace() || matches!(letter, '(' | ')' | '|') || QUOTES.contains(&letter);
    let end = query[place..].find(ends).map_or(query.len(), |length| place + length);
    let word = &query[place..end];
    if place == start {
        match word {
            "OF" | "OR" => return (Some(PieceKind::Or), end),
            "NIET" | "NOT" => return (Some(PieceKind::Not), end),
            "NABIJ" | "NEAR" => return (Some(PieceKind::Near(Some(NEAR))), end),
            // Words side by side are all wanted anyway.
            "EN" | "AND" => return (None, end),
            _ => {}
        }
        if let Some(number) = word.strip_prefix("NABIJ/").or_else(|| word.strip_prefix("NEAR/")) {
            return (Some(PieceKind::Near(number.parse().ok())), end);
        }
    }
    text.value = place..end;
    if let Some((before, number)) = word.rsplit_once('~').filter(|(before, _)| !before.is_empty()) {
        text.loose = Some(Loose { number: number.parse().ok(), before: false });
        text.value.end = place + before.len();
    }
    text.prefix = text.value.len() > 1 && query[text.value.clone()].ends_with('*');
    text.value.end -= usize::from(text.prefix);
    (Some(PieceKind::Text(text)), end)
}

impl Text {
    /// Takes in the marks that stand before a word, and gives where they end.
    fn marks(&mut self, query: &str, mut place: usize) -> usize {
        while let Some(mark @ ('=' | '~')) = query[place..].chars().next() {
            match mark {
                '=' => self.exact = true,
                _ => self.loose = Some(Loose { number: None, before: true }),
            }
            place += 1;
        }
        place
    }
}

/// How many digits a text begins with.
fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
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
