//! `tepat list` and its arguments.

use super::value::{area, date, one_of, rt, rw};
use clap::Args;
use domain::{Aid, AreaCode, Date, Reason, Rt, Rw, Status};
use std::path::PathBuf;

#[derive(Args)]
pub(crate) struct ListArgs {
    /// Status; boleh beberapa, dipisah koma
    #[arg(long, value_name = "STATUS", value_delimiter = ',', value_parser = one_of(Status::ALL, Status::code, Status::parse))]
    pub(crate) status: Vec<Status>,
    /// Alasan; boleh beberapa
    #[arg(long, value_name = "ALASAN", value_delimiter = ',', value_parser = one_of(Reason::ALL, Reason::code, Reason::parse))]
    pub(crate) reason: Vec<Reason>,
    /// Kode kelurahan, kecamatan, atau kota
    #[arg(long, value_name = "KODE", value_parser = area)]
    pub(crate) area: Option<AreaCode>,
    /// RW yang mencatatnya
    #[arg(long, value_parser = rw)]
    pub(crate) rw: Option<Rw>,
    /// RT yang mencatatnya
    #[arg(long, value_parser = rt)]
    pub(crate) rt: Option<Rt>,
    /// Titik tempatnya mengambil
    #[arg(long, value_name = "ID")]
    pub(crate) point: Option<String>,
    /// Dibagi atau diundang ke titik yang tidak ada lagi di daftar titik
    #[arg(long)]
    pub(crate) closed_point: bool,
    /// Ditetapkan untuk tahap ini
    #[arg(long, value_name = "TAHAP")]
    pub(crate) tahap: Option<u16>,
    /// Tidak ditetapkan untuk tahap ini; dapat tahap 1 dan tidak ikut tahap 2: --paid 1 --not-tahap 2
    #[arg(long, value_name = "TAHAP")]
    pub(crate) not_tahap: Option<u16>,
    /// Sudah dipanggil sekian kali
    #[arg(long, value_name = "KALI")]
    pub(crate) call: Option<u8>,
    /// Uang tahap ini sudah sampai
    #[arg(long, value_name = "TAHAP")]
    pub(crate) paid: Option<u16>,
    /// Ditetapkan untuk tahap ini, dan uangnya belum sampai
    #[arg(long, value_name = "TAHAP")]
    pub(crate) unpaid: Option<u16>,
    /// Punya kartu atau tidak
    #[arg(long, value_name = "PILIHAN", value_parser = ["ya", "tidak"])]
    pub(crate) card: Option<String>,
    /// Hari undangannya sudah lewat, dan belum datang
    #[arg(long)]
    pub(crate) absent: bool,
    /// Ada penyandang disabilitas atau tidak
    #[arg(long, value_name = "PILIHAN", value_parser = ["ya", "tidak"])]
    pub(crate) disabled: Option<String>,
    /// Ada yang berumur sekian atau lebih
    #[arg(long, value_name = "TAHUN")]
    pub(crate) oldest: Option<i32>,
    /// Sebanyak sekian orang; lansia yang tinggal sendiri: --oldest 70 --size 1
    #[arg(long, value_name = "ORANG")]
    pub(crate) size: Option<usize>,
    /// Ditolak, dicoret, atau ditahan karena program ini
    #[arg(long, value_name = "PROGRAM", value_parser = one_of(Aid::ALL, Aid::code, Aid::parse))]
    pub(crate) aid: Option<Aid>,
    /// Ada yang terjadi padanya pada tanggal ini atau sesudahnya
    #[arg(long, value_name = "TANGGAL", value_parser = date)]
    pub(crate) changed: Option<Date>,
    /// Pernah diundang ke titik lain
    #[arg(long)]
    pub(crate) changed_point: bool,
    /// Status yang sekarang sudah sejak tanggal ini, atau lebih lama
    #[arg(long, value_name = "TANGGAL", value_parser = date)]
    pub(crate) since: Option<Date>,
    /// Kolom yang ditulis, dipisah koma; tanpa ini: semuanya
    #[arg(long, value_name = "KOLOM", value_delimiter = ',')]
    pub(crate) columns: Vec<String>,
    /// Lembar keputusan: keluarga yang tertunda, dengan kolom kosong yang diisi orang dan dibaca `tepat resolve`
    #[arg(long, conflicts_with_all = ["status", "columns"])]
    pub(crate) to_decide: bool,
    /// Tulis NIK dan nomor KK utuh; dicatat di jejak atas nama Anda
    #[arg(long)]
    pub(crate) with_numbers: bool,
    /// Berkas baru: .csv, .xlsx, .json, atau .parquet; tanpa ini: di layar
    #[arg(long, value_name = "BERKAS")]
    pub(crate) out: Option<PathBuf>,
}
