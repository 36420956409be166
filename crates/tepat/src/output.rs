//! What a command says: sentences for a person, or one JSON document for a script.

use crate::harmless::harmless;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use office::fault::Fault;
use office::progress::{Progress, Steps, Work};
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

    /// Whether a script reads it.
    pub(crate) fn is_json(&self) -> bool {
        self.json
    }

    /// The answer for a script, to which an array of rows belongs that was written before.
    pub(crate) fn answer_with_rows(&self, document: &impl Serialize, rows: &str) {
        let head = serde_json::to_string(document).unwrap_or_default();
        let head = head.strip_suffix('}').unwrap_or(&head);
        write_out(&format!("{head},\n\"rows\": {}}}", rows.trim_end()));
    }

    /// What is to be known beside the answer: on stderr.
    pub(crate) fn notice(&self, sentence: &str) {
        let _ = writeln!(std::io::stderr(), "tepat: {}", harmless(sentence));
    }

    /// The answer that could not be given: on stderr, and for a script on stdout too.
    pub(crate) fn fault(&self, fault: &Fault) {
        if self.json {
            write_out(
                &serde_json::to_string_pretty(&serde_json::json!({ "error": fault })).unwrap_or_default(),
            );
        }
        let said = format!("tepat: {}\n       {}", fault.message, fault.remedy);
        let _ = writeln!(std::io::stderr(), "{}", harmless(&said));
    }
}

/// A bar on stderr, and only at a terminal.
impl Progress for Output {
    fn begin(&self, work: Work, steps: usize) -> Box<dyn Steps> {
        let bar = ProgressBar::with_draw_target(u64::try_from(steps).ok(), ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} · sisa {eta}") {
            bar.set_style(style);
        }
        bar.set_message(name(work));
        Box::new(Bar(bar))
    }
}

struct Bar(ProgressBar);

impl Steps for Bar {
    fn advance(&self, steps: usize) {
        self.0.inc(u64::try_from(steps).unwrap_or(0));
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

fn name(work: Work) -> &'static str {
    match work {
        Work::ReadFamilies => "Membaca keluarga",
        Work::Verify => "Memeriksa keluarga",
        Work::Import => "Memasukkan daftar",
        Work::OpenEnvelopes => "Membuka amplop",
        Work::ChooseFamilies => "Memilih keluarga",
        Work::WriteInvitations => "Menulis undangan",
        Work::DeriveKeys => "Menurunkan kunci",
        Work::SealBuckets => "Menyegel wadah",
    }
}

/// A closed pipe (`tepat … | head`) is no error.
fn write_out(text: &str) {
    let _ = writeln!(std::io::stdout(), "{}", harmless(text));
}
