//! `kroniek timeline`: when articles were published, and which times they speak of.

use std::io::{Write, stdout};
use std::path::PathBuf;

use anyhow::Result;
use clap::CommandFactory as _;
use clap::error::ErrorKind;
use kroniek::engine::Engine;
use kroniek::engine::answers::{Bin, IsoDay, Request, TimelineAnswer};
use kroniek::time::{Interval, publication};

use crate::corpus;
use crate::search::problems;
use crate::terminal::{Terminal, counted, line};

/// Letters of the longest bar.
const BAR: usize = 24;

/// Bins that are drawn at most; a table of more would not be read.
const DRAWN: usize = 40;

/// Moments when nothing is said.
const MOMENTS: usize = 10;

/// What `kroniek timeline` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A folder with articles, a file of them, an archive, or the engine of a site.
    corpus: PathBuf,
    /// Only the articles that answer this query; all of them when left out.
    #[arg(allow_hyphen_values = true, default_value = "", hide_default_value = true)]
    query: String,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
    /// The most dates told of, with the sentence that tells each; 10 when left out.
    #[arg(long, value_name = "N")]
    moments: Option<usize>,
    /// Begin with this day, month or year: 2023-03-05, 2023-03 or 2023.
    #[arg(long, value_name = "DATE", value_parser = date)]
    from: Option<Interval>,
    /// End with this day, month or year.
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<Interval>,
}

fn date(text: &str) -> Result<Interval, &'static str> {
    publication(text).map(|date| date.interval).ok_or("it is not a date such as 2023, 2023-03 or 2023-03-05")
}

/// Answers one query in time.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    if let (Some(from), Some(until)) = (arguments.from, arguments.until)
        && from.earliest > until.latest
    {
        let reason = "--from lies after --until";
        crate::Arguments::command().error(ErrorKind::ValueValidation, reason).exit();
    }
    let engine = corpus::open(&arguments.corpus)?;
    let answer = engine.timeline(&Request {
        query: arguments.query.clone(),
        view: view(&engine, arguments)?,
        bins: (!arguments.json).then_some(DRAWN),
        moments: arguments.moments.unwrap_or(MOMENTS),
        ..Request::default()
    })?;
    let mut out = stdout().lock();
    if arguments.json {
        writeln!(out, "{}", serde_json::to_string(&answer)?)?;
    } else {
        show(&arguments.query, &answer, &mut out)?;
    }
    Ok(())
}

/// What is looked at; an end that was not given is that of all that is published or spoken of.
fn view(engine: &Engine, arguments: &Arguments) -> Result<Option<(IsoDay, IsoDay)>> {
    if arguments.from.is_none() && arguments.until.is_none() {
        return Ok(None);
    }
    let info = engine.info()?;
    let spans = || info.published.iter().chain(&info.mentioned);
    let from = arguments.from.map(|date| IsoDay(date.earliest)).or_else(|| spans().map(|span| span.0).min());
    let until = arguments.until.map(|date| IsoDay(date.latest)).or_else(|| spans().map(|span| span.1).max());
    // An end of the corpus may lie beyond the one that was given.
    Ok(from.or(until).zip(until.or(from)).map(|(from, until)| match arguments.from {
        Some(_) => (from, until.max(from)),
        None => (from.min(until), until),
    }))
}

fn show(query: &str, answer: &TimelineAnswer, out: &mut impl Write) -> Result<()> {
    problems(query, &answer.problems, out)?;
    let undated = match answer.undated {
        0 => String::new(),
        undated => format!(", {undated} undated"),
    };
    writeln!(out, "{}{undated}", counted(answer.documents, "article", "articles"))?;
    if !answer.bins.is_empty() {
        table(answer, out)?;
    }
    let terminal = Terminal::of_output();
    for moment in &answer.moments {
        let (mentions, articles) =
            (counted(moment.mentions, "time", "times"), counted(moment.documents.len(), "article", "articles"));
        writeln!(out, "\n{}  {mentions} in {articles}", terminal.bold(&moment.edtf))?;
        writeln!(out, "  {}\n  — {}", line(&moment.sentence), line(&moment.document))?;
    }
    Ok(())
}

/// A row a bin, from the first to the last with something in it; a run of empty ones is one row.
fn table(answer: &TimelineAnswer, out: &mut impl Write) -> Result<()> {
    let empty = |bin: &Bin| bin.published == 0.0 && bin.mentioned == 0.0;
    let most = |count: fn(&Bin) -> f64| answer.bins.iter().map(count).fold(0.0, f64::max);
    let (published, mentioned) = (most(|bin| bin.published), most(|bin| bin.mentioned));
    writeln!(out, "\n{:23}  {:9}{:w$}  mentioned", answer.unit.unwrap_or_default(), "published", "", w = BAR - 2)?;
    let beyond = |name, ends: &kroniek::engine::answers::Beyond, out: &mut dyn Write| match ends {
        ends if ends.published == 0.0 && ends.mentioned == 0.0 => Ok(()),
        ends => writeln!(out, "{name:23}  {:>6.1} {:BAR$}  {:>6.1}", ends.published, "", ends.mentioned),
    };
    beyond("before", &answer.before, out)?;
    for run in answer.bins.chunk_by(|one, next| empty(one) && empty(next)) {
        let (first, last) = (&run[0], &run[run.len() - 1]);
        let days = format!("{} {}", first.earliest.0, last.latest.0);
        if empty(first) {
            writeln!(out, "{days:23}  {:>6}", "–")?;
            continue;
        }
        let (above, below) = (bar(first.published, published), bar(first.mentioned, mentioned));
        writeln!(out, "{days:23}  {:>6.1} {above:BAR$}  {:>6.1} {below}", first.published, first.mentioned)?;
    }
    Ok(beyond("after", &answer.after, out)?)
}

/// A bar in eighths of a letter; something is never nothing.
fn bar(count: f64, most: f64) -> String {
    if count <= 0.0 || most <= 0.0 {
        return String::new();
    }
    let eighths = ((count / most * (BAR * 8) as f64).round() as usize).max(1);
    let mut bar = "█".repeat(eighths / 8);
    bar.extend(['▏', '▎', '▍', '▌', '▋', '▊', '▉'].get((eighths % 8).wrapping_sub(1)));
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_have_eighths() {
        assert_eq!(bar(1.0, 16.0), "█▌");
        assert_eq!(bar(0.0, 16.0), "");
        assert_eq!(bar(0.001, 16.0), "▏");
        assert_eq!(bar(2.0, 2.0).chars().count(), BAR);
    }
}
