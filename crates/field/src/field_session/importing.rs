//! Families of a list that was brought in.

use super::{FieldSession, today};
use domain::RegistrationCode;
use leptos::prelude::GetValue;
use lists_protocol::{Column, Correction};
use phone::{AcceptedRow, Family, ImportTotals, PhoneRegister};
use ui::browser::{clock, random};

/// As many are taken in before the page gets its turn.
const PORTION: usize = 25;

impl FieldSession {
    /// What was said the last time of a list with these columns.
    pub async fn recall(self, columns: &[Column]) -> Vec<Correction> {
        let Some(store) = self.store.get_value() else { return Vec::new() };
        store.layouts().await.map(|layouts| layouts.corrections(columns)).unwrap_or_default()
    }

    /// Remembers what was said of a list with these columns. Where that fails, it is asked for again the next time.
    pub async fn remember(self, columns: &[Column], corrections: &[Correction]) {
        let Some(store) = self.store.get_value() else { return };
        // What a later version has kept there is not written over.
        let Ok(mut layouts) = store.layouts().await else { return };
        layouts.remember(columns, corrections);
        store.put_layouts(&layouts).await.ok();
    }

    /// Takes families in; `tell` hears now and then how many there are so far. `None` if the register was locked meanwhile.
    pub async fn take_in(self, arrivals: Vec<AcceptedRow>, tell: impl Fn(usize)) -> Option<ImportTotals> {
        let mut arrived = ImportTotals::default();
        for portion in arrivals.chunks(PORTION) {
            let families: Vec<(Family, bool)> = self
                .peek(|register| portion.iter().filter_map(|arrival| family(register, arrival)).collect())?;
            let ids: Vec<_> = families.iter().map(|(family, _)| family.id).collect();
            let records = families.iter().filter(|(_, is_saved)| *is_saved).count();
            arrived.records += records;
            arrived.drafts += families.len() - records;
            self.update(|register| register.put_all(families.into_iter().map(|(family, _)| family)));
            ids.into_iter().for_each(|id| self.store_family(id));
            tell(arrived.records + arrived.drafts);
            clock::breath().await;
        }
        Some(arrived)
    }
}

/// The family as it stands in the register afterwards, and whether it is saved; `None` on a browser without a source of
/// chance.
fn family(register: &PhoneRegister, arrival: &AcceptedRow) -> Option<(Family, bool)> {
    let known = arrival.known.and_then(|id| register.family(id).cloned());
    let mut family = match known {
        Some(family) => Family { draft: arrival.over(&family.draft), ..family },
        None => Family {
            draft: arrival.draft.clone(),
            ..Family::new(FieldSession::new_id()?, &register.enrolment)
        },
    };
    let code = RegistrationCode::from_random(random::bytes()?);
    // What the register knew may bar a family that the list has complete.
    let is_saved = arrival.is_complete && family.save(&register.enrolment, today(), code).is_ok();
    Some((family, is_saved))
}
