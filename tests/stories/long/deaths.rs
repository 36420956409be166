//! Whatever the page has shown as kept is there after the browser was killed, at any moment.

use std::collections::BTreeMap;
use std::time::Duration;
use stories::phone::Saved;
use stories::settings::times;
use stories::{Chance, Host, Office, Phone};

/// Every stage of the form that one types into.
const STAGES: [&str; 3] = ["keluarga", "anggota", "tempat-tinggal"];

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
    for _ in 0..deaths {
        let page = format!("/rt/keluarga/{}/{}", 9000 + chance.below(20), chance.one_of(&STAGES));
        phone.visit(&page).says("Tersimpan di HP ini");
        let death = phone.dies_in(chance.within(Duration::from_secs(2)));
        let saved = phone.types_until_it_dies(&mut chance);
        death.join().unwrap();
        phone.turn_on();
        phone.visit(&page);
        rt.unlock(&phone);
        assert_keeps(&phone, &page, &saved);
        kept.entry(page).or_default().extend(saved);
    }
    for (page, saved) in &kept {
        phone.visit(page);
        assert_keeps(&phone, page, saved);
    }
    let letters: usize = kept.values().flat_map(Saved::values).map(String::len).sum();
    assert!(letters > deaths, "hardly anything was ever shown as kept");
    eprintln!(
        "{deaths} deaths of the browser; {letters} letters on {} pages were shown as kept, and are",
        kept.len()
    );
}
