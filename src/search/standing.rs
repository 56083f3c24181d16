//! Where forms stand: as the postings say, or as a few texts do that are read anyway.

use crate::annotate::{AnnotatedBlock, Position};
use crate::archive::{Archive, FormId, Place};
use crate::document::DocId;
use crate::{Result, order, text};

/// Says where forms stand in some documents.
pub struct Standing<'a> {
    pub(super) archive: &'a Archive,
    /// The words of the documents where their texts are read: each with its spelling, in the order of these, of the documents and of the texts.
    words: Option<Vec<(String, DocId, Place, Position)>>,
}

impl<'a> Standing<'a> {
    /// As the postings say, in any documents.
    pub fn by_postings(archive: &'a Archive) -> Self {
        Self { archive, words: None }
    }

    /// As the texts say of documents in the order of their numbers, each with its text and what was read in it. Where parts of an archive are
    /// fetched, the positions of a common word would be more to fetch than these documents are.
    pub fn in_texts<'b>(
        archive: &'a Archive,
        documents: impl Iterator<Item = (DocId, &'b str, &'b [AnnotatedBlock])>,
    ) -> Self {
        let mut words = Vec::new();
        for (document, text, blocks) in documents {
            for block in blocks {
                let place = Place::of(block.block.kind);
                for (token, position) in block.tokens.iter().zip(block.position.0..) {
                    words.push((text::lower(&text[token.clone()]), document, place, Position(position)));
                }
            }
        }
        order::sort_by(&mut words, |one, other| one.0.cmp(&other.0));
        Self { archive, words: Some(words) }
    }

    /// Calls `found` with the positions of a form in a place of each of some documents, which ascend, that has it there.
    ///
    /// # Errors
    ///
    /// Here and below: when the archive is damaged.
    pub(super) fn positions(
        &self,
        form: FormId,
        place: Place,
        documents: &[DocId],
        found: &mut dyn FnMut(DocId, &[Position]),
    ) -> Result<()> {
        let Some(words) = &self.words else { return self.archive.positions(form, place, documents, found) };
        let spelling = self.archive.spelling(form)?;
        let first = words.partition_point(|(word, ..)| *word < spelling);
        let stands = &words[first..];
        let stands = &stands[..stands.partition_point(|(word, ..)| *word == spelling)];
        for same in stands.chunk_by(|one, next| one.1 == next.1) {
            let here: Vec<Position> = same.iter().filter(|stand| stand.2 == place).map(|stand| stand.3).collect();
            if !here.is_empty() && documents.binary_search(&same[0].1).is_ok() {
                found(same[0].1, &here);
            }
        }
        Ok(())
    }

    /// The forms that stand in the texts and whose folded spelling begins as given; `None` where no texts are read, and to know them takes as long
    /// as to ask for each.
    pub(super) fn beginning_with(&self, folded: &str) -> Result<Option<Vec<FormId>>> {
        let Some(words) = &self.words else { return Ok(None) };
        let mut forms = Vec::new();
        for same in words.chunk_by(|one, next| one.0 == next.0) {
            let spelling = text::fold(&same[0].0);
            if spelling.starts_with(folded) {
                forms.extend(self.archive.folding_as(&spelling)?.into_iter().map(|(form, _)| form));
            }
        }
        order::sort_unique(&mut forms);
        Ok(Some(forms))
    }
}
