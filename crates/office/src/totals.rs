//! Where every family stands, and whether the counts add up.

use crate::clock::Moment;
use crate::fault::Result;
use crate::progress::{Progress, Work};
use crate::reconciliation::Reconciliation;
use crate::register::{ListAccount, Register};
use crate::reports::disbursement;
use crate::shortened::Shortened;
use domain::{History, Reason, Status};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Every family that was ever listed, once.
#[derive(Default, Serialize)]
pub struct Totals {
    /// When they were counted.
    pub on: String,
    /// Entries on the lists.
    pub entries: usize,
    /// Those of them that point to another entry of the same family.
    pub doubles: usize,
    /// Those of the entries whose identity was erased: they are counted where they stood.
    pub erased: usize,
    /// Where the families stand.
    pub status: BTreeMap<Status, usize>,
    /// Why families left the main line, by status.
    pub reasons: BTreeMap<Status, BTreeMap<&'static str, usize>>,
    /// Families that wait for a person, by question.
    pub open: BTreeMap<&'static str, usize>,
    /// Families whose last word from the bank is that a payment failed, by what it was for.
    pub failed_payments: BTreeMap<String, usize>,
    /// The rows of all lists of families, as their reader counted them.
    pub lists: ListAccount,
    /// Lists of which something was not read or not taken in, by the name of the file.
    pub incomplete: BTreeMap<String, ListAccount>,
    /// What the register holds that is over the limits: it is published and printed cut off.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shortened: Vec<Shortened>,
    /// What does not add up; a register in order has none.
    pub faults: Vec<String>,
}

/// Counts them.
pub fn totals(register: &Register, now: &Moment, progress: &dyn Progress) -> Result<Totals> {
    let mut totals = Totals { on: now.to_string(), entries: register.count_families()?, ..Totals::default() };
    let (mut reconciliation, failed) = (Reconciliation::default(), register.failed_payments()?);
    let bar = progress.begin(Work::ReadFamilies, totals.entries);
    let unreadable = register.for_each_family(|cases| {
        bar.advance(cases.len());
        for case in &cases {
            reconciliation.count(case);
            totals.shortened.extend(Shortened::in_case(case));
            totals.count(case.family.stands(), &case.history, failed.get(&case.family.id));
        }
        Ok(())
    })?;
    for erased in register.erased_families()? {
        reconciliation.count_erased(&erased);
        totals.count(erased.duplicate_of.is_none(), &erased.history, failed.get(&erased.id));
        totals.erased += 1;
    }
    reconciliation.add_unreadable(&unreadable);
    totals.faults = reconciliation.faults(register)?;
    for (file, account) in register.accounts()? {
        if !account.adds_up() {
            totals.faults.push(format!("{file}: jumlah barisnya tidak cocok"));
        }
        totals.lists.add(&account);
        if account.unread + account.refused > 0 {
            totals.incomplete.insert(file, account);
        }
    }
    totals.open = register.open_questions()?;
    Ok(totals)
}

impl Totals {
    /// Counts an entry, with the payments of which the bank said that they failed.
    fn count(&mut self, stands: bool, history: &History, failed: Option<&BTreeSet<String>>) {
        if !stands {
            self.doubles += 1;
            return;
        }
        let status = history.status();
        *self.status.entry(status).or_default() += 1;
        for topic in failed.into_iter().flatten().filter(|topic| !is_paid(history, topic)) {
            *self.failed_payments.entry(topic.clone()).or_default() += 1;
        }
        if let Some(reason) = history.reason() {
            *self.reasons.entry(status).or_default().entry(Reason::code(reason)).or_default() += 1;
        }
    }
}

/// Whether the family has the money that a report of the bank is about.
fn is_paid(history: &History, topic: &str) -> bool {
    let mut tahap = history.events().iter().filter_map(|event| event.tahap);
    tahap.any(|tahap| disbursement::topic(tahap) == topic && history.is_paid(tahap))
}
