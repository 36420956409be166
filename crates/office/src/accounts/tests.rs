//! The books over files of the bank that come in any order.

use super::*;
use crate::clock::Moment;
use crate::register::{BankLine, CommandLine, FamilyId, Origin, Outcome, Register, SourceKind, digest};
use crate::reports::Tally;
use crate::reports::disbursement::{self, BankReport};
use crate::undo;
use domain::{
    Actor, AreaCode, Cause, Event, HouseholdDraft, MemberDraft, Reason, RegistrationCode, Rt, Rupiah, Rw,
    Status,
};
use proptest::prelude::*;
use std::collections::BTreeMap;
use tempfile::TempDir;

/// The last day of the stories.
const TODAY: &str = "2021-03-20";

struct Bank {
    register: Register,
    families: Vec<FamilyId>,
    folder: TempDir,
    now: Moment,
}

impl Bank {
    /// Families, each with what happened to it from 12 March on, a step a day.
    fn of(histories: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let register = Register::create(&folder.path().join("register.sqlite"), &[0; 16]).unwrap();
        let now = Moment::now(Some(TODAY)).unwrap();
        let mut bank = Self { register, families: Vec::new(), folder, now };
        for (at, history) in (0..).zip(histories) {
            bank.add_family(at, history);
        }
        bank
    }

    fn add_family(&mut self, at: u8, history: &str) {
        let area = AreaCode::parse("31.74.10.1005").unwrap();
        let draft = HouseholdDraft {
            kk: kk(at.into()),
            address: "Jl. Contoh No. 1".into(),
            rt: "005".into(),
            rw: "002".into(),
            members: vec![MemberDraft {
                name: format!("Contoh {}", NAMES[usize::from(at)]),
                without_nik: true,
                ..MemberDraft::default()
            }],
            ..HouseholdDraft::default()
        };
        let household = draft.validate(&area, self.now.date).unwrap().household;
        let origin = Origin { area, rw: Rw::parse("002").unwrap(), rt: Rt::parse("005").unwrap() };
        let code = RegistrationCode::from_random([at; 10]);
        let id = self.register.add_family(&household, &origin, &code, None, None, None).unwrap();
        self.families.push(id);
        history.split(' ').for_each(|step| self.goes(usize::from(at), step));
    }

    /// What happens to a family: on the day of the approval, 12 March, or a day later each.
    fn goes(&self, family: usize, step: &str) {
        let status = Status::parse(step).unwrap();
        let days =
            i64::try_from(self.register.history(self.families[family]).unwrap().events().len()).unwrap();
        let event = Event {
            reason: status.needs_reason().then_some(Reason::MovedOut),
            tahap: (status == Status::Approved || status == Status::Paid).then_some(1),
            ..Event::new(status, self.now.date.plus_days(days - 8))
        };
        self.register.record(self.families[family], &event, Actor::Dinas, &self.now).unwrap();
    }

    /// Reads a file for a tahap.
    fn reads(&mut self, tahap: u16, name: &str, table: &str) -> crate::fault::Result<Tally> {
        self.reads_surely(tahap, name, table, false)
    }

    fn reads_surely(
        &mut self,
        tahap: u16,
        name: &str,
        table: &str,
        is_sure: bool,
    ) -> crate::fault::Result<Tally> {
        let file = self.folder.path().join(name);
        std::fs::write(&file, table).unwrap();
        let bank_report = BankReport { file: &file, tahap, all_paid: false, is_sure };
        self.register.transaction(|register| disbursement::read(register, bank_report, &self.now))
    }

    /// Lines below the header `No KK;Nama;Tanggal;Jumlah;Status`; a family by its number.
    fn pays(&mut self, name: &str, lines: &[&str]) -> Tally {
        self.reads(1, name, &table(lines)).unwrap()
    }

    fn report(&self) -> AccountsReport {
        report(&self.register, Some(1)).unwrap()
    }

