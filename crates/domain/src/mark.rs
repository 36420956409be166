//! What the head of an RT saw of a call.

use crate::date::Date;
use crate::text_serde::coded;
use serde::{Deserialize, Serialize};

coded! {
    /// What came of a call (Dinas Sosial study of BST in Jakarta Selatan, §3.3: who came, who did not, why).
    Attendance, "what came of a call, like datang" {
        /// The family knows of the invitation.
        Told = "diberi-tahu",
        /// The invited person came.
        Came = "datang",
        /// Nobody came; [`Mark::absence`] says why.
        Absent = "tidak-datang",
        /// Somebody came with a surat kuasa.
        Proxy = "diwakili",
        /// An heir of the same KK came.
        Heir = "ahli-waris",
    }
}

coded! {
    /// Why nobody came.
    Absence, "a reason like sakit" {
        /// Ill.
        Ill = "sakit",
        /// At work.
        Working = "bekerja",
        /// Out of town.
        Away = "di-luar-kota",
        /// A paper was missing.
        Papers = "berkas-kurang",
        /// The point is too far away.
        TooFar = "terlalu-jauh",
        /// The invitation did not reach the family in time.
        NotReached = "undangan-terlambat",
        /// The family does not want the aid.
        Declined = "menolak",
        /// Something else, in the note.
        Other = "lainnya",
    }
}

/// A mark in the ledger of invitations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Which call: 1, 2 or 3.
    pub call: u8,
    /// What came of it.
    pub attendance: Attendance,
    /// For [`Attendance::Absent`]: why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub absence: Option<Absence>,
    /// The day it was marked.
    pub on: Date,
    /// In the words of the head of the RT.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}
