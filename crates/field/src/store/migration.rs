//! The versions of the database, and what leads from each to the next. What a phone holds is kept: a step adds, or it
//! rewrites what it finds.

use idb::{Database, ObjectStoreParams};

/// What makes the database one of this version, from the one before.
struct Migration {
    to: u32,
    run: fn(&Database),
}

/// In the order of their versions. Version 1, before the first release, kept families in clear; nobody has it any more.
const MIGRATIONS: [Migration; 1] = [Migration { to: 2, run: sealed }];

/// The version that this app reads and writes.
pub(super) const VERSION: u32 = 2;

/// Brings a database of the version `from` to [`VERSION`]; 0 is one that was just made.
pub(super) fn migrate(database: &Database, from: u32) {
    for migration in after(from) {
        (migration.run)(database);
    }
}

fn after(from: u32) -> impl Iterator<Item = &'static Migration> {
    MIGRATIONS.iter().filter(move |migration| migration.to > from)
}

/// Version 2: everything of a register is sealed. What version 1 kept in clear goes.
fn sealed(database: &Database) {
    for in_clear in database.store_names() {
        database.delete_object_store(&in_clear).ok();
    }
    for name in ["setting", "lock", "secret", "family", "edition", "parcel", "outcome"] {
        // A store that could not be made shows itself with the first transaction.
        database.create_object_store(name, ObjectStoreParams::new()).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(from: u32, expect: &[u32]) {
        assert_eq!(after(from).map(|migration| migration.to).collect::<Vec<_>>(), expect, "{from}");
    }

    #[test]
    fn a_database_of_a_release_is_emptied_by_no_step() {
        check(0, &[2]);
        check(1, &[2]);
        check(2, &[]);
        check(VERSION, &[]);
    }

    #[test]
    fn the_steps_lead_to_the_version_of_the_app() {
        assert!(MIGRATIONS.windows(2).all(|pair| pair[0].to < pair[1].to));
        assert_eq!(MIGRATIONS.last().map(|migration| migration.to), Some(VERSION));
    }
}
