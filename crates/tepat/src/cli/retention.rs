//! `tepat retention` and its arguments.

use super::value::term;
use clap::Args;
use office::retention::KeptKind;

#[derive(Args)]
pub(crate) struct RetentionArgs {
    /// Simpan jenis ini sekian hari, mulai sekarang; jenisnya disebut perintah ini tanpa pilihan
    #[arg(long, value_name = "JENIS=HARI", value_parser = term)]
    pub(crate) keep: Vec<(KeptKind, u32)>,
    /// Hapus yang sudah lewat waktunya; tanpa ini hanya dihitung
    #[arg(long)]
    pub(crate) apply: bool,
}
