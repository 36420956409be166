//! `tepat subject` and its arguments.

use super::value::{code, date, kk, nik};
use clap::{Args, Subcommand};
use domain::{Date, KkNumber, Nik, RegistrationCode};

#[derive(Subcommand)]
pub(crate) enum Subject {
    /// Tulis semuanya sebagai surat, atau sebagai satu dokumen dengan --json: nomornya utuh, serahkan hanya kepada keluarga itu
    Export {
        #[command(flatten)]
        family: SubjectFamily,
    },
    /// Perbaiki catatannya: yang lama tetap tersimpan, dengan siapa yang mengubahnya
    Correct {
        #[command(flatten)]
        family: SubjectFamily,
        #[command(flatten)]
        correction: Correction,
    },
    /// Hapus siapa keluarga itu: nama, nomor, alamat, keterangan; statusnya tetap dihitung
    Erase {
        #[command(flatten)]
        family: SubjectFamily,
        /// Hanya sebut apa yang akan dihapus
        #[arg(long)]
        dry_run: bool,
        /// Hapus tanpa bertanya
        #[arg(long, conflicts_with = "dry_run")]
        yes: bool,
    },
}

#[derive(Args)]
pub(crate) struct SubjectFamily {
    /// Nomor KK keluarga
    #[arg(long, value_name = "NOMOR", value_parser = kk, required_unless_present = "code")]
    pub(crate) kk: Option<KkNumber>,
    /// Kode pendaftaran keluarga
    #[arg(long, value_name = "KODE", value_parser = code, conflicts_with = "kk")]
    pub(crate) code: Option<RegistrationCode>,
}

#[derive(Args)]
#[command(group(clap::ArgGroup::new("correction").args(["new_kk", "address", "phone", "name", "nik", "birth"]).required(true).multiple(true)))]
pub(crate) struct Correction {
    /// Nomor KK yang benar
    #[arg(long, value_name = "NOMOR", value_parser = kk)]
    pub(crate) new_kk: Option<KkNumber>,
    /// Alamat yang benar
    #[arg(long, value_name = "ALAMAT")]
    pub(crate) address: Option<String>,
    /// Telepon yang benar
    #[arg(long, value_name = "NOMOR")]
    pub(crate) phone: Option<String>,
    /// Anggota ke berapa yang nama, NIK, atau tanggal lahirnya salah; 1: kepala keluarga
    #[arg(long, value_name = "KE", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) member: u16,
    /// Namanya yang benar
    #[arg(long, value_name = "NAMA")]
    pub(crate) name: Option<String>,
    /// NIK-nya yang benar
    #[arg(long, value_name = "NIK", value_parser = nik)]
    pub(crate) nik: Option<Nik>,
    /// Tanggal lahirnya yang benar
    #[arg(long, value_name = "TANGGAL", value_parser = date)]
    pub(crate) birth: Option<Date>,
}
