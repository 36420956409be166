//! Entries of the same family, in every state that they may be in.

use super::*;
use crate::register::{Answered, DecisionBasis, Origin, SourceKind};
use domain::{
    Actor, AreaCode, Date, Decision, Event, Household, KkNumber, Reason, RegistrationCode, Rt, Rw, Status,
};
use tempfile::TempDir;

const KK: [&str; 2] = ["3174101001099012", "3174101001099013"];
const NIK: [&str; 3] = ["3174105205809012", "3174101205809013", "3174101205809014"];

struct Lists {
    register: Register,
    families: Vec<FamilyId>,
    now: Moment,
    _folder: TempDir,
}

impl Lists {
    /// Entries in the order of listing, each `KK NIK-OF-THE-HEAD OTHER-NIK | history`; `-` for none. Those behind `6: ` are of
    /// another RT.
    fn of(entries: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let register = Register::create(&folder.path().join("register.sqlite"), &[0; 16]).unwrap();
        let now = Moment::now(Some("2021-03-12")).unwrap();
        let mut lists = Self { register, families: Vec::new(), now, _folder: folder };
        for (at, entry) in (0..).zip(entries) {
            lists.list(at, entry);
        }
        lists
    }

    fn list(&mut self, at: u8, entry: &str) {
        let (rt, entry) = entry.split_once(": ").unwrap_or(("5", entry));
        let (numbers, history) = entry.split_once(" | ").unwrap();
        let origin = Origin {
            area: AreaCode::parse("31.74.10.1005").unwrap(),
            rw: Rw::parse("002").unwrap(),
            rt: Rt::parse(rt).unwrap(),
        };
        let code = RegistrationCode::from_random([at; 10]);
        let household = household(numbers);
        let source = self.register.source(SourceKind::Families, "daftar", &[at; 32], &self.now).unwrap();
        let line = Some(Line { source, line: 2 });
        let id = self.register.add_family(&household, &origin, &code, None, None, line).unwrap();
        self.families.push(id);
        history.split(' ').for_each(|step| self.goes(id, step));
    }

    /// `diusulkan`, or with its reason `dicoret:pindah`.
    fn goes(&self, id: FamilyId, step: &str) {
        let (status, reason) = step.split_once(':').unwrap_or((step, ""));
        let event = Event {
            reason: Reason::parse(reason).ok(),
            ..Event::new(Status::parse(status).unwrap(), self.now.date)
        };
        self.register.record(id, &event, Actor::Dinas, &self.now).unwrap();
    }

    fn settle(&self) -> Duplicates {
        let before = PriorAnswers::read(&self.register).unwrap();
        Duplicates::settle(&self.register, &before, &self.now).unwrap()
    }

    /// Somebody answers which RT is right, in sight of all that list the family now.
    fn answer(&self, asked: &Duplicates, at: usize, decision: Decision) {
        self.answers(asked, at, Question::ListedByTwo, decision);
    }

    fn answers(&self, asked: &Duplicates, at: usize, question: Question, decision: Decision) {
        let id = self.families[at];
        let rows = asked.asks(id, question).unwrap().to_vec();
        self.register.ask(id, question, &rows, &self.now).unwrap();
        let source = self.register.source(
            SourceKind::Review,
            "lembar",
            &[100 + u8::try_from(at).unwrap(); 32],
            &self.now,
        );
        let answered = Answered {
            by: "Ani".into(),
            decision,
            note: String::new(),
            seen: 0,
            at: self.now.to_string(),
            line: Line { source: source.unwrap(), line: 2 },
        };
        self.register.answer(id, question, &answered, &self.now).unwrap();
        self.register.close(id, question, &self.now).unwrap();
        if let Some(reason) = decision.reason() {
            let event = Event { reason: Some(reason), ..Event::new(Status::Refused, self.now.date) };
            self.register.record(id, &event, DecisionBasis::person("Ani"), &self.now).unwrap();
        }
    }

    /// A person opens the case of an entry again.
    fn opens(&self, at: usize) {
        let event = Event::new(Status::Proposed, self.now.date);
        self.register.record(self.families[at], &event, DecisionBasis::person("Ani"), &self.now).unwrap();
    }

