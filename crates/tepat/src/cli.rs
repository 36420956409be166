//! The commands and their help.

mod accounts;
mod list;
mod misspelt;
mod value;

pub(crate) use accounts::{Accounts, SettleArgs};
pub(crate) use list::ListArgs;
pub(crate) use misspelt::{is_help, misspelt};

use clap::{Args, Parser, Subcommand};
use domain::{
    Aid, AreaCode, Coded as _, Date, KkNumber, Nik, Reason, RegistrationCode, Rt, Rupiah, Rw, Status,
};
use office::age_file::{Recipient, recipient};
use office::fault::{Fault, Result};
use office::import::ColumnChoice;
use office::retention::KeptKind;
use publication::location::Location;
use std::path::PathBuf;
use value::{code, date, kelurahan, kk, months, nik, note, one_of, pair_view, person, rt, rupiah, rw, term};
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

impl Cli {
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
    /// Laporkan di mana semua keluarga berada; gagal bila jumlahnya tidak cocok
    Report,
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
    /// Tulis JSON Schema semua berkas API
    #[command(hide = true)]
    Schema {
        /// Folder
        dir: PathBuf,
    },
}

#[derive(Args)]
pub(crate) struct BackupArgs {
    /// Berkas baru; di luar komputer ini lebih aman
    pub(crate) file: PathBuf,
    /// Kunci publik age (age1…): yang mencadangkan tidak dapat membukanya, boleh beberapa; tanpa ini: kata sandi
    #[arg(long = "recipient", value_name = "KUNCI", value_parser = recipient, conflicts_with = "passphrase_file")]
    pub(crate) recipients: Vec<Recipient>,
}

#[derive(Args)]
pub(crate) struct ImportArgs {
    /// Daftar dari ketua RT, atau folder berisi daftar yang nama berkasnya diawali kode kelurahan
    pub(crate) file: PathBuf,
    /// Kode Kemendagri kelurahan, mis. 31.74.10.1005
    #[arg(long, value_name = "KODE", value_parser = kelurahan)]
    pub(crate) kelurahan: Option<AreaCode>,
    /// RW, untuk baris yang tidak menyebutnya
    #[arg(long, value_parser = rw)]
    pub(crate) rw: Option<Rw>,
    /// RT, untuk baris yang tidak menyebutnya
    #[arg(long, value_parser = rt)]
    pub(crate) rt: Option<Rt>,
    /// Isi kolom yang judulnya tidak dikenali atau keliru dibaca, mis. B=kk,C=nama,D=nik; dengan lembar: Data!D=nik
    #[arg(long, value_name = "HURUF=ISI", value_delimiter = ',', value_parser = ColumnChoice::parse)]
    pub(crate) columns: Vec<ColumnChoice>,
    /// Berkas tata letak: isi kolom untuk semua daftar yang sama susunannya; dengan --columns ditulis, tanpa itu dibaca
    #[arg(long, value_name = "BERKAS")]
    pub(crate) layout: Option<PathBuf>,
}

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
}

#[derive(Args)]
pub(crate) struct MatchArgs {
    /// Daftar penerima bantuan lain: CSV, XLSX, XLS, ODS, atau Parquet; boleh beberapa
    #[arg(long, value_name = "BERKAS")]
    pub(crate) aid: Vec<PathBuf>,
    /// Data Dukcapil: NIK, nomor KK, keadaan; boleh beberapa
    #[arg(long, value_name = "BERKAS")]
    pub(crate) dukcapil: Vec<PathBuf>,
    /// Program, untuk baris yang tidak menyebutnya
    #[arg(long, value_name = "PROGRAM", value_parser = one_of(Aid::ALL, Aid::code, Aid::parse))]
    pub(crate) programme: Option<Aid>,
    /// Judul daftar: yang baru menggantikan yang lama; tanpa ini: nama berkasnya
    #[arg(long, value_name = "JUDUL")]
    pub(crate) title: Option<String>,
    /// Terima juga daftar tanpa satu baris pun; tanpa ini daftar kosong ditolak
    #[arg(long = "memang-kosong")]
    pub(crate) empty: bool,
}

