//! Hits, and what the query was understood as.

use std::ops::Range;

use super::answers::{Form, Hit, IsoDay, Order, Problem, Request, SearchAnswer};
use super::answers::{Snippet, Understood, Why};
use super::meant::Times;
use super::{Engine, time_key, units};
use crate::Result;
use crate::annotate::AnnotatedBlock;
use crate::archive::{self, Place};
use crate::document::{BlockKind, DocId};
use crate::order;
use crate::query::{Field, Node, Query, Word};
use crate::search::{Apart, Evaluated, Expansion, Found, Leaf, Made, Occurrence, Part, Ranking, Reason};
use crate::search::{Standing, opening, snippets, telling};
use crate::text;
use crate::time::Interval;

/// Hits in an answer when the request does not say.
const LIMIT: usize = 10;

/// Forms of a word that an answer lists; the others are counted.
const MOST_FORMS: usize = 40;

/// A document that was read for a hit.
struct Opened {
    entry: archive::Entry,
    text: String,
    blocks: Vec<AnnotatedBlock>,
}

impl Engine {
    /// What answers a request, best first or in the order of time.
    pub fn search(&self, request: &Request) -> Result<SearchAnswer> {
        let query = self.parse(request)?;
        let mut found = self.find(request, &query)?;
        let chosen = self.chosen(request)?;
        let all = chosen.keep(&mut found);
        let facts = if request.brief { Vec::new() } else { self.facets(request, &chosen, &all)? };
        let limit = request.limit.unwrap_or(LIMIT);
        let ranked = request.order == Order::Relevance && found.evaluated().is_some();
        let mut ranking = found.ranking(&self.archive, ranked.then_some(request.offset.saturating_add(limit)))?;
        self.archive.check()?;
        let mut ordered = std::mem::take(&mut ranking.documents);
        if !ranked {
            ordered = self.in_time(ordered, request.order, request.offset.saturating_add(limit));
        }
        let page: Vec<(DocId, f64)> = ordered.into_iter().skip(request.offset).take(limit).collect();
        let hits = self.hits(request, &Times::new(&query, request), &found, &ranking, page)?;
        let span = self.archive.span(&found.documents);
        Ok(SearchAnswer {
            query: request.query.clone(),
            problems: problems(&request.query, &query),
            understood: match (&query.node, found.evaluated()) {
                (Some(node), Some(evaluated)) => Some(self.understood(&request.query, node, evaluated)?),
                _ => None,
            },
            total: found.documents.len(),
            earliest: span.map(|span| IsoDay(span.earliest)),
            latest: span.map(|span| IsoDay(span.latest)),
            hits,
            facts,
            suggestions: if request.brief { Vec::new() } else { self.ways_out(request, &query, &found)? },
        })
    }

    /// Documents as hits.
    fn hits(
        &self,
        request: &Request,
        meant: &Times,
        found: &Found,
        ranking: &Ranking,
        page: Vec<(DocId, f64)>,
    ) -> Result<Vec<Hit>> {
        let mut ascending: Vec<DocId> = page.iter().map(|(document, _)| *document).collect();
        order::sort_unique(&mut ascending);
        // Where parts are fetched the texts are read first: they say where words stand, so that no postings have to.
        let mut opened = Vec::new();
        if self.archive.is_away() && !found.leaves().is_empty() {
            for document in &ascending {
                opened.push(Some(self.opened(*document, &|_| true)?));
            }
        }
        let read = ascending.iter().zip(opened.iter().flatten());
        let standing = if self.archive.is_away() {
            let texts = read.map(|(document, read)| (*document, &*read.text, &*read.blocks));
            Standing::in_texts(&self.archive, texts)
        } else {
            Standing::by_postings(&self.archive)
        };
        let parts = found.parts(&standing, Some(ranking), &ascending)?;
        let mut hits = Vec::new();
        for (document, score) in page {
            let Ok(place) = ascending.binary_search(&document) else { continue };
            let read = opened.get_mut(place).and_then(Option::take);
            hits.push(self.hit(document, score, &parts[place], read, meant, request)?);
        }
        Ok(hits)
    }

