//! The one error of the library.

use std::fmt;

/// What reading an archive can fail with.
///
/// The message names the part that cannot be read, the place in it and the way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    section: &'static str,
    reason: String,
}

/// The result of what can fail.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error in a section of an archive.
    pub(crate) fn archive(section: &'static str, reason: impl Into<String>) -> Self {
        Self { section, reason: reason.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { section, reason } = self;
        write!(f, "the archive cannot be read: {section}: {reason}; build it again with `kroniek build`")
    }
}

impl std::error::Error for Error {}
