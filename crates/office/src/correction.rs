//! Correcting the record of a family on its word (UU 27/2022, the right to have data corrected). What the record said before
//! stays, and the trail says who corrected which fields.

use crate::clock::Moment;
use crate::fault::{Fault, Result};
use crate::register::{Act, Family, Register};
use domain::limits::within;
use domain::{Date, Field, KkNumber, Nik};
use std::collections::BTreeMap;

/// What a record says rightly, as far as it was wrong.
#[derive(Debug, Default)]
pub struct RecordCorrection {
    /// Its KK number.
    pub kk: Option<KkNumber>,
    /// Its address.
    pub address: Option<String>,
    /// Its telephone.
    pub phone: Option<String>,
    /// One of its members.
    pub member: MemberCorrection,
}

/// What it says rightly of one member.
#[derive(Debug, Default)]
pub struct MemberCorrection {
    /// Which, from 1: the head.
    pub position: usize,
    /// The name.
    pub name: Option<String>,
    /// The NIK.
    pub nik: Option<Nik>,
    /// The birth date.
    pub birth: Option<Date>,
}

impl RecordCorrection {
    /// Corrects the entry that stands for these; answers with the fields that changed.
    ///
    /// # Errors
    /// Several stand for them, it has no such member, a text is empty or longer than it may be, or the register cannot be written.
    pub fn apply(
        &self,
        register: &Register,
        entries: Vec<Family>,
        by: &str,
        now: &Moment,
    ) -> Result<Vec<String>> {
        let mut standing = BTreeMap::new();
        for entry in entries {
            let family = register.standing(entry)?;
            standing.insert(family.id, family);
        }
        let mut standing = standing.into_values();
        let family = standing.next().ok_or_else(Fault::not_registered)?;
        if standing.next().is_some() {
            return Err(Fault::new(
                "beberapa-catatan",
                "Beberapa catatan memakai nomor KK itu.",
                "Sebut yang mana dengan --code; kodenya ada di `tepat history --kk`.",
            ));
        }
        let mut household = family.household.clone();
        let (member, mut fields) = (&self.member, Vec::new());
        let mut put = |is_new: bool, field: &str| fields.extend(is_new.then(|| field.to_owned()));
        if let Some(kk) = self.kk {
            put(household.kk.replace(kk) != Some(kk), "kk");
        }
        for (text, place, field, name) in [
            (&self.address, &mut household.address, Field::Address, "address"),
            (&self.phone, &mut household.phone, Field::Phone, "phone"),
        ] {
            if let Some(text) = text {
                put(std::mem::replace(place, sound(field, text)?) != *place, name);
            }
        }
        let others = household.others.iter_mut();
        let mut members = std::iter::once(&mut household.head).chain(others);
        let person = members.nth(member.position.saturating_sub(1)).ok_or_else(|| {
            Fault::new(
                "anggota",
                format!("Keluarga ini tidak punya anggota ke-{}.", member.position),
                "Urutannya ada di `tepat subject export`; 1 adalah kepala keluarga.",
            )
        })?;
        let of_member = |field: &str| format!("{field} {}", member.position);
        if let Some(name) = &member.name {
            let is_new = std::mem::replace(&mut person.name, sound(Field::Name, name)?) != person.name;
            put(is_new, &of_member("name"));
        }
        if let Some(nik) = member.nik {
            put(person.nik.replace(nik) != Some(nik), &of_member("nik"));
        }
        if let Some(birth) = member.birth {
            put(person.birth.replace(birth) != Some(birth), &of_member("birth"));
        }
        if fields.is_empty() {
            return Ok(fields);
        }
        register.change_family(&family, &household, None, now)?;
        register.act(Some(family.id), Act::Correct { by: by.to_owned(), fields: fields.clone() })?;
        Ok(fields)
    }
}

