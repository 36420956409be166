//! `tepat review` and its arguments.

use clap::Subcommand;
use std::path::PathBuf;

#[derive(Subcommand)]
pub(crate) enum Review {
    /// Tulis lembar kerja: satu baris satu pertanyaan, keputusannya dipilih
    Out {
        /// Berkas XLSX baru
        file: PathBuf,
    },
    /// Baca keputusan dari lembar kerja
    In {
        /// Lembar kerja yang sudah diisi
        file: PathBuf,
    },
    /// Sebut pertanyaan yang terbuka, dan jawaban yang saling bertentangan
    List,
}
