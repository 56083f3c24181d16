//! What a word that is being typed may become.

use super::answers::{Request, SuggestAnswer, Suggestion};
use super::{Engine, MOST_PARTS};
use crate::Result;
use crate::archive::{FormId, Place};
use crate::search::{beginnings, of_one_word, spellings};
use crate::{order, text};

/// Suggestions when the request does not say.
const LIMIT: usize = 8;

/// Letters from which on a word is completed: fewer fit too much.
const SHORTEST: usize = 2;

impl Engine {
    /// The names and words of the collection that complete the last word of a query, most telling first, the forms of a word
    /// and the spellings of a name as one; then the names that begin so in another spelling.
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
        for forms in [self.archive.beginning_with(&folded)?, beginnings(&self.archive, &folded)?] {
            // What is known already: what was typed, and the kin of what is offered.
            let mut known: Vec<FormId> = Vec::new();
            for (form, documents) in self.telling(forms)? {
                if suggestions.len() == request.limit.unwrap_or(LIMIT) {
                    break;
                }
                if known.contains(&form) {
                    continue;
                }
                let spelling = self.archive.spelling(form)?;
                known.extend(self.kin(&spelling)?);
                if text::fold(&spelling) != folded {
                    let text = format!("{}{}", &query[..last.range.start], self.archive.shown(form)?);
                    let kind = if self.archive.is_name(form)? { "name" } else { "word" };
                    suggestions.push(Suggestion { text, kind, documents: documents as usize });
                }
            }
        }
        Ok(SuggestAnswer { suggestions })
    }

    /// Those of some forms that a text has, most telling first, each with how many articles have it.
    fn telling(&self, forms: Vec<FormId>) -> Result<Vec<(FormId, u32)>> {
        let all = f64::from(self.archive.documents() + 1);
        let mut telling: Vec<(FormId, u32, f64)> = Vec::new();
        for form in forms {
            let documents = self.archive.document_frequency(form, Place::Text)?;
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
    fn kin(&self, spelling: &str) -> Result<Vec<FormId>> {
        let folded = text::fold(spelling);
        let alike = self.archive.folding_as(&folded)?;
        let mut kin = spellings(&self.archive, spelling, &alike)?;
        kin.extend(alike.into_iter().map(|(form, _)| form));
        for language in self.archive.languages.iter().copied() {
            kin.extend(of_one_word(&self.archive, &folded, &text::keys(spelling, language), language)?);
        }
        Ok(kin)
    }
}
