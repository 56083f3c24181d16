//! What an open archive knows of forms: which there are, how they are spelt, where they stand.

use std::rc::Rc;

use super::container::Kind;
use super::postings::{Lists, Posting};
use super::words::{Form, FormId, Style};
use super::{Archive, Kin, Place};
use crate::annotate::Position;
use crate::document::DocId;
use crate::error::Lacks;
use crate::{Error, Result};

impl Archive {
    /// The forms that fold as given, with their spelling.
    pub fn folding_as(&self, folded: &str) -> Result<Vec<(FormId, String)>> {
        self.or(self.vocabulary.folding_as(&self.container, folded), Vec::new())
    }

    /// The forms whose folded spelling begins as given.
    pub fn beginning_with(&self, folded: &str) -> Result<Vec<FormId>> {
        self.or(self.vocabulary.beginning_with(&self.container, folded), Vec::new())
    }

    /// How many parts of the vocabulary have words that begin as given.
    pub fn parts_beginning_with(&self, folded: &str) -> usize {
        self.vocabulary.parts_beginning_with(folded)
    }

    /// The forms within `most` slips of the keyboard of a folded word, each with how many that are.
    pub fn resembling(&self, folded: &str, most: u8) -> Result<Vec<(FormId, u8)>> {
        self.or(self.vocabulary.resembling(&self.container, folded, most), Vec::new())
    }

    /// The forms of a family; those that are spelt as what they share may be left out.
    pub fn family(&self, kin: Kin, shared: &str) -> Result<Vec<FormId>> {
        let found = self.families.get(&self.container, kin, shared, self.forms());
        let by_family =
            |segment: u32| self.segments.get(segment as usize).is_some_and(|home| !home.compounds.is_empty());
        let (mut met, key) = (self.met.borrow_mut(), Rc::from(shared));
        let mut forms = Vec::new();
        for (id, member) in self.or(found, Vec::new())? {
            if member.is_none_or(|member| met.take_in(id, member, &key, &by_family)) {
                forms.push(id);
            }
        }
        Ok(forms)
    }

    /// The spelling of a form: lower case, with its diacritics.
    pub fn spelling(&self, form: FormId) -> Result<String> {
        if let Some(spelling) = self.met.borrow().spelling(form) {
            return Ok(spelling);
        }
        self.or(self.vocabulary.spelling(&self.container, form), String::new())
    }

    /// A form as the collection writes it most.
    pub fn shown(&self, form: FormId) -> Result<String> {
        Ok(self.form(form)?.0.style.apply(&self.spelling(form)?))
    }

    /// Whether the collection mostly writes a form with a capital, or has it only where sentences begin.
    pub fn is_capitalised(&self, form: FormId) -> Result<bool> {
        Ok(self.form(form)?.0.style != Style::Lower)
    }

    /// Whether the collection writes a form mostly with a capital, also inside sentences: a name.
    pub fn is_name(&self, form: FormId) -> Result<bool> {
        let (form, _) = self.form(form)?;
        Ok(form.style != Style::Lower && form.capital)
    }

    /// Whether a form is in the family of a part of it.
    pub fn is_compound(&self, form: FormId) -> Result<bool> {
        Ok(self.form(form)?.0.compound)
    }

    /// How many documents have a form in their own text or title.
    pub fn document_frequency(&self, form: FormId) -> Result<u32> {
        Ok(self.form(form)?.0.documents)
    }

    /// How many documents have a form in a place.
    pub fn frequency_in(&self, form: FormId, place: Place) -> Result<u32> {
        let (known, family) = self.form(form)?;
        let (mut documents, mut lacks) = (0, Lacks::default());
        for (segment, local) in &known.homes {
            self.base(*segment)?;
            let lists = lacks.pass(self.lists(*segment as usize, *local, family.as_ref()))?;
            documents += lists.map_or(0, |(_, of_places, _)| of_places[place as usize].documents);
        }
        self.or(lacks.end(), ())?;
        Ok(documents)
    }

    /// Calls `found` with the documents that have a form in some places, which ascend for each place, some at a time: their postings, and
    /// what is to be added to the number of each.
    pub fn postings(
        &self,
        form: FormId,
        places: &[Place],
        found: &mut dyn FnMut(Place, u32, &[Posting]),
    ) -> Result<()> {
        let mut lacks = Lacks::default();
        let (known, family) = self.form(form)?;
        for (segment, local) in &known.homes {
            let (segment, base) = (*segment as usize, self.base(*segment)?);
            let lists = lacks.pass(self.lists(segment, *local, family.as_ref()))?;
            let Some((spans, of_places, postings)) = lists else { continue };
            let lists = Lists { postings, positions: &[], passed: 0, spans };
            for place in places {
                lists.read(&of_places[*place as usize], &mut |postings| found(*place, base, postings))?;
            }
        }
        self.or(lacks.end(), ())
    }

    /// The positions of a form in a place of some documents, which ascend; calls `found` with those of each document that has it.
    pub fn positions(
        &self,
        form: FormId,
        place: Place,
        wanted: &[DocId],
        found: &mut dyn FnMut(DocId, &[Position]),
    ) -> Result<()> {
        let mut lacks = Lacks::default();
        let (known, family) = self.form(form)?;
        for (segment, local) in &known.homes {
            let (segment, base) = (*segment as usize, self.base(*segment)?);
            let end = base + self.segments[segment].documents;
            let from = wanted.partition_point(|document| document.0 < base);
            let until = wanted.partition_point(|document| document.0 < end);
            if from == until {
                continue;
            }
            let lists = lacks.pass(self.lists(segment, *local, family.as_ref()))?;
            let Some((spans, of_places, postings)) = lists else { continue };
            let list = &of_places[place as usize];
            let mut lists = Lists { postings, positions: &[], passed: 0, spans };
            if let Some(byte) = lists.positions_of(list) {
                let missing = || Error::archive(Kind::Positions.name(), "a part is missing");
                let (number, within) = self.container.find(Kind::Positions, segment, byte).ok_or_else(missing)?;
                let part = self.container.part(Kind::Positions, segment, number);
                let Some(positions) = lacks.pass(part)? else { continue };
                lists = Lists { positions, passed: (byte - within) as u64, ..lists };
            }
            let local: Vec<DocId> = wanted[from..until].iter().map(|document| DocId(document.0 - base)).collect();
            lists.read_positions(list, &local, &mut |posting, positions| {
                found(DocId(base + posting.document.0), positions);
            })?;
        }
        self.or(lacks.end(), ())
    }

    /// What is known of a form, and the family among whose lists its own are to be read: otherwise they are among those of its segments.
    fn form(&self, form: FormId) -> Result<(Rc<Form>, Option<Rc<str>>)> {
        if let Some((form, family)) = self.met.borrow().compound(form) {
            return Ok((form, Some(family)));
        }
        Ok((self.or(self.vocabulary.form(&self.container, form).cloned(), Rc::default())?, None))
    }
}
