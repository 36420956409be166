use super::*;
use domain::{
    AreaCode, Date, Event, Field, HouseholdDraft, HouseholdList, MemberDraft, RegistrationCode, Rt, Rw,
    Status,
};
use proptest::prelude::*;
use wire::{Bytes, Enrolment, EventDto, FamilyOutcome, OfficeKey, OfficeKind, Outcome, Version};

pub(super) fn enrolment() -> Enrolment {
    Enrolment {
        version: Version,
        area: AreaCode::parse("31.74.10.1001").unwrap(),
        area_name: "Ulujami".into(),
        rt: Some(Rt::parse("5").unwrap()),
        rw: Rw::parse("2").unwrap(),
        seed: Bytes(vec![7; 32]),
        offices: vec![OfficeKey {
            kind: OfficeKind::Dinas.into(),
            area: None,
            public_key: Bytes(vec![9; 32]),
        }],
        drop_box: Some("/inbox/".into()),
    }
}

pub(super) fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub(super) fn today() -> Date {
    date("2021-03-12")
}

fn office_says(status: Status) -> FamilyState {
    FamilyState::Office((&Event::new(status, today())).into())
}

pub(super) fn draft(name: &str) -> HouseholdDraft {
    HouseholdDraft {
        without_kk: true,
        members: vec![MemberDraft { name: name.into(), without_nik: true, ..MemberDraft::default() }],
        address: "Jl. Contoh No. 1".into(),
        rt: "5".into(),
        rw: "2".into(),
        affected: Some(true),
        fixed_income: Some(false),
        ..HouseholdDraft::default()
    }
}

/// A register that does what its RT does.
pub(super) struct Run(pub(super) PhoneRegister);

impl Run {
    pub(super) fn new() -> Self {
        Self(PhoneRegister::new(enrolment()))
    }

    pub(super) fn types(mut self, id: u32, name: &str) -> Self {
        self.0.edit(FamilyId(id), |typed| *typed = draft(name));
        self
    }

    pub(super) fn saves(mut self, id: u32, name: &str) -> Self {
        self = self.types(id, name);
        let mut family = self.0.family(FamilyId(id)).unwrap().clone();
        let code = RegistrationCode::from_random([u8::try_from(id).unwrap(); 10]);
        family.save(&enrolment(), today(), code).unwrap();
        self.0.put(family);
        self
    }

    pub(super) fn removes(mut self, id: u32) -> Self {
        self.0.remove(FamilyId(id));
        self
    }

    pub(super) fn sends(mut self, delivery: Delivery) -> Self {
        let list = self.0.list(today());
        self.seals(&list, delivery);
        self
    }

    fn seals(&mut self, list: &HouseholdList, delivery: Delivery) {
        let version = ListVersion {
            number: list.edition,
            declared_on: today(),
            families: list.households.len(),
            file: "f.json".into(),
            text: "{}".into(),
            delivery,
        };
        self.0.seal(list, version);
    }

    pub(super) fn hears(mut self, edition: u32, id: u32, status: Status) -> Self {
        self = self.hears_all(id, vec![Event::new(status, today())]);
        self.0.outcome = self.0.outcome.map(|outcome| Outcome { edition, ..outcome });
        self
    }

    /// The office says more, of a family of the first list.
    pub(super) fn hears_all(mut self, id: u32, events: Vec<Event>) -> Self {
        let code = RegistrationCode::from_random([u8::try_from(id).unwrap(); 10]);
        let nothing =
            Outcome { version: Version, serial: 1, edition: 1, families: Vec::new(), progress: Vec::new() };
        let families = &mut self.0.outcome.get_or_insert(nothing).families;
        families.retain(|fate| fate.code != code);
        let events = events.iter().map(EventDto::from).collect();
        families.push(FamilyOutcome { code, entered_by: None, of_phone: true, same_as: None, events });
        self
    }

    fn expect(self, id: u32, expect: &FamilyState) -> Self {
        let family = self.0.family(FamilyId(id)).unwrap();
        assert_eq!(self.0.state(family, today()), *expect);
        self
    }

    /// New, changed, unchanged, withdrawn, left out, unsaved.
    fn expect_review(self, expect: [usize; 6]) -> Self {
        let review = ListReview::of(&self.0, today());
        let counts = [
            review.new,
            review.changed,
            review.unchanged,
            review.withdrawn.len(),
            review.left_out.len(),
            review.unsaved.len(),
        ];
        assert_eq!(counts, expect);
        self
    }
}

