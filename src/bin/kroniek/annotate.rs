//! `kroniek annotate`: what was read in a text.

use std::fs;
use std::io::{BufRead as _, Read as _, Write, stdin, stdout};
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use kroniek::annotate;
use kroniek::document::{Document, Publication};
use kroniek::engine::answers::{IsoDay, Mention};
use kroniek::ingest::{self, Notice, Outcome};
use kroniek::text::Language;
use kroniek::time::publication;
use serde::Serialize;

use crate::corpus::tell;
use crate::said::Said;
use crate::terminal::{Terminal, line};

/// What `kroniek annotate` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The files; `-` or none is standard input.
    #[arg(value_name = "FILE", conflicts_with = "tsv")]
    files: Vec<PathBuf>,
    /// When a text was published that does not say so: 2023, 2023-03 or 2023-03-05.
    #[arg(long, value_parser = date)]
    date: Option<Publication>,
    /// The language of the texts, nl, en or de; found from their words when left out.
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    lang: Option<Language>,
    /// Read a text, a tab and its date from each line of standard input; print one JSON object a line.
    #[arg(long)]
    tsv: bool,
    /// Print one JSON object a text.
    #[arg(long)]
    json: bool,
}

/// Reads `nl`, `en` or `de`.
fn language(tag: &str) -> Result<Language, &'static str> {
    Language::ALL.into_iter().find(|language| language.code() == tag).ok_or("it is nl, en or de")
}

fn date(text: &str) -> Result<Publication, &'static str> {
    publication(text).ok_or("it is not a date such as 2023, 2023-03 or 2023-03-05")
}

/// What was read in a text; offsets are UTF-16 code units in what was given.
#[derive(Default, Serialize)]
struct Annotated {
    blocks: Vec<Block>,
    sentences: Vec<(usize, usize)>,
    times: Vec<Mention>,
}

#[derive(Serialize)]
struct Block {
    kind: &'static str,
    start: usize,
    end: usize,
}

/// Annotates files, standard input or its lines.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    if arguments.tsv { lines(arguments) } else { files(arguments) }
}

fn files(arguments: &Arguments) -> Result<()> {
    let standard = [PathBuf::from("-")];
    let paths = if arguments.files.is_empty() { &standard[..] } else { &arguments.files };
    let (mut articles, mut notices) = (0, Vec::new());
    for path in paths {
        let name = path.to_string_lossy();
        let bytes = match read(path) {
            Ok(bytes) => bytes,
            Err(reason) => {
                let reason = format!("it cannot be read ({reason})");
                notices.push(Notice { file: name.into(), place: None, outcome: Outcome::LeftOut, reason });
                continue;
            }
        };
        let (documents, said) = ingest::documents(&name, &bytes, arguments.lang);
        // With --date nothing is undated.
        notices.extend(said.into_iter().filter(|one| arguments.date.is_none() || !one.reason.starts_with("no date")));
        for mut document in documents {
            document.published = document.published.or(arguments.date);
            articles += 1;
            let annotated = annotated(&document);
            if arguments.json { print(&annotated)? } else { show(&document, &annotated)? }
        }
    }
    tell(&notices, articles);
    if articles == 0 {
        bail!("there was nothing to read");
    }
    Ok(())
}

fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    if path.as_os_str() != "-" {
        return fs::read(path);
    }
    let mut bytes = Vec::new();
    stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Annotates the lines of standard input, each by itself: `text<tab>date`.
fn lines(arguments: &Arguments) -> Result<()> {
    let mut said = Said::default();
    let mut say = |notice: Notice| said.line(&notice).into_iter().for_each(|line| eprintln!("{line}"));
    for (number, read) in stdin().lock().split(b'\n').enumerate() {
        let bytes = read.context("standard input cannot be read")?;
        let bytes = bytes.strip_suffix(b"\r").unwrap_or(&bytes);
        let tab = bytes.iter().rposition(|byte| *byte == b'\t');
        let (text, written) = tab.map_or((bytes, &[][..]), |tab| (&bytes[..tab], &bytes[tab + 1..]));
        let name = format!("line {}", number + 1);
        let written = String::from_utf8_lossy(written);
        let mut published = arguments.date;
        if !written.trim().is_empty() {
            published = publication(written.trim());
            if published.is_none() {
                let reason = format!("`{}` is not a date; write it as 2023, 2023-03 or 2023-03-05", line(&written));
                say(Notice { file: name.clone(), place: None, outcome: Outcome::Kept, reason });
            }
        }
        let document = match std::str::from_utf8(text) {
            Ok(text) => Some(ingest::document(&name, text, arguments.lang)),
            Err(_) => {
                let (documents, notices) = ingest::documents(&name, text, arguments.lang);
                notices.into_iter().for_each(&mut say);
                documents.into_iter().next()
            }
        };
        let read = document.map(|document| Document { published: published.or(document.published), ..document });
        print(&read.as_ref().map(annotated).unwrap_or_default())?;
    }
    said.rest().for_each(|line| eprintln!("{line}"));
    Ok(())
}

