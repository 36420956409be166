//! `tepat report`: where every family stands, and whether the counts add up.

use crate::clock::Moment;
use crate::fault::Result;
use crate::output::Output;
use crate::register::{Lost, Register};
use crate::workspace::Workspace;
use domain::{Reason, Status};
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
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
    let mut stands = HashMap::new();
    register.walk(|cases| {
        for case in &cases {
            let (id, status) = (case.family.id, case.status());
            stands.insert(id, case.family.double_of);
            if case.events.is_empty() {
                report.faults.push(format!("keluarga {id} tidak punya riwayat"));
            }
            if case.codes.is_empty() {
                report.faults.push(format!("keluarga {id} tidak punya kode"));
            }
            let broken = case.events.windows(2).filter(|pair| match pair {
                [from, to] => !from.status.allows(to.status),
                _ => false,
            });
            for _ in broken {
                report.faults.push(format!("keluarga {id} melompat dalam riwayatnya"));
            }
            if case.family.double_of.is_some() {
                report.doubles += 1;
                continue;
            }
            *report.status.entry(status).or_default() += 1;
            if let Some(reason) = case.events.last().and_then(|event| event.reason) {
                *report.reasons.entry(status).or_default().entry(Reason::code(reason)).or_default() += 1;
            }
        }
        Ok(())
    })?;
    for (id, double_of) in &stands {
        // A double must point to an entry that stands itself.
        if let Some(first) = double_of
            && stands.get(first).is_none_or(Option::is_some)
        {
            report.faults.push(format!("keluarga {id} menunjuk catatan yang tidak berdiri sendiri"));
        }
    }
    report.faults.extend(register.lost()?.into_iter().map(|Lost { file, line }| match line {
        Some(line) => format!("{file}, baris {line}: keluarganya tidak ada di register"),
        None => format!("{file}: tidak semua barisnya sampai ke register"),
    }));
    report.open = register.open_questions()?;
    report.faults.sort();
    Ok(report)
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
