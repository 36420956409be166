//! Between the register's structs and the domain's. Each struct is taken apart by name, so that a new field does not compile
//! before it has its place here.

use super::event::{StoredCause, StoredEvent, StoredInvitation};
use super::evidence::{StoredEvidence, StoredFinding};
use super::household::{StoredHousehold, StoredMember};
use super::point::StoredPoint;
use super::remark::StoredRemark;
use super::{Kept, first};
use crate::register::remark::Remark;
use domain::{
    Cause, Coordinate, Event, Finding, Household, HouseholdChange, Invitation, KeptWarning, Mark,
    MatchEvidence, Member, NotDuplicate, Opening, PickupPoint,
};

impl Kept for Household {
    type Stored = StoredHousehold;

    fn store(&self) -> StoredHousehold {
        let Self {
            kk,
            head,
            others,
            stated_size,
            area,
            rt,
            rw,
            address,
            phone,
            affected,
            fixed_income,
            disability,
            note,
        } = self.clone();
        StoredHousehold {
            v: first(),
            kk,
            head: head.into(),
            others: others.into_iter().map(Into::into).collect(),
            stated_size,
            area,
            rt,
            rw,
            address,
            phone,
            affected,
            fixed_income,
            disability,
            note,
        }
    }

    fn restore(stored: StoredHousehold) -> Option<Self> {
        let StoredHousehold {
            v,
            kk,
            head,
            others,
            stated_size,
            area,
            rt,
            rw,
            address,
            phone,
            affected,
            fixed_income,
            disability,
            note,
        } = stored;
        (v == first()).then(|| Self {
            kk,
            head: head.into(),
            others: others.into_iter().map(Into::into).collect(),
            stated_size,
            area,
            rt,
            rw,
            address,
            phone,
            affected,
            fixed_income,
            disability,
            note,
        })
    }
}

impl From<Member> for StoredMember {
    fn from(Member { name, nik, relation, sex, birth, aid, disabled, occupation }: Member) -> Self {
        Self { name, nik, relation, sex, birth, aid, disabled, occupation }
    }
}

impl From<StoredMember> for Member {
    fn from(
        StoredMember { name, nik, relation, sex, birth, aid, disabled, occupation }: StoredMember,
    ) -> Self {
        Self { name, nik, relation, sex, birth, aid, disabled, occupation }
    }
}

impl Kept for Event {
    type Stored = StoredEvent;

    fn store(&self) -> StoredEvent {
        let Self { status, at, reason, cause, note, invitation, tahap, resumed } = self.clone();
        let (cause, invitation) = (cause.map(Into::into), invitation.map(Into::into));
        StoredEvent { v: first(), status, at, reason, cause, note, invitation, tahap, resumed }
    }

    fn restore(stored: StoredEvent) -> Option<Self> {
        let StoredEvent { v, status, at, reason, cause, note, invitation, tahap, resumed } = stored;
        let (cause, invitation) = (cause.map(Into::into), invitation.map(Into::into));
        (v == first()).then_some(Self { status, at, reason, cause, note, invitation, tahap, resumed })
    }
}

impl From<Cause> for StoredCause {
    fn from(cause: Cause) -> Self {
        match cause {
            Cause::AidFound { programmes } => Self::AidFound { programmes },
            Cause::AidCompared { programmes } => Self::AidCompared { programmes },
            Cause::Kept => Self::Kept,
            Cause::ListReplaced => Self::ListReplaced,
            Cause::DuplicateOf { rt, rw, kelurahan } => Self::DuplicateOf { rt, rw, kelurahan },
            Cause::HeirCollects => Self::HeirCollects,
            Cause::CollectedByProxy => Self::CollectedByProxy,
            Cause::CollectedByHeir => Self::CollectedByHeir,
            Cause::Declined => Self::Declined,
            Cause::AskRt { question } => Self::AskRt { question },
        }
    }
}

