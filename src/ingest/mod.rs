//! Bytes become documents.
//!
//! In order: `path` what a file's name says; `gzip` and `decode` bytes → text; `plain`, `markdown` and `json_lines` the
//! formats, each giving a `Draft`; `pieces` cuts what holds many articles; `date` the dates they bring; `blocks` (with `title`, `caption` and `furniture`) the
//! parts of the text; [`Intake`] the corpus: names, twins, what recurs from article to article, order.
//!
//! Nothing here fails. What cannot be read is left out, what is doubtful is kept, and a [`Notice`] says which, where,
//! why and what to do. No file is opened here and no clock is read.

mod blocks;
mod caption;
mod date;
mod decode;
mod draft;
mod furniture;
mod gzip;
mod intake;
mod json_lines;
mod markdown;
mod notice;
mod path;
mod pieces;
mod plain;
pub(crate) mod recurring;
mod title;
pub(crate) mod twins;

pub(crate) use draft::Article;
pub(crate) use intake::place;
pub use intake::{Intake, Reading, Remarks, document, documents};
pub use notice::{Notice, Outcome, Place};
pub use path::{is_read, largest};
pub use pieces::{Cutter, Known, Piece, pieces};

/// The largest text that is taken for one article, in bytes: 16 MB, some eight thousand pages.
///
/// What is larger is a log, a dump or many articles in one file, and would make a page that no reader can use.
pub const MAX_TEXT: usize = 16 << 20;
