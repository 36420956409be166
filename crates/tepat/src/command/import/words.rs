//! The sentences for what is wrong with a list.

use domain::{Fault as Wrong, Field, NumberFault};
use lists::{RowError, RowPlace, RowProblem};

/// What is wrong with a row, and what to do.
pub(super) fn row_error(problem: &RowProblem) -> String {
    match &problem.error {
        RowError::Fault(Wrong::Missing | Wrong::Number(NumberFault::Empty)) => missing(problem),
        RowError::Fault(fault) => wrong(*fault).to_owned(),
        RowError::ListedTwice { first } => {
            format!("Keluarga yang sama dengan {}: baris itu yang dipakai.", row(first))
        }
        RowError::KkOfOther { first } => {
            format!("Nomor KK sama dengan {}, tetapi orangnya lain: periksa kedua KK.", row(first))
        }
        RowError::NikOfOther { first } => {
            format!("NIK sama dengan {}, tetapi KK-nya lain: periksa kedua KTP.", row(first))
        }
    }
}

fn missing(problem: &RowProblem) -> String {
    let what = match problem.column {
        Some(_) => "Kosong: isi".to_owned(),
        None => format!("Daftar ini tidak punya kolom {}: tambahkan", column(problem.field)),
    };
    match problem.field {
        Field::Kk | Field::Nik => {
            format!("{what}, atau tulis \"belum punya\" bila memang tidak ada nomornya.")
        }
        _ => format!("{what}."),
    }
}

/// What a column is best called.
fn column(field: Field) -> &'static str {
    match field {
        Field::Kk => "No KK",
        Field::Nik => "NIK",
        Field::Name => "Nama",
        Field::Address => "Alamat",
        field => field.code(),
    }
}

fn row(place: &RowPlace) -> String {
    match &place.sheet {
        Some(sheet) => format!("baris {} di {sheet}", place.row),
        None => format!("baris {}", place.row),
    }
}

fn wrong(fault: Wrong) -> &'static str {
    match fault {
        Wrong::Missing | Wrong::Number(NumberFault::Empty) => "Kosong: isi.",
        Wrong::Number(NumberFault::Length(_)) => "Harus 16 angka: cocokkan dengan kartunya.",
        Wrong::Number(NumberFault::NotDigit) => "Hanya boleh angka: cocokkan dengan kartunya.",
        Wrong::Number(NumberFault::Rounded) => {
            "Angka terakhir hilang karena Excel membulatkan: ketik ulang dari kartunya, dengan kolom berformat Teks."
        }
        Wrong::Date => "Tanggal tidak ada di kalender: tulis seperti 12-05-1980.",
        Wrong::Neighbourhood => "RT/RW tidak terbaca: tulis seperti 005, atau sebut --rt dan --rw.",
        Wrong::SameNik(_) => "NIK sama dengan anggota lain di KK ini: cocokkan dengan KTP-nya.",
        Wrong::WithoutNik => "Tanpa NIK. Keluarga tetap bisa masuk; cek status memakai kode pendaftaran.",
        Wrong::WithoutKk => "Tanpa nomor KK. Keluarga tetap bisa masuk; cek status memakai kode pendaftaran.",
        Wrong::ForeignRegion => "Nomor berasal dari luar Jakarta. Boleh, asal berdomisili di sini.",
        Wrong::NikBirth => "Tanggal lahir di NIK berbeda atau tidak mungkin: periksa salah ketik.",
        Wrong::NikSex => "Jenis kelamin di NIK berbeda: periksa salah ketik.",
        Wrong::Serial => "Nomor urut 0000 tidak pernah diberikan: periksa salah ketik.",
        Wrong::UnusualNeighbourhood => "Nomor RT/RW tidak lazim: periksa.",
        Wrong::Unanswered => "Belum ditanyakan kepada keluarga.",
        Wrong::OtherAid => "Menerima bantuan lain: tidak bisa menerima BST bersamaan.",
        Wrong::Relation => "Hubungan dalam keluarga tidak jelas.",
        Wrong::NoHead => "Tidak ada yang disebut kepala keluarga: tulis di kolom hubungan.",
        Wrong::OtherNeighbourhood => "RT/RW berbeda dari daftar ini: dibiarkan seperti tertulis.",
    }
}
