//! What was found of the last query. While a query is typed its words but for the last stay the same, and the band and the rest of the hits
//! are asked of the same query again.

use std::rc::Rc;

use super::leaf::{Leaf, Scope};
use crate::Result;
use crate::archive::Archive;
use crate::query::{Field, Node};

/// Documents with their frequencies that are remembered, at most: 8 MB. More would be many common words of a large collection; less,
/// and the two or three that a reader types are not.
const MOST: usize = 1 << 20;

/// The leaves of the last query, and of the one that is being answered, each with what was asked.
#[derive(Default)]
pub struct Recent {
    scope: Scope,
    last: Vec<(Node, Rc<Leaf>)>,
    now: Vec<(Node, Rc<Leaf>)>,
}

impl Recent {
    /// A query begins.
    pub(super) fn begin(&mut self, scope: &Scope) {
        self.now.clear();
        if self.scope != *scope {
            self.last.clear();
            self.scope = scope.clone();
        }
    }

    /// A query was answered, with all the parts of the archive that it needs.
    pub fn keep(&mut self) {
        // A question without words leaves those of the last.
        if self.now.is_empty() {
            return;
        }
        self.last = std::mem::take(&mut self.now);
        if self.last.iter().map(|(_, leaf)| leaf.size()).sum::<usize>() > MOST {
            self.last.clear();
        }
    }

    /// Finds where a word stands, a phrase, what is to stand near each other, or words in titles, unless the last query had the same in the
    /// same place.
    pub(super) fn leaf(&mut self, archive: &Archive, node: &Node) -> Result<Rc<Leaf>> {
        let known = self.last.get(self.now.len()).filter(|(known, _)| known == node);
        let leaf = match (known, node) {
            (Some((_, leaf)), _) => Rc::clone(leaf),
            (None, Node::Field(Field::Title(words), _)) => Rc::new(Leaf::in_titles(archive, words, &self.scope)?),
            (None, _) => Rc::new(Leaf::find(archive, node, &self.scope)?),
        };
        self.now.push((node.clone(), Rc::clone(&leaf)));
        Ok(leaf)
    }
}
