//! What a list says, laid over what is known: nothing that the list passes over is lost.

use domain::{HouseholdDraft, MemberDraft, Nik};

/// What the list says where it says something, and what was known otherwise.
pub(super) fn overlay(known: &HouseholdDraft, list: &HouseholdDraft) -> HouseholdDraft {
    let (without_kk, kk) = number((known.without_kk, &known.kk), (list.without_kk, &list.kk));
    HouseholdDraft {
        kk,
        without_kk,
        members: members(&known.members, &list.members),
        size: said(&known.size, &list.size),
        address: said(&known.address, &list.address),
        rt: said(&known.rt, &list.rt),
        rw: said(&known.rw, &list.rw),
        phone: said(&known.phone, &list.phone),
        affected: list.affected.or(known.affected),
        fixed_income: list.fixed_income.or(known.fixed_income),
        note: said(&known.note, &list.note),
    }
}

/// The members of the list in their order, and then those that it does not name.
fn members(known: &[MemberDraft], list: &[MemberDraft]) -> Vec<MemberDraft> {
    let known_as = |member: &MemberDraft| known.iter().find(|own| is_same(own, member));
    let named =
        list.iter().map(|member| known_as(member).map_or_else(|| member.clone(), |own| one(own, member)));
    let unnamed = known.iter().filter(|own| !list.iter().any(|member| is_same(own, member)));
    named.chain(unnamed.cloned()).collect()
}

fn one(known: &MemberDraft, list: &MemberDraft) -> MemberDraft {
    let (without_nik, nik) = number((known.without_nik, &known.nik), (list.without_nik, &list.nik));
    MemberDraft {
        name: said(&known.name, &list.name),
        nik,
        without_nik,
        relation: said(&known.relation, &list.relation),
        sex: said(&known.sex, &list.sex),
        birth: said(&known.birth, &list.birth),
        occupation: said(&known.occupation, &list.occupation),
        aid: said(&known.aid, &list.aid),
    }
}

/// Of two numbers, each of which may be stated not to be there.
fn number(known: (bool, &str), list: (bool, &str)) -> (bool, String) {
    let (without, number) = if list.1.is_empty() && !list.0 { known } else { list };
    (without, number.to_owned())
}

fn said(known: &str, list: &str) -> String {
    if list.is_empty() { known.to_owned() } else { list.to_owned() }
}

fn is_same(one: &MemberDraft, other: &MemberDraft) -> bool {
    match (Nik::parse(&one.nik), Nik::parse(&other.nik)) {
        (Ok(one), Ok(other)) => one == other,
        _ => one.name.trim().eq_ignore_ascii_case(other.name.trim()),
    }
}
