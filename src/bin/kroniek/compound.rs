//! `kroniek compound`: what a Dutch word is made of.

use std::io::{BufRead as _, Write as _, stdin, stdout};

use anyhow::Result;
use kroniek::text::{Part, compound, lower};

/// What `kroniek compound` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The words, in Dutch.
    #[arg(value_name = "WORD", required_unless_present = "tsv", conflicts_with = "tsv")]
    words: Vec<String>,
    /// Read a word from each line of standard input; print it, a tab and its parts with plus signs between them.
    #[arg(long)]
    tsv: bool,
}

/// Prints the parts of each word, a word a line.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let mut out = stdout().lock();
    for word in &arguments.words {
        writeln!(out, "{word} → {}", shown(word, link))?;
    }
    if arguments.tsv {
        for line in stdin().lock().lines() {
            let line = line?;
            let word = line.trim();
            writeln!(out, "{word}\t{}", shown(word, |part, _| part.word.clone()))?;
        }
    }
    Ok(())
}

/// The parts of a word with plus signs between them; the word itself if it has none.
fn shown(word: &str, part: impl Fn(&Part, &str) -> String) -> String {
    let lowered = lower(word);
    let parts = compound(&lowered);
    let shown: Vec<String> = parts.iter().map(|one| part(one, &lowered[one.range.clone()])).collect();
    if parts.is_empty() { word.to_owned() } else { shown.join("+") }
}

/// A part with what links it to the next: `huurling(en)`.
fn link(part: &Part, stands: &str) -> String {
    match stands.strip_prefix(&part.word) {
        Some(letters @ ("s" | "en" | "n" | "ën" | "e" | "er" | "-")) => format!("{}({letters})", part.word),
        _ => part.word.clone(),
    }
}
