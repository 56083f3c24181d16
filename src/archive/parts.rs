//! What the Dutch compounds of a vocabulary share: the stems of their parts.

use crate::text::{self, Language, Part};

/// Letters of a part from which a compound may be a name: `Wereldoorlog` is one, of `Frankrijk` nobody looks for the parts.
const PARTS_OF_NAMES: usize = 5;

/// Gives the keys of the families of parts that a form belongs to, each once: the stems of its parts, and of several parts that stand side
/// by side in it, such as the `wereldoorlog` in `wereldoorlogveteraan`.
///
/// `name` says that the form is always capitalised.
pub(super) fn shared(form: &str, name: bool) -> Vec<String> {
    let parts = text::smallest_parts(form);
    let letters = |part: &Part| form[part.range.clone()].chars().count();
    if name && parts.iter().any(|part| letters(part) < PARTS_OF_NAMES) {
        return Vec::new();
    }
    let mut keys = Vec::new();
    for (first, from) in parts.iter().enumerate() {
        for (length, last) in parts[first..].iter().enumerate() {
            if length + 1 < parts.len() {
                let before = &form[from.range.start..last.range.start];
                keys.push(text::stem(&format!("{before}{}", last.word), Language::Dutch));
            }
        }
    }
    // `havensteden` is found as `steden` too, whose stem is not that of `stad`.
    if let Some(head) = parts.last() {
        keys.push(text::stem(&form[head.range.clone()], Language::Dutch));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}
