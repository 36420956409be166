//! Envelopes in a folder, taken into a workspace.

use super::*;
use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng as _;
use domain::{AreaCode, Rt, Rw};
use office::register::Scope;
use seal::OfficeSecret;
use serde_json::{Value, json};
use std::path::PathBuf;
use tempfile::TempDir;

const AREA: &str = "31.74.10.1005";
const CODES: [&str; 3] = ["0123-4567-89AB-CDEF-K", "0000-0000-0000-0001-1", "0000-0000-0000-0002-2"];

fn list(edition: u32, families: &[Value]) -> Value {
    json!({
        "version": 1, "edition": edition, "area": AREA, "rw": "002", "rt": "006", "declared_on": "2021-03-12",
        "households": families,
    })
}

fn family(code: &str, name: &str) -> Value {
    json!({ "code": code, "listed_on": "2021-03-11", "household": {
        "head": { "name": name, "relation": "kepala" },
        "area": AREA, "rt": "006", "rw": "002", "address": "Gg. Contoh",
    }})
}

struct Office {
    folder: TempDir,
    workspace: Workspace,
    now: Moment,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::init(&folder.path().join("office"), None).unwrap();
        Self { folder, workspace, now: Moment::now(Some("2021-03-12T06:00")).unwrap() }
    }

    fn enrol(&self, sender: &OfficeSecret) {
        let scope = Scope {
            area: AreaCode::parse(AREA).unwrap(),
            rw: Rw::parse("002").unwrap(),
            rt: Some(Rt::parse("006").unwrap()),
        };
        self.workspace.register.enrol(sender, &scope, self.now.date).unwrap();
    }

    /// Puts a list of one family into the drop box, as it came so many seconds after the beginning of 1970.
    fn drop_in(&self, sender: &OfficeSecret, version: u8, edition: u32, at: u64) -> PathBuf {
        let mut list = list(edition, &[family(CODES[0], &format!("Contoh {edition}"))]);
        list["version"] = version.into();
        let (name, bytes) = self.seal(sender, &list);
        let path = self.workspace.inbox().join(name);
        std::fs::write(&path, bytes).unwrap();
        let at = std::time::UNIX_EPOCH + std::time::Duration::from_secs(at);
        std::fs::File::open(&path).unwrap().set_modified(at).unwrap();
        path
    }

    /// An envelope with a list: its name and bytes.
    fn seal(&self, sender: &OfficeSecret, list: &Value) -> (String, Vec<u8>) {
        let readers = [self.workspace.office().unwrap().public().clone()];
        let mut rng = ChaCha20Rng::from_seed([1; 32]);
        let sealed = envelope::seal(list.to_string().as_bytes(), Some(sender), &readers, &mut rng).unwrap();
        envelope::write(&sealed).unwrap()
    }

    fn collect(&mut self) -> Collected {
        collect(&mut self.workspace, None, false, &self.now, &Output::new(true)).unwrap()
    }

    fn reasons(&self) -> Vec<String> {
        self.workspace.register.quarantined().unwrap().into_iter().map(|kept| kept.code).collect()
    }
}

#[test]
fn an_envelope_leaves_quarantine_when_its_sender_is_known() {
    let mut office = Office::new();
    let sender = OfficeSecret::from_seed(&[7; 32]);
    let path = office.drop_in(&sender, 1, 1, 1_615_565_700);
    assert_eq!(office.collect().quarantined, 1);
    assert_eq!(office.reasons(), ["pengirim-tidak-dikenal"]);
    // It may have gone from where it was.
    std::fs::remove_file(path).unwrap();
    assert_eq!(office.collect().envelopes.len(), 0);

    office.enrol(&sender);
    let collected = office.collect();
    assert_eq!((collected.envelopes.len(), collected.quarantined), (1, 0));
    assert!(collected.envelopes[0].list.is_some());
    assert_eq!(office.reasons(), [""; 0]);
    assert_eq!(std::fs::read_dir(office.workspace.quarantine()).unwrap().count(), 0);
    // The moment at which it came is kept through it all.
    assert_eq!(
        office.workspace.register.list_versions().unwrap(),
        [(1, Some("2021-03-12T23:15".to_owned()))]
    );
}

