//! A command that is not understood.

use super::value::Hint;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use office::fault::Fault;
use std::error::Error as _;

/// What clap complains of, as a fault. It names the argument and never what was typed: that may be somebody's number.
pub(crate) fn misspelt(error: &clap::Error) -> Fault {
    let context = |kind| error.get(kind).map(ToString::to_string).filter(|text| !text.is_empty());
    let argument = context(ContextKind::InvalidArg).filter(|text| !text.chars().any(|c| c.is_ascii_digit()));
    let hint = error.source().and_then(|source| source.downcast_ref::<Hint>());
    let why = match error.kind() {
        ErrorKind::InvalidValue => {
            context(ContextKind::ValidValue).map(|values| format!("pilih salah satu dari {values}"))
        }
        ErrorKind::ValueValidation => {
            Some(hint.map_or("nilainya di luar batas", |Hint(hint)| hint).to_owned())
        }
        ErrorKind::MissingRequiredArgument => Some("harus disebut".to_owned()),
        ErrorKind::UnknownArgument => Some(meant("tidak dikenal", error.get(ContextKind::SuggestedArg))),
        ErrorKind::InvalidSubcommand => {
            Some(meant("tidak ada perintah bernama itu", error.get(ContextKind::SuggestedSubcommand)))
        }
        ErrorKind::ArgumentConflict => {
            context(ContextKind::PriorArg).map(|prior| format!("tidak dapat disebut bersama {prior}"))
        }
        _ => None,
    };
    let said: String = [argument, why].into_iter().flatten().map(|part| format!(": {part}")).collect();
    Fault::new(
        "perintah",
        format!("Perintah salah tulis{said}."),
        "Baca `tepat --help`, atau `tepat PERINTAH --help`.",
    )
}

/// With what was probably meant: `maksudnya import?`. Of several, clap names the likeliest last.
fn meant(wrong: &str, suggested: Option<&ContextValue>) -> String {
    let likeliest = match suggested {
        Some(ContextValue::Strings(all)) => all.last(),
        Some(ContextValue::String(one)) => Some(one),
        _ => None,
    };
    likeliest.map_or_else(|| wrong.to_owned(), |meant| format!("{wrong}; maksudnya {meant}?"))
}

/// Whether it is no complaint but the help, or the version.
pub(crate) fn is_help(error: &clap::Error) -> bool {
    use ErrorKind::{DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand, DisplayVersion};
    matches!(error.kind(), DisplayHelp | DisplayHelpOnMissingArgumentOrSubcommand | DisplayVersion)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::command;

    #[test]
    fn no_english_word_of_clap_is_left() {
        for typed in [
            "",
            "imprt",
            "report --jsn",
            "report --json=ya",
            "report --per",
            "report --per entah",
            "report --tahap 0",
            "report --tahap satu",
            "report --at 2021-03-12",
            "report --json --json",
            "approve",
            "approve 1",
            "history --kk 3174101001099001 --day 2021-03-12",
            "list --to-decide --status cair",
            "enrol",
            "completions tcsh",
        ] {
            let typed = ["tepat"].into_iter().chain(typed.split_whitespace());
            let fault = misspelt(&command().try_get_matches_from(typed.clone()).err().unwrap());
            let said = format!("{} {}", fault.message, fault.remedy).to_lowercase();
            for word in ["error", "unexpected", "required", "invalid", "argument", "found", "cannot", "value"]
            {
                assert!(!said.contains(word), "{:?}: {said}", typed.collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn what_was_probably_meant_is_named_and_what_was_typed_is_not() {
        for (typed, expect) in [
            ("imprt", Some("maksudnya import?")),
            ("aprove", Some("maksudnya approve?")),
            ("report --jsn", Some("maksudnya --json?")),
            ("3174101001099001", None),
        ] {
            let typed = ["tepat"].into_iter().chain(typed.split(' '));
            let error = command().try_get_matches_from(typed).err().unwrap();
            let said = misspelt(&error).message;
            assert_eq!(said.contains("maksudnya"), expect.is_some(), "{said}");
            assert!(expect.is_none_or(|expect| said.contains(expect)), "{said}");
            assert!(!said.contains("3174101001099001"), "{said}");
        }
    }
}