    /// What is open: `line what`.
    fn open(&self) -> Vec<String> {
        let items = open_items(&self.register).unwrap();
        items.iter().map(|item| format!("{} {}", item.line, item.what.code())).collect()
    }

    fn settles(&self, line: u32, outcome: Outcome) {
        let items = open_items(&self.register).unwrap();
        let item = items.iter().find(|item| item.line == line).unwrap().item;
        let settlement =
            Settlement { items: &[item], outcome, family: None, reason: "Sudah ditanyakan", by: "Ani" };
        settle(&self.register, &settlement, &self.now).unwrap();
    }

    fn status(&self, family: usize) -> Status {
        self.register.history(self.families[family]).unwrap().status()
    }
}

const NAMES: [&str; 5] = ["Agus", "Budi", "Cici", "Darmah", "Eko"];

fn kk(family: usize) -> String {
    format!("317410010109900{}", family + 1)
}

/// `0 Contoh Agus 15 300000 cair` becomes a row; `-` is blank.
fn table(lines: &[&str]) -> String {
    let mut table = "No KK;Nama;Tanggal;Jumlah;Status\n".to_owned();
    for line in lines {
        let cells: Vec<&str> = line.split(' ').collect();
        let [family, name, day, amount, status] = cells[..] else { panic!("{line}") };
        let day = if day == "-" { String::new() } else { format!("{day}-03-2021") };
        let blank = |text: &str| if text == "-" { String::new() } else { text.to_owned() };
        let name = if name == "-" { String::new() } else { format!("Contoh {name}") };
        let kk = family.parse().map_or_else(|_| family.to_owned(), kk);
        table += &format!("{kk};{name};{day};{};{}\n", blank(amount), blank(status));
    }
    table
}

const READY: &str = "ditetapkan kartu-diterima";

#[test]
fn every_line_is_kept_with_its_amount_and_what_differs_stays_open() {
    let mut bank = Bank::of(&[READY, READY, "ditetapkan", "ditetapkan kartu-diterima dicoret", "diusulkan"]);
    let tally = bank.pays(
        "bank.csv",
        &[
            "0 Agus 15 Rp300.000,00 cair",
            "1 - 15 3.000.000 cair",
            "2 - 15 300000 cair",
            "3 - 15 300000 cair",
            "4 - 15 300000 cair",
            "3174101001090000 Entah 15 300000 cair",
            "0 - 16 3,0E5 cair",
            "1 Zainal 16 300.000 cair",
            "1 - 17 sekian cair",
            "1 - 18 300000 pending",
            "0 - 19 300000 gagal",
        ],
    );
    assert_eq!(tally.taken, BTreeMap::from([("cair", 1)]));
    let expect = [
        "3 jumlah-lain",
        "4 belum-berkartu",
        "5 sesudah-keluar",
        "6 tidak-berhak",
        "7 tidak-dikenal",
        "8 ganda",
        "9 nama-lain",
        "10 jumlah",
        "11 status",
        "12 bertentangan",
    ];
    assert_eq!(bank.open(), expect);
    assert_eq!(
        [0, 1, 2, 3].map(|family| bank.status(family).code()),
        ["cair", "kartu-diterima", "ditetapkan", "dicoret"]
    );
    let report = bank.report();
    assert!(!report.is_balanced);
    // 300.000 that the office owes to three, of which one has it; an amount that cannot be read counts as what is due.
    let of_ulujami = &report.rows[1];
    assert_eq!((of_ulujami.due.families, of_ulujami.due.rupiah), (3, Rupiah::new(900_000)));
    assert_eq!((of_ulujami.paid.families, of_ulujami.paid.rupiah), (1, Rupiah::new(300_000)));
    assert_eq!((report.totals[0].bank, report.unsaid), (Rupiah::new(300_000 * 9 + 3_000_000), 1));
    assert_eq!(report.rows[0].open.rupiah, Rupiah::new(300_000), "of nobody");
    // Nobody is named by a whole number.
    assert!(!serde_json::to_string(&report).unwrap().contains("3174101001"));
}

