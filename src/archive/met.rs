//! Forms that were met in families whose lists say what is known of them, so that nothing else is read for that.

use std::rc::Rc;

use super::members::Member;
use super::words::{Form, FormId};

/// More are not kept from one answer to the next.
const MOST: usize = 4096;

/// The forms that were met, ascending.
#[derive(Default)]
pub(super) struct Met(Vec<(FormId, Known)>);

struct Known {
    spelling: String,
    /// Of a compound: what is known of it, and what its family shares.
    compound: Option<(Rc<Form>, Rc<str>)>,
}

impl Met {
    /// Takes in a form of a family by what they share; whether it is one of them. As a compound it is known by them where the lists of
    /// its segments are by family too.
    pub(super) fn take_in(
        &mut self,
        id: FormId,
        Member { spelling, form, aside }: Member,
        shared: &Rc<str>,
        by_family: &dyn Fn(u32) -> bool,
    ) -> bool {
        if aside {
            return false;
        }
        let form = form.filter(|form| form.homes.iter().all(|(segment, _)| by_family(*segment)));
        let compound = form.map(|form| (Rc::new(form), Rc::clone(shared)));
        match self.0.binary_search_by_key(&id, |(known, _)| *known) {
            Ok(place) if self.0[place].1.compound.is_none() => self.0[place].1.compound = compound,
            Ok(_) => {}
            Err(place) => self.0.insert(place, (id, Known { spelling, compound })),
        }
        true
    }

    fn get(&self, form: FormId) -> Option<&Known> {
        let place = self.0.binary_search_by_key(&form, |(known, _)| *known).ok()?;
        Some(&self.0[place].1)
    }

    pub(super) fn spelling(&self, form: FormId) -> Option<String> {
        self.get(form).map(|known| known.spelling.clone())
    }

    /// What is known of a compound, and what the family shares that it was met in.
    pub(super) fn compound(&self, form: FormId) -> Option<(Rc<Form>, Rc<str>)> {
        self.get(form)?.compound.clone()
    }

    /// Forgets them, if they are many; whether they were.
    pub(super) fn tidy(&mut self) -> bool {
        let many = self.0.len() > MOST;
        if many {
            self.0.clear();
        }
        many
    }
}