#[test]
fn a_family_goes_its_way() {
    Run::new()
        .types(1, "Siti")
        .expect(1, &FamilyState::Draft)
        .expect_review([0, 0, 0, 0, 1, 0])
        .saves(1, "Siti")
        .expect(1, &FamilyState::OnPhone)
        .expect_review([1, 0, 0, 0, 0, 0])
        .sends(Delivery::Waiting)
        .expect(1, &FamilyState::Waiting)
        .expect_review([0, 0, 1, 0, 0, 0])
        .hears(1, 1, Status::Returned)
        .expect(1, &office_says(Status::Returned))
        .types(1, "Siti A")
        .expect(1, &FamilyState::Draft)
        .expect_review([0, 0, 1, 0, 0, 1])
        .saves(1, "Siti A")
        .expect(1, &FamilyState::OnPhone)
        .expect_review([0, 1, 0, 0, 0, 0])
        .sends(Delivery::Delivered)
        // The office has only seen the first list.
        .expect(1, &FamilyState::Sent);
}

#[test]
fn what_arrived_once_has_arrived_with_every_list() {
    let delivered = |first, second| Run::new().saves(1, "Siti").sends(first).saves(2, "Budi").sends(second).0;
    let state =
        |register: &PhoneRegister, id| register.state(register.family(FamilyId(id)).unwrap(), today());
    let register = delivered(Delivery::Delivered, Delivery::Waiting);
    assert_eq!((state(&register, 1), state(&register, 2)), (FamilyState::Sent, FamilyState::Waiting));
    let register = delivered(Delivery::Waiting, Delivery::Delivered);
    assert_eq!((state(&register, 1), state(&register, 2)), (FamilyState::Sent, FamilyState::Sent));
    let register = delivered(Delivery::Failed(Refusal::Stranger), Delivery::Failed(Refusal::TooLarge));
    assert_eq!((state(&register, 1), state(&register, 2)), (FamilyState::Stuck, FamilyState::Stuck));
}

#[test]
fn under_a_new_link_everything_is_sent_anew_that_the_office_has_not() {
    let link = |seed| Enrolment { seed: Bytes(vec![seed; 32]), ..enrolment() };
    let run = Run::new().saves(1, "Siti").sends(Delivery::Delivered).hears(1, 1, Status::Proposed);
    let run = run.saves(2, "Budi").sends(Delivery::Delivered);
    assert_eq!(run.0.clone().under(link(7)), run.0, "the same link again");
    Run(run.0.under(link(8)))
        .expect(1, &office_says(Status::Proposed))
        .expect(2, &FamilyState::Stuck)
        .sends(Delivery::Delivered)
        .expect(2, &FamilyState::Sent);
}

#[test]
fn a_removed_family_is_taken_back_only_if_it_was_sent() {
    let run = Run::new().saves(1, "Siti").removes(1).expect_review([0; 6]);
    assert!(run.0.families.is_empty());
    let run = run.saves(2, "Budi").sends(Delivery::OnPhone).removes(2).expect_review([0, 0, 0, 1, 0, 0]);
    let list = run.0.list(today());
    assert_eq!((list.edition, list.households.len(), list.withdrawn.len()), (2, 0, 1));
    // It is told once, and goes along with every later list.
    let run = run.sends(Delivery::OnPhone).expect_review([0; 6]);
    assert_eq!(run.0.list(today()).withdrawn.len(), 1);
}

#[test]
fn the_head_of_an_rw_reads_the_rt_of_each_family() {
    let mut register = Run::new().saves(1, "Siti").0;
    assert_eq!(register.home(&register.families[0]), "Jl. Contoh No. 1");
    register.enrolment.rt = None;
    assert_eq!(register.home(&register.families[0]), "RT 5 · Jl. Contoh No. 1");
}

#[test]
fn warnings_are_told_by_kind() {
    let run = Run::new().saves(1, "Siti").saves(2, "Budi");
    let kinds: Vec<(&str, usize)> = ListReview::of(&run.0, today())
        .warnings_by_kind()
        .iter()
        .map(|(kind, families)| (kind.fault.code(), families.len()))
        .collect();
    assert_eq!(kinds, [("tanpa-kk", 2), ("tanpa-nik", 2)]);
}