#[test]
fn what_is_settled_closes_the_books() {
    let mut bank = Bank::of(&[READY, READY, "ditetapkan kartu-diterima dicoret"]);
    bank.pays(
        "bank.csv",
        &["0 - 15 300000 cair", "0 - 16 300000 cair", "1 - 15 250000 cair", "2 - 15 300000 cair"],
    );
    assert_eq!(bank.open(), ["3 ganda", "4 jumlah-lain", "5 sesudah-keluar"]);
    bank.settles(3, Outcome::Returned);
    bank.settles(4, Outcome::Valid);
    assert_eq!(bank.status(1), Status::Paid, "a person found it right");
    let recorded = bank.register.recorded(bank.families[1]).unwrap().pop().unwrap();
    assert_eq!(recorded.by.as_deref(), Some("Ani"));
    bank.settles(5, Outcome::Valid);
    assert_eq!(bank.status(2), Status::Removed, "nobody comes back onto the list by a line of the bank");
    let report = bank.report();
    assert!(report.is_balanced, "{report:#?}");
    assert_eq!(report.totals[0].bank, Rupiah::new(1_150_000));
    let row = &report.rows[0];
    assert_eq!((row.paid.rupiah, row.returned.rupiah), (Rupiah::new(850_000), Rupiah::new(300_000)));
    assert_eq!(bank.register.audit(None).unwrap().tampering, []);
}

#[test]
fn money_that_came_back_is_paid_again() {
    let mut bank = Bank::of(&[READY]);
    // The return comes first.
    assert_eq!(bank.pays("retur.csv", &["0 - 16 300000 RETUR"]).taken, BTreeMap::from([("retur", 1)]));
    assert_eq!(bank.status(0), Status::CardReceived, "nothing came yet");
    bank.pays("bank.csv", &["0 - 15 300000 cair"]);
    assert_eq!((bank.status(0), bank.open()), (Status::CardReceived, vec!["2 kembali".to_owned()]));
    assert!(bank.report().is_balanced, "what came back is accounted for");
    bank.pays("lagi.csv", &["0 - 18 300000 cair"]);
    assert_eq!((bank.status(0), bank.open()), (Status::Paid, Vec::new()));
    // And back once more: the history says so.
    bank.pays("retur-2.csv", &["0 - 19 300000 RETUR"]);
    let history = bank.register.history(bank.families[0]).unwrap();
    assert_eq!(history.last().unwrap().cause, Some(Cause::PaymentReturned));
    assert!(!history.is_paid(1));
    let row = &bank.report().rows[0];
    assert_eq!((row.due.families, row.paid.families, row.returned.rupiah), (1, 0, Rupiah::new(600_000)));
}

#[test]
fn a_return_takes_back_a_payment_without_a_day_and_never_fails_silently() {
    let mut bank = Bank::of(&[READY]);
    bank.pays("bank.csv", &["0 - - 300000 cair"]);
    bank.pays("retur.csv", &["0 - 18 300000 RETUR"]);
    assert_eq!((bank.status(0), bank.open()), (Status::CardReceived, vec!["2 kembali".to_owned()]));
    // Its day is mistyped.
    let mut bank = Bank::of(&[READY]);
    bank.pays("bank.csv", &["0 - 15 300000 cair"]);
    bank.pays("retur.csv", &["0 - 14 300000 RETUR"]);
    assert_eq!(bank.open(), ["2 tanpa-pembayaran"]);
    assert!(!bank.report().is_balanced);
}

