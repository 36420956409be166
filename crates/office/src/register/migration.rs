//! From each version of the register to the next.

mod causes;
mod trail;

use crate::fault::{During, Result};
use rusqlite::Connection;

/// The version that this program reads and writes.
pub(super) const VERSION: u32 = 10;

/// What leads to a version from the one before; to the first, from nothing.
enum Step {
    Sql(&'static str),
    Rows(fn(&Connection) -> Result<()>),
}

const STEPS: [(u32, Step); 10] = [
    (1, Step::Sql(include_str!("migration/schema/1.sql"))),
    (2, Step::Sql(include_str!("migration/schema/2.sql"))),
    (3, Step::Sql(include_str!("migration/schema/3.sql"))),
    (4, Step::Rows(causes::from_notes)),
    (5, Step::Sql(include_str!("migration/schema/5.sql"))),
    (6, Step::Sql(include_str!("migration/schema/6.sql"))),
    (7, Step::Rows(trail::begin)),
    (8, Step::Sql(include_str!("migration/schema/8.sql"))),
    (9, Step::Sql(include_str!("migration/schema/9.sql"))),
    (10, Step::Sql(include_str!("migration/schema/10.sql"))),
];

/// The version of an open register; 0: it is empty.
pub(super) fn version(db: &Connection) -> Result<u32> {
    db.pragma_query_value(None, "user_version", |row| row.get(0)).during("membuka register")
}

/// Takes every step that a register has not taken. The caller has opened a transaction.
pub(super) fn migrate(db: &Connection) -> Result<()> {
    let version = version(db)?;
    for (to, step) in STEPS.iter().filter(|(to, _)| *to > version) {
        match step {
            Step::Sql(sql) => db.execute_batch(sql).during("memperbarui register")?,
            Step::Rows(rows) => rows(db)?,
        }
        db.pragma_update(None, "user_version", to).during("memperbarui register")?;
    }
    Ok(())
}

/// Adds the indexes that came after the tables: a register with or without them holds the same, and is of the same version.
pub(super) fn add_indexes(db: &Connection) -> Result<()> {
    db.execute_batch("CREATE INDEX IF NOT EXISTS trail_of_acts ON trail (family) WHERE act IS NOT NULL")
        .during("memperbarui register")
}
