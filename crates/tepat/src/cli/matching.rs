//! `tepat match` and its arguments.

use super::value::one_of;
use clap::Args;
use domain::Aid;
use std::path::PathBuf;

#[derive(Args)]
pub(crate) struct MatchArgs {
    /// Daftar penerima bantuan lain: CSV, XLSX, XLS, ODS, atau Parquet; boleh beberapa
    #[arg(long, value_name = "BERKAS")]
    pub(crate) aid: Vec<PathBuf>,
    /// Data Dukcapil: NIK, nomor KK, keadaan; boleh beberapa
    #[arg(long, value_name = "BERKAS")]
    pub(crate) dukcapil: Vec<PathBuf>,
    /// Program, untuk baris yang tidak menyebutnya
    #[arg(long, value_name = "PROGRAM", value_parser = one_of(Aid::ALL, Aid::code, Aid::parse))]
    pub(crate) programme: Option<Aid>,
    /// Judul daftar: yang baru menggantikan yang lama; tanpa ini: nama berkasnya
    #[arg(long, value_name = "JUDUL")]
    pub(crate) title: Option<String>,
    /// Terima juga daftar tanpa satu baris pun; tanpa ini daftar kosong ditolak
    #[arg(long = "memang-kosong")]
    pub(crate) empty: bool,
}
