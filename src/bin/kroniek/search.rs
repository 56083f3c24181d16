//! `kroniek search`: the articles that answer a query.

use std::io::{BufRead as _, Write, stdin, stdout};
use std::path::PathBuf;

use anyhow::Result;
use kroniek::engine::Engine;
use kroniek::engine::answers::{Facet, Hit, Problem, Request, SearchAnswer, Suggestion, Understood};

use crate::corpus;
use crate::terminal::{Terminal, counted, line, short};

/// Forms of a word that are shown; the others are counted.
const FORMS: usize = 12;

/// Letters of a label that are shown.
const LABEL: usize = 100;

/// What `kroniek search` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A folder with articles, a file of them, an archive, or the engine of a site.
    corpus: PathBuf,
    /// What is asked; `-` reads queries from standard input, one a line.
    #[arg(allow_hyphen_values = true)]
    query: String,
    /// Print one JSON object a query.
    #[arg(long)]
    json: bool,
    /// The most articles shown.
    #[arg(long, value_name = "N", default_value_t = 10)]
    limit: usize,
    /// How many articles to skip.
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: usize,
    /// Show what made the score of each article.
    #[arg(long)]
    explain: bool,
    /// Search and quote page furniture too.
    #[arg(long)]
    furniture: bool,
    /// Only articles with this fact, such as source=NOS or year=2023; several values of one name ask for any of them.
    #[arg(long = "fact", value_name = "NAME=VALUE", value_parser = fact)]
    facts: Vec<(String, String)>,
    /// The last word is still being typed: it matches what begins with it.
    #[arg(long)]
    typing: bool,
}

/// Reads `source=NOS`.
fn fact(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("it wants a name and a value: source=NOS")?;
    Ok((name.to_lowercase(), value.to_owned()))
}

/// Answers one query, or those of standard input.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let engine = corpus::open(&arguments.corpus)?;
    if arguments.query == "-" {
        for query in stdin().lock().split(b'\n') {
            let query = query?;
            let query = String::from_utf8_lossy(query.strip_suffix(b"\r").unwrap_or(&query)).into_owned();
            answer(&engine, query, arguments)?;
        }
        return Ok(());
    }
    answer(&engine, arguments.query.clone(), arguments)
}

fn answer(engine: &Engine, query: String, arguments: &Arguments) -> Result<()> {
    let answer = engine.search(&Request {
        query,
        typing: arguments.typing,
        furniture: arguments.furniture,
        facts: arguments.facts.clone(),
        offset: arguments.offset,
        limit: Some(arguments.limit),
        ..Request::default()
    })?;
    let mut out = stdout().lock();
    if arguments.json {
        writeln!(out, "{}", serde_json::to_string(&answer)?)?;
    } else {
        show(&answer, arguments, &mut out)?;
    }
    Ok(())
}

fn show(answer: &SearchAnswer, arguments: &Arguments, out: &mut impl Write) -> Result<()> {
    let terminal = Terminal::of_output();
    problems(&answer.query, &answer.problems, out)?;
    if let Some(understood) = &answer.understood {
        words(understood, out)?;
    }
    let span = match (answer.earliest, answer.latest) {
        (Some(earliest), Some(latest)) => format!(", {} to {}", earliest.0, latest.0),
        _ => String::new(),
    };
    writeln!(out, "{}{span}", counted(answer.total, "article", "articles"))?;
    for Facet { name, values, more } in &answer.facts {
        let shown = values
            .iter()
            .map(|it| format!("{} ({}{})", line(&it.value), it.documents, if it.chosen { ", chosen" } else { "" }));
        let more = if *more > 0 { format!(" and {more} more") } else { String::new() };
        writeln!(out, "  {}: {}{more}", line(name), shown.collect::<Vec<_>>().join(", "))?;
    }
    for (number, hit) in answer.hits.iter().enumerate() {
        show_hit(arguments.offset + number + 1, hit, arguments.explain, terminal, out)?;
    }
    let shown = arguments.offset + answer.hits.len();
    if !answer.hits.is_empty() && shown < answer.total {
        writeln!(out, "\n{} more: --offset {shown}", answer.total - shown)?;
    }
    for Suggestion { text, documents, .. } in &answer.suggestions {
        writeln!(out, "  try: {}  ({})", line(text), counted(*documents, "article", "articles"))?;
    }
    Ok(())
}