#[test]
fn every_version_of_a_list_is_kept_in_the_order_of_arrival() {
    let mut office = Office::new();
    let sender = OfficeSecret::from_seed(&[7; 32]);
    office.enrol(&sender);
    for (edition, at) in [(1, 86_400), (3, 259_200), (2, 172_800)] {
        office.drop_in(&sender, 1, edition, at);
    }
    let editions = office.collect().envelopes.into_iter().map(|report| report.list.unwrap().edition);
    assert_eq!(editions.collect::<Vec<_>>(), [1, 2, 3]);
    let kept = office.workspace.register.list_versions().unwrap();
    let day = |day: u8| Some(format!("1970-01-{day:02}T07:00"));
    assert_eq!(kept, [(1, day(2)), (2, day(3)), (3, day(4))]);
    assert_eq!(office.collect().known, 3);
}

#[test]
fn a_list_of_a_later_version_waits_for_a_later_program() {
    let mut office = Office::new();
    let sender = OfficeSecret::from_seed(&[7; 32]);
    office.enrol(&sender);
    office.drop_in(&sender, 2, 1, 0);
    let collected = office.collect();
    let problem = collected.envelopes[0].problem.as_ref().unwrap();
    assert!(problem.remedy.starts_with("Perbarui tepat"), "{problem:?}");
    assert_eq!(office.reasons(), ["versi-lebih-baru"]);
}

#[test]
fn a_file_that_no_run_vouches_for_is_swept_away() {
    let mut office = Office::new();
    let folder = office.folder.path().join("office/quarantine");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("half.json"), "cut off").unwrap();
    office.collect();
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 0);
}

#[test]
fn codes_of_a_later_phone_are_named_and_the_rest_goes_in() {
    let mut office = Office::new();
    let sender = OfficeSecret::from_seed(&[7; 32]);
    office.enrol(&sender);
    let (plain, mut with_aid, mut with_marks) =
        (family(CODES[0], "Contoh A"), family(CODES[1], "Contoh B"), family(CODES[2], "Contoh C"));
    with_aid["household"]["head"]["aid"] = json!("bantuan-2030");
    let mark = |attendance: &str| json!({ "call": 1, "attendance": attendance, "on": "2021-03-10" });
    with_marks["remarks"] = json!({ "marks": [mark("dititipkan"), mark("datang")] });
    let (name, bytes) = office.seal(&sender, &list(1, &[plain, with_aid, with_marks]));
    std::fs::write(office.workspace.inbox().join(name), bytes).unwrap();

    let collected = office.collect();
    let report = collected.envelopes[0].list.as_ref().unwrap();
    let results: Vec<_> = report.families.iter().map(|family| family.result).collect();
    assert_eq!(results, ["baru", "kode-lebih-baru", "baru"]);
    let unknown: Vec<_> =
        report.unknown.iter().map(|unknown| (unknown.code.to_string(), unknown.field.as_str())).collect();
    assert_eq!(
        unknown,
        [(CODES[1].to_owned(), "household.head.aid"), (CODES[2].to_owned(), "remarks.marks.0.attendance")]
    );
    assert_eq!(report.marks.values().sum::<usize>(), 1, "the other mark was read");
    let says = collected.to_string();
    assert!(says.contains(CODES[1]) && says.contains("household.head.aid"), "{says}");
    assert!(!says.contains("bantuan-2030") && !says.contains("Contoh B"), "{says}");

    // It waits for a later program, and nothing is lost meanwhile.
    assert_eq!(office.reasons(), ["kode-lebih-baru"]);
    assert_eq!(office.collect().envelopes.len(), 0);
    assert_eq!(office.workspace.register.lost().unwrap(), []);
}

