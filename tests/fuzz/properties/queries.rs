//! Queries: none fails, and every problem lies within what was typed.

use arbitrary::{Result, Unstructured};
use kroniek::engine::Engine;
use kroniek::engine::answers::Request;
use kroniek::query::{Field, Node, Query, parse};
use std::ops::Range;

use super::{ARCHIVES, ask};

thread_local! {
    static ENGINES: Vec<Engine> = ARCHIVES.iter().map(|bytes| Engine::open(bytes.clone()).unwrap()).collect();
}

fn lies_in(range: &Range<usize>, query: &str) {
    assert!(query.get(range.clone()).is_some(), "{range:?} of {query:?}");
}

fn ranges(node: &Node, query: &str) {
    lies_in(&node.range(), query);
    match node {
        Node::All(parts) | Node::Any(parts) => parts.iter().for_each(|part| ranges(part, query)),
        Node::Near(parts, _, range) => {
            lies_in(range, query);
            parts.iter().for_each(|part| ranges(part, query));
        }
        Node::Not(part) => ranges(part, query),
        Node::Phrase(words, range) | Node::Field(Field::Title(words), range) => {
            lies_in(range, query);
            words.iter().for_each(|word| lies_in(&word.range, query));
        }
        Node::Word(word) => lies_in(&word.range, query),
        Node::Field(_, range) => lies_in(range, query),
    }
}

/// Queries that once took seconds, by the square of their length, or may.
pub(crate) fn slow_ones() -> Vec<String> {
    vec![
        "wereld".repeat(2_000),
        "genoemd:".repeat(2_000),
        "\"Bachmoet".repeat(2_000),
        "(".repeat(20_000),
        "-".repeat(20_000),
        "a OF ".repeat(4_000),
        "(a NABIJ/3 ".repeat(1_000),
        "titel:(a ".repeat(2_000),
        "~2".repeat(2_000),
    ]
}

/// Asks a query of the largest archive.
pub(crate) fn ask_largest(query: &str) {
    let request = Request { query: query.to_owned(), ..Request::default() };
    ENGINES.with(|engines| ask::everything(&engines[1], &request)).unwrap();
}

/// What is parsed lies within the text, and every method answers it.
pub(crate) fn queries(u: &mut Unstructured<'_>) -> Result<()> {
    let request = ask::request(u)?;
    let Query { node, problems } = parse(&request.query, request.typing, &["bron", "source"]);
    problems.iter().for_each(|problem| lies_in(&problem.range, &request.query));
    node.iter().for_each(|node| ranges(node, &request.query));
    let number = u.int_in_range(0..=ARCHIVES.len() - 1)?;
    ENGINES.with(|engines| ask::everything(&engines[number], &request)).unwrap();
    Ok(())
}
