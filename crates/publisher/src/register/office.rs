//! The RTs that were enrolled.

use super::{Origin, Register, parsed};
use crate::fault::{During, Fault, Result};
use domain::{AreaCode, Date, Rt, Rw};
use rusqlite::{OptionalExtension as _, Row};
use seal::{OfficePublic, OfficeSecret};
use sha_crypt::{Algorithm, Params, PasswordHasher as _, PasswordVerifier as _, ShaCrypt};

/// An enrolled RT.
pub(crate) struct Office {
    /// Key id.
    pub(crate) id: String,
    pub(crate) public: OfficePublic,
    /// As crypt(3) writes it.
    pub(crate) password_hash: String,
    pub(crate) origin: Origin,
    /// Edition of its list that was last taken in; 0: none.
    pub(crate) edition: u32,
}

type Raw = (String, Vec<u8>, String, String, String, String, u32);

const COLUMNS: &str = "id, public_key, password_hash, area, rw, rt, edition";

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?))
}

fn office((id, key, password_hash, area, rw, rt, edition): Raw) -> Result<Office> {
    let public = parsed("", |_| OfficePublic::from_bytes(&key).ok_or(()))?;
    let origin = Origin {
        area: parsed(&area, AreaCode::parse)?,
        rw: parsed(&rw, Rw::parse)?,
        rt: parsed(&rt, Rt::parse)?,
    };
    Ok(Office { id, public, password_hash, origin, edition })
}

/// The password has 160 random bits: the fewest rounds are enough to keep it from whoever reads the register.
fn hash(password: &str) -> Result<String> {
    ShaCrypt::new(Algorithm::Sha256Crypt, Params::new(Params::ROUNDS_MIN).unwrap_or_default())
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|_| {
            Fault::new("acak", "Sistem tidak memberi angka acak.", "Nyalakan ulang komputer, lalu coba lagi.")
        })
}

impl Office {
    /// Whether this is the password of its drop box.
    pub(crate) fn accepts(&self, password: &str) -> bool {
        ShaCrypt::default().verify_password(password.as_bytes(), self.password_hash.as_str()).is_ok()
    }
}

impl Register {
    /// Writes an RT down by its public half.
    pub(crate) fn enrol(&self, secret: &OfficeSecret, origin: &Origin, on: Date) -> Result<String> {
        let id = secret.public().id();
        let Origin { area, rw, rt } = origin;
        self.db
            .execute(
                "INSERT INTO office (id, public_key, password_hash, area, rw, rt, enrolled_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                (
                    &id,
                    secret.public().to_bytes(),
                    hash(secret.drop_box_password())?,
                    area.as_str(),
                    rw.to_string(),
                    rt.to_string(),
                    on.to_string(),
                ),
            )
            .during("mendaftarkan RT")?;
        Ok(id)
    }

    /// The RT with this key id.
    pub(crate) fn office(&self, id: &str) -> Result<Option<Office>> {
        self.db
            .prepare_cached(&format!("SELECT {COLUMNS} FROM office WHERE id = ?1"))
            .and_then(|mut select| select.query_row([id], raw).optional())
            .during("membaca RT")?
            .map(office)
            .transpose()
    }

    /// Every enrolled RT.
    pub(crate) fn offices(&self) -> Result<Vec<Office>> {
        self.db
            .prepare_cached(&format!("SELECT {COLUMNS} FROM office ORDER BY id"))
            .and_then(|mut select| select.query_map([], raw)?.collect::<rusqlite::Result<Vec<_>>>())
            .during("membaca RT")?
            .into_iter()
            .map(office)
            .collect()
    }

    /// Notes the edition that was taken in.
    pub(crate) fn set_edition(&self, id: &str, edition: u32) -> Result<()> {
        self.db
            .execute("UPDATE office SET edition = ?2 WHERE id = ?1", (id, edition))
            .during("menyimpan edisi")?;
        Ok(())
    }
}
