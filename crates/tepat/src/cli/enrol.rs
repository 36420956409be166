//! `tepat enrol` and its arguments.

use super::value::{kelurahan, rt, rw};
use clap::{Args, Subcommand};
use domain::{AreaCode, Rt, Rw};

#[derive(Subcommand)]
pub(crate) enum Enrol {
    /// Ketua RT
    Rt {
        /// Kode Kemendagri kelurahan
        #[arg(value_name = "KELURAHAN", value_parser = kelurahan)]
        area: AreaCode,
        /// RW, mis. 002
        #[arg(value_parser = rw)]
        rw: Rw,
        /// RT, mis. 005
        #[arg(value_parser = rt)]
        rt: Rt,
        #[command(flatten)]
        link: LinkArgs,
    },
    /// Ketua RW, untuk semua RT di RW itu
    Rw {
        /// Kode Kemendagri kelurahan
        #[arg(value_name = "KELURAHAN", value_parser = kelurahan)]
        area: AreaCode,
        /// RW, mis. 002
        #[arg(value_parser = rw)]
        rw: Rw,
        #[command(flatten)]
        link: LinkArgs,
    },
    /// Sebut semua tautan yang pernah dibuat: untuk siapa, daftar terakhir, dicabut atau tidak
    List,
    /// Cabut satu tautan, mis. karena HP-nya hilang
    Revoke {
        /// ID tautan, dari `tepat enrol list`
        id: String,
    },
}

#[derive(Args)]
pub(crate) struct LinkArgs {
    /// Alamat situs pada tautan; tanpa ini: tempat `tepat serve` terakhir
    #[arg(long, value_name = "URL")]
    pub(crate) site: Option<String>,
    /// Tanpa kotak masuk: daftar dikirim sebagai berkas
    #[arg(long)]
    pub(crate) no_drop_box: bool,
}
