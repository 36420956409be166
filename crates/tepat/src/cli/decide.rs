//! `tepat decide` and its arguments.

use super::value::{code, date, kk, note, one_of};
use clap::Args;
use domain::{Date, KkNumber, Reason, RegistrationCode, Status};

#[derive(Args)]
pub(crate) struct DecideArgs {
    /// Nomor KK
    #[arg(long, value_name = "NOMOR", value_parser = kk, required_unless_present = "code")]
    pub(crate) kk: Option<KkNumber>,
    /// Kode pendaftaran, untuk keluarga tanpa nomor KK
    #[arg(long, value_name = "KODE", value_parser = code, conflicts_with = "kk")]
    pub(crate) code: Option<RegistrationCode>,
    /// Status baru
    #[arg(long, value_name = "STATUS", value_parser = one_of(Status::ALL, Status::code, Status::parse), required_unless_present = "pair")]
    pub(crate) status: Option<Status>,
    /// Tutup atau buka nomor KK dan NIK untuk keluarga ini: bila ditutup, hanya kode pendaftaran yang menjawab
    #[arg(long, value_name = "PILIHAN", value_parser = ["tutup", "buka"], conflicts_with = "status")]
    pub(crate) pair: Option<String>,
    /// Alasan; wajib bila ditolak, dicoret, atau dikembalikan
    #[arg(long, value_name = "ALASAN", value_parser = one_of(Reason::ALL, Reason::code, Reason::parse))]
    pub(crate) reason: Option<Reason>,
    /// Kalimat untuk keluarga, mis. nama bantuan lain
    #[arg(long, value_name = "KALIMAT", value_parser = note)]
    pub(crate) note: Option<String>,
    /// Tahap; tanpa ini: tahap yang berjalan
    #[arg(long)]
    pub(crate) tahap: Option<u16>,
    /// Tanggal keputusan, bila sudah lewat
    #[arg(long, value_name = "TANGGAL", value_parser = date)]
    pub(crate) on: Option<Date>,
    /// Undangan: id titik; tanpa ini: yang terdekat dari kelurahan
    #[arg(long, value_name = "ID")]
    pub(crate) point: Option<String>,
    /// Undangan: hari pengambilan; tanpa ini: hari buka pertama, paling cepat tiga hari lagi
    #[arg(long, value_name = "TANGGAL", value_parser = date)]
    pub(crate) date: Option<Date>,
    /// Undangan: jam, mis. 09.00-11.00; tanpa ini: jam buka titik
    #[arg(long, value_name = "JAM")]
    pub(crate) hours: Option<String>,
}
