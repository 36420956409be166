//! Entries of the same family, in every state that they may be in.

use super::*;
use crate::register::Origin;
use domain::{AreaCode, Date, Household, KkNumber, RegistrationCode, Rt, Rw};
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
    /// Entries in the order of listing, each `KK NIK-OF-THE-HEAD OTHER-NIK | history`; `-` for none.
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
        let (numbers, history) = entry.split_once(" | ").unwrap();
        let origin = Origin {
            area: AreaCode::parse("31.74.10.1005").unwrap(),
            rw: Rw::parse("002").unwrap(),
            rt: Rt::parse(&at.to_string()).unwrap(),
        };
        let code = RegistrationCode::from_random([at; 10]);
        let household = household(numbers);
        let id = self.register.add_family(&household, &origin, &code, None, None, None).unwrap();
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
        Duplicates::settle(&self.register, &self.now).unwrap()
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
        let asked = Question::ALL.iter().filter(|question| duplicates.asks(id, **question).is_some());
        let stands = stands.map(|at| format!(" → {at}")).unwrap_or_default();
        format!("{status}{stands}{}", "?".repeat(asked.count()))
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
fn the_first_complete_entry_stands() {
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
    check(&["- 0 - | cair", "0 0 - | diusulkan"], &["cair?", "diusulkan?"]);
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
