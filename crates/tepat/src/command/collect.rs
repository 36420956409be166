//! `tepat collect`: opens the envelopes of the RT and RW.
//!
//! Each is taken in whole or not at all, in the order in which they came: a run that is cut short ends, with the next, where
//! an undisturbed one would have.

mod batches;
mod links;
mod quarantine;
mod report;
mod source;

use crate::output::Output;
use batches::batches;
use links::Links;
use office::clock::Moment;
use office::collection::{
    GrowingKelurahan, LEAPS, MANY_CONTESTED, MANY_NEW, NEWER_CODES, OpenedEnvelope, Reader, too_large,
};
use office::fault::{Fault, Result};
use office::progress::{Progress as _, Work};
use office::settings::Settings;
use office::workspace::Workspace;
use publication::location::Location;
use quarantine::Quarantine;
use rayon::prelude::*;
use report::{Collected, Report};
use seal::envelope;
use source::{Found, Source, Unreached};
use std::collections::BTreeSet;
use std::os::unix::fs::MetadataExt as _;

/// The setting that says with what the envelopes in quarantine were last tried.
const TRIED: &str = "quarantine_tried";

/// Who opens, takes in, sets aside, and notes it all.
struct Collector<'a> {
    workspace: &'a mut Workspace,
    reader: Reader,
    quarantine: Quarantine,
    now: &'a Moment,
    links: Links,
    collected: Collected,
}

pub(super) fn run(
    workspace: &mut Workspace,
    from: Option<&Location>,
    purge: bool,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    let collected = collect(workspace, from, purge, now, output)?;
    output.answer(&collected, &collected.to_string());
    Ok(())
}

fn collect(
    workspace: &mut Workspace,
    from: Option<&Location>,
    purge: bool,
    now: &Moment,
    output: &Output,
) -> Result<Collected> {
    let source = source::at(from, workspace)?;
    let (mut found, unreached) = source.list()?;
    found.sort_by(|a, b| (a.at, a.file(), &a.path).cmp(&(b.at, b.file(), &b.path)));
    let mut collector = Collector {
        reader: Reader::of(workspace)?,
        quarantine: Quarantine(workspace.quarantine()),
        links: Links::default(),
        collected: Collected { unreached, ..Collected::default() },
        workspace,
        now,
    };
    collector.retry_quarantine()?;
    let (mut settled, mut new): (Vec<&Found>, Vec<&Found>) = (Vec::new(), Vec::new());
    for found in &found {
        if source.names_by_digest() && collector.knows(found.file())? {
            // What was dealt with before need not be fetched again.
            settled.push(found);
        } else if found.is_too_large() {
            collector.refuse(found);
        } else {
            new.push(found);
        }
    }
    let bar = output.begin(Work::OpenEnvelopes, new.len());
    for some in batches(&new) {
        let fetched = source.fetch(some);
        settled.extend(collector.take_in(some, fetched)?);
        bar.advance(some.len());
    }
    if purge {
        collector.purge(source.as_ref(), &settled)?;
    }
    collector.close()
}

