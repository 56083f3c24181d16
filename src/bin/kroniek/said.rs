//! Notices in lines: of many of one kind the first, and how many more there are.

use std::collections::BTreeMap;

use kroniek::ingest::{Notice, Outcome};

/// Notices of one kind that have a line each. With fewer, a reader has to look for the rest; with more, other kinds are lost among them.
const FEW: usize = 10;

/// What was said so far, by outcome and kind: how often, and the reason of those that got no line.
#[derive(Debug, Default)]
pub(crate) struct Said(BTreeMap<(Outcome, String), (usize, String)>);

impl Said {
    /// The line of a notice; none where there were enough of its kind.
    pub(crate) fn line(&mut self, notice: &Notice) -> Option<String> {
        let kind = notice.kind();
        let (count, reason) = self.0.entry((notice.outcome, kind.clone())).or_default();
        *count += 1;
        if *count <= FEW {
            return Some(notice.to_string());
        }
        if *count == FEW + 1 {
            reason.clone_from(&notice.reason);
        } else if *reason != notice.reason {
            *reason = kind;
        }
        None
    }

    /// A line for each kind of which there were more.
    pub(crate) fn rest(self) -> impl Iterator<Item = String> {
        let many = self.0.into_iter().filter(|(_, (count, _))| *count > FEW);
        many.map(|((outcome, _), (count, reason))| format!("and {} more: {reason}; {outcome}", count - FEW))
    }
}

/// The lines of some notices.
pub(crate) fn lines(notices: &[Notice]) -> Vec<String> {
    let mut said = Said::default();
    let mut lines: Vec<String> = notices.iter().filter_map(|notice| said.line(notice)).collect();
    lines.extend(said.rest());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn last(reason: impl Fn(usize) -> String) -> String {
        let notice =
            |n: usize| Notice { file: format!("{n}.txt"), place: None, outcome: Outcome::LeftOut, reason: reason(n) };
        let lines = lines(&(0..30).map(notice).collect::<Vec<_>>());
        assert_eq!(lines.len(), FEW + 1);
        lines.last().cloned().unwrap_or_default()
    }

    #[test]
    fn what_differs_from_file_to_file_is_left_out_of_the_last_line() {
        assert_eq!(last(|_| "larger than 10 MB".to_owned()), "and 20 more: larger than 10 MB; left out");
        assert_eq!(
            last(|n| format!("not JSON at column {n}; mend it")),
            "and 20 more: not JSON at column …; mend it; left out"
        );
        assert_eq!(last(|n| format!("`{n}` is not 2023, 2023-03")), "and 20 more: … is not 2023, 2023-03; left out");
    }
}
