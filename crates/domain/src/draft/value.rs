//! Every field of a draft under one address.

/// What stands in a field of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// A text as typed or chosen.
    Text(&'a str),
    /// A number as typed, and whether it is stated that there is none.
    Number(&'a str, bool),
    /// The answer to a question; `None`: not asked yet.
    Answer(Option<bool>),
    /// Whether it is ticked.
    Tick(bool),
}

/// What somebody puts into a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A text or a number.
    Text(String),
    /// Whether there is no such number.
    Without(bool),
    /// An answer.
    Answer(Option<bool>),
    /// A tick.
    Tick(bool),
}

/// The places in a draft where the value of a field is kept.
pub(super) enum Slot<'a> {
    Text(&'a mut String),
    Number(&'a mut String, &'a mut bool),
    Answer(&'a mut Option<bool>),
    Tick(&'a mut bool),
}

impl Value<'_> {
    /// Whether anything was typed, stated or answered.
    pub fn is_said(self) -> bool {
        match self {
            Self::Text(text) => !text.is_empty(),
            Self::Number(typed, without) => without || !typed.is_empty(),
            Self::Answer(answer) => answer.is_some(),
            Self::Tick(ticked) => ticked,
        }
    }
}

/// Writes the look-up of a field from a table: each field, the kind of its value, whose it is, and the names of what keeps it.
macro_rules! table {
    ($household:ident, $member:ident: $($field:ident = $kind:ident $owner:ident($($name:ident),+);)+) => {
        /// What stands in a field; `None` if there is no such member, or if the field is not of the kind of its owner.
        pub fn get(&self, place: Place) -> Option<Value<'_>> {
            let ($household, $member) = match place.member {
                None => (Some(self), None),
                Some(index) => (None, self.members.get(index)),
            };
            match place.field {
                $(Field::$field => $owner.map(|it| Value::$kind($(Kept::kept(&it.$name)),+)),)+
                Field::Household => None,
            }
        }

        fn slot(&mut self, place: Place) -> Option<Slot<'_>> {
            let ($household, $member) = match place.member {
                None => (Some(self), None),
                Some(index) => (None, self.members.get_mut(index)),
            };
            match place.field {
                $(Field::$field => $owner.map(|it| Slot::$kind($(&mut it.$name),+)),)+
                Field::Household => None,
            }
        }
    };
}
pub(super) use table;

/// How a part of a value is read from where it is kept.
pub(super) trait Kept<'a> {
    type Read;
    fn kept(&'a self) -> Self::Read;
}

impl<'a> Kept<'a> for String {
    type Read = &'a str;
    fn kept(&'a self) -> &'a str {
        self
    }
}

impl Kept<'_> for bool {
    type Read = Self;
    fn kept(&self) -> Self {
        *self
    }
}

impl Kept<'_> for Option<bool> {
    type Read = Self;
    fn kept(&self) -> Self {
        *self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{HouseholdDraft, MemberDraft};
    use crate::field::{Field, Input, Owner, Place};

    fn place(field: Field) -> Place {
        let member = (field.owner() == Owner::Member).then_some(0);
        Place { member, field }
    }

    fn entry(field: Field) -> Option<Entry> {
        match field.input() {
            Input::Answer => Some(Entry::Answer(Some(true))),
            Input::Tick => Some(Entry::Tick(true)),
            Input::Nothing => None,
            _ => Some(Entry::Text(field.code().into())),
        }
    }

    fn bare() -> HouseholdDraft {
        HouseholdDraft { members: vec![MemberDraft::default()], ..HouseholdDraft::default() }
    }

    #[test]
    fn each_field_keeps_what_is_put_into_it_and_nothing_else_changes() {
        for field in Field::ALL.iter().copied().filter(|field| *field != Field::Household) {
            let mut draft = bare();
            draft.set(place(field), entry(field).unwrap());
            for other in Field::ALL.iter().copied() {
                let is_said = draft.get(place(other)).is_some_and(Value::is_said);
                assert_eq!(is_said, other == field, "{field} put in, {other} read");
            }
            let mut copy = bare();
            copy.copy(place(field), &draft);
            assert_eq!(copy, draft, "{field}");
        }
    }

    #[test]
    fn a_field_of_one_owner_is_not_found_at_another() {
        let draft = bare();
        for field in Field::ALL.iter().copied() {
            let elsewhere = match field.owner() {
                Owner::Household => Place::of_member(0, field),
                Owner::Member => Place::of_household(field),
            };
            assert_eq!(draft.get(elsewhere), None, "{field}");
        }
        assert_eq!(draft.get(Place::of_member(1, Field::Name)), None);
    }

    /// A part of the draft that no field is about would be lost when a list is laid over it, and never looked at again
    /// when it changes.
    #[test]
    fn every_part_of_a_draft_belongs_to_a_field() {
        let mut full = bare();
        for field in Field::ALL.iter().copied() {
            if let Some(entry) = entry(field) {
                full.set(place(field), entry);
            }
            full.set(place(field), Entry::Without(true));
        }
        let (full, bare) = (serde_json::to_value(&full).unwrap(), serde_json::to_value(bare()).unwrap());
        let check = |full: &serde_json::Value, bare: &serde_json::Value| {
            for (name, value) in full.as_object().unwrap() {
                assert_ne!(value, &bare[name], "no field fills in {name}");
            }
        };
        check(&full, &bare);
        check(&full["members"][0], &bare["members"][0]);
    }
}
