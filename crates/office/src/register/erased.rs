//! Families whose identity was erased (UU 27/2022 on personal data): what happened to them stays and counts; who they were
//! does not. The record of such a family is empty, and only the accounting still sees it.

use super::digest_chain::ChainDigest;
use super::identity::{self, Identity};
use super::{Act, Family, FamilyId, Register, SourceId, number, stored};
use crate::clock::Moment;
use crate::fault::{During, Result};
use domain::{Event, History};
use rusqlite::{Row, params_from_iter};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashSet};

/// Which families were erased, as a condition of SQL. Their KK number is gone, and there is an index of it.
const IS_ERASED: &str = "kk IS NULL AND household = ''";

const ERASING: &str = "menghapus identitas";

/// What goes from the register with the identity of the families in `gone`. Reports, answers and events stay without what people
/// wrote beside them. Codes count as taken back: a list from before does not bring the family again.
const STATEMENTS: [&str; 18] = [
    "INSERT OR IGNORE INTO gone_row SELECT source, line FROM clue WHERE family IN (SELECT id FROM gone)",
    "INSERT OR IGNORE INTO gone_row SELECT value ->> 'source', value ->> 'line' FROM event, json_each(event.evidence)
        WHERE family IN (SELECT id FROM gone)",
    "INSERT OR IGNORE INTO taken_back SELECT code FROM code WHERE family IN (SELECT id FROM gone)",
    "DELETE FROM remark WHERE code IN (SELECT code FROM code WHERE family IN (SELECT id FROM gone))",
    "DELETE FROM code WHERE family IN (SELECT id FROM gone)",
    "DELETE FROM nik WHERE family IN (SELECT id FROM gone)",
    "DELETE FROM former WHERE family IN (SELECT id FROM gone)",
    "DELETE FROM clue WHERE family IN (SELECT id FROM gone)",
    "DELETE FROM allocation WHERE family IN (SELECT id FROM gone)",
    "DELETE FROM request WHERE family IN (SELECT id FROM gone)",
    "DELETE FROM card WHERE family IN (SELECT id FROM gone)",
    "DELETE FROM pair_closed WHERE family IN (SELECT id FROM gone)",
    "UPDATE question SET closed_at = coalesce(closed_at, ?1) WHERE family IN (SELECT id FROM gone)",
    "UPDATE answer SET note = '' WHERE family IN (SELECT id FROM gone)",
    "UPDATE report SET remark = '' WHERE family IN (SELECT id FROM gone)",
    "UPDATE bank_line SET whom = '' WHERE family IN (SELECT id FROM gone)",
    "UPDATE settlement SET reason = ''
        WHERE item IN (SELECT id FROM bank_line WHERE family IN (SELECT id FROM gone))",
    "UPDATE family SET kk = NULL, household = '' WHERE id IN (SELECT id FROM gone)",
];

/// The rows of other offices that go too: by which one of these families was matched or decided, unless they bear a number of
/// another, and those that bear a number which no other has. What another family was matched or decided by stays with it.
const ROWS: [&str; 10] = [
    "DELETE FROM gone_row WHERE EXISTS (SELECT 1 FROM aid WHERE (aid.source, aid.line) = (gone_row.source, gone_row.line)
        AND (nik IN (SELECT nik FROM nik) OR printf('%016d', kk) IN (SELECT kk FROM family)))",
    "DELETE FROM gone_row
        WHERE EXISTS (SELECT 1 FROM resident WHERE (resident.source, resident.line) = (gone_row.source, gone_row.line)
        AND (nik IN (SELECT nik FROM nik) OR printf('%016d', kk) IN (SELECT kk FROM family)))",
    "DELETE FROM gone_number WHERE number IN (SELECT nik FROM nik)",
    "DELETE FROM gone_number WHERE printf('%016d', number) IN (SELECT kk FROM family WHERE kk IS NOT NULL)",
    "INSERT OR IGNORE INTO gone_row SELECT source, line FROM aid
        WHERE nik IN (SELECT number FROM gone_number) OR kk IN (SELECT number FROM gone_number)",
    "INSERT OR IGNORE INTO gone_row SELECT source, line FROM resident
        WHERE nik IN (SELECT number FROM gone_number) OR kk IN (SELECT number FROM gone_number)",
    "DELETE FROM gone_row WHERE (source, line) IN (SELECT source, line FROM clue)",
    "DELETE FROM gone_row WHERE (source, line) IN (SELECT value ->> 'source', value ->> 'line'
        FROM event JOIN family ON family.id = event.family AND household <> '', json_each(event.evidence)
        WHERE (value ->> 'source', value ->> 'line') IN (SELECT source, line FROM gone_row))",
    "DELETE FROM aid WHERE (source, line) IN (SELECT source, line FROM gone_row)",
    "DELETE FROM resident WHERE (source, line) IN (SELECT source, line FROM gone_row)",
];

