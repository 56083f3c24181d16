//! The one error of the library.

use std::fmt;

use crate::order;

/// What reading an archive can fail with.
///
/// The message names the part that cannot be read, the place in it and the way out. Where parts of the archive have to be fetched first,
/// [`Error::lacks`] names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(Kind);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Archive {
        section: &'static str,
        reason: String,
    },
    Lacking(Vec<u32>),
    #[cfg(not(target_arch = "wasm32"))]
    Kept(String),
}

/// The result of what can fail.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error in a section of an archive.
    pub(crate) fn archive(section: &'static str, reason: impl Into<String>) -> Self {
        Self(Kind::Archive { section, reason: reason.into() })
    }

    /// A part of an archive that has to be fetched first.
    pub(crate) fn lacking(part: u32) -> Self {
        Self(Kind::Lacking(vec![part]))
    }

    /// What is kept while an archive is made cannot be written or read; the reason says what to do.
    pub fn kept(reason: impl Into<String>) -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        return Self(Kind::Kept(reason.into()));
        // Nothing is made there.
        #[cfg(target_arch = "wasm32")]
        Self::archive("kept", reason)
    }

    /// The numbers of the parts that have to be fetched before the same can be asked again; none where something is wrong.
    pub fn lacks(&self) -> &[u32] {
        match &self.0 {
            Kind::Archive { .. } => &[],
            Kind::Lacking(parts) => parts,
            #[cfg(not(target_arch = "wasm32"))]
            Kind::Kept(_) => &[],
        }
    }
}

/// Goes on past what is lacking, so that all of it is fetched at once.
#[derive(Debug, Default)]
pub(crate) struct Lacks(Vec<u32>);

impl Lacks {
    /// What was read; `None` where it is lacking.
    ///
    /// # Errors
    ///
    /// Where something is wrong with it.
    pub(crate) fn pass<T>(&mut self, read: Result<T>) -> Result<Option<T>> {
        match read {
            Ok(read) => Ok(Some(read)),
            Err(Error(Kind::Lacking(parts))) => {
                self.0.extend(parts);
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// # Errors
    ///
    /// Where something was lacking: all of it.
    pub(crate) fn end(mut self) -> Result<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        order::sort_unique(&mut self.0);
        Err(Error(Kind::Lacking(self.0)))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Archive { section, reason } => {
                write!(f, "the archive cannot be read: {section}: {reason}; build it again with `kroniek build`")
            }
            #[cfg(not(target_arch = "wasm32"))]
            Kind::Kept(reason) => f.write_str(reason),
            Kind::Lacking(parts) => write!(f, "{} parts of the archive have to be fetched first", parts.len()),
        }
    }
}

impl std::error::Error for Error {}
