//! The row that names the columns.

use super::file_kind::file_kind;
use super::left::IDLE;
use crate::fault::Fault;
use domain::reading::plain;

/// A column, by the names that it goes by, in small letters and without dots; the first is its own.
pub type Names = &'static [&'static str];

/// The columns that a table must have, by their places among those that are asked for: of each group one.
pub type Needs = &'static [&'static [usize]];

/// A row that names every column that is needed.
pub(super) struct Header {
    cells: Vec<String>,
    pub(super) places: Vec<Option<usize>>,
    /// Columns that nobody asked for.
    pub(super) others: Vec<String>,
    /// Which columns have a name.
    pub(super) named: Vec<bool>,
}

impl Header {
    pub(super) fn of(cells: &[String], columns: &[Names], needs: Needs) -> Option<Self> {
        if !may_name_columns(cells) {
            return None;
        }
        let places = places(cells, columns);
        if !needs.iter().all(|group| has_one(&places, group)) {
            return None;
        }
        let others = (0..).zip(cells).filter(|(at, _)| !places.contains(&Some(*at)));
        let others = others.map(|(_, name)| name.clone()).collect();
        let named = cells.iter().map(|name| !name.trim().is_empty()).collect();
        Some(Self { cells: cells.to_vec(), places, others, named })
    }

    /// The header with a row below it that names parts of what it names, `Hadir` and `Tidak` under `Kehadiran`, or units, `(Rp)`;
    /// none: the row is none.
    pub(super) fn over(&self, row: &[String], columns: &[Names], needs: Needs) -> Option<Self> {
        let is_part = |name: &str| PARTS.contains(&name) || columns.iter().any(|names| names.contains(&name));
        let mut parts = row.iter().map(|cell| plain(cell)).filter(|part| !part.is_empty()).peekable();
        if !may_name_columns(row) || parts.peek().is_none() || !parts.all(|part| is_part(&part)) {
            return None;
        }
        let cell = |cells: &[String], at: usize| cells.get(at).map_or("", |cell| cell.trim()).to_owned();
        let mut group = String::new();
        let name = |at| {
            let (above, part) = (cell(&self.cells, at), cell(row, at));
            if !above.is_empty() {
                group.clone_from(&above);
            }
            match UNITS.contains(&plain(&part).as_str()) || part.is_empty() {
                true => above,
                false => format!("{group} {part}"),
            }
        };
        let names: Vec<String> = (0..self.cells.len().max(row.len())).map(name).collect();
        // What is named in one row alone is needed still.
        Self::of(&names, columns, needs)
    }

    /// The cells of a row by the columns that are asked for.
    pub(super) fn cells(&self, cells: &[String]) -> Vec<String> {
        let cell = |place: &Option<usize>| place.and_then(|at| cells.get(at)).cloned().unwrap_or_default();
        self.places.iter().map(cell).collect()
    }

    /// Whether a row names columns of another table, so that those above count no longer.
    pub(super) fn is_of_another_table(cells: &[String], columns: &[Names]) -> bool {
        let names: Vec<String> =
            cells.iter().map(|name| plain(name)).filter(|name| !name.is_empty()).collect();
        let is_known = |name: &&String| {
            IDLE.contains(&name.as_str()) || columns.iter().any(|names| names.contains(&name.as_str()))
        };
        may_name_columns(cells) && names.len() >= 3 && names.iter().filter(is_known).count() * 2 > names.len()
    }
}

/// What stands below a name instead of a number.
const UNITS: [&str; 4] = ["rp", "rupiah", "orang", "kk"];

/// Parts of what a name above says.
const PARTS: &[&str] = &[
    "rp",
    "rupiah",
    "orang",
    "kk",
    "hadir",
    "tidak",
    "tidak hadir",
    "datang",
    "tidak datang",
    "diwakili",
    "ya",
    "l",
    "p",
    "rt",
    "rw",
    "jalan",
    "no",
    "nik",
    "ktp",
    "nama",
    "tgl",
    "bln",
    "thn",
    "buka",
    "tutup",
];

/// A name of a column holds no number of a person, and no date.
fn may_name_columns(cells: &[String]) -> bool {
    cells.iter().all(|cell| cell.bytes().filter(u8::is_ascii_digit).count() < 5)
}

/// What the row lacks that comes nearest to a header.
pub(super) struct Lacking {
    groups: Vec<&'static [usize]>,
    /// How many columns it names.
    known: usize,
    /// Which row that is, and its cells.
    nearest: Option<(u32, Vec<String>)>,
    /// What kind of file this seems to be.
    kind: Option<&'static str>,
}

impl Lacking {
    pub(super) fn all(needs: Needs) -> Self {
        Self { groups: needs.to_vec(), known: 0, nearest: None, kind: None }
    }

    /// Another row that may be meant as the header.
    pub(super) fn look_at(&mut self, line: u32, cells: &[String], columns: &[Names], needs: Needs) {
        let places = places(cells, columns);
        let lacking: Vec<_> = needs.iter().filter(|group| !has_one(&places, group)).copied().collect();
        let known = places.iter().flatten().count();
        let is_nearer = (lacking.len(), self.known) < (self.groups.len(), known);
        if is_nearer && known > 0 && may_name_columns(cells) {
            (self.groups, self.known) = (lacking, known);
            self.nearest = Some((line, cells.to_vec()));
        }
        self.kind = self.kind.or_else(|| file_kind(cells));
    }