#[test]
fn money_of_two_tahap_comes_back() {
    let mut bank = Bank::of(&[READY]);
    bank.pays("satu.csv", &["0 - 15 300000 cair"]);
    let event = Event { tahap: Some(2), ..Event::new(Status::Approved, bank.now.date.plus_days(-4)) };
    bank.register.record(bank.families[0], &event, Actor::Dinas, &bank.now).unwrap();
    bank.reads(2, "dua.csv", &table(&["0 - 17 300000 cair"])).unwrap();
    bank.pays("retur-satu.csv", &["0 - 18 300000 RETUR"]);
    bank.reads(2, "retur-dua.csv", &table(&["0 - 18 300.000 RETUR"])).unwrap();
    let history = bank.register.history(bank.families[0]).unwrap();
    assert_eq!([1, 2].map(|tahap| history.is_paid(tahap)), [false, false]);
    assert_eq!(report(&bank.register, None).unwrap().differences.len(), 0);
    // Whoever is on the list stays on it.
    assert_eq!(crate::approval::approve(&bank.register, 3, true, "Ani", &bank.now).unwrap().again, 1);
}

#[test]
fn what_was_settled_of_a_held_family_is_posted_once_it_goes_on() {
    let mut bank = Bank::of(&["ditetapkan kartu-diterima tertunda"]);
    bank.pays("bank.csv", &["0 - 15 300000 cair"]);
    bank.settles(2, Outcome::Valid);
    assert_eq!(bank.status(0), Status::Held);
    bank.goes(0, "kartu-diterima");
    post_family(&bank.register, bank.families[0], &bank.now).unwrap();
    assert_eq!(bank.status(0), Status::Paid);
}

#[test]
fn of_several_files_of_one_name_none_is_settled_whole() {
    let mut bank = Bank::of(&[READY, READY]);
    bank.pays("bank.csv", &["0 - 15 300000 cair"]);
    assert_eq!(items_of_file(&bank.register, "bank.csv", Outcome::Void).unwrap().items.len(), 1);
    bank.pays("bank.csv", &["1 - 16 300000 cair"]);
    let refused = items_of_file(&bank.register, "bank.csv", Outcome::Void).unwrap_err();
    assert_eq!(refused.code, "beberapa-berkas");
    assert!(refused.message.contains("tahap 1, dibaca"), "{}", refused.message);
}

#[test]
fn a_payment_may_come_before_the_report_of_the_point() {
    let mut bank = Bank::of(&["ditetapkan"]);
    bank.pays("bank.csv", &["0 - 15 300000 cair"]);
    assert_eq!(bank.open(), ["2 belum-berkartu"]);
    bank.goes(0, "kartu-diterima");
    post_open(&bank.register, &bank.now).unwrap();
    assert_eq!((bank.status(0), bank.open()), (Status::Paid, Vec::new()));
    assert!(bank.report().is_balanced);
}

#[test]
fn what_was_written_by_hand_needs_a_line_of_the_bank() {
    let mut bank = Bank::of(&["ditetapkan kartu-diterima cair"]);
    let report = bank.report();
    assert!(!report.is_balanced);
    assert!(matches!(report.differences[..], [Difference::WithoutLine { tahap: 1, .. }]));
    bank.pays("bank.csv", &["0 - 16 300000 cair"]);
    assert!(bank.report().is_balanced);
    assert_eq!(bank.register.history(bank.families[0]).unwrap().payments(1), 1);
}

#[test]
fn the_sum_below_the_lines_is_compared() {
    let mut bank = Bank::of(&[READY, READY]);
    let lines = table(&["0 - 15 300000 cair", "1 - 15 300000 cair"]);
    bank.reads(1, "bank.csv", &format!("{lines}TOTAL;;;Rp 600.000,00;\n")).unwrap();
    assert!(bank.report().is_balanced);
    let mut other = Bank::of(&[READY, READY]);
    other.reads(1, "bank.csv", &format!("{lines}TOTAL;;;900.000;\n")).unwrap();
    let report = other.report();
    assert!(matches!(report.differences[..], [Difference::OtherSum { .. }]), "{report:#?}");
}

