//! `tepat`: turns the lists of RT heads into decisions, and decisions into the static API.
//!
//! A command reads and writes one workspace: a folder with the register, the key of the office and the drop box.

mod cli;
mod command;
mod confirm;
mod demo_card;
mod harmless;
mod host;
mod new_file;
mod output;
mod question;
mod rewriting;
mod secret;
mod tally;

use std::process::ExitCode;

/// Lists of a city are a hundred million small allocations, from several threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = match cli::Cli::read() {
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

/// Help as clap writes it; mistakes, and help that nobody asked for where a script wants a document, as any other fault.
fn unread(error: &clap::Error) -> ExitCode {
    let json = std::env::args_os().any(|argument| argument == "--json");
    if cli::is_help(error) && !(json && error.use_stderr()) {
        let _ = error.print();
    } else {
        output::Output::new(json).fault(&cli::misspelt(error));
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(u8::MAX))
}
