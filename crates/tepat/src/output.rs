//! What a command says: sentences for a person, or one JSON document for a script.

use crate::fault::Fault;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;
use std::io::Write as _;

/// Where the answer of a command goes. With `--json` stdout holds one document and nothing else.
pub(crate) struct Output {
    json: bool,
}

impl Output {
    pub(crate) fn new(json: bool) -> Self {
        Self { json }
    }

    /// The answer: `document` for a script, `sentences` for a person.
    pub(crate) fn answer(&self, document: &impl Serialize, sentences: &str) {
        if self.json {
            write_out(&serde_json::to_string_pretty(document).unwrap_or_default());
        } else {
            write_out(sentences.trim_end());
        }
    }

    /// The answer that could not be given: on stderr, and for a script on stdout too.
    pub(crate) fn fault(&self, fault: &Fault) {
        if self.json {
            write_out(
                &serde_json::to_string_pretty(&serde_json::json!({ "error": fault })).unwrap_or_default(),
            );
        }
        let _ = writeln!(std::io::stderr(), "tepat: {}\n       {}", fault.message, fault.remedy);
    }

    /// A bar for long work, on stderr and only at a terminal.
    pub(crate) fn progress(&self, doing: &'static str, steps: usize) -> ProgressBar {
        let bar = ProgressBar::with_draw_target(u64::try_from(steps).ok(), ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} · sisa {eta}") {
            bar.set_style(style);
        }
        bar.set_message(doing);
        bar
    }
}

/// A closed pipe (`tepat … | head`) is no error.
fn write_out(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}
