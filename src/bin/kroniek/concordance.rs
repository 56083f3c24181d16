//! `kroniek concordance`: every occurrence of what is asked, a line each.

use std::io::{Write, stdout};
use std::path::PathBuf;

use anyhow::Result;
use clap::ValueEnum;
use kroniek::engine::answers::{ConcordanceAnswer, Order, Request};

use crate::corpus;
use crate::search::problems;
use crate::terminal::{Terminal, counted, line};

/// Letters shown on either side.
const SIDE: usize = 44;

/// Lines when nothing is said; what is written to be read by programs has them all.
const LIMIT: usize = 100;

/// What `kroniek concordance` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A folder with articles, a file of them, an archive, or the engine of a site.
    corpus: PathBuf,
    /// What is asked.
    #[arg(allow_hyphen_values = true)]
    query: String,
    /// Print one JSON object.
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// Print a table of values separated by commas.
    #[arg(long)]
    csv: bool,
    /// Put the lines in this order.
    #[arg(long, value_name = "BY", value_enum, default_value_t = By::Date)]
    sort: By,
    /// The most lines printed; 100 when left out, with --json and --csv all of them.
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// How many lines to skip.
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: usize,
    /// Search page furniture too.
    #[arg(long)]
    furniture: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum By {
    /// The dates of the articles
    Date,
    /// The names of the articles
    Document,
    /// What stands before, the nearest word first
    Left,
    /// What stands after
    Right,
}

/// Prints the occurrences.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let all = arguments.json || arguments.csv;
    let answer = corpus::open(&arguments.corpus)?.concordance(&Request {
        query: arguments.query.clone(),
        furniture: arguments.furniture,
        order: match arguments.sort {
            By::Date => Order::Date,
            By::Document => Order::Document,
            By::Left => Order::Left,
            By::Right => Order::Right,
        },
        offset: arguments.offset,
        limit: Some(arguments.limit.unwrap_or(if all { usize::MAX } else { LIMIT })),
        ..Request::default()
    })?;
    if let Some(sorted) = answer.sorted.filter(|sorted| *sorted < answer.total) {
        eprintln!("only the first {sorted} of {} in the order of time were sorted", answer.total);
    }
    let mut out = stdout().lock();
    if arguments.json {
        writeln!(out, "{}", serde_json::to_string(&answer)?)?;
    } else if arguments.csv {
        table(&answer, &mut out)?;
    } else {
        problems(&arguments.query, &answer.problems, &mut out)?;
        writeln!(out, "{}", counted(answer.total, "occurrence", "occurrences"))?;
        show(&answer, &mut out)?;
        let shown = arguments.offset + answer.lines.len();
        if !answer.lines.is_empty() && shown < answer.total {
            writeln!(out, "{} more: --offset {shown}", answer.total - shown)?;
        }
    }
    Ok(())
}

fn table(answer: &ConcordanceAnswer, out: &mut impl Write) -> Result<()> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record(["date", "document", "label", "sentence", "before", "middle", "after"])?;
    for one in &answer.lines {
        let sentence = one.sentence.to_string();
        let date = one.entry.date.as_deref().unwrap_or_default();
        let (document, label) = (&one.entry.document, &one.entry.label);
        table.write_record([date, document, label, &sentence, &one.before, &one.middle, &one.after])?;
    }
    Ok(table.flush()?)
}

fn show(answer: &ConcordanceAnswer, out: &mut impl Write) -> Result<()> {
    let terminal = Terminal::of_output();
    for one in &answer.lines {
        let date = one.entry.date.as_deref().unwrap_or("undated");
        let (before, after) = (line(&one.before), line(&one.after));
        let skipped = before.chars().count().saturating_sub(SIDE);
        let before: String = before.chars().skip(skipped).collect();
        let after: String = after.chars().take(SIDE).collect();
        let middle = terminal.bold(&line(&one.middle));
        writeln!(out, "{date:<10}  {before:>SIDE$}{middle}{after:<SIDE$}  {}", line(&one.entry.document))?;
    }
    Ok(())
}