#[test]
fn a_file_of_another_tahap_is_not_taken_in_silently() {
    let mut bank = Bank::of(&[READY, READY]);
    let lines = ["0 - 15 300000 cair", "1 - 15 300000 cair"];
    let refused = bank.reads(2, "bank.csv", &table(&lines)).map(drop).unwrap_err();
    assert_eq!(refused.code, "tahap-lain");
    bank.pays("bank.csv", &lines);
    for family in 0..2 {
        let event = Event { tahap: Some(2), ..Event::new(Status::Approved, bank.now.date.plus_days(-6)) };
        bank.register.record(bank.families[family], &event, Actor::Dinas, &bank.now).unwrap();
    }
    let refused = bank.reads(2, "lain.csv", &table(&lines)).map(drop).unwrap_err();
    assert_eq!(refused.code, "berkas-berulang");
    assert!(refused.message.contains("bank.csv untuk tahap 1"), "{}", refused.message);
    // Once more for its own tahap it changes nothing, and is named.
    let again = bank.reads(1, "lain.csv", &table(&lines)).unwrap();
    assert_eq!((again.known, again.taken.len(), again.repeated[0].first.as_str()), (2, 0, "bank.csv"));
    assert_eq!(
        bank.reads_surely(2, "lain.csv", &table(&lines), true).unwrap().taken,
        BTreeMap::from([("cair", 2)])
    );
}

#[test]
fn what_is_due_is_a_setting() {
    let mut bank = Bank::of(&[READY]);
    let programme = Programme { rupiah_a_month: Rupiah::new(350_000), months: BTreeMap::from([(1, 2)]) };
    assert_eq!(other_due(&bank.register, &programme).unwrap(), [], "no line was read");
    change_programme(&bank.register, &programme, "Ani", &bank.now).unwrap();
    assert_eq!(Programme::of(&bank.register).unwrap(), programme);
    bank.pays("bank.csv", &["0 - 15 700000 cair"]);
    assert!(bank.report().is_balanced);
    assert_eq!(bank.report().rows[0].due.rupiah, Rupiah::new(700_000));
}

#[test]
fn a_programme_that_changes_posts_what_was_read_before_anew() {
    let mut bank = Bank::of(&[READY, READY]);
    bank.pays("bank.csv", &["0 - 15 350000 cair", "1 - 15 300000 cair"]);
    assert_eq!(bank.open(), ["2 jumlah-lain"]);
    let more = Programme { rupiah_a_month: Rupiah::new(350_000), months: BTreeMap::new() };
    let concerned = other_due(&bank.register, &more).unwrap();
    assert_eq!((concerned.len(), concerned[0].tahap, concerned[0].lines), (1, 1, 2));
    let anew = change_programme(&bank.register, &more, "Ani", &bank.now).unwrap();
    let said: Vec<_> = anew.iter().map(|it| (it.from.code(), it.to.code(), it.lines)).collect();
    assert_eq!(said, [("cair", "jumlah-lain", 1), ("jumlah-lain", "cair", 1)]);
    assert_eq!((bank.status(0), bank.open()), (Status::Paid, vec!["3 jumlah-lain".to_owned()]));
    // And back: nothing depends on the order.
    let less = Programme { rupiah_a_month: Rupiah::new(300_000), months: BTreeMap::new() };
    change_programme(&bank.register, &less, "Ani", &bank.now).unwrap();
    assert_eq!(bank.open(), ["2 jumlah-lain"]);
    // A tahap of which nothing was read concerns no line.
    let later = Programme { months: BTreeMap::from([(5, 2)]), ..less };
    assert_eq!(other_due(&bank.register, &later).unwrap(), []);
}

