//! Any host may serve the files of a publication: what is not of our office, or older than what was seen, is refused or named.

use super::fates::{ask, ask_by_code};
use super::ledger::Listed;
use crate::listing::{Door, send};
use e2e::sample::{Family, MEMBERS};
use e2e::signing::foreign_key;
use e2e::{Device, Host, Office};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

fn family() -> Family {
    MEMBERS.families().into_iter().find(|family| family.spouse().is_some()).unwrap()
}

/// An office of today that has published its families.
fn published() -> Office {
    let mut office = Office::of_today();
    office.import(&MEMBERS);
    office.publish();
    office
}

fn press(phone: &Device) -> &Device {
    let family = family();
    phone.fill_pair(&family.kk, family.head().unwrap()).press("Cek status")
}

/// A host that answers the first index with a salt of its own would learn from the bucket that is asked for who asks.
#[test]
fn an_index_of_another_office_is_asked_for_nothing() {
    let office = published();
    office.rewrite_index(&foreign_key(), |index| index.lookup.salt.0 = vec![7; 16]);
    let host = Host::start(&office);
    let phone = host.open("/cek");
    phone.asks_nothing_with("/status/");
    press(&phone).says("tidak bisa dipercaya").lacks("[data-status]");
    phone.visit("/").says("bukan dari kantor kita");
}

#[test]
fn the_site_says_who_runs_it_and_whom_to_ask() {
    let mut office = Office::of_today();
    office.import(&MEMBERS);
    let contacts = ["Posko BST; 021-555-0100; hari kerja 08.00-15.00", "Kantor kelurahan"];
    office.tepat(&["settings", "--contact", contacts[0], "--contact", contacts[1]]).answer();
    assert_eq!(office.tepat(&["settings"]).answer()["contacts"][1], json!({ "name": "Kantor kelurahan" }));
    office.publish();
    let host = Host::start(&office);
    let phone = host.open("/");
    phone.says("dikelola Dinas Sosial").says("hari kerja 08.00-15.00").says("Kantor kelurahan");
    let call = "a[href='tel:021-555-0100']";
    phone.find("the number", call);
    press(phone.visit("/cek")).says("hari kerja 08.00-15.00").find("the number", call);
    // Without any, the site names those who answer everywhere.
    office.tepat(&["settings", "--no-contacts"]).answer();
    office.publish();
    phone.visit("/").says("Data diterbitkan").lacks("a[href^='tel:']");
    press(phone.visit("/cek")).says("Ketua RT").lacks("a[href^='tel:']");
}

/// Nor can a host give one index and then another: what was derived is never derived anew under a second salt.
#[test]
fn a_salt_that_changes_within_a_look_up_ends_it() {
    let office = published();
    let host = Host::start(&office);
    let phone = host.open("/");
    // The program has an index by now; the files that it names are gone, and the next index has another salt.
    phone.says("Data diterbitkan").follow("Cek status bantuan").says("Kode pendaftaran");
    fs::remove_dir_all(office.api().join("status")).unwrap();
    fs::create_dir(office.api().join("status")).unwrap();
    office.rewrite_index(&e2e::signing::signing_key(), |index| {
        index.serial += 1;
        index.lookup.salt.0 = vec![7; 16];
    });
    phone.may_miss_files();
    press(&phone).says("Datanya rusak di jalan").lacks("[data-status]");
}

#[test]
fn a_point_that_somebody_put_in_is_not_shown() {
    let office = published();
    let points = office.api().join("points.json");
    let genuine = fs::read_to_string(&points).unwrap();
    fs::write(&points, genuine.replace("Contoh SDN Ulujami", "Contoh Rumah Penipu")).unwrap();
    let host = Host::start(&office);
    let phone = host.open("/titik");
    phone.says("bukan dari kantor kita");
    assert!(!phone.text().contains("Penipu"), "{}", phone.text());
    // The record of a family is still its own; only the points stay away.
    assert_eq!(ask(phone.visit("/cek"), &family().kk, family().head().unwrap()), "diusulkan");
    assert!(!phone.text().contains("Penipu"), "{}", phone.text());
    fs::write(&points, genuine).unwrap();
    phone.visit("/titik").says("Kelurahan");
}

/// Copies a folder as it is.
fn copy(from: &Path, to: &Path) {
    for entry in walkdir(from) {
        let target = to.join(entry.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(entry, target).unwrap();
    }
}

fn walkdir(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walkdir(&path) } else { vec![path] }).collect()
}

