//! The lock of a register, as it is stored.

use super::Stored;
use crate::lock::Lock;
use crate::pin::PinKind;
use domain::{AreaCode, Rt, Rw};
use seal::Stretch;
use serde::{Deserialize, Serialize};
use wire::Bytes;

#[derive(Serialize, Deserialize)]
pub struct LockRecord {
    area: AreaCode,
    area_name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rt: Option<Rt>,
    rw: Rw,
    stretch: Stretch,
    /// Words stand for the PIN.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    words: bool,
    pin: Bytes,
    code: Bytes,
    #[serde(default)]
    wrong: u32,
    #[serde(default)]
    until: f64,
}

impl Stored for Lock {
    type Record = LockRecord;

    fn to_record(&self) -> LockRecord {
        let Self { area, area_name, rt, rw, stretch, kind, pin, code, wrong, until } = self.clone();
        let words = kind == PinKind::Words;
        LockRecord { area, area_name, rt, rw, stretch, words, pin, code, wrong, until }
    }

    fn from_record(record: LockRecord) -> Self {
        let LockRecord { area, area_name, rt, rw, stretch, words, pin, code, wrong, until } = record;
        let kind = if words { PinKind::Words } else { PinKind::Digits };
        Self { area, area_name, rt, rw, stretch, kind, pin, code, wrong, until }
    }
}
