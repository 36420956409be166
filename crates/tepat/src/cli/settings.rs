//! `tepat settings` and its arguments.

use super::value::{contact, months, rupiah};
use clap::Args;
use domain::Rupiah;
use office::contacts::Contact;

#[derive(Args)]
pub(crate) struct SettingsArgs {
    /// Penetapan baru berlaku setelah dikuatkan orang kedua
    #[arg(long, value_name = "PILIHAN", value_parser = ["ya", "tidak"])]
    pub(crate) second_person: Option<String>,
    /// Tahan daftar yang menyebut keluarga baru lebih banyak dari ini sekaligus di satu RT (bawaan: 20)
    #[arg(long, value_name = "JUMLAH", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) many_new: Option<u32>,
    /// Tahan daftar yang pengirimnya mencatat keluarga dari tiga RT lain atau lebih, bila lebih dari ini (bawaan: 10)
    #[arg(long, value_name = "JUMLAH", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) many_contested: Option<u32>,
    /// Rupiah sebulan untuk tiap keluarga (bawaan: Rp300.000)
    #[arg(long, value_name = "RUPIAH", value_parser = rupiah)]
    pub(crate) amount: Option<Rupiah>,
    /// Berapa bulan satu tahap, mis. 5=2 (bawaan: 1)
    #[arg(long, value_name = "TAHAP=BULAN", value_delimiter = ',', value_parser = months)]
    pub(crate) months: Vec<(u16, u16)>,
    /// Siapa yang dapat dihubungi warga, sekali untuk tiap kontak: tampil di beranda dan di bawah jawaban sejak terbitan berikutnya, menggantikan semua yang ada
    #[arg(long = "contact", value_name = "NAMA;TELEPON;KETERANGAN", value_parser = contact)]
    pub(crate) contacts: Vec<Contact>,
    /// Tanpa kontak
    #[arg(long, conflicts_with = "contacts")]
    pub(crate) no_contacts: bool,
}
