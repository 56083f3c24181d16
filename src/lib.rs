//! Kroniek turns a folder of dated articles into one page: search them in any spelling, see them in time, read them
//! closely.
//!
//! The pipeline, in order: [`document`] what a corpus is made of; [`text`] sentences, tokens and forms; [`time`] the
//! times that a text speaks of; [`annotate`] what is read in a document; [`archive`] the file that holds it all;
//! [`query`] the query language; [`search`] what is found;
//! [`engine`] the façade over all of it.

pub mod annotate;
pub mod archive;
pub mod document;
pub mod engine;
mod error;
pub mod query;
pub mod search;
pub mod text;
pub mod time;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use error::{Error, Result};