    /// The first of some documents, which ascend, in an order of time; at least so many.
    fn in_time(&self, mut documents: Vec<(DocId, f64)>, order: Order, count: usize) -> Vec<(DocId, f64)> {
        if order == Order::Newest {
            order::sort_by_key(&mut documents, |(document, _)| {
                let (undated, earliest, latest, id) = time_key(&self.archive, *document);
                (undated, std::cmp::Reverse(latest), std::cmp::Reverse(earliest), id)
            });
            return documents;
        }
        let place = |id: &DocId| documents.binary_search_by_key(id, |(document, _)| *document).ok();
        self.chronology.iter().filter_map(place).map(|place| documents[place]).take(count).collect()
    }

    fn opened(&self, document: DocId, wanted: &dyn Fn(&Range<u32>) -> bool) -> Result<Opened> {
        let entry = self.archive.entry(document)?;
        let (text, blocks) = self.read(document, &entry, wanted)?;
        Ok(Opened { entry, text, blocks })
    }

    fn hit(
        &self,
        document: DocId,
        score: f64,
        parts: &[Part<'_>],
        read: Option<Opened>,
        meant: &Times,
        request: &Request,
    ) -> Result<Hit> {
        // The words of a block are read only where something stands in it.
        let stands = |part: &Part<'_>, block: &Range<u32>| {
            part.occurrences.iter().any(|one| one.positions.start < block.end && block.start < one.positions.end)
        };
        let read = read
            .map_or_else(|| self.opened(document, &|positions| parts.iter().any(|part| stands(part, positions))), Ok);
        let Opened { entry, text, mut blocks } = read?;
        blocks.retain(|block| request.furniture || block.block.kind != BlockKind::Furniture);
        let found: Vec<(f64, &[Occurrence])> = parts.iter().map(|part| (part.weight, &part.occurrences[..])).collect();
        let occurrences = parts.iter().map(|part| part.occurrences.len()).sum();
        let mut quoted = snippets(&blocks, &found);
        // The shortest of the times that are asked for says most.
        let told = if meant.is_empty() { Vec::new() } else { self.archive.times(document)? };
        let told = told.into_iter().filter(|told| meant.has(told));
        let told = told.min_by_key(|told| told.mention.interval.map(Interval::days));
        let quotes = |sentence: u32| quoted.iter().any(|snippet| snippet.sentence == sentence);
        if told.as_ref().map_or(quoted.is_empty(), |told| !quotes(told.sentence)) {
            let blocks = self.read(document, &entry, &|_| true)?.1;
            quoted.extend(match told {
                Some(told) => telling(&blocks, told.sentence, told.mention.range),
                None => opening(&blocks, entry.titled),
            });
            order::sort_by_key(&mut quoted, |snippet| snippet.sentence);
        }
        let quoted = quoted.into_iter().map(|snippet| Snippet {
            marks: units::within(&text, &snippet.range, snippet.marks.iter()),
            text: text[snippet.range.clone()].to_owned(),
            sentence: snippet.sentence,
            cut: snippet.cut,
        });
        let mut why = Vec::new();
        for part in parts {
            why.extend(self.why(part, &text, &blocks)?);
        }
        Ok(Hit { snippets: quoted.collect(), entry: self.shown(document, &entry), score, why, occurrences })
    }

    /// The forms by which a leaf answers, what is of the whole leaf with the first of them.
    fn why(&self, part: &Part<'_>, text: &str, blocks: &[AnnotatedBlock]) -> Result<Vec<Why>> {
        let mut why = Vec::new();
        let mut words = Vec::new();
        part.leaf.words(&mut words);
        for (number, (word, expansions)) in words.into_iter().enumerate() {
            for (form, count) in part.forms(number) {
                let Some(expansion) = expansions.iter().find(|expansion| expansion.form == form) else { continue };
                why.push(Why {
                    word: word.text.clone(),
                    form: self.archive.shown(form)?,
                    reason: expansion.reason.name(),
                    weight: expansion.reason.weight(),
                    count,
                    ..Why::default()
                });
            }
            for positions in part.occurrences.iter().filter_map(|one| one.apart(number)) {
                let Some(stands) = blocks.iter().find_map(|block| block.bytes_of(&positions)) else { continue };
                let form = text::lower(&text[stands]);
                match why.iter_mut().find(|known: &&mut Why| known.form == form) {
                    Some(known) => known.count += 1,
                    None => why.push(Why {
                        word: word.text.clone(),
                        form,
                        reason: Reason::Compound.name(),
                        weight: Apart::weight(),
                        count: 1,
                        ..Why::default()
                    }),
                }
            }
        }
        if let Some(first) = why.first_mut() {
            first.score = part.score.sum();
            first.title = part.score.title;
            first.nearness = part.score.nearness;
            first.idf = part.weight;
            // Six digits of it are known.
            first.frequency = (part.frequency * 1e4).round_ties_even() / 1e4;
        }
        Ok(why)
    }

