//! Nobody who was ever listed is lost, and nobody stands in two places, whatever the heads of two RT and their RW send and the
//! office does in between: also where it erases families, and where it goes on from a backup.

use super::*;
use crate::approval::approve;
use crate::case::Case;
use crate::erasure;
use crate::progress::Unseen;
use crate::register::FamilyId;
use crate::review;
use crate::verification::verify;
use domain::{Decision, Question, Reason};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use tempfile::TempDir;

/// Phones: of RT 005, of RT 006, of their RW.
const PHONES: [Option<&str>; 3] = [Some("005"), Some("006"), None];

/// A family as a head writes it down. Numbers and names are few, so that they meet again.
#[derive(Clone, Copy, Debug)]
struct Entry {
    kk: Option<u8>,
    nik: Option<u8>,
    name: u8,
    in_006: bool,
}

#[derive(Clone, Debug)]
enum Deed {
    /// A head sends a list, by the codes on it; one of an earlier edition comes late, and a code may be somebody else's.
    Send {
        phone: usize,
        edition: u32,
        families: BTreeMap<u8, Entry>,
        withdrawn: Vec<u8>,
    },
    Verify,
    Approve,
    /// A person answers all that is asked of the family with this code.
    Answer(u8, Decision),
    /// The office decides about the family with this code, if that may follow and the family stands.
    Decide(u8, Status),
    /// The family with this code asks to be erased.
    Erase(u8),
    /// A backup is made, in the place of the one before.
    BackUp,
    /// The register is lost, and the last backup takes its place.
    Restore,
}

fn entry() -> impl Strategy<Value = Entry> {
    (prop::option::of(0..3u8), prop::option::of(0..4u8), 0..3u8, any::<bool>())
        .prop_map(|(kk, nik, name, in_006)| Entry { kk, nik, name, in_006 })
}

fn deed() -> impl Strategy<Value = Deed> {
    let codes = 1..=10_u8;
    let families = prop::collection::btree_map(codes.clone(), entry(), 0..5);
    let withdrawn = prop::collection::vec(codes.clone(), 0..2);
    prop_oneof![
        4 => (0..PHONES.len(), 1..6_u32, families, withdrawn).prop_map(
            |(phone, edition, families, withdrawn)| Deed::Send { phone, edition, families, withdrawn }
        ),
        2 => Just(Deed::Verify),
        1 => Just(Deed::Approve),
        2 => (codes.clone(), prop::sample::select(Decision::ALL)).prop_map(|(code, it)| Deed::Answer(code, it)),
        3 => (codes.clone(), prop::sample::select(Status::ALL)).prop_map(|(code, status)| Deed::Decide(code, status)),
        2 => codes.prop_map(Deed::Erase),
        1 => Just(Deed::BackUp),
        1 => Just(Deed::Restore),
    ]
}

fn listed(n: u8, entry: Entry, of: Option<&str>) -> Value {
    let rt = of.unwrap_or(if entry.in_006 { "006" } else { "005" });
    let mut listed = named(n, &format!("Contoh {}", entry.name), rt);
    let household = &mut listed["household"];
    household["head"]["birth"] = "1980-05-12".into();
    if let Some(kk) = entry.kk {
        household["kk"] = format!("31741024100990{kk:02}").into();
    }
    if let Some(nik) = entry.nik {
        household["head"]["nik"] = format!("31741052058090{nik:02}").into();
    }
    listed
}

/// The office, and what it must know.
struct Story {
    desk: Desk,
    phones: Vec<Phone>,
    tahap: u16,
    known: Known,
    backup: Option<(TempDir, Known)>,
    /// Folders of earlier backups: the register may lie in one of them.
    folders: Vec<TempDir>,
    /// So often a backup took the place of the register.
    restored: u32,
    /// Work sheets that were handed in.
    answers: u32,
}

#[derive(Clone, Default)]
struct Known {
    /// Every code that was taken in, but for those of families that were erased.
    codes: BTreeSet<u8>,
    /// Entries that were erased.
    erased: usize,
}

