//! Envelopes in a folder, taken into a workspace.

use super::*;
use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng as _;
use domain::{AreaCode, Rt, Rw};
use office::register::Scope;
use seal::OfficeSecret;
use serde_json::json;
use std::path::PathBuf;
use tempfile::TempDir;

const AREA: &str = "31.74.10.1005";

struct Office {
    folder: TempDir,
    workspace: Workspace,
    now: Moment,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::init(&folder.path().join("office")).unwrap();
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
        let list = json!({
            "version": version, "edition": edition, "area": AREA, "rw": "002", "rt": "006",
            "declared_on": "2021-03-12",
            "households": [{ "code": "0123-4567-89AB-CDEF-K", "listed_on": "2021-03-11", "household": {
                "head": { "name": format!("Contoh {edition}"), "relation": "kepala" },
                "area": AREA, "rt": "006", "rw": "002", "address": "Gg. Contoh",
            }}],
        });
        let readers = [self.workspace.office().public().clone()];
        let mut rng = ChaCha20Rng::from_seed([1; 32]);
        let sealed = envelope::seal(list.to_string().as_bytes(), Some(sender), &readers, &mut rng).unwrap();
        let (name, bytes) = envelope::write(&sealed).unwrap();
        let path = self.workspace.inbox().join(name);
        std::fs::write(&path, bytes).unwrap();
        let at = std::time::UNIX_EPOCH + std::time::Duration::from_secs(at);
        std::fs::File::open(&path).unwrap().set_modified(at).unwrap();
        path
    }

    fn collect(&mut self) -> Collected {
        collect(&mut self.workspace, None, &self.now, &Output::new(true)).unwrap()
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
    assert_eq!(office.workspace.register.editions().unwrap(), [(1, Some("2021-03-12T23:15".to_owned()))]);
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
    let kept = office.workspace.register.editions().unwrap();
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
