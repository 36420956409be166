//! All that is held of one family: every row of every table that is about it, as it stands. Whoever the data are about may ask
//! for them (UU 27/2022 on personal data).

use super::{Family, Register, number};
use crate::fault::{During, Result};
use data_encoding::HEXLOWER;
use rusqlite::Row;
use rusqlite::types::ValueRef;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Rows by the name of their table, each by the names of its columns.
pub type HeldRows = BTreeMap<&'static str, Vec<Map<String, Value>>>;

/// The tables that name a family in their column `family`, and how their rows are ordered.
const OF_FAMILY: [(&str, &str); 14] = [
    ("allocation", "family"),
    ("answer", "id"),
    ("bank_line", "id"),
    ("card", "family"),
    ("clue", "source, line"),
    ("code", "code"),
    ("event", "number"),
    ("former", "id"),
    ("listing", "source, line"),
    ("pair_closed", "family"),
    ("question", "question"),
    ("report", "source, line"),
    ("request", "family"),
    ("trail", "id"),
];

impl Register {
    /// Every row about a family. Of the trail, what people did beside deciding: the rest of it stands in the events.
    pub fn held(&self, family: &Family) -> Result<HeldRows> {
        let id = family.id;
        let mut held =
            HeldRows::from([("family", self.rows(&format!("SELECT * FROM family WHERE id = {id}"))?)]);
        for (table, order) in OF_FAMILY {
            let acts = if table == "trail" { "AND act IS NOT NULL" } else { "" };
            let select = format!("SELECT * FROM {table} WHERE family = {id} {acts} ORDER BY {order}");
            held.insert(table, self.rows(&select)?);
        }
        let codes = format!("SELECT code FROM code WHERE family = {id}");
        held.insert(
            "remark",
            self.rows(&format!("SELECT * FROM remark WHERE code IN ({codes}) ORDER BY id"))?,
        );
        held.insert(
            "taken_back",
            self.rows(&format!("SELECT * FROM taken_back WHERE code IN ({codes}) ORDER BY code"))?,
        );
        // Lines that mean the family under a number of nobody are about it too.
        let meant =
            self.bank_lines_that_mean(&[id])?.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let of_bank = format!("family = {id} OR id IN ({meant})");
        held.insert("bank_line", self.rows(&format!("SELECT * FROM bank_line WHERE {of_bank} ORDER BY id"))?);
        let lines = format!("SELECT id FROM bank_line WHERE {of_bank}");
        held.insert(
            "settlement",
            self.rows(&format!("SELECT * FROM settlement WHERE item IN ({lines}) ORDER BY id"))?,
        );
        // Rows of other offices, by the numbers on the cards.
        let niks: Vec<String> = family.household.niks().map(|nik| number(nik.digits()).to_string()).collect();
        let kk = family.household.kk.map_or("NULL".to_owned(), |kk| number(kk.digits()).to_string());
        for table in ["aid", "resident"] {
            let niks = niks.join(", ");
            let select =
                format!("SELECT * FROM {table} WHERE nik IN ({niks}) OR kk = {kk} ORDER BY source, line");
            held.insert(table, self.rows(&select)?);
        }
        // The lists in envelopes on which it stood, without what stands there of others.
        held.insert(
            "edition",
            self.rows(&format!(
                "SELECT source, office, edition, arrived_at FROM edition
                 WHERE EXISTS (SELECT 1 FROM code WHERE code.family = {id} AND instr(edition.list, code.code))
                 ORDER BY source"
            ))?,
        );
        held.retain(|_, rows| !rows.is_empty());
        Ok(held)
    }

    fn rows(&self, select: &str) -> Result<Vec<Map<String, Value>>> {
        let doing = "membaca data satu keluarga";
        let mut select = self.db.prepare(select).during(doing)?;
        let columns: Vec<String> = select.column_names().map(str::to_owned).collect();
        let cells = |row: &Row<'_>| {
            let cell = |(at, name): (usize, &String)| Ok((name.clone(), value(row.get_ref(at)?)));
            columns.iter().enumerate().map(cell).collect::<rusqlite::Result<Map<_, _>>>()
        };
        select.query_map([], cells).and_then(Iterator::collect).during(doing)
    }
}

/// A cell; JSON where a column keeps a record.
fn value(cell: ValueRef<'_>) -> Value {
    match cell {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => number.into(),
        ValueRef::Real(number) => number.into(),
        ValueRef::Blob(bytes) => HEXLOWER.encode(bytes).into(),
        ValueRef::Text(text) => {
            let text = String::from_utf8_lossy(text);
            let is_record = text.starts_with(['{', '[']);
            let record = is_record.then(|| serde_json::from_str(&text).ok()).flatten();
            record.unwrap_or_else(|| text.into_owned().into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::Connection;

    #[test]
    fn no_table_that_names_a_family_is_left_out() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.sqlite");
        Connection::open(&path)
            .unwrap()
            .execute_batch(include_str!("../../../../tests/fixtures/v1/register-8.sql"))
            .unwrap();
        let register = Register::open(&path).unwrap();
        let tables: Vec<String> = register
            .db
            .prepare(
                "SELECT DISTINCT sqlite_schema.name FROM sqlite_schema, pragma_table_info(sqlite_schema.name) AS cell
                 WHERE sqlite_schema.type = 'table' AND cell.name = 'family' ORDER BY 1",
            )
            .and_then(|mut select| select.query_map([], |row| row.get(0))?.collect())
            .unwrap();
        // The NIK stand in the records too.
        let expect: Vec<&str> = tables.iter().map(String::as_str).filter(|name| *name != "nik").collect();
        assert_eq!(OF_FAMILY.map(|(table, _)| table).to_vec(), expect);
        let held = |id| register.held(&register.family(id).unwrap().unwrap()).unwrap();
        let mut found: Vec<&str> = (1..=14).flat_map(|id| held(id).into_keys()).collect();
        found.sort_unstable();
        found.dedup();
        for table in
            OF_FAMILY.map(|(table, _)| table).into_iter().chain(["aid", "resident", "remark", "edition"])
        {
            assert!(found.contains(&table), "{table}: {found:?}");
        }
    }
}
