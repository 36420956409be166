//! `tepat report`: where every family stands, and whether the counts add up.

use crate::output::Output;
use domain::{Event, Reason, Status};
use office::clock::Moment;
use office::fault::Result;
use office::reconciliation::Reconciliation;
use office::register::Register;
use office::reports::disbursement;
use office::workspace::Workspace;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};
use std::process::ExitCode;

/// Every family that was ever listed, once.
#[derive(Default, Serialize)]
pub(super) struct Report {
    on: String,
    /// Entries on the lists.
    entries: usize,
    /// Those of them that point to another entry of the same family.
    pub(super) doubles: usize,
    /// Where the families stand.
    pub(super) status: BTreeMap<Status, usize>,
    /// Why families left the main line, by status.
    reasons: BTreeMap<Status, BTreeMap<&'static str, usize>>,
    /// Families that wait for a person, by question.
    open: BTreeMap<&'static str, usize>,
    /// Families whose last word from the bank is that a payment failed, by what it was for.
    failed_payments: BTreeMap<String, usize>,
    /// What does not add up; a register in order has none.
    pub(super) faults: Vec<String>,
}

/// Fails where something does not add up.
pub(super) fn run(workspace: &mut Workspace, now: &Moment, output: &Output) -> Result<ExitCode> {
    let report = report(&workspace.register, now)?;
    output.answer(&report, &report.to_string());
    Ok(if report.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

pub(super) fn report(register: &Register, now: &Moment) -> Result<Report> {
    let mut report = Report { on: now.to_string(), entries: register.count_families()?, ..Report::default() };
    let (mut reconciliation, failed) = (Reconciliation::default(), register.failed_payments()?);
    let unreadable = register.for_each_family(|cases| {
        for case in &cases {
            reconciliation.count(case);
            if !case.family.stands() {
                report.doubles += 1;
                continue;
            }
            let status = case.status();
            *report.status.entry(status).or_default() += 1;
            let failed = failed.get(&case.family.id).into_iter().flatten();
            for topic in failed.filter(|topic| !is_paid(case.history.events(), topic)) {
                *report.failed_payments.entry(topic.clone()).or_default() += 1;
            }
            if let Some(reason) = case.history.reason() {
                *report.reasons.entry(status).or_default().entry(Reason::code(reason)).or_default() += 1;
            }
        }
        Ok(())
    })?;
    reconciliation.add_unreadable(&unreadable);
    report.faults = reconciliation.faults(register)?;
    report.open = register.open_questions()?;
    Ok(report)
}

/// Whether the money that a report of the bank is about has come.
fn is_paid(events: &[Event], topic: &str) -> bool {
    let mut paid = events.iter().filter(|event| event.status == Status::Paid).filter_map(|event| event.tahap);
    paid.any(|tahap| disbursement::topic(tahap) == topic)
}

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let Self { entries, doubles, .. } = self;
        writeln!(f, "{}: {entries} keluarga di daftar, {doubles} di antaranya data ganda.", self.on)?;
        for (status, count) in &self.status {
            writeln!(f, "{count:>9}  {status}")?;
            for (reason, count) in self.reasons.get(status).into_iter().flatten() {
                writeln!(f, "{count:>18}  {reason}")?;
            }
        }
        for (topic, count) in &self.failed_payments {
            writeln!(f, "{count:>9}  {topic} gagal")?;
        }
        for (question, count) in &self.open {
            writeln!(f, "{count:>9}  menunggu keputusan: {question}")?;
        }
        self.faults.iter().try_for_each(|fault| writeln!(f, "TIDAK COCOK: {fault}"))?;
        if self.faults.is_empty() {
            return writeln!(f, "Jumlah cocok: setiap keluarga yang masuk ada statusnya.");
        }
        writeln!(f, "Jangan terbitkan. Pulihkan register dari cadangan terakhir yang laporannya cocok.")
    }
}