fn annotated(document: &Document) -> Annotated {
    // What was put ahead of the text was not given.
    let given = |range: &Range<usize>| range.start >= document.ahead;
    let read = annotate::blocks(document);
    let mut units = Units::new(document);
    let blocks = document.blocks.iter().filter(|block| given(&block.range)).map(|block| {
        let (start, end) = units.of(&block.range);
        Block { kind: block.kind.name(), start, end }
    });
    let blocks = blocks.collect();
    let mut units = Units::new(document);
    let sentences = read.iter().flat_map(|block| &block.sentences).filter(|range| given(range));
    let sentences = sentences.map(|range| units.of(range)).collect();
    let mut units = Units::new(document);
    let told = annotate::times(document, &read).into_iter().map(|told| told.mention);
    let times = told.filter(|mention| given(&mention.range)).map(|mention| {
        let (start, end) = units.of(&mention.range);
        Mention {
            start,
            end,
            text: document.text[mention.range.clone()].to_owned(),
            earliest: mention.interval.map(|interval| IsoDay(interval.earliest)),
            latest: mention.interval.map(|interval| IsoDay(interval.latest)),
            edtf: mention.edtf(),
            precision: mention.precision.name(),
            relation: mention.relation.name(),
            rule: mention.rule.name(),
        }
    });
    Annotated { blocks, sentences, times: times.collect() }
}

/// Bytes of a document's text, in ascending ranges, as UTF-16 code units of what was given.
struct Units<'a> {
    text: &'a str,
    byte: usize,
    unit: usize,
}

impl<'a> Units<'a> {
    fn new(document: &'a Document) -> Self {
        Self { text: &document.text, byte: document.ahead, unit: 0 }
    }

    fn of(&mut self, range: &Range<usize>) -> (usize, usize) {
        self.unit += units(&self.text[self.byte..range.start]);
        self.byte = range.start;
        (self.unit, self.unit + units(&self.text[range.clone()]))
    }
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

fn print(annotated: &Annotated) -> Result<()> {
    Ok(writeln!(stdout().lock(), "{}", serde_json::to_string(annotated)?)?)
}

/// The blocks with their sentences, a line each, and under a sentence the times that it tells.
fn show(document: &Document, annotated: &Annotated) -> Result<()> {
    let (mut out, terminal) = (stdout().lock(), Terminal::of_output());
    let units: Vec<u16> = document.text[document.ahead..].encode_utf16().collect();
    let date = document.published.map_or_else(|| "undated".to_owned(), |date| date.interval.edtf());
    writeln!(out, "{}  {date}  {}", terminal.bold(&line(&document.name)), document.language.code())?;
    let mut sentences = annotated.sentences.iter().peekable();
    let mut times = annotated.times.iter().peekable();
    for block in &annotated.blocks {
        writeln!(out, "\n{}", block.kind)?;
        while let Some((start, end)) = sentences.next_if(|(_, end)| *end <= block.end) {
            let (mut marks, mut under) = (Vec::new(), Vec::new());
            while let Some(time) = times.next_if(|time| time.end <= *end) {
                marks.push((time.start - start, time.end - start));
                let meant = time.edtf.as_deref().unwrap_or("?");
                under.push(format!(
                    "{}: {meant} ({}, {}, {})",
                    line(&time.text),
                    time.precision,
                    time.relation,
                    time.rule
                ));
            }
            writeln!(out, "  {}", terminal.marked(&String::from_utf16_lossy(&units[*start..*end]), &marks))?;
            for time in under {
                writeln!(out, "      {time}")?;
            }
        }
    }
    Ok(writeln!(out)?)
}
