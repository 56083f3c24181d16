//! What the Dutch compounds of a vocabulary share: the keys of their parts.

use super::bytes::{Reader, put, put_text};
use crate::Result;
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

impl Shared {
    /// Writes it; where it is nothing, that takes a byte.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        put(out, self.keys.len() as u64 * 2 + u64::from(self.short));
        self.keys.iter().for_each(|key| put_text(out, key));
    }

    /// Reads it.
    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self> {
        let count = reader.size()?;
        let keys = (0..count / 2).map(|_| reader.text().map(str::to_owned)).collect::<Result<_>>()?;
        Ok(Self { keys, short: count % 2 == 1 })
    }
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
