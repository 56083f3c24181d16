//! From pieces to a tree.

use std::ops::Range;

use super::lex::{Loose, NEAR, Piece, PieceKind, Text, pieces};
use super::{Field, MOST_SLIPS, Meant, Node, Problem, ProblemKind, Query, Word, slips};
use crate::order;
use crate::text;
use crate::time::{self, Day, Interval};

/// How deep groups may lie in one another; what lies deeper is read as if its parentheses were not there. Also how many `NABIJ` of
/// different numbers may follow one another.
const DEEPEST: usize = 64;

/// The most words that `NABIJ` may allow: more than an article has.
const FARTHEST: u32 = 1 << 20;

/// Reads a query.
///
/// `typing` says that its last word is still being typed. `facts` are the names of the facts that can be asked for.
pub fn parse(query: &str, typing: bool, facts: &[&str]) -> Query {
    let pieces = pieces(query);
    let mut parser = Parser { query, pieces: &pieces, place: 0, depth: 0, nested: 0, facts, problems: Vec::new() };
    let mut node = parser.any();
    while parser.place < pieces.len() {
        // Only a closing parenthesis stops it: what follows is asked as well.
        parser.problem(ProblemKind::StrayParenthesis, pieces[parser.place].range.clone());
        parser.place += 1;
        let rest = parser.any();
        node = both(node, rest);
    }
    if typing && let Some(word) = node.as_mut().and_then(last_word) {
        word.prefix |= word.range.end == query.len() && !word.exact;
    }
    order::sort_by_key(&mut parser.problems, |problem| problem.range.start);
    Query { node, problems: parser.problems }
}

struct Parser<'a> {
    query: &'a str,
    pieces: &'a [Piece],
    place: usize,
    depth: usize,
    /// How many `NABIJ` lie in another.
    nested: usize,
    facts: &'a [&'a str],
    problems: Vec<Problem>,
}

