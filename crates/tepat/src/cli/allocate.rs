//! `tepat allocate` and its arguments.

use super::value::code;
use clap::{Args, Subcommand};
use domain::RegistrationCode;
use std::path::PathBuf;

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct AllocateArgs {
    /// Paling sedikit berapa hari setiap titik buka; tanpa ini: secukupnya
    #[arg(long, value_name = "HARI", value_parser = clap::value_parser!(u32).range(1..=365))]
    pub(crate) days: Option<u32>,
    /// Tulis juga tabel per kelurahan ke berkas CSV baru ini
    #[arg(long, value_name = "FILE")]
    pub(crate) csv: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) request: Option<AllocateRequest>,
}

#[derive(Subcommand)]
pub(crate) enum AllocateRequest {
    /// Catat bahwa satu keluarga minta titik yang lebih dekat
    Request {
        /// Kode pendaftaran keluarga itu
        #[arg(long, value_name = "KODE", value_parser = code)]
        code: RegistrationCode,
        /// Titik yang diminta; tanpa ini: yang terdekat
        #[arg(long, value_name = "ID")]
        point: Option<String>,
    },
}