fn put_back(kept: &Path, api: &Path) {
    fs::remove_dir_all(api).unwrap();
    copy(kept, api);
}

#[test]
fn an_older_publication_is_refused_by_whoever_has_seen_a_later_one() {
    let office = published();
    let kept = office.desk().join("kept");
    copy(&office.api(), &kept);
    office.decide(&family().kk, "ditetapkan").publish();
    let host = Host::start(&office);
    let phone = host.open("/cek");
    assert_eq!(ask(&phone, &family().kk, family().head().unwrap()), "ditetapkan");

    put_back(&kept, &office.api());
    phone.visit("/cek");
    press(&phone).says("lebih lama dari yang pernah dibuka di sini").lacks("[data-status]");
    // Whoever comes for the first time cannot know.
    let other = host.open("/cek");
    assert_eq!(ask(&other, &family().kk, family().head().unwrap()), "diusulkan");
    office.publish();
    phone.visit("/cek");
    assert_eq!(ask(&phone, &family().kk, family().head().unwrap()), "ditetapkan");
}

#[test]
fn old_data_say_that_they_are_old() {
    let mut office = Office::of_2021();
    office.import(&MEMBERS);
    office.publish();
    let host = Host::start(&office);
    let phone = host.open("/cek");
    assert_eq!(ask(&phone, &family().kk, family().head().unwrap()), "diusulkan");
    phone
        .says("Data lama, terbit 12 Maret 2021")
        .press("English")
        .says("Old data, published on 12 March 2021");
    let fresh = published();
    let host = Host::start(&fresh);
    let phone = host.open("/").says("Data diterbitkan").text();
    assert!(!phone.contains("Data lama"), "{phone}");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "never in wasm")]
fn an_outcome_of_before_changes_nothing_on_the_phone_of_an_rt() {
    let name = "Contoh Endang";
    let listed = Listed::of(&[name]);
    let Listed { office, phone, rt, .. } = &listed;
    let code = listed.code(name);
    office.publish();
    listed.visit("/rt").says("Diterima");
    let file = office.api().join(format!("outcome/{}.json", rt.public().id()));
    let before = fs::read(&file).unwrap();
    office.tepat(&["decide", "--code", &code, "--status", "ditetapkan"]).answer();
    office.publish();
    listed.visit("/rt").says("Ditetapkan");
    fs::write(&file, before).unwrap();
    // As a host says it that wants it taken for new.
    let later = SystemTime::now() + Duration::from_secs(60);
    fs::File::options().write(true).open(&file).unwrap().set_modified(later).unwrap();
    listed.visit("/rt/tanda-terima").says("Diterima");
    listed.visit("/rt").says("Ditetapkan");
    assert!(!phone.text().contains("Diterima"), "{}", phone.text());
}

#[test]
fn a_link_of_another_office_makes_no_list() {
    let office = published();
    let rt = office.enrol("31.74.10.1005", "002", "006");
    office.publish();
    let link = wire::Signed::from_fragment(&rt.fragment).unwrap();
    let foreign = foreign_key().sign(wire::Purpose::Enrolment, link.document.clone()).to_fragment();
    let (unsigned, _) = rt.fragment.split_once('.').unwrap();
    let host = Host::start(&office);
    for fragment in [foreign.as_str(), unsigned] {
        let phone = Device::open_at(host.address(), &format!("/rt#{fragment}"));
        phone.says("tidak dibuat oleh kantor kita");
        assert!(!phone.text().contains("Pakai HP ini untuk RT ini?"), "{}", phone.text());
    }
    rt.activate(host.address());
}

#[test]
fn a_key_that_was_announced_takes_over_and_another_does_not() {
    let office = published();
    let host = Host::start(&office);
    let (knows, missed) = (host.open("/"), Device::open_at(host.address(), "/"));
    let serial = |office: &Office| office.publication().index().serial;
    knows.says("Data diterbitkan");
    let key = office.tepat(&["key", "new"]).answer();
    assert!(key["next"].is_string(), "{key:#}");
    office.publish();
    assert!(office.publication().index().next_key.is_some(), "{}", serial(&office));
    knows.visit("/").says("Data diterbitkan");
    let switched = office.tepat(&["key", "switch"]).answer();
    assert_eq!(switched["key"], key["next"]);
    office.publish();
    // Whoever heard of the new key believes it; whoever did not needs an app that was built with it.
    assert_eq!(ask(knows.visit("/cek"), &family().kk, family().head().unwrap()), "diusulkan");
    missed.visit("/").says("bukan dari kantor kita");
}

