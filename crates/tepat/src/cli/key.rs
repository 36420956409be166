//! `tepat key` and its arguments.

use clap::Subcommand;
use std::path::PathBuf;

#[derive(Subcommand)]
pub(crate) enum KeyChange {
    /// Buat kunci tanda tangan berikutnya; terbitan mengumumkannya sampai diganti
    New,
    /// Mulai sekarang tanda tangani dengan kunci berikutnya
    Switch,
    /// Ganti kunci kantor (office.key); yang dikunci untuk kunci lama tetap terbuka
    Office,
    /// Buat kunci pemulihan: daftar dari tautan baru dikunci untuk kunci itu juga
    Recovery {
        /// Berkas baru, untuk disimpan di luar komputer ini
        file: PathBuf,
    },
    /// Buat office.key baru dari kunci pemulihan, bila office.key hilang
    Recover {
        /// Berkas kunci pemulihan; beberapa, bila kunci itu pernah diganti
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Kunci office.key dan signing.key dengan kata sandi
    Lock,
    /// Buka lagi kedua kunci itu untuk seterusnya
    Unlock,
}
