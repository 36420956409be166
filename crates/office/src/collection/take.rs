//! Taking a list in: every family, what is said of it, what was taken back, and the edition.

use super::list_report::{ChangeReport, FamilyReport, ListReport, UnknownCodeReport};
use super::opened_envelope::{NEWER_CODES, OpenedEnvelope};
use crate::clock::Moment;
use crate::fault::Result;
use crate::intake::{Arrived, Intake, Taken};
use crate::register::{Line, Mail, Origin, Register, Remark, SourceKind};
use crate::same_family::has_left;
use crate::shortened::Shortened;
use domain::{ChangeKind, Date, Event, ListedHousehold, RegistrationCode, Status};

impl OpenedEnvelope {
    /// Takes the list in. A second time changes nothing; nor does an earlier edition change what a later one says.
    pub fn take(&self, register: &Register, now: &Moment) -> Result<ListReport> {
        let Self { digest, office, list, .. } = self;
        let file = self.file();
        let edition = register.office(&office.id)?.map_or(0, |office| office.edition);
        // Older than what was taken in: it came late, or from a phone that was wiped and counts anew. What it says of known
        // families is out of date; families that only it knows go in all the same.
        // A list that waited for a later version of this program is read as if it had just come.
        let is_read_again = register.quarantine_reason(&file)?.as_deref() == Some(NEWER_CODES);
        let is_late = list.edition < edition || (list.edition == edition && !is_read_again);
        let state = if is_late { Mail::Superseded } else { Mail::Taken };
        let mut report = ListReport {
            by: office.scope.actor(),
            area: list.area.clone(),
            rw: list.rw,
            rt: list.rt,
            edition: list.edition,
            state: state.code(),
            families: Vec::new(),
            unknown: Vec::new(),
            shortened: Vec::new(),
            changes: Vec::new(),
            marks: std::collections::BTreeMap::new(),
        };
        let source = register.source(SourceKind::Envelope, &file, digest, now)?;
        register.keep_list_version(
            source,
            &office.id,
            list.edition,
            self.arrived_at.as_ref(),
            &self.document,
        )?;
        for (line, listed) in (1..).zip(&list.households) {
            let line = Line { source, line };
            let (known, unknown) = listed.read();
            let unknown = unknown.into_iter().map(|field| UnknownCodeReport { code: listed.code, field });
            report.unknown.extend(unknown);
            let family = match known {
                Some(mut listed) => {
                    report.shortened.extend(Shortened::of(listed.code, &listed.limit()));
                    self.take_family(register, &listed, line, is_late, &mut report, now)?
                }
                None => FamilyReport { code: listed.code, result: NEWER_CODES, replaced: None },
            };
            report.families.push(family);
        }
        for code in &list.withdrawn {
            let result = self.take_back(register, code, is_late, now)?;
            report.families.push(FamilyReport { code: *code, result, replaced: None });
        }
        if !is_late {
            register.note_list(&office.id, list.edition, list.declared_on.min(now.date))?;
        }
        if report.unknown.is_empty() {
            register.note_mail(&file, state, now)?;
            register.release(&file)?;
        }
        Ok(report)
    }

    fn take_family(
        &self,
        register: &Register,
        listed: &ListedHousehold,
        line: Line,
        is_late: bool,
        report: &mut ListReport,
        now: &Moment,
    ) -> Result<FamilyReport> {
        let answer = |result| FamilyReport { code: listed.code, result, replaced: None };
        let Some(origin) = self.office.scope.origin_of(&listed.household) else {
            return Ok(answer("di-luar-rw"));
        };
        if is_late {
            if register.is_taken_back(&listed.code)? {
                return Ok(answer("ditarik"));
            }
            if let Some(family) = register.family_with_code(&listed.code)? {
                let is_theirs = self.office.scope.covers(&family.origin);
                return Ok(answer(if is_theirs { "tetap" } else { "kode-milik-rt-lain" }));
            }
        }
        let intake = self.intake(listed, &origin, Some(line), listed.listed_on.min(now.date));
        let Arrived { taken, code, .. } = intake.take(register, now)?;
        if !matches!(taken, Taken::ForeignCode | Taken::GoneOn(_)) {
            register.set_taken_back(&code, false)?;
            self.hear(register, listed, report, now)?;
        }
        Ok(match taken {
            Taken::New => answer("baru"),
            Taken::Changed(before) => FamilyReport {
                replaced: before.filter(|before| *before != self.office.scope.actor()),
                ..answer("diperbarui")
            },
            Taken::Same => answer("tetap"),
            Taken::Double(_) => answer("data-ganda"),
            Taken::Contested(_) => answer("dicatat-dua-rt"),
            Taken::GoneOn(_) => answer("diteruskan-di-rt-lain"),
            Taken::ForeignCode => answer("kode-milik-rt-lain"),
        })
    }

