//! Version 7: the trail, on which every event of before is put family by family; in which order they were written is not known.

use crate::fault::{During, Result};
use crate::register::digest_chain::ChainDigest;
use data_encoding::HEXLOWER;
use rusqlite::Connection;

/// Makes the tables, and begins the trail with the events that there are.
pub(super) fn begin(db: &Connection) -> Result<()> {
    let doing = "memperbarui register";
    db.execute_batch(include_str!("schema/7.sql")).during(doing)?;
    let mut select = db
        .prepare(
            "SELECT family, number, recorded_at, written_at, actor, by, event, evidence
             FROM event ORDER BY family, number",
        )
        .during(doing)?;
    let mut insert =
        db.prepare("INSERT INTO trail (family, number, digest) VALUES (?1, ?2, ?3)").during(doing)?;
    let (mut rows, mut last, mut entries) = (select.query([]).during(doing)?, ChainDigest::START, 0);
    while let Some(row) = rows.next().during(doing)? {
        last = last.after_row(row, 0..8).during(doing)?;
        let named = || -> rusqlite::Result<(i64, i64)> { Ok((row.get(0)?, row.get(1)?)) };
        let (family, number) = named().during(doing)?;
        insert.execute((family, number, last.as_bytes())).during(doing)?;
        entries += 1;
    }
    let end = format!("{entries}:{}", HEXLOWER.encode(last.as_bytes()));
    db.execute("INSERT INTO setting VALUES ('trail', ?1)", [end]).during(doing)?;
    Ok(())
}
