//! A family is its people, not its number: a person finds that two entries are one family, and its case goes on, with card,
//! invitation, payments and history, under the numbers and in the RT of the later list.

use crate::areas::{areas, name_of};
use crate::clock::Moment;
use crate::fault::Result;
use crate::register::{Act, Answered, Asked, DecisionBasis, Family, Origin, Register, Scope};
use domain::identity::SharedPeople;
use domain::{Cause, Event, Question, Reason, RegistrationCode, Status};

/// The entries of a family.
pub(crate) struct TwoEntries {
    /// The one whose case goes on: whoever has the aid, or else the first.
    goes_on: Family,
    /// The other.
    double: Family,
}

/// What was found.
pub(crate) enum Found {
    /// The family that is meant.
    Two(Box<TwoEntries>),
    /// None that shares people with it any more.
    Nobody,
    /// Several, and the note names the code of none.
    Several,
}

/// That an entry is refused for the sake of one that this RT lists.
pub(crate) fn refused_as_duplicate(origin: &Origin, now: &Moment) -> Event {
    let kelurahan = name_of(&areas(), &origin.area);
    Event {
        reason: Some(Reason::Duplicate),
        cause: Some(Cause::DuplicateOf { rt: origin.rt, rw: origin.rw, kelurahan }),
        ..Event::new(Status::Refused, now.date)
    }
}

/// Whether a family was an RT's or RW's before it went on in another.
pub(crate) fn has_left(register: &Register, family: &Family, scope: &Scope) -> Result<bool> {
    let places = register.previous_places(family.id)?;
    Ok(places.iter().any(|(_, origin)| origin.as_ref().is_some_and(|origin| scope.covers(origin))))
}

/// The other entries that a question is about.
pub(crate) fn others(register: &Register, asked: &Asked, family: &Family) -> Result<Vec<Family>> {
    let mut others = Vec::new();
    for nik in family.household.niks() {
        others.extend(register.families_with_nik(&nik)?);
    }
    if let Some(kk) = family.household.kk.filter(|_| asked.question == Question::ListedByTwo) {
        others.extend(register.families_with_kk(&kk)?);
    }
    others.sort_by_key(|other| other.id);
    others.dedup_by_key(|other| other.id);
    others.retain(|other| {
        other.id != family.id
            && other.stands()
            && other.line.is_some_and(|line| asked.evidence.contains(&line))
            && is_meant(asked.question, family, other)
    });
    Ok(others)
}

/// Whether a question about one entry may be about the other.
fn is_meant(question: Question, family: &Family, other: &Family) -> bool {
    let (one, two) = (&family.household, &other.household);
    match question {
        Question::ListedByTwo => {
            other.origin != family.origin
                && ((one.kk.is_some() && one.kk == two.kk)
                    || (one.head.nik.is_some() && one.head.nik == two.head.nik))
        }
        _ => SharedPeople::of(one, two).may_be_one_family(),
    }
}

impl TwoEntries {
    /// Finds the family that an entry is, of those that the question is about.
    pub(crate) fn find(register: &Register, asked: &Asked, note: &str) -> Result<Found> {
        let Some(family) = register.family(asked.family)?.filter(Family::stands) else {
            return Ok(Found::Nobody);
        };
        let mut others = others(register, asked, &family)?;
        if others.len() > 1 {
            others = register.recipient_of(others)?;
        }
        if others.len() > 1 {
            let named: Vec<RegistrationCode> =
                note.split_whitespace().filter_map(|word| RegistrationCode::parse(word).ok()).collect();
            let mut meant = Vec::new();
            for other in others {
                if register.codes(other.id)?.iter().any(|code| named.contains(code)) {
                    meant.push(other);
                }
            }
            if meant.len() != 1 {
                return Ok(Found::Several);
            }
            others = meant;
        }
        let Some(other) = others.pop() else { return Ok(Found::Nobody) };
        let [has_aid, other_has_aid] = [&family, &other].map(|it| register.history(it.id));
        let (has_aid, other_has_aid) = (has_aid?.has_aid(), other_has_aid?.has_aid());
        // Money of both is somebody else's question.
        if has_aid && other_has_aid {
            return Ok(Found::Nobody);
        }
        let other_goes_on = if has_aid == other_has_aid { other.id < family.id } else { other_has_aid };
        let (goes_on, double) = if other_goes_on { (other, family) } else { (family, other) };
        Ok(Found::Two(Box::new(Self { goes_on, double })))
    }

    /// Carries the case on: the entry of the later list says how the family is numbered and where it lives, and leads to it.
    pub(crate) fn carry_on(
        &self,
        register: &Register,
        asked: &Asked,
        given: &Answered,
        now: &Moment,
    ) -> Result<()> {
        let Self { goes_on, double } = self;
        if goes_on.id < double.id {
            let mut household = double.household.clone();
            household.kk = household.kk.or(goes_on.household.kk);
            register.carry_on(goes_on, double, &household, now)?;
        }
        if register.is_pair_closed(double.id)? {
            register.set_pair_closed(goes_on.id, true, now)?;
        }
        register.found_same(double.id, Some(goes_on.id))?;
        let mut evidence: Vec<_> = goes_on.line.into_iter().chain(double.line).collect();
        evidence.push(given.line);
        if register.history(double.id)?.check(Status::Refused).is_ok() {
            let origin = if goes_on.id < double.id { &double.origin } else { &goes_on.origin };
            let event = refused_as_duplicate(origin, now);
            // As a rule would: where the other is gone, it is looked at anew.
            register.record(double.id, &event, DecisionBasis::rows(evidence), now)?;
        }
        register.close(goes_on.id, asked.question, now)?;
        register.act(Some(goes_on.id), Act::CarryOn { by: given.by.clone(), entry: double.id })
    }
}

/// Takes back that a person found an entry to be another's: it stands by itself again, and the other has the record that it had
/// before; false if that has changed since.
pub(crate) fn separate(register: &Register, asked: &Asked, given: &Answered, now: &Moment) -> Result<bool> {
    let Some(family) = register.family(asked.family)? else { return Ok(false) };
    let mut entries = None;
    for (double, stands) in register.all_found_same()? {
        if let (Some(double), Some(stands)) = (register.family(double)?, register.family(stands)?) {
            let is_asked_about =
                |other: &Family| other.line.is_some_and(|line| asked.evidence.contains(&line));
            if double.id == family.id || (stands.id == family.id && is_asked_about(&double)) {
                entries = Some((double, stands));
            }
        }
    }
    let Some((double, stands)) = entries else { return Ok(false) };
    if stands.id < double.id {
        let is_as_found = stands.origin == double.origin
            && (stands.household == double.household || double.household.kk.is_none());
        let Some((household, origin)) = register.previous_places(stands.id)?.pop().filter(|_| is_as_found)
        else {
            return Ok(false);
        };
        register.change_family(&stands, &household, None, now)?;
        if let Some(origin) = origin {
            register.move_family(stands.id, &origin)?;
        }
    }
    register.found_same(double.id, None)?;
    if register.history(double.id)?.check(Status::Proposed).is_ok() {
        let basis = DecisionBasis { evidence: vec![given.line], ..DecisionBasis::person(&given.by) };
        register.record(double.id, &Event::new(Status::Proposed, now.date), basis, now)?;
    }
    Ok(true)
}
