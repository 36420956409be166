//! `tepat import` and its arguments.

use super::value::{kelurahan, rt, rw};
use clap::Args;
use domain::{AreaCode, Rt, Rw};
use office::import::ColumnChoice;
use std::path::PathBuf;

#[derive(Args)]
pub(crate) struct ImportArgs {
    /// Daftar dari ketua RT, atau folder berisi daftar yang nama berkasnya diawali kode kelurahan
    pub(crate) file: PathBuf,
    /// Kode Kemendagri kelurahan, mis. 31.74.10.1005
    #[arg(long, value_name = "KODE", value_parser = kelurahan)]
    pub(crate) kelurahan: Option<AreaCode>,
    /// RW, untuk baris yang tidak menyebutnya
    #[arg(long, value_parser = rw)]
    pub(crate) rw: Option<Rw>,
    /// RT, untuk baris yang tidak menyebutnya
    #[arg(long, value_parser = rt)]
    pub(crate) rt: Option<Rt>,
    /// Isi kolom yang judulnya tidak dikenali atau keliru dibaca, mis. B=kk,C=nama,D=nik; dengan lembar: Data!D=nik
    #[arg(long, value_name = "HURUF=ISI", value_delimiter = ',', value_parser = ColumnChoice::parse)]
    pub(crate) columns: Vec<ColumnChoice>,
    /// Berkas tata letak: isi kolom untuk semua daftar yang sama susunannya; dengan --columns ditulis, tanpa itu dibaca
    #[arg(long, value_name = "BERKAS")]
    pub(crate) layout: Option<PathBuf>,
}
