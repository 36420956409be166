//! `tepat collect`: opens the envelopes of the RT and RW.
//!
//! Each is taken in whole or not at all, in the order in which they came: a run that is cut short ends, with the next, where
//! an undisturbed one would have.

mod quarantine;
mod report;
mod source;

use crate::output::Output;
use office::clock::Moment;
use office::collection::{MANY_NEW, NEWER_CODES, OpenedEnvelope, Reader};
use office::fault::{Fault, Result};
use office::progress::{Progress as _, Work};
use office::settings::Settings;
use office::workspace::Workspace;
use publication::location::Location;
use quarantine::Quarantine;
use rayon::prelude::*;
use report::{Collected, Report};
use seal::envelope;
use source::{Found, Unreached};

/// Envelopes that are in the memory at once.
const BATCH: usize = 128;

/// Who opens, takes in, sets aside, and notes it all.
struct Collector<'a> {
    workspace: &'a mut Workspace,
    reader: Reader,
    quarantine: Quarantine,
    now: &'a Moment,
    collected: Collected,
}

pub(super) fn run(
    workspace: &mut Workspace,
    from: Option<&Location>,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    let collected = collect(workspace, from, now, output)?;
    output.answer(&collected, &collected.to_string());
    Ok(())
}

fn collect(
    workspace: &mut Workspace,
    from: Option<&Location>,
    now: &Moment,
    output: &Output,
) -> Result<Collected> {
    let source = source::at(from, workspace)?;
    let (mut found, unreached) = source.list()?;
    found.sort_by(|a, b| (a.at, a.file(), &a.path).cmp(&(b.at, b.file(), &b.path)));
    let mut collector = Collector {
        reader: Reader::of(workspace)?,
        quarantine: Quarantine(workspace.quarantine()),
        collected: Collected { unreached, ..Collected::default() },
        workspace,
        now,
    };
    collector.retry_quarantine()?;
    if source.names_by_digest() {
        found = collector.leave_out_known(found)?;
    }
    let bar = output.begin(Work::OpenEnvelopes, found.len());
    let found: Vec<&Found> = found.iter().collect();
    for some in found.chunks(BATCH) {
        let fetched = source.fetch(some);
        collector.take_in(some, fetched)?;
        bar.advance(some.len());
    }
    collector.close()
}

/// Notes that a list is right that is held because it names many new families: it is taken in next.
pub(super) fn accept(workspace: &mut Workspace, file: &str, by: &str) -> Result<()> {
    if workspace.register.transaction(|register| register.accept(file, MANY_NEW, by))? {
        return Ok(());
    }
    Err(Fault::new(
        "tidak-ditahan",
        "Tidak ada amplop bernama itu yang ditahan karena menyebut banyak keluarga baru.",
        "Namanya disebut oleh `tepat collect --quarantine`.",
    ))
}

/// Names what is in quarantine.
pub(super) fn list_quarantine(workspace: &Workspace, output: &Output) -> Result<()> {
    let quarantined = workspace.register.quarantined()?;
    let lines = quarantined.iter().map(|envelope| {
        format!(
            "{} ({}, sejak {}): {} {}\n",
            envelope.file, envelope.name, envelope.seen_at, envelope.message, envelope.remedy
        )
    });
    let sentences = if quarantined.is_empty() { "Karantina kosong.".to_owned() } else { lines.collect() };
    output.answer(&quarantined, &sentences);
    Ok(())
}

