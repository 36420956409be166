//! The file of a backup: what it is and how its code becomes its key in clear, the register sealed.

use super::Stored;
use crate::backup::Backup;
use domain::Date;
use seal::Stretch;
use serde::{Deserialize, Serialize};
use wire::Bytes;

#[derive(Serialize, Deserialize)]
pub struct BackupRecord {
    kind: Kind,
    version: u32,
    made_on: Date,
    stretch: Stretch,
    sealed: Bytes,
}

/// Tells it from other JSON files.
#[derive(Serialize, Deserialize)]
enum Kind {
    #[serde(rename = "tepat-cadangan")]
    Backup,
}

impl Stored for Backup {
    type Record = BackupRecord;

    fn to_record(&self) -> BackupRecord {
        let Self { made_on, stretch, sealed } = self.clone();
        BackupRecord { kind: Kind::Backup, version: 1, made_on, stretch, sealed }
    }

    fn from_record(record: BackupRecord) -> Self {
        // The version was looked at before the record was read.
        let BackupRecord { kind: Kind::Backup, version: _, made_on, stretch, sealed } = record;
        Self { made_on, stretch, sealed }
    }
}