/// A family of which only the accounting is left.
#[derive(Debug)]
pub struct ErasedFamily {
    /// Its number in the register.
    pub id: FamilyId,
    /// The entry that stood for this one.
    pub duplicate_of: Option<FamilyId>,
    /// What happened to it.
    pub history: History,
}

impl Register {
    /// Every family that was erased.
    pub fn erased_families(&self) -> Result<Vec<ErasedFamily>> {
        let rows: Vec<(FamilyId, Option<FamilyId>)> = self
            .db
            .prepare_cached(&format!("SELECT id, double_of FROM family WHERE {IS_ERASED} ORDER BY id"))
            .and_then(|mut select| select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
            .during("membaca keluarga")?;
        let erased = |(id, duplicate_of)| Ok(ErasedFamily { id, duplicate_of, history: self.history(id)? });
        rows.into_iter().map(erased).collect()
    }

    /// The rows of a list whose families were erased since it came.
    pub fn rows_of_erased(&self, source: SourceId) -> Result<HashSet<u32>> {
        self.db
            .prepare_cached(&format!(
                "SELECT listing.line FROM listing JOIN family ON family.id = listing.family
                 WHERE listing.source = ?1 AND {IS_ERASED}"
            ))
            .and_then(|mut select| select.query_map([source], |row| row.get(0))?.collect())
            .during("mencocokkan baris")
    }

    /// These entries, and all that stand for one of them or that one of them stands for: the same family.
    pub fn with_doubles(&self, families: Vec<Family>) -> Result<Vec<Family>> {
        let mut all = BTreeMap::new();
        for family in families {
            let stands = family.duplicate_of.unwrap_or(family.id);
            let same = self.select("(id = ?1 OR double_of = ?1)", [stands])?;
            all.extend(same.into_iter().map(|family| (family.id, family)));
        }
        Ok(all.into_values().collect())
    }

    /// What tells these families from all others.
    pub fn identity(&self, families: &[FamilyId]) -> Result<Identity> {
        let mut identity = Identity::default();
        for id in families {
            self.family(*id)?.iter().for_each(|family| identity.add(&family.household));
            self.previous_versions(*id)?.iter().for_each(|version| identity.add(&version.household));
            self.codes(*id)?.into_iter().for_each(|code| identity.add_code(code));
        }
        Ok(identity)
    }

    /// Erases who these families are, from every table, and writes on the trail who did it and why. What was deleted still
    /// stands in unused parts of the file until [`Register::rewrite`].
    ///
    /// Within a transaction.
    pub fn erase(&self, families: &[FamilyId], by: &str, because: &str, now: &Moment) -> Result<()> {
        self.deleting(|_| self.erase_rows(families, by, because, now))
    }

    fn erase_rows(&self, families: &[FamilyId], by: &str, because: &str, now: &Moment) -> Result<()> {
        let identity = self.identity(families)?;
        for line in self.bank_lines_that_mean(families)? {
            self.forget_bank_person(line)?;
        }
        self.db
            .execute_batch(
                "CREATE TEMP TABLE gone (id INTEGER PRIMARY KEY);
                 CREATE TEMP TABLE gone_number (number INTEGER PRIMARY KEY);
                 CREATE TEMP TABLE gone_row (source INTEGER, line INTEGER, PRIMARY KEY (source, line)) WITHOUT ROWID;",
            )
            .during(ERASING)?;
        for id in families {
            self.db.execute("INSERT OR IGNORE INTO gone VALUES (?1)", [id]).during(ERASING)?;
        }
        let mut seals = self.redact_events()?;
        for statement in STATEMENTS {
            let mut prepared = self.db.prepare(statement).during(ERASING)?;
            let given = (prepared.parameter_count() > 0).then(|| now.to_string());
            prepared.execute(params_from_iter(given)).during(ERASING)?;
        }
        for digits in identity.numbers() {
            let insert = "INSERT OR IGNORE INTO gone_number VALUES (?1)";
            self.db.execute(insert, [number(digits)]).during(ERASING)?;
        }
        ROWS.iter().try_for_each(|delete| self.db.execute(delete, []).map(drop)).during(ERASING)?;
        self.redact_lists(&identity)?;
        self.db
            .execute_batch("DROP TABLE gone; DROP TABLE gone_number; DROP TABLE gone_row;")
            .during(ERASING)?;
        for id in families {
            let events = seals.remove(id).unwrap_or_default().into_iter().collect();
            self.act(Some(*id), Act::Erase { by: by.to_owned(), because: because.to_owned(), events })?;
        }
        Ok(())
    }

    /// Takes the sentences of people out of the events. For each event that changes: the digest that binds what is left of it to
    /// its place on the trail, by which the audit knows it again.
    fn redact_events(&self) -> Result<BTreeMap<FamilyId, BTreeMap<i64, String>>> {
        let noted: Vec<(FamilyId, i64, String)> = self
            .db
            .prepare("SELECT family, number, event FROM event WHERE family IN (SELECT id FROM gone)")
            .and_then(|mut select| {
                select.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
            })
            .during(ERASING)?;
        let mut update = self
            .db
            .prepare("UPDATE event SET event = ?3 WHERE family = ?1 AND number = ?2")
            .during(ERASING)?;
        let mut seals = BTreeMap::<FamilyId, BTreeMap<i64, String>>::new();
        for (family, number, json) in noted {
            let mut event: Event = stored::read(&json, ERASING)?;
            if !event.note.is_empty() {
                event.note.clear();
                update.execute((family, number, stored::write(&event, ERASING)?)).during(ERASING)?;
                seals.entry(family).or_default().insert(number, String::new());
            }
        }
        if seals.is_empty() {
            return Ok(seals);
        }
        let mut select = self
            .db
            .prepare(
                "SELECT event.family, event.number, recorded_at, written_at, actor, by, event, evidence, trail.digest,
                        (SELECT before.digest FROM trail AS before WHERE before.id = trail.id - 1)
                 FROM trail JOIN event ON event.family = trail.family AND event.number = trail.number
                 WHERE trail.family IN (SELECT id FROM gone)",
            )
            .during(ERASING)?;
        let seal = |row: &Row<'_>| -> rusqlite::Result<(FamilyId, i64, Option<String>)> {
            let digest = |column| -> rusqlite::Result<Option<ChainDigest>> {
                Ok(row.get_ref(column)?.as_blob().ok().and_then(ChainDigest::from_bytes))
            };
            let before = digest(9)?.unwrap_or(ChainDigest::START);
            let left = before.after_row(row, 0..8)?;
            Ok((row.get(0)?, row.get(1)?, digest(8)?.map(|kept| left.seal(kept))))
        };
        for row in select.query_map([], seal).during(ERASING)? {
            let (family, number, seal) = row.during(ERASING)?;
            let place = seals.get_mut(&family).and_then(|events| events.get_mut(&number));
            if let (Some(place), Some(seal)) = (place, seal) {
                *place = seal;
            }
        }
        Ok(seals)
    }

