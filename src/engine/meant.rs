//! The times that a request asks for, to show where an article speaks of them.

use super::answers::Request;
use crate::annotate::Told;
use crate::query::{Meant, Query};
use crate::time::Interval;

/// What is asked of times: in the query, and by the range that was chosen.
pub(super) struct Times(Vec<Meant>);

impl Times {
    pub(super) fn new(query: &Query, request: &Request) -> Self {
        let mut times: Vec<Meant> = chosen(request).into_iter().collect();
        query.node.iter().for_each(|node| node.times(&mut times));
        Self(times)
    }

    /// Whether no time is asked for.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a time is one that is asked for.
    pub(super) fn has(&self, told: &Told) -> bool {
        told.mention.interval.is_some_and(|time| self.0.iter().any(|meant| meant.has(time)))
    }

    /// Whether a time reaches beyond all that is asked for.
    pub(super) fn is_wider(&self, time: Interval) -> bool {
        !self.is_empty() && !self.0.iter().any(|meant| meant.holds(time))
    }
}

/// The range of times that was chosen.
pub(super) fn chosen(request: &Request) -> Option<Meant> {
    request.told.map(|(from, until)| Meant { interval: Interval::new(from.0, until.0), wholly: false })
}