#[test]
fn one_answer_settles_a_question_for_many() {
    let mut register = Run::new().saves(1, "Siti").saves(2, "Budi").types(3, "Ani").0;
    for id in [1, 2] {
        register.change(FamilyId(id), |family| {
            family.draft.affected = None;
            family.save(&enrolment(), today(), family.code().unwrap()).unwrap();
        });
    }
    register.edit(FamilyId(3), |draft| draft.affected = None);
    let open = |register: &PhoneRegister| ListReview::of(register, today()).unanswered();
    assert_eq!(open(&register), [(Field::Affected, vec![FamilyId(1), FamilyId(2)])]);
    let codes = |register: &PhoneRegister| [1, 2].map(|id| register.family(FamilyId(id)).unwrap().code());
    let before = codes(&register);

    register.answer(&[FamilyId(2), FamilyId(3), FamilyId(9)], Field::Affected, true, today());
    assert_eq!(open(&register), [(Field::Affected, vec![FamilyId(1)])]);
    assert_eq!(codes(&register), before);
    let answers = [1, 2, 3].map(|id| register.family(FamilyId(id)).unwrap().draft.affected);
    assert_eq!(answers, [None, Some(true), Some(true)]);
    // What was saved is saved with it, and what was not is not.
    let review = ListReview::of(&register, today());
    assert_eq!((review.unsaved.len(), review.left_out), (0, vec![FamilyId(3)]));
}

#[test]
fn what_changes_while_a_list_is_sealed_goes_with_the_next_one() {
    let mut run = Run::new().saves(1, "Siti").saves(2, "Budi").sends(Delivery::Delivered);
    let sealed = run.0.list(today());
    run.0.change(FamilyId(1), |family| {
        family.draft.address = "Gg. Contoh No. 9".into();
        family.save(&enrolment(), today(), family.code().unwrap()).unwrap();
    });
    run.0.remove(FamilyId(2));
    run.seals(&sealed, Delivery::Delivered);
    let review = ListReview::of(&run.0, today());
    assert_eq!((review.changed, review.withdrawn), (1, vec![FamilyId(2)]));
    let next = run.0.list(today());
    run.seals(&next, Delivery::Delivered);
    let review = ListReview::of(&run.0, today());
    assert_eq!((review.changed, review.withdrawn), (0, Vec::new()));
}

#[test]
fn families_that_another_phone_sent_are_counted() {
    let first = Run::new().saves(1, "Siti").saves(2, "Budi").sends(Delivery::Delivered);
    let first = first.hears(1, 1, Status::Proposed).hears(1, 2, Status::Proposed);
    assert_eq!(first.0.listed_elsewhere(), 0);
    let mut second = Run::new().saves(30, "Ani");
    assert_eq!(second.0.listed_elsewhere(), 0);
    second.0.outcome = first.0.outcome.clone();
    assert_eq!(second.0.listed_elsewhere(), 2);
    let counted = |change: fn(&mut FamilyOutcome)| {
        let mut second = Run::new().saves(30, "Ani");
        second.0.outcome = first.0.outcome.clone();
        change(&mut second.0.outcome.as_mut().unwrap().families[1]);
        second.0.listed_elsewhere()
    };
    assert_eq!(counted(|_| ()), 2);
    // The office entered it, or an earlier version does not say.
    assert_eq!(counted(|fate| fate.of_phone = false), 1);
    assert_eq!(counted(|fate| fate.events.push(EventDto::from(&Event::new(Status::Withdrawn, today())))), 1);
    assert_eq!(counted(|fate| fate.events.push(EventDto::from(&Event::new(Status::Refused, today())))), 1);
    assert_eq!(counted(|fate| fate.events.push(EventDto::from(&Event::new(Status::Held, today())))), 2);
    // A family under two codes is one, and here if it is here under either.
    let first_code = first.0.family(FamilyId(1)).unwrap().code();
    let mut twice = first.0.clone();
    twice.outcome.as_mut().unwrap().families[1].same_as = first_code;
    second.0.outcome = twice.outcome.clone();
    assert_eq!(second.0.listed_elsewhere(), 1);
    twice.remove(FamilyId(2));
    twice.families.retain(|family| family.id != FamilyId(2));
    assert_eq!(twice.listed_elsewhere(), 0);
    // Its register comes back with them.
    second.0.outcome = first.0.outcome.clone();
    assert_eq!(second.0.joined(first.0).listed_elsewhere(), 0);
}

#[test]
fn the_next_list_number_is_higher_than_any_that_the_office_knows() {
    let run = Run::new().saves(1, "Siti");
    assert_eq!(run.0.next_list_number(), 1);
    let run = run.sends(Delivery::Delivered);
    assert_eq!(run.0.next_list_number(), 2);
    assert_eq!(run.hears(7, 1, Status::Proposed).0.next_list_number(), 8);
}