impl From<StoredCause> for Cause {
    fn from(stored: StoredCause) -> Self {
        match stored {
            StoredCause::AidFound { programmes } => Self::AidFound { programmes },
            StoredCause::AidCompared { programmes } => Self::AidCompared { programmes },
            StoredCause::Kept => Self::Kept,
            StoredCause::ListReplaced => Self::ListReplaced,
            StoredCause::DuplicateOf { rt, rw, kelurahan } => Self::DuplicateOf { rt, rw, kelurahan },
            StoredCause::HeirCollects => Self::HeirCollects,
            StoredCause::CollectedByProxy => Self::CollectedByProxy,
            StoredCause::CollectedByHeir => Self::CollectedByHeir,
            StoredCause::Declined => Self::Declined,
            StoredCause::AskRt { question } => Self::AskRt { question },
        }
    }
}

impl From<Invitation> for StoredInvitation {
    fn from(Invitation { call, date, from, to, point }: Invitation) -> Self {
        Self { call, date, from, to, point }
    }
}

impl From<StoredInvitation> for Invitation {
    fn from(StoredInvitation { call, date, from, to, point }: StoredInvitation) -> Self {
        Self { call, date, from, to, point }
    }
}

impl Kept for MatchEvidence {
    type Stored = StoredEvidence;

    fn store(&self) -> StoredEvidence {
        let Self { says, tie, likeness } = *self;
        let says = match says {
            Finding::Aid(aid) => StoredFinding::Aid(aid),
            Finding::Died(member) => StoredFinding::Died(member),
            Finding::Moved(member) => StoredFinding::Moved(member),
            Finding::OtherKk(member) => StoredFinding::OtherKk(member),
        };
        StoredEvidence { says, tie, likeness }
    }

    fn restore(StoredEvidence { says, tie, likeness }: StoredEvidence) -> Option<Self> {
        let says = match says {
            StoredFinding::Aid(aid) => Finding::Aid(aid),
            StoredFinding::Died(member) => Finding::Died(member),
            StoredFinding::Moved(member) => Finding::Moved(member),
            StoredFinding::OtherKk(member) => Finding::OtherKk(member),
        };
        Some(Self { says, tie, likeness })
    }
}

impl Kept for PickupPoint {
    type Stored = StoredPoint;

    fn store(&self) -> StoredPoint {
        let Self { id, name, kind, address, area, at, precision, opening, capacity, example } = self.clone();
        let Coordinate { lat, lon } = at;
        let Opening { days, from, to } = opening;
        StoredPoint {
            v: first(),
            id,
            name,
            kind,
            address,
            area,
            lat,
            lon,
            precision,
            days,
            from,
            to,
            capacity,
            example,
        }
    }

    fn restore(stored: StoredPoint) -> Option<Self> {
        let StoredPoint {
            v,
            id,
            name,
            kind,
            address,
            area,
            lat,
            lon,
            precision,
            days,
            from,
            to,
            capacity,
            example,
        } = stored;
        let opening = Opening { days, from, to };
        let at = Coordinate::new(lat, lon).filter(|_| v == first())?;
        Some(Self { id, name, kind, address, area, at, precision, opening, capacity, example })
    }
}

impl Kept for Remark {
    type Stored = StoredRemark;

    fn store(&self) -> StoredRemark {
        match self.clone() {
            Self::Kept(KeptWarning { place, fault, reason }) => StoredRemark::Kept { place, fault, reason },
            Self::NotDuplicate(NotDuplicate { code, reason }) => StoredRemark::NotDuplicate { code, reason },
            Self::HouseholdChange(HouseholdChange { what, on, former_head, note }) => {
                let former_head = former_head.map(Into::into);
                StoredRemark::HouseholdChange { what, on, former_head, note }
            }
            Self::Mark(Mark { call, attendance, absence, on, note }) => {
                StoredRemark::Mark { call, attendance, absence, on, note }
            }
        }
    }

    fn restore(stored: StoredRemark) -> Option<Self> {
        Some(match stored {
            StoredRemark::Kept { place, fault, reason } => Self::Kept(KeptWarning { place, fault, reason }),
            StoredRemark::NotDuplicate { code, reason } => Self::NotDuplicate(NotDuplicate { code, reason }),
            StoredRemark::HouseholdChange { what, on, former_head, note } => {
                let former_head = former_head.map(Into::into);
                Self::HouseholdChange(HouseholdChange { what, on, former_head, note })
            }
            StoredRemark::Mark { call, attendance, absence, on, note } => {
                Self::Mark(Mark { call, attendance, absence, on, note })
            }
        })
    }
}