impl Story {
    fn of(deeds: &[Deed]) -> Self {
        let desk = Desk::new();
        let phones = (1..).zip(PHONES).map(|(seed, rt)| desk.enrol(seed, rt)).collect();
        let mut story = Self {
            desk,
            phones,
            tahap: 0,
            known: Known::default(),
            backup: None,
            folders: Vec::new(),
            restored: 0,
            answers: 0,
        };
        for deed in deeds {
            story.go_on(deed);
            story.assert_nobody_is_lost();
        }
        story
    }

    fn go_on(&mut self, deed: &Deed) {
        let now = self.desk.now.clone();
        match deed {
            Deed::Send { phone, edition, families, withdrawn } => {
                let households =
                    families.iter().map(|(n, entry)| listed(*n, *entry, PHONES[*phone])).collect();
                let withdrawn: Vec<u8> =
                    withdrawn.iter().copied().filter(|n| !families.contains_key(n)).collect();
                let from = self.phones[*phone].clone();
                let report = self.desk.take(&from, *edition, households, &withdrawn);
                // A list that came late says nothing of what was taken back before it came.
                let taken = report.families.iter().zip(families.keys());
                self.known
                    .codes
                    .extend(taken.filter(|(family, _)| family.result != "ditarik").map(|(_, n)| *n));
            }
            Deed::Verify => {
                self.desk.register.transaction(|register| verify(register, &now, &Unseen)).unwrap();
            }
            Deed::Approve => {
                // A tahap of nobody is none.
                self.tahap = u16::try_from(self.desk.register.number("tahap").unwrap()).unwrap() + 1;
                let contested = self.contested();
                self.desk
                    .register
                    .transaction(|register| approve(register, self.tahap, true, "Ani", &now))
                    .unwrap();
                let approved = contested.into_iter().filter(|id| {
                    let history = self.desk.register.history(*id).unwrap();
                    history.last().unwrap().tahap == Some(self.tahap)
                });
                assert_eq!(approved.collect::<Vec<_>>(), [0; 0], "of two RT, one has won by being first");
            }
            Deed::Answer(n, decision) => {
                if self.known.codes.contains(n) {
                    let before = self.money();
                    self.answer(self.desk.family(*n).id, *decision);
                    assert_eq!(self.money(), before, "an answer moves no payment");
                }
            }
            Deed::Decide(n, status) => {
                if self.known.codes.contains(n)
                    && self.desk.family(*n).duplicate_of.is_none()
                    && self.desk.status(*n).allows(*status)
                {
                    let reason = status.needs_reason().then_some(Reason::Other);
                    let event = Event { reason, ..Event::new(*status, now.date) };
                    let family = self.desk.family(*n).id;
                    self.desk.register.record(family, &event, Actor::Dinas, &now).unwrap();
                }
            }
            Deed::Erase(n) => {
                if self.known.codes.contains(n) {
                    self.erase(self.desk.family(*n));
                }
            }
            Deed::BackUp => {
                let folder = tempfile::tempdir().unwrap();
                self.desk.register.copy_to(&folder.path().join("backup.sqlite")).unwrap();
                let before = self.backup.replace((folder, self.known.clone()));
                self.folders.extend(before.map(|(folder, _)| folder));
            }
            Deed::Restore => {
                if let Some((folder, known)) = &self.backup {
                    self.restored += 1;
                    let restored = folder.path().join(format!("{}.sqlite", self.restored));
                    std::fs::copy(folder.path().join("backup.sqlite"), &restored).unwrap();
                    self.desk.register = Register::open(&restored).unwrap();
                    self.known = known.clone();
                }
            }
        }
    }

