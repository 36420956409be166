//! Whatever the page has shown as kept is there after the browser was killed, at any moment.

use crate::listing::Door;
use e2e::device::{Held, Used};
use e2e::settings::times;
use e2e::{Chance, Device, Host, Office, RtHead};
use std::collections::BTreeMap;
use std::time::Duration;

/// Every stage of the form that one fills in: its address and its name.
const STAGES: [(&str, &str); 5] = [
    ("keluarga", "Kartu Keluarga"),
    ("anggota", "Anggota keluarga"),
    ("tempat-tinggal", "Tempat tinggal"),
    ("keadaan", "Keadaan keluarga"),
    ("bantuan-lain", "Bantuan lain"),
];
const KEPT: &str = "Tersimpan di HP ini";

/// So often the browser dies over one family.
const DEATHS_A_FAMILY: usize = 10;
/// So often something is done, and seen as kept, before the browser may die.
const MOST_USES: usize = 4;
const LONGEST_LIFE: Duration = Duration::from_secs(2);
/// It takes about half of this to see a family on the list that one saves.
const LONGEST_SAVING: Duration = Duration::from_secs(1);

/// An activated phone, slow, and its RT.
fn desk() -> (RtHead, Host, Device) {
    let office = Office::of_today();
    let rt = office.enrol("31.74.10.1005", "002", "006");
    office.publish();
    let host = Host::start(&office);
    let phone = rt.activate(host.address());
    phone.is_ready_for_offline().is_slower(4);
    (rt, host, phone)
}

fn open(phone: &Device, rt: &RtHead, page: &str) {
    phone.visit(page);
    rt.unlock(phone);
}

#[test]
fn what_was_shown_as_kept_survives_every_death_of_the_browser() {
    let deaths = times(200);
    let mut chance = Chance::of("deaths");
    let (rt, _host, mut phone) = desk();

    let mut on_disk: BTreeMap<String, Held> = BTreeMap::new();
    let mut turns = 0;
    for death in 0..deaths {
        let (address, name) = chance.one_of(&STAGES);
        let family = 9000 + death / DEATHS_A_FAMILY;
        let page = format!("/rt/keluarga/{family}/{address}");
        if death % DEATHS_A_FAMILY == 0 {
            open(&phone, &rt, &page);
        } else {
            phone.follow(name);
        }
        phone.says(name).says(KEPT);
        // So much is kept on the slowest machine, too.
        let used = phone.is_used(1 + chance.below(MOST_USES), &mut chance);
        let death = phone.dies_in(chance.within(LONGEST_LIFE));
        let used = phone.is_used_until_it_dies(used, &mut chance);
        death.join().unwrap();
        phone.turn_on();
        open(&phone, &rt, &page);
        let now = phone.says(name).held();
        assert_eq!(used.lost(&now), Vec::<String>::new(), "{page} showed as kept what is lost: {used:#?}");
        turns += used.turns;
        on_disk.insert(page, now);
    }
    for (page, held) in &on_disk {
        open(&phone, &rt, page);
        let now = phone.says(KEPT).held();
        for (name, value) in held {
            assert_eq!(now.get(name), Some(value), "{name} on {page}");
        }
    }
    let letters: usize = on_disk.values().flat_map(Held::values).map(String::len).sum();
    assert!(
        letters > deaths && turns > deaths / 10,
        "hardly anything was ever shown as kept: {letters}, {turns}"
    );
    let pages = on_disk.len();
    eprintln!(
        "{deaths} deaths of the browser; {letters} letters and {turns} ticks and choices on {pages} pages were shown as kept, and are"
    );
}

#[test]
fn what_is_not_asked_any_more_is_not_lost() {
    let held = |controls: &[(&str, &str)]| {
        controls.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<Held>()
    };
    let check = |kept: &[(&str, &str)], turned: &[&str], now: &[(&str, &str)], lost: usize| {
        let turned = turned.iter().map(|name| (*name).to_owned()).collect();
        let used = Used { kept: held(kept), turned, ..Used::default() };
        assert_eq!(used.lost(&held(now)).len(), lost, "{used:?}");
    };
    let disabled = [("disabilitas", "ya"), ("penyandang-disabilitas-0", "true")];
    check(&disabled, &["disabilitas"], &[("disabilitas", "tidak")], 0);
    check(&disabled, &["terdampak"], &[("disabilitas", "ya")], 1);
    check(&disabled, &[], &disabled, 0);
    check(&[("nik-1", "31")], &["tanpa-nik-1"], &[("tanpa-nik-1", "true")], 0);
    check(&[("nik-1", "31")], &["tanpa-nik-0"], &[("tanpa-nik-1", "true")], 1);
    check(&[("terdampak", "ya")], &["terdampak"], &[("terdampak", "tidak")], 0);
    check(&[("terdampak", "ya")], &["disabilitas"], &[("terdampak", "tidak")], 1);
}

#[test]
fn a_family_that_was_shown_on_the_list_is_saved_whenever_the_browser_dies() {
    let deaths = times(50);
    let mut chance = Chance::of("savings");
    let (rt, _host, mut phone) = desk();
    open(&phone, &rt, "/rt/keluarga/9000/keluarga");
    Door::without_numbers("Contoh Simpan", "Gg. Contoh").tell(&phone);

    let mut seen = 0;
    for death in 0..deaths {
        open(&phone, &rt, "/rt/keluarga/9000/tempat-tinggal");
        let address = format!("Gg. Contoh No. {death}");
        phone.fill("Alamat", &address).says(KEPT).follow("Tinjau dan simpan").says("Contoh Simpan");
        let death = phone.dies_in(chance.within(LONGEST_SAVING));
        let was_shown = phone.shows_before_it_dies("Simpan", "RT ");
        death.join().unwrap();
        phone.turn_on();
        open(&phone, &rt, "/rt");
        // Otherwise it may be saved or not; what was typed is there all the same.
        phone.says("Contoh Simpan").says(if was_shown { &address } else { "Contoh Simpan" });
        seen += usize::from(was_shown);
        open(&phone, &rt, "/rt/keluarga/9000/tempat-tinggal");
        assert_eq!(phone.value("Alamat"), address);
    }
    eprintln!("{deaths} deaths while saving; {seen} times the list had shown the family, and still does");
}
