//! `kroniek spelling`: whether two spellings are of one name, and why.

use std::io::{BufRead as _, BufWriter, Write, stdin, stdout};

use anyhow::{Context as _, Result};
use kroniek::spelling::{Step, compare};

use crate::terminal::{Terminal, line};

/// What `kroniek spelling` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A spelling of a name.
    #[arg(value_name = "A", required_unless_present = "tsv", conflicts_with = "tsv")]
    one: Option<String>,
    /// Another.
    #[arg(value_name = "B", required_unless_present = "tsv", conflicts_with = "tsv")]
    other: Option<String>,
    /// Read two spellings with a tab between from each line of standard input; print both, same or other, and the score.
    #[arg(long)]
    tsv: bool,
}

/// Compares two spellings, or those of each line.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    match (&arguments.one, &arguments.other) {
        (Some(one), Some(other)) => show(one, other),
        _ => lines(),
    }
}

fn lines() -> Result<()> {
    let mut out = BufWriter::new(stdout().lock());
    for (number, read) in stdin().lock().split(b'\n').enumerate() {
        let bytes = read.context("standard input cannot be read")?;
        let text = String::from_utf8_lossy(bytes.strip_suffix(b"\r").unwrap_or(&bytes));
        let mut fields = text.split('\t');
        let (Some(one), Some(other)) = (fields.next(), fields.next()) else {
            eprintln!("line {}: there is no tab between two spellings", number + 1);
            continue;
        };
        let verdict = compare(one, other);
        writeln!(out, "{one}\t{other}\t{}\t{}", word(verdict.same), verdict.score)?;
    }
    Ok(out.flush()?)
}

fn word(same: bool) -> &'static str {
    if same { "same" } else { "other" }
}

/// The verdict, and under it what was set against what.
fn show(one: &str, other: &str) -> Result<()> {
    let (mut out, terminal) = (stdout().lock(), Terminal::of_output());
    let verdict = compare(one, other);
    let score = format!("{} of 100, one name from 50", verdict.score);
    writeln!(out, "{}  {} | {}  ({score})", terminal.bold(word(verdict.same)), line(one), line(other))?;
    for Step { one: left, other: right, cost } in verdict.why {
        let letters = |name: &str, range: std::ops::Range<usize>| match &name[range] {
            "" => "-".to_owned(),
            letters => line(letters),
        };
        // A regression's unit is 16; what is below a third of one tells little.
        let told = match cost {
            ..=-5 => "for",
            -4..=4 => "",
            5..=23 => "against",
            _ => "much against",
        };
        let said = format!("  {:<6} {:<6} {told}", letters(one, left), letters(other, right));
        writeln!(out, "{}", said.trim_end())?;
    }
    Ok(())
}