/// Notes that a list is right that is held because it names many new families: it is taken in next.
pub(super) fn accept(workspace: &mut Workspace, file: &str, by: &str) -> Result<()> {
    let accepted = workspace.register.transaction(|register| {
        Ok(register.accept(file, MANY_NEW, by)? || register.accept(file, MANY_CONTESTED, by)?)
    })?;
    if accepted {
        return Ok(());
    }
    Err(Fault::new(
        "tidak-ditahan",
        "Tidak ada amplop bernama itu yang ditahan karena menyebut banyak keluarga baru atau keluarga RT lain.",
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
    /// Opens what is in quarantine once more, if its sender may have been enrolled since, or this program brought up to date:
    /// otherwise it comes to the same. Whether a number leaps, or a list names too many new families, depends on what was taken in and
    /// accepted since.
    fn retry_quarantine(&mut self) -> Result<()> {
        let with = format!("{} {}", program(), self.reader.fingerprint());
        let is_same = self.workspace.register.get(TRIED)?.as_ref() == Some(&with);
        for kept in self.workspace.register.quarantined()? {
            if is_same && ![LEAPS, MANY_NEW, MANY_CONTESTED].contains(&kept.code.as_str()) {
                continue;
            }
            let Some(bytes) = self.quarantine.read(&kept.file)? else {
                self.workspace.register.release(&kept.file)?;
                continue;
            };
            let arrived_at = kept.arrived_at.as_deref().and_then(|at| Moment::now(Some(at)).ok());
            match self.reader.open(&bytes, arrived_at) {
                // Nothing has changed: what could be read of it was taken in before.
                Ok(opened) if kept.code == NEWER_CODES && opened.unknown_codes().is_some() => {}
                Ok(opened) => match self.held(&opened)? {
                    // Perhaps for another reason than before: it is accepted by the one that it has now.
                    Some(fault) => self.keep_aside(&kept.file, &kept.name, &fault)?,
                    None => self.take(kept.name, &opened, &bytes)?,
                },
                Err(fault) => self.keep_aside(&kept.file, &kept.name, &fault)?,
            }
        }
        self.workspace.register.set(TRIED, &with)
    }

    /// Leaves an envelope in quarantine, for this reason.
    fn keep_aside(&self, file: &str, name: &str, fault: &Fault) -> Result<()> {
        self.workspace.register.quarantine(file, name, None, fault, self.now)
    }

    /// Names what is larger than an envelope can be; it is not read.
    fn refuse(&mut self, found: &Found) {
        let problem = Some(too_large());
        self.collected.envelopes.push(Report { file: found.name.clone(), list: None, problem });
    }

    fn knows(&mut self, file: &str) -> Result<bool> {
        let is_known = self.workspace.register.knows_mail(file)?;
        self.collected.known += usize::from(is_known);
        Ok(is_known || self.workspace.register.is_quarantined(file)?)
    }

    /// Takes in what was fetched of `some`, and answers with what is kept here now.
    fn take_in<'f>(&mut self, some: &[&'f Found], fetched: Vec<Result<Vec<u8>>>) -> Result<Vec<&'f Found>> {
        let (mut new, mut settled) = (Vec::new(), Vec::new());
        for (found, bytes) in some.iter().zip(fetched) {
            match bytes {
                Ok(bytes) => {
                    let file = envelope::file_name(&bytes);
                    if self.knows(&file)? {
                        settled.push(*found);
                    } else {
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
                Ok(opened) if self.knows(&opened.file())? => settled.push(found),
                Ok(opened) => {
                    self.links.sent(&opened, bytes.len());
                    match self.held(&opened)? {
                        Some(fault) => self.set_aside(found, &file, &bytes, fault)?,
                        None => self.take(found.name.clone(), &opened, &bytes)?,
                    }
                    settled.push(found);
                }
                Err(fault) if bytes.len() > envelope::LARGEST_FILE => {
                    // Only its beginning was read.
                    self.collected.envelopes.push(Report {
                        file: found.name.clone(),
                        list: None,
                        problem: Some(fault),
                    });
                }
                Err(fault) => {
                    self.set_aside(found, &file, &bytes, fault)?;
                    settled.push(found);
                }
            }
        }
        Ok(settled)
    }

    /// Why a list is held, unless somebody has found out that it is right.
    fn held(&self, opened: &OpenedEnvelope) -> Result<Option<Fault>> {
        let register = &self.workspace.register;
        if register.is_accepted(&opened.file())? {
            return Ok(None);
        }
        let Settings { many_new, many_contested, .. } = Settings::of(register)?;
        match opened.many_new(register, many_new, self.now)? {
            None => opened.many_contested(register, many_contested),
            fault => Ok(fault),
        }
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
        self.quarantine.keep(file, bytes)?;
        let arrived_at = found.arrived_at();
        self.workspace.register.quarantine(file, &found.name, arrived_at.as_ref(), &fault, self.now)?;
        self.collected.envelopes.push(Report { file: found.name.clone(), list: None, problem: Some(fault) });
        Ok(())
    }

    /// Removes from where they lay the envelopes that the register or the quarantine holds, on the disk and not only in the
    /// memory of the machine.
    fn purge(&mut self, source: &dyn Source, settled: &[&Found]) -> Result<()> {
        if !self.workspace.register.settle()? {
            // They are known, and the next run removes them.
            let problem = Fault::new(
                "register-dibaca",
                "Register sedang dibaca program lain, jadi amplop belum dihapus.",
                "Jalankan lagi `tepat collect --purge` sesudahnya.",
            );
            self.collected.unreached.push(Unreached { file: "--purge".to_owned(), problem });
            return Ok(());
        }
        match source.remove(settled) {
            Ok(()) => self.collected.purged = settled.len(),
            Err(problem) => {
                self.collected.unreached.push(Unreached { file: "--purge".to_owned(), problem });
            }
        }
        Ok(())
    }

    /// What the command answers.
    fn close(mut self) -> Result<Collected> {
        let quarantined = self.workspace.register.quarantined()?;
        self.quarantine.retain(&quarantined.iter().map(|kept| kept.file.clone()).collect())?;
        self.collected.quarantined = quarantined.len();
        let taken = self.collected.envelopes.iter().filter_map(|it| it.list.as_ref());
        for area in taken.map(|list| &list.area).collect::<BTreeSet<_>>() {
            let growing = GrowingKelurahan::of(&self.workspace.register, area, self.now)?;
            self.collected.growing.extend(growing);
        }
        self.collected.over_quota = self.links.over_quota();
        Ok(self.collected)
    }
}

/// Which program this is: another one may read what this one cannot. Empty where that is unknown.
fn program() -> String {
    let about = std::env::current_exe().and_then(std::fs::metadata);
    about.map(|about| format!("{}-{}", about.len(), about.mtime())).unwrap_or_default()
}

#[cfg(test)]
mod tests;