    /// A family on its way into the register.
    pub(super) fn intake<'a>(
        &'a self,
        listed: &'a ListedHousehold,
        origin: &'a Origin,
        line: Option<Line>,
        listed_on: Date,
    ) -> Intake<'a> {
        Intake {
            household: &listed.household,
            remarks: &listed.remarks,
            origin,
            by: Some(&self.office),
            code: Some(listed.code),
            new_code: listed.code,
            listed_on,
            line,
        }
    }

    /// What is said of a family, as far as the office has not read it yet.
    fn hear(
        &self,
        register: &Register,
        listed: &ListedHousehold,
        report: &mut ListReport,
        now: &Moment,
    ) -> Result<()> {
        for remark in register.hear(&listed.code, &self.office, &listed.remarks, now)? {
            match remark {
                Remark::HouseholdChange(change) => {
                    if change.what == ChangeKind::PairClosed {
                        self.close_pair(register, &listed.code, now)?;
                    }
                    report.changes.push(ChangeReport { code: listed.code, what: change.what, on: change.on })
                }
                Remark::Mark(mark) => *report.marks.entry(mark.attendance).or_default() += 1,
                Remark::Kept(_) | Remark::NotDuplicate(_) => {}
            }
        }
        Ok(())
    }

    /// Only the code opens the status of one of its families from now on. Only `tepat decide` opens the other way again.
    fn close_pair(&self, register: &Register, code: &RegistrationCode, now: &Moment) -> Result<()> {
        let family = register.family_with_code(code)?;
        if let Some(family) = family.filter(|family| self.office.scope.covers(&family.origin)) {
            register.set_pair_closed(family.id, true, now)?;
        }
        Ok(())
    }

    /// Takes a family off the list, if it stands there by this code; where somebody else lists it too, it stays.
    fn take_back(
        &self,
        register: &Register,
        code: &RegistrationCode,
        is_late: bool,
        now: &Moment,
    ) -> Result<&'static str> {
        let scope = &self.office.scope;
        let Some(family) = register.family_with_code(code)? else {
            // The list that brings it may be on its way.
            register.set_taken_back(code, true)?;
            return Ok("tidak-dikenal");
        };
        // A list names for ever what was taken back; the register hears it once, for the family may have come back since.
        if is_late || register.is_taken_back(code)? {
            return Ok("tetap");
        }
        // Under a number that a person found to be the same family's, it is that family that is taken back.
        let family = register.goes_on_as(&family)?.unwrap_or(family);
        if !scope.covers(&family.origin) && has_left(register, &family, scope)? {
            register.set_taken_back(code, true)?;
            return Ok("diteruskan-di-rt-lain");
        }
        if !scope.covers(&family.origin) || !register.is_code_of(code, scope)? {
            return Ok("bukan-dari-daftar-ini");
        }
        if register.is_listed_beside(family.id, scope)? {
            register.set_taken_back(code, true)?;
            return Ok("masih-di-daftar-lain");
        }
        let status = register.history(family.id)?.status();
        if !status.allows(Status::Withdrawn) {
            return Ok("tidak-dapat-ditarik");
        }
        register.set_taken_back(code, true)?;
        register.record(family.id, &Event::new(Status::Withdrawn, now.date), scope.actor(), now)?;
        Ok("ditarik")
    }
}

#[cfg(test)]
mod tests;
