//! Families that were listed twice: the first complete entry stands, and the others point to it.

use crate::areas::{areas, name_of};
use crate::clock::Moment;
use crate::fault::Result;
use crate::register::{Family, FamilyId, Grounds, Register};
use domain::{Actor, Event, Reason, Status};
use std::collections::{HashMap, HashSet};

/// What is known of them.
pub(super) struct Doubles {
    /// Families of which a member's NIK stands in another family.
    sharing: HashSet<FamilyId>,
}

/// One of the entries.
struct Entry {
    family: Family,
    status: Status,
    reason: Option<Reason>,
}

impl Doubles {
    /// Finds out which entry of each family stands.
    pub(super) fn settle(register: &Register, now: &Moment) -> Result<Self> {
        let mut stands = HashMap::<FamilyId, FamilyId>::new();
        for same in register.with_the_same_kk()? {
            let mut entries = Vec::new();
            for id in same {
                if let Some(family) = register.family(id)? {
                    let last = register.events(id)?.pop();
                    let (status, reason) = last.map_or((Status::Proposed, None), |it| (it.status, it.reason));
                    entries.push(Entry { family, status, reason });
                }
            }
            if let Some(first) = entries.iter().min_by_key(|entry| entry.rank()) {
                let first = first.family.id;
                stands.extend(entries.iter().map(|entry| (entry.family.id, first)));
                settle(register, &entries, first, now)?;
            }
        }
        let mut sharing = HashSet::new();
        for same in register.with_the_same_nik()? {
            let stander = |id: &FamilyId| stands.get(id).copied().unwrap_or(*id);
            let mut families: Vec<FamilyId> = same.iter().map(stander).collect();
            families.sort_unstable();
            families.dedup();
            if families.len() > 1 {
                sharing.extend(families);
            }
        }
        Ok(Self { sharing })
    }

    /// Whether a member's NIK stands in another family, which is no double of this one.
    pub(super) fn shares_nik(&self, id: FamilyId) -> bool {
        self.sharing.contains(&id)
    }
}

impl Entry {
    /// The least stands: nobody who has the aid loses it, then the complete, then the first.
    fn rank(&self) -> (bool, bool, bool, FamilyId) {
        let gone = self.status == Status::Withdrawn;
        (gone, !self.status.is_recipient(), !self.is_complete(), self.family.id)
    }

    /// Whether everybody in it is named with NIK and birth date, at an address.
    fn is_complete(&self) -> bool {
        let household = &self.family.household;
        !household.address.is_empty()
            && household.members().all(|member| member.nik.is_some() && member.birth.is_some())
    }

    fn is_refused_as_double(&self) -> bool {
        self.status == Status::Refused && self.reason == Some(Reason::Duplicate)
    }
}

fn settle(register: &Register, entries: &[Entry], first: FamilyId, now: &Moment) -> Result<()> {
    let stands = entries.iter().find(|entry| entry.family.id == first);
    let Some(origin) = stands.map(|entry| &entry.family.origin) else { return Ok(()) };
    let place = format!("RT {} / RW {} {}", origin.rt, origin.rw, name_of(&areas(), &origin.area));
    for entry in entries {
        let points_to = (entry.family.id != first).then_some(first);
        if entry.family.double_of != points_to {
            register.point_to(entry.family.id, points_to)?;
        }
        let event = match points_to {
            // What was refused for the sake of another entry is looked at anew when that one no longer stands for it.
            None if entry.is_refused_as_double() => Event::new(Status::Proposed, now.date),
            Some(_) if entry.status.allows(Status::Refused) => Event {
                reason: Some(Reason::Duplicate),
                note: format!("Sudah tercatat di {place}."),
                ..Event::new(Status::Refused, now.date)
            },
            _ => continue,
        };
        let evidence = stands.and_then(|entry| entry.family.line).into_iter().chain(entry.family.line);
        let grounds = Grounds { evidence: evidence.collect(), ..Actor::Dinas.into() };
        register.record(entry.family.id, &event, grounds, now)?;
    }
    Ok(())
}
