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
mod points;
mod publication;
mod register;
mod schema;
mod workspace;

use clap::Parser as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    let output = output::Output::new(cli.json);
    match command::run(cli, &output) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            output.fault(&fault);
            ExitCode::FAILURE
        }
    }
}
