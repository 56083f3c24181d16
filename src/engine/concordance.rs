//! The concordance: every occurrence of what is asked on a line of its own, with what stands around it (keyword in
//! context; Luhn, "Key word-in-context index for technical literature", 1960).

use std::ops::Range;

use super::answers::{ConcordanceAnswer, ConcordanceLine, Order, Request};
use super::search::problems;
use super::{Engine, time_key};
use crate::Result;
use crate::annotate::AnnotatedBlock;
use crate::document::DocId;
use crate::search::Standing;
use crate::{order, text};

/// Lines in an answer when the request does not say.
const LIMIT: usize = 100;

/// Words on either side of an occurrence.
const AROUND: usize = 12;

/// Occurrences up to which lines are sorted by what stands around them: that takes the text of all of them. About a
/// second of reading.
const MOST_SORTED: usize = 20_000;

impl Engine {
    /// Every occurrence of the words and phrases that are wanted, each with the words around it.
    ///
    /// Lines come in the order of the articles' dates or names, or are sorted by what stands after or before. Of more occurrences than can be sorted,
    /// the first in the order of time are.
    pub fn concordance(&self, request: &Request) -> Result<ConcordanceAnswer> {
        let (query, found) = self.ask(request)?;
        let mut standing: Vec<(DocId, Vec<Range<u32>>)> = Vec::new();
        let parts = found.parts(&Standing::by_postings(&self.archive), None, &found.documents)?;
        for (document, parts) in found.documents.iter().zip(parts) {
            let mut positions: Vec<Range<u32>> = Vec::new();
            for part in parts {
                positions.extend(part.occurrences.into_iter().map(|one| one.positions));
            }
            order::sort_by_key(&mut positions, |one| (one.start, one.end));
            positions.dedup();
            if !positions.is_empty() {
                standing.push((*document, positions));
            }
        }
        let total = standing.iter().map(|(_, positions)| positions.len()).sum();
        self.in_order(&mut standing, request.order)?;
        let wanted = request.limit.unwrap_or(LIMIT);
        let around = matches!(request.order, Order::Left | Order::Right);
        let end = if around { MOST_SORTED } else { request.offset.saturating_add(wanted) };
        let mut lines: Vec<(String, ConcordanceLine)> = Vec::new();
        let mut passed = 0;
        for (document, positions) in &standing {
            if passed >= end {
                break;
            }
            let first = if around { 0 } else { request.offset.saturating_sub(passed).min(positions.len()) };
            let last = positions.len().min(end - passed);
            passed += positions.len();
            if first < last {
                self.lines(*document, &positions[first..last], request.order, &mut lines)?;
            }
        }
        let mut sorted = None;
        if around {
            sorted = Some(lines.len());
            // What stands alike stays in the order of time.
            order::sort_by(&mut lines, |a, b| a.0.cmp(&b.0));
            lines.drain(..request.offset.min(lines.len()));
        }
        lines.truncate(wanted);
        Ok(ConcordanceAnswer {
            problems: problems(&request.query, &query),
            total,
            sorted,
            lines: lines.into_iter().map(|(_, line)| line).collect(),
        })
    }

    fn in_order(&self, standing: &mut Vec<(DocId, Vec<Range<u32>>)>, order: Order) -> Result<()> {
        if order == Order::Document {
            let mut named = Vec::with_capacity(standing.len());
            for (document, positions) in standing.drain(..) {
                named.push((self.archive.entry(document)?.name, document, positions));
            }
            order::sort_by(&mut named, |a, b| a.0.cmp(&b.0));
            standing.extend(named.into_iter().map(|(_, document, positions)| (document, positions)));
            return Ok(());
        }
        order::sort_by_key(standing, |(document, _)| time_key(&self.archive, *document));
        if order == Order::Newest {
            standing.reverse();
        }
        Ok(())
    }

    /// Adds the lines of an article, each with what it is sorted by.
    fn lines(
        &self,
        document: DocId,
        positions: &[Range<u32>],
        order: Order,
        lines: &mut Vec<(String, ConcordanceLine)>,
    ) -> Result<()> {
        let entry = self.archive.entry(document)?;
        let (text, blocks) = self.read(document, &entry, &|_| true)?;
        for one in positions {
            let Some((block, tokens)) = blocks.iter().find_map(|block| Some((block, tokens_of(block, one)?))) else {
                continue;
            };
            let slice = |tokens: Range<usize>| match (block.tokens.get(tokens.start), block.tokens[..tokens.end].last())
            {
                (Some(first), Some(last)) if !tokens.is_empty() => first.start..last.end,
                _ => 0..0,
            };
            let middle = slice(tokens.clone());
            let (start, end) = (tokens.start.saturating_sub(AROUND), block.tokens.len().min(tokens.end + AROUND));
            let (before, after) = (slice(start..tokens.start), slice(tokens.end..end));
            // Words alone: a quotation mark or a comma puts nothing in another place.
            let mut key = String::new();
            let mut add = |word: &Range<usize>| {
                key.push_str(&text::fold(&text[word.clone()]));
                key.push(' ');
            };
            match order {
                Order::Right => block.tokens[tokens.end..end].iter().for_each(&mut add),
                Order::Left => block.tokens[start..tokens.start].iter().rev().for_each(&mut add),
                _ => {}
            }
            // What lies between the words and the middle belongs to the one side or the other.
            let start = if before.is_empty() { middle.start } else { before.start };
            let end = if after.is_empty() { block.block.range.end } else { after.end };
            lines.push((
                key,
                ConcordanceLine {
                    entry: self.shown(document, &entry),
                    sentence: block.sentence_of(&middle),
                    before: text[start..middle.start].to_owned(),
                    middle: text[middle.clone()].to_owned(),
                    after: text[middle.end..end].trim_end().to_owned(),
                },
            ));
        }
        Ok(())
    }
}

/// The tokens of a block that stand at some positions; `None` where they lie in another block.
fn tokens_of(block: &AnnotatedBlock, positions: &Range<u32>) -> Option<Range<usize>> {
    let first = positions.start.checked_sub(block.position.0)? as usize;
    let last = positions.end.checked_sub(block.position.0)? as usize;
    (first < last && last <= block.tokens.len()).then_some(first..last)
}
