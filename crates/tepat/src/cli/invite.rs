//! `tepat invite` and its arguments.

use super::value::{date, site};
use clap::Args;
use domain::Date;
use std::path::PathBuf;

#[derive(Args)]
pub(crate) struct InviteArgs {
    /// Undangan ke berapa: 1, 2, atau 3
    #[arg(long, value_name = "KE", value_parser = clap::value_parser!(u8).range(1..=3), requires = "from", required_unless_present_any = ["again", "moved"])]
    pub(crate) call: Option<u8>,
    /// Hari pengambilan pertama; paling cepat besok (H-1)
    #[arg(long, value_name = "TANGGAL", value_parser = date)]
    pub(crate) from: Option<Date>,
    /// Berapa hari kalender; yang dipakai hari buka titik
    #[arg(long, default_value_t = 14, value_parser = clap::value_parser!(u16).range(1..=366))]
    pub(crate) days: u16,
    /// Undang lagi keluarga yang titiknya tutup sesudah undangannya keluar: ke titik lain, dan tetap undangan yang sama
    #[arg(long, conflicts_with_all = ["call", "again"], requires = "from")]
    pub(crate) moved: bool,
    /// Tulis lagi surat undangan yang terakhir, tanpa mengundang
    #[arg(long, conflicts_with_all = ["call", "from", "moved"])]
    pub(crate) again: bool,
    /// Alamat situs pada surat dan kode QR; tanpa ini: yang terakhir disebut, atau kode pendaftaran saja bila belum pernah
    #[arg(long, value_name = "URL", value_parser = site)]
    pub(crate) site: Option<String>,
    /// Folder surat dan daftar; yang lama disimpan di sebelahnya
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out: PathBuf,
}
