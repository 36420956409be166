//! A family's way through the programme.

use crate::cause::Cause;
use crate::date::Date;
use crate::invitation::Invitation;
use crate::reason::Reason;
use crate::text_serde::coded;
use serde::{Deserialize, Serialize};

coded! {
    /// Where a family stands. The first seven are the main line; the others leave it, some to come back.
    Status, "a status like diusulkan" {
        /// Listed by the RT.
        Proposed = "diusulkan",
        /// The kelurahan looks at the list.
        KelurahanReview = "diperiksa-kelurahan",
        /// Dinas Sosial has checked it.
        Verified = "diverifikasi",
        /// On the final list: a KPM.
        Approved = "ditetapkan",
        /// Called to the distribution point, once, twice or three times.
        Invited = "diundang",
        /// Has the savings book and the card.
        CardReceived = "kartu-diterima",
        /// The money of a tahap is in the account.
        Paid = "cair",
        /// Sent back to the RT to be mended.
        Returned = "dikembalikan",
        /// Held while lists are compared.
        Held = "tertunda",
        /// Taken over by Kemensos.
        Transferred = "dialihkan",
        /// Refused before it was on the final list.
        Refused = "ditolak",
        /// Removed after it was on the final list.
        Removed = "dicoret",
        /// Taken back by the RT that listed it.
        Withdrawn = "ditarik",
    }
}

/// Something that happened to a family. What it is now is the last of these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// What it came to.
    pub status: Status,
    /// When.
    pub at: Date,
    /// Why, where there is a why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// What the machine found, where it decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
    /// What a person wrote, shown to the family.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// For [`Status::Invited`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitation: Option<Invitation>,
    /// For [`Status::Approved`] and [`Status::Paid`], and where the money came back: the tahap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tahap: Option<u16>,
    /// Whether the family only came back to where it had been before it was held: nothing happened a second time.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub resumed: bool,
    /// How many of the events before it that still held it takes back: they were a mistake. Its status is the one of before them.
    #[serde(default, skip_serializing_if = "is_none")]
    pub takes_back: u16,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_none(count: &u16) -> bool {
    *count == 0
}

impl Event {
    /// An event with nothing beside its status and date.
    pub fn new(status: Status, at: Date) -> Self {
        Self {
            status,
            at,
            reason: None,
            cause: None,
            note: String::new(),
            invitation: None,
            tahap: None,
            resumed: false,
            takes_back: 0,
        }
    }
}

impl Status {
    /// How far on the main line; `None` beside it.
    fn step(self) -> Option<u8> {
        match self {
            Self::Proposed => Some(0),
            Self::KelurahanReview => Some(1),
            Self::Verified => Some(2),
            Self::Approved => Some(3),
            Self::Invited => Some(4),
            Self::CardReceived => Some(5),
            Self::Paid => Some(6),
            _ => None,
        }
    }

    /// Whether it is on the main line, and not beside it.
    pub fn is_on_main_line(self) -> bool {
        self.step().is_some()
    }

    /// Whether the family was on the final list when it had this status.
    pub fn is_recipient(self) -> bool {
        self.step() >= Some(3)
    }

    /// Whether `next` may follow.
    ///
    /// Paper reaches the register late, so a family may skip steps forward on the main line, but goes back on it only to
    /// be invited again (and where the bank has the money back: [`crate::History::may_add`]); a recipient is approved again with
    /// each tahap. Who was refused or removed comes back through an objection (sanggah), which is checked anew.
    pub fn allows(self, next: Self) -> bool {
        use Status::{
            Approved, Held, Invited, KelurahanReview, Paid, Proposed, Refused, Removed, Returned,
            Transferred, Verified, Withdrawn,
        };
        if let (Some(from), Some(to)) = (self.step(), next.step()) {
            return to > from
                || (self == next && matches!(self, Approved | Invited | Paid))
                || (self == Paid && next == Approved);
        }
        match (self, next) {
            (Refused | Removed | Transferred | Withdrawn, to) => {
                matches!(to, Proposed | KelurahanReview | Verified | Approved)
            }
            (Returned, to) => matches!(to, Proposed | KelurahanReview | Verified | Refused | Withdrawn),
            (Held, Held | Proposed | KelurahanReview | Returned) => false,
            (Held, _) => true,
            (from, Refused | Returned | Withdrawn) => !from.is_recipient(),
            (from, Removed) => from.is_recipient(),
            (_, Held | Transferred) => true,
            _ => false,
        }
    }

    /// Every status that may follow, in reading order.
    pub fn next(self) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |next| self.allows(*next))
    }

    /// Whether it must say why: the family asks.
    pub fn needs_reason(self) -> bool {
        matches!(self, Self::Refused | Self::Removed | Self::Returned | Self::Held | Self::Transferred)
    }

    /// The reason that goes without saying.
    pub fn usual_reason(self) -> Option<Reason> {
        match self {
            Self::Held => Some(Reason::Matching),
            Self::Transferred => Some(Reason::Kemensos),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(from: &str, to: &str, expect: bool) {
        let (from, to) = (Status::parse(from).unwrap(), Status::parse(to).unwrap());
        assert_eq!(from.allows(to), expect, "{from} → {to}");
    }

    /// Whatever is held may become anything, so that way does not count.
    #[test]
    fn every_status_but_the_first_is_reached() {
        for status in Status::ALL.iter().filter(|status| **status != Status::Proposed) {
            let others = Status::ALL.iter().filter(|from| *from != status && **from != Status::Held);
            assert!(others.into_iter().any(|from| from.allows(*status)), "{status}");
        }
    }

    #[test]
    fn the_way() {
        check("diusulkan", "diperiksa-kelurahan", true);
        check("diusulkan", "ditetapkan", true);
        check("diusulkan", "cair", true);
        check("diusulkan", "ditolak", true);
        check("diusulkan", "tertunda", true);
        check("diusulkan", "dicoret", false);
        check("diusulkan", "diusulkan", false);
        check("ditetapkan", "diusulkan", false);
        check("ditetapkan", "ditolak", false);
        check("ditetapkan", "dicoret", true);
        check("ditetapkan", "ditetapkan", true);
        check("diundang", "diundang", true);
        check("kartu-diterima", "diundang", false);
        check("cair", "cair", true);
        check("cair", "ditetapkan", true);
        check("cair", "kartu-diterima", false);
        check("cair", "ditarik", false);
        check("tertunda", "ditetapkan", true);
        check("tertunda", "dialihkan", true);
        check("tertunda", "ditolak", true);
        check("tertunda", "diusulkan", false);
        check("dikembalikan", "diusulkan", true);
        check("ditolak", "diverifikasi", true);
        check("ditolak", "cair", false);
        check("dialihkan", "ditetapkan", true);
    }

    #[test]
    fn nobody_is_stuck() {
        for status in Status::ALL {
            assert!(status.next().next().is_some(), "{status} leads nowhere");
        }
    }

    #[test]
    fn everything_is_reached_from_the_start() {
        let mut seen = vec![Status::Proposed];
        let mut at = 0;
        while let Some(status) = seen.get(at).copied() {
            seen.extend(status.next().filter(|next| !seen.contains(next)).collect::<Vec<_>>());
            at += 1;
        }
        assert_eq!(seen.len(), Status::ALL.len());
    }
}
