//! Bytes become documents.
//!
//! In order: `path` what a file's name says; `gzip` and `decode` bytes → text; `plain`, `markdown` and `json_lines` the
//! formats, each giving a `Draft`; `date` the dates they bring; `blocks` (with `title`, `caption` and `furniture`) the
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
mod plain;
mod recurring;
mod title;
mod twins;

pub use intake::{Intake, Pieces, Reading, document, documents};
pub use notice::{Notice, Outcome, Place};
pub use path::{is_read, largest};

/// The largest file that is read, in bytes, unpacked: 512 MB.
///
/// Only JSON Lines come near it; it is there so that a compressed file cannot unpack to more than a machine holds.
pub const MAX_FILE: usize = 512 << 20;

/// The largest text that is taken for one article, in bytes: 16 MB, some eight thousand pages.
///
/// What is larger is a log, a dump or many articles in one file, and would make a page that no reader can use.
pub const MAX_TEXT: usize = 16 << 20;
