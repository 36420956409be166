//! `tepat history` and its arguments.

use super::value::{code, date, kelurahan, kk, nik, one_of, rt, rw};
use clap::Args;
use domain::{AreaCode, Date, KkNumber, Nik, Reason, RegistrationCode, Rt, Rw};

#[derive(Args)]
#[command(group(clap::ArgGroup::new("what").args(["code", "kk", "nik", "rt", "reason", "day"]).required(true)))]
pub(crate) struct HistoryArgs {
    /// Kode pendaftaran keluarga
    #[arg(long, value_name = "KODE", value_parser = code)]
    pub(crate) code: Option<RegistrationCode>,
    /// Nomor KK keluarga
    #[arg(long, value_name = "NOMOR", value_parser = kk)]
    pub(crate) kk: Option<KkNumber>,
    /// NIK seorang anggota keluarga
    #[arg(long, value_name = "NIK", value_parser = nik)]
    pub(crate) nik: Option<Nik>,
    /// Satu RT: kode kelurahan, bersama --rw dan --rt
    #[arg(long, value_name = "KODE", value_parser = kelurahan, requires = "rt")]
    pub(crate) kelurahan: Option<AreaCode>,
    /// RW dari RT itu
    #[arg(long, value_parser = rw, requires = "rt")]
    pub(crate) rw: Option<Rw>,
    /// RT itu
    #[arg(long, value_parser = rt, requires = "kelurahan", requires = "rw")]
    pub(crate) rt: Option<Rt>,
    /// Semua keluarga yang sekarang beralasan ini
    #[arg(long, value_name = "ALASAN", value_parser = one_of(Reason::ALL, Reason::code, Reason::parse))]
    pub(crate) reason: Option<Reason>,
    /// Yang diterbitkan tentang keluarga itu pada hari ini, menurut terbitan terakhir sampai akhir hari
    #[arg(long, value_name = "TANGGAL", value_parser = date, conflicts_with_all = ["rt", "reason", "day"])]
    pub(crate) published: Option<Date>,
    /// Semua yang dicatat pada hari ini
    #[arg(long, value_name = "TANGGAL", value_parser = date)]
    pub(crate) day: Option<Date>,
}
