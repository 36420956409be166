//! Taking a family into the register: new, known, or listed before by somebody else.

use crate::clock::Moment;
use crate::fault::Result;
use crate::register::{Family, FamilyId, Line, Office, Origin, Register};
use domain::{Actor, Date, Event, FamilyKey, History, Household, Reason, RegistrationCode, Remarks, Status};

/// A family on its way into the register.
pub struct Intake<'a> {
    /// The record as it came.
    pub household: &'a Household,
    /// What is said beside the record: here only, which families it is not.
    pub remarks: &'a Remarks,
    /// The RT that it is listed for.
    pub origin: &'a Origin,
    /// Whose phone lists it; none: it came in a spreadsheet.
    pub by: Option<&'a Office>,
    /// The code on its receipt, if a phone has given one.
    pub code: Option<RegistrationCode>,
    /// A code for it if it has none yet.
    pub new_code: RegistrationCode,
    /// The day it was written down.
    pub listed_on: Date,
    /// The row that lists it.
    pub line: Option<Line>,
}

/// A family that has come into the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    /// What became of it.
    pub taken: Taken,
    /// Its entry.
    pub family: FamilyId,
    /// The code that it is known by.
    pub code: RegistrationCode,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is on the list now.
    New,
    /// It was on the list of this RT; what changed was noted. Whose words it had before; none: those of Dinas Sosial.
    Changed(Option<Actor>),
    /// It was on the list of this RT, as it is.
    Same,
    /// Another entry of this RT stands for it.
    Double(Origin),
    /// Another RT lists it too. Both entries stand, and nobody is approved before a person has found out which is right.
    Contested(Origin),
    /// The code belongs to a family of another RT: only a mistake or a forgery does that.
    ForeignCode,
}

/// A family that is in the register already, and whether it is this one or stands in its way.
enum KnownFamily {
    Here(Family),
    Elsewhere(Family),
}

impl Intake<'_> {
    /// Takes the family in.
    pub fn take(&self, register: &Register, now: &Moment) -> Result<Arrived> {
        let code = self.code.unwrap_or(self.new_code);
        if let Some(known) = self.code.map(|code| register.family_with_code(&code)).transpose()?.flatten() {
            let family = known.id;
            if !self.may_change(&known) {
                return Ok(Arrived { taken: Taken::ForeignCode, family, code });
            }
            return Ok(Arrived { taken: self.update(register, &known, now)?, family, code });
        }
        let (taken, family) = match self.known(register)? {
            Some(KnownFamily::Here(family)) => {
                let taken = self.update(register, &family, now)?;
                if let Some(code) = self.code {
                    register.add_code(family.id, &code, self.by)?;
                }
                let known_as = register.codes(family.id)?.first().copied();
                let code = self.code.or(known_as).unwrap_or(code);
                let id = family.id;
                let taken =
                    if family.stands() { taken } else { Taken::Double(register.standing(family)?.origin) };
                return Ok(Arrived { taken, family: id, code });
            }
            Some(KnownFamily::Elsewhere(family)) if family.origin == *self.origin => {
                let refusal =
                    Event { reason: Some(Reason::Duplicate), ..Event::new(Status::Refused, now.date) };
                let id = self.add(register, &code, Some(family.id), now)?;
                register.record(id, &refusal, Actor::Dinas, now)?;
                (Taken::Double(family.origin), id)
            }
            Some(KnownFamily::Elsewhere(family)) => {
                (Taken::Contested(family.origin), self.add(register, &code, None, now)?)
            }
            None => (Taken::New, self.add(register, &code, None, now)?),
        };
        Ok(Arrived { taken, family, code })
    }

    /// Whether its RT has not listed it yet, under whatever code.
    pub fn is_new(&self, register: &Register) -> Result<bool> {
        Ok(!matches!(self.known(register)?, Some(KnownFamily::Here(_))))
    }

    /// The entry of another RT that stands for the family too; none: taking it in contests nothing.
    pub fn contested(&self, register: &Register) -> Result<Option<Family>> {
        Ok(match self.known(register)? {
            Some(KnownFamily::Elsewhere(family)) if family.origin != *self.origin => Some(family),
            _ => None,
        })
    }

    fn may_change(&self, family: &Family) -> bool {
        match self.by {
            Some(office) => office.scope.covers(&family.origin),
            None => family.origin == *self.origin,
        }
    }

    fn actor(&self) -> Actor {
        self.by.map_or(Actor::Dinas, |office| office.scope.actor())
    }

    fn add(
        &self,
        register: &Register,
        code: &RegistrationCode,
        duplicate_of: Option<FamilyId>,
        now: &Moment,
    ) -> Result<FamilyId> {
        let id = register.add_family(self.household, self.origin, code, self.by, duplicate_of, self.line)?;
        let event = Event::new(Status::Proposed, self.listed_on);
        register.record_after(id, &History::default(), &event, self.actor(), now)?;
        Ok(id)
    }

    fn update(&self, register: &Register, family: &Family, now: &Moment) -> Result<Taken> {
        let status = register.history(family.id)?.status();
        let is_same = family.household == *self.household;
        // Whatever stands on a list again was not taken back. What was sent back is answered by a change, and only by
        // that: the rest of the list may be sent before somebody has found the time to mend it.
        if status == Status::Withdrawn || (status == Status::Returned && !is_same) {
            register.record(family.id, &Event::new(Status::Proposed, now.date), self.actor(), now)?;
        }
        // The head of an RW may have been wrong about the RT; where its own head lists the family too, that one is right.
        if let Some(office) = self.by.filter(|_| family.origin != *self.origin)
            && !register.is_listed_beside(family.id, &office.scope)?
        {
            register.move_family(family.id, self.origin)?;
        }
        if is_same {
            return Ok(Taken::Same);
        }
        register.change_family(family, self.household, self.by, now)?;
        Ok(Taken::Changed(family.entered_by))
    }

    /// The same family, by its [`FamilyKey`]; one that is only described is looked for in its own RT.
    /// Of look-alikes that somebody has told apart, none is the same; a number that they share still stands in the way.
    fn known(&self, register: &Register) -> Result<Option<KnownFamily>> {
        let key = FamilyKey::of(self.household);
        let mut candidates = match &key {
            FamilyKey::Kk(kk) => register.families_with_kk(kk)?,
            FamilyKey::Head(nik) => register.families_with_nik(nik)?,
            FamilyKey::Described { .. } => register.families_of(self.origin)?,
        };
        candidates.retain(|family| key.fits(&family.household));
        for family in candidates.iter().filter(|family| family.origin == *self.origin) {
            if !self.is_told_apart(register, family)? {
                return Ok(Some(KnownFamily::Here(family.clone())));
            }
        }
        let may_stand_in_the_way = !matches!(key, FamilyKey::Described { .. });
        let elsewhere = candidates.into_iter().find(Family::stands);
        Ok(elsewhere.filter(|_| may_stand_in_the_way).map(KnownFamily::Elsewhere))
    }

    /// Whether either side says that it is not the other.
    fn is_told_apart(&self, register: &Register, family: &Family) -> Result<bool> {
        let here = &self.remarks.not_same;
        if !here.is_empty() {
            let codes = register.codes(family.id)?;
            if here.iter().any(|other| codes.contains(&other.code)) {
                return Ok(true);
            }
        }
        let Some(code) = self.code else { return Ok(false) };
        Ok(register.remarks(family.id)?.not_same.iter().any(|other| other.code == code))
    }
}