    /// Unless the family has the aid. Lists of before do not bring it again.
    fn erase(&mut self, family: Family) {
        let register = &mut self.desk.register;
        let gone: Vec<FamilyId> =
            register.with_doubles(vec![family]).unwrap().into_iter().map(|family| family.id).collect();
        let codes: Vec<_> = gone.iter().flat_map(|id| register.codes(*id).unwrap()).collect();
        match register.transaction(|register| erasure::erase(register, &gone, "Ani", &self.desk.now)) {
            Ok(()) => {
                self.known.codes.retain(|n| !codes.contains(&code(*n)));
                self.known.erased += gone.len();
            }
            Err(fault) => assert_eq!(fault.code, "masih-menerima"),
        }
    }

    /// Families without the aid whose KK number another RT lists too, where no person has ever answered or decided anything of
    /// either.
    fn contested(&self) -> Vec<FamilyId> {
        let register = &self.desk.register;
        let (cases, decided) = (self.cases(), |id: FamilyId| {
            register.recorded(id).unwrap().iter().any(|it| it.by.is_some())
                || !register.answers_of(id).unwrap().is_empty()
        });
        let is_claim = |case: &Case| {
            case.family.stands()
                && case.family.household.kk.is_some()
                && !case.history.has_aid()
                && case.status() != Status::Withdrawn
                && !decided(case.id())
        };
        let claims: Vec<&Case> = cases.iter().filter(|case| is_claim(case)).collect();
        let is_contested = |one: &&&Case| {
            claims.iter().any(|other| {
                let (one, other) = (&one.family, &other.family);
                one.household.kk == other.household.kk && one.origin != other.origin
            })
        };
        claims.iter().filter(is_contested).map(|case| case.id()).collect()
    }

    /// The payments and cards of all families, whoever stands for whom.
    fn money(&self) -> BTreeMap<FamilyId, (usize, bool)> {
        let paid = |case: &Case| {
            case.history.events().iter().filter(|it| it.status == Status::Paid && !it.resumed).count()
        };
        self.cases().iter().map(|case| (case.id(), (paid(case), case.has_card()))).collect()
    }

    fn cases(&self) -> Vec<Case> {
        let mut cases = Vec::new();
        let unreadable = self.desk.register.for_each_family(|some| {
            cases.extend(some);
            Ok(())
        });
        assert_eq!(unreadable.unwrap(), crate::register::Unreadable::default());
        cases
    }

    /// Fills in and hands in a work sheet with the rows of one family.
    fn answer(&mut self, family: FamilyId, decision: Decision) {
        self.answers += 1;
        let register = &mut self.desk.register;
        let mut sheet = "Kunci,Kepala Keluarga,No KK,Keputusan,Catatan\n".to_owned();
        for case in review::cases(register).unwrap().iter().filter(|case| case.family.id == family) {
            let key = review::ReviewKey { family, question: case.question, seen: case.deciding };
            let household = &case.family.household;
            let kk = household.kk.map(|kk| kk.to_string()).unwrap_or_default();
            sheet += &format!("{key},{},{kk},{decision},lembar {}\n", household.head.name, self.answers);
        }
        let file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
        std::fs::write(file.path(), sheet).unwrap();
        let now = self.desk.now.clone();
        let taken =
            register.transaction(|register| review::take(register, file.path(), "Ani", &now)).unwrap();
        assert!(
            taken.problems.iter().all(|problem| [
                "sudah-lain",
                "masih-ditahan",
                "jawaban-lain",
                "beberapa-keluarga"
            ]
            .contains(&problem.code)),
            "{:?}",
            taken.problems.len()
        );
    }

    /// Somebody who saw so many answers says whether the family with this code goes on under another number.
    fn says(&mut self, by: &str, n: u8, seen: u32, decision: Decision) -> review::TakenAnswers {
        let family = self.desk.family(n);
        let key = review::ReviewKey { family: family.id, question: Question::SamePeople, seen };
        let kk = family.household.kk.unwrap();
        let sheet = format!(
            "Kunci,Kepala Keluarga,No KK,Keputusan,Catatan\n{key},{},{kk},{decision},\n",
            family.household.head.name
        );
        let file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
        std::fs::write(file.path(), sheet).unwrap();
        let now = self.desk.now.clone();
        self.desk.register.transaction(|register| review::take(register, file.path(), by, &now)).unwrap()
    }

