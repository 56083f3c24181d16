//! Kroniek turns a folder of dated articles into one page: search them in any spelling, see them in time, read them
//! closely.
//!
//! The pipeline, in order:
//!
//! - [`document`]: what a collection is made of.
//! - [`ingest`]: bytes become documents.
//! - [`spelling`]: whether two spellings are of one name.
//! - [`text`]: sentences, tokens, and the keys under which words are found.
//! - [`time`]: intervals, and the times that a text speaks of.
//! - [`annotate`]: what is read in a document.
//! - `spool` and `sheaf`, for building alone: what is kept of articles between reading and indexing them.
//! - [`archive`]: the file that holds it all.
//! - [`query`]: from what a reader types to a query.
//! - [`search`]: what answers it, best first, with the sentences that tell it.
//! - [`timeline`]: bins and moments.
//! - [`engine`]: the façade over all of it.
//! - `wasm`: the engine for JavaScript.

pub mod annotate;
pub mod archive;
pub mod document;
pub mod engine;
mod error;
pub mod ingest;
mod order;
pub mod query;
pub mod search;
pub mod sheaf;
pub mod spelling;
pub mod spool;
pub mod text;
pub mod time;
pub mod timeline;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use error::{Error, Result};
