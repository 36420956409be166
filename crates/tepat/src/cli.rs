//! The commands and their help.

mod accounts;
mod allocate;
mod backup;
mod decide;
mod enrol;
mod examples;
mod history;
mod import;
mod indonesian;
mod invite;
mod key;
mod list;
mod matching;
mod misspelt;
mod noted;
mod report;
mod retention;
mod review;
mod settings;
mod subject;
mod undo;
mod value;

pub(crate) use accounts::{Accounts, SettleArgs};
pub(crate) use allocate::{AllocateArgs, AllocateRequest};
pub(crate) use backup::BackupArgs;
pub(crate) use decide::DecideArgs;
pub(crate) use enrol::{Enrol, LinkArgs};
pub(crate) use history::HistoryArgs;
pub(crate) use import::ImportArgs;
pub(crate) use invite::InviteArgs;
pub(crate) use key::KeyChange;
pub(crate) use list::ListArgs;
pub(crate) use matching::MatchArgs;
pub(crate) use misspelt::{is_help, misspelt};
pub(crate) use report::ReportArgs;
pub(crate) use retention::RetentionArgs;
pub(crate) use review::Review;
pub(crate) use settings::SettingsArgs;
pub(crate) use subject::{Correction, Subject, SubjectFamily};
pub(crate) use undo::UndoArgs;

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};
use clap_complete::Shell;
use domain::Coded as _;
use office::fault::{Fault, Result};
use publication::location::Location;
use std::path::PathBuf;
use value::{one_of, pair_view, person};
use wire::PairView;

/// Dari daftar ketua RT menjadi keputusan, dari keputusan menjadi API statis.
#[derive(Parser)]
#[command(name = "tepat", version, after_help = EXAMPLES, arg_required_else_help = true)]
pub(crate) struct Cli {
    /// Ruang kerja: folder berisi register, kunci kantor, dan kotak masuk
    #[arg(short = 'C', value_name = "DIR", default_value = ".", global = true)]
    pub(crate) workspace: PathBuf,

    /// Jawab dengan satu dokumen JSON di stdout
    #[arg(long, global = true)]
    pub(crate) json: bool,

    /// Anggap sekarang waktu ini, mis. 2021-03-12T06:00
    #[arg(long, value_name = "WAKTU", global = true)]
    pub(crate) now: Option<String>,

    /// Nama Anda: wajib untuk keputusan, dan untuk membaca riwayat satu keluarga
    #[arg(long, value_name = "NAMA", env = "TEPAT_BY", global = true, value_parser = person)]
    pub(crate) by: Option<String>,
    /// Baca kata sandi dari baris pertama berkas ini, bukan dari terminal
    #[arg(long, value_name = "BERKAS", global = true)]
    pub(crate) passphrase_file: Option<PathBuf>,

    /// Lakukan juga yang biasanya ditanyakan dulu, mis. berkas yang sudah dibaca, tahap yang terlompat
    #[arg(long, global = true)]
    pub(crate) yes: bool,

    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Every command, with its help in Indonesian.
pub(crate) fn command() -> clap::Command {
    indonesian::indonesian(Cli::command())
}

impl Cli {
    /// What was typed.
    ///
    /// # Errors
    /// It is no command, or asks for help.
    pub(crate) fn read() -> std::result::Result<Self, clap::Error> {
        Self::from_arg_matches(&command().try_get_matches()?)
    }