/// A text as it is kept.
///
/// # Errors
/// It is longer than it may be, or says nothing where something must stand.
fn sound(field: Field, text: &str) -> Result<String> {
    let mut kept = text.to_owned();
    let letters = field.letters().unwrap_or_default();
    if within(&mut kept, letters) || (kept.is_empty() && field != Field::Phone) {
        let (what, may_not) = match field {
            Field::Name => ("Nama", "kosong atau "),
            Field::Address => ("Alamat", "kosong atau "),
            _ => ("Telepon", ""),
        };
        return Err(Fault::new(
            "isi-tidak-sah",
            format!("{what} tidak boleh {may_not}lebih panjang dari {letters} huruf."),
            "Betulkan isinya, lalu ulangi.",
        ));
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::Connection;

    /// The family 2 of the fixture, changed by SQL.
    fn register(change: &str) -> (tempfile::TempDir, Register) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.sqlite");
        let db = Connection::open(&path).unwrap();
        db.execute_batch(include_str!("../../../tests/fixtures/v1/register-9.sql")).unwrap();
        db.execute_batch(change).unwrap();
        (folder, Register::open(&path).unwrap())
    }

    fn apply(register: &Register, id: i64, correction: &RecordCorrection) -> Result<Vec<String>> {
        let entries = vec![register.family(id).unwrap().unwrap()];
        correction.apply(register, entries, "Ani", &Moment::now(Some("2021-04-01")).unwrap())
    }

    fn member(name: Option<&str>, nik: Option<&str>) -> RecordCorrection {
        let (name, nik) = (name.map(str::to_owned), nik.map(|nik| Nik::parse(nik).unwrap()));
        RecordCorrection {
            member: MemberCorrection { position: 1, name, nik, birth: None },
            ..RecordCorrection::default()
        }
    }

    /// An old register may hold what is over a limit: whoever mends a number is not asked about that.
    #[test]
    fn only_what_is_corrected_must_be_within_its_limits() {
        let long = "x".repeat(900);
        for (path, text, correction, expect) in [
            (
                "$.address",
                long.as_str(),
                member(None, Some("3174101306719003")),
                Ok(vec!["nik 1".to_owned()]),
            ),
            ("$.note", &long, member(Some("Contoh Benar"), None), Ok(vec!["name 1".to_owned()])),
            ("$.address", "", member(Some("Contoh Benar"), None), Ok(vec!["name 1".to_owned()])),
            ("$.others[0].name", "", member(Some("Contoh Benar"), None), Ok(vec!["name 1".to_owned()])),
            ("$.note", "", member(Some(&long), None), Err("isi-tidak-sah")),
            ("$.note", "", member(Some(" "), None), Err("isi-tidak-sah")),
            (
                "$.note",
                "",
                RecordCorrection { address: Some(long.clone()), ..member(None, None) },
                Err("isi-tidak-sah"),
            ),
            (
                "$.note",
                "",
                RecordCorrection { phone: Some(String::new()), ..member(None, None) },
                Ok(vec!["phone".to_owned()]),
            ),
        ] {
            let set =
                format!("UPDATE family SET household = json_set(household, '{path}', '{text}') WHERE id = 2");
            let (_folder, register) = register(&set);
            let said = apply(&register, 2, &correction).map_err(|fault| fault.code);
            assert_eq!(said, expect, "{path}: {correction:?}");
        }
    }

    /// The code on the receipt of an entry that points to another one is the family's all the same.
    #[test]
    fn the_code_of_a_double_corrects_the_entry_that_stands() {
        let (_folder, register) = register("UPDATE family SET double_of = 2 WHERE id = 3");
        let fields = apply(&register, 3, &member(Some("Contoh Benar"), None)).unwrap();
        assert_eq!(fields, ["name 1"]);
        let name = |id| register.family(id).unwrap().unwrap().household.head.name;
        assert_eq!((name(2), name(3)), ("Contoh Benar".to_owned(), "Contoh Cahya".to_owned()));
    }
}
