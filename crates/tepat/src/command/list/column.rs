//! The columns of a list of families.

use domain::{Aid, Sixteen};
use office::fault::{Fault, Result};
use office::listing::ListedFamily;
use serde_json::{Map, Value};

/// Whether NIK and KK numbers are written whole.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbers {
    Masked,
    Whole,
}

/// A column: its name, and what stands in it.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub(super) name: &'static str,
    holds: Holds,
}

/// What all cells of a column are.
#[derive(Clone, Copy)]
enum Holds {
    Text(fn(&ListedFamily, Numbers) -> Option<String>),
    Number(fn(&ListedFamily) -> Option<i64>),
}

/// What stands in one place; none: nothing is known.
pub(super) enum Cell {
    Text(Option<String>),
    Number(Option<i64>),
}

const fn text(name: &'static str, of: fn(&ListedFamily, Numbers) -> Option<String>) -> Column {
    Column { name, holds: Holds::Text(of) }
}

const fn number(name: &'static str, of: fn(&ListedFamily) -> Option<i64>) -> Column {
    Column { name, holds: Holds::Number(of) }
}

const COLUMNS: [Column; 20] = [
    text("kode", |it, _| it.code.map(|code| code.to_string())),
    text("kepala", |it, _| Some(it.head.clone())),
    text("kk", |it, numbers| digits(it.kk.as_ref().map(|kk| kk.digits()), numbers)),
    text("nik", |it, numbers| digits(it.nik.as_ref().map(|nik| nik.digits()), numbers)),
    text("kelurahan", |it, _| Some(it.kelurahan.clone())),
    text("rw", |it, _| Some(it.rw.to_string())),
    text("rt", |it, _| Some(it.rt.to_string())),
    text("status", |it, _| Some(it.status.code().to_owned())),
    text("sejak", |it, _| it.since.map(|since| since.to_string())),
    number("hari", |it| Some(it.days)),
    text("alasan", |it, _| it.reason.map(|reason| reason.code().to_owned())),
    text("program", |it, _| Some(aid(&it.aid))),
    number("tahap", |it| it.tahap.map(i64::from)),
    number("panggilan", |it| Some(it.calls.into())),
    text("titik", |it, _| it.point.clone()),
    text("kartu", |it, _| yes_no(Some(it.has_card))),
    text("cair", |it, _| Some(tahap(&it.paid))),
    number("orang", |it| i64::try_from(it.size).ok()),
    number("tertua", |it| it.oldest.map(i64::from)),
    text("disabilitas", |it, _| yes_no(it.disabled)),
];

/// What stands on the sheet on which people decide about families that are held.
const SHOWN_TO_DECIDE: [&str; 9] =
    ["kode", "kepala", "kelurahan", "rw", "rt", "sejak", "hari", "program", "titik"];
/// The blank columns of that sheet, by names that `tepat resolve` reads.
const DECIDED: [Column; 3] =
    [text("keputusan", |_, _| None), text("kode alasan", |_, _| None), text("catatan", |_, _| None)];

impl Column {
    /// Those of the sheet that people fill in: `tetap`, `ditolak` with a reason, or `dialihkan`.
    pub(super) fn to_decide() -> Vec<Self> {
        let shown =
            SHOWN_TO_DECIDE.iter().flat_map(|name| COLUMNS.iter().find(|column| column.name == *name));
        shown.copied().chain(DECIDED).collect()
    }

    /// Those that are named, in this order; none named: all.
    pub(super) fn chosen(names: &[String]) -> Result<Vec<Self>> {
        if names.is_empty() {
            return Ok(COLUMNS.to_vec());
        }
        let chosen =
            names.iter().map(|name| COLUMNS.iter().copied().find(|column| column.name == name.trim()));
        chosen.collect::<Option<_>>().ok_or_else(|| {
            let all: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
            Fault::new("kolom", "Ada kolom yang tidak dikenal.", format!("Yang ada: {}.", all.join(", ")))
        })
    }

    /// Whether numbers stand in it, and no texts.
    pub(super) fn holds_numbers(&self) -> bool {
        matches!(self.holds, Holds::Number(_))
    }

    /// What stands in it.
    pub(super) fn cell(&self, family: &ListedFamily, numbers: Numbers) -> Cell {
        match self.holds {
            Holds::Text(of) => Cell::Text(of(family, numbers)),
            Holds::Number(of) => Cell::Number(of(family)),
        }
    }

    /// The same as a text; blank where nothing is known.
    pub(super) fn text(&self, family: &ListedFamily, numbers: Numbers) -> String {
        match self.cell(family, numbers) {
            Cell::Text(text) => text.unwrap_or_default(),
            Cell::Number(number) => number.map_or_else(String::new, |number| number.to_string()),
        }
    }
}

/// A family as an object.
pub(super) fn object(columns: &[Column], family: &ListedFamily, numbers: Numbers) -> Map<String, Value> {
    let value = |column: &Column| match column.cell(family, numbers) {
        Cell::Text(text) => text.into(),
        Cell::Number(number) => number.into(),
    };
    columns.iter().map(|column| (column.name.to_owned(), value(column))).collect()
}

fn digits(digits: Option<&Sixteen>, numbers: Numbers) -> Option<String> {
    let digits = digits?;
    Some(match numbers {
        Numbers::Whole => digits.to_string(),
        Numbers::Masked => format!("…{}", digits.last_four()),
    })
}

fn yes_no(is: Option<bool>) -> Option<String> {
    is.map(|is| if is { "ya" } else { "tidak" }.to_owned())
}

/// `pkh,bpnt`
fn aid(programmes: &[Aid]) -> String {
    programmes.iter().map(|aid| aid.code()).collect::<Vec<_>>().join(",")
}

/// `1,2`
fn tahap(paid: &[u16]) -> String {
    paid.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}
