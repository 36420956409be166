//! What a list says, laid over what is known: nothing that the list passes over is lost.

use domain::identity::is_same_person;
use domain::{Field, HouseholdDraft, MemberDraft, Owner, Place, Value};

/// What the list says where it says something, and what was known otherwise. The members of the list stand in its order,
/// and then those that it does not name.
pub(super) fn overlay(known: &HouseholdDraft, list: &HouseholdDraft) -> HouseholdDraft {
    let known_as = |member: &MemberDraft| known.members.iter().find(|own| is_same_person(own, member));
    let named = list.members.iter().map(|member| known_as(member).cloned().unwrap_or_default());
    let unnamed =
        known.members.iter().filter(|own| !list.members.iter().any(|member| is_same_person(own, member)));
    let mut over = HouseholdDraft { members: named.chain(unnamed.cloned()).collect(), ..known.clone() };
    let of_members = |field| (0..list.members.len()).map(move |index| Place::of_member(index, field));
    let places = Field::of(Owner::Household)
        .map(Place::of_household)
        .chain(Field::of(Owner::Member).flat_map(of_members));
    for place in places.filter(|place| list.get(*place).is_some_and(Value::is_said)) {
        over.copy(place, list);
    }
    over
}