    pub(super) fn fault(&self, file: &str, columns: &[Names], hidden_sheets: &[String]) -> Fault {
        let name = |column: &usize| columns.get(*column).and_then(|names| names.first()).copied();
        // Three of the names say what is meant; all of them are in the remedy.
        let any_of =
            |group: &&[usize]| group.iter().filter_map(name).take(3).collect::<Vec<_>>().join(" atau ");
        let lacking: Vec<String> = self.groups.iter().map(any_of).collect();
        let all: Vec<&str> = columns.iter().filter_map(|names| names.first().copied()).collect();
        let hidden = match hidden_sheets {
            [] => String::new(),
            some => format!(
                "Lembar tersembunyi tidak dibaca: {}; tampilkan bila memang dikirim. ",
                some.join("; ")
            ),
        };
        let kind = self.kind.map(|kind| format!("Ini seperti {kind}. ")).unwrap_or_default();
        Fault::new(
            "tanpa-judul",
            format!("{file} tidak punya kolom yang diperlukan: {}.", lacking.join("; ")),
            hidden
                + &kind
                + &self.understood(columns)
                + &format!("Periksa berkasnya, atau beri baris judul dengan nama kolom: {}.", all.join(", ")),
        )
    }

    /// Which row was taken for the header, and its columns for what.
    fn understood(&self, columns: &[Names]) -> String {
        let Some((line, cells)) = &self.nearest else { return String::new() };
        let pairs = columns.iter().zip(places(cells, columns));
        let known: Vec<String> = pairs
            .filter_map(|(names, place)| Some(format!("{} = {}", cells.get(place?)?.trim(), names.first()?)))
            .collect();
        match known.is_empty() {
            true => String::new(),
            false => format!("Baris {line} dibaca sebagai judul: {}. ", known.join(", ")),
        }
    }
}

/// Where the columns stand.
fn places(cells: &[String], columns: &[Names]) -> Vec<Option<usize>> {
    let names: Vec<String> = cells.iter().map(|name| plain(name)).collect();
    let place = |column: &Names| column.iter().find_map(|name| names.iter().position(|it| it == name));
    let mut places: Vec<Option<usize>> = columns.iter().map(place).collect();
    // Others are named in words of their own: `Nomor Kartu Keluarga`, `NIK (16 digit)`.
    let usual: Vec<String> = cells.iter().map(|name| usual(name)).collect();
    for at in 0..places.len() {
        let is_free = |cell: usize| !places.contains(&Some(cell));
        let names = columns.get(at).copied().unwrap_or_default();
        let found = names.iter().map(|name| self::usual(name)).find_map(|name| {
            usual.iter().enumerate().find(|(cell, it)| is_free(*cell) && **it == name).map(|(cell, _)| cell)
        });
        if let Some(place) = places.get_mut(at).filter(|place| place.is_none()) {
            *place = found;
        }
    }
    places
}

/// A name in the words that most people use: without how it is to be filled in, shortenings undone.
fn usual(name: &str) -> String {
    const WORDS: &[(&str, &[&str])] = &[
        ("no", &["nomor", "nomer", "nmr"]),
        ("tgl", &["tanggal"]),
        ("jumlah", &["jml", "jlh"]),
        ("nama", &["nm"]),
        ("ket", &["keterangan"]),
        ("kel", &["kelurahan"]),
        ("kec", &["kecamatan"]),
    ];
    const PHRASES: &[(&str, &str)] = &[
        ("kartu keluarga", "kk"),
        ("induk kependudukan", "nik"),
        ("no kk", "kk"),
        ("no nik", "nik"),
        ("penerima manfaat", "penerima"),
        ("penerima bantuan", "penerima"),
    ];
    let mut bare = String::new();
    for (at, part) in name.split('(').enumerate() {
        let (within, behind) = part.split_once(')').filter(|_| at > 0).unwrap_or(("", part));
        if !is_direction(within) {
            bare.push(' ');
            bare.push_str(within);
        }
        bare.push(' ');
        bare.push_str(behind);
    }
    let full = |word: &str| {
        WORDS.iter().find(|(_, short)| short.contains(&word)).map_or(word, |(full, _)| full).to_owned()
    };
    let words: Vec<String> = plain(&bare).split(' ').map(full).collect();
    let mut text = format!(" {} ", words.join(" "));
    for (phrase, usual) in PHRASES {
        text = text.replace(&format!(" {phrase} "), &format!(" {usual} "));
    }
    text.trim().to_owned()
}

/// Whether brackets behind a name say how it is filled in: `(16 digit)`, `(Rp)`. `(ribuan)` would make it another.
fn is_direction(text: &str) -> bool {
    const WORDS: [&str; 18] = [
        "rp", "rupiah", "idr", "digit", "angka", "wajib", "diisi", "sesuai", "ktp", "ls", "bt", "dd", "mm",
        "yyyy", "tgl", "bln", "thn", "wib",
    ];
    plain(text).split(' ').all(|word| WORDS.contains(&word) || word.bytes().all(|c| c.is_ascii_digit()))
}

fn has_one(places: &[Option<usize>], group: &[usize]) -> bool {
    group.iter().any(|column| places.get(*column).is_some_and(Option::is_some))
}
