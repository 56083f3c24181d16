//! What a query may have meant: corrections, and ways out where nothing was found.

use std::cmp::Reverse;
use std::ops::Range;

use super::Engine;
use super::answers::{Request, Suggestion};
use crate::Result;
use crate::archive::FormId;
use crate::order;
use crate::query::{self, Node, Query, Word};
use crate::search::{Evaluated, Found};
use crate::text;

/// Suggestions in an answer.
const MOST_SUGGESTIONS: usize = 4;

/// Words of a query up to which each is left out in turn. That takes time by the square of their number: a pasted page
/// would take minutes.
const MOST_LEFT_OUT: usize = 16;

/// Words of a query that are tried alone.
const MOST_ALONE: usize = 64;

/// Bytes of queries from which on no further one is tried. What is left of a query is mostly short; of thousands of quotation marks and
/// parentheses it is not, and to try that often takes seconds.
const MOST_TRIED: usize = 8 << 10;

/// Corrections in an answer.
const MOST_CORRECTIONS: usize = 3;

/// Words of a query that are corrected.
const MOST_WRONG: usize = 4;

impl Engine {
    /// What a request may have meant: words that the collection does not have are corrected, and where nothing was found,
    /// what finds something is offered.
    pub(super) fn ways_out(&self, request: &Request, query: &Query, found: &Found) -> Result<Vec<Suggestion>> {
        // What is tried is not the last query.
        let recent = self.recent.take();
        let ways = self.tried(request, query, found);
        self.recent.replace(recent);
        ways
    }

    fn tried(&self, request: &Request, query: &Query, found: &Found) -> Result<Vec<Suggestion>> {
        let mut ways = self.corrections(request, found)?;
        if !found.documents.is_empty() {
            return Ok(ways);
        }
        let mut tried = 0;
        let mut offer = |request: Request, kind: &'static str| -> Result<()> {
            if tried > MOST_TRIED {
                return Ok(());
            }
            tried += request.query.len();
            let documents = self.ask(&request)?.1.documents.len();
            let text = request.query;
            if documents > 0 && !ways.iter().any(|way: &Suggestion| way.text == text && way.kind == kind) {
                ways.push(Suggestion { text, kind, documents });
            }
            Ok(())
        };
        let ranged = request.from.is_some() || request.until.is_some() || request.told.is_some();
        if ranged || !request.facts.is_empty() {
            offer(Request { from: None, until: None, told: None, facts: Vec::new(), ..request.clone() }, "without")?;
        }
        if !request.off.is_empty() {
            offer(Request { off: Vec::new(), ..request.clone() }, "forms")?;
        }
        let whole = |text: String| Request { query: text, typing: false, ..request.clone() };
        match &query.node {
            Some(Node::Phrase(words, _)) => {
                let words: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
                offer(whole(words.join(" ")), "fewer")?;
            }
            Some(Node::Near(parts, ..)) => {
                let words: Vec<&str> = parts.iter().map(|part| &request.query[part.range()]).collect();
                offer(whole(words.join(" ")), "fewer")?;
            }
            Some(Node::All(parts)) => {
                let ranges: Vec<Range<usize>> = parts.iter().map(Node::range).collect();
                let each = if parts.len() <= MOST_LEFT_OUT { parts.len() } else { 0 };
                for left_out in 0..each {
                    offer(whole(kept(&request.query, &ranges, |number| number != left_out)), "fewer")?;
                }
                for alone in (0..parts.len()).filter(|number| !matches!(parts[*number], Node::Not(_))).take(MOST_ALONE)
                {
                    offer(whole(kept(&request.query, &ranges, |number| number == alone)), "fewer")?;
                }
            }
            _ => {}
        }
        ways.truncate(MOST_SUGGESTIONS);
        Ok(ways)
    }

    /// The query with the words that the collection does not have corrected, the most probable first.
    ///
    /// All are corrected at once, since one that is left wrong finds nothing; what is offered further takes the next best of
    /// the first of them. Fewer slips are more probable, then a word of more articles.
    fn corrections(&self, request: &Request, found: &Found) -> Result<Vec<Suggestion>> {
        let mut words = Vec::new();
        for leaf in found.evaluated().map(Evaluated::leaves).unwrap_or_default() {
            leaf.words(&mut words);
        }
        let mut corrected: Vec<(&Word, Vec<FormId>)> = Vec::new();
        for (word, _) in words.into_iter().filter(|(_, forms)| forms.is_empty()).take(MOST_WRONG) {
            let folded = text::fold(&word.text);
            let mut near = Vec::new();
            for (form, slips) in self.archive.resembling(&folded, query::slips(folded.chars().count()))? {
                let documents = self.archive.document_frequency(form)?;
                if documents > 0 {
                    near.push((slips, Reverse(documents), form));
                }
            }
            if !near.is_empty() {
                order::sort_by(&mut near, Ord::cmp);
                corrected.push((word, near.into_iter().map(|(.., form)| form).collect()));
            }
        }
        let mut ways = Vec::new();
        let choices = corrected.first().map_or(0, |(_, forms)| forms.len());
        for choice in 0..choices.min(MOST_CORRECTIONS) {
            let mut text = request.query.clone();
            for (number, (word, forms)) in corrected.iter().enumerate().rev() {
                let form = forms[if number == 0 { choice } else { 0 }];
                text.replace_range(word.range.clone(), &self.archive.shown(form)?);
            }
            let corrected = Request { query: text, typing: false, ..request.clone() };
            let documents = self.ask(&corrected)?.1.documents.len();
            if documents > 0 {
                ways.push(Suggestion { text: corrected.query, kind: "typo", documents });
            }
        }
        Ok(ways)
    }
}

/// The query with only some of its parts, which lie in these ranges. What stands right before or after a part, such as its
/// minus or its star, goes with it.
fn kept(query: &str, ranges: &[Range<usize>], keep: impl Fn(usize) -> bool) -> String {
    let mut text = String::new();
    for (_, range) in ranges.iter().enumerate().filter(|(number, _)| keep(*number)) {
        let before = query[..range.start].char_indices().rev().find(|(_, letter)| letter.is_whitespace());
        let start = before.map_or(0, |(space, letter)| space + letter.len_utf8());
        let end = query[range.end..].find(char::is_whitespace).map_or(query.len(), |space| range.end + space);
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(query[start..end].trim());
    }
    text
}
