//! The names that columns go by.

use lists_protocol::ColumnKind;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The names of the kinds, the more special ones first. `=` wants the whole name. Where several fit, the cells decide; in doubt
/// the first one.
pub(super) const NAMES: &[(ColumnKind, &[&str])] = &[
    (
        ColumnKind::Unused,
        &[
            "email",
            "surel",
            "nik ibu",
            "nik ayah",
            "nik bapak",
            "nik ortu",
            "nik wali",
            "nik petugas",
            "nik pendata",
            "nik pelapor",
            "ibu nik",
            "ayah nik",
            "alamat sekolah",
            "alamat kantor",
            "alamat kerja",
            "alamat tempat kerja",
            "alamat usaha",
            "alamat perusahaan",
            "alamat ip",
            "timestamp",
            "tempat lahir",
            "kelurahan ktp",
            "kel ktp",
            "kelurahan asal",
            "status kedudukan",
            "lapangan usaha",
            "status tempat tinggal",
            "status tinggal",
            "status rumah",
            "status bangunan",
            "status kepemilikan",
            "kepemilikan",
            "jenis rumah",
            "kondisi rumah",
            "lama tinggal",
            "lama domisili",
            "lama menetap",
            "lahir tempat",
        ],
    ),
    (ColumnKind::Counter, &["no urut"]),
    (
        ColumnKind::Kelurahan,
        &[
            "nama kelurahan",
            "nama kel",
            "nama desa",
            "=kelurahan",
            "=kel",
            "=desa",
            "kode kelurahan",
            "kode kel",
            "kode desa",
            "kelurahan domisili",
            "kel domisili",
            "kelurahan tempat tinggal",
            "kelurahan desa",
            "desa kelurahan",
            "kel desa",
            "desa kel",
        ],
    ),
    (
        ColumnKind::Unused,
        &[
            "nama kab",
            "nama kabupaten",
            "nama kota",
            "nama kec",
            "nama kecamatan",
            "nama prov",
            "nama provinsi",
            "nama propinsi",
            "nama daerah",
            "nama wilayah",
            "nama dusun",
            "nama bank",
            "nama petugas",
            "nama pendata",
            "nama pencacah",
            "nama usaha",
            "nama sekolah",
            "nama lengkap ayah",
            "nama lengkap ibu",
            "nama ortu",
            "kode kab",
            "kode kec",
            "kode prov",
        ],
    ),
    (
        ColumnKind::LifeState,
        &[
            "status penduduk",
            "status kependudukan",
            "status dasar",
            "status hidup",
            "status keberadaan",
            "keberadaan",
            "status warga",
            "status domisili",
            "status mukim",
            "=keadaan",
        ],
    ),
    (
        ColumnKind::Disability,
        &["disabilitas", "difabel", "disabel", "cacat", "kebutuhan khusus", "berkebutuhan khusus"],
    ),
    (
        ColumnKind::Condition,
        &[
            "kelompok rentan",
            "=kondisi",
            "kondisi anggota",
            "kondisi kesehatan",
            "kondisi fisik",
            // What tells of who is gone.
            "meninggal",
            "wafat",
            "kematian",
            "=mati",
            "=pindah",
            "pindah ke",
            "tgl pindah",
            "alamat pindah",
            "keterangan pindah",
        ],
    ),
    (
        ColumnKind::Relation,
        &[
            "hubungan",
            "stat hbkel",
            "relationship",
            "hub",
            "shdk",
            "shdrt",
            "kedudukan",
            "kk level",
            "status keluarga",
            "status dalam",
            "status dlm",
        ],
    ),
    (
        ColumnKind::Unused,
        &["nama ayah", "nama ibu", "nama bapak", "ketua", "istri", "isteri", "suami", "anak", "pasangan"],
    ),
    (ColumnKind::Address, &["alamat", "=domisili", "=tempat tinggal"]),
    (
        ColumnKind::AddressPart,
        &["nama jalan", "=jalan", "=jl", "no rumah", "=rumah", "=gang", "=gg", "=blok", "=dusun"],
    ),
    (ColumnKind::Birth, &["tgl lahir", "lahir tgl", "tgl bln th", "tgl bln thn", "ttl", "=lahir", "birth"]),
    (ColumnKind::Phone, &["telepon"]),
    (
        ColumnKind::Affected,
        &[
            "terdampak",
            "kehilangan pekerjaan",
            "kehilangan penghasilan",
            "kehilangan mata pencaharian",
            "phk",
        ],
    ),
    (ColumnKind::FixedIncome, &["penghasilan tetap", "gaji tetap"]),
    // How much somebody earns is noted, and whether it is a fixed income is asked.
    (ColumnKind::Condition, INCOME),
    (ColumnKind::Unused, &["tanggungan", "jumlah kk", "jumlah bantuan", "nominal"]),
    (
        ColumnKind::Size,
        &["jumlah jiwa", "jiwa", "jumlah anggota", "jumlah orang", "jumlah art", "jumlah keluarga"],
    ),
    (ColumnKind::Aid, &["bansos", "bantuan", "program", "blt", "aid"]),
    (ColumnKind::PkhTick, &["pkh"]),
    (ColumnKind::BpntTick, &["bpnt"]),
    (ColumnKind::KartuSembakoTick, &["kartu sembako"]),
    (ColumnKind::PaketSembakoTick, &["paket sembako", "sembako"]),
    (ColumnKind::PrakerjaTick, &["prakerja", "pra kerja"]),
    (ColumnKind::Occupation, &["pekerjaan", "pkrjn", "profesi", "pencaharian", "occupation"]),
    (ColumnKind::Sex, &["kelamin", "klmin", "jk", "lp", "sex", "gender", "jenis kel"]),
    (ColumnKind::Note, &["keterangan"]),
    (ColumnKind::HeadNik, &["nik kepala", "nik kk", "kepala nik", "ktp kepala", "kepala no ktp"]),
    (
        ColumnKind::Nik,
        &["nik", "national id", "id no", "no ktp", "=ktp", "no induk kependudukan", "no identitas"],
    ),
    (ColumnKind::HeadName, &["nama kepala", "nama lengkap kepala", "nama kk", "kepala nama", "=kepala"]),
    (ColumnKind::Name, &["nama"]),
    (ColumnKind::Kk, &["no kk", "nkk", "=kk", "kk no", "no induk keluarga"]),
    (ColumnKind::HeadName, &["=kk"]),
    (ColumnKind::RtRw, &["rt rw", "rtrw", "rw rt", "rwrt"]),
    (ColumnKind::Rt, &["rt"]),
    (ColumnKind::Rw, &["rw"]),
    (ColumnKind::Counter, &["=no", "urut", "nourut"]),
    (ColumnKind::Status, &["=status"]),
    (ColumnKind::Kelurahan, &["kelurahan", "desa"]),
    // `Status Domisili` may be anything, but is no address.
    (ColumnKind::Unused, &["status"]),
    // Other names may say that they are of where one lives: RT DOMISILI.
    (ColumnKind::Address, &["domisili", "tempat tinggal"]),
    (
        ColumnKind::Unused,
        &[
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
            "kel",
            "kecamatan",
            "kec",
            "kabupaten",
            "kota",
            "provinsi",
            "golongan darah",
            "status rumah",
        ],
    ),
    // L and P are read under the name of the sex only.
    (ColumnKind::MaleTick, &[]),
    (ColumnKind::FemaleTick, &[]),
];