#[test]
fn a_line_that_was_given_to_the_wrong_family_is_given_to_the_right_one() {
    for goes_on in [false, true] {
        let mut bank = Bank::of(&[READY, READY]);
        bank.pays("bank.csv", &["3174101001090000 Entah 15 300000 cair"]);
        let item = open_items(&bank.register).unwrap()[0].item;
        let gives = |bank: &Bank, family: usize, outcome: Outcome| {
            let settlement = Settlement {
                items: &[item],
                outcome,
                family: Some(bank.families[family]),
                reason: "Ditanyakan",
                by: "Ani",
            };
            settle(&bank.register, &settlement, &bank.now).unwrap();
        };
        gives(&bank, 0, Outcome::Valid);
        assert_eq!([0, 1].map(|family| bank.status(family)), [Status::Paid, Status::CardReceived]);
        if goes_on {
            let event = Event { tahap: Some(2), ..Event::new(Status::Approved, bank.now.date) };
            bank.register.record(bank.families[0], &event, Actor::Dinas, &bank.now).unwrap();
        }
        gives(&bank, 1, Outcome::Valid);
        let paid = [0, 1].map(|family| bank.register.history(bank.families[family]).unwrap().is_paid(1));
        assert_eq!(paid, [false, true]);
        let history = bank.register.history(bank.families[0]).unwrap();
        let was_told = history.events().iter().any(|event| event.cause == Some(Cause::PaymentReturned));
        assert_eq!(was_told, goes_on, "nobody is told of money that never came");
        assert!(bank.report().is_balanced, "{:#?}", bank.report());
        // And once more, the other way.
        gives(&bank, 0, Outcome::Void);
        assert!(!bank.register.history(bank.families[1]).unwrap().is_paid(1));
        assert_eq!(bank.register.audit(None).unwrap().tampering, []);
    }
}

#[test]
fn a_line_that_names_a_family_is_given_to_no_other() {
    let mut bank = Bank::of(&[READY, READY]);
    bank.pays("bank.csv", &["0 - 15 350000 cair"]);
    let settlement = Settlement {
        items: &[open_items(&bank.register).unwrap()[0].item],
        outcome: Outcome::Valid,
        family: Some(bank.families[1]),
        reason: "Ditanyakan",
        by: "Ani",
    };
    assert_eq!(settle(&bank.register, &settlement, &bank.now).unwrap_err().code, "keluarga-lain");
}

#[test]
fn what_never_came_is_not_given_back_with_its_file() {
    let mut bank = Bank::of(&[READY, READY]);
    bank.pays("bank.csv", &["0 - 15 - cair", "1 - 15 300000 gagal"]);
    for (outcome, lines, families) in [(Outcome::Returned, 1, 1), (Outcome::Void, 2, 2)] {
        let of_file = items_of_file(&bank.register, "bank.csv", outcome).unwrap();
        assert_eq!((of_file.items.len(), of_file.families), (lines, families));
        assert_eq!(of_file.rupiah, Rupiah::new(300_000));
    }
}

/// A line of some file.
fn any_line() -> impl Strategy<Value = String> {
    let families = prop::sample::select(vec!["0", "1", "2", "3", "4", "3174101001090000"]);
    let amounts = prop::sample::select(vec!["300000", "Rp300.000,00", "3.000.000", "150000", "-"]);
    let says = prop::sample::select(vec!["cair", "cair", "cair", "RETUR", "gagal", "pending"]);
    let days = prop::sample::select(vec!["-", "13", "14", "15", "16", "17", "18", "19"]);
    (families, days, amounts, says)
        .prop_map(|(family, day, amount, says)| format!("{family} - {day} {amount} {says}"))
}