#[derive(Subcommand)]
pub(crate) enum Review {
    /// Tulis lembar kerja: satu baris satu pertanyaan, keputusannya dipilih
    Out {
        /// Berkas XLSX baru
        file: PathBuf,
    },
    /// Baca keputusan dari lembar kerja
    In {
        /// Lembar kerja yang sudah diisi
        file: PathBuf,
    },
    /// Sebut pertanyaan yang terbuka, dan jawaban yang saling bertentangan
    List,
}

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct AllocateArgs {
    /// Paling sedikit berapa hari setiap titik buka; tanpa ini: secukupnya
    #[arg(long, value_name = "HARI", value_parser = clap::value_parser!(u32).range(1..=365))]
    pub(crate) days: Option<u32>,
    /// Tulis juga tabel per kelurahan ke berkas CSV baru ini
    #[arg(long, value_name = "FILE")]
    pub(crate) csv: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) request: Option<AllocateRequest>,
}

#[derive(Subcommand)]
pub(crate) enum AllocateRequest {
    /// Catat bahwa satu keluarga minta titik yang lebih dekat
    Request {
        /// Kode pendaftaran keluarga itu
        #[arg(long, value_name = "KODE", value_parser = code)]
        code: RegistrationCode,
        /// Titik yang diminta; tanpa ini: yang terdekat
        #[arg(long, value_name = "ID")]
        point: Option<String>,
    },
}

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

#[derive(Args)]
pub(crate) struct LinkArgs {
    /// Alamat situs pada tautan; tanpa ini: tempat `tepat serve` terakhir
    #[arg(long, value_name = "URL")]
    pub(crate) site: Option<String>,
    /// Tanpa kotak masuk: daftar dikirim sebagai berkas
    #[arg(long)]
    pub(crate) no_drop_box: bool,
}

#[derive(Args)]
pub(crate) struct InviteArgs {
    /// Undangan ke berapa: 1, 2, atau 3
    #[arg(long, value_name = "KE", value_parser = clap::value_parser!(u8).range(1..=3), requires = "from", required_unless_present = "again")]
    pub(crate) call: Option<u8>,
    /// Hari pengambilan pertama; paling cepat besok (H-1)
    #[arg(long, value_name = "TANGGAL", value_parser = date)]
    pub(crate) from: Option<Date>,
    /// Berapa hari kalender; yang dipakai hari buka titik
    #[arg(long, default_value_t = 14, value_parser = clap::value_parser!(u16).range(1..=366))]
    pub(crate) days: u16,
    /// Tulis lagi surat undangan yang terakhir, tanpa mengundang
    #[arg(long, conflicts_with_all = ["call", "from"])]
    pub(crate) again: bool,
    /// Alamat situs pada kode QR; tanpa ini: tempat `tepat serve` terakhir, atau kode pendaftaran saja bila belum pernah
    #[arg(long, value_name = "URL")]
    pub(crate) site: Option<String>,
    /// Folder surat dan daftar; yang lama disimpan di sebelahnya
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out: PathBuf,
}

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
    /// Semua yang dicatat pada hari ini
    #[arg(long, value_name = "TANGGAL", value_parser = date)]
    pub(crate) day: Option<Date>,
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

#[derive(Args)]
pub(crate) struct RetentionArgs {
    /// Simpan jenis ini sekian hari, mulai sekarang; jenisnya disebut perintah ini tanpa pilihan
    #[arg(long, value_name = "JENIS=HARI", value_parser = term)]
    pub(crate) keep: Vec<(KeptKind, u32)>,
    /// Hapus yang sudah lewat waktunya; tanpa ini hanya dihitung
    #[arg(long)]
    pub(crate) apply: bool,
}

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
