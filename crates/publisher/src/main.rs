//! `tepat`: turns the lists of RT heads into decisions, and decisions into the static API.
//!
//! A command reads and writes one workspace: a folder with the register, the key of the office and the drop box.

mod areas;
mod cli;
mod clock;
mod command;
mod fault;
mod host;
mod intake;
mod output;
mod place;
mod points;
mod publication;
mod reconciliation;
mod register;
mod schema;
mod store;
mod swap;
mod table;
mod workspace;

use clap::Parser as _;
use std::process::ExitCode;

/// Lists of a city are a hundred million small allocations, from several threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = match cli::Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return unread(&error),
    };
    let output = output::Output::new(cli.json);
    match command::run(cli, &output) {
        Ok(code) => code,
        Err(fault) => {
            output.fault(&fault);
            ExitCode::FAILURE
        }
    }
}

/// Help as clap writes it, and mistakes too, unless a script wants a document.
fn unread(error: &clap::Error) -> ExitCode {
    if error.use_stderr() && std::env::args_os().any(|argument| argument == "--json") {
        output::Output::new(true).fault(&cli::misspelt(error));
    } else {
        let _ = error.print();
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(u8::MAX))
}
