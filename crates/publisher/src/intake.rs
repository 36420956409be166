//! Taking a family into the register: new, known, or listed before by somebody else.

use crate::clock::Moment;
use crate::fault::Result;
use crate::register::{Family, FamilyId, Origin, Register};
use domain::{Actor, Date, Event, Household, Reason, RegistrationCode, Status};

/// A family on its way into the register.
pub(crate) struct Intake<'a> {
    pub(crate) household: &'a Household,
    /// The RT that lists it.
    pub(crate) origin: &'a Origin,
    /// The code on its receipt, if its RT has given one.
    pub(crate) code: Option<RegistrationCode>,
    /// A code for it if it has none yet.
    pub(crate) new_code: RegistrationCode,
    pub(crate) listed_on: Date,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// It is on the list now.
    New,
    /// It was on the list of this RT; what changed was noted.
    Changed,
    /// It was on the list of this RT, as it is.
    Same,
    /// Another RT has listed it before.
    Double(Origin),
    /// The code belongs to a family of another RT: only a mistake or a forgery does that.
    ForeignCode,
}

/// A family that is in the register already, and whether this RT listed it.
enum Known {
    Here(Family),
    Elsewhere(Family),
}

impl Intake<'_> {
    /// Takes the family in; gives the code that it is known by.
    pub(crate) fn take(&self, register: &Register, now: &Moment) -> Result<(Taken, RegistrationCode)> {
        let code = self.code.unwrap_or(self.new_code);
        if let Some(family) = self.code.map(|code| register.family_with_code(&code)).transpose()?.flatten() {
            if family.origin != *self.origin {
                return Ok((Taken::ForeignCode, code));
            }
            return Ok((self.update(register, &family, now)?, code));
        }
        match self.known(register)? {
            Some(Known::Here(family)) => {
                let taken = self.update(register, &family, now)?;
                if let Some(code) = self.code {
                    register.add_code(family.id, &code)?;
                }
                let known_as = register.codes(family.id)?.first().copied();
                Ok((taken, self.code.or(known_as).unwrap_or(code)))
            }
            Some(Known::Elsewhere(family)) => {
                // Only a family with a receipt in its hands needs an answer of its own.
                if self.code.is_some() {
                    self.add(register, &code, Some(family.id), now)?;
                }
                Ok((Taken::Double(family.origin), code))
            }
            None => {
                self.add(register, &code, None, now)?;
                Ok((Taken::New, code))
            }
        }
    }

    fn add(
        &self,
        register: &Register,
        code: &RegistrationCode,
        double_of: Option<FamilyId>,
        now: &Moment,
    ) -> Result<()> {
        let id = register.add_family(self.household, self.origin, code, double_of)?;
        register.record(id, &Event::new(Status::Proposed, self.listed_on), Actor::Rt, now)?;
        if double_of.is_some() {
            let refusal = Event { reason: Some(Reason::Duplicate), ..Event::new(Status::Refused, now.date) };
            register.record(id, &refusal, Actor::Dinas, now)?;
        }
        Ok(())
    }

    fn update(&self, register: &Register, family: &Family, now: &Moment) -> Result<Taken> {
        let status = register.events(family.id)?.last().map(|event| event.status);
        // A list that is sent again answers what was sent back, and puts back what was taken off.
        if matches!(status, Some(Status::Returned | Status::Withdrawn)) {
            register.record(family.id, &Event::new(Status::Proposed, now.date), Actor::Rt, now)?;
        }
        if family.household == *self.household {
            return Ok(Taken::Same);
        }
        register.change_family(family.id, self.household)?;
        Ok(Taken::Changed)
    }

    /// The same family, by its KK number; without one, by the NIK of its head; without both, by name and address.
    fn known(&self, register: &Register) -> Result<Option<Known>> {
        let candidates = match (self.household.kk, self.household.head.nik) {
            (Some(kk), _) => register.families_with_kk(&kk)?,
            (None, Some(nik)) => register.families_with_nik(&nik)?,
            (None, None) => {
                let mut neighbours = register.families_of(self.origin)?;
                neighbours.retain(|family| describes_same(&family.household, self.household));
                neighbours
            }
        };
        let here = candidates.iter().find(|family| family.origin == *self.origin).cloned();
        let stands = candidates.into_iter().find(|family| family.double_of.is_none());
        Ok(here.map(Known::Here).or(stands.map(Known::Elsewhere)))
    }
}

/// Same head by name, same address, no numbers on either side: letters and digits only, whatever their case.
fn describes_same(a: &Household, b: &Household) -> bool {
    let plain =
        |text: &str| -> String { text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect() };
    a.kk.is_none()
        && a.head.nik.is_none()
        && plain(&a.head.name) == plain(&b.head.name)
        && plain(&a.address) == plain(&b.address)
}