    /// Who gives the command.
    ///
    /// # Errors
    /// Nobody says so.
    pub(crate) fn by(&self) -> Result<String> {
        let by = self.by.as_deref().map(str::trim).filter(|by| !by.is_empty());
        by.map(str::to_owned).ok_or_else(|| {
            Fault::new(
                "tanpa-nama",
                "Perintah ini dicatat atas nama orang, dan namanya tidak disebut.",
                "Tambahkan --by NAMA, atau setel TEPAT_BY untuk pengguna komputer ini.",
            )
        })
    }
}

const EXAMPLES: &str = "\
Contoh:
  tepat init bst-2021
  tepat -C bst-2021 import daftar-rt.xlsx --kelurahan 31.74.10.1005 --rw 002 --rt 005
  tepat -C bst-2021 points titik.csv
  tepat -C bst-2021 enrol rt 31.74.10.1005 002 005
  tepat -C bst-2021 enrol rw 31.74.10.1005 002
  tepat -C bst-2021 collect
  tepat -C bst-2021 decide --kk 3174102410099096 --status ditolak --reason bantuan-lain --note PKH --by Ani
  tepat -C bst-2021 publish --out /srv/tepat/api/v1
  tepat -C bst-2021 serve --port 8787

Kode keluar: 0 selesai (baris yang ditolak disebut satu per satu), 1 tidak ada yang berubah atau pemeriksaan menemukan selisih, 2 perintah salah tulis.";

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Buat ruang kerja baru
    Init {
        /// Folder baru, atau yang kosong
        dir: PathBuf,
        /// Pakai kunci tanda tangan dari berkas ini, bukan yang baru
        #[arg(long, value_name = "BERKAS")]
        signing_key: Option<PathBuf>,
        /// Tulis kunci pemulihan ke berkas baru ini, untuk disimpan di luar komputer ini
        #[arg(long, value_name = "BERKAS")]
        recovery: Option<PathBuf>,
    },
    /// Kunci: sebut yang berlaku, ganti, kunci dengan kata sandi, pulihkan
    Key {
        #[command(subcommand)]
        change: Option<KeyChange>,
    },
    /// Tulis seluruh ruang kerja ke satu berkas terkunci (format age)
    Backup(BackupArgs),
    /// Pulihkan ruang kerja dari cadangan
    Restore {
        /// Cadangan
        file: PathBuf,
        /// Folder baru, atau yang kosong
        dir: PathBuf,
        /// Berkas kunci rahasia dari `age-keygen`, bila cadangan dikunci dengan --recipient
        #[arg(long, value_name = "BERKAS")]
        identity: Option<PathBuf>,
    },
    /// Masukkan daftar keluarga dari CSV, XLSX, XLS, atau ODS
    Import(ImportArgs),
    /// Ganti daftar titik pengambilan dengan isi berkas CSV, XLSX, XLS, atau ODS
    Points {
        /// Kolom: id, nama, jenis, alamat, lat, lon, ketepatan, hari, jam, kapasitas
        file: PathBuf,
    },
    /// Daftarkan ketua RT dan RW dengan tautan aktivasi, sebut semua tautan, cabut satu
    #[command(subcommand)]
    Enrol(Enrol),
    /// Tulis daftar pengguna kotak masuk untuk nginx (auth_basic_user_file): RT, RW, dan kantor ini
    Users,
    /// Buka amplop dari kotak masuk, berkas, folder, server, atau object store
    Collect {
        /// Berkas, folder, atau URL (https://…/inbox/, s3://…, gs://…, az://…); tanpa ini: kotak masuk ruang kerja
        #[arg(value_name = "TEMPAT")]
        from: Option<Location>,
        /// Sebut amplop yang belum dapat diterima, dengan alasannya
        #[arg(long, conflicts_with = "from")]
        quarantine: bool,
        /// Terima juga amplop ini, yang ditahan karena menyebut banyak keluarga baru atau keluarga RT lain: ketuanya sudah ditanya
        #[arg(long, value_name = "AMPLOP", conflicts_with = "quarantine")]
        accept: Option<String>,
        /// Hapus dari tempatnya amplop yang isinya sudah tersimpan di ruang kerja ini
        #[arg(long, conflicts_with = "quarantine")]
        purge: bool,
    },
    /// Cocokkan keluarga dengan daftar bantuan lain dan data Dukcapil; tanpa berkas: semua daftar yang berlaku, sekali lagi
    Match(MatchArgs),
    /// Periksa semua keluarga: enam aturan, data ganda, dan yang perlu dilihat orang
    Verify,
    /// Yang harus diputuskan orang: ke lembar kerja XLSX, dan kembali
    #[command(subcommand)]
    Review(Review),
    /// Tetapkan semua keluarga yang lolos pemeriksaan untuk satu tahap
    Approve {
        /// Tahap ke berapa
        #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
        tahap: u16,
    },
    /// Bagi keluarga yang belum mengambil kartu ke titik-titik pengambilan, sedekat mungkin
    Allocate(AllocateArgs),
    /// Undang keluarga ke titiknya, dan tulis surat, daftar bank, serta lembar tiap titik
    Invite(InviteArgs),
    /// Catat laporan titik: siapa yang datang, diwakili, menolak, atau tidak datang
    Attend {
        /// CSV atau XLSX; kolom: kode, No KK, atau NIK, hasil, tanggal, empat angka kartu, catatan (hanya untuk kantor)
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Catat laporan bank: uang satu tahap sudah di rekening, gagal, atau kembali
    Disburse {
        /// CSV atau XLSX; kolom: kode, No KK, NIK, atau empat angka kartu dan nama; status, jumlah, tahap, tanggal
        file: PathBuf,
        /// Tahap ke berapa
        #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
        tahap: u16,
        /// Baris tanpa status sudah cair; tanpa ini laporan tanpa kolom status ditolak
        #[arg(long = "semua-berhasil")]
        all_paid: bool,
    },
    /// Buku uang: sebut baris bank yang berbeda dari hak keluarga, selesaikan, jumlahkan
    Accounts {
        #[command(subcommand)]
        what: Option<Accounts>,
    },
    /// Putuskan keluarga yang tertunda: tetap, ditolak, atau dialihkan
    Resolve {
        /// CSV atau XLSX; kolom: kode, No KK, atau NIK, keputusan, alasan, catatan (dibaca keluarga), tanggal, petugas
        file: PathBuf,
    },
    /// Catat keputusan untuk satu keluarga
    Decide(DecideArgs),
    /// Tarik kembali yang dilakukan satu perintah, bila belum ada yang dibangun di atasnya
    Undo(UndoArgs),
    /// Sebut cara kerja kantor, dan ubah
    Settings(SettingsArgs),
    /// Periksa jejak: adakah peristiwa yang diubah, dihapus, atau disisipkan sesudah dicatat
    Audit {
        /// Ringkasan jejak yang dulu ditulis di luar komputer ini: semua sampai ke situ masih seperti waktu itu
        #[arg(long, value_name = "RINGKASAN")]
        noted: Option<String>,
    },
    /// Sebut keluarga menurut status, alasan, tempat, titik, tahap, panggilan; di layar atau ke berkas
    List(ListArgs),
    /// Laporkan di mana semua keluarga berada, gagal bila jumlahnya tidak cocok; dengan --per: hitung menurut tempat, alasan, atau hari
    Report(ReportArgs),
    /// Ceritakan apa yang terjadi: pada satu keluarga, satu RT, karena satu alasan, atau pada satu hari
    History(HistoryArgs),
    /// Hak keluarga atas datanya (UU 27/2022): semua yang disimpan tentangnya, perbaiki, hapus
    #[command(subcommand)]
    Subject(Subject),
    /// Sebut berapa lama apa disimpan dan berapa yang sudah lewat waktunya; dengan --apply: hapus
    Retention(RetentionArgs),
    /// Terbitkan API statis ke sebuah folder, sekaligus, atau ke object store
    Publish {
        /// Folder API (seluruh isi yang lama diganti dalam satu langkah) atau URL (s3://…, gs://…, az://…)
        #[arg(long, value_name = "TEMPAT")]
        out: Location,
        /// Hanya periksa: cocokkan terbitan di sana dengan register tanpa mengubah apa pun
        #[arg(long)]
        check: bool,
        /// Tulis semua berkas lagi, juga yang menurut manifest.json sudah ada di sana
        #[arg(long, conflicts_with = "check")]
        all: bool,
        /// Yang dibuka nomor KK dan NIK, mulai sekarang: semuanya kecuali kalimat petugas, atau hanya status dan undangan
        #[arg(long, value_name = "PILIHAN", value_parser = one_of(PairView::ALL, PairView::code, pair_view))]
        pair: Option<PairView>,
        /// Berapa hari terbitan dianggap baru, mulai sekarang (bawaan: 14); sesudahnya aplikasi menulis "data lama"
        #[arg(long, value_name = "HARI", value_parser = clap::value_parser!(u32).range(1..=366))]
        fresh_days: Option<u32>,
    },
    /// Periksa terbitan dari luar, hanya dengan kunci publik kantor
    VerifyPublication {
        /// Folder atau alamat, mis. https://bst.example.id/api/v1
        #[arg(value_name = "TEMPAT")]
        place: Location,
        /// Berkas kunci publik (signing.pub)
        #[arg(long, value_name = "BERKAS")]
        key: PathBuf,
    },
    /// Layani aplikasi, API, dan kotak masuk di komputer ini (127.0.0.1)
    Serve {
        /// Porta
        #[arg(long, default_value_t = 8787)]
        port: u16,
        /// Folder aplikasi hasil `trunk build`; tanpa ini dicari di dekat program
        #[arg(long, value_name = "FOLDER")]
        app: Option<PathBuf>,
    },
    /// Buat ruang kerja contoh dengan keluarga rekaan
    Demo {
        /// Folder baru, atau yang kosong
        dir: PathBuf,
    },
    /// Tulis pelengkapan perintah untuk shell: tombol Tab menyebut perintah dan pilihannya
    Completions {
        /// Shell yang dipakai
        shell: Shell,
    },
    /// Tulis halaman manual (man) setiap perintah ke sebuah folder
    Manual {
        /// Folder yang sudah ada
        dir: PathBuf,
    },
    /// Tulis JSON Schema semua berkas API
    #[command(hide = true)]
    Schema {
        /// Folder
        dir: PathBuf,
    },
}