    fn understood(&self, query: &str, node: &Node, evaluated: &Evaluated) -> Result<Understood> {
        let parts = |nodes: &[Node], evaluated: &[Evaluated]| {
            nodes.iter().zip(evaluated).map(|(node, part)| self.understood(query, node, part)).collect::<Result<_>>()
        };
        Ok(match (node, evaluated) {
            (Node::All(nodes), Evaluated::All(evaluated)) => Understood::All { parts: parts(nodes, evaluated)? },
            (Node::Any(nodes), Evaluated::Any(evaluated)) => Understood::Any { parts: parts(nodes, evaluated)? },
            (Node::Not(node), Evaluated::Not(evaluated)) => {
                Understood::Not { part: Box::new(self.understood(query, node, evaluated)?) }
            }
            (Node::Field(field, range), evaluated) => {
                let (start, end) = units::utf16(query, range);
                let written = &query[range.clone()];
                let value = text::cut(written, ":").map_or(written, |(_, value)| value);
                let documents = evaluated.documents(&self.archive).len();
                Understood::Field { name: field.name().to_owned(), value: value.to_owned(), start, end, documents }
            }
            (node, Evaluated::Leaf(leaf)) => self.leaf(query, node, leaf)?,
            _ => Understood::All { parts: Vec::new() },
        })
    }

    fn leaf(&self, query: &str, node: &Node, leaf: &Leaf) -> Result<Understood> {
        let (leaves, near) = match &leaf.made {
            Made::Word(_, word, expansions) => return self.word(query, word, expansions, &leaf.apart),
            Made::Near { parts, within, .. } => (parts, Some(*within)),
            Made::Any(parts) => (parts, None),
        };
        let mut parts = Vec::new();
        for (number, leaf) in leaves.iter().enumerate() {
            let node = match node {
                Node::All(nodes) | Node::Any(nodes) | Node::Near(nodes, ..) => nodes.get(number).unwrap_or(node),
                node => node,
            };
            parts.push(self.leaf(query, node, leaf)?);
        }
        let (start, end) = units::utf16(query, &node.range());
        Ok(match (node, near) {
            (Node::Phrase(..), _) => Understood::Phrase { start, end, parts },
            (_, Some(within)) => Understood::Near { start, end, within, parts },
            (_, None) => Understood::Any { parts },
        })
    }

    fn word(&self, query: &str, word: &Word, expansions: &[Expansion], apart: &[Apart]) -> Result<Understood> {
        let mut forms = Vec::new();
        for expansion in expansions.iter().take(MOST_FORMS) {
            let own = self.archive.document_frequency(expansion.form)?;
            let furniture = self.archive.frequency_in(expansion.form, Place::Furniture)?;
            forms.push(Form {
                form: self.archive.spelling(expansion.form)?,
                shown: self.archive.shown(expansion.form)?,
                reason: expansion.reason.name(),
                weight: expansion.reason.weight(),
                documents: own.max(furniture) as usize,
                off: expansion.off,
            });
        }
        let more = expansions.len() - forms.len();
        forms.extend(apart.iter().map(|apart| Form {
            form: apart.shown.clone(),
            shown: apart.shown.clone(),
            reason: Reason::Compound.name(),
            weight: Apart::weight(),
            documents: apart.leaf.documents.len(),
            off: apart.off,
        }));
        let (start, end) = units::utf16(query, &word.range);
        Ok(Understood::Word { word: word.text.clone(), start, end, prefix: word.prefix, forms, more })
    }
}

impl Field {
    fn name(&self) -> &str {
        match self {
            Self::Title(_) => "title",
            Self::Date(_) => "date",
            Self::Mentions(_) => "mentions",
            Self::Fact(name, _) => name,
        }
    }
}

/// Problems in an answer: nobody reads more of them, and the place of each is counted from the beginning of the query.
const MOST_PROBLEMS: usize = 100;

/// What could not be understood, with its place in UTF-16 code units.
pub(super) fn problems(text: &str, query: &Query) -> Vec<Problem> {
    let problem = |problem: &crate::query::Problem| {
        let (start, end) = units::utf16(text, &problem.range);
        Problem { start, end, kind: problem.kind.name(), message: problem.kind.message() }
    };
    query.problems.iter().take(MOST_PROBLEMS).map(problem).collect()
}
