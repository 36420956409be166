//! The words of clap itself, which stand in its help in English: headings, placeholders, what it appends to an argument.

use super::examples::example;
use clap::{Arg, Command};

const TEMPLATE: &str = "{before-help}{about-with-newline}\nCara pakai: {usage}\n\n{all-args}{after-help}";

/// The same command, and all below it, in Indonesian, with an example below the help of each.
pub(super) fn indonesian(mut command: Command) -> Command {
    // From here on every command has its own help, and all arguments that hold everywhere.
    command.build();
    translated(command, "")
}

fn translated(command: Command, path: &str) -> Command {
    let usage = command.clone().render_usage().to_string();
    let usage = usage
        .trim_start_matches("Usage:")
        .trim()
        .replace("[OPTIONS]", "[PILIHAN]")
        .replace("COMMAND", "PERINTAH");
    let command = command
        .help_template(TEMPLATE)
        .override_usage(usage)
        .subcommand_help_heading("Perintah")
        .subcommand_value_name("PERINTAH")
        .mut_args(argument)
        .mut_subcommands(|below| {
            let path = format!("{path} {}", below.get_name());
            translated(below, path.trim_start())
        });
    let command = match command.get_name() {
        "help" => command.about("Tampilkan bantuan ini, atau bantuan satu perintah"),
        _ => command,
    };
    match example(path) {
        Some(example) => command.after_help(format!("Contoh:\n{}", indented(example))),
        None => command,
    }
}

fn indented(example: &str) -> String {
    example.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

fn argument(argument: Arg) -> Arg {
    let heading = if argument.is_positional() { "Isian" } else { "Pilihan" };
    let help = match argument.get_id().as_str() {
        "help" => "Tampilkan bantuan".to_owned(),
        "version" => "Tampilkan versi".to_owned(),
        "subcommand" => "Perintah yang bantuannya ditampilkan".to_owned(),
        _ => argument.get_help().map(ToString::to_string).unwrap_or_default() + &appended(&argument),
    };
    let argument = if argument.get_id() == "subcommand" { argument.value_name("PERINTAH") } else { argument };
    argument
        .help_heading(heading)
        .help(help)
        .hide_possible_values(true)
        .hide_default_value(true)
        .hide_env(true)
}

/// What clap appends to an argument by itself.
fn appended(argument: &Arg) -> String {
    let values = argument.get_possible_values();
    let names: Vec<&str> = values.iter().map(clap::builder::PossibleValue::get_name).collect();
    let default: Vec<_> = argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    let takes_values = argument.get_action().takes_values();
    let parts = [
        ("pilihan", names.join(", ")),
        ("bawaan", default.join(", ")),
        (
            "variabel lingkungan",
            argument.get_env().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        ),
    ];
    let named = parts.iter().filter(|(_, value)| takes_values && !value.is_empty());
    named.map(|(what, value)| format!(" [{what}: {value}]")).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Cli, command};
    use super::*;
    use clap::FromArgMatches as _;

    /// Every command, with what is typed to get there.
    fn each(command: &Command, path: &str, see: &mut dyn FnMut(&str, &Command)) {
        see(path, command);
        for below in
            command.get_subcommands().filter(|below| below.get_name() != "help" && !below.is_hide_set())
        {
            each(below, format!("{path} {}", below.get_name()).trim(), see);
        }
    }

    #[test]
    fn no_english_word_of_clap_is_left() {
        each(&command(), "", &mut |path, command| {
            let help =
                command.clone().render_help().to_string() + &command.clone().render_long_help().to_string();
            for word in [
                "Usage",
                "Options",
                "OPTIONS",
                "Arguments",
                "Commands",
                "COMMAND",
                "Print ",
                "possible values",
                "[default",
                "[env",
            ] {
                assert!(!help.contains(word), "{path}: {word}\n{help}");
            }
            assert!(help.contains("Cara pakai: tepat"), "{path}: {help}");
            assert!(help.contains("Tampilkan bantuan"), "{path}: {help}");
        });
    }

    #[test]
    fn every_command_ends_with_an_example_that_is_understood() {
        each(&command(), "", &mut |path, command| {
            if command.has_subcommands() {
                return;
            }
            let example = example(path).unwrap_or_else(|| panic!("{path} has no example"));
            // Long lines are wrapped.
            let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let help = plain(&command.clone().render_help().to_string());
            assert!(help.ends_with(&plain(example)), "{path}: {help}");
            for line in example.lines() {
                let typed = typed(line.split(" > ").next().unwrap());
                let matches = super::super::command().try_get_matches_from(&typed);
                let matches = matches.unwrap_or_else(|error| panic!("{line}: {error}"));
                Cli::from_arg_matches(&matches).unwrap();
                assert!(line.contains(path), "{line}");
            }
        });
    }

    /// The words of a line; what stands in quotes is one.
    fn typed(line: &str) -> Vec<String> {
        let mut words = Vec::new();
        for (at, part) in line.split('"').enumerate() {
            match at % 2 {
                0 => words.extend(part.split_whitespace().map(str::to_owned)),
                _ => words.push(part.to_owned()),
            }
        }
        words
    }
}
