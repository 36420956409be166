//! Whatever the page has shown as kept is there after the browser was killed, at any moment.

use std::collections::BTreeMap;
use std::time::Duration;
use stories::phone::Saved;
use stories::settings::times;
use stories::{Chance, Host, Office, Phone, RtHead};

/// Every stage of the form that one types into: its address and its name.
const STAGES: [(&str, &str); 3] =
    [("keluarga", "Kartu Keluarga"), ("anggota", "Anggota keluarga"), ("tempat-tinggal", "Tempat tinggal")];

/// So often the browser dies over one family.
const DEATHS_A_FAMILY: usize = 10;
const LONGEST_LIFE: Duration = Duration::from_secs(2);

fn open(phone: &Phone, rt: &RtHead, page: &str) {
    phone.visit(page);
    rt.unlock(phone);
}

fn assert_keeps(phone: &Phone, page: &str, saved: &Saved) {
    for (id, value) in saved {
        let now = phone.value_of(&format!("#{id}"));
        assert!(now.starts_with(value), "{page} showed “{value}” in {id} as kept, and has “{now}”");
    }
}

#[test]
fn what_was_shown_as_kept_survives_every_death_of_the_browser() {
    let deaths = times(200);
    let mut chance = Chance::of("deaths");
    let office = Office::of_today();
    let rt = office.enrol("31.74.10.1005", "002", "006");
    office.publish();
    let host = Host::start(&office);
    let mut phone = rt.activate(host.address());
    phone.is_ready_for_offline().is_slower(4);

    let mut kept: BTreeMap<String, Saved> = BTreeMap::new();
    for death in 0..deaths {
        let (address, name) = chance.one_of(&STAGES);
        let family = 9000 + death / DEATHS_A_FAMILY;
        let page = format!("/rt/keluarga/{family}/{address}");
        if death % DEATHS_A_FAMILY == 0 {
            open(&phone, &rt, &page);
        } else {
            phone.follow(name);
        }
        phone.says(name).says("Tersimpan di HP ini");
        let death = phone.dies_in(chance.within(LONGEST_LIFE));
        let saved = phone.types_until_it_dies(&mut chance);
        death.join().unwrap();
        phone.turn_on();
        open(&phone, &rt, &page);
        assert_keeps(&phone, &page, &saved);
        kept.entry(page).or_default().extend(saved);
    }
    for (page, saved) in &kept {
        open(&phone, &rt, page);
        assert_keeps(&phone, page, saved);
    }
    let letters: usize = kept.values().flat_map(Saved::values).map(String::len).sum();
    assert!(letters > deaths, "hardly anything was ever shown as kept");
    let pages = kept.len();
    eprintln!(
        "{deaths} deaths of the browser; {letters} letters on {pages} pages were shown as kept, and are"
    );
}