impl Parser<'_> {
    fn problem(&mut self, kind: ProblemKind, range: Range<usize>) {
        let problem = Problem { range, kind };
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    /// Parts with `OF` between them, up to a closing parenthesis or the end.
    fn any(&mut self) -> Option<Node> {
        let mut parts: Vec<Node> = Vec::new();
        let mut operator: Option<Range<usize>> = None;
        loop {
            let part = self.all();
            let missing = part.is_none();
            parts.extend(part);
            let next = self.pieces.get(self.place).filter(|piece| piece.kind == PieceKind::Or);
            let lone = match (&operator, next) {
                (Some(range), None) if missing => Some(range.clone()),
                (_, Some(piece)) if missing => Some(piece.range.clone()),
                _ => None,
            };
            if let Some(range) = lone {
                self.problem(ProblemKind::LoneOperator, range);
            }
            let Some(piece) = next else { break };
            operator = Some(piece.range.clone());
            self.place += 1;
        }
        group(parts, Node::Any)
    }

    /// Parts side by side.
    fn all(&mut self) -> Option<Node> {
        let mut parts = Vec::new();
        while let Some(piece) = self.pieces.get(self.place) {
            match &piece.kind {
                PieceKind::Close | PieceKind::Or => break,
                PieceKind::Not => {
                    self.place += 1;
                    match self.operand() {
                        Some(node) => parts.push(Node::Not(Box::new(node))),
                        None => self.problem(ProblemKind::LoneOperator, piece.range.clone()),
                    }
                }
                PieceKind::Open | PieceKind::Text(_) | PieceKind::Near(_) => parts.extend(self.chain()),
            }
        }
        group(parts, Node::All)
    }

    /// Operands with `NABIJ` between them, or one alone.
    fn chain(&mut self) -> Option<Node> {
        let mut left = self.operand();
        while let Some(Piece { kind: PieceKind::Near(within), range }) = self.pieces.get(self.place) {
            self.place += 1;
            if within.is_none() {
                self.problem(ProblemKind::BadNear, range.clone());
            }
            let right = self.operand();
            left = match (left, right) {
                (Some(left), Some(right)) => {
                    let within = within.unwrap_or(NEAR).min(FARTHEST);
                    Some(self.near(left, right, within, range))
                }
                (left, right) => {
                    self.problem(ProblemKind::LoneOperator, range.clone());
                    left.or(right)
                }
            };
        }
        left
    }

    fn near(&mut self, left: Node, right: Node, within: u32, operator: &Range<usize>) -> Node {
        if !(can_stand(&left) && can_stand(&right)) {
            self.problem(ProblemKind::BadNear, operator.clone());
            return Node::All(vec![left, right]);
        }
        let range = left.range().start..right.range().end;
        match left {
            Node::Near(mut parts, same, _) if same == within => {
                parts.push(right);
                Node::Near(parts, within, range)
            }
            Node::Near(..) if self.nested == DEEPEST => {
                self.problem(ProblemKind::BadNear, operator.clone());
                left
            }
            _ => {
                self.nested += usize::from(matches!(left, Node::Near(..)));
                Node::Near(vec![left, right], within, range)
            }
        }
    }

    /// A word, a quotation, a field or a group.
    fn operand(&mut self) -> Option<Node> {
        let piece = self.pieces.get(self.place)?;
        match &piece.kind {
            PieceKind::Open => {
                self.place += 1;
                if self.depth == DEEPEST {
                    self.problem(ProblemKind::UnclosedGroup, piece.range.clone());
                    return None;
                }
                self.depth += 1;
                let node = self.any();
                self.depth -= 1;
                match self.pieces.get(self.place) {
                    Some(close) if close.kind == PieceKind::Close => self.place += 1,
                    _ => self.problem(ProblemKind::UnclosedGroup, piece.range.clone()),
                }
                node
            }
            PieceKind::Text(text) => {
                self.place += 1;
                self.text(text, &piece.range)
            }
            PieceKind::Not | PieceKind::Or | PieceKind::Close | PieceKind::Near(_) => None,
        }
    }

    fn text(&mut self, piece: &Text, range: &Range<usize>) -> Option<Node> {
        if piece.unclosed {
            let quote = piece.value.start.saturating_sub(1);
            let quote = (0..=quote).rev().find(|place| self.query.is_char_boundary(*place)).unwrap_or_default();
            self.problem(ProblemKind::UnclosedQuote, quote..piece.value.start);
        }
        let words = self.words(piece);
        if let Some(name) = &piece.field {
            let group = self.pieces.get(self.place).filter(|next| next.kind == PieceKind::Open);
            if piece.value.is_empty() && !piece.quoted && group.is_some_and(|group| group.range.start == range.end) {
                let group = self.operand()?;
                return self.each_in(name, group, piece.exact);
            }
            let value = if piece.value.is_empty() { range } else { &piece.value };
            return self.field(name, value, piece.exact, words, range);
        }
        if let Some(Loose { number, before: false }) = piece.loose.filter(|_| piece.quoted && words.len() > 1) {
            let within = number.unwrap_or(NEAR).min(FARTHEST);
            return Some(Node::Near(words.into_iter().map(Node::Word).collect(), within, range.clone()));
        }
        if words.is_empty() && piece.quoted && !piece.unclosed {
            self.problem(ProblemKind::EmptyPhrase, range.clone());
        }
        phrase(words, range)
    }

    fn words(&self, piece: &Text) -> Vec<Word> {
        let value = &self.query[piece.value.clone()];
        let word = |token: text::Token| {
            let range = token.range.start + piece.value.start..token.range.end + piece.value.start;
            Word {
                text: self.query[range.clone()].to_owned(),
                range,
                exact: piece.exact,
                prefix: false,
                inflected: !piece.exact,
                compounds: !piece.exact && !piece.quoted,
                slips: 0,
            }
        };
        let mut words: Vec<Word> = text::tokens(value).map(word).collect();
        if let Some(last) = words.last_mut() {
            last.prefix = piece.prefix;
            last.inflected &= !piece.prefix;
            last.compounds &= !piece.prefix;
        }
        if let Some(loose) = piece.loose.filter(|loose| loose.before || !piece.quoted) {
            for word in &mut words {
                let letters = text::fold(&word.text).chars().count();
                // As many slips as it has letters away is every short word.
                let most = letters.saturating_sub(1).min(MOST_SLIPS.into()) as u32;
                word.slips = loose.number.map_or(slips(letters), |number| number.min(most) as u8);
            }
        }
        words
    }

    /// A group after the name of a field: each of its words is asked of the field.
    fn each_in(&mut self, name: &Range<usize>, node: Node, exact: bool) -> Option<Node> {
        let each = |parser: &mut Self, parts: Vec<Node>, join: fn(Vec<Node>) -> Node| {
            let parts = parts.into_iter().filter_map(|part| parser.each_in(name, part, exact));
            group(parts.collect(), join)
        };
        match node {
            Node::All(parts) => each(self, parts, Node::All),
            Node::Any(parts) => each(self, parts, Node::Any),
            Node::Near(parts, _, range) => {
                self.problem(ProblemKind::BadNear, range);
                each(self, parts, Node::All)
            }
            Node::Not(part) => self.each_in(name, *part, exact).map(|part| Node::Not(Box::new(part))),
            Node::Word(word) => {
                let range = word.range.clone();
                self.field(name, &range, exact, vec![word], &range)
            }
            Node::Phrase(words, range) => {
                let value = words.first()?.range.start..words.last()?.range.end;
                self.field(name, &value, exact, words, &range)
            }
            Node::Field(..) => Some(node),
        }
    }

    fn field(
        &mut self,
        name: &Range<usize>,
        value: &Range<usize>,
        exact: bool,
        words: Vec<Word>,
        range: &Range<usize>,
    ) -> Option<Node> {
        let folded = text::fold(&self.query[name.clone()]);
        let field = match folded.as_str() {
            "titel" | "title" if words.is_empty() => return None,
            "titel" | "title" => Field::Title(words),
            "datum" | "date" | "genoemd" | "mentions" => match interval(&self.query[value.clone()]) {
                Some(interval) if matches!(folded.as_str(), "datum" | "date") => Field::Date(interval),
                Some(interval) => Field::Mentions(Meant { interval, wholly: exact }),
                None => {
                    self.problem(ProblemKind::BadDate, value.clone());
                    return None;
                }
            },
            _ => match self.facts.iter().find(|fact| text::fold(fact) == folded || dutch(fact) == folded) {
                Some(fact) => {
                    Field::Fact((*fact).to_owned(), words.iter().map(|word| text::fold(&word.text)).collect())
                }
                None => {
                    self.problem(ProblemKind::UnknownField, name.clone());
                    return phrase(words, value);
                }
            },
        };
        Some(Node::Field(field, range.clone()))
    }
}