/// Words for what somebody earns.
pub(super) const INCOME: &[&str] = &["penghasilan", "pendapatan", "gaji", "upah"];

/// What people shorten, and the one word that stands for it in [`NAMES`].
const WORDS: &[(&str, &[&str])] = &[
    ("no", &["nomor", "nomer", "nmr", "nomr", "number", "nr"]),
    ("jumlah", &["jml", "jlh", "jmlh", "banyak", "banyaknya", "total"]),
    ("tgl", &["tanggal", "tg"]),
    ("telepon", &["telp", "tlp", "telpon", "tel", "hp", "handphone", "wa", "whatsapp", "ponsel", "kontak"]),
    ("alamat", &["almt", "alamt", "address"]),
    ("jenis", &["jns"]),
    ("keterangan", &["ket", "catatan", "note"]),
    ("nama", &["nm", "name"]),
    ("ortu", &["orangtua"]),
    ("keluarga", &["klg", "klrg", "klrga", "kelg"]),
    ("kepala", &["kep", "kpl", "krt"]),
    ("lengkap", &["lgkp", "lkp"]),
    ("hubungan", &["hubkel", "hubungannya"]),
    ("urut", &["urt"]),
    ("domisili", &["dom", "domisli", "domsili"]),
    ("rt", &["erte"]),
    ("rw", &["erwe"]),
    ("lahir", &["lhr"]),
    ("kelamin", &["klmn", "klm"]),
    ("status", &["sts", "stts"]),
    ("pekerjaan", &["pek", "pkj"]),
    ("rekening", &["rek"]),
    ("no kk", &["nokk", "nokartukeluarga"]),
    ("no ktp", &["noktp"]),
    ("no telepon", &["nohp", "notelp", "nowa"]),
    ("tgl lahir", &["tgllahir", "tgllhr", "tanggallahir"]),
    ("tempat lahir", &["tmplhr", "tmptlahir", "tempatlahir"]),
];

/// The same, by what people shorten.
static FULL: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let each = |(full, short): &(&'static str, &'static [&'static str])| {
        let full = *full;
        short.iter().map(move |short| (*short, full))
    };
    WORDS.iter().flat_map(each).collect()
});

const PHRASES: &[(&str, &str)] = &[
    (" kartu keluarga ", " kk "),
    (" family card ", " kk "),
    (" kepala keluarga ", " kepala "),
    (" kepala kk ", " kepala "),
    (" kepala rumah tangga ", " kepala "),
    (" orang tua ", " ortu "),
    (" whats app ", " telepon "),
    (" rukun tetangga ", " rt "),
    (" rukun warga ", " rw "),
];

/// The words of a name between blanks, shortenings undone: `No. K.K.` → ` no kk `.
pub(super) fn normalised(name: &str) -> String {
    let lower = apart(name).to_lowercase();
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
    let full = words.iter().map(|word| FULL.get(word.as_str()).copied().unwrap_or(word));
    let mut text = format!(" {} ", full.collect::<Vec<_>>().join(" "));
    for (phrase, word) in PHRASES {
        if text.contains(phrase) {
            text = text.replace(phrase, word);
        }
    }
    text
}

/// The words of a name that a program has written as one: `NamaLengkap`, `Anak1`.
fn apart(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    let mut last = ' ';
    for c in name.chars() {
        let is_next = (last.is_lowercase() && c.is_uppercase())
            || (last.is_alphabetic() && c.is_ascii_digit())
            || (last.is_ascii_digit() && c.is_alphabetic());
        if is_next {
            text.push(' ');
        }
        text.push(c);
        last = c;
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