    /// Each entry as `status`, with the position of the one that stands for it, and `?` for each question.
    fn described(&self) -> Vec<String> {
        let duplicates = self.settle();
        self.families.iter().map(|id| self.describe(*id, &duplicates)).collect()
    }

    fn describe(&self, id: FamilyId, duplicates: &Duplicates) -> String {
        let family = self.register.family(id).unwrap().unwrap();
        let status = self.register.history(id).unwrap().status();
        let stands = family.duplicate_of.map(|id| self.families.iter().position(|it| *it == id).unwrap());
        let asks = |question: &Question| duplicates.asks(id, *question).is_some();
        let contested = if asks(&Question::ListedByTwo) { " dua RT" } else { "" };
        let asked = Question::ALL.iter().filter(|it| **it != Question::ListedByTwo && asks(it));
        let stands = stands.map(|at| format!(" → {at}")).unwrap_or_default();
        format!("{status}{stands}{contested}{}", "?".repeat(asked.count()))
    }
}

fn household(numbers: &str) -> Household {
    let [kk, head, other] = numbers.split(' ').collect::<Vec<_>>()[..] else { panic!("{numbers}") };
    let kk = kk.parse().ok().map(|at: usize| KkNumber::parse(KK[at]).unwrap());
    let member = |nik: &str| {
        let nik = nik.parse().ok().map(|at: usize| NIK[at]);
        let birth = nik.map(|_| Date::parse("1980-05-12").unwrap());
        serde_json::json!({ "name": "Contoh", "relation": "kepala", "nik": nik, "birth": birth })
    };
    let mut household: Household = serde_json::from_value(serde_json::json!({
        "head": member(head), "area": "31.74.10.1005", "rt": "005", "rw": "002", "address": "Gg. Contoh"
    }))
    .unwrap();
    household.kk = kk;
    household.others =
        if other == "-" { Vec::new() } else { vec![serde_json::from_value(member(other)).unwrap()] };
    household
}

fn check(entries: &[&str], expect: &[&str]) {
    let lists = Lists::of(entries);
    assert_eq!(lists.described(), expect, "{entries:?}");
    assert_eq!(lists.described(), expect, "once more: {entries:?}");
}

#[test]
fn the_first_complete_entry_of_an_rt_stands() {
    check(&["0 0 - | diusulkan", "1 1 - | diusulkan"], &["diusulkan", "diusulkan"]);
    check(&["0 0 - | diusulkan", "0 0 - | diusulkan"], &["diusulkan", "ditolak → 0"]);
    check(&["0 - - | diusulkan", "0 0 - | diusulkan"], &["ditolak → 1", "diusulkan"]);
    check(
        &["0 - - | diusulkan", "0 - - | diverifikasi", "0 0 - | diusulkan"],
        &["ditolak → 2", "ditolak → 2", "diusulkan"],
    );
}

#[test]
fn whoever_has_the_aid_keeps_it() {
    check(&["0 0 - | diusulkan", "0 - - | ditetapkan"], &["ditolak → 1", "ditetapkan"]);
    // Held while lists are compared, it still has it.
    check(&["0 0 - | diusulkan", "0 - - | cair tertunda"], &["ditolak → 1", "tertunda"]);
    check(&["0 0 - | diusulkan", "0 - - | diverifikasi tertunda"], &["diusulkan", "ditolak → 0"]);
    // Two that have it: a person must look.
    check(&["0 0 - | cair", "0 1 - | cair"], &["cair", "cair?"]);
    check(&["0 0 - | cair", "0 1 - | cair", "0 2 - | diusulkan"], &["cair", "cair?", "ditolak → 0"]);
}

#[test]
fn an_entry_that_is_gone_bars_nobody() {
    check(&["0 0 - | diusulkan ditarik", "0 - - | diusulkan"], &["ditarik → 1", "diusulkan"]);
    for gone in ["ditolak:tidak-ditemukan", "ditetapkan dicoret:pindah"] {
        let described = Lists::of(&[&format!("0 0 - | diusulkan {gone}"), "0 - - | diusulkan"]).described();
        assert_eq!(described[1], "diusulkan", "{gone}");
    }
    // Who was refused for another reason is refused wherever it is listed.
    check(&["0 0 - | diusulkan ditolak:bantuan-lain", "0 0 - | diusulkan"], &["ditolak", "ditolak → 0"]);
}

