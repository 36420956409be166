//! The RT and RW that were enrolled.

use super::{Register, Scope, parsed};
use crate::fault::{During, Fault, Result};
use domain::{AreaCode, Date, Rt, Rw};
use rusqlite::{OptionalExtension as _, Row};
use seal::{OfficePublic, OfficeSecret};
use sha_crypt::{Algorithm, Params, PasswordHasher as _, PasswordVerifier as _, ShaCrypt};

/// How the settings begin that say which key of the office a link knows.
const LINK_KEY: &str = "link_key:";

/// An enrolled RT or RW: one link, one phone.
#[derive(Clone, Debug)]
pub struct Office {
    /// Key id.
    pub id: String,
    /// The public half of its key.
    pub public: OfficePublic,
    /// As crypt(3) writes it.
    pub password_hash: String,
    /// Which RT or RW it is for.
    pub scope: Scope,
    /// The day its link was made.
    pub enrolled_on: Date,
    /// Edition of its list that was last taken in; 0: none.
    pub edition: u32,
    /// The day of that list.
    pub listed_on: Option<Date>,
    /// From then on nothing is taken from it and nothing published for it.
    pub revoked_on: Option<Date>,
}

struct Raw {
    id: String,
    public_key: Vec<u8>,
    password_hash: String,
    area: String,
    rw: String,
    rt: Option<String>,
    enrolled_on: String,
    edition: u32,
    listed_on: Option<String>,
    revoked_on: Option<String>,
}

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    Ok(Raw {
        id: row.get("id")?,
        public_key: row.get("public_key")?,
        password_hash: row.get("password_hash")?,
        area: row.get("area")?,
        rw: row.get("rw")?,
        rt: row.get("rt")?,
        enrolled_on: row.get("enrolled_on")?,
        edition: row.get("edition")?,
        listed_on: row.get("listed_on")?,
        revoked_on: row.get("revoked_on")?,
    })
}

fn office(raw: Raw) -> Result<Office> {
    let date = |text: &Option<String>| text.as_deref().map(|text| parsed(text, Date::parse)).transpose();
    Ok(Office {
        public: parsed("", |_| OfficePublic::from_bytes(&raw.public_key).ok_or(()))?,
        scope: Scope {
            area: parsed(&raw.area, AreaCode::parse)?,
            rw: parsed(&raw.rw, Rw::parse)?,
            rt: raw.rt.as_deref().map(|rt| parsed(rt, Rt::parse)).transpose()?,
        },
        enrolled_on: parsed(&raw.enrolled_on, Date::parse)?,
        listed_on: date(&raw.listed_on)?,
        revoked_on: date(&raw.revoked_on)?,
        id: raw.id,
        password_hash: raw.password_hash,
        edition: raw.edition,
    })
}

/// The password has 160 random bits: the fewest rounds are enough to keep it from whoever reads the register.
pub fn password_hash(password: &str) -> Result<String> {
    let no_randomness =
        || Fault::new("acak", "Sistem tidak memberi angka acak.", "Nyalakan ulang komputer, lalu coba lagi.");
    // Sixteen letters: crypt(3) answers with no more of a longer salt, and nginx compares the whole answer.
    let mut salt = [0; 12];
    getrandom::fill(&mut salt).map_err(|_| no_randomness())?;
    ShaCrypt::new(Algorithm::Sha256Crypt, Params::new(Params::ROUNDS_MIN).unwrap_or_default())
        .hash_password_with_salt(password.as_bytes(), &salt)
        .map(|hash| hash.to_string())
        .map_err(|_| no_randomness())
}

/// Whether a password has this hash.
pub fn is_password(password: &str, hash: &str) -> bool {
    ShaCrypt::default().verify_password(password.as_bytes(), hash).is_ok()
}

impl Office {
    /// Whether its link still holds.
    pub fn is_active(&self) -> bool {
        self.revoked_on.is_none()
    }

    /// Whether this is the password of its drop box.
    pub fn accepts(&self, password: &str) -> bool {
        is_password(password, &self.password_hash)
    }
}

impl Register {
    /// Writes an RT or RW down by its public half.
    pub fn enrol(&self, secret: &OfficeSecret, scope: &Scope, on: Date) -> Result<String> {
        let id = secret.public().id();
        let Scope { area, rw, rt } = scope;
        self.db
            .execute(
                "INSERT INTO office (id, public_key, password_hash, area, rw, rt, enrolled_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                (
                    &id,
                    secret.public().to_bytes(),
                    password_hash(secret.drop_box_password())?,
                    area.as_str(),
                    rw.to_string(),
                    rt.map(|rt| rt.to_string()),
                    on.to_string(),
                ),
            )
            .during("mendaftarkan RT/RW")?;
        Ok(id)
    }

    /// Notes which key of the office a link knows. Before there could be several none was noted: it is the first.
    pub fn set_link_key(&self, link: &str, key: &str) -> Result<()> {
        self.set(&format!("{LINK_KEY}{link}"), key)
    }

    /// The id of the key of the office that a link knows; empty if that one is lost.
    pub fn link_key(&self, link: &str) -> Result<Option<String>> {
        self.get(&format!("{LINK_KEY}{link}"))
    }

    /// Notes that the key that the links know is lost.
    pub fn forget_link_keys(&self) -> Result<()> {
        self.offices()?.iter().try_for_each(|office| self.set_link_key(&office.id, ""))
    }

    /// The RT or RW with this key id, revoked or not.
    pub fn office(&self, id: &str) -> Result<Option<Office>> {
        self.db
            .prepare_cached("SELECT * FROM office WHERE id = ?1")
            .and_then(|mut select| select.query_row([id], raw).optional())
            .during("membaca RT/RW")?
            .map(office)
            .transpose()
    }

    /// Every RT and RW that was ever enrolled, place by place.
    pub fn offices(&self) -> Result<Vec<Office>> {
        self.db
            .prepare_cached("SELECT * FROM office ORDER BY area, rw, rt, enrolled_on, id")
            .and_then(|mut select| select.query_map([], raw)?.collect::<rusqlite::Result<Vec<_>>>())
            .during("membaca RT/RW")?
            .into_iter()
            .map(office)
            .collect()
    }

    /// Notes the list that was taken in.
    pub fn note_list(&self, id: &str, edition: u32, declared_on: Date) -> Result<()> {
        self.db
            .execute(
                "UPDATE office SET edition = ?2, listed_on = ?3 WHERE id = ?1",
                (id, edition, declared_on.to_string()),
            )
            .during("menyimpan edisi")?;
        Ok(())
    }

    /// Makes a link worthless; the first day on which that happened stays.
    pub fn revoke(&self, id: &str, on: Date) -> Result<()> {
        self.db
            .execute(
                "UPDATE office SET revoked_on = coalesce(revoked_on, ?2) WHERE id = ?1",
                (id, on.to_string()),
            )
            .during("mencabut tautan")?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{is_password, password_hash};

    #[test]
    fn a_hash_is_one_that_nginx_can_compare() {
        let hash = password_hash("rahasia").unwrap();
        let salt = hash.split('$').nth(3).unwrap();
        assert_eq!(
            (salt.len(), is_password("rahasia", &hash), is_password("Rahasia", &hash)),
            (16, true, false)
        );
    }
}
