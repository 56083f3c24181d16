//! What the Dutch compounds of a vocabulary share: the keys of their parts.

use crate::text::{self, Language, Part};

/// Letters of a part from which a compound may be a name: `Wereldoorlog` is one, of `Frankrijk` nobody looks for the parts.
const PARTS_OF_NAMES: usize = 5;

/// What a form shares with compounds.
#[derive(Debug, Clone, Default)]
pub(super) struct Shared {
    /// The keys of the families that it belongs to, each once: those of its parts, and of several parts that stand side by side in it, such as
    /// the `wereldoorlog` in `wereldoorlogveteraan`.
    pub(super) keys: Vec<String>,
    /// One of its parts is so short that, where it is a name, nobody looks for them.
    pub(super) short: bool,
}

/// Gives what a form shares with compounds; no keys where it is none.
pub(super) fn shared(form: &str) -> Shared {
    let parts = text::smallest_parts(form);
    let letters = |part: &Part| form[part.range.clone()].chars().count();
    let short = parts.iter().any(|part| letters(part) < PARTS_OF_NAMES);
    let mut keys = Vec::new();
    for (first, from) in parts.iter().enumerate() {
        for (length, last) in parts[first..].iter().enumerate() {
            if length + 1 < parts.len() {
                let before = &form[from.range.start..last.range.start];
                keys.extend(text::keys(&format!("{before}{}", last.word), Language::Dutch));
            }
        }
    }
    // `havensteden` is found as `steden` too, whose key is not that of `stad`.
    if let Some(head) = parts.last() {
        keys.extend(text::keys(&form[head.range.clone()], Language::Dutch));
    }
    keys.sort_unstable();
    keys.dedup();
    Shared { keys, short }
}
