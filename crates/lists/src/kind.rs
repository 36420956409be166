//! What each kind of column is to the reader: a new kind is one row of [`facts`], and its names in
//! [`crate::header_name`].

use crate::fit::Like;
use domain::reading::{answer, one_line, states_none};
use domain::{Aid, Date, Field, HouseholdDraft, MemberDraft, Sex};
use lists_protocol::ColumnKind;

/// What the reader knows of a kind of column.
#[derive(Clone, Copy)]
pub(crate) struct Facts {
    /// What its cells are like.
    pub(crate) like: Like,
    /// What its name says of the row that it stands in.
    pub(crate) evidence: Evidence,
    /// Whether a list may have several of it.
    pub(crate) count: Count,
    /// The fields of the household that it fills; a problem of the field is shown in this column.
    pub(crate) fields: &'static [Field],
    /// Where its cells go.
    pub(crate) cells: Cells,
}

/// What the name of a column says of the row that it stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// A header needs two of these. It is a number of a person or a family: only zeros in a cell keep the place free.
    KeyNumber,
    /// A header needs two of these.
    KeyName,
    /// It stands in headers only.
    Header,
    /// People also write it into cells.
    HeaderOrCell,
}

/// Whether a list may have several columns of a kind.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Count {
    /// The best one is read, the others are not.
    One,
    /// Of each row the first of them that says something, the nearest to where the family lives before the others.
    Ranked,
    /// All of them are read.
    Several,
}

/// Where the cells of a column go.
#[derive(Clone, Copy)]
pub(crate) enum Cells {
    /// Into the family, from the first of its rows that says something.
    Family(fn(&mut HouseholdDraft, &str)),
    /// Into the address, with its other parts.
    Address,
    /// Into RT and RW.
    Neighbourhood,
    /// Into the note, with those of the other rows.
    Note,
    /// Who is disabled; more than yes or no goes into the note too.
    Disability,
    /// Into the note, after the name of the column.
    Condition,
    /// Into the person of the row. The date is today's.
    Person(fn(&mut MemberDraft, &str, Date)),
    /// The name or the number by which a person is recognised: the row may have those of the head too.
    Identity,
    /// A tick: the person is of this sex.
    SexTick(Sex),
    /// The other aid of the person, by its name.
    Aid,
    /// A tick: the person has this aid.
    AidTick(Aid),
    /// It is compared with the kelurahan of the list.
    Kelurahan,
    /// It says whether the person of the row is still there.
    LifeState,
    /// Nowhere.
    Nothing,
}

impl Cells {
    /// Whether a cell says something of a family or person, more than where they live.
    pub(crate) fn tell_of_people(self) -> bool {
        match self {
            Self::Neighbourhood | Self::Kelurahan | Self::LifeState | Self::Nothing => false,
            Self::Family(_)
            | Self::Address
            | Self::Note
            | Self::Disability
            | Self::Condition
            | Self::Person(_)
            | Self::Identity
            | Self::SexTick(_)
            | Self::Aid
            | Self::AidTick(_) => true,
        }
    }
}