    fn assert_nobody_is_lost(&self) {
        let register = &self.desk.register;
        let mut reachable = BTreeSet::new();
        for n in &self.known.codes {
            let family = register.family_with_code(&code(*n)).unwrap().expect("a code that was taken in");
            reachable.insert(family.id);
            let story: Vec<Status> =
                register.history(family.id).unwrap().events().iter().map(|event| event.status).collect();
            assert_eq!(story.first(), Some(&Status::Proposed), "code {n}");
            assert!(story.windows(2).all(|pair| pair[0].allows(pair[1])), "code {n}: {story:?}");
            if let Some(stands) = family.duplicate_of {
                assert_eq!(register.family(stands).unwrap().unwrap().duplicate_of, None, "code {n}");
                assert!(!story.last().unwrap().is_recipient(), "code {n}: {story:?}, beside {stands}");
            }
        }
        let entries = reachable.len() + self.known.erased;
        assert_eq!(entries, register.count_families().unwrap(), "families that no code leads to");
        let report = crate::totals::totals(register, &self.desk.now, &crate::progress::Unseen).unwrap();
        assert_eq!(report.faults, [""; 0]);
        // Each is told once: in one status, or as a double of another.
        assert_eq!(report.status.values().sum::<usize>() + report.doubles, entries);
        assert_eq!(report.erased, self.known.erased);
        assert_eq!(register.audit(None).unwrap().tampering, []);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn nobody_who_was_ever_listed_is_lost(deeds in prop::collection::vec(deed(), 1..12)) {
        Story::of(&deeds);
    }
}

/// The recipient whose people come again under another number, in the same RT or in another, stands once: its case goes on, and an old
/// list, an old code and the new one lead to it.
#[test]
fn a_recipient_goes_on_under_a_new_number_and_in_another_rt() {
    let entry = |kk| Entry { kk: Some(kk), nik: Some(1), name: 0, in_006: false };
    let send = |phone, edition, n, kk| Deed::Send {
        phone,
        edition,
        families: BTreeMap::from([(n, entry(kk))]),
        withdrawn: Vec::new(),
    };
    for (phone, kk) in [(0, 2), (1, 1), (1, 2)] {
        let edition = if phone == 0 { 2 } else { 1 };
        let paid = [send(0, 1, A, 1), Deed::Verify, Deed::Approve, Deed::Decide(A, Status::Paid)];
        let again = [send(phone, edition, B, kk), Deed::Verify, Deed::Approve];
        let answered = [Deed::Answer(B, Decision::Same), Deed::Verify, Deed::Approve, Deed::Verify];
        let mut story = Story::of(&[&paid[..], &again, &answered].concat());
        let (family, other) = (story.desk.family(A), story.desk.family(B));
        assert_eq!(other.duplicate_of, Some(family.id), "{phone} {kk}");
        assert_eq!((&family.household, &family.origin), (&other.household, &other.origin));
        let history = story.desk.register.history(family.id).unwrap();
        assert!(history.is_paid(1) || history.has_card(), "{phone} {kk}");
        assert_eq!(story.desk.status(B), Status::Refused);
        assert!(crate::review::cases(&story.desk.register).unwrap().is_empty());
        // What the old phone still says changes nothing; what the new one says is of the family.
        story.go_on(&send(0, 3, A, 1));
        let mended = Entry { name: 2, ..entry(kk) };
        story.go_on(&Deed::Send {
            phone,
            edition: 4,
            families: BTreeMap::from([(B, mended)]),
            withdrawn: vec![],
        });
        story.go_on(&Deed::Verify);
        story.assert_nobody_is_lost();
        let family = story.desk.family(A);
        assert_eq!(story.desk.family(B).duplicate_of, Some(family.id));
        assert_eq!(family.household.head.name, "Contoh 2", "{phone} {kk}");
    }
    // A family of its own has a case of its own.
    let paid = [send(0, 1, A, 1), Deed::Verify, Deed::Approve, send(0, 2, B, 2), Deed::Verify];
    let Story { desk, .. } =
        Story::of(&[&paid[..], &[Deed::Answer(B, Decision::Different), Deed::Verify]].concat());
    assert_eq!((desk.status(A), desk.status(B)), (Status::Approved, Status::Verified));
    assert_ne!(desk.family(A).household.kk, desk.family(B).household.kk);
}

/// Two people who answer otherwise are shown to a third: what was found is taken back, and both are as they were.
#[test]
fn that_two_entries_are_one_family_is_taken_back() {
    let entry = |kk| Entry { kk: Some(kk), nik: Some(1), name: 0, in_006: false };
    let send = |edition, n, kk| Deed::Send {
        phone: 0,
        edition,
        families: BTreeMap::from([(n, entry(kk))]),
        withdrawn: Vec::new(),
    };
    let listed = [send(1, A, 1), Deed::Verify, Deed::Approve, send(2, B, 2), Deed::Verify];
    let mut story = Story::of(&listed);
    let before = [A, B].map(|n| story.desk.family(n).household);
    story.says("Ani", B, 0, Decision::Same);
    assert_eq!(story.desk.family(A).household.kk, before[1].kk);
    assert_eq!(story.says("Budi", B, 0, Decision::Different).conflicts, [2]);
    story.go_on(&Deed::Verify);
    assert_eq!(story.desk.family(B).duplicate_of, Some(story.desk.family(A).id), "the first answer stands");
    assert_eq!(story.says("Cici", B, 2, Decision::Different).taken.len(), 1);
    story.go_on(&Deed::Verify);
    story.assert_nobody_is_lost();
    assert_eq!([A, B].map(|n| story.desk.family(n).household), before);
    assert_eq!((story.desk.status(A), story.desk.status(B)), (Status::Approved, Status::Verified));
    assert!(crate::review::cases(&story.desk.register).unwrap().is_empty());
}

/// What is left to chance above does happen: the family of both RT stands once, on the final list, whoever came first and
/// whichever a person finds right; and it is on nobody's list before.
#[test]
fn a_family_that_two_heads_list_is_approved_once_a_person_has_said_where_it_lives() {
    let entry = Entry { kk: Some(1), nik: Some(1), name: 0, in_006: false };
    let send = |phone, n| Deed::Send {
        phone,
        edition: 1,
        families: BTreeMap::from([(n, entry)]),
        withdrawn: Vec::new(),
    };
    for (first, second) in [((0, A), (1, B)), ((1, B), (0, A))] {
        let lists = [send(first.0, first.1), send(second.0, second.1), Deed::Verify, Deed::Approve];
        let Story { desk, .. } = Story::of(&lists);
        assert_eq!((desk.status(A), desk.status(B)), (Status::Held, Status::Held));
        for (right, wrong) in [(A, B), (B, A)] {
            let answered = [Deed::Answer(right, Decision::Valid), Deed::Verify, Deed::Approve];
            let Story { desk, .. } = Story::of(&[&lists[..], &answered].concat());
            assert_eq!((desk.status(right), desk.status(wrong)), (Status::Approved, Status::Refused));
            assert_eq!(desk.family(wrong).duplicate_of, Some(desk.family(right).id));
        }
        let neither =
            [Deed::Answer(A, Decision::NotFound), Deed::Answer(B, Decision::NotFound), Deed::Verify];
        let Story { desk, .. } = Story::of(&[&lists[..], &neither, &[Deed::Approve]].concat());
        assert_eq!((desk.status(A), desk.status(B)), (Status::Refused, Status::Refused));
        // Where one RT takes it back, nothing is left to ask.
        let withdrawn = Deed::Send { phone: 0, edition: 2, families: BTreeMap::new(), withdrawn: vec![A] };
        let Story { desk, .. } = Story::of(&[&lists[..], &[withdrawn, Deed::Verify, Deed::Approve]].concat());
        assert_eq!((desk.status(A), desk.status(B)), (Status::Withdrawn, Status::Approved));
    }
}