    /// Whether the document of a list names one of these families.
    pub fn is_named_in(&self, identity: &Identity, list: &Value) -> Result<bool> {
        for entry in identity::entries(list) {
            if self.is_entry_of(identity, entry)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether an entry of a list is one of these families. What has the code of another is that one's, whatever its numbers are.
    fn is_entry_of(&self, identity: &Identity, entry: &Value) -> Result<bool> {
        let Some(code) = identity::code(entry).filter(|_| identity.is_of(entry)) else { return Ok(false) };
        Ok(identity.has_code(&code) || self.family_with_code(&code)?.is_none())
    }

    /// Leaves of these families, in every list that came in an envelope, no more than the code and where the list is from.
    fn redact_lists(&self, identity: &Identity) -> Result<()> {
        let sources: Vec<i64> = self
            .db
            .prepare("SELECT source FROM edition")
            .and_then(|mut select| select.query_map([], |row| row.get(0))?.collect())
            .during(ERASING)?;
        let mut select = self.db.prepare("SELECT list FROM edition WHERE source = ?1").during(ERASING)?;
        for source in sources {
            let list: String = select.query_row([source], |row| row.get(0)).during(ERASING)?;
            let mut list: Value = serde_json::from_str(&list).during("membaca daftar")?;
            let mut has_changed = false;
            let households = list.get_mut("households").and_then(Value::as_array_mut);
            for entry in households.into_iter().flatten() {
                if self.is_entry_of(identity, entry)? {
                    let place = |name| entry.get("household").and_then(|it| it.get(name)).cloned();
                    let (area, rw) = (place("area"), place("rw"));
                    *entry =
                        json!({ "code": identity::code(entry), "household": { "area": area, "rw": rw } });
                    has_changed = true;
                }
            }
            if has_changed {
                let update = "UPDATE edition SET list = ?2 WHERE source = ?1";
                self.db.execute(update, (source, list.to_string())).during(ERASING)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
