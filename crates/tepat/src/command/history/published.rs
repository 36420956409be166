//! What a publication told of a family.

use super::words;
use domain::{Date, History, RegistrationCode, Status};
use office::fault::{Fault, Result};
use office::register::{Family, Register};
use serde::Serialize;
use std::fmt::{Display, Formatter};

/// A publication, and what it told of the families that were asked for.
#[derive(Serialize)]
pub(super) struct Published {
    serial: u32,
    /// Local time of Jakarta, to the minute; what was written down within that minute counts as told.
    published_at: String,
    families: Vec<FamilyAsPublished>,
}

/// What it told of one.
#[derive(Serialize)]
struct FamilyAsPublished {
    codes: Vec<RegistrationCode>,
    /// None: the family was not listed yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Status>,
    events: Vec<String>,
}

/// Of the last publication up to the end of a day.
///
/// # Errors
/// Nothing was published by then, or the register cannot be read.
pub(super) fn on(register: &Register, families: &[Family], day: Date) -> Result<Published> {
    let (serial, published_at) = register.published_on(day)?.ok_or_else(|| {
        Fault::new(
            "belum-terbit",
            format!("Tidak ada terbitan yang tercatat sampai {day}."),
            "Sebut hari yang lebih baru; terbitan dari tepat versi lama tidak tercatat harinya.",
        )
    })?;
    let families = families
        .iter()
        .map(|family| FamilyAsPublished::of(register, family, &published_at))
        .collect::<Result<_>>()?;
    Ok(Published { serial, published_at, families })
}

impl FamilyAsPublished {
    fn of(register: &Register, family: &Family, at: &str) -> Result<Self> {
        let known = register.written_down(family.id)?.into_iter().filter(|it| it.recorded_at.as_str() <= at);
        let history: History = known.map(|it| it.event).collect();
        Ok(Self {
            codes: register.codes(family.id)?,
            status: history.last().map(|last| last.status),
            events: history.events().iter().map(|it| format!("{}  {}", it.at, words::event(it))).collect(),
        })
    }
}

impl Display for Published {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "Terbitan {}, {}:", self.serial, self.published_at)?;
        for FamilyAsPublished { codes, status, events } in &self.families {
            let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
            let status = status.map_or("belum terdaftar", Status::code);
            writeln!(f, "{}: {status}", codes.join(", "))?;
            events.iter().try_for_each(|event| writeln!(f, "  {event}"))?;
        }
        Ok(())
    }
}
