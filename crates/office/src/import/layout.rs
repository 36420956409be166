//! What the columns of a list hold, as somebody says it who has seen the list: once on the command line, or in a file for all
//! lists of the same layout.

use super::list_place::ListPlace;
use crate::clock::Moment;
use crate::fault::{During, Fault, Result};
use lists::{Choice, Column, ColumnKind, Correction};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// What columns hold.
#[derive(Clone, Debug, Default)]
pub struct Layout(pub(super) Vec<Correction>);

/// A column as `--columns` names it: `D=nik`, `Data!D=nik`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnChoice {
    sheet: Option<String>,
    letter: String,
    kind: ColumnKind,
}

/// The layout file. Its version goes up when an older `tepat` would misread it.
#[derive(Serialize, Deserialize)]
struct StoredLayout {
    version: u32,
    columns: Vec<StoredColumn>,
}

#[derive(Serialize, Deserialize)]
struct StoredColumn {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
    letter: String,
    #[serde(default)]
    header: String,
    kind: String,
}

const VERSION: u32 = 1;

impl ColumnChoice {
    /// Reads one.
    ///
    /// # Errors
    /// A sentence that says how it is written.
    pub fn parse(text: &str) -> std::result::Result<Self, String> {
        let (place, code) = text.rsplit_once('=').ok_or("tulis seperti D=nik")?;
        let (sheet, letter) = match place.rsplit_once('!') {
            Some((sheet, letter)) => (Some(sheet.to_owned()), letter),
            None => (None, place),
        };
        let letter = letter.trim().to_uppercase();
        if letter.is_empty() || !letter.chars().all(|c| c.is_ascii_uppercase()) {
            return Err(format!("{letter:?} bukan huruf kolom"));
        }
        Ok(Self { sheet, letter, kind: kind(code.trim()).ok_or_else(|| unknown(code))? })
    }

    /// Every kind that may be said.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        ColumnKind::ALL.into_iter().filter(|kind| kind.choice() != Choice::NotRead).map(ColumnKind::code)
    }
}

impl Layout {
    /// Reads a layout file.
    ///
    /// # Errors
    /// It cannot be read, is of a later version, or names what this version does not know.
    pub fn open(path: &Path) -> Result<Self> {
        let broken = |why: String| {
            Fault::new(
                "tata-letak",
                format!("{} bukan berkas tata letak: {why}.", path.display()),
                "Buat lagi dengan --layout BERKAS --columns D=nik,C=nama.",
            )
        };
        let text = std::fs::read_to_string(path).during(format_args!("membaca {}", path.display()))?;
        let stored: StoredLayout = serde_json::from_str(&text).map_err(|fault| broken(fault.to_string()))?;
        if stored.version != VERSION {
            return Err(broken(format!("versi {}, perintah ini membaca versi {VERSION}", stored.version)));
        }
        let correction = |column: StoredColumn| {
            let kind = kind(&column.kind).ok_or_else(|| broken(unknown(&column.kind)))?;
            let name = lists::ColumnName { letter: column.letter, header: column.header };
            Ok(Correction { sheet: column.sheet, name, kind })
        };
        stored.columns.into_iter().map(correction).collect::<Result<_>>().map(Self)
    }

    /// Writes a layout file.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn save(&self, path: &Path) -> Result<()> {
        let column = |Correction { sheet, name, kind }: &Correction| StoredColumn {
            sheet: sheet.clone(),
            letter: name.letter.clone(),
            header: name.header.clone(),
            kind: kind.code().to_owned(),
        };
        let stored = StoredLayout { version: VERSION, columns: self.0.iter().map(column).collect() };
        let doing = || format!("menulis {}", path.display());
        let text = serde_json::to_string_pretty(&stored).during(doing())?;
        std::fs::write(path, text + "\n").during(doing())
    }

    /// Adds what was said of columns of this list.
    ///
    /// # Errors
    /// The list has no such column.
    pub fn with(
        mut self,
        choices: &[ColumnChoice],
        file: &str,
        bytes: &[u8],
        place: &ListPlace,
        now: &Moment,
    ) -> Result<Self> {
        if choices.is_empty() {
            return Ok(self);
        }
        let context = place.context(self.0.clone(), now);
        // A list that is none without these words shows its columns all the same.
        let columns = match lists::read(bytes, &context) {
            Ok(reading) => reading.columns,
            Err(_) => lists::columns(bytes, &context).unwrap_or_default(),
        };
        for choice in choices {
            let is_meant = |column: &&Column| {
                column.name.letter == choice.letter
                    && (choice.sheet.is_none() || column.sheet == choice.sheet)
            };
            let mut meant = columns.iter().filter(is_meant).peekable();
            if meant.peek().is_none() {
                return Err(Fault::new(
                    "kolom-tidak-ada",
                    format!("{file} tidak punya kolom {}.", choice.letter),
                    format!("Kolomnya: {}.", names(&columns)),
                ));
            }
            for column in meant {
                let correction =
                    Correction { sheet: column.sheet.clone(), name: column.name.clone(), kind: choice.kind };
                self.0.retain(|other| (&other.sheet, &other.name) != (&correction.sheet, &correction.name));
                self.0.push(correction);
            }
        }
        Ok(self)
    }
}

fn kind(code: &str) -> Option<ColumnKind> {
    let may_be_said = |kind: &ColumnKind| kind.choice() != Choice::NotRead;
    ColumnKind::ALL.into_iter().filter(may_be_said).find(|kind| kind.code() == code)
}

fn unknown(code: &str) -> String {
    format!("{code:?} bukan isi kolom; pilihannya {}", ColumnChoice::codes().collect::<Vec<_>>().join(", "))
}

fn names(columns: &[Column]) -> String {
    columns.iter().map(|column| column.name.to_string()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_a_letter_and_what_the_column_holds() {
        let choice = |sheet: Option<&str>, letter: &str, kind| ColumnChoice {
            sheet: sheet.map(str::to_owned),
            letter: letter.to_owned(),
            kind,
        };
        assert_eq!(ColumnChoice::parse("D=nik"), Ok(choice(None, "D", ColumnKind::Nik)));
        assert_eq!(ColumnChoice::parse("Data!ab=kk"), Ok(choice(Some("Data"), "AB", ColumnKind::Kk)));
        for wrong in ["D", "4=nik", "D=status", "D=", "=nik"] {
            assert!(ColumnChoice::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_layout_is_written_and_read_back_and_one_of_a_later_version_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("layout.json");
        let name = lists::ColumnName { letter: "D".to_owned(), header: "Nomor".to_owned() };
        let layout = Layout(vec![Correction { sheet: None, name, kind: ColumnKind::Nik }]);
        layout.save(&path).unwrap();
        assert_eq!(Layout::open(&path).unwrap().0, layout.0);
        std::fs::write(&path, r#"{"version":2,"columns":[]}"#).unwrap();
        assert_eq!(Layout::open(&path).unwrap_err().code, "tata-letak");
    }
}