#[test]
fn a_list_with_codes_of_a_later_phone_is_read_again_by_a_later_program() {
    let mut office = Office::new();
    let sender = OfficeSecret::from_seed(&[7; 32]);
    office.enrol(&sender);
    office.drop_in(&sender, 1, 1, 0);
    office.collect();
    // As an earlier version left it: taken in but for what it did not know, and kept.
    let (file, bytes) =
        office.seal(&sender, &list(1, &[family(CODES[0], "Contoh Baru"), family(CODES[1], "Contoh B")]));
    let reason = Fault::new(NEWER_CODES, "", "");
    Quarantine(office.workspace.quarantine()).keep(&file, &bytes).unwrap();
    office.workspace.register.quarantine(&file, &file, None, &reason, &office.now).unwrap();
    office.workspace.register.set(TRIED, "an earlier program").unwrap();

    let collected = office.collect();
    let results: Vec<_> =
        collected.envelopes[0].list.as_ref().unwrap().families.iter().map(|family| family.result).collect();
    assert_eq!((results, collected.quarantined), (vec!["diperbarui", "baru"], 0));
}

#[test]
fn what_is_in_quarantine_is_read_again_only_where_that_may_help() {
    let mut office = Office::new();
    let (stranger, sender) = (OfficeSecret::from_seed(&[7; 32]), OfficeSecret::from_seed(&[8; 32]));
    office.drop_in(&stranger, 1, 1, 0);
    assert_eq!(office.collect().quarantined, 1);
    // Whoever looks at it again finds it gone, and lets go of it.
    for kept in std::fs::read_dir(office.workspace.quarantine()).unwrap() {
        std::fs::remove_file(kept.unwrap().path()).unwrap();
    }
    assert_eq!(office.collect().quarantined, 1, "nobody looks");
    office.enrol(&sender);
    assert_eq!(office.collect().envelopes.len(), 1, "it is fetched anew");
}

#[test]
fn what_is_purged_is_held_here() {
    let mut office = Office::new();
    let (stranger, sender) = (OfficeSecret::from_seed(&[7; 32]), OfficeSecret::from_seed(&[8; 32]));
    office.enrol(&sender);
    let paths = [
        office.drop_in(&sender, 1, 1, 0),
        office.drop_in(&sender, 1, 2, 1),
        office.drop_in(&stranger, 1, 1, 2),
    ];
    let large = office.workspace.inbox().join("large.json");
    let file = std::fs::File::create(&large).unwrap();
    file.set_len(13 << 20).unwrap();
    assert_eq!(office.collect().purged, 0, "unasked nothing is removed");
    assert!(paths.iter().all(|path| path.exists()));

    let purge = |office: &mut Office| {
        collect(&mut office.workspace, None, true, &office.now, &Output::new(true)).unwrap()
    };
    let collected = purge(&mut office);
    assert_eq!((collected.purged, collected.known, collected.quarantined), (3, 2, 1));
    assert!(!paths.iter().any(|path| path.exists()) && large.exists(), "what is not held here stays");
    assert_eq!(std::fs::read_dir(office.workspace.quarantine()).unwrap().count(), 1);
    // Sent once more, it is known.
    office.drop_in(&sender, 1, 1, 0);
    let collected = purge(&mut office);
    assert_eq!((collected.purged, collected.known), (1, 1));
}

#[test]
fn whoever_sends_too_much_is_named() {
    let mut office = Office::new();
    let (sender, other) = (OfficeSecret::from_seed(&[7; 32]), OfficeSecret::from_seed(&[8; 32]));
    office.enrol(&sender);
    office.enrol(&other);
    office.drop_in(&other, 1, 1, 0);
    for edition in 1..=51 {
        office.drop_in(&sender, 1, edition, i64::from(edition).unsigned_abs());
    }
    let collected = office.collect();
    let over: Vec<_> = collected.over_quota.iter().map(|it| (it.link.clone(), it.envelopes)).collect();
    assert_eq!(
        (over, collected.envelopes.len()),
        (vec![(sender.public().id(), 51)], 52),
        "and nothing is lost"
    );
    assert!(collected.to_string().contains("tepat enrol revoke"));
}
