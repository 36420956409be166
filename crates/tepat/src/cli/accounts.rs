//! `tepat accounts` and its arguments.

use super::value::{code, note, one_of};
use clap::{Args, Subcommand};
use domain::RegistrationCode;
use office::register::Outcome;

#[derive(Subcommand)]
pub(crate) enum Accounts {
    /// Selesaikan baris bank yang berbeda, dengan alasannya
    Settle(SettleArgs),
    /// Hak, dibayar, kembali, dan terbuka, tiap tahap dan kelurahan; kode keluar 1 bila tidak sama dengan jumlah bank
    Report {
        /// Hanya tahap ini
        #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
        tahap: Option<u16>,
    },
}

#[derive(Args)]
pub(crate) struct SettleArgs {
    /// Nomor baris, dari `tepat accounts`; boleh beberapa
    #[arg(value_name = "NOMOR", required_unless_present = "file")]
    pub(crate) items: Vec<i64>,
    /// Semua baris berkas bank bernama ini, yang keliru dibuat bank; ditanyakan dulu
    #[arg(long, value_name = "NAMA", conflicts_with_all = ["items", "code"])]
    pub(crate) file: Option<String>,
    /// Apa baris itu: pembayaran yang sah, uang yang sudah dikembalikan, atau bukan pembayaran (bank salah tulis)
    #[arg(long = "as", value_name = "HASIL", value_parser = one_of(Outcome::ALL, Outcome::code, Outcome::parse))]
    pub(crate) outcome: Outcome,
    /// Alasannya
    #[arg(long, value_name = "KALIMAT", value_parser = note)]
    pub(crate) reason: String,
    /// Keluarga yang dibayar, untuk baris yang tidak menunjuk satu keluarga; yang terakhir disebut berlaku
    #[arg(long, value_name = "KODE", value_parser = code)]
    pub(crate) code: Option<RegistrationCode>,
}