#[test]
fn who_has_no_kk_is_known_by_the_nik_of_the_head() {
    check(&["- 0 - | diusulkan", "- 0 - | diusulkan"], &["diusulkan", "ditolak → 0"]);
    check(&["- 0 - | diusulkan", "0 0 - | diusulkan"], &["ditolak → 1", "diusulkan"]);
    check(&["- 0 - | cair", "0 0 - | diusulkan"], &["cair", "diusulkan?"]);
    // A member elsewhere, or the same head under two KK numbers: where does the person live?
    check(&["- 0 - | diusulkan", "0 1 0 | diusulkan"], &["diusulkan?", "diusulkan?"]);
    check(&["0 0 - | diusulkan", "1 0 - | diusulkan"], &["diusulkan?", "diusulkan?"]);
    check(&["0 0 - | diusulkan ditarik", "1 0 - | diusulkan"], &["ditarik", "diusulkan"]);
    // Through one that has no KK number, two others do not become one family.
    check(
        &["- 0 - | diusulkan", "0 0 1 | diusulkan", "1 2 0 | diusulkan"],
        &["ditolak → 1", "diusulkan?", "diusulkan?"],
    );
    // One stands for it that stands itself.
    check(
        &["- 0 - | diusulkan", "0 0 - | diusulkan", "0 0 - | cair"],
        &["ditolak → 2", "ditolak → 2", "cair"],
    );
}

/// Of most of its people under another number, it is asked whether they are one family; of one person, where that one lives. Whoever
/// has the aid is asked neither beside one who has not.
#[test]
fn a_new_number_is_asked_of_whoever_has_not_the_aid() {
    let asks = |entries: &[&str]| {
        let lists = Lists::of(entries);
        let duplicates = lists.settle();
        let asked = |id| {
            let questions = Question::ALL.iter().filter(|it| duplicates.asks(id, **it).is_some());
            questions.map(|it| it.code()).collect::<Vec<_>>().join(" ")
        };
        lists.families.iter().map(|id| asked(*id)).collect::<Vec<_>>()
    };
    let (same, person) = (Question::SamePeople.code(), Question::PersonTwice.code());
    for history in ["ditetapkan", "cair", "cair tertunda"] {
        assert_eq!(asks(&[&format!("0 0 1 | {history}"), "1 0 1 | diusulkan"]), ["", same], "{history}");
        assert_eq!(asks(&["6: 1 0 1 | diusulkan", &format!("0 0 1 | {history}")]), [same, ""], "{history}");
    }
    assert_eq!(asks(&["0 0 1 | diusulkan", "1 1 0 | diusulkan"]), [same, same]);
    assert_eq!(asks(&["0 0 1 | cair", "1 2 1 | diusulkan"]), ["", person]);
    // Both have the money: no answer makes one payment of two.
    assert_eq!(asks(&["0 0 1 | cair", "1 0 1 | cair"]), [person, person]);
    assert_eq!(asks(&["0 0 1 | diusulkan ditarik", "1 0 1 | diusulkan"]), ["", ""]);
}

#[test]
fn families_that_a_person_told_apart_are_not_asked_about_again() {
    let lists = Lists::of(&["0 0 1 | cair", "1 0 1 | diusulkan"]);
    lists.answers(&lists.settle(), 1, Question::SamePeople, Decision::Different);
    assert_eq!(lists.described(), ["cair", "diusulkan"]);
}