/// What the reader knows of a kind of column.
pub(crate) fn facts(kind: ColumnKind) -> Facts {
    use self::{Cells as To, Count::*, Evidence::*};
    use ColumnKind as Kind;
    let row = |like, evidence, count, fields, cells| Facts { like, evidence, count, fields, cells };
    match kind {
        Kind::Kk => row(
            Like::LongNumber,
            KeyNumber,
            One,
            &[Field::Kk],
            To::Family(|draft, text| {
                draft.without_kk = states_none(text);
                draft.kk = if draft.without_kk { String::new() } else { text.to_owned() };
            }),
        ),
        Kind::Name | Kind::HeadName => row(Like::Person, KeyName, One, &[Field::Name], To::Identity),
        Kind::Nik | Kind::HeadNik => row(Like::LongNumber, KeyNumber, One, &[Field::Nik], To::Identity),
        Kind::Relation => {
            let relation = |draft: &mut MemberDraft, text: &str, _| text.clone_into(&mut draft.relation);
            row(Like::Relation, Header, One, &[Field::Relation], To::Person(relation))
        }
        Kind::Sex => {
            let sex = |draft: &mut MemberDraft, text: &str, _| text.clone_into(&mut draft.sex);
            row(Like::Sex, Header, One, &[Field::Sex], To::Person(sex))
        }
        Kind::MaleTick => row(Like::Anything, Header, Several, &[Field::Sex], To::SexTick(Sex::Male)),
        Kind::FemaleTick => row(Like::Anything, Header, Several, &[Field::Sex], To::SexTick(Sex::Female)),
        Kind::Birth => row(Like::Date, Header, One, &[Field::Birth], To::Person(birth)),
        Kind::Occupation => {
            let occupation = |draft: &mut MemberDraft, text: &str, _| draft.occupation = one_line(text);
            row(Like::Anything, Header, One, &[Field::Occupation], To::Person(occupation))
        }
        Kind::Aid => row(Like::Programme, Header, Several, &[Field::Aid], To::Aid),
        Kind::PkhTick => row(Like::Tick, Header, Several, &[Field::Aid], To::AidTick(Aid::Pkh)),
        Kind::BpntTick => row(Like::Tick, Header, Several, &[Field::Aid], To::AidTick(Aid::Bpnt)),
        Kind::KartuSembakoTick => {
            row(Like::Tick, Header, Several, &[Field::Aid], To::AidTick(Aid::KartuSembako))
        }
        Kind::PaketSembakoTick => {
            row(Like::Tick, Header, Several, &[Field::Aid], To::AidTick(Aid::PaketSembako))
        }
        Kind::PrakerjaTick => row(Like::Tick, Header, Several, &[Field::Aid], To::AidTick(Aid::Prakerja)),
        Kind::Address => row(Like::Address, Header, Ranked, &[Field::Address], To::Address),
        Kind::AddressPart => row(Like::Anything, Header, Several, &[Field::Address], To::Address),
        Kind::RtRw => row(Like::Pair, Header, Ranked, &[Field::Rt, Field::Rw], To::Neighbourhood),
        Kind::Rt => row(Like::ShortNumber, Header, Ranked, &[Field::Rt], To::Neighbourhood),
        Kind::Rw => row(Like::ShortNumber, Header, Ranked, &[Field::Rw], To::Neighbourhood),
        Kind::Phone => {
            let phone = |draft: &mut HouseholdDraft, text: &str| {
                if states_none(text) { "" } else { text }.clone_into(&mut draft.phone);
            };
            row(Like::Telephone, Header, Ranked, &[Field::Phone], To::Family(phone))
        }
        Kind::Size => row(
            Like::Count,
            Header,
            One,
            &[Field::Size],
            To::Family(|draft, text| draft.size = leading_number(text)),
        ),
        Kind::Affected => row(
            Like::Answer,
            Header,
            One,
            &[Field::Affected],
            To::Family(|draft, text| draft.affected = answer(text)),
        ),
        Kind::FixedIncome => {
            let income = |draft: &mut HouseholdDraft, text: &str| draft.fixed_income = answer(text);
            row(Like::Answer, Header, One, &[Field::FixedIncome], To::Family(income))
        }
        Kind::Disability => {
            row(Like::Anything, HeaderOrCell, Several, &[Field::Disability, Field::Disabled], To::Disability)
        }
        Kind::Condition => row(Like::Anything, HeaderOrCell, Several, &[], To::Condition),
        Kind::Note => row(Like::Anything, Header, One, &[Field::Note], To::Note),
        Kind::Status => row(Like::Anything, Header, Several, &[], To::Nothing),
        Kind::Counter => row(Like::Counter, Header, Several, &[], To::Nothing),
        Kind::Kelurahan => row(Like::Area, HeaderOrCell, Ranked, &[], To::Kelurahan),
        Kind::LifeState => row(Like::LifeState, HeaderOrCell, Several, &[], To::LifeState),
        Kind::Unused => row(Like::Anything, HeaderOrCell, Several, &[], To::Nothing),
    }
}

/// A date that cannot be read stays as it is, to be named as a problem.
fn birth(draft: &mut MemberDraft, text: &str, today: Date) {
    // The place may stand behind it.
    let date = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    draft.birth = match Date::parse_past(text, today).or_else(|_| Date::parse_past(date, today)).ok() {
        Some(date) => date.to_string(),
        None if states_none(text) => String::new(),
        None => text.to_owned(),
    };
}

/// `3 orang` → `3`; what begins with no number stays as it is.
fn leading_number(text: &str) -> String {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    if digits.is_empty() { text.to_owned() } else { digits }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_aid_with_a_name_has_a_column_for_ticks() {
        for aid in Aid::ALL.iter().filter(|aid| **aid != Aid::Other) {
            let ticks = |kind: &&ColumnKind| matches!(facts(**kind).cells, Cells::AidTick(of) if of == *aid);
            assert_eq!(ColumnKind::ALL.iter().filter(ticks).count(), 1, "{aid}");
        }
    }

    #[test]
    fn every_field_has_a_column() {
        for field in Field::ALL.iter().filter(|field| **field != Field::Household) {
            assert!(ColumnKind::ALL.iter().any(|kind| facts(*kind).fields.contains(field)), "{field}");
        }
    }
}