fn rupiah(line: &str) -> u64 {
    let cells: Vec<&str> = line.split(' ').collect();
    match (cells[3], cells[4]) {
        (_, "RETUR" | "gagal") => 0,
        ("3.000.000", _) => 3_000_000,
        ("150000", _) => 150_000,
        _ => 300_000,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_history_of_files_loses_or_makes_a_rupiah(
        files in prop::collection::vec(prop::collection::vec(any_line(), 1..6), 1..4),
        turn in 0usize..6,
    ) {
        let histories = [READY, READY, "ditetapkan", "ditetapkan kartu-diterima dicoret", "diusulkan"];
        // The same content is the same file.
        let mut tables: Vec<Vec<String>> = files;
        tables.sort();
        tables.dedup();
        let expect: u64 = tables.iter().flatten().map(|line| rupiah(line)).sum();
        let mut seen = Vec::new();
        for order in [0, turn] {
            let mut bank = Bank::of(&histories);
            let mut order_of: Vec<usize> = (0..tables.len()).collect();
            order_of.rotate_left(order % tables.len());
            if order > 2 {
                order_of.reverse();
            }
            for at in order_of.iter().chain(&order_of) {
                let lines: Vec<&str> = tables[*at].iter().map(String::as_str).collect();
                bank.reads_surely(1, &format!("bank-{at}.csv"), &table(&lines), true).unwrap();
            }
            let report = bank.report();
            let bank_says: u64 = report.totals.iter().map(|total| total.bank.get()).sum();
            prop_assert_eq!(bank_says, expect);
            let columns = report.rows.iter().flat_map(|row| [row.paid, row.returned, row.open, row.void]);
            prop_assert_eq!(columns.map(|amount| amount.rupiah.get()).sum::<u64>(), expect);
            prop_assert!(report.differences.is_empty(), "{:?}", report.differences);
            // Of two payments of one day and amount, the one that was read first stands.
            let mut postings: Vec<String> = (0..tables.len()).flat_map(|at| standing(&bank, &tables[at])).collect();
            postings.sort();
            let status: Vec<Status> = (0..histories.len()).map(|family| bank.status(family)).collect();
            seen.push((postings, status));
        }
        prop_assert_eq!(&seen[0], &seen[1]);
    }

    #[test]
    fn a_file_that_is_taken_back_was_never_there(
        kept in prop::collection::vec(any_line(), 1..6),
        mistaken in prop::collection::vec(any_line(), 1..6),
    ) {
        let mut bank = Bank::of(&[READY, READY, "ditetapkan", "ditetapkan kartu-diterima dicoret", "diusulkan"]);
        let read = |bank: &mut Bank, name: &str, lines: &[String]| {
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            bank.reads_surely(1, name, &table(&lines), true).map(drop)
        };
        read(&mut bank, "benar.csv", &kept).unwrap();
        let told = |bank: &Bank| {
            let histories: Vec<_> = bank.families.iter().map(|id| bank.register.history(*id).unwrap()).collect();
            let events: Vec<_> = histories.iter().map(|history| history.events().to_vec()).collect();
            (events, bank.open(), format!("{:?}", bank.report()))
        };
        let before = told(&bank);
        bank.register.runs(CommandLine { name: "disburse".into(), about: String::new(), by: None, at: String::new() });
        read(&mut bank, "keliru.csv", &mistaken).unwrap();
        let is_same = kept == mistaken;
        if !is_same {
            let undoing = undo::of_file(&bank.register, "keliru.csv").unwrap();
            prop_assert_eq!(&undoing.in_the_way, &[]);
            let now = bank.now.clone();
            bank.register.transaction(|register| undo::undo(register, &undoing, "Ani", &now)).unwrap();
            prop_assert!(undo::of_file(&bank.register, "keliru.csv").unwrap().is_done);
        }
        prop_assert_eq!(told(&bank), before);
        prop_assert_eq!(bank.register.audit(None).unwrap().tampering, []);
    }
}

/// How the lines of a file stand: `family amount how`.
fn standing(bank: &Bank, lines: &[String]) -> Vec<String> {
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let source = bank.register.known_source(SourceKind::Report, &digest(table(&lines).as_bytes())).unwrap();
    let found: Vec<BankLine> = (1..64)
        .filter_map(|id| bank.register.bank_line(id).unwrap())
        .filter(|line| Some(line.line.source) == source)
        .collect();
    let amount = |line: &BankLine| line.amount.map(Rupiah::get);
    found.iter().map(|line| format!("{:?} {:?} {}", line.family, amount(line), line.posting.code())).collect()
}
