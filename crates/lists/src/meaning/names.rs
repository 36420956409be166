//! The names that columns go by.

use super::Meaning;
use domain::{Aid, Field};

/// The names, the more special ones first; the first that is found in a column's name wins. `=` wants the whole name.
pub(super) const NAMES: &[(Meaning, &[&str])] = &[
    (
        Meaning::Condition,
        &[
            "disabilitas",
            "difabel",
            "disabel",
            "cacat",
            "kebutuhan khusus",
            "berkebutuhan khusus",
            "kelompok rentan",
            "=kondisi",
            "kondisi anggota",
            "kondisi kesehatan",
            "kondisi fisik",
        ],
    ),
    (
        Meaning::Field(Field::Relation),
        &["hubungan", "hub", "shdk", "shdrt", "kedudukan", "status keluarga", "status dalam", "status dlm"],
    ),
    (
        Meaning::Unused,
        &["nama ayah", "nama ibu", "nama bapak", "ketua", "istri", "isteri", "suami", "anak", "pasangan"],
    ),
    (Meaning::Field(Field::Address), &["alamat", "domisili", "tempat tinggal"]),
    (
        Meaning::AddressPart,
        &["nama jalan", "=jalan", "=jl", "no rumah", "=rumah", "=gang", "=gg", "=blok", "=dusun"],
    ),
    (Meaning::Field(Field::Birth), &["tgl lahir", "lahir tgl", "ttl", "=lahir", "birth"]),
    (Meaning::Field(Field::Phone), &["telepon"]),
    (Meaning::Field(Field::FixedIncome), &["penghasilan tetap", "gaji tetap"]),
    (Meaning::Field(Field::Affected), &["terdampak"]),
    (Meaning::Unused, &["tanggungan", "jumlah kk", "jumlah bantuan", "nominal"]),
    (
        Meaning::Field(Field::Size),
        &["jumlah jiwa", "jiwa", "jumlah anggota", "jumlah orang", "jumlah art", "jumlah keluarga"],
    ),
    (Meaning::Field(Field::Aid), &["bansos", "bantuan", "program", "aid"]),
    (Meaning::AidTick(Aid::Pkh), &["pkh"]),
    (Meaning::AidTick(Aid::Bpnt), &["bpnt"]),
    (Meaning::AidTick(Aid::KartuSembako), &["kartu sembako"]),
    (Meaning::AidTick(Aid::PaketSembako), &["paket sembako", "sembako"]),
    (Meaning::AidTick(Aid::Prakerja), &["prakerja", "pra kerja"]),
    (Meaning::Field(Field::Occupation), &["pekerjaan", "profesi", "pencaharian", "occupation"]),
    (Meaning::Field(Field::Sex), &["kelamin", "jk", "lp", "sex", "gender", "jenis kel"]),
    (Meaning::Field(Field::Note), &["keterangan"]),
    (Meaning::HeadNik, &["nik kepala", "nik kk", "kepala nik", "ktp kepala", "kepala no ktp"]),
    (Meaning::Field(Field::Nik), &["nik", "no ktp", "=ktp", "no induk kependudukan", "no identitas"]),
    (Meaning::HeadName, &["nama kepala", "nama kk", "kepala nama", "=kepala"]),
    (Meaning::Field(Field::Name), &["nama"]),
    (Meaning::Field(Field::Kk), &["no kk", "nkk", "=kk", "kk no", "no induk keluarga"]),
    (Meaning::RtRw, &["rt rw", "rtrw"]),
    (Meaning::Field(Field::Rt), &["rt"]),
    (Meaning::Field(Field::Rw), &["rw"]),
    (Meaning::Counter, &["=no", "urut", "nourut"]),
    (Meaning::Status, &["=status"]),
    (
        Meaning::Unused,
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
