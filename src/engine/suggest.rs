//! What a word that is being typed may become.

use super::answers::{Completion, Request, SuggestAnswer};
use super::{Engine, MOST_PARTS};
use crate::Result;
use crate::archive::{FormId, Place};
use crate::document::DocId;
use crate::search::{beginnings, of_one_word, spellings};
use crate::{order, text};

/// Suggestions when the request does not say.
const LIMIT: usize = 8;

/// Letters from which on a word is completed: fewer fit too much.
const SHORTEST: usize = 2;

/// Other spellings that are named of a name, at most: a line has room for about so many.
const OTHERS: usize = 3;

/// The forms that are found together with one.
struct Together {
    /// All, itself among them.
    all: Vec<FormId>,
    /// Those that are its name in another spelling.
    spellings: Vec<FormId>,
}

impl Engine {
    /// The names and words of the collection that complete the last word of a query, most telling first, the forms of a word
    /// and the spellings of a name as one, under that which begins so and is in most articles; then the names that begin so in
    /// another spelling.
    ///
    /// A name tells the more, the more articles have it. So does another word, but one that nearly all articles have tells
    /// nothing: it counts for its articles, times how rare it is beside the rarest (by the logarithm, as in BM25).
    pub fn suggest(&self, request: &Request) -> Result<SuggestAnswer> {
        let query = &request.query;
        let mut suggestions = Vec::new();
        let Some(last) = text::tokens(query).last().filter(|last| last.range.end == query.len()) else {
            return Ok(SuggestAnswer { suggestions });
        };
        let folded = text::fold(&query[last.range.clone()]);
        if folded.chars().count() < SHORTEST || self.archive.parts_beginning_with(&folded) > MOST_PARTS {
            return Ok(SuggestAnswer { suggestions });
        }
        let before = &query[..last.range.start];
        let limit = request.limit.unwrap_or(LIMIT);
        // What is known already: what was typed, and what is found together with what is offered.
        let mut known: Vec<FormId> = Vec::new();
        for forms in [self.archive.beginning_with(&folded)?, beginnings(&self.archive, &folded)?] {
            for (form, documents) in self.telling(forms)? {
                if suggestions.len() == limit {
                    break;
                }
                if known.contains(&form) {
                    continue;
                }
                let spelling = self.archive.spelling(form)?;
                let Together { all, spellings } = self.together(&spelling)?;
                if text::fold(&spelling) != folded {
                    let text = format!("{before}{}", self.archive.shown(form)?);
                    let mut completion = Completion {
                        text,
                        kind: "word",
                        documents: documents as usize,
                        exact: true,
                        others: Vec::new(),
                    };
                    if self.archive.is_name(form)? {
                        completion.kind = "name";
                        (completion.documents, completion.exact) = self.united(&all)?;
                        completion.others = self.others(spelling, spellings)?;
                    }
                    suggestions.push(completion);
                }
                known.extend(all);
            }
        }
        Ok(SuggestAnswer { suggestions })
    }

    /// Those of some forms that a text has, most telling first, each with how many articles have it.
    fn telling(&self, forms: Vec<FormId>) -> Result<Vec<(FormId, u32)>> {
        let all = f64::from(self.archive.documents() + 1);
        let mut telling: Vec<(FormId, u32, f64)> = Vec::new();
        for form in forms {
            let documents = self.archive.document_frequency(form)?;
            if documents > 0 {
                let rare = libm::log(all / f64::from(documents)) / libm::log(all);
                let tells = if self.archive.is_name(form)? { 1.0 } else { rare };
                telling.push((form, documents, f64::from(documents) * tells));
            }
        }
        order::sort_by(&mut telling, |a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)));
        Ok(telling.into_iter().map(|(form, documents, _)| (form, documents)).collect())
    }

    /// The forms that are found together with one: those of one word with it, those that fold as it does,
    /// and the other spellings of a name.
    fn together(&self, spelling: &str) -> Result<Together> {
        let folded = text::fold(spelling);
        let alike = self.archive.folding_as(&folded)?;
        let spellings = spellings(&self.archive, spelling, &alike)?;
        let mut all = spellings.clone();
        all.extend(alike.into_iter().map(|(form, _)| form));
        for language in self.archive.languages.iter().copied() {
            all.extend(of_one_word(&self.archive, &folded, &text::keys(spelling, language), language)?);
        }
        order::sort_unique(&mut all);
        Ok(Together { all, spellings })
    }

    /// How many articles have one of some forms, and whether that is so many exactly.
    ///
    /// In an archive whose parts are fetched it is at least as many as have the most frequent form: to know which articles the
    /// forms share would take the postings of them all, for every key that is pressed.
    fn united(&self, forms: &[FormId]) -> Result<(usize, bool)> {
        let (mut held, mut most) = (0, 0);
        for form in forms {
            let documents = self.archive.document_frequency(*form)?;
            held += u32::from(documents > 0);
            most = most.max(documents);
        }
        if held < 2 || self.archive.is_away() {
            return Ok((most as usize, held < 2));
        }
        let mut united: Vec<DocId> = Vec::new();
        for form in forms {
            self.archive.postings(*form, &Place::OWN, &mut |_, base, postings| {
                united.extend(postings.iter().map(|posting| DocId(base + posting.document.0)));
            })?;
        }
        order::sort_unique(&mut united);
        Ok((united.len(), true))
    }

    /// The other spellings of a name as they are shown, those in most articles first, but for what adds an ending to another.
    fn others(&self, spelling: String, spellings: Vec<FormId>) -> Result<Vec<String>> {
        let (mut others, mut known) = (Vec::new(), vec![spelling]);
        for (form, _) in self.telling(spellings)? {
            let spelling = self.archive.spelling(form)?;
            let ends = |one: &String| one.starts_with(&*spelling) || spelling.starts_with(&**one);
            if known.len() <= OTHERS && !known.iter().any(ends) {
                others.push(self.archive.shown(form)?);
                known.push(spelling);
            }
        }
        Ok(others)
    }
}
