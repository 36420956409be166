//! `tepat undo` and its arguments.

use clap::Args;

#[derive(Args)]
pub(crate) struct UndoArgs {
    /// Nomor perintah; tanpa ini perintah yang terakhir disebut, dan tidak ada yang ditarik
    pub(crate) number: Option<i64>,
    /// Hanya yang dibaca dari laporan titik atau bank bernama ini
    #[arg(long, value_name = "NAMA", conflicts_with = "number")]
    pub(crate) file: Option<String>,
}
