//! What happened to a family after it was listed. It stays the same family: the aid is the family's, not a person's
//! (Dinas Sosial study of BST in Jakarta Selatan, §3.4).

use crate::date::Date;
use crate::member::Member;
use crate::text_serde::coded;
use serde::{Deserialize, Serialize};

coded! {
    /// What can happen to a family.
    ChangeKind, "a circumstance like pindah" {
        /// The head died; an heir of the same KK is the head now.
        HeadDied = "kepala-meninggal",
        /// The family moved away.
        Moved = "pindah",
        /// Nobody finds the family at its address.
        NotFound = "tidak-ditemukan",
        /// It is there again.
        Back = "ada-kembali",
        /// Others know its KK number and a NIK: only the code may open its status from now on.
        PairClosed = "kk-nik-ditutup",
    }
}

/// One of them, with its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HouseholdChange {
    /// What.
    pub what: ChangeKind,
    /// The day it was noted.
    pub on: Date,
    /// For [`ChangeKind::HeadDied`]: who was the head before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub former_head: Option<Member>,
    /// In the words of the head of the RT: where to, who said so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}
