//! The command line: one file a command.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this is what a command line is for")]

/// Many short-lived texts are made on one thread and let go of on another, which the system's allocator is slow at.
#[global_allocator]
static HEAP: mimalloc::MiMalloc = mimalloc::MiMalloc;

mod annotate;
mod build;
mod compound;
mod concordance;
mod corpus;
mod index;
mod indexing;
mod intake;
mod kept;
mod merge;
mod page;
mod parallel;
mod said;
mod search;
mod spelling;
mod spool;
mod terminal;
mod timeline;
mod walk;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Turns a folder of dated articles into one page that anyone can open, search and see in time.
#[derive(Parser)]
#[command(name = "kroniek", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Makes the page of a folder: DIR/kroniek.html, one file, and DIR/site/, for any static host
    Build(build::Arguments),
    /// Reads a share of a large collection on one of several machines
    Index(index::Arguments),
    /// Makes the page of what several machines have read
    Merge(merge::Arguments),
    /// Finds the articles that answer a query
    Search(search::Arguments),
    /// Shows every occurrence of what is asked, a line each
    Concordance(concordance::Arguments),
    /// Shows when articles were published, and which times they speak of
    Timeline(timeline::Arguments),
    /// Shows what is read in a text: blocks, sentences, times
    Annotate(annotate::Arguments),
    /// Shows what Dutch words are made of
    Compound(compound::Arguments),
    /// Tells whether two spellings are of one name, and why
    Spelling(spelling::Arguments),
}

/// Exits with 0 when it is done, 1 when nothing could be made, 2 when it was used wrongly.
fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Build(arguments) => build::run(&arguments),
        Command::Index(arguments) => index::run(arguments),
        Command::Merge(arguments) => merge::run(&arguments),
        Command::Search(arguments) => search::run(&arguments),
        Command::Concordance(arguments) => concordance::run(&arguments),
        Command::Timeline(arguments) => timeline::run(&arguments),
        Command::Annotate(arguments) => annotate::run(&arguments),
        Command::Compound(arguments) => compound::run(&arguments),
        Command::Spelling(arguments) => spelling::run(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("kroniek: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whether whoever reads our output has read enough, as in `kroniek search … | head`.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let broken = |cause: &std::io::Error| cause.kind() == std::io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| cause.downcast_ref::<std::io::Error>().is_some_and(broken))
}
