//! Makes a collection of any size that is like real news in what an index feels: lengths, dates, and a vocabulary that keeps growing.
//!
//! `made SOURCE COUNT OUT` reads the `text` of JSON Lines (`.jsonl`, `.jsonl.gz`), writes COUNT articles as JSON Lines, and prints how the
//! vocabulary grows, the source's beside that of what was made. The same source and count give the same bytes. Articles stand in the
//! order of their dates, so that new words come with time.
//!
//! Sentences are the source's; some of their words are changed. What is no word of the source is made from its words by compounding,
//! by prefix or suffix, or by changing letters, or is a name of made syllables, at the rate that Heaps' law asks for with the source's exponent.

mod article;
mod calendar;
mod random;
mod source;
mod vocabulary;

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write as _, stdout};
use std::path::PathBuf;
use std::time::Instant;

use article::{Article, Writer};
use calendar::Calendar;
use random::Random;
use source::Source;
use vocabulary::Growth;

const SEED: u64 = 1610;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let [source, count, out] = arguments.as_slice() else { return Err("usage: made SOURCE COUNT OUT".into()) };
    let count: usize = count.to_string_lossy().replace('_', "").parse()?;
    let source = Source::read(&PathBuf::from(source))?;
    let growth = Growth::of(&source.growth);
    let exponent = growth.exponent;

    let started = Instant::now();
    let mut random = Random::new(SEED);
    let calendar = Calendar::new(&mut random);
    let mut writer = Writer::new(&source, growth, SEED + 1);
    let mut file = BufWriter::with_capacity(1 << 20, File::create(out)?);
    let (mut article, mut bytes) = (Article::default(), 0);
    for number in 0..count {
        let day = calendar.at((number as f64 + random.share()) / count as f64);
        writer.write(day, &mut article);
        bytes += article.text.len();
        let Article { title, text, source, author } = &article;
        let [title, text] = [title, text].map(serde_json::to_string);
        writeln!(
            file,
            r#"{{"id":"{day}-{number}","date":"{day}","title":{},"source":"{source}","author":"{author}","text":{}}}"#,
            title?, text?
        )?;
    }
    file.flush()?;

    let seconds = started.elapsed().as_secs_f64();
    let mut points = writer.points.clone();
    points.push(writer.so_far());
    report(&source.growth, &points, exponent)?;
    let size = bytes as f64 / 1e6;
    writeln!(stdout(), "{count} articles, {size:.1} MB of text in {seconds:.1} s, {:.0} MB a second", size / seconds)?;
    Ok(())
}

fn report(source: &[(u64, u64)], made: &[(u64, u64)], exponent: f64) -> Result<(), Box<dyn Error>> {
    let mut out = stdout().lock();
    writeln!(out, "distinct forms after so many words; exponent {exponent:.3}")?;
    writeln!(out, "{:>12} {:>12} {:>12}", "words", "source", "made")?;
    let mut lengths: Vec<u64> = source.iter().chain(made).map(|(words, _)| *words).collect();
    lengths.sort_unstable();
    lengths.dedup();
    for words in lengths {
        let cell = |of: &[(u64, u64)]| {
            of.iter().find(|(at, _)| *at == words).map_or(String::new(), |(_, forms)| forms.to_string())
        };
        writeln!(out, "{words:>12} {:>12} {:>12}", cell(source), cell(made))?;
    }
    Ok(())
}