#[test]
fn what_a_pair_opens_is_settled_by_the_office_and_the_family() {
    let office = published();
    let Family { kk, .. } = &family();
    let family = family();
    let (nik, code) = (family.head().unwrap(), office.code_of(kk));
    office.decide(kk, "ditolak --reason bantuan-lain --note Tercatat_di_PKH").publish();
    let host = Host::start(&office);
    let phone = host.open("/cek");
    let asked = |by_code: bool| {
        phone.visit("/cek");
        if by_code { ask_by_code(&phone, code) } else { ask(&phone, kk, nik) }
    };
    // Usually numbers open all but the words of an officer.
    assert_eq!(asked(false), "ditolak");
    phone.says("Alasannya").says("Dicatat ketua RT");
    assert!(!phone.text().contains("Tercatat_di_PKH"), "{}", phone.text());
    assert_eq!(asked(true), "ditolak");
    phone.says("Tercatat_di_PKH");

    let publish = |more: &[&str]| {
        let api = office.api();
        let arguments = [&["publish", "--out", api.to_str().unwrap()], more].concat();
        office.tepat(&arguments).answer()
    };
    publish(&["--pair", "ringkas"]);
    assert_eq!(asked(false), "ditolak");
    phone.says("Dengan nomor KK dan NIK hanya ini");
    assert!(
        !phone.text().contains("Alasannya") && !phone.text().contains("Dicatat ketua RT"),
        "{}",
        phone.text()
    );
    assert_eq!(asked(true), "ditolak");
    phone.says("Tercatat_di_PKH").says("Dicatat ketua RT");

    let closed = office.tepat(&["decide", "--code", code, "--pair", "tutup"]).answer();
    assert_eq!(closed, json!({ "closed": true, "changed": true }));
    publish(&[]);
    assert_eq!(asked(false), "tidak-ditemukan");
    phone.says("cek dengan kode itu");
    assert_eq!(asked(true), "ditolak");
    office.tepat(&["decide", "--kk", kk, "--pair", "buka"]).answer();
    publish(&["--pair", "penuh"]);
    assert_eq!(asked(false), "ditolak");
    phone.says("Alasannya");
}

#[test]
fn the_head_of_an_rt_closes_what_leaked_numbers_open() {
    let (kk, nik) = ("3174101001099012", "3174105205809012");
    let listed = Listed::of_doors(&[Door {
        name: "Contoh Endang".to_owned(),
        numbers: Some((kk.to_owned(), nik.to_owned())),
        address: "Gg. Contoh No. 3".to_owned(),
    }]);
    let Listed { office, phone, host, .. } = &listed;
    let code = listed.code("Contoh Endang");
    office.publish();
    let resident = host.open("/cek");
    assert_eq!(ask(&resident, kk, nik), "diusulkan");

    let story = || listed.visit("/rt").follow("CONTOH ENDANG").follow("Riwayat keluarga ini");
    story()
        .press("Tutup jalan nomor KK dan NIK")
        .says("Pastikan keluarga menyimpan kodenya")
        .press("Ya, tutup");
    // Nothing is sent yet.
    phone
        .says("Diminta ditutup")
        .press("Biarkan terbuka")
        .press("Tutup jalan nomor KK dan NIK")
        .press("Ya, tutup");
    phone.says("Diminta ditutup");
    let arrives = || {
        listed.visit("/rt");
        send(phone);
        phone.until("the list at the office", || {
            let taken = office.collect()["envelopes"].take();
            taken.get(0).map(|envelope| envelope["list"].clone())
        })
    };
    let happenings = &arrives()["happenings"];
    assert_eq!(happenings.as_array().unwrap().len(), 1, "{happenings}");
    assert_eq!(happenings[0]["what"], "kk-nik-ditutup");
    office.publish();

    resident.visit("/cek");
    assert_eq!(ask(&resident, kk, nik), "tidak-ditemukan");
    resident.says("cek dengan kode itu").visit("/cek");
    assert_eq!(ask_by_code(&resident, &code), "diusulkan");
    story().says("keluarga datang ke kelurahan");

    // What the kelurahan opens again stays open, though the list still says otherwise.
    office.tepat(&["decide", "--code", &code, "--pair", "buka"]).answer();
    Door::without_numbers("Contoh Sulastri", "Gg. Contoh No. 4").list(listed.visit("/rt"));
    assert_eq!(arrives()["happenings"], json!(null));
    office.publish();
    resident.visit("/cek");
    assert_eq!(ask(&resident, kk, nik), "diusulkan");
}
