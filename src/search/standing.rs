//! Where forms stand: as the postings say, or as a few texts do that are read anyway.

use crate::annotate::{AnnotatedBlock, Position};
use crate::archive::{Archive, FormId, Place};
use crate::document::DocId;
use crate::{Result, order, text};

/// Says where forms stand.
pub trait Standing {
    /// Calls `found` with the positions of a form in a place of each of some documents, which ascend, that has it there.
    ///
    /// # Errors
    ///
    /// When the archive is damaged.
    fn positions(
        &self,
        form: FormId,
        place: Place,
        documents: &[DocId],
        found: &mut dyn FnMut(DocId, &[Position]),
    ) -> Result<()>;

    /// The forms that stand somewhere and whose folded spelling begins as given; `None` where to know them takes as long as to ask for each.
    ///
    /// # Errors
    ///
    /// When the archive is damaged.
    fn beginning_with(&self, _folded: &str) -> Result<Option<Vec<FormId>>> {
        Ok(None)
    }
}

impl Standing for Archive {
    fn positions(
        &self,
        form: FormId,
        place: Place,
        documents: &[DocId],
        found: &mut dyn FnMut(DocId, &[Position]),
    ) -> Result<()> {
        self.positions(form, place, documents, found)
    }
}

/// The words of a few documents. Where parts of an archive are fetched, the positions of a common word would be more to fetch than these
/// documents are.
pub struct Texts<'a> {
    archive: &'a Archive,
    /// Each with its spelling, in the order of these, of the documents and of the texts.
    words: Vec<(String, DocId, Place, Position)>,
}

impl<'a> Texts<'a> {
    /// Of documents in the order of their numbers, each with its text and what was read in it.
    pub fn new<'b>(
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
        Self { archive, words }
    }
}

impl Standing for Texts<'_> {
    fn positions(
        &self,
        form: FormId,
        place: Place,
        documents: &[DocId],
        found: &mut dyn FnMut(DocId, &[Position]),
    ) -> Result<()> {
        let spelling = self.archive.spelling(form)?;
        let first = self.words.partition_point(|(word, ..)| *word < spelling);
        let stands = &self.words[first..];
        let stands = &stands[..stands.partition_point(|(word, ..)| *word == spelling)];
        for same in stands.chunk_by(|one, next| one.1 == next.1) {
            let here: Vec<Position> = same.iter().filter(|stand| stand.2 == place).map(|stand| stand.3).collect();
            if !here.is_empty() && documents.binary_search(&same[0].1).is_ok() {
                found(same[0].1, &here);
            }
        }
        Ok(())
    }

    fn beginning_with(&self, folded: &str) -> Result<Option<Vec<FormId>>> {
        let mut forms = Vec::new();
        for same in self.words.chunk_by(|one, next| one.0 == next.0) {
            let spelling = text::fold(&same[0].0);
            if spelling.starts_with(folded) {
                forms.extend(self.archive.folding_as(&spelling)?.into_iter().map(|(form, _)| form));
            }
        }
        order::sort_unique(&mut forms);
        Ok(Some(forms))
    }
}
