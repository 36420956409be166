//! Taking a family into the register: new, known, or listed before by somebody else.

use crate::clock::Moment;
use crate::fault::Result;
use crate::register::{Family, FamilyId, Line, Office, Origin, Register};
use crate::same_family::has_left;
use domain::identity::SharedPeople;
use domain::{
    Actor, Date, Event, FamilyKey, History, Household, KkNumber, Reason, RegistrationCode, Remarks, Status,
};

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
    /// A person found that it goes on in another RT: what this one says of it changes nothing.
    GoneOn(Origin),
    /// The code belongs to a family of another RT: only a mistake or a forgery does that.
    ForeignCode,
}

/// A family that is in the register already, and whether it is this one or stands in its way.
enum KnownFamily {
    Here(Family),
    /// By a number or in a RT that it had before; whether the record is one of those that it had then.
    Before(Family, bool),
    Elsewhere(Family),
}

impl<'a> Intake<'a> {
    /// Takes the family in.
    pub fn take(&self, register: &Register, now: &Moment) -> Result<Arrived> {
        let code = self.code.unwrap_or(self.new_code);
        if let Some(known) = self.code.map(|code| register.family_with_code(&code)).transpose()?.flatten() {
            return Ok(Arrived { family: known.id, code, taken: self.take_by_code(register, &known, now)? });
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
            Some(KnownFamily::Before(family, is_as_it_was)) => {
                if !is_as_it_was {
                    return self.under(&self.numbered_as(&family)).take(register, now);
                }
                if let Some(code) = self.code {
                    register.add_code(family.id, &code, self.by)?;
                }
                let known_as = register.codes(family.id)?.first().copied();
                let code = self.code.or(known_as).unwrap_or(code);
                return Ok(Arrived { taken: Taken::Same, family: family.id, code });
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

    /// Its code is known: so is the family, under whatever number.
    fn take_by_code(&self, register: &Register, known: &Family, now: &Moment) -> Result<Taken> {
        if !self.may_change(known) {
            return Ok(match self.by {
                Some(office) if has_left(register, known, &office.scope)? => {
                    Taken::GoneOn(known.origin.clone())
                }
                _ => Taken::ForeignCode,
            });
        }
        if self.has_an_old_number(register, known)? {
            let places = register.previous_places(known.id)?;
            return match places.iter().any(|(was, _)| was == self.household) {
                true => Ok(Taken::Same),
                false => self.under(&self.numbered_as(known)).update(register, known, now),
            };
        }
        let taken = self.update(register, known, now)?;
        match register.goes_on_as(known)? {
            Some(family) if self.may_change(&family) => self.update(register, &family, now),
            _ => Ok(taken),
        }
    }

    /// Whether it bears the number that the family had before a person found it to go on under another.
    fn has_an_old_number(&self, register: &Register, known: &Family) -> Result<bool> {
        let (Some(kk), Some(now)) = (self.household.kk, known.household.kk) else { return Ok(false) };
        if kk == now || !register.all_found_same()?.iter().any(|(_, stands)| *stands == known.id) {
            return Ok(false);
        }
        Ok(register.families_that_had_kk(&kk)?.iter().any(|family| family.id == known.id))
    }

    /// The record under the number that the family has now.
    fn numbered_as(&self, family: &Family) -> Household {
        Household { kk: family.household.kk, ..self.household.clone() }
    }

    /// The same with another record.
    fn under<'b>(&self, household: &'b Household) -> Intake<'b>
    where
        'a: 'b,
    {
        Intake { household, ..*self }
    }

    /// Whether its RT has not listed it yet, under whatever code.
    pub fn is_new(&self, register: &Register) -> Result<bool> {
        Ok(!matches!(self.known(register)?, Some(KnownFamily::Here(_) | KnownFamily::Before(..))))
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
        if let FamilyKey::Kk(kk) = &key
            && let Some(before) = self.known_before(register, kk, &candidates)?
        {
            return Ok(Some(before));
        }
        let may_stand_in_the_way = !matches!(key, FamilyKey::Described { .. });
        let elsewhere = candidates.into_iter().find(Family::stands);
        Ok(elsewhere.filter(|_| may_stand_in_the_way).map(KnownFamily::Elsewhere))
    }

    /// A family that goes on under another number or in another RT, in a list of before: an old list read again, or a head who has
    /// not heard of the new number.
    fn known_before(
        &self,
        register: &Register,
        kk: &KkNumber,
        with_this_kk: &[Family],
    ) -> Result<Option<KnownFamily>> {
        let had_it = register.families_that_had_kk(kk)?.into_iter();
        for family in had_it.filter(Family::stands) {
            if self.is_told_apart(register, &family)? {
                continue;
            }
            let places = register.previous_places(family.id)?;
            let is_as_it_was = places
                .iter()
                .any(|(was, place)| was == self.household && place.as_ref() == Some(self.origin));
            if is_as_it_was {
                return Ok(Some(KnownFamily::Before(family, true)));
            }
            let people = SharedPeople::of(&family.household, self.household);
            let has_new_number = family.household.kk.is_some_and(|now| now != *kk);
            if has_new_number
                && family.origin == *self.origin
                && people.may_be_one_family()
                && with_this_kk.is_empty()
            {
                return Ok(Some(KnownFamily::Before(family, false)));
            }
        }
        Ok(None)
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