/// The Dutch name under which a usual fact can be asked for too.
fn dutch(fact: &str) -> &'static str {
    match fact {
        "source" => "bron",
        "author" => "auteur",
        "place" => "plaats",
        "language" => "taal",
        _ => "",
    }
}

/// A time as fields take it: `2023`, `2023-03`, `2023-03-05`, two of them with `..` between or one side open, Lucene's
/// `[2022 TO 2023]`, or with the month named: `juli-2022`.
fn interval(value: &str) -> Option<Interval> {
    const FIRST: Day = Day(datealgo::date_to_rd((1, 1, 1)));
    const LAST: Day = Day(datealgo::date_to_rd((9999, 12, 31)));
    let value = value.trim_start_matches(['[', '{']).trim_end_matches([']', '}']).trim();
    let one = |text: &str| time::publication(text.trim()).map(|date| date.interval).or_else(|| time::named(text));
    if let Some((from, until)) = text::cut(value, "..").or_else(|| text::cut(value, " TO ")) {
        let open = |text: &str| matches!(text.trim(), "" | "*");
        let earliest = if open(from) { FIRST } else { one(from)?.earliest };
        let latest = if open(until) { LAST } else { one(until)?.latest };
        return (earliest <= latest).then_some(Interval { earliest, latest });
    }
    one(value)
}

/// Words one after another: nothing, a word, or a phrase.
fn phrase(mut words: Vec<Word>, range: &Range<usize>) -> Option<Node> {
    match words.len() {
        0 => None,
        1 => words.pop().map(Node::Word),
        _ => {
            words.iter_mut().for_each(|word| word.compounds = false);
            Some(Node::Phrase(words, range.clone()))
        }
    }
}

/// Parts together: nothing, the one, or all.
fn group(mut parts: Vec<Node>, join: fn(Vec<Node>) -> Node) -> Option<Node> {
    if parts.len() > 1 { Some(join(parts)) } else { parts.pop() }
}

fn both(one: Option<Node>, other: Option<Node>) -> Option<Node> {
    match (one, other) {
        (Some(Node::All(mut parts)), Some(other)) => {
            parts.push(other);
            Some(Node::All(parts))
        }
        (Some(one), Some(other)) => Some(Node::All(vec![one, other])),
        (one, other) => one.or(other),
    }
}

/// Whether it has places in a text, so that something can stand near it.
fn can_stand(node: &Node) -> bool {
    match node {
        Node::All(parts) | Node::Any(parts) => parts.iter().all(can_stand),
        Node::Word(_) | Node::Phrase(..) | Node::Near(..) => true,
        Node::Not(_) | Node::Field(..) => false,
    }
}

/// The word that stands last in a query.
fn last_word(node: &mut Node) -> Option<&mut Word> {
    match node {
        Node::All(parts) | Node::Any(parts) | Node::Near(parts, ..) => parts.last_mut().and_then(last_word),
        Node::Not(part) => last_word(part),
        Node::Phrase(words, _) | Node::Field(Field::Title(words), _) => words.last_mut(),
        Node::Word(word) => Some(word),
        Node::Field(..) => None,
    }
}