impl Collector<'_> {
    /// Opens what is in quarantine once more: its sender may have been enrolled since, or this program brought up to date.
    fn retry_quarantine(&mut self) -> Result<()> {
        for kept in self.workspace.register.quarantined()? {
            let Some(bytes) = self.quarantine.read(&kept.file)? else {
                self.workspace.register.release(&kept.file)?;
                continue;
            };
            let arrived_at = kept.arrived_at.as_deref().and_then(|at| Moment::now(Some(at)).ok());
            match self.reader.open(&bytes, arrived_at) {
                // Nothing has changed: what could be read of it was taken in before.
                Ok(opened) if kept.code == NEWER_CODES && opened.unknown_codes().is_some() => {}
                Ok(opened) if self.held(&opened)?.is_some() => {}
                Ok(opened) => self.take(kept.name, &opened, &bytes)?,
                Err(fault) => {
                    self.workspace.register.quarantine(&kept.file, &kept.name, None, &fault, self.now)?;
                }
            }
        }
        Ok(())
    }

    /// What was dealt with before need not be fetched again.
    fn leave_out_known(&mut self, found: Vec<Found>) -> Result<Vec<Found>> {
        let mut new = Vec::new();
        for found in found {
            if !self.knows(found.file())? {
                new.push(found);
            }
        }
        Ok(new)
    }

    fn knows(&mut self, file: &str) -> Result<bool> {
        let is_known = self.workspace.register.knows_mail(file)?;
        self.collected.known += usize::from(is_known);
        Ok(is_known || self.workspace.register.is_quarantined(file)?)
    }

    /// Takes in what was fetched of `some`.
    fn take_in(&mut self, some: &[&Found], fetched: Vec<Result<Vec<u8>>>) -> Result<()> {
        let mut new = Vec::new();
        for (found, bytes) in some.iter().zip(fetched) {
            match bytes {
                Ok(bytes) => {
                    let file = envelope::file_name(&bytes);
                    if !self.knows(&file)? {
                        new.push((*found, file, bytes));
                    }
                }
                Err(problem) => {
                    self.collected.unreached.push(Unreached { file: found.name.clone(), problem });
                }
            }
        }
        let envelopes: Vec<Result<OpenedEnvelope>> =
            new.par_iter().map(|(found, _, bytes)| self.reader.open(bytes, found.arrived_at())).collect();
        for ((found, file, bytes), opened) in new.into_iter().zip(envelopes) {
            match opened {
                // The same envelope may lie in two places of one source.
                Ok(opened) if self.knows(&opened.file())? => {}
                Ok(opened) => match self.held(&opened)? {
                    Some(fault) => self.set_aside(found, &file, &bytes, fault)?,
                    None => self.take(found.name.clone(), &opened, &bytes)?,
                },
                Err(fault) => self.set_aside(found, &file, &bytes, fault)?,
            }
        }
        Ok(())
    }

    /// Why a list is held, unless somebody has found out that it is right.
    fn held(&self, opened: &OpenedEnvelope) -> Result<Option<Fault>> {
        let register = &self.workspace.register;
        if register.is_accepted(&opened.file())? {
            return Ok(None);
        }
        opened.many_new(register, Settings::of(register)?.many_new)
    }

    /// Takes a list in. One with codes that this program does not know goes into quarantine too: a later version reads it
    /// again.
    fn take(&mut self, name: String, opened: &OpenedEnvelope, bytes: &[u8]) -> Result<()> {
        let (now, problem, file) = (self.now, opened.unknown_codes(), opened.file());
        if problem.is_some() {
            self.quarantine.keep(&file, bytes)?;
        }
        let list = self.workspace.register.transaction(|register| {
            let report = opened.take(register, now)?;
            if let Some(problem) = &problem {
                register.quarantine(&file, &name, opened.arrived_at.as_ref(), problem, now)?;
            }
            Ok(report)
        })?;
        self.collected.envelopes.push(Report { file: name, list: Some(list), problem });
        Ok(())
    }

    /// The bytes first: an envelope that the register names can be looked at again.
    fn set_aside(&mut self, found: &Found, file: &str, bytes: &[u8], fault: Fault) -> Result<()> {
        // Of what is too large only the beginning was read.
        if bytes.len() <= envelope::LARGEST_FILE {
            self.quarantine.keep(file, bytes)?;
            let arrived_at = found.arrived_at();
            self.workspace.register.quarantine(file, &found.name, arrived_at.as_ref(), &fault, self.now)?;
        }
        self.collected.envelopes.push(Report { file: found.name.clone(), list: None, problem: Some(fault) });
        Ok(())
    }

    /// What the command answers.
    fn close(mut self) -> Result<Collected> {
        let quarantined = self.workspace.register.quarantined()?;
        self.quarantine.retain(&quarantined.iter().map(|kept| kept.file.clone()).collect())?;
        self.collected.quarantined = quarantined.len();
        Ok(self.collected)
    }
}

#[cfg(test)]
mod tests;
