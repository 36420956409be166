//! Correcting the record of a family on its word (UU 27/2022, the right to have data corrected). What the record said before
//! stays, and the trail says who corrected which fields.

use crate::clock::Moment;
use crate::fault::{Fault, Result};
use crate::register::{Act, Family, Register};
use domain::{Date, KkNumber, Nik};

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
    /// Corrects the one of these entries that stands; answers with the fields that changed.
    ///
    /// # Errors
    /// Not one of them stands, it has no such member, a text is empty or longer than it may be, or the register cannot be written.
    pub fn apply(
        &self,
        register: &Register,
        entries: Vec<Family>,
        by: &str,
        now: &Moment,
    ) -> Result<Vec<String>> {
        let mut standing = entries.into_iter().filter(Family::stands);
        let family = standing.next().ok_or_else(Fault::not_registered)?;
        if standing.next().is_some() {
            return Err(Fault::new(
                "beberapa-catatan",
                "Beberapa catatan memakai nomor KK itu.",
                "Sebut yang mana dengan --code; kodenya ada di `tepat history --kk`.",
            ));
        }
        let before = family.household.clone();
        let mut household = family.household.clone();
        let (member, mut fields) = (&self.member, Vec::new());
        let mut put = |is_new: bool, field: &str| fields.extend(is_new.then(|| field.to_owned()));
        if let Some(kk) = self.kk {
            put(household.kk.replace(kk) != Some(kk), "kk");
        }
        for (text, place, field) in
            [(&self.address, &mut household.address, "address"), (&self.phone, &mut household.phone, "phone")]
        {
            if let Some(text) = text {
                put(std::mem::replace(place, text.trim().to_owned()) != *place, field);
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
            let is_new = std::mem::replace(&mut person.name, name.trim().to_owned()) != person.name;
            put(is_new, &of_member("name"));
        }
        if let Some(nik) = member.nik {
            put(person.nik.replace(nik) != Some(nik), &of_member("nik"));
        }
        if let Some(birth) = member.birth {
            put(person.birth.replace(birth) != Some(birth), &of_member("birth"));
        }
        let is_empty =
            household.members().any(|member| member.name.is_empty()) || household.address.is_empty();
        let is_over = !household.limit().is_empty();
        if fields.is_empty() || household == before {
            return Ok(Vec::new());
        }
        if is_empty || is_over {
            return Err(Fault::new(
                "isi-tidak-sah",
                "Nama atau alamat tidak boleh kosong, dan tidak boleh lebih panjang dari yang disimpan.",
                "Ringkas isinya, lalu ulangi.",
            ));
        }
        register.change_family(&family, &household, None, now)?;
        register.act(Some(family.id), Act::Correct { by: by.to_owned(), fields: fields.clone() })?;
        Ok(fields)
    }
}
