//! A row of a report: which family it names, and what it comes to.

use crate::clock::Moment;
use crate::fault::{Fault, Result};
use crate::register::{Family, Line, Register};
use crate::table::{Names, Needs, Row};
use domain::{Date, KkNumber, Nik, NumberFault, RegistrationCode};

/// The columns that name the family; a report has these first, in this order.
pub(super) const FAMILY: [Names; 3] = [
    &["kode pendaftaran", "kode", "kode registrasi"],
    &["no kk", "kk", "nomor kk", "nokk", "nkk", "no kartu keluarga", "no kk penerima", "no kk kpm"],
    &[
        "nik",
        "no nik",
        "no ktp",
        "nik ktp",
        "no ktp nik",
        "nik kepala keluarga",
        "nik kpm",
        "nik penerima",
        "no induk kependudukan",
    ],
];

/// Where those stand; a report needs one of them.
pub(super) const NAMING: &[usize] = &[0, 1, 2];

/// How a report is read.
pub(super) struct Form {
    /// What it is about.
    pub(super) topic: String,
    /// Its columns, [`FAMILY`] first.
    pub(super) columns: &'static [Names],
    /// Those of them that a report must have.
    pub(super) needs: Needs,
    /// The column of what the office may read and nobody else.
    pub(super) remark: Option<usize>,
}

/// What a row comes to.
pub(super) enum Statement {
    /// Something new.
    New(&'static str, Date),
    /// What another row has said before.
    Known(&'static str, Date),
    /// Nothing yet.
    Nothing,
}

/// Why a row is not taken in, or why none is.
pub(super) enum Stop {
    Row(&'static str, String),
    All(Fault),
}

impl Stop {
    /// Only this row.
    pub(super) fn row(code: &'static str, message: impl Into<String>) -> Self {
        Self::Row(code, message.into())
    }
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::All(fault)
    }
}

/// A row, and how to get at what it speaks of.
pub(super) struct Report<'a> {
    pub(super) register: &'a Register,
    pub(super) row: &'a Row<'a>,
    pub(super) line: Line,
    pub(super) now: &'a Moment,
}

/// What a row comes to, and for which family.
pub(super) type RowResult = std::result::Result<(Option<Family>, Statement), Stop>;

impl Report<'_> {
    /// Whether no cell that names the family is filled in.
    pub(super) fn is_nameless(&self) -> bool {
        NAMING.iter().all(|column| self.cell(*column).is_empty())
    }

    /// Whether the table has a column.
    pub(super) fn has(&self, column: usize) -> bool {
        self.row.has(column)
    }

    /// What stands in a column.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.row.cell(column)
    }

    /// A date; none where the cell is blank. Nobody reports what is yet to come.
    pub(super) fn date(&self, column: usize) -> std::result::Result<Option<Date>, Stop> {
        let text = self.cell(column);
        if text.is_empty() {
            return Ok(None);
        }
        let date = Date::parse_past(text, self.now.date)
            .map_err(|_| Stop::row("tanggal", "Tanggal tidak dikenali: tulis seperti 18-03-2021."))?;
        if date > self.now.date {
            return Err(Stop::row("tanggal", "Tanggal belum tiba: periksa tahunnya."));
        }
        Ok(Some(date))
    }

    /// The family that the row names; none where it names none. Of one that was listed twice, the entry that stands.
    pub(super) fn family(&self) -> std::result::Result<Option<Family>, Stop> {
        let (code, kk, nik) = (self.cell(0), self.cell(1), self.cell(2));
        let mut named = Vec::new();
        if !code.is_empty() {
            let code = RegistrationCode::parse(code).map_err(|_| {
                Stop::row("kode", "Kode pendaftaran salah tulis: cocokkan dengan undangannya.")
            })?;
            named.push(self.register.family_with_code(&code)?.into_iter().collect());
        }
        if !kk.is_empty() {
            let kk = KkNumber::parse(kk).map_err(|fault| unusable("kk", "Nomor KK", fault))?;
            named.push(self.register.families_known_by_kk(&kk)?);
        }
        if !nik.is_empty() {
            let nik = Nik::parse(nik).map_err(|fault| unusable("nik", "NIK", fault))?;
            named.push(self.register.families_with_nik(&nik)?);
        }
        // Numbers of nobody contradict nothing.
        let is_known = named.iter().any(|families: &Vec<Family>| !families.is_empty());
        let mut named = named.into_iter();
        let Some(first) = named.next() else { return Ok(None) };
        if !is_known {
            return Err(unknown());
        }
        let mut found = self.standing(first)?;
        for others in named {
            let others = self.standing(others)?;
            found.retain(|family| others.iter().any(|other| other.id == family.id));
            if found.is_empty() {
                return Err(Stop::row(
                    "nomor-bertentangan",
                    "Kode, nomor KK, dan NIK di baris ini bukan dari satu keluarga yang sama: cocokkan dengan kartunya.",
                ));
            }
        }
        let mut found = self.register.recipient_of(found)?;
        match found.len() {
            0 => Err(unknown()),
            1 => Ok(found.pop()),
            _ => Err(Stop::row(
                "beberapa-keluarga",
                "Nomor itu ada di beberapa keluarga: sebut kode pendaftarannya.",
            )),
        }
    }

    fn standing(&self, families: Vec<Family>) -> Result<Vec<Family>> {
        let mut standing = Vec::<Family>::new();
        for family in families {
            let family = self.register.standing(family)?;
            if standing.iter().all(|known| known.id != family.id) {
                standing.push(family);
            }
        }
        Ok(standing)
    }
}

/// A number that names nobody.
fn unusable(code: &'static str, column: &str, fault: NumberFault) -> Stop {
    let why = match fault {
        NumberFault::Rounded => {
            "dibulatkan Excel, angka terakhirnya hilang: ketik ulang dari kartunya, dengan kolom berformat Teks."
        }
        _ => "ada 16 angka: cocokkan dengan kartunya.",
    };
    Stop::row(code, format!("{column} {why}"))
}

/// A row that names a family which the register does not know.
fn unknown() -> Stop {
    Stop::row("tidak-terdaftar", "Tidak ada keluarga dengan kode atau nomor itu di register.")
}

/// A row that names no family.
pub(super) fn nameless() -> Stop {
    Stop::row("tanpa-nomor", "Sebut kode pendaftaran, nomor KK, atau NIK.")
}
