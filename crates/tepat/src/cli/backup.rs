//! `tepat backup` and its arguments.

use clap::Args;
use office::age_file::{Recipient, recipient};
use std::path::PathBuf;

#[derive(Args)]
pub(crate) struct BackupArgs {
    /// Berkas baru; di luar komputer ini lebih aman
    pub(crate) file: PathBuf,
    /// Kunci publik age (age1…): yang mencadangkan tidak dapat membukanya, boleh beberapa; tanpa ini: kata sandi
    #[arg(long = "recipient", value_name = "KUNCI", value_parser = recipient, conflicts_with = "passphrase_file")]
    pub(crate) recipients: Vec<Recipient>,
}
