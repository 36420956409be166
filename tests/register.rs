//! The register as whoever opens the file sees it: every table, row by row.

use crate::office::Office;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use std::collections::BTreeMap;

/// The rows of every table, as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register(BTreeMap<String, Vec<String>>);

/// Settings that a run cut short may leave otherwise: it takes a serial, names its own folder, and writes at
/// another time.
const ITS_OWN: [&str; 3] = ["serial", "published", "trail"];
/// What says when it was written by the clock of the machine, or in which serial an outcome was first published: no two runs
/// write the same.
const LEFT_OUT: [(&str, &str); 4] =
    [("outcome_serial", "serial"), ("event", "written_at"), ("trail", "digest"), ("trail", "act")];

impl Register {
    /// All that an office has written down.
    pub fn of(office: &Office) -> Self {
        let path = office.workspace().join("register.sqlite");
        let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
        let tables: Vec<String> = db
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            .and_then(|mut select| select.query_map([], |row| row.get(0))?.collect())
            .unwrap();
        Self(tables.into_iter().map(|table| (table.clone(), rows(&db, &table))).collect())
    }

    /// Changes the file as whoever has it may, behind the back of `tepat`.
    pub fn change(office: &Office, sql: &str) {
        let db = Connection::open(office.workspace().join("register.sqlite")).unwrap();
        db.execute_batch(sql).unwrap();
        assert!(db.changes() > 0, "nothing was changed: {sql}");
    }

    /// The one number that a query gives.
    pub fn count(office: &Office, sql: &str) -> u64 {
        let path = office.workspace().join("register.sqlite");
        let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
        db.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap().try_into().unwrap()
    }

    /// Without the codes themselves, which are drawn by lot; that there are as many, and whose they are, stays.
    pub fn without_codes(mut self) -> Self {
        for row in self.0.get_mut("code").unwrap() {
            *row = row.split_once('|').unwrap().1.to_owned();
        }
        self.0.get_mut("code").unwrap().sort();
        self
    }

    /// Stops at the first row that the other has otherwise.
    pub fn assert_same(&self, other: &Self, after: &str) {
        assert!(self.0.keys().eq(other.0.keys()), "{after}: {:?}, {:?}", self.0.keys(), other.0.keys());
        for (table, rows) in &self.0 {
            let others = &other.0[table];
            let differ = rows.iter().zip(others).find(|(own, other)| own != other);
            assert_eq!(differ, None, "{after}: {table}");
            assert_eq!(rows.len(), others.len(), "{after}: rows of {table}");
        }
    }
}

fn rows(db: &Connection, table: &str) -> Vec<String> {
    let mut select = db.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let is_kept = |column: &usize| !LEFT_OUT.contains(&(table, select.column_name(*column).unwrap()));
    let columns: Vec<usize> = (0..select.column_count()).filter(is_kept).collect();
    let mut found = select.query([]).unwrap();
    let mut rows = Vec::new();
    while let Some(row) = found.next().unwrap() {
        let cells: Vec<String> = columns.iter().map(|column| text(row.get_ref(*column).unwrap())).collect();
        rows.push(cells.join("|"));
    }
    rows.retain(|row| table != "setting" || !ITS_OWN.iter().any(|own| row.starts_with(own)));
    rows.sort();
    rows
}

fn text(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => String::new(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => String::from_utf8(text.to_vec()).unwrap(),
        ValueRef::Blob(bytes) => data_encoding::HEXLOWER.encode(bytes),
    }
}
