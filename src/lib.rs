//! Kroniek turns a folder of dated articles into one page: search them in any spelling, see them in time, read them
//! closely.
//!
//! The pipeline, in order: [`document`] what a corpus is made of; `text` sentences, tokens and forms; `time` the times
//! that a text speaks of.

mod error;
pub mod text;
pub mod time;

pub use error::{Error, Result};