#[test]
fn who_stood_in_the_way_and_does_no_more_is_forgotten() {
    let lists = Lists::of(&["0 0 - | diusulkan", "0 1 - | diusulkan"]);
    assert_eq!(lists.described(), ["diusulkan", "ditolak → 0"]);
    // The number was a slip, which is mended now.
    let family = lists.register.family(lists.families[1]).unwrap().unwrap();
    lists.register.change_family(&family, &household("1 1 -"), None, &lists.now).unwrap();
    assert_eq!(lists.described(), ["diusulkan", "diusulkan"]);

    let lists = Lists::of(&["- 0 - | diusulkan", "- 0 - | diusulkan"]);
    assert_eq!(lists.described(), ["diusulkan", "ditolak → 0"]);
    lists.goes(lists.families[0], "ditarik");
    assert_eq!(lists.described(), ["ditarik → 1", "diusulkan"]);
}

/// Whoever lists a family first, in whatever state it is: the same is asked.
#[test]
fn no_rt_wins_by_being_first() {
    for [one, other] in
        [["0 0 -", "6: 0 0 -"], ["0 - -", "6: 0 0 -"], ["- 0 -", "6: 0 0 -"], ["- 0 -", "6: - 0 -"]]
    {
        for status in ["diusulkan", "diverifikasi", "diperiksa-kelurahan"] {
            let (one, other) = (format!("{one} | {status}"), format!("{other} | diusulkan"));
            let [asked, too] = [format!("{status} dua RT"), "diusulkan dua RT".to_owned()];
            check(&[&one, &other], &[&asked, &too]);
            check(&[&other, &one], &[&too, &asked]);
        }
    }
    // One claim of each RT, and all of three are asked.
    check(
        &["0 0 - | diusulkan", "6: 0 0 - | diusulkan", "0 0 1 | diusulkan", "7: 0 0 - | diusulkan"],
        &["diusulkan dua RT", "diusulkan dua RT", "ditolak → 0", "diusulkan dua RT"],
    );
    // The entries of one RT stand for each other wherever the family belongs.
    check(
        &["0 - - | ditetapkan", "6: 0 0 - | diusulkan", "6: 0 - - | diusulkan"],
        &["ditetapkan", "diusulkan dua RT", "ditolak → 1"],
    );
}

#[test]
fn whoever_has_the_aid_keeps_it_whoever_else_lists_the_family() {
    for entries in
        [["0 0 - | ditetapkan", "6: 0 0 - | diusulkan"], ["0 - - | cair tertunda", "6: 0 0 - | diusulkan"]]
    {
        let described = Lists::of(&entries).described();
        assert!(!described[0].contains("dua RT"), "{described:?}");
        assert_eq!(described[1], "diusulkan dua RT");
    }
    check(&["0 0 - | cair", "6: 0 1 - | cair"], &["cair", "cair?"]);
}

#[test]
fn whoever_was_refused_in_one_rt_is_asked_about_in_another() {
    check(
        &["0 0 - | diusulkan ditolak:bantuan-lain", "6: 0 0 - | diusulkan"],
        &["ditolak → 1", "diusulkan dua RT"],
    );
    check(&["0 0 - | diusulkan ditarik", "6: 0 0 - | diusulkan"], &["ditarik → 1", "diusulkan"]);
    // As an earlier version left it: whoever came first stood.
    check(
        &["0 0 - | diusulkan", "6: 0 0 - | diusulkan ditolak:data-ganda"],
        &["diusulkan dua RT", "ditolak dua RT"],
    );
}

#[test]
fn a_person_says_which_rt_is_right() {
    use Decision::{Mismatch, NotFound, Valid};
    let entries = ["0 0 - | diusulkan", "6: 0 0 - | diusulkan"];
    let check = |answers: &[(usize, Decision)], expect: [&str; 2]| {
        let lists = Lists::of(&entries);
        let asked = lists.settle();
        answers.iter().for_each(|(at, decision)| lists.answer(&asked, *at, *decision));
        assert_eq!(lists.described(), expect, "{answers:?}");
        assert_eq!(lists.described(), expect, "once more: {answers:?}");
    };
    check(&[(0, Valid)], ["diusulkan", "ditolak → 0"]);
    check(&[(1, Valid)], ["ditolak → 1", "diusulkan"]);
    check(&[(0, Mismatch)], ["ditolak → 1", "diusulkan"]);
    check(&[(1, NotFound)], ["diusulkan", "ditolak → 0"]);
    check(&[(0, Mismatch), (1, Mismatch)], ["ditolak", "ditolak → 0"]);
    // Both cannot be: whether these are two families, and whose NIK it is, are other questions.
    check(&[(0, Valid), (1, Valid)], ["diusulkan??", "diusulkan??"]);
}

