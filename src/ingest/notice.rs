//! What there is to say about a file of the corpus.

use std::fmt;

/// Something that a person who builds a corpus should know about one of its files.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Notice {
    /// The file's path in the folder, or the ending of several files (`*.pdf`).
    pub file: String,
    /// Where in the file; `None` where it is about the whole of it.
    pub place: Option<Place>,
    /// What became of it.
    pub outcome: Outcome,
    /// Why, and the way out.
    pub reason: String,
}

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A line, counted from 1.
    Line(usize),
    /// A byte, counted from 0; in a compressed file, of what was unpacked.
    Byte(usize),
}

/// What became of a file, or of the line that a notice names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It is not in the corpus.
    LeftOut,
    /// It is in the corpus, with what the notice says.
    Kept,
}

impl Notice {
    pub(super) fn left_out(file: &str, place: Option<Place>, reason: impl Into<String>) -> Self {
        Self { file: file.to_owned(), place, outcome: Outcome::LeftOut, reason: reason.into() }
    }

    pub(super) fn kept(file: &str, place: Option<Place>, reason: impl Into<String>) -> Self {
        Self { file: file.to_owned(), place, outcome: Outcome::Kept, reason: reason.into() }
    }

    /// The reason without what is of this file alone: what it quotes, and numbers that stand by themselves, are `…`.
    pub fn kind(&self) -> String {
        let parts: Vec<&str> = self.reason.split('`').collect();
        let unquoted: Vec<&str> = parts.chunks(2).map(|part| part[0]).collect();
        let elided = |word: &str| {
            let number = word.trim_end_matches(';');
            let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
            if is_number { word.replace(number, "…") } else { word.to_owned() }
        };
        unquoted.join("…").split(' ').map(elided).collect::<Vec<_>>().join(" ")
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        match self.place {
            Some(Place::Line(line)) => write!(f, ", line {line}")?,
            Some(Place::Byte(byte)) => write!(f, ", byte {byte}")?,
            None => {}
        }
        write!(f, ": {}; {}", self.reason, self.outcome)
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::LeftOut => "left out",
            Self::Kept => "kept",
        })
    }
}