fn show_hit(number: usize, hit: &Hit, explain: bool, terminal: Terminal, out: &mut impl Write) -> Result<()> {
    let date = hit.entry.date.as_deref().unwrap_or("undated");
    writeln!(out, "\n{number:>3}. {date}  {}", terminal.bold(&short(&hit.entry.label, LABEL)))?;
    writeln!(out, "     {}", line(&hit.entry.document))?;
    for snippet in &hit.snippets {
        let [before, after] = snippet.cut.map(|cut| if cut { "…" } else { "" });
        writeln!(out, "     {before}{}{after}", terminal.marked(&snippet.text, &snippet.marks))?;
    }
    if explain {
        writeln!(out, "     score {:.3}", hit.score)?;
        for why in &hit.why {
            let (word, form) = (line(&why.word), line(&why.form));
            write!(out, "       {word} → {form} ({}, weight {}) × {}", why.reason, why.weight, why.count)?;
            // What is of the whole word stands with the first of its forms.
            if why.score > 0.0 {
                write!(out, ": {:.3} (idf {:.3}, frequency {:.2}", why.score, why.idf, why.frequency)?;
                for (part, score) in [("title", why.title), ("nearness", why.nearness)] {
                    if score > 0.0 {
                        write!(out, "; {part} {score:.3}")?;
                    }
                }
                write!(out, ")")?;
            }
            writeln!(out)?;
        }
    }
    Ok(())
}

/// What could not be understood, each with a mark under its place.
pub(crate) fn problems(query: &str, problems: &[Problem], out: &mut impl Write) -> Result<()> {
    let letters = |from: usize, until: usize| {
        let mut unit = 0;
        let inside = query.chars().filter(|letter| {
            let start = unit;
            unit += letter.len_utf16();
            from <= start && start < until
        });
        inside.count()
    };
    for problem in problems {
        writeln!(out, "  {}", line(query))?;
        let marks = letters(problem.start, problem.end).max(1);
        writeln!(out, "  {}{} {}", " ".repeat(letters(0, problem.start)), "^".repeat(marks), problem.message)?;
    }
    Ok(())
}

/// The forms that answer each word.
fn words(understood: &Understood, out: &mut impl Write) -> Result<()> {
    match understood {
        Understood::All { parts }
        | Understood::Any { parts }
        | Understood::Phrase { parts, .. }
        | Understood::Near { parts, .. } => parts.iter().try_for_each(|part| words(part, out)),
        Understood::Not { part } => words(part, out),
        Understood::Field { name, value, documents, .. } => {
            let documents = counted(*documents, "article", "articles");
            Ok(writeln!(out, "  {}:{}  {documents}", line(name), line(value))?)
        }
        Understood::Word { word, prefix, forms, more, .. } => {
            let shown: Vec<String> = forms
                .iter()
                .take(FORMS)
                .map(|form| format!("{} ({}, {})", line(&form.shown), form.reason, form.documents))
                .collect();
            let more = more + forms.len() - shown.len();
            let star = if *prefix { "*" } else { "" };
            write!(out, "  {}{star} → ", line(word))?;
            match (shown.is_empty(), more) {
                (true, _) => writeln!(out, "nothing")?,
                (false, 0) => writeln!(out, "{}", shown.join(", "))?,
                (false, _) => writeln!(out, "{} and {more} more", shown.join(", "))?,
            }
            Ok(())
        }
    }
}
