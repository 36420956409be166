//! What the name of a column says of its kind.

mod names;

use domain::reading::states_none;
use lists_protocol::ColumnKind;
use names::{INCOME, NAMES, normalised};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The kind of a column of this name; `None`: a name that is not known.
pub(crate) fn kind_of(name: &str) -> Option<ColumnKind> {
    kinds_of(&normalised(name)).next()
}

/// The words of a name, shortenings undone.
pub(crate) fn words_of(name: &str) -> Vec<String> {
    normalised(name).split_whitespace().map(str::to_owned).collect()
}

/// Every kind that words may mean which [`words_of`] has told apart, the likelier first.
pub(crate) fn kinds_of_words(words: &[&String]) -> impl Iterator<Item = ColumnKind> {
    let name = format!(" {} ", words.iter().map(|word| word.as_str()).collect::<Vec<_>>().join(" "));
    kinds_of(&name)
}

/// Every kind that a normalised name may mean, the likelier first.
fn kinds_of(name: &str) -> impl Iterator<Item = ColumnKind> + use<> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let mut places: Vec<usize> = (0..words.len()).flat_map(|at| places_at(&words, at)).collect();
    places.sort_unstable();
    places.dedup();
    places.into_iter().filter_map(|place| NAMES.get(place)).map(|(kind, _)| *kind)
}

/// Where in [`NAMES`] those stand that begin at one of the words.
fn places_at<'a>(words: &'a [&str], at: usize) -> impl Iterator<Item = usize> + 'a {
    let rest = words.get(at..).unwrap_or_default();
    let known = rest.first().and_then(|first| BY_FIRST_WORD.get(first)).into_iter().flatten();
    known
        .filter(move |known| rest.starts_with(&known.words) && (!known.is_whole || known.words == words))
        .map(|known| known.place)
}

/// A name of [`NAMES`].
struct KnownName {
    words: Vec<&'static str>,
    /// Nothing else may stand beside it.
    is_whole: bool,
    place: usize,
}

/// The names by their first word: most words begin none, and every row that may be a header is asked.
static BY_FIRST_WORD: LazyLock<HashMap<&str, Vec<KnownName>>> = LazyLock::new(|| {
    let mut known: HashMap<&str, Vec<KnownName>> = HashMap::new();
    for (place, (_, names)) in NAMES.iter().enumerate() {
        for name in *names {
            let words: Vec<&str> = name.trim_start_matches('=').split(' ').collect();
            let of_word = known.entry(words.first().copied().unwrap_or_default()).or_default();
            of_word.push(KnownName { is_whole: name.starts_with('='), words, place });
        }
    }
    known
});

/// Whether a name says of what it names that it was replaced, or that it took the place of something: `No KK Lama`, `NIK baru`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Age {
    /// It counts before others for the same.
    Renewed,
    /// It says nothing of it.
    Unsaid,
    /// It counted once.
    Former,
}

impl Age {
    /// Of a name in words that [`words_of`] has told apart.
    pub(crate) fn of(words: &[String]) -> Self {
        let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
        match () {
            () if has(&["lama", "sebelumnya", "asal", "dulu", "semula", "lawas", "awal", "old"]) => {
                Self::Former
            }
            () if has(&["baru", "terbaru", "sekarang", "terkini", "perubahan", "new"]) => Self::Renewed,
            () => Self::Unsaid,
        }
    }
}

/// Whether a name says how much somebody earns; not what somebody earned before, or since: that is no fixed income.
pub(crate) fn is_of_income(name: &str) -> bool {
    let words = words_of(name);
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    has(INCOME) && !has(&["sebelum", "setelah", "sesudah", "semasa"])
}

/// Every kind that a column may be whose name stands under a wider one, the likelier first. A number that was replaced is nobody's.
pub(crate) fn kinds_under(group: &str, name: &str) -> Vec<ColumnKind> {
    // `Tidak` under the names of programmes is none of them.
    if states_none(name) && name.contains(char::is_alphabetic) {
        return vec![ColumnKind::Unused];
    }
    let whole = normalised(&[group, " ", name].concat());
    let own = normalised(if name.is_empty() { group } else { name });
    let mut kinds: Vec<ColumnKind> = kind_under(group, name).into_iter().collect();
    // `KK sekarang` is a KK.
    let words = words_of(&whole);
    let bare: Vec<&String> =
        words.iter().filter(|word| Age::of(std::slice::from_ref(word)) != Age::Renewed).collect();
    for kind in kinds_of(&own).chain(kinds_of(&whole)).chain(kinds_of_words(&bare)) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    if Age::of(&words) == Age::Former {
        kinds.retain(|kind| !matches!(kind, ColumnKind::Kk | ColumnKind::Nik | ColumnKind::HeadNik));
    }
    kinds
}

