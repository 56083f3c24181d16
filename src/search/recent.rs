//! What was found of the last query. While a query is typed its words but for the last stay the same, and the band and the rest of the hits
//! are asked of the same query again.

use std::rc::Rc;

use super::leaf::{Leaf, Scope};
use crate::Result;
use crate::archive::Archive;
use crate::query::{Field, Node};

/// A leaf of a query, with what was asked.
type Answered = (Node, Scope, Rc<Leaf>);

/// The leaves of the last query, and of the one that is being answered.
#[derive(Default)]
pub struct Recent {
    last: Vec<Answered>,
    now: Vec<Answered>,
}

impl Recent {
    /// A query begins.
    pub(super) fn begin(&mut self) {
        self.now.clear();
    }

    /// A query was answered, with all the parts of the archive that it needs.
    pub fn keep(&mut self) {
        if !self.now.is_empty() {
            self.last = std::mem::take(&mut self.now);
        }
    }

    /// Finds where a word stands, a phrase, what is to stand near each other, or words in titles.
    pub(super) fn leaf(&mut self, archive: &Archive, node: &Node, scope: &Scope) -> Result<Rc<Leaf>> {
        let known = self.last.iter().find(|(known, in_scope, _)| known == node && in_scope == scope);
        let leaf = match (known, node) {
            (Some((.., leaf)), _) => Rc::clone(leaf),
            (None, Node::Field(Field::Title(words), _)) => Rc::new(Leaf::in_titles(archive, words, scope)?),
            (None, _) => Rc::new(Leaf::find(archive, node, scope)?),
        };
        self.now.push((node.clone(), scope.clone(), Rc::clone(&leaf)));
        Ok(leaf)
    }
}
