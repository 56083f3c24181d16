//! The times that a request asks for, to show where an article speaks of them.

use super::answers::Request;
use crate::annotate::Told;
use crate::query::{Field, Query};
use crate::time::Interval;

/// What is asked of times: in the query, and by the range that was chosen.
pub(super) struct Meant(Vec<Field>);

impl Meant {
    pub(super) fn new(query: &Query, request: &Request) -> Self {
        let chosen = request.told.map(|(from, until)| Field::Mentions(Interval::new(from.0, until.0)));
        let mut times: Vec<Field> = chosen.into_iter().collect();
        query.node.iter().for_each(|node| node.times(&mut times));
        Self(times)
    }

    /// Whether no time is asked for.
    pub(super) fn is_any(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a time is one that is asked for.
    pub(super) fn has(&self, told: &Told) -> bool {
        told.mention.interval.is_some_and(|time| self.0.iter().any(|field| field.means(time)))
    }

    /// Whether a time reaches beyond all that is asked for.
    pub(super) fn is_wider(&self, time: Interval) -> bool {
        !self.is_any() && !self.0.iter().any(|field| field.holds(time))
    }
}