#[test]
fn an_answer_does_not_count_for_an_rt_that_comes_later() {
    let mut lists = Lists::of(&["0 0 - | diusulkan", "6: 0 0 - | diusulkan"]);
    lists.answer(&lists.settle(), 1, Decision::Valid);
    assert_eq!(lists.described(), ["ditolak → 1", "diusulkan"]);
    lists.list(2, "7: 0 0 - | diusulkan");
    assert_eq!(lists.described()[1..], ["diusulkan dua RT", "diusulkan dua RT"]);
    lists.answer(&lists.settle(), 2, Decision::Mismatch);
    assert_eq!(lists.described()[1..], ["diusulkan", "ditolak → 1"]);
    // What a person decided stays when the one that was right is taken back.
    lists.goes(lists.families[1], "ditarik");
    assert_eq!(lists.described(), ["diusulkan", "ditarik → 0", "ditolak → 0"]);
}

/// No refusal by a rule alone is final: whoever says that it is no double of the other is asked about, and a person decides.
#[test]
fn an_entry_that_was_refused_as_a_double_may_object() {
    for numbers in ["0 0 -", "0 - -", "- 0 -"] {
        let entry = format!("{numbers} | diusulkan");
        for (decision, expect) in [
            (Decision::Valid, ["diusulkan", "diusulkan"]),
            (Decision::Mismatch, ["diusulkan", "ditolak → 0"]),
        ] {
            let lists = Lists::of(&[&entry, &entry]);
            assert_eq!(lists.described(), ["diusulkan", "ditolak → 0"], "{numbers}");
            lists.opens(1);
            assert_eq!(
                lists.described(),
                ["diusulkan", "diusulkan?"],
                "{numbers}: the other waits for nothing"
            );
            lists.answers(&lists.settle(), 1, Question::Objected, decision);
            for _ in 0..2 {
                assert_eq!(lists.described(), expect, "{numbers}: {decision:?}");
            }
        }
    }
    // What has the aid is not stopped by it.
    let lists = Lists::of(&["0 0 - | cair", "0 0 - | diusulkan"]);
    lists.settle();
    lists.opens(1);
    assert_eq!(lists.described(), ["cair", "diusulkan?"]);
}

/// The question reaches people, whoever was refused is decided about by the code of its own receipt, and goes on once it is answered.
#[test]
fn an_objection_is_decided_by_a_person_and_goes_on() {
    use crate::progress::Unseen;
    let lists = Lists::of(&["0 0 - | diusulkan", "0 0 - | diusulkan"]);
    let verify = || crate::verification::verify(&lists.register, &lists.now, &Unseen).unwrap();
    let status = |at: usize| lists.register.history(lists.families[at]).unwrap().status();
    verify();
    assert_eq!([status(0), status(1)], [Status::Verified, Status::Refused]);
    let code = RegistrationCode::from_random([1; 10]);
    let draft = crate::decision::DecisionDraft {
        by: "Ani",
        kk: None,
        code: Some(&code),
        status: Status::Proposed,
        reason: None,
        note: "",
        on: None,
        tahap: None,
        point: None,
        date: None,
        hours: None,
        is_sure: false,
    };
    crate::decision::decide(&lists.register, &draft, &lists.now).unwrap();
    assert_eq!([status(0), status(1)], [Status::Verified, Status::Proposed]);
    for _ in 0..2 {
        assert_eq!(verify().open, BTreeMap::from([(Question::Objected.code(), 1)]));
        assert_eq!([status(0), status(1)], [Status::Verified, Status::Proposed]);
    }
    lists.answers(&lists.settle(), 1, Question::Objected, Decision::Valid);
    verify();
    assert_eq!([status(0), status(1)], [Status::Verified, Status::Verified]);
    assert_eq!(verify().open, BTreeMap::new());
}