/// Whether a text is half a name, which stands under the other half: `LAMA` and `BARU` under `NO KK`, `TEMPAT` under `LAHIR`.
pub(crate) fn is_half_a_name(text: &str) -> bool {
    let words = words_of(text);
    let is_half =
        |word: &String| matches!(word.as_str(), "tempat" | "tgl" | "bln" | "bulan" | "thn" | "th" | "tahun");
    !words.is_empty() && (words.iter().all(is_half) || Age::of(&words) != Age::Unsaid && words.len() == 1)
}

/// The names without the words that nearly all of them have, which tell none from another: DOMISILI in every column.
pub(crate) fn without_common_words(names: &[String]) -> Vec<String> {
    let words: Vec<Vec<String>> = names.iter().map(|name| words_of(name)).collect();
    let is_common = |word: &String| {
        // Without them no name is left: `Nomor RT`, `nama_lengkap`.
        let is_needed = matches!(word.as_str(), "no" | "nama");
        let having = words.iter().filter(|words| words.contains(word)).count();
        !is_needed && having >= 4 && having * 2 > words.len()
    };
    let kept = |words: &Vec<String>| {
        let kept: Vec<&str> = words.iter().filter(|word| !is_common(word)).map(String::as_str).collect();
        if kept.is_empty() { words.join(" ") } else { kept.join(" ") }
    };
    words.iter().map(kept).collect()
}

