//! The one error of the library.

use std::fmt;

/// What reading bytes can fail with.
///
/// The message names the file, the place in it and the way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    kind: Kind,
}

/// The result of what can fail.
pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    /// An archive that cannot be read.
    Archive { section: &'static str, reason: String },
    /// A file that no document could be made of.
    Document { file: String, reason: String },
    /// A request that names what is not there.
    Request { reason: String },
}

impl Error {
    /// An error in a section of an archive.
    pub(crate) fn archive(section: &'static str, reason: impl Into<String>) -> Self {
        Self { kind: Kind::Archive { section, reason: reason.into() } }
    }

    /// An error in a file of the corpus.
    pub(crate) fn document(file: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { kind: Kind::Document { file: file.into(), reason: reason.into() } }
    }

    /// An error in what was asked.
    pub(crate) fn request(reason: impl Into<String>) -> Self {
        Self { kind: Kind::Request { reason: reason.into() } }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Archive { section, reason } => {
                write!(f, "the archive cannot be read: {section}: {reason}; build it again with `kroniek build`")
            }
            Kind::Document { file, reason } => write!(f, "{file}: {reason}"),
            Kind::Request { reason } => f.write_str(reason),
        }
    }
}

impl std::error::Error for Error {}
