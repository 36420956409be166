//! `tepat completions` and `tepat manual`: what the shell and man(1) know of the commands, made from the commands themselves.

use crate::cli::command;
use clap_complete::{Shell, generate};
use clap_mangen::Man;
use office::fault::{During, Result};
use std::io::stdout;
use std::path::Path;

/// Writes the completions of a shell to stdout.
pub(super) fn complete(shell: Shell) {
    generate(shell, &mut command(), "tepat", &mut stdout());
}

/// Writes a page for each command.
pub(super) fn write(dir: &Path) -> Result<()> {
    pages(&command(), &mut |name, page| {
        let file = dir.join(format!("{name}.1"));
        std::fs::write(&file, page).during(format_args!("menulis {}", file.display()))
    })
}

/// Every page, by its name: `tepat-accounts-settle`.
fn pages(command: &clap::Command, each: &mut dyn FnMut(&str, &str) -> Result<()>) -> Result<()> {
    let mut page = Vec::new();
    Man::new(command.clone()).manual("Tepat").render(&mut page).during("menulis halaman manual")?;
    let name = command.get_display_name().unwrap_or(command.get_name());
    each(name, &headed(&String::from_utf8_lossy(&page)))?;
    let below = command.get_subcommands().filter(|it| !it.is_hide_set() && it.get_name() != "help");
    below.into_iter().try_for_each(|below| pages(below, each))
}

/// With the headings that pages of the manual have in Indonesian.
fn headed(page: &str) -> String {
    let line = |line: &str| {
        HEADINGS.iter().find(|(english, _)| line == *english).map_or(line.to_owned(), |it| it.1.to_owned())
    };
    page.lines().map(|it| line(it) + "\n").collect()
}

const HEADINGS: &[(&str, &str)] = &[
    (".SH NAME", ".SH NAMA"),
    (".SH SYNOPSIS", ".SH RINGKASAN"),
    (".SH DESCRIPTION", ".SH KETERANGAN"),
    (".SH OPTIONS", ".SH PILIHAN"),
    (".SH SUBCOMMANDS", ".SH PERINTAH"),
    (".SH EXTRA", ".SH CONTOH"),
    (".SH VERSION", ".SH VERSI"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_page_without_an_english_heading() {
        let mut names = Vec::new();
        pages(&command(), &mut |name, page| {
            for (english, _) in HEADINGS {
                assert!(!page.lines().any(|line| line == *english), "{name}: {english}");
            }
            assert!(page.contains(".SH NAMA") && page.contains(".SH RINGKASAN"), "{name}: {page}");
            names.push(name.to_owned());
            Ok(())
        })
        .unwrap();
        for name in ["tepat", "tepat-import", "tepat-accounts-settle"] {
            assert!(names.iter().any(|it| it == name), "{names:?}");
        }
        assert!(!names.iter().any(|name| name.contains("schema")));
    }

    #[test]
    fn every_shell_is_told_every_command() {
        for shell in [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell] {
            let mut script = Vec::new();
            generate(shell, &mut command(), "tepat", &mut script);
            let script = String::from_utf8(script).unwrap();
            assert!(script.contains("disburse") && script.contains("settle"), "{shell}");
        }
    }
}
