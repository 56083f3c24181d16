//! The command line: one file a command.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this is what a command line is for")]

mod build;
mod intake;
mod page;

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
}

/// Exits with 0 when it is done, 1 when nothing could be made, 2 when it was used wrongly.
fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Build(arguments) => build::run(arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("kroniek: {error:#}");
            ExitCode::FAILURE
        }
    }
}
