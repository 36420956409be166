//! The names that columns go by.

use lists_protocol::ColumnKind;

/// A row for each kind, and two more for `Unused`.
const ROWS: usize = ColumnKind::ALL.len() + 2;

/// The names of every kind, the more special ones first; the first that is found in a column's name wins. `=` wants the
/// whole name.
pub(super) const NAMES: [(ColumnKind, &[&str]); ROWS] = [
    (
        ColumnKind::Disability,
        &["disabilitas", "difabel", "disabel", "cacat", "kebutuhan khusus", "berkebutuhan khusus"],
    ),
    (
        ColumnKind::Condition,
        &["kelompok rentan", "=kondisi", "kondisi anggota", "kondisi kesehatan", "kondisi fisik"],
    ),
    (
        ColumnKind::Relation,
        &["hubungan", "hub", "shdk", "shdrt", "kedudukan", "status keluarga", "status dalam", "status dlm"],
    ),
    (
        ColumnKind::Unused,
        &["nama ayah", "nama ibu", "nama bapak", "ketua", "istri", "isteri", "suami", "anak", "pasangan"],
    ),
    (ColumnKind::Address, &["alamat", "domisili", "tempat tinggal"]),
    (
        ColumnKind::AddressPart,
        &["nama jalan", "=jalan", "=jl", "no rumah", "=rumah", "=gang", "=gg", "=blok", "=dusun"],
    ),
    (ColumnKind::Birth, &["tgl lahir", "lahir tgl", "ttl", "=lahir", "birth"]),
    (ColumnKind::Phone, &["telepon"]),
    (ColumnKind::FixedIncome, &["penghasilan tetap", "gaji tetap"]),
    (ColumnKind::Affected, &["terdampak"]),
    (ColumnKind::Unused, &["tanggungan", "jumlah kk", "jumlah bantuan", "nominal"]),
    (
        ColumnKind::Size,
        &["jumlah jiwa", "jiwa", "jumlah anggota", "jumlah orang", "jumlah art", "jumlah keluarga"],
    ),
    (ColumnKind::Aid, &["bansos", "bantuan", "program", "aid"]),
    (ColumnKind::PkhTick, &["pkh"]),
    (ColumnKind::BpntTick, &["bpnt"]),
    (ColumnKind::KartuSembakoTick, &["kartu sembako"]),
    (ColumnKind::PaketSembakoTick, &["paket sembako", "sembako"]),
    (ColumnKind::PrakerjaTick, &["prakerja", "pra kerja"]),
    (ColumnKind::Occupation, &["pekerjaan", "profesi", "pencaharian", "occupation"]),
    (ColumnKind::Sex, &["kelamin", "jk", "lp", "sex", "gender", "jenis kel"]),
    (ColumnKind::Note, &["keterangan"]),
    (ColumnKind::HeadNik, &["nik kepala", "nik kk", "kepala nik", "ktp kepala", "kepala no ktp"]),
    (ColumnKind::Nik, &["nik", "no ktp", "=ktp", "no induk kependudukan", "no identitas"]),
    (ColumnKind::HeadName, &["nama kepala", "nama kk", "kepala nama", "=kepala"]),
    (ColumnKind::Name, &["nama"]),
    (ColumnKind::Kk, &["no kk", "nkk", "=kk", "kk no", "no induk keluarga"]),
    (ColumnKind::RtRw, &["rt rw", "rtrw"]),
    (ColumnKind::Rt, &["rt"]),
    (ColumnKind::Rw, &["rw"]),
    (ColumnKind::Counter, &["=no", "urut", "nourut"]),
    (ColumnKind::Status, &["=status"]),
    (
        ColumnKind::Unused,
        &[
            "tempat lahir",
            "umur",
            "usia",
            "agama",
            "pendidikan",
            "kawin",
            "perkawinan",
            "nikah",
            "warganegara",
            "kewarganegaraan",
            "ttd",
            "tanda tangan",
            "paraf",
            "foto",
            "email",
            "rekening",
            "bank",
            "kode pos",
            "kodepos",
            "kelurahan",
            "kel",
            "kecamatan",
            "kec",
            "kabupaten",
            "kota",
            "provinsi",
            "desa",
            "golongan darah",
            "penghasilan",
            "pendapatan",
            "status rumah",
            "anggota",
        ],
    ),
    // L and P are read under the name of the sex only.
    (ColumnKind::MaleTick, &[]),
    (ColumnKind::FemaleTick, &[]),
];

/// What people shorten, and the one word that stands for it in [`NAMES`].
const WORDS: &[(&str, &[&str])] = &[
    ("no", &["nomor", "nomer", "nmr", "nomr", "number"]),
    ("jumlah", &["jml", "jlh", "jmlh", "banyak", "banyaknya", "total"]),
    ("tgl", &["tanggal", "tg"]),
    ("telepon", &["telp", "tlp", "telpon", "tel", "hp", "handphone", "wa", "whatsapp", "ponsel", "kontak"]),
    ("alamat", &["almt", "alamt", "address"]),
    ("jenis", &["jns"]),
    ("keterangan", &["ket", "catatan", "note"]),
    ("nama", &["nm", "name"]),
    ("keluarga", &["klg", "klrg", "klrga", "kelg"]),
    ("kepala", &["kep", "kpl"]),
    ("hubungan", &["hubkel", "hubungannya"]),
    ("urut", &["urt"]),
    ("lahir", &["lhr"]),
    ("no kk", &["nokk", "nokartukeluarga"]),
    ("no ktp", &["noktp"]),
    ("no telepon", &["nohp", "notelp", "nowa"]),
    ("tgl lahir", &["tgllahir", "tgllhr", "tanggallahir"]),
    ("tempat lahir", &["tmplhr", "tmptlahir", "tempatlahir"]),
];

const PHRASES: &[(&str, &str)] = &[
    (" kartu keluarga ", " kk "),
    (" family card ", " kk "),
    (" kepala keluarga ", " kepala "),
    (" kepala kk ", " kepala "),
    (" kepala rumah tangga ", " kepala "),
];

/// The words of a name between blanks, shortenings undone: `No. K.K.` → ` no kk `.
pub(super) fn normalised(name: &str) -> String {
    let lower = name.to_lowercase();
    let mut words: Vec<String> = Vec::new();
    let mut after_letter = false;
    for word in lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        // Single letters in a row are one word: N.I.K., L/P.
        let letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        match words.last_mut() {
            Some(last) if letter && after_letter => last.push_str(word),
            _ => words.push(word.to_owned()),
        }
        after_letter = letter;
    }
    let full = words.iter().map(|word| {
        let known = WORDS.iter().find(|(_, short)| short.contains(&word.as_str()));
        known.map_or(word.as_str(), |(full, _)| full)
    });
    let mut text = format!(" {} ", full.collect::<Vec<_>>().join(" "));
    for (phrase, word) in PHRASES {
        text = text.replace(phrase, word);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_row() {
        for kind in ColumnKind::ALL {
            assert!(NAMES.iter().any(|(of, _)| *of == kind), "{kind:?}");
        }
    }
}
