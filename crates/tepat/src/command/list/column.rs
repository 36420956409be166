//! The columns of a list of families.

use domain::Sixteen;
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
    value: fn(&ListedFamily, Numbers) -> Value,
}

const COLUMNS: [Column; 18] = [
    Column { name: "kode", value: |it, _| it.code.map(|code| code.to_string()).into() },
    Column { name: "kepala", value: |it, _| it.head.clone().into() },
    Column { name: "kk", value: |it, numbers| number(it.kk.as_ref().map(|kk| kk.digits()), numbers) },
    Column { name: "nik", value: |it, numbers| number(it.nik.as_ref().map(|nik| nik.digits()), numbers) },
    Column { name: "kelurahan", value: |it, _| it.kelurahan.clone().into() },
    Column { name: "rw", value: |it, _| it.rw.to_string().into() },
    Column { name: "rt", value: |it, _| it.rt.to_string().into() },
    Column { name: "status", value: |it, _| it.status.code().into() },
    Column { name: "sejak", value: |it, _| it.since.map(|since| since.to_string()).into() },
    Column { name: "hari", value: |it, _| it.days.into() },
    Column { name: "alasan", value: |it, _| it.reason.map(|reason| reason.code()).into() },
    Column { name: "tahap", value: |it, _| it.tahap.into() },
    Column { name: "panggilan", value: |it, _| it.calls.into() },
    Column { name: "titik", value: |it, _| it.point.clone().into() },
    Column { name: "kartu", value: |it, _| yes_no(Some(it.has_card)) },
    Column { name: "cair", value: |it, _| tahap(&it.paid).into() },
    Column { name: "tertua", value: |it, _| it.oldest.into() },
    Column { name: "disabilitas", value: |it, _| yes_no(it.disabled) },
];

impl Column {
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

    /// What stands in it.
    pub(super) fn value(&self, family: &ListedFamily, numbers: Numbers) -> Value {
        (self.value)(family, numbers)
    }

    /// The same as a text; blank where nothing is known.
    pub(super) fn text(&self, family: &ListedFamily, numbers: Numbers) -> String {
        match self.value(family, numbers) {
            Value::Null => String::new(),
            Value::String(text) => text,
            other => other.to_string(),
        }
    }
}

/// A family as an object.
pub(super) fn object(columns: &[Column], family: &ListedFamily, numbers: Numbers) -> Map<String, Value> {
    columns.iter().map(|column| (column.name.to_owned(), column.value(family, numbers))).collect()
}

fn number(digits: Option<&Sixteen>, numbers: Numbers) -> Value {
    let Some(digits) = digits else { return Value::Null };
    match numbers {
        Numbers::Whole => digits.to_string().into(),
        Numbers::Masked => format!("…{}", digits.last_four()).into(),
    }
}

fn yes_no(is: Option<bool>) -> Value {
    is.map(|is| if is { "ya" } else { "tidak" }).into()
}

/// `1,2`
fn tahap(paid: &[u16]) -> String {
    paid.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}