#[test]
fn what_was_looked_at_asks_no_more_and_goes_to_the_office() {
    let mut register = Run::new().saves(1, "Siti").sends(Delivery::Delivered).0;
    let open = |register: &PhoneRegister| ListReview::of(register, today()).warnings;
    let codes: Vec<_> = open(&register).iter().map(|(_, warning)| warning.fault.code()).collect();
    assert_eq!(codes, ["tanpa-kk", "tanpa-nik"]);
    let (id, warning) = open(&register)[0];
    register.change(id, |family| family.keep(&warning, "KK sedang diurus"));
    assert_eq!(open(&register).len(), 1);
    let kept = &register.list(today()).households[0].remarks.kept;
    assert_eq!((kept[0].fault.as_str(), kept[0].reason.as_str()), ("tanpa-kk", "KK sedang diurus"));
    Run(register).expect(1, &FamilyState::Sent).expect_review([0, 1, 0, 0, 0, 0]);
}

#[test]
fn a_family_of_another_rt_is_looked_at() {
    let problems = |rt: &str, rw: &str, enrolment: &Enrolment| {
        let draft = HouseholdDraft { rt: rt.into(), rw: rw.into(), ..draft("Siti") };
        let problems = Family::problems(&draft, enrolment, today()).into_iter();
        problems.filter(|problem| problem.fault.code() == "rt-rw-beda").count()
    };
    assert_eq!(problems("005", "2", &enrolment()), 0);
    assert_eq!(problems("6", "3", &enrolment()), 2);
    assert_eq!(problems("", "", &enrolment()), 0);
    // The head of an RW lists families of every RT of it.
    assert_eq!(problems("6", "2", &Enrolment { rt: None, ..enrolment() }), 0);
}

#[test]
fn a_code_stays_whatever_another_page_does() {
    let run = Run::new().saves(1, "Siti");
    let stored = run.0.families[0].clone();
    let mut mine = Family { record: None, draft: draft("Siti A"), ..stored.clone() };
    mine.save(&enrolment(), today(), RegistrationCode::from_random([9; 10])).unwrap();
    let sent = run.sends(Delivery::OnPhone).0.families[0].clone();
    let joined = mine.over(sent.clone());
    assert_eq!(joined.code(), stored.code());
    assert_eq!(joined.name(), "Siti A");
    assert_eq!(joined.sent, sent.sent);
}

proptest! {
    #[test]
    fn a_draft_that_is_kept_and_read_back_is_equal(
        words in prop::collection::vec(".{0,24}", 8), flags: [bool; 4], members in 0usize..4, id: u32
    ) {
        let word = |i: usize| words[i].clone();
        let member = MemberDraft {
            name: word(0), nik: word(1), without_nik: flags[0], relation: word(2), sex: word(3), birth: word(4),
            occupation: word(5), aid: word(6), disabled: flags[3],
        };
        let draft = HouseholdDraft {
            kk: word(1), without_kk: flags[1], members: vec![member; members], size: word(4), address: word(7),
            rt: word(2), rw: word(3), phone: word(5), affected: flags[2].then_some(flags[3]), fixed_income: None,
            disability: flags[1].then_some(flags[2]), note: word(6),
        };
        let mut register = PhoneRegister::new(enrolment());
        register.edit(FamilyId(id), |typed| *typed = draft.clone());
        let stored = register.families[0].to_json().unwrap();
        let back = Family::from_json(&stored).unwrap();
        prop_assert_eq!(&back.draft, &draft);
        prop_assert_eq!(back, register.families[0].clone());
    }

    #[test]
    fn families_stay_in_order_and_one_of_each(ids in prop::collection::vec(0u32..12, 0..40)) {
        let mut register = PhoneRegister::new(enrolment());
        for id in &ids {
            register.edit(FamilyId(*id), |typed| *typed = draft("Siti"));
        }
        let kept: Vec<u32> = register.families.iter().map(|family| family.id.0).collect();
        let expect: Vec<u32> = ids.into_iter().collect::<std::collections::BTreeSet<_>>().into_iter().collect();
        prop_assert_eq!(kept, expect);
    }
}

proptest! {
    #[test]
    fn many_families_at_once_are_put_like_one_after_the_other(kept in ids(), put in ids()) {
        let family = |(at, id): (usize, &u32)| {
            let mut family = Family::new(FamilyId(*id), &enrolment());
            family.draft.note = at.to_string();
            family
        };
        let mut one_by_one = PhoneRegister::new(enrolment());
        kept.iter().enumerate().map(family).for_each(|family| one_by_one.put(family));
        let mut at_once = one_by_one.clone();
        put.iter().enumerate().map(family).for_each(|family| one_by_one.put(family));
        at_once.put_all(put.iter().enumerate().map(family));
        prop_assert_eq!(at_once, one_by_one);
    }
}

/// Few ids, so that some come twice.
fn ids() -> impl Strategy<Value = Vec<u32>> {
    proptest::collection::vec(0..20_u32, 0..20)
}
