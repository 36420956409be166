//! The sentences for what is wrong with a list.

use domain::{Fault as Wrong, Field, NumberFault};
use lists::{RowError, RowPlace, RowProblem};

/// What is wrong with a row, and what to do.
pub(super) fn row_error(problem: &RowProblem) -> String {
    match &problem.error {
        RowError::Fault(Wrong::Missing | Wrong::Number(NumberFault::Empty)) => missing(problem),
        // What is already given on the command line need not be advised.
        RowError::Fault(Wrong::Neighbourhood) if problem.column.is_some() => {
            "RT/RW tidak terbaca: tulis seperti 005 atau 005/002.".to_owned()
        }
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
        Wrong::Number(NumberFault::NotDigit) => {
            "Ada huruf atau tanda di antara angkanya: cocokkan dengan kartunya, atau tulis \"belum punya\"."
        }
        Wrong::Number(NumberFault::Rounded) => {
            "Angka terakhir hilang karena Excel membulatkan: ketik ulang dari kartunya, dengan kolom berformat Teks."
        }
        Wrong::Date => "Tanggal tidak terbaca, atau tidak ada di kalender: tulis seperti 12-05-1980.",
        Wrong::Neighbourhood => {
            "Daftar ini tidak menyebut RT/RW: tambahkan kolomnya, atau sebut --rt dan --rw."
        }
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
        Wrong::Placeholder => {
            "Hanya angka pengisi, bukan nomor asli: tulis dari kartunya, atau \"belum punya\" bila memang tidak ada."
        }
        Wrong::Formula => {
            "Sel ini berisi galat rumus atau tampilan Excel, bukan isinya: tulis isinya, lalu ulangi."
        }
        Wrong::SeveralAddresses => {
            "Baris-baris keluarga ini menyebut alamat yang berbeda: yang pertama dipakai, periksa."
        }
        Wrong::NeighbourhoodDate => {
            "Excel mengubah RT/RW ini menjadi tanggal: tulis seperti 005/002 di kolom berformat Teks, atau sebut --rt dan --rw yang benar."
        }
        Wrong::OtherKelurahan => {
            "Baris ini menyebut kelurahan lain: masukkan lewat daftar kelurahan itu, atau perbaiki kelurahannya."
        }
        Wrong::SeveralNames => {
            "Beberapa nama dalam satu sel: tulis setiap orang di barisnya sendiri, dengan NIK-nya."
        }
        Wrong::PerhapsSeveralNames => {
            "Mungkin nama beberapa orang: bila benar, tulis setiap orang di barisnya sendiri."
        }
        Wrong::NumbersExchanged => {
            "NIK dan nomor KK di baris ini tertukar: tukar kembali, cocokkan dengan kartunya."
        }
        Wrong::PerhapsNumbersExchanged => {
            "NIK dan nomor KK di baris ini mungkin tertukar, atau ditulis sama: cocokkan dengan kartunya."
        }
        Wrong::MentionsOtherKelurahan => {
            "Judul atau alamat menyebut kelurahan lain dari --kelurahan: periksa daftar ini milik kelurahan mana."
        }
        Wrong::TooManyMembers(_) => {
            "Lebih banyak anggota daripada yang mungkin: periksa nomor KK barisnya, mungkin beberapa keluarga menjadi satu."
        }
        Wrong::TooLong(_) => "Terlalu panjang: hanya awalnya yang dipakai. Ringkaslah, lalu ulangi.",
        Wrong::SaidNotFound => "Disebut tidak dikenal atau tidak ditemukan: periksa apakah tinggal di sini.",
        Wrong::TooManyCells => {
            "Baris ini lebih panjang dari judul kolomnya: mungkin koma atau titik koma di dalam sel menggeser isinya. Periksa."
        }
        Wrong::SaidIneligible => "Disebut tidak memenuhi syarat (TMS): periksa sebelum disetujui.",
        Wrong::SaidDead => {
            "Disebut sudah meninggal: bila kepala keluarga, ahli waris di KK itu yang mengambil. Periksa."
        }
        Wrong::SaidMoved => "Disebut sudah pindah: periksa apakah keluarganya masih tinggal di sini.",
        Wrong::OtherNeighbourhood => {
            "RT/RW berbeda dari daftar ini, atau barisnya menyebut dua yang berbeda: periksa."
        }
    }
}
