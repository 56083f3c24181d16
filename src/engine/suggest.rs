//! What a word that is being typed may become.

use super::Engine;
use super::answers::{Request, SuggestAnswer, Suggestion};
use crate::Result;
use crate::archive::Place;
use crate::{order, text};

/// Suggestions when the request does not say.
const LIMIT: usize = 8;

/// Letters from which on a word is completed: fewer fit too much.
const SHORTEST: usize = 2;

impl Engine {
    /// The words of the collection that complete the last word of a query, those of most articles first.
    pub fn suggest(&self, request: &Request) -> Result<SuggestAnswer> {
        let query = &request.query;
        let mut suggestions = Vec::new();
        let Some(last) = text::tokens(query).last().filter(|last| last.range.end == query.len()) else {
            return Ok(SuggestAnswer { suggestions });
        };
        let folded = text::fold(&query[last.range.clone()]);
        if folded.chars().count() < SHORTEST {
            return Ok(SuggestAnswer { suggestions });
        }
        let mut forms = Vec::new();
        for form in self.archive.beginning_with(&folded)? {
            let documents = self.archive.document_frequency(form, Place::Text)?;
            if documents > 0 {
                forms.push((std::cmp::Reverse(documents), form));
            }
        }
        order::sort_unique(&mut forms);
        let mut known = vec![folded];
        for (std::cmp::Reverse(documents), form) in forms {
            if suggestions.len() == request.limit.unwrap_or(LIMIT) {
                break;
            }
            let shown = self.archive.shown(form)?;
            let folded = text::fold(&shown);
            if !known.contains(&folded) {
                known.push(folded);
                let text = format!("{}{shown}", &query[..last.range.start]);
                suggestions.push(Suggestion { text, kind: "word", documents: documents as usize });
            }
        }
        Ok(SuggestAnswer { suggestions })
    }
}