/// The kind of a column whose name stands under a wider one: `NIK` under `KEPALA KELUARGA`.
pub(crate) fn kind_under(group: &str, name: &str) -> Option<ColumnKind> {
    use ColumnKind as Kind;
    // `belum punya NIK` is what a row says, not what a column is called.
    if states_none(name) {
        return None;
    }
    if name.is_empty() || group.is_empty() {
        return kind_of(if name.is_empty() { group } else { name });
    }
    let of_head = normalised(group).contains(" kepala ");
    match (kind_of(group), kind_of(name), normalised(name).trim()) {
        (Some(Kind::Sex), _, "l") => Some(Kind::MaleTick),
        (Some(Kind::Sex), _, "p") => Some(Kind::FemaleTick),
        // Men, women, all.
        (Some(Kind::Size), _, "l" | "p" | "lk" | "pr") => Some(Kind::Unused),
        (Some(Kind::Address), Some(Kind::Counter), _) => Some(Kind::AddressPart),
        (_, Some(Kind::Name), _) if of_head => Some(Kind::HeadName),
        (_, Some(Kind::Nik), _) if of_head => Some(Kind::HeadNik),
        // Half a name each: NOMOR over KK, NAMA KEPALA over KELUARGA.
        (_, None | Some(Kind::Counter | Kind::Kk), _) => kind_of(&format!("{group} {name}")),
        (_, own, _) => own,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(group: &str, names: &[&str], expect: Option<ColumnKind>) {
        for name in names {
            assert_eq!(kind_under(group, name), expect, "{group} / {name}");
        }
    }

    #[test]
    fn kinds_of_single_names() {
        check(
            "",
            &["No KK", "NO. KARTU KELUARGA", "Nomor KK", "NKK", "No. KK", "NO.KK", "K.K.", "no_kk", "NOKK"],
            Some(ColumnKind::Kk),
        );
        check(
            "",
            &["NIK", "No KTP", "N.I.K", "Nomor Induk Kependudukan", "NO. KTP/NIK", "NIK (16 digit)"],
            Some(ColumnKind::Nik),
        );
        check("", &["NIK Kepala Keluarga", "NIK KK"], Some(ColumnKind::HeadNik));
        check(
            "",
            &["Nama", "Nama Lengkap", "NAMA ANGGOTA KELUARGA", "Nama sesuai KTP", "Nama Penerima"],
            Some(ColumnKind::Name),
        );
        check(
            "",
            &["Nama KK", "Nama Kepala Keluarga", "KEPALA KELUARGA", "Nm. Kep. Klg."],
            Some(ColumnKind::HeadName),
        );
        check(
            "",
            &["Alamat", "Alamat Domisili", "Alamat (RT/RW)", "ALAMAT SESUAI KTP"],
            Some(ColumnKind::Address),
        );
        check("", &["RT/RW", "RT / RW", "RT-RW"], Some(ColumnKind::RtRw));
        check("", &["RT", "No. RT"], Some(ColumnKind::Rt));
        check(
            "",
            &["Jml Jiwa", "Jumlah Anggota", "JUMLAH JIWA", "Jml. Anggota Keluarga"],
            Some(ColumnKind::Size),
        );
        check(
            "",
            &["Hubungan", "SHDK", "Status Hubungan", "Hub. dengan Kepala Keluarga", "Hub. KK"],
            Some(ColumnKind::Relation),
        );
        check("", &["L/P", "JK", "Jenis Kelamin", "Jns Kelamin"], Some(ColumnKind::Sex));
        check("", &["Tgl Lahir", "TTL", "Tempat, Tanggal Lahir", "Tgl. Lahir"], Some(ColumnKind::Birth));
        check(
            "",
            &["Pekerjaan", "Mata pencaharian", "Pekerjaan Kepala Keluarga"],
            Some(ColumnKind::Occupation),
        );
        check("", &["Keterangan", "Ket", "KET."], Some(ColumnKind::Note));
        check("", &["Bansos yang diterima", "Bantuan lain (PKH/BPNT)", "PROGRAM"], Some(ColumnKind::Aid));
        check("", &["PKH", "Penerima PKH"], Some(ColumnKind::PkhTick));
        check("", &["No HP", "Telepon", "No. Telp/WA"], Some(ColumnKind::Phone));
        check("", &["No", "NO.", "No Urut"], Some(ColumnKind::Counter));
        check(
            "",
            &[
                "Tempat Lahir",
                "Agama",
                "Nama Ibu Kandung",
                "Tanda Tangan",
                "Email Address",
                "nama_kab",
                "Status Tempat Tinggal",
                "status_kedudukan",
            ],
            Some(ColumnKind::Unused),
        );
        check("", &["Kelurahan", "nama_kel", "kode_kel", "Desa/Kel"], Some(ColumnKind::Kelurahan));
        check("", &["Status Penduduk", "status_dasar"], Some(ColumnKind::LifeState));
        check("", &["RW/RT"], Some(ColumnKind::RtRw));
        check("", &["RT Domisili"], Some(ColumnKind::Rt));
        check("", &["kk_level"], Some(ColumnKind::Relation));
        check("", &["nama_krt"], Some(ColumnKind::HeadName));
        check("", &["NamaLengkap"], Some(ColumnKind::Name));
        check(
            "",
            &["Disabilitas", "Penyandang Disabilitas", "Status Disabilitas", "Jumlah anggota difabel"],
            Some(ColumnKind::Disability),
        );
        check("", &["Kondisi", "Kondisi Anggota", "Kelompok Rentan"], Some(ColumnKind::Condition));
        check("", &["Foo", "", "Warna rumah"], None);
    }

    #[test]
    fn words_in_every_name_tell_nothing() {
        let names = ["NIK", "Nama", "Kelurahan Domisili", "RT Domisili", "RW Domisili", "Alamat Domisili"];
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(without_common_words(&names), ["nik", "nama", "kelurahan", "rt", "rw", "alamat"]);
        let two = ["Nama Kepala".to_owned(), "Nama Anggota".to_owned()];
        assert_eq!(without_common_words(&two), ["nama kepala", "nama anggota"]);
    }

    #[test]
    fn kinds_of_names_under_wider_names() {
        check("KEPALA KELUARGA", &["NAMA", "Nama Lengkap"], Some(ColumnKind::HeadName));
        check("KEPALA KELUARGA", &["NIK"], Some(ColumnKind::HeadNik));
        check("ANGGOTA KELUARGA", &["NAMA"], Some(ColumnKind::Name));
        check("ALAMAT", &["NO", "Jalan"], Some(ColumnKind::AddressPart));
        check("ALAMAT", &["RT"], Some(ColumnKind::Rt));
        check("JENIS KELAMIN", &["L"], Some(ColumnKind::MaleTick));
        check("NAMA KEPALA", &["KELUARGA"], Some(ColumnKind::HeadName));
        check("NAMA", &["KK"], Some(ColumnKind::HeadName));
        check("NOMOR", &["KK"], Some(ColumnKind::Kk));
        check("KARTU KELUARGA", &["NO"], Some(ColumnKind::Kk));
        check("JUMLAH", &["JIWA"], Some(ColumnKind::Size));
        check("JUMLAH JIWA", &["L", "P"], Some(ColumnKind::Unused));
        check("JUMLAH JIWA", &["JML"], Some(ColumnKind::Size));
        check("BANTUAN", &["PKH"], Some(ColumnKind::PkhTick));
    }
}
