//! `tepat report` and its arguments.

use super::value::{one_of, until};
use clap::Args;
use office::breakdown::Per;
use office::clock::Moment;

#[derive(Args)]
pub(crate) struct ReportArgs {
    /// Hitung menurut kelurahan, kecamatan, RT, titik undangan, alasan, atau hari
    #[arg(long, value_name = "MENURUT", value_parser = one_of(Per::ALL, Per::code, Per::parse))]
    pub(crate) per: Option<Per>,
    /// Hanya keluarga yang ditetapkan untuk tahap ini, dan berapa yang uangnya sudah sampai
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..), requires = "per")]
    pub(crate) tahap: Option<u16>,
    /// Seperti yang diketahui waktu itu, mis. 2021-03-12 (sampai akhir hari) atau 2021-03-12T06:00
    #[arg(long, value_name = "WAKTU", value_parser = until, requires = "per")]
    pub(crate) at: Option<Moment>,
}
